import type { Counts, Report } from '../report-contract.ts';

/** Who left for want of an agent: in the queue, or on hearing the wait. */
export const givenUpOf = ({ abandoned, balked }: Pick<Counts, 'abandoned' | 'balked'>): number => abandoned + balked;

/** Half hours in a row of one day in which callers gave up. */
export interface ShortHours {
  day: string;
  /** `HH:MM`; `to` is the end of the last half hour, `24:00` at midnight. */
  from: string;
  to: string;
  givenUp: number;
}

interface HalfHour {
  day: string;
  minutes: number;
  givenUp: number;
}

const most = 4;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const halfHoursOf = (report: Report): HalfHour[] =>
  Object.entries(report.byHalfHour)
    .filter(([, { callsForAgent }]) => callsForAgent > 0)
    .map(([time, counts]) => ({ day: report.from, minutes: minutesOf(time), givenUp: givenUpOf(counts) }));

/** The fewest half hours that hold at least half of the calls given up; of equals, the earlier. */
function worst(halfHours: readonly HalfHour[]): HalfHour[] {
  const total = halfHours.reduce((sum, { givenUp }) => sum + givenUp, 0);
  const chosen: HalfHour[] = [];
  let held = 0;
  for (const halfHour of halfHours.toSorted((one, other) => other.givenUp - one.givenUp)) {
    if (held * 2 >= total) break;
    chosen.push(halfHour);
    held += halfHour.givenUp;
  }
  return chosen;
}

function joined(halfHours: readonly HalfHour[]): ShortHours[] {
  const ranges: ShortHours[] = [];
  for (const { day, minutes, givenUp } of halfHours) {
    const last = ranges.at(-1);
    if (last?.day === day && last.to === timeOf(minutes)) {
      last.to = timeOf(minutes + 30);
      last.givenUp += givenUp;
    } else ranges.push({ day, from: timeOf(minutes), to: timeOf(minutes + 30), givenUp });
  }
  return ranges;
}

/**
 * Where a day, or several, is short of agents: at most four ranges, in their order. Empty where calls given up are spread out, that is, where
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
  const kept = new Set(ranges.toSorted((one, other) => other.givenUp - one.givenUp).slice(0, most));
  return ranges.filter((range) => kept.has(range));
}
