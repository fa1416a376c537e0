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

export const flowTexts: FlowTexts = {
  introduction: 'Deux questions avant de raccrocher.',
  quality: "Comment s'est passé votre appel ? Tapez une note de 1 à 5. Un, c'est très mal. Cinq, c'est très bien.",
  answered: 'Avez-vous eu la réponse à votre demande ? Pour oui, tapez 1. Pour non, tapez 2.',
  again: 'Je répète.',
  thanks: 'Merci de vos réponses. Au revoir.',
};
