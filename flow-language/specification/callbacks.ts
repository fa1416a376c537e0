import { type FlowAction, isObject, scalar } from '../flow-document.ts';
import { isReference } from '../references.ts';
import {
  type ActionSpecifications,
  eitherQueueOrAgent,
  flowTypesFor,
  numberParameter,
} from './action-specification.ts';

const LONGEST_DELAY_SECONDS = 259_200;

function callbackProblems(action: FlowAction): string[] {
  const delays = ['InitialCallDelaySeconds', 'RetryDelaySeconds'].filter((name) => {
    const seconds = numberParameter(action, name);
    return seconds === undefined || seconds < 1 || seconds > LONGEST_DELAY_SECONDS;
  });
  // The page says "greater than 0"; the console writes the number of retries, 0 included.
  const attempts = numberParameter(action, 'MaximumConnectionAttempts');
  return [
    ...delays.map((name) => `${name} of CreateCallbackContact is from 1 to ${LONGEST_DELAY_SECONDS}`),
    ...(attempts !== undefined && Number.isInteger(attempts) && attempts >= 0
      ? []
      : ['MaximumConnectionAttempts is a number, 0 or more']),
    ...eitherQueueOrAgent(action),
    ...(isObject(action.parameters.CallerId) ? ['CallerId of CreateCallbackContact is a number'] : []),
  ];
}

export const callbacks: ActionSpecifications = {
  UpdateContactCallbackNumber: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'],
    problems: ({ parameters }) =>
      isReference(scalar(parameters.CallbackNumber) ?? '') ? [] : ['CallbackNumber is one reference, never static'],
  },
  CreateCallbackContact: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['NoMatchingError'],
    problems: callbackProblems,
  },
};
