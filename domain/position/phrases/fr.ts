import { phrases as administrationPhrases } from '../../administration/phrases.ts';
import type { WaitMessage } from '../announcement.ts';
import type { PositionPhrases } from '../phrases.ts';
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
  wait,
  place,
  closed: (opening) =>
    opening
      ? `Nos bureaux sont fermés. Ils ouvriront ${dayInFull(opening.date, opening.today)} à ${clock(opening.minutes)}.`
      : 'Nos bureaux sont fermés. Nous ne connaissons pas encore la date de leur ouverture.',
};

/** What the flows themselves say before, in and after the queue. */
export const flowTexts = {
  greeting: (spokenName: string) => `Bonjour, ici ${spokenName}. Un serveur vocal vous répond.`,
  subject: (spoken: string, key: string) => `Pour ${spoken}, tapez ${key}.`,
  agentKey: 'Pour un agent, tapez 0.',
  repeatKey: 'Pour réécouter, tapez étoile.',
  notUnderstood: "Je n'ai pas pu noter votre choix.",
  puttingThrough: 'Nous allons vous mettre en relation avec un agent.',
  /** In the agent's ear. */
  agentReason: (spoken: string) => `L'appelant a choisi : ${spoken}.`,
  closed: 'Nos bureaux sont fermés pour le moment.',
  atCapacity: "Trop de personnes attendent en ce moment, nous ne pouvons pas vous placer dans la file d'attente.",
  fault: 'Un incident technique nous empêche de vous mettre en relation avec un agent.',
  callAgain: "Vous pouvez nous rappeler à ce même numéro, aux heures d'ouverture. Au revoir.",
  goodbye: 'Merci de votre appel. Au revoir.',
  pleaseWait: 'Merci de patienter, un agent va vous répondre.',
  stillInQueue: "Vous êtes toujours dans la file d'attente. Vous gardez votre place.",
  onHold: 'Merci de patienter, votre agent revient vers vous.',
  agentHold: "L'appelant est en attente.",
  beforeAgent:
    "Un agent vous répond. Quand il aura raccroché, restez en ligne : deux questions vous seront posées sur l'accueil que vous avez reçu.",
};
