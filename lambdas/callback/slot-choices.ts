import type { Slot } from '../../domain/callback/slots.ts';
import { halfDayOf, wishText, type HalfDay, type Wish } from '../../domain/callback/wish.ts';
import type { SeatReader } from './free-slots.ts';

/** Behind keys 1 to 3, and what key 4 is for where it leads further. */
export type Choices = { more: More | undefined } & (
  | { kind: 'slots'; slots: string[] }
  | { kind: 'days'; dates: string[] }
  | { kind: 'halfDays'; date: string; halves: HalfDay[] }
);
interface More {
  wish: string;
  to: 'dayOrHour' | 'laterHour' | 'laterDay' | 'otherDay';
}

/** The slots of the horizon, soonest first, and their seats. */
export interface SlotSearch {
  slots: readonly Slot[];
  seats: SeatReader;
  /** Hours at a time: fewer where three would take too long to say. */
  mostHours: 2 | 3;
}

const mostChoices = 3;
const laterMilliseconds = 2 * 60 * 60_000;
const halves: readonly HalfDay[] = ['morning', 'afternoon'];

const start = ({ start: instant }: Slot): string => instant;
const datesOf = (slots: readonly Slot[]): string[] => [...new Set(slots.map(({ date }) => date))];
const firstDays = (slots: readonly Slot[]): Wish & { of: 'days' } => ({ of: 'days', from: slots[0]?.date ?? '' });
const more = (to: More['to'], wish: Exclude<Wish, { of: 'soonest' }>): More => ({ wish: wishText(wish), to });
const laterThan = (slots: readonly Slot[], { start: soonest, date }: Slot): Slot[] =>
  slots.filter((slot) => slot.date === date && Date.parse(slot.start) >= Date.parse(soonest) + laterMilliseconds);

/** What is free where the caller wants to look; undefined where nothing is. See docs/decisions/0008-choosing-an-hour.md. */
export function choicesFor(search: SlotSearch, wish: Wish): Promise<Choices | undefined> {
  switch (wish.of) {
    case 'soonest':
      return soonestChoices(search);
    case 'days':
      return dayChoices(search, wish.from);
    case 'day':
      return halfDayChoices(search, wish.date);
    default:
      return hourChoices(search, slotsOf(search, wish));
  }
}

/** The slots whose seats an answer to this wish most likely needs: read in one request. */
export function likelySlots({ slots }: Pick<SlotSearch, 'slots'>, wish: Wish): Slot[] {
  switch (wish.of) {
    case 'soonest': {
      const [first] = slots;
      if (!first) return [];
      const nextDay = slots.filter(({ date }) => date > first.date);
      return [...slots.slice(0, 4), ...laterThan(slots, first).slice(0, 2), ...nextDay.slice(0, 2)];
    }
    case 'days': {
      const days = datesOf(slots.filter(({ date }) => date >= wish.from)).slice(0, mostChoices + 1);
      return days.flatMap((day) => slots.filter(({ date }) => date === day).slice(0, 2));
    }
    case 'day':
      return halves.flatMap((half) => slotsOf({ slots }, { of: 'halfDay', date: wish.date, half }).slice(0, 4));
    default:
      return slotsOf({ slots }, wish).slice(0, 6);
  }
}

function slotsOf({ slots }: Pick<SlotSearch, 'slots'>, wish: Wish & { of: 'halfDay' | 'laterHours' }): Slot[] {
  if (wish.of === 'halfDay') return slots.filter((slot) => slot.date === wish.date && halfDayOf(slot) === wish.half);
  const from = slots.find((slot) => slot.start >= wish.from);
  return slots.filter(
    (slot) => from && slot.date === from.date && halfDayOf(slot) === halfDayOf(from) && slot.start >= from.start,
  );
}

/** The soonest, one at least two hours later that day or else the day's last, and the first of another day. */
async function soonestChoices(search: SlotSearch): Promise<Choices | undefined> {
  const { slots, seats, mostHours } = search;
  const [soonest] = await seats.free(slots);
  if (!soonest) return undefined;
  const restOfDay = slots.filter((slot) => slot.date === soonest.date && slot.start > soonest.start);
  const [muchLater] = await seats.free(laterThan(slots, soonest));
  const [later] = muchLater ? [muchLater] : await seats.free(restOfDay.toReversed());
  const [otherDay] = await seats.free(slots.filter(({ date }) => date > soonest.date));
  const found = mostHours === 3 ? [soonest, later, otherDay] : [soonest, otherDay ?? later];
  const chosen = found.filter((slot) => slot !== undefined).map(start);
  return { kind: 'slots', slots: chosen, more: await otherChoice(search, chosen) };
}

/** Where an hour is free beside those named, key 4 leads to the days. */
async function otherChoice({ slots, seats }: SlotSearch, chosen: readonly string[]): Promise<More | undefined> {
  const [other] = await seats.free(slots.filter((slot) => !chosen.includes(slot.start)));
  return other && more('dayOrHour', firstDays(slots));
}

/** A single day is not asked about. */
async function dayChoices(search: SlotSearch, from: string): Promise<Choices | undefined> {
  const { slots, seats } = search;
  const found: string[] = [];
  for (const day of datesOf(slots).filter((date) => date >= from)) {
    if (found.length > mostChoices) break;
    const [free] = await seats.free(slots.filter(({ date }) => date === day));
    if (free) found.push(day);
  }
  const [only, second] = found;
  if (only !== undefined && second === undefined) return halfDayChoices(search, only);
  if (only === undefined) return undefined;
  const next = found[mostChoices];
  const later = next === undefined ? undefined : more('laterDay', { of: 'days', from: next });
  const [earlier] = later ? [] : await seats.free(slots.filter(({ date }) => date < from));
  const back = earlier && more('otherDay', firstDays(slots));
  return { kind: 'days', dates: found.slice(0, mostChoices), more: later ?? back };
}

/** A single half is not asked about. */
async function halfDayChoices(search: SlotSearch, date: string): Promise<Choices | undefined> {
  const { slots, seats } = search;
  const free: HalfDay[] = [];
  for (const half of halves) {
    const [slot] = await seats.free(slotsOf(search, { of: 'halfDay', date, half }));
    if (slot) free.push(half);
  }
  const [half] = free;
  if (half === undefined) return undefined;
  if (free.length === 1) return hourChoices(search, slotsOf(search, { of: 'halfDay', date, half }));
  const [otherDay] = await seats.free(slots.filter((slot) => slot.date !== date));
  return { kind: 'halfDays', date, halves: free, more: otherDay && more('otherDay', firstDays(slots)) };
}

/** Two or three hours of a half-day, then its later ones, at last the other days. */
async function hourChoices(search: SlotSearch, hours: readonly Slot[]): Promise<Choices | undefined> {
  const { seats, mostHours } = search;
  const free = (await seats.free(hours, mostHours + 1)).map(start);
  if (free.length === 0) return undefined;
  const slots = free.slice(0, mostHours);
  const next = free[mostHours];
  const later = next === undefined ? undefined : more('laterHour', { of: 'laterHours', from: next });
  return { kind: 'slots', slots, more: later ?? (await otherChoice(search, slots)) };
}
