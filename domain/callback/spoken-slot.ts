import type { LineRules } from '../administration/administration.ts';
import { addDays, localTime } from '../administration/local-time.ts';
import type { SpokenSlot } from './phrases.ts';
import { territoryOf } from './territories.ts';

/** A slot's start as the line's wall clock says it, and as that of the number's territory does where it says something else. */
export function spokenSlot({ timeZone, callback }: LineRules, slot: string, now: Date, number: string): SpokenSlot {
  const { date, minutes } = localTime(new Date(slot), timeZone);
  const there = thereAt(slot, now, number, { date, minutes });
  return {
    date,
    fromMinutes: minutes,
    toMinutes: minutes + callback.slotMinutes,
    today: localTime(now, timeZone).date,
    ...(there && { there }),
  };
}

function thereAt(
  slot: string,
  now: Date,
  number: string,
  here: { date: string; minutes: number },
): SpokenSlot['there'] {
  const home = territoryOf(number);
  if (!home) return undefined;
  const { date, minutes } = localTime(new Date(slot), home.timeZone);
  if (date === here.date && minutes === here.minutes) return undefined;
  const day = date === here.date ? 'sameDay' : date === addDays(here.date, 1) ? 'nextDay' : 'dayBefore';
  return { territory: home.territory, date, minutes, day, today: localTime(now, home.timeZone).date };
}
