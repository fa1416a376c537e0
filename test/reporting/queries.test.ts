import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { columns } from '../../domain/reporting/columns.ts';
import {
  type BookingRow,
  type CallRow,
  type CompiledRows,
  type MessageRow,
  type PersonRow,
} from '../../domain/reporting/compiled-rows.ts';
import {
  countKeys,
  type MetricKey,
  otherKeys,
  ratioKeys,
  type Report,
} from '../../domain/reporting/report-contract.ts';
import { type NamedQuery, reportQueries } from '../../domain/reporting/queries.ts';
import { metrics } from '../../domain/reporting/metrics/catalogue.ts';
import { isOfQueue } from '../../domain/reporting/report.ts';
import { dayReport, rangeReport } from '../../domain/reporting/report.ts';
import { inventedLines } from '../../local/bench/invented-lines.ts';
import { ask, openCompiled, type SqlRow, writeCompiled } from './duckdb.ts';
import { day, nextDay, reportRules, rowsOf, timeZone } from './told-lines.ts';

const named = (name: string): NamedQuery => {
  const query = reportQueries.find((each) => each.name === name);
  if (!query) throw new Error(`no query ${name}`);
  return query;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What all queries say of a range, by metric; what they say in tables of words, by query. */
async function answers(
  days: Record<string, CompiledRows>,
  from: string,
  to: string,
): Promise<{ metrics: Map<string, unknown>; tables: Map<string, SqlRow[]> }> {
  writeCompiled(folder, days);
  const connection = await openCompiled(folder);
  const found = new Map<string, unknown>();
  const tables = new Map<string, SqlRow[]>();
  for (const { name, sql } of reportQueries) {
    const rows = await ask(connection, sql, from, to);
    tables.set(name, rows);
    const [only] = rows;
    if (!only || !Object.keys(only).every((key) => Object.hasOwn(metrics, key))) continue;
    for (const [key, value] of Object.entries(only)) {
      if (found.has(key) && found.get(key) !== value) throw new Error(`${key}: two queries say it otherwise`);
      found.set(key, value);
    }
  }
  connection.closeSync();
  return { metrics: found, tables };
}

const close = (value: unknown, expected: number | null): boolean =>
  value === expected ||
  (typeof value === 'number' &&
    expected !== null &&
    Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected)));

/** Every metric that the SQL says otherwise than the report. */
const differences = (report: Report, said: Map<string, unknown>): unknown[] =>
  ([...countKeys, ...ratioKeys, ...otherKeys] as MetricKey[])
    .filter((key) => !said.has(key) || !close(said.get(key), report.metrics[key]))
    .map((key) => ({ key, sql: said.get(key), report: report.metrics[key] }));

const asRecord = (rows: readonly SqlRow[] | undefined, key: string, value: string): Record<string, unknown> =>
  Object.fromEntries((rows ?? []).map((row) => [String(row[key]), row[value]]));

function expectTables(report: Report, tables: Map<string, SqlRow[]>): void {
  expect(asRecord(tables.get('offerReasons'), 'reason', 'counted')).toEqual(report.offerReasons);
  expect(asRecord(tables.get('callbackRefusals'), 'refusal', 'counted')).toEqual(report.callbackRefusals);
  expect(asRecord(tables.get('reachedAtAttempt'), 'attempt', 'counted')).toEqual(report.reachedAtAttempt);
  expect(asRecord(tables.get('smsByTemplate'), 'template', 'counted')).toEqual(report.smsByTemplate);
  expect(asRecord(tables.get('voiceSecondsDistribution'), 'seconds', 'counted')).toEqual(
    report.voiceSecondsDistribution,
  );
  expect(
    Object.fromEntries(
      (tables.get('callsByNumber') ?? []).map(({ displayed_number: number, received, emitted }) => [
        String(number),
        { received, emitted },
      ]),
    ),
  ).toEqual(report.numbers);
  const byQueue = [...(tables.get('countsOfCallsByQueue') ?? []), ...(tables.get('countsOfBookingsByQueue') ?? [])];
  for (const { queue, ...counts } of byQueue.filter((row) => row['queue'] !== '')) {
    expect(report.byQueue[String(queue)]).toMatchObject(counts);
  }
  for (const { half_hour: time, ...counts } of tables.get('countsOfCallsByHalfHour') ?? []) {
    expect(report.byHalfHour[String(time)]).toMatchObject(counts);
  }
  const byDay = ['Calls', 'Bookings', 'Messages', 'Persons'].flatMap(
    (table) => tables.get(`countsOf${table}ByDay`) ?? [],
  );
  for (const { day: date, ...counts } of byDay) {
    expect(report.byDay[String(date)] ?? report.metrics).toMatchObject(counts);
  }
}

const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });
const seconds = fc.oneof(fc.constantFrom(0, 9, 10, 11, 20, 21, 60, 61, 180, 181), fc.nat(100_000));
const queue = fc.constantFrom('', 'allocations', 'logement');
const person = fc.constantFrom('2026-a', '2026-b', '2026-c', '2027-a');
const number = fc.constantFrom('', '+33199001234', '+33199001235');

