import { type FlowAction, isObject, isTrue } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

function inputErrors({ parameters }: FlowAction): string[] {
  const validation = JSON.stringify(parameters.InputValidation ?? {});
  if (!isTrue(parameters.StoreInput)) return ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'];
  return validation.includes('PhoneNumberValidation') ? ['InvalidPhoneNumber', 'NoMatchingError'] : ['NoMatchingError'];
}

function inputProblems({ parameters, transitions }: FlowAction): string[] {
  const stores = isTrue(parameters.StoreInput);
  return [
    ...(stores === (parameters.InputValidation !== undefined)
      ? []
      : ['GetParticipantInput has InputValidation if and only if it stores its input']),
    ...(stores && transitions.conditions.length > 0
      ? ['GetParticipantInput that stores its input has no conditions']
      : []),
    ...(stores && transitions.next === undefined
      ? ['GetParticipantInput that stores its input has no NextAction']
      : []),
  ];
}

export const speaking: ActionSpecifications = {
  MessageParticipant: {
    allowedIn: flowTypesFor.allButHolds,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['NoMatchingError'],
  },
  MessageParticipantIteratively: {
    allowedIn: flowTypesFor.queueAndHolds,
    inModules: 'fails',
    nextAction: 'optional',
    results: ['MessagesInterrupted'],
    errors: ['NoMatchingError'],
    problems: ({ parameters: { Messages } }) =>
      Array.isArray(Messages) && Messages.some(isObject) ? [] : ['MessageParticipantIteratively has no Messages'],
  },
  GetParticipantInput: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    // A menu that has a branch for each key, for another key and for silence needs none.
    nextAction: 'optional',
    results: 'key',
    errors: inputErrors,
    problems: inputProblems,
  },
};
