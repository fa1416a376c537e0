import { callbackMetrics } from '../../domain/callback/contract.ts';
import { isUnstaffed, type QueueSeen, recentlySeen } from '../../domain/callback/staffing.ts';
import type { Item } from '../runtime/dynamodb.ts';
import { count } from '../runtime/log.ts';

interface PassFacts {
  open: boolean;
  /** Whether callbacks are offered and made, for all that a supervisor has said. */
  switchedOn: boolean;
  underWay: number;
  /** Whether one of them is to be called now. */
  anyDue: boolean;
  dialled: number;
  /** What this pass has asked Connect, if it has. */
  agents: { agentsStaffed: number; agentsFree: number } | undefined;
  /** What callers were last told by, if that was not long ago. */
  seen: QueueSeen | undefined;
}

/** The snapshot that callers share, as far as a pass may rely on it: no request is made for it. */
export function seenByCallers(item: Item | undefined, now: Date): QueueSeen | undefined {
  if (item === undefined) return undefined;
  return recentlySeen(
    {
      takenAt: Number(item['takenAt']),
      waiting: Number(item['contactsInQueue']),
      agentsStaffed: Number(item['agentsStaffed']),
      agentsFree: Number(item['agentsAvailable']),
    },
    now,
  );
}

/** Tells CloudWatch of one pass over one queue, in one line; most passes have nothing to tell. */
export function countPass(facts: PassFacts, dimensions: { administration: string; queue: string }, at: Date): void {
  const { open, switchedOn, underWay, dialled, anyDue, seen } = facts;
  const { agentsStaffed, agentsFree } = facts.agents ?? seen ?? {};
  const waiting = seen?.waiting ?? 0;
  const counts = {
    ...(underWay > 0 && { [callbackMetrics.underWay]: underWay, [callbackMetrics.dialled]: dialled }),
    ...(agentsStaffed !== undefined && { [callbackMetrics.agentsStaffed]: agentsStaffed }),
    ...(agentsFree !== undefined && { [callbackMetrics.agentsFree]: agentsFree }),
    ...(isUnstaffed({ open, agentsStaffed, waiting, anyDue }) && { [callbackMetrics.unstaffed]: 1 }),
    ...(open && !switchedOn && { [callbackMetrics.switchedOff]: 1 }),
  };
  if (Object.keys(counts).length > 0) count(counts, dimensions, at);
}
