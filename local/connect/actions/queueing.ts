import type { FlowAction } from '../flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { type ActionKinds, flowTypesFor, numberParameter, refusedParameters, textParameter } from './action-kind.ts';

function setTargetQueue(action: FlowAction, run: FlowRun): Step {
  const id = textParameter(action, 'QueueId', run) ?? '';
  const queue = run.host.resources.queue(id);
  if (!queue) return failed(`no queue ${id}`);
  run.contact.targetQueue = queue;
  return next;
}

function transferToQueue(_action: FlowAction, run: FlowRun): Step {
  if (!run.contact.targetQueue) return failed('no target queue');
  const entry = run.host.joinQueue(run.contact);
  if (entry === 'full') return failed('the queue is full', 'QueueAtCapacity');
  return entry === 'gone' ? failed('the target queue is gone') : { kind: 'end', end: 'queued' };
}

function setRouting(action: FlowAction, run: FlowRun): Step {
  const priority = numberParameter(action, 'QueuePriority');
  const adjustmentSeconds = numberParameter(action, 'QueueTimeAdjustmentSeconds');
  if (priority !== undefined) run.contact.queuePriority = priority;
  if (adjustmentSeconds !== undefined) run.contact.queueTimeAdjustmentSeconds = adjustmentSeconds;
  run.host.reorder(run.contact);
  return next;
}

function routingProblems(action: FlowAction): string[] {
  const { QueuePriority, QueueTimeAdjustmentSeconds } = action.parameters;
  const problems: string[] = [];
  if ((QueuePriority === undefined) === (QueueTimeAdjustmentSeconds === undefined)) {
    problems.push('UpdateContactRoutingBehavior sets either QueuePriority or QueueTimeAdjustmentSeconds');
  }
  const priority = numberParameter(action, 'QueuePriority');
  if (QueuePriority !== undefined && !(priority !== undefined && priority >= 1))
    problems.push('QueuePriority is at least 1');
  return problems;
}

export const queueingActions: ActionKinds = {
  UpdateContactTargetQueue: {
    allowedIn: flowTypesFor.conversation,
    problems: (action) => refusedParameters(action, 'AgentId'),
    run: setTargetQueue,
  },
  TransferContactToQueue: {
    allowedIn: flowTypesFor.conversation,
    nextAction: 'optional',
    run: transferToQueue,
  },
  UpdateContactRoutingBehavior: {
    allowedIn: flowTypesFor.conversationAndQueue,
    problems: routingProblems,
    run: setRouting,
  },
};
