import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { CallbackPhrases, FlowTexts, SpokenSlot } from '../phrases.ts';
import type { Territory } from '../territories.ts';

export const flowTexts: FlowTexts = {
  offer: 'To be called back in your turn, press 1. To choose an hour, press 2.',
  offerHour: 'To choose an hour to be called back, press 2.',
  offerWhenClosed: 'To choose an hour to be called back, press 2.',
  enterNumber: 'Key in the ten digits of the number to call back, then the hash key.',
  confirmNumber: (spokenNumber) => `I have noted ${spokenNumber} ; to confirm, press 1. To start again, press 2.`,
  confirmEnding: (spokenEnding) =>
    `We will call you back on the number that ends in ${spokenEnding} ; to confirm, press 1. For another number, press 2.`,
  noNumber: 'We could not note your number.',
  promisedAlready: 'A callback is already promised for this number.',
  noSlotChosen: 'No hour was chosen.',
  fault: 'A technical fault prevents us from confirming your callback.',
  smsUnknown: 'Your callback is booked, but we do not know whether the text message has left.',
  bookedGoodbye: 'You can hang up now. Thank you for your call, goodbye.',
  bookingUnderWay: 'Il était en train de demander un rappel.',

  calling: (spokenName) =>
    `Hello, this is ${spokenName}: to speak to an agent as promised, press 1; to choose another hour, press 2.`,
  code: (spokenCode) => `Your code is ${spokenCode} ; it is the one we gave you.`,
  callingAgain: (spokenName) => `This is ${spokenName}. We will call you again a little later. Goodbye.`,
  stale: 'This callback is no longer needed. Please excuse us for having disturbed you. Goodbye.',
  noAgentNow: 'We cannot put you through to an agent now, and we are sorry about that. We will call you back. Goodbye.',
  outboundPlace: (spokenName) => `Hello, this is ${spokenName}, calling you back in your turn.`,
  outbound: (spokenName) => `Hello, this is ${spokenName}. An agent is about to speak to you.`,

  enterPromisedNumber: 'Key in the ten digits of the number that we are to call back, then the hash key.',
  enterCode: 'Key in the three digits of your code, then the hash key.',
  whatToDo: 'To keep it, press 1. To change the hour, press 2. To cancel it, press 3. For an agent now, press 0.',
  confirmCancel: 'To cancel this callback, press 1. To keep it, press 2.',
  kept: 'Your callback is kept.',
  moveFault: 'A technical fault prevents us from changing your callback. It has not changed.',
};

const { clock, day, dayInFull, window } = administrationPhrases('en');

const inTerritory: Readonly<Record<Territory, string>> = {
  RE: 'in Réunion',
  YT: 'in Mayotte',
  GP: 'in the West Indies',
  MQ: 'in Martinique',
  GF: 'in French Guiana',
  PM: 'in Saint Pierre and Miquelon',
  NC: 'in New Caledonia',
  PF: 'in Tahiti',
  WF: 'in Wallis and Futuna',
};
const onDay = { dayBefore: ' the day before', sameDay: '', nextDay: ' the next day' } as const;

/** ", which is 2 in the afternoon in Réunion" */
const there = ({ there: at }: SpokenSlot): string =>
  at ? `, which is ${clock(at.minutes)}${onDay[at.day]} ${inTerritory[at.territory]}` : '';

const dayAndWindow = (slot: SpokenSlot): string =>
  `${dayInFull(slot.date, slot.today)} ${window(slot.fromMinutes, slot.toMinutes)}${there(slot)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "tomorrow, Wednesday 25 November", to stand alone. */
const wholeDay = (date: string, today: string): string => capitalised(dayInFull(date, today).replace(/,$/u, ''));

/** "Today around 10 30 in the morning, press 1. Around noon, press 2. Tomorrow around 9 in the morning, press 3." */
function choices(slots: readonly SpokenSlot[]): string {
  const sentences = slots.map((slot, index) => {
    const about = `around ${clock(slot.fromMinutes)}${there(slot)}`;
    const sameDay = slots[index - 1]?.date === slot.date;
    return capitalised(`${sameDay ? about : `${day(slot.date, slot.today)} ${about}`}, press ${index + 1}.`);
  });
  return sentences.join(' ');
}

const spokenCode = (code: string): string => Array.from(code).join(', ');

export const english: CallbackPhrases = {
  choices,
  dayChoices: (dates, today) => dates.map((date, index) => `${wholeDay(date, today)}, press ${index + 1}.`).join(' '),
  halfDayChoices: (date, today) => `${wholeDay(date, today)}: the morning, press 1. The afternoon, press 2.`,
  more: {
    dayOrHour: 'For another day or hour, press 4.',
    laterHour: 'For a later hour, press 4.',
    laterDay: 'For the days after, press 4.',
    otherDay: 'For another day, press 4.',
  },
  full: 'All the hours for callbacks are taken for the next days. We are sorry about that.',
  paused: 'We offer no callback for the moment. We are sorry about that.',
  already: (slot) => `A callback is already booked for this number: ${dayAndWindow(slot)}. It is kept.`,
  alreadyUnderWay:
    'A callback is already under way for this number. Keep your telephone near you: we are about to call.',
  alreadyKept: 'Your place is already kept for this number. We will call you back when it is your turn.',
  booked: (slot) => `It is noted: we will call you back ${dayAndWindow(slot)}.`,
  placeKept: 'It is noted: your place is kept. We will call you back when it is your turn.',
  placeBusy: 'We cannot manage to keep your place for the moment. We are sorry about that.',
  codeTwice: (code) =>
    `Note your code: ${spokenCode(code)}. I repeat: ${spokenCode(code)}. ` +
    'We will say this code when we call you back, so that you know that it is us.',
  slotGone: 'That hour has just been taken. We are sorry about that.',
  slotBusy: 'We cannot manage to book that hour for the moment. We are sorry about that.',
  slotPast: 'That hour is no longer available.',
  promised: (slot) => `We are due to call you back ${dayAndWindow(slot)}.`,
  promisedPlace: 'Your place is kept. We will call you back when it is your turn.',
  late: 'We should have called you back by now. We are sorry about that. We will call you as soon as possible.',
  missed: (retry) => {
    const when = retry ? `${day(retry.date, retry.today)} around ${clock(retry.fromMinutes)}` : 'in a moment';
    return `We called you and did not reach you. We will try again ${when}.`;
  },
  unknown: 'This number and this code belong to no callback.',
  refusedToday: 'For safety, we check no more codes for this number today. An agent can help you.',
  smsNotDelivered: 'Our last text message could not be delivered to you.',
  cancelled: 'It is noted: your callback is cancelled.',
  changedMeanwhile: 'This callback has changed meanwhile.',
  spokenCode,
  callReason: ({ date, today, fromMinutes, toMinutes }) => {
    const inFrench = administrationPhrases('fr');
    return `Rappel promis ${inFrench.day(date, today)} ${inFrench.window(fromMinutes, toMinutes)}. La personne parle anglais.`;
  },
};
