import { isOfCountries } from '../destination.ts';
import type { InvocationResult } from '../lambda/invoker.ts';
import { flowMetrics } from './flow-metrics.ts';
import type { FlowHost } from './flow-run.ts';
import { startOf } from './overrides.ts';
import { shortName } from './known-functions.ts';
import { agentsOf, queueMetrics } from './queue-metrics.ts';
import type { Switchboard, SwitchboardDependencies } from './switchboard.ts';

/** What flows ask of the parts of the contact centre. */
export function createFlowHost(parts: Switchboard, dependencies: SwitchboardDependencies): FlowHost {
  const { clock, newId, random, deployment, allowedCountries } = dependencies;
  return {
    clock,
    newId,
    random,
    deployment,
    lambdas: toldInvocations(parts, dependencies),
    resources: parts.flowResources,
    faults: parts.faults,
    standIns: parts.standIns,
    tell: (contact, details, place) => parts.log.tell(contact, details, place),
    inputAsked: (contact, asked) => {
      for (const listener of parts.inputListeners) listener(contact.id, asked);
    },
    started: (action, run) => {
      if (parts.actionListeners.length === 0) return undefined;
      const started = startOf(action, run);
      return parts.actionListeners.map((listener) => listener(started)).find((override) => override !== undefined);
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

/** Of what `lambdaEvent` makes. */
interface InvocationEvent {
  Details: { ContactData: { ContactId: string }; Parameters: unknown };
}

/** The functions as they are, with whoever listens told of each invocation. */
function toldInvocations(
  { invocationListeners }: Switchboard,
  { lambdas, deployment }: SwitchboardDependencies,
): FlowHost['lambdas'] {
  return {
    invoke: async (arn, event, timeLimitSeconds) => {
      const begun = performance.now();
      const outcome = await lambdas.invoke(arn, event, timeLimitSeconds);
      const { ContactData, Parameters } = (event as InvocationEvent).Details;
      const deployed = deployment.functions.find((candidate) => candidate.arn === arn);
      for (const listener of invocationListeners) {
        listener({
          contactId: ContactData.ContactId,
          function: deployed === undefined ? arn : shortName(deployed),
          parameters: Parameters,
          answer: answerOf(outcome),
          milliseconds: performance.now() - begun,
        });
      }
      return outcome;
    },
    stop: () => lambdas.stop(),
  };
}

function answerOf(outcome: InvocationResult): unknown {
  if (outcome.result === 'ok') return outcome.value;
  return outcome.result === 'error' ? outcome.message : 'timeout';
}
