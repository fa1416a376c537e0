import type { CountKey, RatioKey, Report } from './report-contract.ts';
import { csv } from './csv.ts';

interface Indicator {
  title: string;
  share: RatioKey;
  /** Of how many it is a share: calls, answers or promises. */
  of: CountKey;
}

/**
 * Named as commitment 6 of Services Publics+ names them where it does (plus.transformation.gouv.fr/engagement/6), else as we do. Its net rate of
 * satisfaction is none of them: our survey asks no question with its four answers.
 */
const indicators: readonly Indicator[] = [
  { title: 'Taux de décroché par un agent', share: 'answerRate', of: 'callsForAgent' },
  { title: 'Taux de décroché global', share: 'globalRate', of: 'callsOpen' },
  { title: 'Taux de satisfaction globale des usagers', share: 'satisfactionRate', of: 'surveyAnswered' },
  { title: 'Taux d’usagers ayant obtenu une réponse', share: 'gotAnswerRate', of: 'gotAnswerAsked' },
  { title: 'Taux de rappels effectués à l’heure promise', share: 'promiseKeptRate', of: 'promisesSettled' },
];

/** The mandatory fields of the open data `export-resultats`, by their published names and in their order. */
const publishedFields = [
  'Code SP+ de la structure',
  'Intitulé de la typologie',
  'Intitulé de la structure',
  'Code postal de la structure',
  'Ville de la structure',
  "Code SP+ de l'indicateur",
  'Valeur',
  'Fréquence',
  'Date de mise à jour',
] as const;
/** Ours, after theirs. */
const ownFields = ['Début de la période', 'Fin de la période', 'Effectif'] as const;

/** Of a number of days. */
const frequency = (days: number): string =>
  days === 1
    ? 'quotidienne'
    : days <= 7
      ? 'hebdomadaire'
      : days <= 31
        ? 'mensuelle'
        : days <= 92
          ? 'trimestrielle'
          : 'annuelle';

/** In percent, to a tenth. */
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 10);

/**
 * The indicators of a report as CSV in the shape of the open data of Services Publics+: its fields, of which the codes, the kind and the place of
 * the structure are the administration's to fill in, and the period. Shares that are hidden in the report are empty here too.
 */
export function servicesPublicsPlus({ name, from, to, metrics }: Report): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const lines = indicators.map(({ title, share, of }) => [
    '',
    '',
    name,
    '',
    '',
    title,
    percent(metrics[share]),
    frequency(days),
    to,
    from,
    to,
    metrics[of],
  ]);
  return csv([[...publishedFields, ...ownFields], ...lines]);
}
