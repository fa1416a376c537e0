import type { FlowTexts } from '../phrases.ts';

export const flowTexts: FlowTexts = {
  introduction: 'Two questions before you hang up.',
  quality: 'How were you received? Press a number from 1, very badly, to 5, very well.',
  answered: 'Did you get the answer you needed? For yes, press 1. For no, press 2.',
  notUnderstood: 'That key is not one of the choices.',
  thanks: 'Thank you for your answers. Goodbye.',
};
