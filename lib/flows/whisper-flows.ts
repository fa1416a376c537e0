import { builtLanguages, type Language, type SpokenText } from '../../domain/administration/language.ts';
import { equals, whichOf } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import type { AttributeName } from './flow-attributes.ts';
import { joined } from './joined-actions.ts';
import { endFlow } from './queueing.ts';
import { agentFirstName, attribute, external } from './references.ts';
import { speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { filled, plainSpeech, speech } from './speech.ts';
import { spoken } from './subjects.ts';

/** Who is on the line, for what, since when and in which language; and whether the agent's answer cut a booking short. Agents hear French. */
export function agentWhisperFlow(name: string, language: Language, lambdas: LambdaArns): FlowDocument {
  return flow(name, 'AGENT_WHISPER', speakLanguage('fr', 'brief-agent'), {
    'brief-agent': invoke(lambdas, {
      lambda: 'briefAgent',
      parameters: {
        reason: attribute('reason'),
        queuedAt: attribute('queuedAt'),
        promise: attribute('promise'),
        language,
      },
      next: 'whisper',
      error: 'whisper-reason',
    }),
    whisper: say({
      says: plainSpeech(external('briefAgent', 'announcement')),
      next: 'was-booking',
      error: 'was-booking',
    }),
    'whisper-reason': say({ says: plainSpeech(attribute('reason')), next: 'was-booking', error: 'was-booking' }),
    'was-booking': equals({ value: attribute('booking'), cases: { underWay: 'whisper-booking' }, otherwise: 'end' }),
    'whisper-booking': say({
      says: plainSpeech(flowTexts('fr').callback.bookingUnderWay),
      next: 'end',
      error: 'end',
    }),
    end: endFlow(),
  });
}

/** Who answers, and that two questions follow: agents end the calls, so callers must know that they stay on the line. */
export function customerWhisperFlow(name: string, language: Language): FlowDocument {
  const texts = flowTexts(language).position;
  return flow(name, 'CUSTOMER_WHISPER', speakLanguage(language, 'whisper'), {
    whisper: say({
      says: speech(filled(texts.agentAnswers, agentFirstName), texts.questionsFollow),
      next: 'end',
      error: 'end',
    }),
    end: endFlow(),
  });
}

/** The same for a caller about whom nothing could be remembered. */
export function plainCustomerWhisperFlow(name: string, language: Language): FlowDocument {
  const texts = flowTexts(language).position;
  return flow(name, 'CUSTOMER_WHISPER', speakLanguage(language, 'whisper'), {
    whisper: say({ says: plainSpeech(texts.anAgentAnswers, texts.questionsFollow), next: 'end', error: 'end' }),
    end: endFlow(),
  });
}

/**
 * What a person hears who picks up a call from a queue: a place kept, with its code, in the language of the call; or any other call
 * that an agent places. One flow for all languages, since a queue names one; it reads what is set with a place only behind one.
 */
export function outboundWhisperFlow(name: string, spokenName: SpokenText): FlowDocument {
  const languages = builtLanguages.filter((language) => spokenName[language] !== undefined);
  const branching: Actions<'OUTBOUND_WHISPER'> = {
    'is-place-kept': equals({
      value: attribute('promise'),
      cases: { place: languages.length > 1 ? 'which-language' : 'fr-set-voice' },
      otherwise: 'tell-call',
    }),
    ...whichOf({
      name: 'which-language',
      value: attribute('language'),
      values: languages,
      first: 'fr',
      target: (language) => `${language}-set-voice`,
    }),
    'tell-call': say({
      says: plainSpeech(flowTexts('fr').callback.outbound(spokenName.fr)),
      next: 'end',
      error: 'end',
    }),
    end: endFlow(),
  };
  return flow(
    name,
    'OUTBOUND_WHISPER',
    speakLanguage('fr', 'is-place-kept'),
    branching,
    ...languages.map((language) => tellPlace(language, spoken(spokenName, language))),
  );
}

/** Attributes that only a kept place has, and that are read only behind one. */
export const attributesOfPlace: readonly AttributeName[] = ['speechRate', 'spokenCode'];

function tellPlace(language: Language, spokenName: string): Actions<'OUTBOUND_WHISPER'> {
  const texts = flowTexts(language).callback;
  const says = speech(texts.outboundPlace(spokenName), filled(texts.code, attribute('spokenCode')));
  return joined(speakLanguage(language, `tell-place-${language}`, `${language}-`), {
    [`tell-place-${language}`]: say({ says, next: 'end', error: 'end' }),
  });
}