const callRow: fc.Arbitrary<CallRow> = fc.record({
  call_id: fc.uuid(),
  kind: fc.constantFrom('inbound', 'inbound', 'inbound', 'callback', 'later_survey', 'outbound'),
  person: fc.oneof(person, fc.constant('')),
  displayed_number: number,
  queue,
  subject: queue,
  language: fc.constant('fr'),
  started_at: fc.constant(`${day}T09:00:00.000Z`),
  half_hour: fc.constantFrom('09:00', '09:30'),
  open: fc.boolean(),
  outcome: orNull(
    fc.constantFrom(
      'answered',
      'callback',
      'informed',
      'transferred',
      'closed',
      'abandoned',
      'balked',
      'leftInMenu',
      'failed',
    ),
  ),
  queue_seconds: orNull(seconds),
  agent_seconds: orNull(seconds),
  voice_seconds: orNull(seconds),
  handle_seconds: seconds,
  redial: fc.boolean(),
  announced_seconds: orNull(seconds),
  callback_offered: fc.boolean(),
  offer_reason: fc.constantFrom('', 'longWait', 'waitShort'),
  callback_refusal: fc.constantFrom('', 'full', 'number'),
  callback_taken: orNull(fc.constantFrom('slot', 'place')),
  callback_reached: fc.boolean(),
  spared_seconds: seconds,
  survey_offered: fc.boolean(),
  quality: orNull(fc.integer({ min: 1, max: 5 })),
  got_answer: orNull(fc.boolean()),
});
const bookingRow: fc.Arbitrary<BookingRow> = fc.record({
  booking_id: fc.uuid(),
  call_id: fc.uuid(),
  queue,
  kind: fc.constantFrom('slot', 'place'),
  promised_at: fc.constant(`${day}T09:00:00.000Z`),
  slot: fc.constant(''),
  state: fc.constantFrom(
    'queued',
    'booked',
    'dialling',
    'answered',
    'connected',
    'missed',
    'done',
    'exhausted',
    'cancelled',
  ),
  kept: orNull(fc.boolean()),
  late_seconds: orNull(seconds),
  carried_over: fc.nat(2),
  given_up: fc.boolean(),
  attempts: fc.nat(3),
  reached_attempt: orNull(fc.integer({ min: 1, max: 3 })),
  reached_seconds: orNull(seconds),
});
const messageRow: fc.Arbitrary<MessageRow> = fc.record({
  message: fc.uuid(),
  call_id: fc.uuid(),
  template: fc.constantFrom('confirmation', 'moved'),
  country: fc.constant('FR'),
  parts: fc.integer({ min: 1, max: 3 }),
  outcome: fc.constantFrom('delivered', 'accepted', 'undelivered', 'refused', 'withheld', 'unknown'),
  reason: fc.constant(''),
  price_usd: fc.nat(100_000).map((tenThousandths) => tenThousandths / 10_000),
});
const personRow: fc.Arbitrary<PersonRow> = fc.record({
  person,
  calls: fc.integer({ min: 1, max: 9 }),
  reached_same_day: fc.boolean(),
  reached_two_days: orNull(fc.boolean()),
});
const compiledRows: fc.Arbitrary<CompiledRows> = fc.record({
  calls: fc.array(callRow, { maxLength: 150, size: 'max' }),
  bookings: fc.array(bookingRow, { maxLength: 20 }),
  messages: fc.array(messageRow, { maxLength: 20 }),
  persons: fc.uniqueArray(personRow, { selector: (row) => row.person }),
});

/** Those of a range, counted as a program that reads the compiled rows would. */
const distinctPersons = (days: Record<string, CompiledRows>): number =>
  new Set(Object.values(days).flatMap(({ persons }) => persons.map((row) => row.person))).size;

