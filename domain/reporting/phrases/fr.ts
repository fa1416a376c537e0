import type { PagePhrases, ReportPhrases } from '../phrases.ts';
import { writtenFigures } from '../written-figures.ts';
import { charts } from './charts-fr.ts';
import { director } from './director-fr.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import { meanings } from './meanings-fr.ts';
import { titles } from './titles-fr.ts';

const { count, day, decimal, fullDay, list, share } = writtenFigures('fr');

const page: PagePhrases = {
  dayTitle: (date) => `Rapport du ${fullDay(date)}`,
  weekTitle: (week, year) => `Rapport de la semaine ${week} de ${year}`,
  range: (from, to) => `Du ${day(from)} au ${fullDay(to)}`,
  essential: 'L’essentiel',
  labels: { lived: 'Vécu', promised: 'Promis', advice: 'À faire', alsoAdvised: 'À surveiller aussi' },
  weekBefore: 'la semaine d’avant',
  before: (label, value) => `${label} : ${value}`,
  missing: (days) =>
    `Ce rapport est incomplet : les appels ${list(days.map((date) => `du ${day(date)}`))} n’ont pas été relevés. Aucun chiffre n’en parle.`,
  twoVersions:
    'La clé qui distingue les personnes a changé pendant cette période : les personnes ne peuvent pas être comptées d’un bout à l’autre.',
  lived: 'Ce que les appelants ont vécu',
  livedTables: {
    agent: 'Avoir un agent',
    time: 'Combien de temps',
    leaving: 'Partir sans réponse',
    persons: 'Des personnes, et pas seulement des appels',
    announcements: 'L’attente annoncée et l’attente réelle',
    outcomes: 'Ce que les appels sont devenus',
  },
  promised: 'Ce qui a été promis, et tenu',
  promisedTables: {
    offers: 'Les rappels proposés',
    promises: 'Les promesses',
    offerReasons: 'Pourquoi un rappel a été proposé, ou non',
    refusals: 'Pourquoi un rappel demandé n’a pas été promis',
    attempts: 'À quelle tentative la personne a été jointe',
  },
  survey: 'Ce que les appelants en disent',
  surveyTable: 'Le questionnaire',
  portion: (of, over) => `${of} sur ${over}`,
  interval: (low, high) => `Entre ${share(low)} et ${share(high)}, à 95 %.`,
  sms: 'Les SMS',
  smsTables: { fates: 'Ce que les SMS sont devenus', templates: 'Les SMS par sujet' },
  numbers: 'Nos numéros',
  numbersTable: 'Appels reçus et émis, par numéro',
  numbersTotal: 'Les appels émis, et la règle',
  received: 'Reçus',
  emitted: 'Émis',
  queues: 'File par file',
  queuesMeaning: 'Les mêmes mesures, pour chaque file d’attente.',
  day: 'Jour',
  queue: 'File',
  connect: 'La mesure d’Amazon Connect, pour comparer',
  connectMeaning:
    'Connect compte comme servie une personne qui raccroche ou qui demande un rappel : ce chiffre flatte, et ne remplace aucun des nôtres. La deuxième ligne dit combien ont vraiment eu un agent dans le même temps.',
  connectTable: 'Niveau de service d’Amazon Connect, et le nôtre',
  annex: 'Annexe : les chiffres des graphiques',
  annexMeaning: 'Les graphiques sont tirés de ces tableaux.',
  measure: 'Mesure',
  value: 'Valeur',
  number: 'Numéro',
  reason: 'Raison',
  attempt: 'Tentative',
  template: 'Sujet',
  nothing: 'Rien à compter.',
  noCase: 'aucun cas',
  notCounted: 'non compté',
  hidden: (answers) =>
    `masqué : ${answers === 0 ? 'aucune réponse' : answers === 1 ? '1 réponse' : `${count(answers)} réponses`}, il en faut 30`,
  notYetOver: 'pas encore connu',
  outOfFive: (mean) => `${decimal(mean)} sur 5`,
  footer: (timeZone) =>
    `Heures de ${timeZone}. Ce rapport ne contient ni nom, ni numéro de téléphone d’une personne ; les chiffres complets sont dans les fichiers CSV et JSON de chaque jour.`,
  offerReasons: {
    longWait: 'Proposé : l’attente était longue',
    waitGrew: 'Proposé : l’attente dépassait ce qui avait été annoncé',
    waitUnknown: 'Proposé : l’attente était inconnue',
    closed: 'Proposé : la ligne était fermée',
    nearClosing: 'Proposé : la ligne allait fermer',
    unstaffed: 'Proposé : aucun agent n’était présent',
    waitShort: 'Non proposé : l’attente était courte',
    offeredRecently: 'Non proposé : il venait de l’être',
    switchedOff: 'Non proposé : un superviseur l’avait suspendu',
  },
  refusals: {
    full: 'Il ne restait plus de place',
    paused: 'Un superviseur avait suspendu les rappels',
    already: 'Un rappel était déjà promis à cette personne',
    closed: 'La ligne était fermée',
    number: 'Le numéro donné ne pouvait pas être rappelé',
    fault: 'Une panne nous en a empêchés',
  },
  templates: {
    confirmation: 'Heure de rappel confirmée',
    placeKept: 'Place gardée',
    reminder: 'Rappel de l’heure',
    moved: 'Heure changée',
    missedRetry: 'Sans réponse : nous rappellerons',
    missedLast: 'Sans réponse : c’était le dernier appel',
    cancelled: 'Rappel annulé',
    carriedOver: 'Excuses, et une autre heure',
    information: 'Information demandée',
  },
};

export const french: ReportPhrases = withFrenchSpaces({ titles, meanings, director, charts, page });
