import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { CallbackPhrases, FlowTexts, SpokenSlot } from '../phrases.ts';
import type { Territory } from '../territories.ts';

export const flowTexts: FlowTexts = {
  offer: 'Pour être rappelé à votre tour, tapez 1. Pour choisir une heure, tapez 2.',
  offerHour: 'Pour choisir une heure de rappel, tapez 2.',
  offerWhenClosed: 'Pour choisir une heure de rappel, tapez 2.',
  enterNumber: 'Composez les dix chiffres du numéro à rappeler, puis la touche dièse.',
  confirmNumber: (spokenNumber) => `J'ai noté le ${spokenNumber} ; pour confirmer, tapez 1. Pour recommencer, tapez 2.`,
  confirmEnding: (spokenEnding) =>
    `Nous vous rappellerons au numéro qui finit par ${spokenEnding} ; pour confirmer, tapez 1. Pour un autre numéro, tapez 2.`,
  noNumber: "Nous n'avons pas pu noter votre numéro.",
  promisedAlready: 'Nous avons déjà promis de rappeler ce numéro.',
  noSlotChosen: "Vous n'avez pas choisi d'heure.",
  fault: 'Nous avons une panne. Nous ne pouvons pas noter votre rappel.',
  smsUnknown: 'Votre rappel est bien noté. Nous ne savons pas si le SMS est parti.',
  bookedGoodbye: 'Vous pouvez raccrocher. Merci de votre appel, au revoir.',
  bookingUnderWay: 'La personne était en train de demander un rappel.',

  calling: (spokenName) =>
    `Bonjour, ici ${spokenName}, qui vous rappelle : pour parler à un agent, tapez 1 ; pour une autre heure, tapez 2.`,
  code: (spokenCode) => `Votre code est ${spokenCode} ; c'est celui que nous vous avons donné.`,
  callingAgain: (spokenName) => `Ici ${spokenName}. Nous vous rappellerons un peu plus tard. Au revoir.`,
  stale: "Ce rappel n'est plus prévu. Excusez-nous de vous avoir dérangé. Au revoir.",
  noAgentNow:
    'Nous ne pouvons pas vous passer un agent maintenant. Nous en sommes désolés. Nous vous rappellerons. Au revoir.',
  outboundPlace: (spokenName) => `Bonjour, ici ${spokenName}, qui vous rappelle à votre tour.`,
  outbound: (spokenName) => `Bonjour, ici ${spokenName}. Un agent va vous parler.`,

  enterPromisedNumber: 'Composez les dix chiffres du numéro que nous devons rappeler, puis la touche dièse.',
  enterCode: 'Composez les trois chiffres de votre code, puis la touche dièse.',
  whatToDo:
    "Pour garder ce rappel, tapez 1. Pour changer d'heure, tapez 2. Pour l'annuler, tapez 3. Pour un agent maintenant, tapez 0.",
  confirmCancel: 'Pour annuler ce rappel, tapez 1. Pour le garder, tapez 2.',
  kept: 'Nous gardons votre rappel.',
  moveFault: "Nous avons une panne. Votre rappel n'a pas changé.",
};

const { clock, day, dayInFull, nearDay, window } = administrationPhrases('fr');

const inTerritory: Readonly<Record<Territory, string>> = {
  RE: 'à La Réunion',
  YT: 'à Mayotte',
  GP: 'aux Antilles',
  MQ: 'en Martinique',
  GF: 'en Guyane',
  PM: 'à Saint-Pierre-et-Miquelon',
  NC: 'en Nouvelle-Calédonie',
  PF: 'à Tahiti',
  WF: 'à Wallis-et-Futuna',
};
/** Before hours that are those of the territory alone. */
const clockOf: Readonly<Record<Territory, string>> = {
  RE: 'Heure de La Réunion.',
  YT: 'Heure de Mayotte.',
  GP: 'Heure des Antilles.',
  MQ: 'Heure de Martinique.',
  GF: 'Heure de Guyane.',
  PM: 'Heure de Saint-Pierre-et-Miquelon.',
  NC: 'Heure de Nouvelle-Calédonie.',
  PF: 'Heure de Tahiti.',
  WF: 'Heure de Wallis-et-Futuna.',
};
const onDay = { dayBefore: ' la veille', sameDay: '', nextDay: ' le lendemain' } as const;

/** ". Il sera 14 heures à La Réunion", to end a sentence. */
const there = ({ there: at }: SpokenSlot): string =>
  at ? `. Il sera ${clock(at.minutes)}${onDay[at.day]} ${inTerritory[at.territory]}` : '';

