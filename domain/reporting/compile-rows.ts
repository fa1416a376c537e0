import type { CompiledRows, PreparedLine } from './contract.ts';

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
}

/** Takes one line after the other, in any order, and drops each as soon as it is settled; then gives the rows of the day. */
export interface RowsCompiler {
  add(line: PreparedLine): void;
  rows(): CompiledRows;
}

export function rowsCompiler(_options: CompileOptions): RowsCompiler {
  throw new Error('not built yet');
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
