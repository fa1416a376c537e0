import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bookingEventType } from '../../domain/callback/contract.ts';
import { answerEventType, smsEventType } from '../../domain/reporting/contract.ts';
import {
  countKeys,
  type CountKey,
  type MetricKey,
  type Report,
  reportPrefix,
} from '../../domain/reporting/report-contract.ts';
import { metrics } from '../../domain/reporting/metrics/catalogue.ts';
import { reportQueries } from '../../domain/reporting/queries.ts';
import { deliveryEventType } from '../../domain/sms/contract.ts';
import { compileDayReport } from '../../local/reports/day-report.ts';
import { ask, openCompiled } from './duckdb.ts';
import { day, localDay, type LocalDay, nextDay, wall } from './local-day.ts';
import { personalDataIn } from './personal-data.ts';
import { type RawContact, type RawDay, recomputed } from './recomputed.ts';

const callers = 4_200;
const slotMinutes = 30;

let told: LocalDay;
const raw: RawDay = { contacts: [], bookings: [], sms: [], answers: [], deliveries: [] };
/** By file name. */
let ofTheNight: Record<string, string>;
let folder: string;

/** What goes to the stream, before anything of ours has seen it; one in nine comes twice, and some an hour or a day later. */
function noteAndDisturb({ line }: LocalDay): void {
  let count = 0;
  line.records.disturb((data) => {
    note(JSON.parse(data) as Record<string, unknown>);
    count += 1;
    if (count % 9 === 0) return [0, 400];
    if (count % 31 === 0) return [3600];
    return count % 101 === 0 ? [20 * 3600, 0] : [0];
  });
}

function note(record: Record<string, unknown>): void {
  const detail = record['detail'];
  const kinds: Record<string, unknown[]> = {
    [bookingEventType]: raw.bookings,
    [smsEventType]: raw.sms,
    [answerEventType]: raw.answers,
    [deliveryEventType]: raw.deliveries,
  };
  if (detail === undefined) raw.contacts.push(record as unknown as RawContact);
  else kinds[String(record['detail-type'])]?.push(detail);
}

const filesOfDay = ({ line }: LocalDay): Record<string, string> => {
  const [bucket] = line.deployment.buckets;
  const prefix = reportPrefix(day);
  return Object.fromEntries(
    line.objects
      .list(bucket?.name ?? '', prefix)
      .map(({ key }) => [key.slice(prefix.length), String(line.objects.get(bucket?.name ?? '', key)?.body)]),
  );
};

beforeAll(async () => {
  told = await localDay(callers);
  noteAndDisturb(told);
  // Until the second night has compiled the day again, once what was promised in it has come to its end.
  await told.laptop.clock.runUntil(wall(nextDay, 24 * 60 + 4 * 60));
  ofTheNight = filesOfDay(told);
  folder = mkdtempSync(join(tmpdir(), 'rappel-day-'));
}, 900_000);
afterAll(async () => {
  await told.laptop.stop();
  rmSync(folder, { recursive: true, force: true });
});

const report = (): Report => JSON.parse(ofTheNight['report.json'] ?? '{}') as Report;

const isClose = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) <= 1e-9 * Math.abs(other));

