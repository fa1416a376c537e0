import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import { nationalDigits } from '../national-format.ts';
import type { NumberRefusal } from '../number-refusal.ts';
import type { SmsDetails, SmsPhrases } from '../phrases.ts';

const { digitsInPairs, digitsOneByOne, shortClock, shortDate, shortWindow } = administrationPhrases('fr');

// SMS keep to the letters of GSM-7: é, è, à and ù exist in it; ê, ô, ç and â do not.
function when({ callAt: { date, fromMinutes, toMinutes } }: SmsDetails): string {
  const hours = toMinutes === undefined ? `dès ${shortClock(fromMinutes)}` : shortWindow(fromMinutes, toMinutes);
  return `${shortDate(date)} ${hours}`;
}
const toChange = ({ callUs }: SmsDetails): string => `Pour changer, appelez le ${callUs}.`;
const toAskAgain = ({ callUs }: SmsDetails): string => `Pour un nouveau rappel, appelez le ${callUs}.`;

const enterAnother = "Composez les dix chiffres d'un autre numéro, puis la touche dièse.";

const refusals: Readonly<Record<NumberRefusal, string>> = {
  // Also said to who keyed in nothing, and to callers whose forwarded call shows the line's own number.
  masked: "Nous n'avons pas reçu votre numéro. Composez les dix chiffres du numéro à rappeler, puis la touche dièse.",
  short: `Nous ne pouvons pas rappeler un numéro court. ${enterAnother}`,
  premium: `Nous ne rappelons pas les numéros surtaxés. ${enterAnother}`,
  special: `Nous ne pouvons pas rappeler ce numéro : c'est celui d'un service téléphonique. ${enterAnother}`,
  platform: `Nous ne pouvons pas rappeler ce numéro : il est réservé aux appels automatiques. ${enterAnother}`,
  machine: `Nous ne pouvons pas rappeler ce numéro : c'est celui d'un objet connecté. ${enterAnother}`,
  foreign: `Nous ne pouvons pas rappeler les numéros de ce pays ou de ce territoire. ${enterAnother}`,
  invalid: `Ce numéro n'est pas un numéro de téléphone complet. ${enterAnother}`,
};

function spokenNumber(e164: string): string {
  const digits = nationalDigits(e164);
  return digits.startsWith('00') ? `zéro zéro, ${digitsInPairs(digits.slice(2))}` : digitsInPairs(digits);
}

const codeTwice = (code: string): string =>
  `Notez votre code : ${digitsOneByOne(code)}. Je répète : ${digitsOneByOne(code)}. Nous vous le dirons en vous rappelant.`;

export const french: SmsPhrases = {
  confirmation: (details) =>
    `${details.name} : nous vous rappelons ${when(details)}. Code ${details.code}, que nous vous dirons. ${toChange(details)}`,
  missedRetry: (details) =>
    `${details.name} : notre appel n'a pas abouti. Nouvel essai ${when(details)}. Code ${details.code}. ${toChange(details)}`,
  missedLast: (details) =>
    `${details.name} : nous n'avons pas réussi à vous joindre. Votre demande de rappel est terminée. ${toAskAgain(details)}`,
  cancelled: (details) => `${details.name} : votre rappel prévu ${when(details)} est annulé. ${toAskAgain(details)}`,
  carriedOver: (details) =>
    `${details.name} : avec nos excuses, votre rappel est reporté à ${when(details)}. Code ${details.code}. ${toChange(details)}`,

  spokenNumber,
  spokenEnding: (e164) => digitsInPairs(e164.slice(-4)),
  refusedNumber: (refusal) => refusals[refusal],

  smsSent: 'Nous vous envoyons un SMS de confirmation.',
  smsAlreadySent: 'Le SMS de confirmation vous a déjà été envoyé.',
  smsLandline: "Nous n'envoyons pas de SMS sur une ligne fixe. Votre rappel est bien noté.",
  smsRefused: (code) => `Nous n'avons pas pu vous envoyer de SMS, mais votre rappel est bien noté. ${codeTwice(code)}`,
  smsUnknown: (code) =>
    `Nous ne savons pas si le SMS de confirmation est parti, mais votre rappel est bien noté. ${codeTwice(code)}`,
  smsStale: "Ce rappel a changé entre-temps : nous n'avons pas envoyé de SMS.",
};
