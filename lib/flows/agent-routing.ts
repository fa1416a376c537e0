import type { Administration } from '../../domain/administration/administration.ts';
import { whichOf } from './branching.ts';
import type { Actions } from './flow.ts';
import { joined } from './joined-actions.ts';
import { firstHook, setHooks, type HookFlows } from './queue-hooks.ts';
import { targetQueue, transferToQueue } from './queueing.ts';
import { attribute } from './references.ts';
import { arnOf, firstQueueSubject } from './subjects.ts';

interface AgentRouting {
  administration: Administration;
  /** ARNs by queue id of the YAML. */
  queues: Record<string, string>;
  hooks: HookFlows;
  /** After the queue is known to be full, or cannot be entered. */
  noQueue: string;
}

const target = (queueId: string) => `target-queue-${queueId}`;

/** The first action of the routing: a line with one queue has nothing to choose. */
export const routingStart = (administration: Administration): string =>
  Object.keys(administration.queues).length > 1 ? 'which-queue' : target(firstQueueSubject(administration).queue);

/**
 * To an agent of the queue named in the attributes. Queue ids of the YAML are known at synthesis, so each has its branch, but for the
 * first one, which what is unknown goes to as well. Its first action is `routingStart`; every hook is set on the way.
 */
export function agentRouting({ administration, queues, hooks, noQueue }: AgentRouting): Actions<'CONTACT_FLOW'> {
  const ids = Object.keys(administration.queues);
  const start = firstHook(hooks, 'set');
  const targets = ids.map((id): Actions<'CONTACT_FLOW'> => ({
    [target(id)]: targetQueue({ queueArn: arnOf(queues, id), next: start, error: noQueue }),
  }));
  const entering: Actions<'CONTACT_FLOW'> = {
    ...whichOf({
      name: 'which-queue',
      value: attribute('queue'),
      values: ids,
      first: firstQueueSubject(administration).queue,
      target,
    }),
    'enter-queue': transferToQueue({ atCapacity: noQueue, error: noQueue }),
  };
  return joined(entering, ...targets, setHooks(hooks, 'set', 'enter-queue'));
}
