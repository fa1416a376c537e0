import type { LineRules } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import { slotKey } from '../callback/shards.ts';
import { slotsOfDay } from '../callback/slots.ts';

/** Keys of the ledger's items that hold the callbacks due in the slot under way; none outside the slots. */
export function seatsDueKeys(rules: LineRules, queueId: string, now: Date): string[] {
  const today = localTime(now, rules.timeZone).date;
  const at = now.toISOString();
  const current = slotsOfDay(rules, queueId, today, today).find(({ start, end }) => start <= at && at < end);
  return current ? Array.from({ length: current.shards }, (_, shard) => slotKey(queueId, current.start, shard)) : [];
}