describe('the report of a day of calls of mixed fates', () => {
  it('is of five thousand calls and more, of every fate', () => {
    const { metrics: said } = report();
    expect(said.calls).toBeGreaterThan(5000);
    const fates: CountKey[] = [
      'answered',
      'takenCallback',
      'informed',
      'abandoned',
      'balked',
      'leftInMenu',
      'callsClosed',
    ];
    expect(fates.filter((fate) => (said[fate] ?? 0) < 20)).toEqual([]);
    const rare: CountKey[] = [
      'hiddenCalls',
      'redials',
      'placesTaken',
      'slotsTaken',
      'smsUndelivered',
      'smsRefused',
      'promisesCancelled',
      'promisesGivenUp',
    ];
    expect(rare.filter((key) => (said[key] ?? 0) === 0)).toEqual([]);
  });

  it('says what was computed a second time from what was sent', () => {
    const { counts, shares, breakdowns, callsByHalfHour, emitted, received } = recomputed(raw, day, slotMinutes);
    const said = report();
    expect(Object.fromEntries(countKeys.map((key) => [key, said.metrics[key]]))).toEqual(counts);
    const differing = Object.entries(shares).filter(([key, share]) => !isClose(said.metrics[key as MetricKey], share));
    expect(differing.map(([key, share]) => [key, said.metrics[key as MetricKey], share])).toEqual([]);
    for (const [name, breakdown] of Object.entries(breakdowns))
      expect([name, said[name as keyof typeof breakdowns]]).toEqual([name, breakdown]);
    const halfHours = Object.entries(said.byHalfHour).filter(([, { calls }]) => calls > 0);
    expect(Object.fromEntries(halfHours.map(([from, { calls }]) => [from, calls]))).toEqual(callsByHalfHour);
    const numbers = Object.entries(said.numbers);
    expect(Object.fromEntries(numbers.map(([number, each]) => [number, each.received]))).toEqual(received);
    expect(Object.fromEntries(numbers.map(([number, each]) => [number, each.emitted]))).toEqual(emitted);
  });

  it('has the same bytes when it is compiled once more', async () => {
    const { files } = await compileDayReport(told.line, day);
    expect(files['report.json']).toBe(ofTheNight['report.json']);
    expect(files).toEqual(ofTheNight);
  });

  it('is the one that the queries give over the compiled files', async () => {
    const [bucket] = told.line.deployment.buckets;
    for (const { key } of told.line.objects.list(bucket?.name ?? '', 'compiled/')) {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), told.line.objects.get(bucket?.name ?? '', key)?.body ?? '');
    }
    const connection = await openCompiled(folder);
    const said = new Map<string, unknown>();
    for (const { sql } of reportQueries) {
      const [only, ...others] = await ask(connection, sql, day, day);
      if (others.length > 0 || !only || !Object.keys(only).every((key) => Object.hasOwn(metrics, key))) continue;
      for (const [key, value] of Object.entries(only)) said.set(key, value);
    }
    connection.closeSync();
    const expected = Object.entries(report().metrics);
    expect(new Set(said.keys())).toEqual(new Set(expected.map(([key]) => key)));
    const differing = expected.filter(([key, value]) => !isClose(said.get(key), value));
    expect(differing.map(([key, value]) => [key, value, said.get(key)])).toEqual([]);
  });
});

const personalData = () => ({
  numbers: told.numbers,
  keyed: told.keyed,
  texts: [...new Set(told.line.sms.sent.map(({ body }) => body))],
});

describe('after a day of calls', () => {
  it('no number, no text of an SMS and nothing keyed in is in what functions logged and counted', () => {
    expect(told.logs.length).toBeGreaterThan(10_000);
    expect(personalDataIn(told.logs.join('\n'), personalData())).toEqual([]);
  });

  it('nor in a record, a compiled day or a report, nor in the name of a file', () => {
    const [bucket] = told.line.deployment.buckets;
    const objects = told.line.objects.list(bucket?.name ?? '', '');
    expect(objects.length).toBeGreaterThan(20);
    const found = objects.flatMap(({ key }) => {
      const body = told.line.objects.get(bucket?.name ?? '', key)?.body ?? Buffer.alloc(0);
      const isZipped = body[0] === 0x1f && body[1] === 0x8b;
      const text = (isZipped ? gunzipSync(body) : body).toString('utf8');
      return [...personalDataIn(key, personalData()), ...personalDataIn(text, personalData())].map((data) => ({
        key,
        data,
      }));
    });
    expect(found).toEqual([]);
  });

  it('nor in an event on the bus, or in one that a function kept failing on', () => {
    expect(personalDataIn(told.events.join('\n'), personalData())).toEqual([]);
    expect(told.line.bus.deadLetters).toEqual([]);
  });
});
