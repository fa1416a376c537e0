import { type FlowAction, isTrue, scalar } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor, numberParameter } from './action-specification.ts';

const LONGEST_TASK_DELAY_SECONDS = 518_400;
const SHORTEST_VIEW_SECONDS = 300;
const LONGEST_VIEW_SECONDS = 54_000;

function lambdaProblems(action: FlowAction): string[] {
  const type = scalar(action.parameters.InvocationType);
  const seconds = numberParameter(action, 'InvocationTimeLimitSeconds');
  return [
    ...(type === undefined || type === 'SYNCHRONOUS' || type === 'ASYNCHRONOUS'
      ? []
      : [`InvocationType is SYNCHRONOUS or ASYNCHRONOUS, not ${type}`]),
    ...(seconds !== undefined && seconds < 1 ? ['InvocationTimeLimitSeconds is at least 1'] : []),
  ];
}

function taskProblems(action: FlowAction): string[] {
  const { ContactFlowId, Name, DelaySeconds } = action.parameters;
  const seconds = numberParameter(action, 'DelaySeconds') ?? 0;
  const delayed = DelaySeconds === undefined || (seconds >= 1 && seconds <= LONGEST_TASK_DELAY_SECONDS);
  return [
    ...(scalar(ContactFlowId) ? [] : ['CreateTask has no ContactFlowId']),
    ...(scalar(Name) ? [] : ['CreateTask has no Name']),
    ...(delayed ? [] : [`DelaySeconds is from 1 to ${LONGEST_TASK_DELAY_SECONDS}`]),
  ];
}

function viewProblems(action: FlowAction): string[] {
  const seconds = numberParameter(action, 'InvocationTimeLimitSeconds');
  return seconds !== undefined && seconds >= SHORTEST_VIEW_SECONDS && seconds <= LONGEST_VIEW_SECONDS
    ? []
    : [`InvocationTimeLimitSeconds is from ${SHORTEST_VIEW_SECONDS} to ${LONGEST_VIEW_SECONDS}`];
}

function thirdPartyProblems(action: FlowAction): string[] {
  const { ContinueFlowExecution, ThirdPartyConnectionTimeLimitSeconds: limit } = action.parameters;
  return [
    ...(ContinueFlowExecution === undefined ? ['TransferParticipantToThirdParty has no ContinueFlowExecution'] : []),
    ...(isTrue(ContinueFlowExecution) && action.transitions.next === undefined
      ? ['TransferParticipantToThirdParty that continues the flow has no NextAction']
      : []),
    ...(limit !== undefined && !(Number(numberParameter(action, 'ThirdPartyConnectionTimeLimitSeconds')) >= 1)
      ? ['ThirdPartyConnectionTimeLimitSeconds is at least 1']
      : []),
  ];
}

/** Actions that reach beyond the call: functions, tasks, screens, other telephones. */
export const services: ActionSpecifications = {
  InvokeLambdaFunction: {
    allowedIn: flowTypesFor.all,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['TimeLimitExceeded', 'NoMatchingError'],
    problems: lambdaProblems,
  },
  CreateTask: {
    allowedIn: flowTypesFor.all,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['NoMatchingError'],
    problems: taskProblems,
  },
  ShowView: {
    allowedIn: ['CONTACT_FLOW', 'CUSTOMER_QUEUE'],
    inModules: 'runs',
    nextAction: 'optional',
    results: 'anything',
    errors: ['NoMatchingCondition', 'NoMatchingError', 'TimeLimitExceeded'],
    standIn: 'agent workspace',
    problems: viewProblems,
  },
  TransferParticipantToThirdParty: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'nothing',
    errors: ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'],
    problems: thirdPartyProblems,
  },
};
