import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { addDays, localTime } from '../../domain/administration/local-time.ts';
import { recordsPrefix } from '../../domain/reporting/prepared-lines.ts';
import { reportingKeys } from '../../domain/reporting/contract.ts';
import { reportPrefix, type Report } from '../../domain/reporting/report-contract.ts';
import { shortName } from '../connect/known-functions.ts';
import { workerEnvironment } from '../lambda/environment.ts';
import type { Line } from '../line.ts';
import { startS3Api } from '../s3/api.ts';
import { ObjectStore } from '../s3/object-store.ts';
import { bundleOf, noServices } from './bundles.ts';
import { inventedLines } from './invented-lines.ts';

/** Long enough ago that all its promises are settled. */
const daysAgo = 10;
/** Of a busy minute, as Firehose gathers them. */
const linesOfAnObject = 1000;
/** What Lambda leaves to the heap of a function of 1 GB, about; the rest of it is code, buffers and stacks. */
const heapMegabytes = 900;
const mostMegabytes = 1024;
const mostSeconds = 300;
/** Lambda gives a whole core at 1,769 MB (Lambda developer guide), in proportion below. */
const coreOfFunction = mostMegabytes / 1769;

/**
 * A day of invented calls, and one of a tenth as many, compiled by the bundle of the function in a process of its own, on a folder as S3: seconds, and
 * the most memory that the process ever had.
 */
export async function benchReport(line: Line, calls: number): Promise<void> {
  for (const count of [Math.ceil(calls / 10), calls]) {
    const { seconds, processorSeconds, megabytes, lines, report } = await compileDay(line, count);
    console.log(
      `report of a day of ${count} calls (${lines} lines): ${seconds.toFixed(1)} s, ` +
        `${processorSeconds.toFixed(1)} s of a core, so ${(processorSeconds / coreOfFunction).toFixed(0)} s in a function of 1 GB [${mostSeconds} s], ` +
        `${megabytes} MB at most [${mostMegabytes} MB], ${report.metrics.calls} calls and ${report.metrics.promises} promises in it`,
    );
  }
}

interface Measured {
  seconds: number;
  /** Of all its threads, from its start: other programs on this laptop do not count. */
  processorSeconds: number;
  megabytes: number;
}
interface Compilation extends Measured {
  lines: number;
  report: Report;
}

async function compileDay({ administration, deployment }: Line, calls: number): Promise<Compilation> {
  const deployed = deployment.functions.find((each) => shortName(each) === 'compile-daily-report');
  const bucket = deployed?.environment[reportingKeys.bucket];
  if (deployed === undefined || bucket === undefined) throw new Error('the deployment has no compile-daily-report');
  const { timeZone } = administration;
  const day = addDays(localTime(new Date(), timeZone).date, -daysAgo);
  const root = join(tmpdir(), `rappel-report-${randomUUID()}`);
  const store = new ObjectStore(root, [bucket], Date.now);
  const s3 = await startS3Api(store);
  try {
    const lines = writeRecords(store, bucket, { day, timeZone, calls });
    const environment = workerEnvironment(deployed, deployment.region, { ...noServices, s3: s3.endpoint });
    const measured = await runAlone(bundleOf(deployed), environment, day);
    const text = store.get(bucket, `${reportPrefix(day)}report.json`)?.body.toString('utf8') ?? '';
    return { ...measured, lines, report: JSON.parse(text) as Report };
  } finally {
    await s3.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Returns how many lines there are. */
function writeRecords(store: ObjectStore, bucket: string, day: Parameters<typeof inventedLines>[0]): number {
  const waiting = new Map<string, string[]>();
  let objects = 0;
  let lines = 0;
  const write = (prefix: string, texts: readonly string[]): void => {
    store.put(bucket, `${prefix}records-${String(objects++).padStart(6, '0')}.gz`, gzipSync(texts.join('')));
  };
  for (const { kind, day: ofDay, line } of inventedLines(day)) {
    const prefix = recordsPrefix(kind, ofDay);
    const texts = waiting.get(prefix) ?? [];
    texts.push(`${JSON.stringify(line)}\n`);
    lines++;
    if (texts.length === linesOfAnObject) write(prefix, texts.splice(0));
    waiting.set(prefix, texts);
  }
  for (const [prefix, texts] of waiting) if (texts.length > 0) write(prefix, texts);
  return lines;
}

/** What the process prints last: its own figures. */
async function runAlone(file: string, environment: Record<string, string>, day: string): Promise<Measured> {
  const script = `
    const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)});
    const started = performance.now();
    await handler({ day: ${JSON.stringify(day)} });
    const seconds = (performance.now() - started) / 1000;
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const processorSeconds = (userCPUTime + systemCPUTime) / 1e6;
    console.log(JSON.stringify({ seconds, processorSeconds, megabytes: Math.round(maxRSS / 1024) }));`;
  const parameters = [`--max-old-space-size=${heapMegabytes}`, '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, parameters, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, status] = await Promise.all([
    child.stdout.toArray() as Promise<Buffer[]>,
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  if (status !== 0) throw new Error(`the compilation ended with ${status}`);
  const last = Buffer.concat(printed).toString('utf8').trim().split('\n').at(-1) ?? '';
  return JSON.parse(last) as Measured;
}
