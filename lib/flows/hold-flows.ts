import type { Language } from '../../domain/administration/language.ts';
import { flow } from './flow.ts';
import type { ContactFlowType, FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { speakLanguage } from './settings.ts';
import { playAgainAndAgain } from './speaking.ts';
import { pause, plainSpeech, type Speaking, type Speech } from './speech.ts';

type HoldType = Extract<ContactFlowType, 'CUSTOMER_HOLD' | 'AGENT_HOLD'>;

/** A hold flow cannot end itself: its playlist goes on until the agent comes back, and starts again should it fail. */
function hold(name: string, type: HoldType, language: Language, sentence: Speech): FlowDocument {
  return flow<HoldType>(name, type, speakLanguage(language, 'hold'), {
    hold: playAgainAndAgain({ messages: [sentence, pause(10)], error: 'hold' }),
  });
}

export function customerHoldFlow(name: string, language: Language, speaking: Speaking): FlowDocument {
  return hold(name, 'CUSTOMER_HOLD', language, speaking(flowTexts(language).position.onHold));
}

/** Agents hear French, at the usual speed. */
export function agentHoldFlow(name: string): FlowDocument {
  return hold(name, 'AGENT_HOLD', 'fr', plainSpeech(flowTexts('fr').position.agentHold));
}
