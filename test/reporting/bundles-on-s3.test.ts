import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { recordsPrefix } from '../../domain/reporting/prepared-lines.ts';
import { type Report } from '../../domain/reporting/report-contract.ts';
import { queryReportFunctionName } from '../../domain/reporting/report-request.ts';
import { inventedLines } from '../../local/bench/invented-lines.ts';
import { shortName } from '../../local/connect/known-functions.ts';
import { openClosedCentre, type ClosedCentre } from '../../local/reports/closed-centre.ts';
import { cafAssembly } from '../calls/synthesised.ts';

const path = 'administrations/caf.yaml';
const { administrations } = readAdministrations([{ path, text: readFileSync(path, 'utf8') }]);
const [administration] = administrations;
const day = '2026-11-24';
const calls = 300;
/** Half past three of a night a week later: all that was promised has come due. */
const night = Date.parse('2026-12-02T02:30:00Z');

let centre: ClosedCentre;
let bucket = '';
beforeAll(async () => {
  if (administration === undefined) throw new Error('no administration');
  centre = await openClosedCentre({ administration, nowMilliseconds: night, assembly: await cafAssembly() });
  bucket = centre.deployment.buckets[0]?.name ?? '';
  const byFolder = Map.groupBy(inventedLines({ day, timeZone: administration.timeZone, calls }), (record) =>
    recordsPrefix(record.kind, record.day),
  );
  for (const [prefix, records] of byFolder) {
    const texts = records.map(({ line }) => `${JSON.stringify(line)}\n`);
    const half = Math.ceil(texts.length / 2);
    centre.objects.put(bucket, `${prefix}records-1.gz`, gzipSync(texts.slice(0, half).join('')));
    centre.objects.put(bucket, `${prefix}records-2.gz`, gzipSync(texts.slice(half).join('')));
  }
  const cut = gzipSync(texts1000()).subarray(0, 200);
  centre.objects.put(bucket, `${recordsPrefix('calls', day)}records-3.gz`, cut);
  centre.objects.put(bucket, `${recordsPrefix('calls', day)}records-4.gz`, Buffer.from('no gzip'));
});
afterAll(() => centre.stop());

/** Too long for what is left of it after the cut. */
const texts1000 = (): string =>
  Array.from({ length: 1000 }, (_, index) => `{"line":"none","index":${index}}\n`).join('');

async function invoke(name: string, event: unknown): Promise<{ value: unknown; logs: string[] }> {
  const deployed = centre.deployment.functions.find((each) => shortName(each) === name);
  const answer = await centre.lambdas.invoke(deployed?.arn ?? '', event);
  if (answer.result !== 'ok') throw new Error(JSON.stringify(answer));
  return answer;
}
const bytesBelow = (prefix: string): Record<string, string> =>
  Object.fromEntries(
    centre.objects
      .list(bucket, prefix)
      .map(({ key }) => [key, centre.objects.get(bucket, key)?.body.toString('base64') ?? '']),
  );

describe('the functions as they are deployed, on S3', () => {
  let compiled: { value: unknown; logs: string[] };
  beforeAll(async () => {
    compiled = await invoke('compile-daily-report', {});
  });

  it('compile in a night every day since the first of which there are records', () => {
    const { days, weeks } = compiled.value as { days: string[]; weeks: string[] };
    expect(days[0]).toBe(day);
    expect(days.at(-1)).toBe('2026-12-01');
    expect(days).toHaveLength(8);
    expect(weeks).toEqual(['2026-W48', '2026-W49']);
    const text = centre.objects.get(bucket, `reports/day=${day}/report.json`)?.body.toString('utf8') ?? '';
    const { metrics } = JSON.parse(text) as Report;
    expect(metrics).toMatchObject({ calls, promisesPending: 0 });
    expect(metrics.promises).toBeGreaterThan(0);
  });

  it('go on where an object of records is cut or none at all, and say so', () => {
    const unreadable = compiled.logs.filter((line) => line.includes('recordsUnreadable'));
    expect(unreadable).toHaveLength(2);
    expect(compiled.logs.some((line) => line.includes('"RecordsDropped":'))).toBe(true);
  });

  it('compile the same bytes again', async () => {
    const [tables, reports] = [bytesBelow('compiled/'), bytesBelow('reports/')];
    await invoke('compile-daily-report', { from: day, to: '2026-12-01' });
    expect(bytesBelow('compiled/')).toEqual(tables);
    expect(bytesBelow('reports/')).toEqual(reports);
  });

  it('answer a range to whoever invokes them by their name', async () => {
    expect(centre.deployment.functions.map(({ name }) => name)).toContain(queryReportFunctionName('caf'));
    const range = { administration: 'caf', from: '2026-11-23', to: '2026-12-01' };
    const { value } = await invoke('query-report', range);
    const { missingDays, metrics, byDay } = value as Report;
    expect(missingDays).toEqual(['2026-11-23']);
    expect(Object.keys(byDay)).toHaveLength(8);
    expect(metrics.calls).toBe(calls + calls / 10);
    expect(metrics.persons).toBeLessThan(metrics.personDays ?? 0);
    expect(await invoke('query-report', { ...range, to: '2026-12-03' })).toMatchObject({
      value: { error: { code: 'inTheFuture', path: 'to' } },
    });
  });
});
