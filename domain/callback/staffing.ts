/** A queue as callers were told of it. */
export interface QueueSeen {
  /** Milliseconds since the epoch. */
  takenAt: number;
  waiting: number;
  agentsStaffed: number;
  agentsFree: number;
}

/** Whoever waits has the queue looked at every minute: what is older tells that nobody does any more. */
const longestSeconds = 120;

/** Undefined where it is too old to say anything of now. */
export const recentlySeen = (seen: QueueSeen, now: Date): QueueSeen | undefined =>
  now.getTime() - seen.takenAt <= longestSeconds * 1000 ? seen : undefined;

/** Whether people wait for an agent, or are to be called, while the queue is open and nobody is logged in. */
export function isUnstaffed(facts: {
  open: boolean;
  /** Undefined where that is not known. */
  agentsStaffed: number | undefined;
  waiting: number;
  anyDue: boolean;
}): boolean {
  const { open, agentsStaffed, waiting, anyDue } = facts;
  return open && agentsStaffed === 0 && (waiting > 0 || anyDue);
}
