import type { BookingRow, CallRow, CompiledRows, CompiledTable, MessageRow, PersonRow } from './compiled-rows.ts';
import type { CountKey, Counts } from './report-contract.ts';
import { countKeys } from './report-contract.ts';
import type { Count } from './counts/condition.ts';
import { countsOfCalls } from './counts/of-calls.ts';
import { countsOfBookings, countsOfMessages, countsOfPersons } from './counts/of-other-tables.ts';

/** Every count, by the table that it is counted in: of a row, and as SQL. */
export const countCatalogue = {
  calls: countsOfCalls,
  bookings: countsOfBookings,
  messages: countsOfMessages,
  persons: countsOfPersons,
} as const;

/** A key of the contract that is in no table does not compile. */
type Catalogued = { [Table in CompiledTable]: keyof (typeof countCatalogue)[Table] }[CompiledTable];
const tableByKey: Record<Catalogued, CompiledTable> = Object.fromEntries(
  (Object.keys(countCatalogue) as CompiledTable[]).flatMap((table) =>
    Object.keys(countCatalogue[table]).map((key) => [key, table]),
  ),
) as Record<Catalogued, CompiledTable>;
export const tableOf = (key: CountKey): CompiledTable => tableByKey[key];

export const noCounts = (): Counts => Object.fromEntries(countKeys.map((key) => [key, 0])) as Counts;

/** Of the rows of a table, its counts; those of other tables are not among them. */
function countRows<Row>(catalogue: Readonly<Record<string, Count<Row>>>, rows: readonly Row[]): Partial<Counts> {
  const counts: Record<string, number> = {};
  for (const [key, { of, parts }] of Object.entries(catalogue)) {
    let total = 0;
    for (const row of rows) total += of(row);
    counts[key] = total / parts;
  }
  return counts;
}

export const countCalls = (rows: readonly CallRow[]): Partial<Counts> => countRows<CallRow>(countsOfCalls, rows);
export const countBookings = (rows: readonly BookingRow[]): Partial<Counts> =>
  countRows<BookingRow>(countsOfBookings, rows);
const countMessages = (rows: readonly MessageRow[]): Partial<Counts> => countRows<MessageRow>(countsOfMessages, rows);
const countPersons = (rows: readonly PersonRow[]): Partial<Counts> => countRows<PersonRow>(countsOfPersons, rows);

export const countAll = ({ calls, bookings, messages, persons }: CompiledRows): Counts => ({
  ...noCounts(),
  ...countCalls(calls),
  ...countBookings(bookings),
  ...countMessages(messages),
  ...countPersons(persons),
});

const millionths = 1_000_000;

/** Of several days or queues. An amount of money is summed in millionths, so that the order does not matter. */
export function sumCounts(all: readonly Readonly<Partial<Record<CountKey, number | null>>>[]): Counts {
  const sum = noCounts();
  for (const key of countKeys) {
    const parts = key === 'smsUsd' ? millionths : 1;
    for (const counts of all) sum[key] += Math.round((counts[key] ?? 0) * parts);
    sum[key] /= parts;
  }
  return sum;
}
