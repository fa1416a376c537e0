import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { Language } from '../../administration/language.ts';
import type { Promised } from '../contract.ts';
import type { WaitMessage } from '../announcement.ts';
import type { FlowTexts, PositionPhrases } from '../phrases.ts';
import { roundedPlace, type Place } from '../place.ts';

const { clock, dayInFull, feminineCount, minutes, numberInWords } = administrationPhrases('fr');

function range(fromMinutes: number, toMinutes: number): string {
  if (toMinutes === 1) return "Vous devriez attendre moins d'une minute.";
  if (fromMinutes === toMinutes) return `Vous devriez attendre environ ${minutes(toMinutes)}.`;
  return `Vous devriez attendre ${feminineCount(fromMinutes)} à ${minutes(toMinutes)}.`;
}

function wait(message: WaitMessage): string {
  switch (message.kind) {
    case 'range':
      return range(message.fromMinutes, message.toMinutes);
    case 'beyondLadder':
      return `Vous devriez attendre plus de ${minutes(30)}.`;
    case 'grew':
      return "Pardon, l'attente est plus longue que prévu.";
    case 'unknown':
      return "Nous ne connaissons pas le temps d'attente.";
    default:
      return message satisfies never;
  }
}

/** Beyond a hundred, whole hundreds say enough; beyond a thousand, that one. */
const manyAhead = (ahead: number): string =>
  numberInWords(ahead > 1000 ? 1000 : Math.floor((ahead - 1) / 100) * 100, 'feminine');

function place(known: Place): string {
  const { ahead, estimated } = roundedPlace(known);
  if (ahead === 0) return estimated ? 'Votre tour approche.' : 'Vous êtes la prochaine personne.';
  if (ahead > 100) return `Plus de ${manyAhead(ahead)} personnes sont avant vous.`;
  const persons = `${feminineCount(ahead)} ${ahead === 1 ? 'personne' : 'personnes'}`;
  return `Il y a ${estimated ? 'environ ' : ''}${persons} avant vous.`;
}

export const french: PositionPhrases = {
  unstaffed: "Aucun agent n'est présent pour le moment.",
  nearClosing: (closingMinutes) =>
    `Nos bureaux ferment à ${clock(closingMinutes)}. Nous n'aurons peut-être pas le temps de vous répondre.`,
  wait,
  place,
  stillNext:
    "Aucun agent n'a encore pu prendre votre appel. Nous en sommes désolés. Vous restez la prochaine personne.",
  closed: (opening) =>
    opening
      ? `Nos bureaux sont fermés. Ils ouvriront ${dayInFull(opening.date, opening.today)} à ${clock(opening.minutes)}.`
      : 'Nos bureaux sont fermés. Nous ne connaissons pas encore la date de leur ouverture.',
};

export const flowTexts: FlowTexts = {
  greeting: (spokenName) => `Bonjour, ici ${spokenName}. Un serveur vocal vous répond.`,
  subject: (spoken, key) => `Pour ${spoken}, tapez ${key}.`,
  agentKey: 'Pour un agent, tapez 0.',
  thisLanguage: (key) => `Pour le français, tapez ${key}.`,
  keys: 'Pour réécouter, tapez étoile. Pour que je parle plus lentement, tapez 9. Pour un agent, tapez 0.',
  puttingThrough: 'Nous allons vous passer un agent.',
  agentReason: (spoken) => `La personne a choisi : ${spoken}.`,
  closed: 'Nos bureaux sont fermés pour le moment.',
  atCapacity: 'Trop de personnes attendent en ce moment. Nous ne pouvons pas vous passer un agent.',
  fault: 'Nous avons une panne. Nous ne pouvons pas vous passer un agent.',
  callAgain: "Vous pouvez nous rappeler à ce même numéro, aux heures d'ouverture. Au revoir.",
  transferring: (spoken) => `Pour ${spoken}, nous vous passons le bon service. C'est gratuit. Restez en ligne.`,
  transferUnanswered:
    'Personne ne répond. Pour essayer encore, tapez 1. Pour un autre sujet, tapez 2. Pour un agent, tapez 0.',
  offerAccessibility: 'Pour le service des personnes sourdes, tapez 3.',
  goodbye: 'Merci de votre appel. Au revoir.',
  pleaseWait: 'Merci de patienter. Vous gardez votre place.',
  stillInQueue: "Vous êtes toujours dans la file d'attente. Nous ne vous oublions pas.",
  onHold: 'Merci de patienter. Votre agent va revenir.',
  agentHold: 'La personne est en attente.',
  agentAnswers: (firstName) => `Vous allez parler avec ${firstName} dans un instant.`,
  anAgentAnswers: 'Un agent vous répond.',
  questionsFollow: "Quand l'agent aura raccroché, restez en ligne. Nous vous poserons deux questions.",
};

/** To the agent who passes a caller on, and has them still where it does not come about. */
export const transferTexts = {
  starts: 'Nous transférons cet appel.',
  toNobody: 'Personne ne pourra prendre cet appel à temps. Vous gardez la personne en ligne.',
  fails: 'Le transfert ne marche pas. Vous gardez la personne en ligne.',
};

/** In the agent's ear: what the call is about comes first, then what the caller has been through. */
export function briefing(call: {
  reason: string;
  promise: Promised;
  language: Language;
  waitedMinutes: number | undefined;
}): string {
  const waited = call.waitedMinutes === undefined ? '' : `Attend depuis ${minutes(call.waitedMinutes)}.`;
  const promised = promisedInWords[call.promise];
  const speaks = call.language === 'fr' ? '' : `Parle ${languageNames[call.language]}.`;
  return [call.reason, promised, waited, speaks].filter((sentence) => sentence !== '').join(' ');
}

const promisedInWords: Readonly<Record<Promised, string>> = {
  none: '',
  place: 'Place gardée : nous le rappelons.',
  // The reason already says it.
  slot: '',
  transfer: 'Un collègue vous transfère cet appel.',
};
const languageNames: Readonly<Record<Language, string>> = { fr: 'français', en: 'anglais' };
