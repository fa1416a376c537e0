import type { LineRules } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import type { SpokenSlot } from './phrases.ts';

/** A slot's start as the line's wall clock says it. */
export function spokenSlot({ timeZone, callback }: LineRules, slot: string, now: Date): SpokenSlot {
  const { date, minutes } = localTime(new Date(slot), timeZone);
  return {
    date,
    fromMinutes: minutes,
    toMinutes: minutes + callback.slotMinutes,
    today: localTime(now, timeZone).date,
  };
}
