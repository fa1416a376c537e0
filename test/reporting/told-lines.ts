import { instantOf } from '../../domain/administration/local-time.ts';
import { compileRows, type CompileOptions } from '../../domain/reporting/compile-rows.ts';
import type { BookingRow, CallRow, CompiledRows } from '../../domain/reporting/compiled-rows.ts';
import type { PreparedBooking, PreparedContact, PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import type { ReportRules } from '../../domain/reporting/contract.ts';
import { inventedBooking, inventedContact, type InventedContact } from '../../local/bench/invented-records.ts';

export const day = '2026-11-24';
export const nextDay = '2026-11-25';
export const timeZone = 'Europe/Paris';

export const reportRules: ReportRules = {
  id: 'caf',
  name: 'CAF',
  timeZone,
  queues: ['allocations', 'logement'],
  slotMinutes: 30,
  retentionDays: { reports: 400 },
};

/** Local wall time of the day, `HH:MM` or `HH:MM:SS`, in milliseconds since the epoch. */
function wall(time: string, date = day): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return instantOf(date, hours * 60 + minutes, timeZone).getTime() + seconds * 1000;
}

let ids = 0;
const nextId = (of: string): string => `${of}-${String((ids += 1)).padStart(6, '0')}`;

type Told = Partial<Omit<InventedContact, 'at' | 'ended' | 'enqueued' | 'agent'>> & {
  at: string;
  date?: string;
  /** Seconds after the first ring. */
  queued?: number;
  left?: number;
  agent?: number;
  picksUp?: number;
  ends?: number;
};

/** A contact as records tell of it, by seconds after its beginning. */
export function contact({ at, date = day, queued, left, agent, picksUp, ends, ...about }: Told): PreparedContact {
  const start = wall(at, date);
  const after = (seconds: number | undefined): number | undefined =>
    seconds === undefined ? undefined : start + seconds * 1000;
  const { contactId = nextId('contact'), person = '2026-someone', attributes = {}, ...others } = about;
  return inventedContact({
    contactId,
    person,
    at: start,
    enqueued: after(queued),
    dequeued: after(left ?? agent),
    agent: after(agent),
    connected: after(picksUp),
    ended: after(ends ?? (left ?? agent ?? queued ?? 0) + 60) ?? start,
    attributes,
    ...others,
  });
}

export interface ToldBooking {
  bookingId: string;
  contactId: string;
  queue?: string;
  /** Local wall time, empty for a place. */
  slot?: string;
}
type Change = { at: string; date?: string; from: PreparedBooking['from']; to: PreparedBooking['to'] } & Partial<
  Pick<PreparedBooking, 'reason'>
> & { slot?: string; slotDate?: string };

const slotInstant = (slot: string, date?: string): string =>
  slot === '' ? '' : new Date(wall(slot, date)).toISOString();

/** The transitions of a booking, their revisions counted from 1. */
export function booking(
  { bookingId, contactId, queue = 'allocations', slot = '' }: ToldBooking,
  ...changes: Change[]
): PreparedBooking[] {
  let present = slotInstant(slot);
  return changes.map(({ at, date, from, to, reason = '', slot: next, slotDate }, index) => {
    if (next !== undefined) present = slotInstant(next, slotDate);
    return inventedBooking(
      { bookingId, contactId, queue, slot: present },
      index + 1,
      { from, to, reason },
      wall(at, date),
    );
  });
}

/** Compiled on the night after the fourth day, when everything is settled. */
export const rowsOf = (lines: Iterable<PreparedLine>, options: Partial<CompileOptions> = {}): CompiledRows =>
  compileRows(lines, {
    day,
    timeZone,
    slotMinutes: reportRules.slotMinutes,
    isOver: true,
    isSettledAt: '2026-11-28T02:00:00.000Z',
    ...options,
  });

export const callOf = (rows: CompiledRows, id: string): CallRow => {
  const row = rows.calls.find(({ call_id: callId }) => callId === id);
  if (!row) throw new Error(`no row of call ${id}`);
  return row;
};
export const bookingOf = (rows: CompiledRows, id: string): BookingRow => {
  const row = rows.bookings.find(({ booking_id: bookingId }) => bookingId === id);
  if (!row) throw new Error(`no row of booking ${id}`);
  return row;
};
