import { type FlowAction, isObject, scalar } from '../../../flow-language/flow-document.ts';
import { resolveValue } from '../../../flow-language/references.ts';
import { readRoutingCriteria } from '../../../flow-language/routing-criteria.ts';
import { numberParameter } from '../../../flow-language/specification/action-specification.ts';
import { referenceValues } from '../contact-data.ts';
import { failed, type FlowRun, next, type Step } from '../flow-run.ts';
import { type ActionKinds, textParameter } from './action-kind.ts';
import { namedQueue } from './named-queue.ts';

const disconnect: Step = { kind: 'end', end: 'disconnect' };

function setTargetQueue(action: FlowAction, run: FlowRun): Step {
  if (!textParameter(action, 'QueueId', run) && !textParameter(action, 'AgentId', run))
    return failed('no queue is named');
  const queue = namedQueue(action, run);
  if (typeof queue === 'string') return failed(queue);
  run.contact.targetQueue = queue;
  return next;
}

function transferToQueue(_action: FlowAction, run: FlowRun): Step {
  if (!run.contact.targetQueue) return failed('no target queue');
  const entry = run.host.joinQueue(run.contact);
  if (entry === 'full') return failed('the queue is full', 'QueueAtCapacity');
  return entry === 'gone' ? failed('the target queue is gone') : { kind: 'end', end: 'queued' };
}

/** On an error the contact stays in the queue where it waits. */
function moveToQueue(action: FlowAction, run: FlowRun): Step {
  const queue = namedQueue(action, run);
  if (typeof queue === 'string') return failed(queue);
  const moved = run.host.moveToQueue(run.contact, queue);
  if (moved === 'moved') return { kind: 'end', end: 'moved' };
  if (moved === 'full') return failed(`queue ${queue.name} is full`, 'QueueAtCapacity');
  return failed(moved === 'gone' ? `queue ${queue.name} is gone` : 'the contact cannot leave its queue');
}

/** To the agent whose own queue is the target; who is not free does not get the call, and it ends. */
function transferToAgent(_action: FlowAction, run: FlowRun): Step {
  const { contact, host } = run;
  if (!contact.targetQueue || contact.channel !== 'VOICE' || !host.isFree(contact.targetQueue)) return disconnect;
  return host.joinQueue(contact) === 'queued' ? { kind: 'end', end: 'queued' } : disconnect;
}

function setRouting(action: FlowAction, run: FlowRun): Step {
  const priority = numberParameter(action, 'QueuePriority');
  const adjustmentSeconds = numberParameter(action, 'QueueTimeAdjustmentSeconds');
  if (priority !== undefined) run.contact.queuePriority = priority;
  if (adjustmentSeconds !== undefined) run.contact.queueTimeAdjustmentSeconds = adjustmentSeconds;
  run.host.reorder(run.contact);
  return next;
}

function setRoutingCriteria({ parameters }: FlowAction, run: FlowRun): Step {
  const written = resolveValue(parameters.RoutingCriteria, referenceValues(run));
  const steps = readRoutingCriteria(isObject(written) ? written : parsed(written));
  if (typeof steps === 'string') return failed(steps);
  run.contact.routingSteps = steps;
  run.host.applyRoutingCriteria(run.contact);
  return next;
}

/** A function may answer the criteria as text. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(scalar(text) ?? '');
  } catch {
    return undefined;
  }
}

export const queueingActions: ActionKinds = {
  UpdateContactTargetQueue: { run: setTargetQueue },
  TransferContactToQueue: { run: transferToQueue },
  DequeueContactAndTransferToQueue: { run: moveToQueue },
  TransferContactToAgent: { run: transferToAgent },
  UpdateContactRoutingBehavior: { run: setRouting },
  UpdateRoutingCriteria: { run: setRoutingCriteria },
  UpdateContactRoutingCriteria: { run: setRoutingCriteria },
};
