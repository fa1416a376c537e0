import type { SurveyQuestion } from '../contract.ts';
import type { FlowTexts } from '../phrases.ts';

/** What supervisors read of a caller who was served badly. */
export const supervisorTask: { name: string; description: Readonly<Record<SurveyQuestion, string>> } = {
  name: "Appel à réécouter : la personne n'est pas satisfaite",
  description: {
    quality: "La personne a donné 1 ou 2 sur 5 à son appel. L'identifiant de l'appel est joint.",
    answered: "La personne n'a pas obtenu la réponse à sa demande. L'identifiant de l'appel est joint.",
  },
};

/** In the agent's ear: who asks for an agent while a machine surveys them. */
export const laterCallReason =
  'Cette personne avait appelé sans parler à un agent. Notre appel automatique vient de la joindre.';

export const flowTexts: FlowTexts = {
  introduction: 'Deux questions avant de raccrocher.',
  quality: "Comment s'est passé votre appel ? Tapez une note de 1 à 5. Un, c'est très mal. Cinq, c'est très bien.",
  answered: 'Avez-vous eu la réponse à votre demande ? Pour oui, tapez 1. Pour non, tapez 2.',
  again: 'Je répète.',
  thanks: 'Merci de vos réponses. Au revoir.',
  laterCall: (spokenName) =>
    `Bonjour, ici ${spokenName}. Cet appel automatique est gratuit et court. ` +
    "Pour l'écouter, tapez 1. Pour ne plus en recevoir, tapez 2.",
  laterReason:
    'Vous nous avez appelés sans pouvoir parler à un agent. Nous en sommes désolés. ' +
    'Pour un agent maintenant, tapez 0. Pour répondre à deux questions, tapez 1.',
  answeredSince: 'Depuis, avez-vous eu la réponse à votre demande ? Pour oui, tapez 1. Pour non, tapez 2.',
  laterThanks: 'Merci de vos réponses. Pour parler à un agent, tapez 0.',
  laterGoodbye: 'Au revoir.',
  neverAgain: 'Entendu : nous ne vous appellerons plus ainsi. Au revoir.',
  neverAgainFault: "Nous n'avons pas réussi à le noter. Nous en sommes désolés. Au revoir.",
};
