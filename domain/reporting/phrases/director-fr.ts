import type { Advice } from '../director/advice.ts';
import type { LivedComparison, LivedFinding } from '../director/lived.ts';
import type { PromisedFinding } from '../director/promised.ts';
import type { ShortHours } from '../director/short-hours.ts';
import type { DirectorPhrases } from '../phrases.ts';
import { writtenFigures } from '../written-figures.ts';

const { clock, count, day, duration, list, share } = writtenFigures('fr');

/** « 1 appel », « 12 appels » : French counts zero and one alike. */
const counted = (value: number, one: string, several: string): string => `${count(value)} ${value < 2 ? one : several}`;

function compared({ change, answerRate, from, period }: LivedComparison): string {
  const before = period === 'week' ? `la semaine d’avant` : `le ${day(from)}`;
  const words = { higher: 'plus que', lower: 'moins que', similar: 'sans écart net avec' };
  return `, ${words[change]} ${before} (${share(answerRate)})`;
}

const unservedClause = (unserved: number): string =>
  unserved === 0
    ? 'aucun d’eux ne s’est terminé sans agent ni promesse'
    : `${counted(unserved, 'appel s’est terminé', 'appels se sont terminés')} sans agent ni promesse`;

function lived(finding: LivedFinding): string {
  switch (finding.kind) {
    case 'missing':
      return `Nous ne savons pas ce que les appelants ont vécu ${finding.period === 'day' ? 'ce jour-là' : 'cette semaine-là'} : les appels n’ont pas été relevés.`;
    case 'noCalls':
      return `Personne n’a appelé ${finding.period === 'day' ? 'ce jour-là' : 'cette semaine-là'}.`;
    case 'noneForAgent':
      return `${finding.calls === 1 ? 'Le seul appel reçu ne demandait' : `Aucun des ${count(finding.calls)} appels reçus ne demandait`} la réponse d’un agent.`;
    case 'few':
      return `Un agent a décroché ${count(finding.answered)} fois, pour ${counted(finding.callsForAgent, 'appel qui en demandait un', 'appels qui en demandaient un')}, et ${unservedClause(finding.unserved)} : c’est trop peu pour en tirer un taux.`;
    case 'usual': {
      const { callsForAgent, answered, answerRate, comparison, unserved, medianSeconds } = finding;
      const median =
        medianSeconds === null
          ? ''
          : ` ; quand un agent a parlé à la personne, rappels compris, c’était une fois sur deux en ${duration(medianSeconds)} au plus`;
      return `Un agent a décroché ${share(answerRate)} des appels qui en demandaient un (${count(answered)} sur ${count(callsForAgent)})${comparison ? compared(comparison) : ''}, et ${unservedClause(unserved)}${median}.`;
    }
    default:
      return finding satisfies never;
  }
}

const allKept = (due: number): string =>
  due === 1
    ? 'Le seul rappel arrivé à échéance a été passé comme promis'
    : `Les ${count(due)} rappels arrivés à échéance ont tous été passés comme promis`;

function keptOf(due: number, kept: number, keptRate: number | null): string {
  const among = `Sur ${counted(due, 'rappel arrivé', 'rappels arrivés')} à échéance`;
  if (kept === 0) return `${among}, aucun n’a été passé comme promis`;
  return `${among}, ${counted(kept, 'a été passé', 'ont été passés')} comme promis${keptRate === null ? '' : ` (${share(keptRate)})`}`;
}

function settled(finding: Extract<PromisedFinding, { kind: 'settled' }>): string {
  const { settled: due, kept, keptRate, late, lateMeanSeconds, neverCalled, pending, givenUp } = finding;
  const mean = lateMeanSeconds === null ? '' : ` (de ${duration(lateMeanSeconds)} en moyenne)`;
  const broken = [
    ...(late > 0 ? [`${counted(late, 'l’a été', 'l’ont été')} en retard${mean}`] : []),
    ...(neverCalled > 0
      ? [`${counted(neverCalled, 'n’a', 'n’ont')} jamais été ${neverCalled < 2 ? 'passé' : 'passés'}`]
      : []),
  ];
  const rest = [
    ...(givenUp > 0
      ? [`${counted(givenUp, 'personne n’a pas répondu', 'personnes n’ont pas répondu')} à nos appels`]
      : []),
    ...(pending > 0 ? [`${counted(pending, 'autre promesse est', 'autres promesses sont')} encore à venir`] : []),
  ];
  const isAllKept = broken.length === 0 && kept === due;
  const inTime = isAllKept ? allKept(due) : keptOf(due, kept, keptRate);
  return `${list([inTime, ...broken])}${rest.length > 0 ? ` ; ${list(rest)}` : ''}.`;
}

