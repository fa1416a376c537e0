import type { Language } from '../../domain/administration/language.ts';
import type { AttributeName, FlowAttributes } from './flow-attributes.ts';
import type { Action } from './flow-language.ts';
import { renderedAll, type Reference } from './references.ts';
import { languageCodes, voices } from './voices.ts';

const noMatchingError = (target: string) => [{ NextAction: target, ErrorType: 'NoMatchingError' as const }];

/** All or nothing: on the error branch none of them is set. */
export function remember(options: {
  attributes: { [Name in AttributeName]?: FlowAttributes[Name] | Reference };
  next: string;
  error: string;
}): Action<'UpdateContactAttributes'> {
  return {
    Type: 'UpdateContactAttributes',
    Parameters: { Attributes: renderedAll(options.attributes), TargetContact: 'Current' },
    Transitions: { NextAction: options.next, Errors: noMatchingError(options.error) },
  };
}

/** Connect speaks English until a voice is set: the first two actions of every flow; prefixed where a flow changes its language. */
export function speakLanguage(
  language: Language,
  next: string,
  prefix = '',
): Record<string, Action<'UpdateContactTextToSpeechVoice' | 'UpdateContactData'>> {
  return {
    [`${prefix}set-voice`]: {
      Type: 'UpdateContactTextToSpeechVoice',
      Parameters: { TextToSpeechVoice: voices[language], TextToSpeechEngine: 'Neural' },
      Transitions: { NextAction: `${prefix}set-language`, Errors: noMatchingError(`${prefix}set-language`) },
    },
    [`${prefix}set-language`]: {
      Type: 'UpdateContactData',
      Parameters: { LanguageCode: languageCodes[language], TargetContact: 'Current' },
      Transitions: { NextAction: next, Errors: noMatchingError(next) },
    },
  };
}

/** Flow logs hold parameters and keys: off wherever a number or an answer passes. */
export function logging(state: 'Enabled' | 'Disabled', next: string): Action<'UpdateFlowLoggingBehavior'> {
  return {
    Type: 'UpdateFlowLoggingBehavior',
    Parameters: { FlowLoggingBehavior: state },
    Transitions: { NextAction: next },
  };
}

/** `CustomerRemaining` is the flow of a caller whose agent has hung up; those of the agent's UI are guides, while a contact lasts and after it. */
export type Hook =
  | 'CustomerQueue'
  | 'AgentWhisper'
  | 'CustomerWhisper'
  | 'CustomerHold'
  | 'AgentHold'
  | 'CustomerRemaining'
  | 'DefaultAgentUI'
  | 'DisconnectAgentUI';

/** One hook: Connect accepts a single one an action. */
export function hook(options: { hook: Hook; flowArn: string; next: string }): Action<'UpdateContactEventHooks'> {
  return {
    Type: 'UpdateContactEventHooks',
    Parameters: { EventHooks: { [options.hook]: options.flowArn } },
    // A hook that cannot be set leaves Connect's own default flow: still a human at the end of the queue.
    Transitions: { NextAction: options.next, Errors: noMatchingError(options.next) },
  };
}
