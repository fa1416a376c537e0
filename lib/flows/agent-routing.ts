import type { Administration } from '../../domain/administration/administration.ts';
import { equals } from './branching.ts';
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

/**
 * To an agent of the queue named in the attributes. Queue ids of the YAML are known at synthesis, so each has its branch; what is
 * unknown goes to the first queue. Its first action is `which-queue`; every hook is set on the way.
 */
export function agentRouting({ administration, queues, hooks, noQueue }: AgentRouting): Actions<'CONTACT_FLOW'> {
  const ids = Object.keys(administration.queues);
  const start = firstHook(hooks, 'set');
  const targets = ids.map((id): Actions<'CONTACT_FLOW'> => ({
    [target(id)]: targetQueue({ queueArn: arnOf(queues, id), next: start, error: noQueue }),
  }));
  const entering: Actions<'CONTACT_FLOW'> = {
    'which-queue': equals({
      value: attribute('queue'),
      cases: Object.fromEntries(ids.map((id) => [id, target(id)])),
      otherwise: target(firstQueueSubject(administration).queue),
    }),
    'enter-queue': transferToQueue({ atCapacity: noQueue, error: noQueue }),
  };
  return joined(entering, ...targets, setHooks(hooks, 'set', 'enter-queue'));
}
