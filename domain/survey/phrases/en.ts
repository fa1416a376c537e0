import type { FlowTexts } from '../phrases.ts';

export const flowTexts: FlowTexts = {
  introduction: 'Two questions before you hang up.',
  quality: 'How did your call go? Press a mark from 1 to 5. One is very bad. Five is very good.',
  answered: 'Did you get the answer you needed? For yes, press 1. For no, press 2.',
  again: 'I repeat.',
  thanks: 'Thank you for your answers. Goodbye.',
};