const dayAndWindow = (slot: SpokenSlot): string =>
  `${dayInFull(slot.date, slot.today)} ${window(slot.fromMinutes, slot.toMinutes)}${there(slot)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "demain, mercredi 25 novembre", to stand alone. */
const wholeDay = (date: string, today: string): string => dayInFull(date, today).replace(/,$/u, '');

/** As the caller's own clock says it. */
const ownClock = ({ there: at, date, fromMinutes, today }: SpokenSlot) => at ?? { date, minutes: fromMinutes, today };

/** "Pour aujourd'hui vers 10 heures 30, tapez 1. Pour 12 heures 30, tapez 2. Pour lundi vers 9 heures, tapez 3." */
function choices(slots: readonly SpokenSlot[]): string {
  const hours = slots.map(ownClock);
  const sentences = hours.map(({ date, minutes, today }, index) => {
    const sameDay = hours[index - 1]?.date === date;
    return `Pour ${sameDay ? '' : `${nearDay(date, today)} vers `}${clock(minutes)}, tapez ${index + 1}.`;
  });
  const [first] = slots;
  return [...(first?.there ? [clockOf[first.there.territory]] : []), ...sentences].join(' ');
}

const spokenCode = (code: string): string => Array.from(code).join(', ');

export const french: CallbackPhrases = {
  choices,
  dayChoices: (dates, today) =>
    dates.map((date, index) => `Pour ${wholeDay(date, today)}, tapez ${index + 1}.`).join(' '),
  halfDayChoices: (date, today) =>
    `${capitalised(wholeDay(date, today))}. Pour le matin, tapez 1. Pour l'après-midi, tapez 2.`,
  more: {
    dayOrHour: 'Pour un autre moment, tapez 4.',
    laterHour: 'Pour plus tard, tapez 4.',
    laterDay: 'Pour les jours suivants, tapez 4.',
    otherDay: 'Pour un autre jour, tapez 4.',
  },
  full: 'Toutes les heures de rappel sont prises pour les prochains jours. Nous en sommes désolés.',
  paused: 'Nous ne proposons pas de rappel pour le moment. Nous en sommes désolés.',
  already: (slot) => `Nous avons déjà prévu de rappeler ce numéro : ${dayAndWindow(slot)}.`,
  alreadyUnderWay: 'Nous allons rappeler ce numéro dans un instant. Gardez votre téléphone près de vous.',
  alreadyKept: 'Nous gardons déjà votre place. Nous vous rappellerons à votre tour.',
  booked: (slot) => `C'est noté : nous vous rappellerons ${dayAndWindow(slot)}.`,
  placeKept: "C'est noté : nous gardons votre place. Nous vous rappellerons à votre tour.",
  placeBusy: "Nous n'arrivons pas à garder votre place pour l'instant. Nous en sommes désolés.",
  codeTwice: (code) =>
    `Notez votre code : ${spokenCode(code)}. Je répète : ${spokenCode(code)}. ` +
    "Nous dirons ce code en vous rappelant. Vous saurez ainsi que c'est bien nous.",
  slotGone: "Cette heure vient d'être prise. Nous en sommes désolés.",
  slotBusy: "Nous n'arrivons pas à réserver cette heure pour l'instant. Nous en sommes désolés.",
  slotPast: "Cette heure n'est plus libre.",
  promised: (slot) => `Votre rappel est prévu ${dayAndWindow(slot)}.`,
  promisedPlace: 'Nous gardons votre place. Nous vous rappellerons à votre tour.',
  late: 'Notre appel est en retard. Nous en sommes désolés. Nous vous appellerons dès que possible.',
  missed: (retry) => {
    const when = retry ? `${day(retry.date, retry.today)} vers ${clock(retry.fromMinutes)}` : 'dans un moment';
    return `Nous vous avons appelé, sans réussir à vous joindre. Nous essaierons encore ${when}.`;
  },
  unknown: 'Ce numéro et ce code ne correspondent à aucun rappel.',
  refusedToday: "Par sécurité, nous ne vérifions plus de code pour ce numéro aujourd'hui. Un agent peut vous aider.",
  cancelled: "C'est noté : votre rappel est annulé.",
  changedMeanwhile: 'Ce rappel a changé entre-temps.',
  spokenCode,
  callReason: ({ date, today, fromMinutes, toMinutes }) =>
    `Rappel promis ${day(date, today)} ${window(fromMinutes, toMinutes)}.`,
};
