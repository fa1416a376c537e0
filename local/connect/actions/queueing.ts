import type { FlowAction } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { type ActionKinds, refusedParameters, textParameter } from './action-kind.ts';

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

export const queueingActions: ActionKinds = {
  UpdateContactTargetQueue: {
    notImplemented: (action) => refusedParameters(action, 'AgentId'),
    run: setTargetQueue,
  },
  TransferContactToQueue: {
    run: transferToQueue,
  },
  UpdateContactRoutingBehavior: {
    run: setRouting,
  },
};
