import type { CompiledRows } from './compiled-rows.ts';
import type { PreparedLine } from './prepared-lines.ts';
import { callRows } from './rows/call-rows.ts';
import { type LocalDay, localDay } from './rows/local-day.ts';
import { messageRows } from './rows/message-rows.ts';
import { personRows } from './rows/person-rows.ts';
import { madePromises } from './rows/promises.ts';
import { markRedials } from './rows/redials.ts';
import { type Settled, settler } from './rows/settle.ts';
import { firstOf, telephoneCalls, type TelephoneCall } from './rows/telephone-calls.ts';

export interface CompileOptions {
  /** Local, `YYYY-MM-DD`. */
  day: string;
  timeZone: string;
  /** Length of the hours that are promised. */
  slotMinutes: number;
  /** Whether the next local day is over, so that who was reached within two days is known. */
  isOver: boolean;
  /** ISO 8601 UTC: up to then records are whole. An hour that ended before it without our call is a promise broken. */
  isSettledAt: string;
  /** Local: the last day whose callbacks may be of this day's promises; the third one after it where it is not said. */
  followedUntil?: string;
}

/** Takes one line after the other, in any order, and drops each as soon as it is settled; then gives the rows of the day. */
export interface RowsCompiler {
  add(line: PreparedLine): void;
  rows(): CompiledRows;
}

export function rowsCompiler(options: CompileOptions): RowsCompiler {
  const day = localDay(options.day, options.timeZone, options.followedUntil);
  const lines = settler(day);
  return { add: (line) => lines.add(line), rows: () => rowsOf(lines.settled(), day, options) };
}

function rowsOf(settled: Settled, day: LocalDay, { slotMinutes, isOver, isSettledAt }: CompileOptions): CompiledRows {
  const calls = telephoneCalls(settled.contacts);
  const callOf = (contactId: string): TelephoneCall | undefined => {
    const contact = settled.contacts.get(contactId);
    const first = contact && firstOf(contact, settled.contacts);
    return first && calls.get(first.id);
  };
  const settledAt = Date.parse(isSettledAt);
  const promises = madePromises(settled, calls, callOf, { day, slotMinutes, settledAt });
  const rows = callRows({ day, calls, promises, settled });
  markRedials(rows, promises);
  return {
    calls: rows,
    bookings: promises.map(({ row }) => row),
    messages: messageRows(settled, callOf),
    persons: personRows(calls, promises, { day, isOver }),
  };
}

/**
 * The rows of a day, from the lines of the day's `calls`, `callbacks`, `bookings`, `messages` and `answers`, of the next day's `calls` and of
 * the next three days' other kinds. Lines may come twice, late and in any order, with versions of a contact that no longer hold: the
 * rows are the same.
 */
export function compileRows(lines: Iterable<PreparedLine>, options: CompileOptions): CompiledRows {
  const compiler = rowsCompiler(options);
  for (const line of lines) compiler.add(line);
  return compiler.rows();
}
