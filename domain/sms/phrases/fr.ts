import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import { nationalDigits } from '../national-format.ts';
import type { NumberRefusal } from '../number-refusal.ts';
import type { FlowTexts, SmsDetails, SmsPhrases } from '../phrases.ts';

const { digitsInPairs, digitsOneByOne, shortClock, shortDate, shortWindow } = administrationPhrases('fr');

// SMS keep to the letters of GSM-7: é, è, à and ù exist in it; ê, ô, ç and â do not.
const asSoonAsPossible = 'dès que possible';

function hours({ callAt }: SmsDetails): string {
  if (!callAt) return asSoonAsPossible;
  const { fromMinutes, toMinutes } = callAt;
  return toMinutes === undefined ? `dès ${shortClock(fromMinutes)}` : shortWindow(fromMinutes, toMinutes);
}
const when = (details: SmsDetails): string =>
  details.callAt ? `${shortDate(details.callAt.date)} ${hours(details)}` : asSoonAsPossible;
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
const butNoted = (code: string | undefined): string =>
  code === undefined ? 'mais votre demande est bien notée.' : `mais votre rappel est bien noté. ${codeTwice(code)}`;
const noSms = 'Comme demandé, nous ne vous envoyons pas de SMS';

export const french: SmsPhrases = {
  confirmation: (details) =>
    `${details.name} : nous vous rappelons ${when(details)}. Code ${details.code}, que nous vous dirons. ${toChange(details)}`,
  placeKept: (details) =>
    `${details.name} : nous gardons votre place et vous rappelons ${asSoonAsPossible}. Code ${details.code}, que nous vous dirons. ${toChange(details)}`,
  reminder: (details) =>
    `${details.name} : nous vous rappelons tout à l'heure, ${hours(details)}. Restez près du téléphone. Code ${details.code}. ${toChange(details)}`,
  moved: (details) =>
    `${details.name} : nouvelle heure notée, nous vous rappelons ${when(details)}. Code ${details.code}. ${toChange(details)}`,
  missedRetry: (details) =>
    `${details.name} : notre appel n'a pas abouti. Nouvel essai ${when(details)}. Code ${details.code}. ${toChange(details)}`,
  missedLast: (details) =>
    `${details.name} : nous n'avons pas réussi à vous joindre. Votre demande de rappel est terminée. ${toAskAgain(details)}`,
  cancelled: (details) =>
    `${details.name} : votre rappel ${details.callAt ? `prévu ${when(details)} ` : ''}est annulé. ${toAskAgain(details)}`,
  carriedOver: (details) =>
    `${details.name} : avec nos excuses, votre rappel est reporté à ${when(details)}. Code ${details.code}. ${toChange(details)}`,
  information: (name, text) => `${name} : ${text}`,
  accessibility: (service, number) =>
    `pour les personnes sourdes ou malentendantes, ${service}, ${number}, aux heures de notre ligne.`,

  spokenNumber,
  spokenEnding: (e164) => digitsInPairs(e164.slice(-4)),
  refusedNumber: (refusal) => refusals[refusal],

  smsSent: 'Nous vous envoyons un SMS de confirmation.',
  smsAlreadySent: 'Le SMS de confirmation vous a déjà été envoyé.',
  smsLandline: "Nous n'envoyons pas de SMS sur une ligne fixe. Tout est bien noté.",
  smsRefused: (code) => `Nous n'avons pas pu vous envoyer de SMS, ${butNoted(code)}`,
  smsUnknown: (code) => `Nous ne savons pas si le SMS est parti, ${butNoted(code)}`,
  smsStopped: (code) => `${noSms}, ${butNoted(code)}`,
  smsStale: "Ce rappel a changé entre-temps : nous n'avons pas envoyé de SMS.",

  informationSent: 'Nous vous envoyons ces informations par SMS.',
  informationRefused: "Nous n'avons pas pu vous envoyer ce SMS. Nous en sommes désolés.",
  informationUnknown: 'Nous ne savons pas si ce SMS est parti. Nous en sommes désolés.',
  informationLandline:
    "Une ligne fixe ne reçoit pas nos SMS. Composez les dix chiffres d'un téléphone portable, puis la touche dièse.",
  informationLimit: "Nous vous avons déjà envoyé plusieurs SMS aujourd'hui. Vous pourrez en demander d'autres demain.",
  informationStopped: `${noSms}.`,
  writingStopped: "C'est noté. Nous ne vous enverrons plus de SMS.",
  writingResumed: "C'est noté. Vous recevrez de nouveau nos SMS.",
  lastSmsNotDelivered: "Vous n'avez pas reçu notre dernier SMS.",
};

export const flowTexts: FlowTexts = {
  offerStop: 'Pour ne plus recevoir de SMS, tapez 5.',
  offerInformation: 'Pour recevoir cette réponse par SMS, tapez 1.',
  offerMobile: 'Pour recevoir un SMS sur un portable, tapez 1.',
  enterMobile: 'Composez les dix chiffres de votre téléphone portable, puis la touche dièse.',
  noMobile: "Ce numéro n'est pas celui d'un téléphone portable. Nous ne pouvons pas y envoyer de SMS.",
  informationUnknown: 'Nous ne savons pas si le SMS est parti.',
};
