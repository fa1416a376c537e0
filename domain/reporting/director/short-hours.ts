import type { Report } from '../contract.ts';
import { unservedOf } from './lived.ts';

/** Half hours in a row of one day in which callers left unserved. */
export interface ShortHours {
  day: string;
  /** `HH:MM`; `to` is the end of the last half hour, `24:00` at midnight. */
  from: string;
  to: string;
  unserved: number;
}

interface HalfHour {
  day: string;
  minutes: number;
  unserved: number;
}

const most = 4;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const halfHoursOf = (report: Report): HalfHour[] =>
  Object.entries(report.byHalfHour)
    .filter(([, { callsForAgent }]) => callsForAgent > 0)
    .map(([time, counts]) => ({ day: report.from, minutes: minutesOf(time), unserved: unservedOf(counts) }));

/** The fewest half hours that hold at least half of the unserved; of equals, the earlier. */
function worst(halfHours: readonly HalfHour[]): HalfHour[] {
  const total = halfHours.reduce((sum, { unserved }) => sum + unserved, 0);
  const chosen: HalfHour[] = [];
  let held = 0;
  for (const halfHour of halfHours.toSorted((one, other) => other.unserved - one.unserved)) {
    if (held * 2 >= total) break;
    chosen.push(halfHour);
    held += halfHour.unserved;
  }
  return chosen;
}

function joined(halfHours: readonly HalfHour[]): ShortHours[] {
  const ranges: ShortHours[] = [];
  for (const { day, minutes, unserved } of halfHours) {
    const last = ranges.at(-1);
    if (last?.day === day && last.to === timeOf(minutes)) {
      last.to = timeOf(minutes + 30);
      last.unserved += unserved;
    } else ranges.push({ day, from: timeOf(minutes), to: timeOf(minutes + 30), unserved });
  }
  return ranges;
}

/**
 * Where a day, or several, is short of agents: at most four ranges, in their order. Empty where the unserved are spread out, that is, where
 * more than a third of the half hours with calls for an agent is needed to hold half of them.
 */
export function shortHours(days: readonly Report[]): ShortHours[] {
  const halfHours = days.flatMap(halfHoursOf);
  const chosen = worst(halfHours);
  if (chosen.length * 3 > halfHours.length) return [];
  const inOrder = chosen.toSorted((one, other) =>
    one.day === other.day ? one.minutes - other.minutes : one.day < other.day ? -1 : 1,
  );
  const ranges = joined(inOrder);
  const kept = new Set(ranges.toSorted((one, other) => other.unserved - one.unserved).slice(0, most));
  return ranges.filter((range) => kept.has(range));
}
