import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { CallbackPhrases, SpokenSlot } from '../phrases.ts';

/** What the flows themselves say while an hour is being chosen, and when we call back. */
export const flowTexts = {
  offer: 'Pour choisir une heure de rappel, tapez 2. Pour attendre, tapez 0.',
  offerWhenClosed: 'Pour choisir une heure de rappel, tapez 2.',
  enterNumber: 'Composez les dix chiffres du numéro à rappeler, puis la touche dièse.',
  confirmNumber: (spokenNumber: string) =>
    `J'ai noté le ${spokenNumber} ; pour confirmer, tapez 1. Pour recommencer, tapez 2.`,
  noNumber: "Nous n'avons pas pu noter votre numéro.",
  bookNothing: 'Pour ne rien réserver, tapez 0.',
  noSlotChosen: "Aucune heure n'a été choisie.",
  fault: 'Un incident technique nous empêche de confirmer votre rappel.',
  noMoreSlots: "Nous n'arrivons pas à vous réserver une heure.",
  smsUnknown: 'Votre rappel est bien réservé, mais nous ne savons pas si le SMS de confirmation est parti.',
  bookedGoodbye: 'Vous pouvez raccrocher. Merci de votre appel, au revoir.',
  /** In the agent's ear. */
  bookingUnderWay: 'Il était en train de choisir une heure de rappel.',

  calling: (spokenName: string) => `Bonjour, ici ${spokenName}. Vous avez demandé à être rappelé.`,
  codeAndKey: (spokenCode: string) => `Votre code est ${spokenCode} ; pour parler à un agent, tapez 1.`,
  callingAgain: (spokenName: string) => `Ici ${spokenName}. Nous vous rappellerons un peu plus tard. Au revoir.`,
  stale: "Ce rappel n'est plus d'actualité. Nous vous prions de nous excuser de vous avoir dérangé. Au revoir.",
  noAgentNow:
    'Nous ne pouvons pas vous mettre en relation avec un agent maintenant, et nous vous en demandons pardon. Nous vous rappellerons. Au revoir.',
  outbound: (spokenName: string) => `Bonjour, ici ${spokenName}. Un agent va vous parler.`,
};

const { day, dayInFull, window } = administrationPhrases('fr');

const dayAndWindow = ({ date, today, fromMinutes, toMinutes }: SpokenSlot): string =>
  `${dayInFull(date, today)} ${window(fromMinutes, toMinutes)}`;

/** "Pour demain, mardi 24 novembre, entre 9 heures et 9 heures 30, tapez 1. Entre 9 heures 30 et 10 heures, tapez 2." */
function choices(slots: readonly SpokenSlot[]): string {
  const sentences = slots.map((slot, index) => {
    const sameDay = slots[index - 1]?.date === slot.date;
    const when = sameDay
      ? `Entre${window(slot.fromMinutes, slot.toMinutes).slice('entre'.length)}`
      : `Pour ${dayAndWindow(slot)}`;
    return `${when}, tapez ${index + 1}.`;
  });
  return sentences.join(' ');
}

const spokenCode = (code: string): string => Array.from(code).join(', ');

/** What the booking functions answer. */
export const french: CallbackPhrases = {
  choices,
  full: 'Toutes les heures de rappel sont prises pour les prochains jours. Nous en sommes désolés.',
  already: (slot) => `Un rappel est déjà réservé pour ce numéro : ${dayAndWindow(slot)}. Il est maintenu.`,
  alreadyUnderWay:
    'Un rappel est déjà en cours pour ce numéro. Gardez votre téléphone près de vous : nous allons vous appeler.',
  booked: (slot) => `C'est noté : nous vous rappellerons ${dayAndWindow(slot)}.`,
  codeTwice: (code) =>
    `Notez votre code : ${spokenCode(code)}. Je répète : ${spokenCode(code)}. ` +
    "Nous dirons ce code en vous rappelant, pour que vous sachiez que c'est bien nous.",
  slotGone: "Cette heure vient d'être prise. Nous en sommes désolés.",
  slotBusy: "Nous n'arrivons pas à réserver cette heure pour l'instant. Nous en sommes désolés.",
  slotPast: "Cette heure n'est plus disponible.",
  spokenCode,
  callReason: ({ date, today, fromMinutes, toMinutes }) =>
    `Rappel promis ${day(date, today)} ${window(fromMinutes, toMinutes)}.`,
};
