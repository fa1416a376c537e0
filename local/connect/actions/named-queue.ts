import type { FlowAction } from '../../../flow-language/flow-document.ts';
import type { DeployedQueue } from '../../deployment.ts';
import type { FlowRun } from '../flow-run.ts';
import { textParameter } from './action-kind.ts';

/** The queue that an action names, or the own one of the agent whom it names, else the contact's target queue; or why there is none. */
export function namedQueue(action: FlowAction, run: FlowRun): DeployedQueue | string {
  const { resources } = run.host;
  const agentId = textParameter(action, 'AgentId', run);
  if (agentId) return resources.agentQueue(agentId) ?? `no agent ${agentId}`;
  const queueId = textParameter(action, 'QueueId', run) || run.contact.targetQueue?.arn;
  if (queueId === undefined) return 'no target queue';
  return resources.queue(queueId) ?? `no queue ${queueId}`;
}
