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
  promisedAlready: 'Un rappel est déjà promis pour ce numéro.',
  noSlotChosen: "Aucune heure n'a été choisie.",
  fault: 'Un incident technique nous empêche de confirmer votre rappel.',
  smsUnknown: 'Votre rappel est bien réservé, mais nous ne savons pas si le SMS de confirmation est parti.',
  bookedGoodbye: 'Vous pouvez raccrocher. Merci de votre appel, au revoir.',
  bookingUnderWay: 'Il était en train de demander un rappel.',

  calling: (spokenName) =>
    `Bonjour, ici ${spokenName} : pour parler à un agent comme promis, tapez 1 ; pour choisir une autre heure, tapez 2.`,
  code: (spokenCode) => `Votre code est ${spokenCode} ; c'est celui que nous vous avons donné.`,
  callingAgain: (spokenName) => `Ici ${spokenName}. Nous vous rappellerons un peu plus tard. Au revoir.`,
  stale: "Ce rappel n'est plus d'actualité. Nous vous prions de nous excuser de vous avoir dérangé. Au revoir.",
  noAgentNow:
    'Nous ne pouvons pas vous mettre en relation avec un agent maintenant, et nous vous en demandons pardon. Nous vous rappellerons. Au revoir.',
  outboundPlace: (spokenName) => `Bonjour, ici ${spokenName}, qui vous rappelle à votre tour.`,
  outbound: (spokenName) => `Bonjour, ici ${spokenName}. Un agent va vous parler.`,

  enterPromisedNumber: 'Composez les dix chiffres du numéro que nous devons rappeler, puis la touche dièse.',
  enterCode: 'Composez les trois chiffres de votre code, puis la touche dièse.',
  whatToDo:
    "Pour le garder, tapez 1. Pour changer d'heure, tapez 2. Pour l'annuler, tapez 3. Pour un agent maintenant, tapez 0.",
  confirmCancel: 'Pour annuler ce rappel, tapez 1. Pour le garder, tapez 2.',
  kept: 'Votre rappel est maintenu.',
  moveFault: "Un incident technique nous empêche de changer votre rappel. Il n'a pas changé.",
};

const { clock, day, dayInFull, window } = administrationPhrases('fr');

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
const onDay = { dayBefore: ' la veille', sameDay: '', nextDay: ' le lendemain' } as const;

/** ", soit 14 heures à La Réunion" */
const there = ({ there: at }: SpokenSlot): string =>
  at ? `, soit ${clock(at.minutes)}${onDay[at.day]} ${inTerritory[at.territory]}` : '';

const dayAndWindow = (slot: SpokenSlot): string =>
  `${dayInFull(slot.date, slot.today)} ${window(slot.fromMinutes, slot.toMinutes)}${there(slot)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "demain, mercredi 25 novembre", to stand alone. */
const wholeDay = (date: string, today: string): string => capitalised(dayInFull(date, today).replace(/,$/u, ''));

/** "Aujourd'hui vers 10 heures 30, tapez 1. Vers 12 heures 30, tapez 2. Demain vers 9 heures, tapez 3." */
function choices(slots: readonly SpokenSlot[]): string {
  const sentences = slots.map((slot, index) => {
    const about = `vers ${clock(slot.fromMinutes)}${there(slot)}`;
    const sameDay = slots[index - 1]?.date === slot.date;
    return capitalised(`${sameDay ? about : `${day(slot.date, slot.today)} ${about}`}, tapez ${index + 1}.`);
  });
  return sentences.join(' ');
}

const spokenCode = (code: string): string => Array.from(code).join(', ');

export const french: CallbackPhrases = {
  choices,
  dayChoices: (dates, today) => dates.map((date, index) => `${wholeDay(date, today)}, tapez ${index + 1}.`).join(' '),
  halfDayChoices: (date, today) => `${wholeDay(date, today)} : le matin, tapez 1. L'après-midi, tapez 2.`,
  more: {
    dayOrHour: 'Pour un autre jour ou une autre heure, tapez 4.',
    laterHour: 'Pour une heure plus tardive, tapez 4.',
    laterDay: 'Pour les jours suivants, tapez 4.',
    otherDay: 'Pour un autre jour, tapez 4.',
  },
  full: 'Toutes les heures de rappel sont prises pour les prochains jours. Nous en sommes désolés.',
  paused: 'Nous ne proposons pas de rappel pour le moment. Nous en sommes désolés.',
  already: (slot) => `Un rappel est déjà réservé pour ce numéro : ${dayAndWindow(slot)}. Il est maintenu.`,
  alreadyUnderWay:
    'Un rappel est déjà en cours pour ce numéro. Gardez votre téléphone près de vous : nous allons vous appeler.',
  alreadyKept: 'Votre place est déjà gardée pour ce numéro. Nous vous rappellerons à votre tour.',
  booked: (slot) => `C'est noté : nous vous rappellerons ${dayAndWindow(slot)}.`,
  placeKept: "C'est noté : votre place est gardée. Nous vous rappellerons à votre tour.",
  placeBusy: "Nous n'arrivons pas à garder votre place pour l'instant. Nous en sommes désolés.",
  codeTwice: (code) =>
    `Notez votre code : ${spokenCode(code)}. Je répète : ${spokenCode(code)}. ` +
    "Nous dirons ce code en vous rappelant, pour que vous sachiez que c'est bien nous.",
  slotGone: "Cette heure vient d'être prise. Nous en sommes désolés.",
  slotBusy: "Nous n'arrivons pas à réserver cette heure pour l'instant. Nous en sommes désolés.",
  slotPast: "Cette heure n'est plus disponible.",
  promised: (slot) => `Nous avons prévu de vous rappeler ${dayAndWindow(slot)}.`,
  promisedPlace: 'Votre place est gardée. Nous vous rappellerons à votre tour.',
  late: 'Nous aurions dû vous rappeler plus tôt. Nous en sommes désolés. Nous vous appellerons dès que possible.',
  missed: (retry) => {
    const when = retry ? `${day(retry.date, retry.today)} vers ${clock(retry.fromMinutes)}` : 'dans un moment';
    return `Nous vous avons appelé, sans réussir à vous joindre. Nous essaierons encore ${when}.`;
  },
  unknown: 'Ce numéro et ce code ne correspondent à aucun rappel.',
  refusedToday: "Par sécurité, nous ne vérifions plus de code pour ce numéro aujourd'hui. Un agent peut vous aider.",
  smsNotDelivered: "Notre dernier SMS n'a pas pu vous être remis.",
  cancelled: "C'est noté : votre rappel est annulé.",
  changedMeanwhile: 'Ce rappel a changé entre-temps.',
  spokenCode,
  callReason: ({ date, today, fromMinutes, toMinutes }) =>
    `Rappel promis ${day(date, today)} ${window(fromMinutes, toMinutes)}.`,
};
