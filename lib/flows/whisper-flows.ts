import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import { flow } from './flow.ts';
import type { ContactFlowType, FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { endFlow } from './queueing.ts';
import { attribute } from './references.ts';
import { speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { speech, type Speech } from './speech.ts';

type WhisperType = Extract<ContactFlowType, 'AGENT_WHISPER' | 'CUSTOMER_WHISPER' | 'OUTBOUND_WHISPER'>;

function whisper(name: string, type: WhisperType, language: Language, says: Speech): FlowDocument {
  return flow<WhisperType>(name, type, speakLanguage(language, 'whisper'), {
    whisper: say({ says, next: 'end', error: 'end' }),
    end: endFlow(),
  });
}

/** Why this person is on the line, and whether the agent's answer cut a booking dialogue short. */
export function agentWhisperFlow(name: string, language: Language): FlowDocument {
  return flow(name, 'AGENT_WHISPER', speakLanguage(language, 'whisper'), {
    whisper: say({ says: speech(attribute('reason')), next: 'was-booking', error: 'was-booking' }),
    'was-booking': equals({ value: attribute('booking'), cases: { underWay: 'whisper-booking' }, otherwise: 'end' }),
    'whisper-booking': say({
      says: speech(flowTexts(language).callback.bookingUnderWay),
      next: 'end',
      error: 'end',
    }),
    end: endFlow(),
  });
}

/** An agent answers, and two questions follow: agents end the calls, so callers must know that they stay on the line. */
export function customerWhisperFlow(name: string, language: Language): FlowDocument {
  return whisper(name, 'CUSTOMER_WHISPER', language, speech(flowTexts(language).position.beforeAgent));
}

/** What a person hears who picks up an outbound call that an agent placed. */
export function outboundWhisperFlow(name: string, language: Language, spokenName: string): FlowDocument {
  return whisper(name, 'OUTBOUND_WHISPER', language, speech(flowTexts(language).callback.outbound(spokenName)));
}
