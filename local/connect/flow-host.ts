import { isOfCountries } from '../destination.ts';
import { flowMetrics } from './flow-metrics.ts';
import type { FlowHost } from './flow-run.ts';
import { agentsOf, queueMetrics } from './queue-metrics.ts';
import type { Switchboard, SwitchboardDependencies } from './switchboard.ts';

/** What flows ask of the parts of the contact centre. */
export function createFlowHost(parts: Switchboard, dependencies: SwitchboardDependencies): FlowHost {
  const { clock, newId, random, deployment, lambdas, allowedCountries } = dependencies;
  return {
    clock,
    newId,
    random,
    deployment,
    lambdas,
    resources: parts.flowResources,
    faults: parts.faults,
    standIns: parts.standIns,
    tell: (contact, details, place) => parts.log.tell(contact, details, place),
    inputAsked: (contact, asked) => {
      for (const listener of parts.inputListeners) listener(contact.id, asked);
    },
    took: (contact, transition) => {
      for (const listener of parts.transitionListeners) listener({ contactId: contact.id, ...transition });
    },
    joinQueue: (contact) => {
      const { targetQueue } = contact;
      if (!targetQueue) return 'gone';
      const refusal = parts.door.refusal(targetQueue, contact.channel);
      if (!refusal) parts.door.enter(contact, targetQueue);
      return refusal ?? 'queued';
    },
    reorder: (contact) => parts.router.reorder(contact),
    applyRoutingCriteria: (contact) => parts.router.applyCriteria(contact),
    moveToQueue: (contact, queue) => parts.queueTransfers.move(contact, queue),
    isFree: (queue) => parts.agentQueues.ownerOf(queue.arn)?.state === 'available',
    metrics: (queueArn) =>
      queueMetrics(parts.router.line(queueArn), agentsOf(parts.workforce, parts.agentQueues, queueArn), clock.now()),
    flowMetrics: (contact, queue, channel) => flowMetrics(parts, contact, { queue, channel, now: clock.now() }),
    mayDial: (number) => isOfCountries(number, allowedCountries),
    createCallback: (contact, plan) => parts.callbacks.create(contact, plan),
    show: (guide, view) => parts.guides.show(guide, view),
    createTask: (plan) => parts.tasks.create(plan).id,
    related: ({ record: { description } }) => {
      const id = description.relatedContactId ?? '';
      const record = parts.contacts.record(id);
      return record && { record, contact: parts.contacts.underWay(id) };
    },
    transfer: (contact, request, signal) => parts.transfers.transfer(contact, request, signal),
  };
}
