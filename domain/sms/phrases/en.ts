import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import { nationalDigits } from '../national-format.ts';
import type { NumberRefusal } from '../number-refusal.ts';
import type { FlowTexts, SmsDetails, SmsPhrases } from '../phrases.ts';

const { digitsInPairs, digitsOneByOne, shortClock, shortDate, shortWindow } = administrationPhrases('en');

const asSoonAsPossible = 'as soon as we can';

function hours({ callAt }: SmsDetails): string {
  if (!callAt) return asSoonAsPossible;
  const { fromMinutes, toMinutes } = callAt;
  return toMinutes === undefined ? `from ${shortClock(fromMinutes)}` : shortWindow(fromMinutes, toMinutes);
}
const when = (details: SmsDetails): string =>
  details.callAt ? `${shortDate(details.callAt.date)} ${hours(details)}` : asSoonAsPossible;
const toChange = ({ callUs }: SmsDetails): string => `To change, ring ${callUs}.`;
const toAskAgain = ({ callUs }: SmsDetails): string => `For another callback, ring ${callUs}.`;

const enterAnother = 'Key in the ten digits of another number, then the hash key.';

const refusals: Readonly<Record<NumberRefusal, string>> = {
  masked: 'We did not receive your number. Key in its ten digits, then the hash key.',
  short: `We cannot call a short number back. ${enterAnother}`,
  premium: `We do not call premium numbers back. ${enterAnother}`,
  special: `We cannot call this number back: it is that of a telephone service. ${enterAnother}`,
  platform: `We cannot call this number back: it is reserved for automatic calls. ${enterAnother}`,
  machine: `We cannot call this number back: it is that of a connected object. ${enterAnother}`,
  foreign: `We cannot call back the numbers of this country or territory. ${enterAnother}`,
  invalid: `This is not a whole telephone number. ${enterAnother}`,
};

function spokenNumber(e164: string): string {
  const digits = nationalDigits(e164);
  return digits.startsWith('00') ? `zero zero, ${digitsInPairs(digits.slice(2))}` : digitsInPairs(digits);
}

const codeTwice = (code: string): string =>
  `Note your code: ${digitsOneByOne(code)}. I repeat: ${digitsOneByOne(code)}. We will say it when we call you back.`;
const butNoted = (code: string | undefined): string =>
  code === undefined ? 'but your request is noted.' : `but your callback is noted. ${codeTwice(code)}`;
const noSms = 'As you asked, we send you no text message';

export const english: SmsPhrases = {
  confirmation: (details) =>
    `${details.name}: we will call you ${when(details)}. Code ${details.code}, which we will say. ${toChange(details)}`,
  placeKept: (details) =>
    `${details.name}: you keep your place, we will call you ${asSoonAsPossible}. Code ${details.code}, which we will say. ${toChange(details)}`,
  reminder: (details) =>
    `${details.name}: we will call you shortly, ${hours(details)}. Keep your telephone near you. Code ${details.code}. ${toChange(details)}`,
  moved: (details) =>
    `${details.name}: new hour noted, we will call you ${when(details)}. Code ${details.code}. ${toChange(details)}`,
  missedRetry: (details) =>
    `${details.name}: our call did not get through. New attempt ${when(details)}. Code ${details.code}. ${toChange(details)}`,
  missedLast: (details) =>
    `${details.name}: we could not reach you. Your request for a callback is closed. ${toAskAgain(details)}`,
  cancelled: (details) =>
    `${details.name}: your callback ${details.callAt ? `${when(details)} ` : ''}is cancelled. ${toAskAgain(details)}`,
  carriedOver: (details) =>
    `${details.name}: with our apologies, your callback is moved to ${when(details)}. Code ${details.code}. ${toChange(details)}`,
  information: (name, text) => `${name}: ${text}`,
  accessibility: (service, number) =>
    `for people who are deaf or hard of hearing, ${service}, ${number}, at the hours of our line.`,

  spokenNumber,
  spokenEnding: (e164) => digitsInPairs(e164.slice(-4)),
  refusedNumber: (refusal) => refusals[refusal],

  smsSent: 'We are sending you a text message to confirm it.',
  smsAlreadySent: 'The text message has already been sent to you.',
  smsLandline: 'We send no text message to a landline. Everything is noted.',
  smsRefused: (code) => `We could not send you a text message, ${butNoted(code)}`,
  smsUnknown: (code) => `We do not know whether the text message has left, ${butNoted(code)}`,
  smsStopped: (code) => `${noSms}, ${butNoted(code)}`,
  smsStale: 'This callback has changed meanwhile: we sent no text message.',

  informationSent: 'We are sending you this information by text message.',
  informationRefused: 'We could not send you this text message. We are sorry about that.',
  informationUnknown: 'We do not know whether this text message has left. We are sorry about that.',
  informationLandline:
    'A landline does not receive our text messages. Key in the ten digits of a mobile telephone, then the hash key.',
  informationLimit: 'We have already sent you several text messages today. You can ask for others tomorrow.',
  informationStopped: `${noSms}.`,
  writingStopped: 'It is noted. We will send you no more text messages.',
  writingResumed: 'It is noted. You will receive our text messages again.',
  lastSmsNotDelivered: 'Our last text message did not reach you.',
};

export const flowTexts: FlowTexts = {
  offerStop: 'To stop receiving text messages, press 5.',
  offerInformation: 'To receive this answer by text message, press 1.',
  offerMobile: 'To get this by text message on a mobile, press 1.',
  enterMobile: 'Key in the ten digits of your mobile number, then the hash key.',
  noMobile: 'This is not the number of a mobile telephone. We cannot send a text message to it.',
  informationUnknown: 'We do not know whether the text message has left.',
};
