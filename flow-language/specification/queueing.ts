import type { FlowAction } from '../flow-document.ts';
import { type ActionSpecifications, flowTypesFor, numberParameter } from './action-specification.ts';

function routingProblems(action: FlowAction): string[] {
  const { QueuePriority, QueueTimeAdjustmentSeconds } = action.parameters;
  const priority = numberParameter(action, 'QueuePriority');
  return [
    ...((QueuePriority === undefined) === (QueueTimeAdjustmentSeconds === undefined)
      ? ['UpdateContactRoutingBehavior sets either QueuePriority or QueueTimeAdjustmentSeconds']
      : []),
    ...(QueuePriority !== undefined && !(priority !== undefined && priority >= 1)
      ? ['QueuePriority is at least 1']
      : []),
  ];
}

export const queueing: ActionSpecifications = {
  UpdateContactTargetQueue: {
    allowedIn: flowTypesFor.conversation,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['NoMatchingError'],
  },
  TransferContactToQueue: {
    allowedIn: flowTypesFor.conversation,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'nothing',
    errors: ['QueueAtCapacity', 'NoMatchingError'],
  },
  UpdateContactRoutingBehavior: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: [],
    problems: routingProblems,
  },
};
