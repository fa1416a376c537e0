import type { LineRules } from '../administration/administration.ts';
import { isOpenAt, nextOpening, queueCalendar } from '../administration/opening-hours.ts';

/** When who was missed is called again: after the file's delay, or when the queue next opens. ISO 8601 UTC. */
export function retryInstant(rules: LineRules, queueId: string, now: Date): string {
  const calendar = queueCalendar(rules, queueId);
  const retry = new Date(now.getTime() + rules.callback.retryMinutes * 60_000);
  return (isOpenAt(calendar, retry) ? retry : (nextOpening(calendar, retry) ?? retry)).toISOString();
}
