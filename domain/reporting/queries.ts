import type { CompiledTable } from './compiled-rows.ts';
import { countCatalogue } from './counts.ts';
import { emittedCall, receivedCall, refusedCallback } from './counts/of-calls.ts';
import { reachedBooking, sentMessage } from './counts/of-other-tables.ts';
import { all } from './counts/condition.ts';
import { metricGroups } from './metrics/catalogue.ts';
import { groupQuery, personsSql, quantilesSql } from './sql/group-query.ts';
import { bucketSql, columnList, ofDays } from './sql/wording.ts';
import { voicedCall } from './counts/of-calls.ts';

/** A query that a reporting team finds in Athena, and that runs on DuckDB over the same files. */
export interface NamedQuery {
  /** Letters only, unique. */
  name: string;
  description: string;
  /**
   * Tables stand as `{calls}`, `{bookings}`, `{messages}`, `{persons}`. The `?` come in pairs: the first and the last local day, both included, once for
   * each table that is read.
   */
  sql: string;
}

const tables = Object.keys(countCatalogue) as CompiledTable[];

const countsQuery = (table: CompiledTable): NamedQuery => ({
  name: `countsOf${capital(table)}`,
  description: `Every count over the table \`${table}\`, in one row.`,
  sql: `select\n${columnList(countColumns(table))}\nfrom ${ofDays(table)}`,
});

const countsBy = (table: CompiledTable, column: string, title: string): NamedQuery => ({
  name: `countsOf${capital(table)}By${title}`,
  description: `Every count over the table \`${table}\`, by \`${column}\`.`,
  sql: `select\n${columnList([[column, column], ...countColumns(table)])}\nfrom ${ofDays(table)}\ngroup by ${column}\norder by ${column}`,
});

function countColumns(table: CompiledTable): [name: string, sql: string][] {
  return Object.entries(countCatalogue[table]).map(([key, { sql }]: [string, { sql: string }]) => [key, sql]);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** How many rows there are of each word of a column. */
function breakdown(
  name: string,
  description: string,
  { table, of, as, where }: { table: CompiledTable; of: string; as: string; where: string },
): NamedQuery {
  const columns = columnList([
    [as, of],
    ['counted', 'count(*)'],
  ]);
  return {
    name,
    description,
    sql: `select\n${columns}\nfrom ${ofDays(table)}\n  and ${where}\ngroup by ${of}\norder by ${of}`,
  };
}

const breakdowns: readonly NamedQuery[] = [
  breakdown('offerReasons', 'Why a callback was proposed last in a call, or was not.', {
    table: 'calls',
    of: 'offer_reason',
    as: 'reason',
    where: all(receivedCall, { is: ({ offer_reason: reason }) => reason !== '', sql: "offer_reason <> ''" }).sql,
  }),
  breakdown('callbackRefusals', 'Why who asked for a callback got none.', {
    table: 'calls',
    of: 'callback_refusal',
    as: 'refusal',
    where: refusedCallback.sql,
  }),
  breakdown('reachedAtAttempt', 'At which attempt promises were reached.', {
    table: 'bookings',
    of: 'reached_attempt',
    as: 'attempt',
    where: reachedBooking.sql,
  }),
  breakdown('smsByTemplate', 'SMS sent, by what they say.', {
    table: 'messages',
    of: 'template',
    as: 'template',
    where: sentMessage.sql,
  }),
  breakdown('voiceSecondsDistribution', 'Calls to a human voice, by seconds rounded up to tens.', {
    table: 'calls',
    of: bucketSql,
    as: 'seconds',
    where: voicedCall.sql,
  }),
];

const numbersQuery: NamedQuery = {
  name: 'callsByNumber',
  description: 'Calls received and calls emitted, by number of ours: what the numbering rule compares.',
  sql: `select\n${columnList([
    ['displayed_number', 'displayed_number'],
    ['received', `count(*) filter (where ${receivedCall.sql})`],
    ['emitted', `count(*) filter (where ${emittedCall.sql})`],
  ])}\nfrom ${ofDays('calls')}\ngroup by displayed_number\norder by displayed_number`,
};

/** A query for each group of metrics, for people to read; then all counts of each table, for programs. */
export const reportQueries: readonly NamedQuery[] = [
  ...metricGroups.map(groupQuery),
  {
    name: 'distinctPersons',
    description: 'Distinct people over the days; nothing where their hashes are of two years.',
    sql: personsSql,
  },
  {
    name: 'timeToHumanVoiceQuantiles',
    description: 'What half, and nine in ten, waited at most to a human voice.',
    sql: quantilesSql,
  },
  ...breakdowns,
  numbersQuery,
  ...tables.map(countsQuery),
  countsBy('calls', 'queue', 'Queue'),
  countsBy('bookings', 'queue', 'Queue'),
  countsBy('calls', 'half_hour', 'HalfHour'),
  ...tables.map((table) => countsBy(table, 'day', 'Day')),
];
