export type HalfDay = 'morning' | 'afternoon';

/** Where a caller wants to look for an hour: what a key leads to. */
export type Wish =
  | { of: 'soonest' }
  /** Days, three at a time, from this local date on. */
  | { of: 'days'; from: string }
  | { of: 'day'; date: string }
  | { of: 'halfDay'; date: string; half: HalfDay }
  /** The hours of a half-day from this slot on: its start, ISO 8601 UTC. */
  | { of: 'laterHours'; from: string };

const date = String.raw`(\d{4}-\d{2}-\d{2})`;
const days = new RegExp(`^days ${date}$`, 'u');
const day = new RegExp(`^day ${date}$`, 'u');
const halfDay = new RegExp(`^(morning|afternoon) ${date}$`, 'u');
const laterHours = /^from (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/u;

/** As it passes through a contact attribute, until the caller's next key. */
export function wishText(wish: Exclude<Wish, { of: 'soonest' }>): string {
  switch (wish.of) {
    case 'days':
      return `days ${wish.from}`;
    case 'day':
      return `day ${wish.date}`;
    case 'halfDay':
      return `${wish.half} ${wish.date}`;
    default:
      return `from ${wish.from}`;
  }
}

/** What is empty, or no wish of ours, is the wish for the soonest. */
export function readWish(text: string): Wish {
  const [, from] = days.exec(text) ?? [];
  if (from !== undefined) return { of: 'days', from };
  const [, wholeDay] = day.exec(text) ?? [];
  if (wholeDay !== undefined) return { of: 'day', date: wholeDay };
  const [, half, ofDay] = halfDay.exec(text) ?? [];
  if (ofDay !== undefined) return { of: 'halfDay', date: ofDay, half: half === 'morning' ? 'morning' : 'afternoon' };
  const [, start] = laterHours.exec(text) ?? [];
  return start === undefined ? { of: 'soonest' } : { of: 'laterHours', from: start };
}

const noonMinutes = 12 * 60;

/** Of a slot that starts so many minutes after local midnight. */
export const halfDayOf = ({ fromMinutes }: { fromMinutes: number }): HalfDay =>
  fromMinutes < noonMinutes ? 'morning' : 'afternoon';