function promised(finding: PromisedFinding): string {
  switch (finding.kind) {
    case 'missing':
      return 'Nous ne savons pas ce qui a été promis.';
    case 'none':
      return finding.offered === 0
        ? 'Aucun rappel n’a été proposé ni promis.'
        : `Aucun rappel n’a été promis, alors qu’il a été proposé dans ${counted(finding.offered, 'appel', 'appels')}.`;
    case 'unsettled': {
      const { promises, pending, cancelled } = finding;
      const fates = [
        ...(pending > 0 ? [counted(pending, 'est encore à venir', 'sont encore à venir')] : []),
        ...(cancelled > 0 ? [counted(cancelled, 'a été annulé', 'ont été annulés')] : []),
      ];
      const subject = counted(promises, 'rappel a été promis', 'rappels ont été promis');
      return `${subject}${fates.length > 0 ? `, dont ${list(fates)}` : ''} : aucune heure promise n’est encore passée.`;
    }
    case 'settled':
      return settled(finding);
    default:
      return finding satisfies never;
  }
}

const halfHours = (hours: readonly ShortHours[], isWeek: boolean): string =>
  list(hours.map(({ day: date, from, to }) => `${isWeek ? `le ${day(date)} ` : ''}de ${clock(from)} à ${clock(to)}`));

function advice(given: Advice): string {
  switch (given.kind) {
    case 'compile':
      return `Faites relever les appels ${list(given.days.map((date) => `du ${day(date)}`))} avant de conclure.`;
    case 'faults':
      return `Faites chercher la panne qui a coupé ${counted(given.failed, 'appel', 'appels')}.`;
    case 'promises':
      return `${counted(given.broken, 'promesse n’a pas été tenue', 'promesses n’ont pas été tenues')} à l’heure dite, sur ${count(given.settled)} : ajoutez des agents, ou promettez moins de rappels en baissant la part des places offertes.`;
    case 'staff':
      return `${count(given.within)} des ${count(given.unserved)} appels restés sans agent ni promesse sont arrivés ${halfHours(given.hours, given.period === 'week')} : c’est à ces heures qu’il faut d’abord des agents.`;
    case 'staffThroughout':
      return `${count(given.unserved)} appels sur ${count(given.callsForAgent)} sont restés sans agent ni promesse, sans qu’une heure se détache : il manque des agents ${given.period === 'day' ? 'toute la journée' : 'toute la semaine'}.`;
    case 'seats':
      return `${count(given.refused)} demandes de rappel n’ont pas trouvé de place : ajoutez des agents, ou proposez des jours plus lointains.`;
    case 'sms':
      return `${count(given.refused + given.undelivered)} SMS sur ${count(given.asked)} ne sont pas arrivés (${counted(given.refused, 'refusé', 'refusés')}, ${counted(given.undelivered, 'non remis', 'non remis')}) : faites vérifier l’envoi des SMS.`;
    case 'survey':
      return `Les deux questions n’ont été posées que dans ${count(given.offered)} appels servis sur ${count(given.served)} : rappelez aux agents de raccrocher les premiers, et faites vérifier le questionnaire.`;
    case 'announcements':
      return `L’attente a dépassé ce qui était annoncé dans ${count(given.exceeded)} appels sur ${count(given.announcements)} : vérifiez que les agents prévus sont à leur poste, et que la durée de traitement inscrite dans le fichier est la bonne.`;
    case 'tooFew':
      return 'Il y a eu trop peu d’appels pour conseiller un changement.';
    case 'nothing':
      return 'Rien dans ces chiffres n’appelle de changement.';
    default:
      return given satisfies never;
  }
}

export const director: DirectorPhrases = { lived, promised, advice };
