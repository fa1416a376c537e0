import type { Language } from '../../domain/administration/language.ts';
import { flow } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { endFlow } from './queueing.ts';
import { speakLanguage } from './settings.ts';
import { playAgainAndAgain } from './speaking.ts';
import { pause, speech } from './speech.ts';

/**
 * The queue of somebody whom we called back: at its front, so that neither a place nor a wait is worth saying.
 * It reads nothing, and so also serves a caller about whom nothing could be remembered.
 */
export function waitingFlow(name: string, language: Language): FlowDocument {
  const texts = flowTexts(language).position;
  return flow(name, 'CUSTOMER_QUEUE', speakLanguage(language, 'wait'), {
    wait: playAgainAndAgain({
      messages: [speech(texts.pleaseWait), pause(10), speech(texts.stillInQueue), pause(10)],
      error: 'stay-in-queue',
    }),
    'stay-in-queue': endFlow(),
  });
}
