import type { AgentQueues } from './agent-queues.ts';
import type { CentreAgent } from './agents.ts';
import type { CurrentMetrics } from './centre.ts';
import type { WaitingLine } from './waiting-line.ts';
import type { Workforce } from './workforce.ts';

/** Who serves a queue: desk agents who take calls serve every queue, and their own alone. */
export function agentsOf(workforce: Workforce, agentQueues: AgentQueues, queueArn: string): CentreAgent[] {
  const owner = agentQueues.ownerOf(queueArn);
  if (owner) return [owner];
  const desk = workforce.deskAgents().filter(({ channels }) => channels.includes('VOICE'));
  return [...desk, ...(workforce.staffOf(queueArn)?.agents() ?? [])];
}

/** How many are in each state: `online` is any but offline, `staffed` neither offline nor after a missed contact. */
export function agentCounts(agents: readonly CentreAgent[]) {
  const inState = (state: CentreAgent['state']): number => agents.filter((agent) => agent.state === state).length;
  const online = agents.length - inState('offline');
  return {
    online,
    staffed: online - inState('missed'),
    available: inState('available'),
    busy: inState('busy'),
    afterContactWork: inState('afterContactWork'),
    missed: inState('missed'),
  };
}

/** A queue at this moment. */
export function queueMetrics(line: WaitingLine, agents: readonly CentreAgent[], now: number): CurrentMetrics {
  const { online, staffed, available, busy } = agentCounts(agents);
  return {
    queueId: line.queue.id,
    contactsInQueue: line.size,
    oldestContactAgeSeconds: line.oldestAgeSeconds(now),
    agentsOnline: online,
    agentsStaffed: staffed,
    agentsAvailable: available,
    agentsOnContact: busy,
  };
}
