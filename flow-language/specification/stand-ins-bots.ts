import { type FlowAction, isObject } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

/** What the service asks for as it publishes: something to say, or a message to begin with. */
const openings = ['PromptId', 'Text', 'SSML', 'Media', 'LexInitializationData'] as const;

function lexProblems({ parameters }: FlowAction): string[] {
  return [
    ...(isObject(parameters.LexV2Bot) || isObject(parameters.LexBot)
      ? []
      : ['ConnectParticipantWithLexBot has neither LexV2Bot nor LexBot']),
    ...(openings.some((name) => parameters[name] !== undefined)
      ? []
      : [`ConnectParticipantWithLexBot has none of ${openings.join(', ')}`]),
  ];
}

export const botStandIns: ActionSpecifications = {
  /** A conversation with a bot, whose result is an intent: Developer Guide. */
  ConnectParticipantWithLexBot: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'anything',
    errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
    standIn: 'Amazon Lex',
    problems: lexProblems,
  },
  /** Administrator Guide, "Agentic CX"; its type and the words of its branches are a third party's reading of the console. */
  ConnectParticipantWithAgenticCX: {
    allowedIn: [...flowTypesFor.conversationAndQueue, 'CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'OUTBOUND_WHISPER'],
    inModules: 'runs',
    nextAction: 'required',
    results: ['Escalation'],
    errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
    standIn: 'Agentic CX',
  },
};
