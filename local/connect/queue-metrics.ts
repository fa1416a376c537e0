import type { CurrentMetrics } from './centre.ts';
import type { CentreAgent } from './agents.ts';
import type { WaitingLine } from './waiting-line.ts';
import type { Workforce } from './workforce.ts';

/** A queue at this moment; desk agents who take calls count for every queue. */
export function queueMetrics(line: WaitingLine, workforce: Workforce, now: number): CurrentMetrics {
  const takesCalls = workforce.deskAgents().filter(({ channels }) => channels.includes('VOICE'));
  const desk = takesCalls.filter(({ state }) => state !== 'offline' && state !== 'missed');
  const agents = [...desk, ...(workforce.staffOf(line.queue.arn)?.agents() ?? [])];
  const inState = (state: CentreAgent['state']): number => agents.filter((agent) => agent.state === state).length;
  return {
    queueId: line.queue.id,
    contactsInQueue: line.size,
    oldestContactAgeSeconds: line.oldestAgeSeconds(now),
    agentsStaffed: agents.length,
    agentsAvailable: inState('available'),
    agentsOnContact: inState('busy'),
  };
}
