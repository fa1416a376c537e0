import type { Language } from '../../domain/administration/language.ts';
import { flow } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { endFlow } from './queueing.ts';
import { speakLanguage } from './settings.ts';
import { playAgainAndAgain } from './speaking.ts';
import { pause, type Speaking } from './speech.ts';

/**
 * The queue of somebody whom we called back, or who calls for a promise: at its front, so that neither a place nor a wait is worth
 * saying. At the usual speed it reads nothing, and so also serves a caller about whom nothing could be remembered.
 */
export function waitingFlow(name: string, language: Language, speaking: Speaking): FlowDocument {
  const texts = flowTexts(language).position;
  return flow(name, 'CUSTOMER_QUEUE', speakLanguage(language, 'wait'), {
    wait: playAgainAndAgain({
      messages: [speaking(texts.pleaseWait), pause(10), speaking(texts.stillInQueue), pause(10)],
      error: 'stay-in-queue',
    }),
    'stay-in-queue': endFlow(),
  });
}
