import type { JsonObject } from '../../flow-language/flow-document.ts';
import type { DeployedQueue } from '../deployment.ts';
import type { Contact } from './contact.ts';
import { agentCounts, agentsOf } from './queue-metrics.ts';
import type { Switchboard } from './switchboard.ts';

interface Asked {
  queue: DeployedQueue;
  /** `Voice` or `Chat`, in any case; undefined: all of them together. */
  channel: string | undefined;
  now: number;
}

/**
 * `$.Metrics`, as `GetMetricData` gets it; undefined where nobody waits and nobody serves. Waits are estimated where simulated agents serve, by
 * their handle time: the service's own estimate is not documented.
 */
export function flowMetrics(
  { router, workforce, agentQueues }: Switchboard,
  contact: Contact,
  { queue, channel, now }: Asked,
): JsonObject | undefined {
  const channels = { voice: ['VOICE'], chat: [] }[channel?.toLowerCase() ?? ''] ?? ['VOICE', 'TASK'];
  const lines = channels.map((name) => router.line(queue.arn, name === 'TASK' ? 'TASK' : 'VOICE'));
  const size = [...new Set(lines)].reduce((sum, line) => sum + line.size, 0);
  const counts = agentCounts(channels.length > 0 ? agentsOf(workforce, agentQueues, queue.arn) : []);
  if (size === 0 && counts.online === 0) return undefined;
  const handleTimeSeconds = workforce.staffOf(queue.arn)?.handleTimeSeconds;
  const waitSeconds = (ahead: number): number | null =>
    channels.length !== 1 || handleTimeSeconds === undefined || counts.staffed === 0
      ? null
      : Math.ceil((ahead * handleTimeSeconds) / counts.staffed);
  const { waiting } = contact;
  const position = waiting?.line.positionOf(waiting);
  return {
    Queue: {
      Name: queue.name,
      ARN: queue.arn,
      Size: size,
      OldestContactAge: Math.max(...lines.map((line) => line.oldestAgeSeconds(now))),
      EstimatedWaitTime: counts.available > 0 ? waitSeconds(0) : waitSeconds(size + 1),
    },
    ...(counts.online > 0 && { Agents: agentMetrics(counts) }),
    ...(position !== undefined && { Contact: { PositionInQueue: position, EstimatedWaitTime: waitSeconds(position) } }),
  };
}

function agentMetrics(counts: ReturnType<typeof agentCounts>): JsonObject {
  return {
    Online: { Count: counts.online },
    Available: { Count: counts.available },
    Staffed: { Count: counts.staffed },
    AfterContactWork: { Count: counts.afterContactWork },
    Busy: { Count: counts.busy },
    Missed: { Count: counts.missed },
    // No agent here takes a break.
    NonProductive: { Count: 0 },
  };
}
