import type { FlowTexts } from '../phrases.ts';

export const flowTexts: FlowTexts = {
  introduction: 'Two questions before you hang up.',
  quality: 'How did your call go? Press a mark from 1 to 5. One is very bad. Five is very good.',
  answered: 'Did you get the answer you needed? For yes, press 1. For no, press 2.',
  again: 'I repeat.',
  thanks: 'Thank you for your answers. Goodbye.',
  laterCall: (spokenName) =>
    `Hello, this is ${spokenName}. This automatic call is free and short. ` +
    'To listen to it, press 1. To receive no more of them, press 2.',
  laterReason:
    'You rang us and could not speak to an agent. We are sorry about that. ' +
    'For an agent now, press 0. To answer two questions, press 1.',
  answeredSince: 'Have you got the answer you needed since then? For yes, press 1. For no, press 2.',
  laterThanks: 'Thank you for your answers. To speak to an agent, press 0.',
  laterGoodbye: 'Goodbye.',
  neverAgain: 'Agreed: we will not call you like this again. Goodbye.',
  neverAgainFault: 'We did not manage to note it. We are sorry about that. Goodbye.',
};
