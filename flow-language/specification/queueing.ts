import { type FlowAction, scalar } from '../flow-document.ts';
import { isReference } from '../references.ts';
import { readRoutingCriteria } from '../routing-criteria.ts';
import {
  type ActionSpecification,
  type ActionSpecifications,
  eitherQueueOrAgent,
  flowTypesFor,
  numberParameter,
} from './action-specification.ts';

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

/** Criteria that a reference leads to are read as the flow runs. */
function criteriaProblems({ parameters: { RoutingCriteria } }: FlowAction): string[] {
  if (isReference(scalar(RoutingCriteria) ?? '')) return [];
  const steps = readRoutingCriteria(RoutingCriteria);
  return typeof steps === 'string' && !JSON.stringify(RoutingCriteria ?? {}).includes('"$.') ? [steps] : [];
}

const criteria: ActionSpecification = {
  allowedIn: flowTypesFor.conversationAndQueue,
  inModules: 'runs',
  nextAction: 'required',
  results: 'nothing',
  errors: ['NoMatchingError'],
  problems: criteriaProblems,
};

export const queueing: ActionSpecifications = {
  UpdateContactTargetQueue: {
    allowedIn: flowTypesFor.conversation,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: ['NoMatchingError'],
    problems: eitherQueueOrAgent,
  },
  TransferContactToQueue: {
    allowedIn: flowTypesFor.conversation,
    inModules: 'runs',
    nextAction: 'optional',
    results: 'nothing',
    errors: ['QueueAtCapacity', 'NoMatchingError'],
  },
  DequeueContactAndTransferToQueue: {
    allowedIn: flowTypesFor.queue,
    inModules: 'fails',
    nextAction: 'optional',
    results: 'nothing',
    errors: ['QueueAtCapacity', 'NoMatchingError'],
    problems: eitherQueueOrAgent,
  },
  TransferContactToAgent: {
    allowedIn: ['AGENT_TRANSFER', 'QUEUE_TRANSFER'],
    inModules: 'refused',
    nextAction: 'none',
    results: 'nothing',
    errors: [],
  },
  // What the page is named after, and what consoles write.
  UpdateRoutingCriteria: criteria,
  UpdateContactRoutingCriteria: criteria,
  UpdateContactRoutingBehavior: {
    allowedIn: flowTypesFor.conversationAndQueue,
    inModules: 'runs',
    nextAction: 'required',
    results: 'nothing',
    errors: [],
    problems: routingProblems,
  },
};
