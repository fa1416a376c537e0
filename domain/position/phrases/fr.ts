import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { Language } from '../../administration/language.ts';
import type { WaitMessage } from '../announcement.ts';
import type { FlowTexts, PositionPhrases } from '../phrases.ts';
import type { Place } from '../place.ts';

const { clock, dayInFull, feminineCount, minutes } = administrationPhrases('fr');

function range(fromMinutes: number, toMinutes: number): string {
  if (toMinutes === 1) return "Vous devriez attendre moins d'une minute.";
  if (fromMinutes === toMinutes) return `Vous devriez attendre environ ${minutes(toMinutes)}.`;
  return `Vous devriez attendre entre ${feminineCount(fromMinutes)} et ${minutes(toMinutes)}.`;
}

function wait(message: WaitMessage): string {
  switch (message.kind) {
    case 'range':
      return range(message.fromMinutes, message.toMinutes);
    case 'beyondLadder':
      return `Vous devriez attendre plus de ${minutes(30)}.`;
    case 'grew':
      return "L'attente est plus longue que prévu. Nous vous prions de nous en excuser.";
    case 'unknown':
      return "Nous ne pouvons pas estimer la durée de votre attente pour l'instant.";
    default:
      return message satisfies never;
  }
}

function place({ ahead, estimated }: Place): string {
  if (ahead === 0) return estimated ? 'Votre tour approche.' : 'Vous êtes la prochaine personne.';
  const persons = `${feminineCount(ahead)} ${ahead === 1 ? 'personne' : 'personnes'}`;
  return `Il y a ${estimated ? 'environ ' : ''}${persons} avant vous.`;
}

export const french: PositionPhrases = {
  unstaffed: "Aucun agent n'est présent pour le moment.",
  nearClosing: (closingMinutes) =>
    `Nos bureaux ferment à ${clock(closingMinutes)}. Vous risquez de ne pas être servi avant.`,
  wait,
  place,
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
  notUnderstood: "Je n'ai pas pu noter votre choix.",
  puttingThrough: 'Nous allons vous mettre en relation avec un agent.',
  agentReason: (spoken) => `L'appelant a choisi : ${spoken}.`,
  closed: 'Nos bureaux sont fermés pour le moment.',
  atCapacity: "Trop de personnes attendent en ce moment, nous ne pouvons pas vous placer dans la file d'attente.",
  fault: 'Un incident technique nous empêche de vous mettre en relation avec un agent.',
  callAgain: "Vous pouvez nous rappeler à ce même numéro, aux heures d'ouverture. Au revoir.",
  transferring: (spoken) => `Pour ${spoken}, nous vous passons le service concerné. C'est gratuit. Restez en ligne.`,
  transferUnanswered:
    'Personne ne répond. Pour essayer encore, tapez 1. Pour un autre sujet, tapez 2. Pour un agent, tapez 0.',
  offerAccessibility: 'Pour recevoir par SMS le service destiné aux personnes sourdes, tapez 3.',
  goodbye: 'Merci de votre appel. Au revoir.',
  pleaseWait: 'Merci de patienter, un agent va vous répondre.',
  stillInQueue: "Vous êtes toujours dans la file d'attente. Vous gardez votre place.",
  onHold: 'Merci de patienter, votre agent revient vers vous.',
  agentHold: "L'appelant est en attente.",
  agentAnswers: (firstName) => `Vous allez parler avec ${firstName} , qui vous répond.`,
  anAgentAnswers: 'Un agent vous répond.',
  questionsFollow:
    "Quand l'agent aura raccroché, restez en ligne : nous vous poserons deux questions sur votre accueil.",
};

/** In the agent's ear: what the call is about comes first, then what the caller has been through. */
export function briefing(call: {
  reason: string;
  promise: 'none' | 'place' | 'slot';
  language: Language;
  waitedMinutes: number | undefined;
}): string {
  const waited = call.waitedMinutes === undefined ? '' : `Attend depuis ${minutes(call.waitedMinutes)}.`;
  const promised = call.promise === 'place' ? 'Place gardée : nous le rappelons.' : '';
  const speaks = call.language === 'fr' ? '' : `Parle ${languageNames[call.language]}.`;
  return [call.reason, promised, waited, speaks].filter((sentence) => sentence !== '').join(' ');
}

const languageNames: Readonly<Record<Language, string>> = { fr: 'français', en: 'anglais' };