describe('the named queries', () => {
  it('say of any rows what the report says, metric by metric, of a day and of a range', async () => {
    await fc.assert(
      fc.asyncProperty(compiledRows, compiledRows, async (one, other) => {
        rmSync(folder, { recursive: true });
        const days = { [day]: one, [nextDay]: other };
        const reports = Object.entries(days).map(([date, rows]) => dayReport(rows, { rules: reportRules, day: date }));
        const range = rangeReport(reports, {
          rules: reportRules,
          from: day,
          to: nextDay,
          persons: distinctPersons(days),
        });
        const ofRange = await answers(days, day, nextDay);
        expect(differences(range, ofRange.metrics)).toEqual([]);
        expectTables(range, ofRange.tables);
        const ofDay = await answers(days, nextDay, nextDay);
        expect(differences(reports[1] as Report, ofDay.metrics)).toEqual([]);
        expectTables(reports[1] as Report, ofDay.tables);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('say of a day of calls of every fate what the report says', async () => {
    const lines = [...inventedLines({ day, timeZone, calls: 1500, seed: 3 })].map(({ line }) => line);
    const rows = rowsOf(lines);
    const report = dayReport(rows, { rules: reportRules, day });
    const said = await answers({ [day]: rows }, day, day);
    expect(differences(report, said.metrics)).toEqual([]);
    expectTables(report, said.tables);
  });

  it('say of a day without a call 0 of each count, and nothing of each share', async () => {
    const rows = rowsOf([]);
    const said = await answers({ [day]: rows }, day, day);
    expect(differences(dayReport(rows, { rules: reportRules, day }), said.metrics)).toEqual([]);
    expect(said.metrics.get('answered')).toBe(0);
    expect(said.metrics.get('answerRate')).toBeNull();
  });

  it('count nothing of people or SMS by queue', () => {
    const byQueue = named('countsOfCallsByQueue').sql + named('countsOfBookingsByQueue').sql;
    const missing = countKeys.filter((key) => !new RegExp(`\\b${key}\\b`, 'u').test(byQueue));
    expect(missing).toEqual(countKeys.filter((key) => !isOfQueue(key)));
  });
});

/** What Trino, the engine of Athena, and DuckDB both have, with the same meaning for what the queries give them. */
const functions = new Set(['count', 'sum', 'min', 'coalesce', 'nullif', 'cast', 'round', 'ceil', 'sqrt', 'split_part']);
const words = new Set(
  'select from where and or not in is null as with group by order case when then else end filter over distinct between cross join true false double bigint'.split(
    ' ',
  ),
);
const operators = new Set(['(', ')', ',', '*', '/', '+', '-', '=', '<>', '<', '<=', '>=', '>', '?']);

/** Trino, "Reserved keywords". */
const reserved = new Set(
  `alter and as between by case cast constraint create cross cube current_catalog current_date current_path current_role current_schema
   current_time current_timestamp current_user deallocate delete describe distinct drop else end escape except execute exists extract false
   for from full group grouping having in inner insert intersect into is join json_array json_exists json_object json_query json_table
   json_value left like listagg localtime localtimestamp natural normalize not null on or order outer prepare recursive right rollup select
   skip table then trim true uescape union unnest using values when where with`.split(/\s+/u),
);

const tokensOf = (sql: string): string[] => sql.match(/'[^']*'|\{\w+\}|[\d.]+(?:E\d+)?|\w+|<>|<=|>=|[^\s]/gu) ?? [];
/** Names that a query may use: of columns, of metrics, and those that it gives itself. */
function namesOf({ sql }: NamedQuery): Set<string> {
  const given = [...sql.matchAll(/\bas (\w+)|\b(\w+) as \(/gu)].map(([, output, part]) => output ?? part ?? '');
  const ofTables = Object.values(columns).flatMap((all) => all.map(({ name }) => name));
  return new Set([...ofTables, 'day', ...given]);
}

describe('the SQL of the named queries', () => {
  it.each(reportQueries.map((query) => [query.name, query] as const))(
    '%s is of words that both engines have',
    (_name, query) => {
      const tokens = tokensOf(query.sql);
      const names = namesOf(query);
      const foreign = tokens.filter((token, at) => {
        if (/^'[^']*'$|^\{(?:calls|bookings|messages|persons)\}$|^[\d.]+(?:E0)?$/u.test(token) || operators.has(token))
          return false;
        const isCalled = tokens[at + 1] === '(' && !words.has(token) && !names.has(token);
        return isCalled ? !functions.has(token) : !words.has(token) && !names.has(token);
      });
      expect(foreign).toEqual([]);
    },
  );

  it.each(reportQueries.map((query) => [query.name, query.sql] as const))(
    '%s divides doubles, and never by 0',
    (_name, sql) => {
      const divisions = [...sql.matchAll(/(.{0,12}) \/ (.{0,8})/gu)];
      expect(
        divisions.filter(
          ([, over = '', under = '']) =>
            !over.endsWith('as double)') || !/^(?:nullif\(|1000000|10\)|\(|\w+)/u.test(under),
        ),
      ).toEqual([]);
    },
  );

  it.each(reportQueries.map((query) => [query.name, query.sql] as const))('%s asks for days by pairs', (_name, sql) => {
    expect(sql.match(/day between \? and \?/gu)?.length).toBe((sql.split('?').length - 1) / 2);
    expect(sql.match(/\{\w+\}/gu)?.length).toBe((sql.split('?').length - 1) / 2);
  });

  it.each(reportQueries.map((query) => [query.name, query] as const))(
    '%s gives no column a name that Trino keeps for itself',
    (_name, query) => {
      expect([...namesOf(query)].filter((name) => reserved.has(name.toLowerCase()))).toEqual([]);
    },
  );

  it('have names of letters only, each once', () => {
    const names = reportQueries.map(({ name }) => name);
    expect(names.filter((name) => !/^[a-zA-Z]+$/u.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
