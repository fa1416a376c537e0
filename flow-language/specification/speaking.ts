import { type FlowAction, isObject, isTrue } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor } from './action-specification.ts';

function inputErrors({ parameters }: FlowAction): string[] {
  if (parameters.EnableDTMFBuffer !== undefined) return ['NoMatchingError'];
  const validation = JSON.stringify(parameters.InputValidation ?? {});
  if (!isTrue(parameters.StoreInput)) return ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'];
  return validation.includes('PhoneNumberValidation') ? ['InvalidPhoneNumber', 'NoMatchingError'] : ['NoMatchingError'];
}

const isCustom = (validation: unknown): boolean => isObject(validation) && isObject(validation.CustomValidation);

/** Set touchtone buffer behaviour: no input is asked for. */
function bufferProblems({ transitions }: FlowAction): string[] {
  return [
    ...(transitions.conditions.length > 0
      ? ['GetParticipantInput that sets the buffer of keys has no conditions']
      : []),
    ...(transitions.next === undefined ? ['GetParticipantInput that sets the buffer of keys has no NextAction'] : []),
  ];
}

function inputProblems(action: FlowAction): string[] {
  const { parameters, transitions } = action;
  if (parameters.EnableDTMFBuffer !== undefined) return bufferProblems(action);
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
    ...(parameters.InputEncryption !== undefined && !isCustom(parameters.InputValidation)
      ? ['GetParticipantInput encrypts only what a CustomValidation limits']
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
