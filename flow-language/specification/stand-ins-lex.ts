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

/** A conversation with a bot, whose result is an intent: Developer Guide, "ConnectParticipantWithLexBot". */
export const lexStandIns: ActionSpecifications = {
  ConnectParticipantWithLexBot: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'anything',
    errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
    standIn: 'Amazon Lex',
    problems: lexProblems,
  },
};
