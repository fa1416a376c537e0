import type { FlowTexts } from '../phrases.ts';

export const flowTexts: FlowTexts = {
  introduction: 'Deux questions avant de raccrocher.',
  quality: 'Comment avez-vous été accueilli ? Tapez un chiffre de 1, très mal, à 5, très bien.',
  answered: 'Avez-vous obtenu la réponse à votre demande ? Pour oui, tapez 1. Pour non, tapez 2.',
  notUnderstood: "Cette touche n'est pas proposée.",
  thanks: 'Merci de vos réponses. Au revoir.',
};
