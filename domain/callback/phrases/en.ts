import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { CallbackPhrases, FlowTexts, SpokenSlot } from '../phrases.ts';
import type { Territory } from '../territories.ts';

export const flowTexts: FlowTexts = {
  offer: 'To be called back in turn, press 1. To choose a time, press 2.',
  offerHour: 'To choose a time for a callback, press 2.',
  offerWhenClosed: 'To choose a callback time, press 2.',
  enterNumber: 'Key in the ten digits of the number to call back, then the hash key.',
  confirmNumber: (spokenNumber) => `I noted ${spokenNumber} ; to confirm, press 1. To start again, press 2.`,
  confirmEnding: (spokenEnding) =>
    `We will call you back on the number that ends in ${spokenEnding} ; to confirm, press 1. For another number, press 2.`,
  noNumber: 'We could not note your number.',
  promisedAlready: 'We have already promised to call this number back.',
  noSlotChosen: 'You have not chosen a time.',
  fault: 'We have a fault. We cannot note your callback.',
  smsUnknown: 'Your callback is noted. We do not know whether the text message has left.',
  bookedGoodbye: 'You can hang up now. Thank you for your call, goodbye.',
  bookingUnderWay: 'La personne était en train de demander un rappel.',

  calling: (spokenName) =>
    `Hello, this is ${spokenName}, calling you back: to speak to an agent, press 1; for another time, press 2.`,
  code: (spokenCode) => `Your code is ${spokenCode} ; it is the one we gave you.`,
  callingAgain: (spokenName) => `This is ${spokenName}. We will call you again a little later. Goodbye.`,
  stale: 'This callback is no longer planned. We are sorry to have disturbed you. Goodbye.',
  noAgentNow: 'We cannot put you through to an agent now. We are sorry about that. We will call you back. Goodbye.',
  outboundPlace: (spokenName) => `Hello, this is ${spokenName}, calling you back in your turn.`,
  outbound: (spokenName) => `Hello, this is ${spokenName}. An agent is about to speak to you.`,

  enterPromisedNumber: 'Key in the ten digits of the number that we are to call back, then the hash key.',
  enterCode: 'Key in the three digits of your code, then the hash key.',
  whatToDo:
    'To keep this callback, press 1. To change the time, press 2. To cancel it, press 3. For an agent now, press 0.',
  confirmCancel: 'To cancel this callback, press 1. To keep it, press 2.',
  kept: 'We keep your callback.',
  moveFault: 'We have a fault. Your callback has not changed.',
};

const { clock, day, dayInFull, nearDay, window } = administrationPhrases('en');

const inTerritory: Readonly<Record<Territory, string>> = {
  RE: 'in Réunion',
  YT: 'in Mayotte',
  GP: 'in the West Indies',
  MQ: 'in Martinique',
  GF: 'in French Guiana',
  PM: 'in Saint-Pierre and Miquelon',
  NC: 'in New Caledonia',
  PF: 'in Tahiti',
  WF: 'in Wallis and Futuna',
};
/** Before hours that are those of the territory alone. */
const clockOf: Readonly<Record<Territory, string>> = {
  RE: 'Réunion time.',
  YT: 'Mayotte time.',
  GP: 'West Indies time.',
  MQ: 'Martinique time.',
  GF: 'French Guiana time.',
  PM: 'Saint-Pierre and Miquelon time.',
  NC: 'New Caledonia time.',
  PF: 'Tahiti time.',
  WF: 'Wallis and Futuna time.',
};
const onDay = { dayBefore: ' the day before', sameDay: '', nextDay: ' the next day' } as const;

/** ". It will be 2 PM in Réunion", to end a sentence. */
const there = ({ there: at }: SpokenSlot): string =>
  at ? `. It will be ${clock(at.minutes)}${onDay[at.day]} ${inTerritory[at.territory]}` : '';

const dayAndWindow = (slot: SpokenSlot): string =>
  `${dayInFull(slot.date, slot.today)} ${window(slot.fromMinutes, slot.toMinutes)}${there(slot)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "tomorrow, Wednesday 25 November", to stand alone. */
const wholeDay = (date: string, today: string): string => dayInFull(date, today).replace(/,$/u, '');

/** As the caller's own clock says it. */
const ownClock = ({ there: at, date, fromMinutes, today }: SpokenSlot) => at ?? { date, minutes: fromMinutes, today };

/** "For today around 10 30 AM, press 1. For noon, press 2. For Monday around 9 AM, press 3." */
function choices(slots: readonly SpokenSlot[]): string {
  const hours = slots.map(ownClock);
  const sentences = hours.map(({ date, minutes, today }, index) => {
    const sameDay = hours[index - 1]?.date === date;
    return `For ${sameDay ? '' : `${nearDay(date, today)} around `}${clock(minutes)}, press ${index + 1}.`;
  });
  const [first] = slots;
  return [...(first?.there ? [clockOf[first.there.territory]] : []), ...sentences].join(' ');
}

const spokenCode = (code: string): string => Array.from(code).join(', ');

export const english: CallbackPhrases = {
  choices,
  dayChoices: (dates, today) =>
    dates.map((date, index) => `For ${wholeDay(date, today)}, press ${index + 1}.`).join(' '),
  halfDayChoices: (date, today) =>
    `${capitalised(wholeDay(date, today))}. For the morning, press 1. For the afternoon, press 2.`,
  more: {
    dayOrHour: 'For another time, press 4.',
    laterHour: 'For a later time, press 4.',
    laterDay: 'For the days after, press 4.',
    otherDay: 'For another day, press 4.',
  },
  full: 'All the times for callbacks are taken for the next days. We are sorry about that.',
  paused: 'We offer no callback for the moment. We are sorry about that.',
  already: (slot) => `We have already promised to call this number back: ${dayAndWindow(slot)}.`,
  alreadyUnderWay: 'We will call this number back in a moment. Keep your telephone near you.',
  alreadyKept: 'We already keep your place. We will call you back when it is your turn.',
  booked: (slot) => `It is noted: we will call you back ${dayAndWindow(slot)}.`,
  placeKept: 'It is noted: we keep your place. We will call you back when it is your turn.',
  placeBusy: 'We cannot manage to keep your place for the moment. We are sorry about that.',
  codeTwice: (code) =>
    `Note your code: ${spokenCode(code)}. I repeat: ${spokenCode(code)}. ` +
    'We will say this code when we call you back. That is how you will know us.',
  slotGone: 'That time has just been taken. We are sorry about that.',
  slotBusy: 'We cannot manage to book that time for the moment. We are sorry about that.',
  slotPast: 'That time is no longer available.',
  promised: (slot) => `Your callback is planned ${dayAndWindow(slot)}.`,
  promisedPlace: 'We keep your place. We will call you back when it is your turn.',
  late: 'Our call is late. We are sorry about that. We will call you as soon as possible.',
  missed: (retry) => {
    const when = retry ? `${day(retry.date, retry.today)} around ${clock(retry.fromMinutes)}` : 'in a moment';
    return `We called you and did not reach you. We will try again ${when}.`;
  },
  unknown: 'This number and this code belong to no callback.',
  refusedToday: 'For safety, we check no more codes for this number today. An agent can help you.',
  cancelled: 'It is noted: your callback is cancelled.',
  changedMeanwhile: 'This callback has changed meanwhile.',
  spokenCode,
  callReason: ({ date, today, fromMinutes, toMinutes }) => {
    const inFrench = administrationPhrases('fr');
    return `Rappel promis ${inFrench.day(date, today)} ${inFrench.window(fromMinutes, toMinutes)}. La personne parle anglais.`;
  },
};
