import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Clock } from '../../../local/clock.ts';
import type { DeployedStream } from '../../../local/deployment.ts';
import { createEventClock } from '../../../local/event-clock.ts';
import { KeptRecords } from '../../../local/firehose/kept-records.ts';
import { RecordStreams } from '../../../local/firehose/record-streams.ts';
import type { InvocationResult } from '../../../local/lambda/invoker.ts';
import { ObjectStore } from '../../../local/s3/object-store.ts';

interface Given {
  recordId: string;
  data: string;
  approximateArrivalTimestamp: number;
}
interface Event {
  invocationId: string;
  deliveryStreamArn: string;
  region: string;
  records: Given[];
}
const stream: DeployedStream = {
  arn: 'arn:aws:firehose:eu-central-1:111111111111:deliverystream/records',
  name: 'records',
  bucketName: 'reports',
  prefix: 'records/!{partitionKeyFromLambda:kind}/day=!{partitionKeyFromLambda:day}/',
  errorPrefix: 'failed/!{firehose:error-output-type}/',
  gzip: true,
  buffer: { seconds: 300, bytes: 64 * 1024 * 1024 },
  transformation: { functionArn: 'arn:prepare', seconds: 60, bytes: 1024 * 1024, retries: 3 },
};
const start = Date.parse('2026-11-24T09:00:00Z');
const decoded = ({ data }: { data: string }): string => Buffer.from(data, 'base64').toString();

/** Ends each record with a new line, and files it under its `kind` and 24 November. */
const prepare = ({ records }: Event): unknown => ({
  records: records.map((given) => ({
    recordId: given.recordId,
    result: 'Ok',
    data: Buffer.from(`${decoded(given)}\n`).toString('base64'),
    metadata: { partitionKeys: { kind: (JSON.parse(decoded(given)) as { kind: string }).kind, day: '2026-11-24' } },
  })),
});

let root: string;
let clock: Clock;
let store: ObjectStore;
let invoked: Event[];
let answer: (event: Event) => unknown;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rappel-firehose-'));
  clock = createEventClock(start);
  store = new ObjectStore(join(root, 'objects'), ['reports'], () => clock.now());
  invoked = [];
  answer = prepare;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const invoke = async (_: string, event: unknown): Promise<InvocationResult> => {
  invoked.push(event as Event);
  const value = answer(event as Event);
  return value === undefined ? { result: 'error', message: 'no', logs: [] } : { result: 'ok', value, logs: [] };
};

function open(changes: Partial<DeployedStream> = {}, kept?: KeptRecords): RecordStreams {
  let ids = 0;
  return new RecordStreams({
    deployment: { region: 'eu-central-1', deliveryStreams: [{ ...stream, ...changes }] },
    clock,
    store,
    invoker: { invoke, stop: async () => undefined },
    newId: () => `id-${++ids}`,
    kept,
  });
}
const file = (): string => join(root, 'records.jsonl');
const pass = (seconds: number): Promise<void> => clock.runUntil(clock.now() + seconds * 1000);
const keys = (): string[] => store.list('reports').map(({ key }) => key);
const textOf = (key: string): string => gunzipSync(store.get('reports', key)?.body ?? Buffer.alloc(0)).toString();
const call = (id: number) => ({ kind: 'calls', id });
const writtenIds = (): number[] =>
  keys().flatMap((key) => [...textOf(key).matchAll(/"id":(\d+)/g)].map(([, id]) => Number(id)));

describe('a delivery stream', () => {
  it('gathers records, has them transformed in one batch, and writes what came of them by partition', async () => {
    const streams = open();
    streams.put(stream.arn, call(1));
    await pass(30);
    streams.put(stream.arn, { kind: 'answers', id: 2 });
    streams.put(stream.arn, call(3));
    await pass(29);
    expect(invoked).toEqual([]);
    await pass(2);
    expect(invoked).toMatchObject([
      {
        deliveryStreamArn: stream.arn,
        region: 'eu-central-1',
        records: [
          { approximateArrivalTimestamp: start },
          { approximateArrivalTimestamp: start + 30_000 },
          { approximateArrivalTimestamp: start + 30_000 },
        ],
      },
    ]);
    expect(invoked[0]?.records.map(decoded)).toEqual([
      '{"kind":"calls","id":1}',
      '{"kind":"answers","id":2}',
      '{"kind":"calls","id":3}',
    ]);
    expect(new Set(invoked[0]?.records.map(({ recordId }) => recordId)).size).toBe(3);
    expect(keys()).toEqual([]);
    await pass(300);
    expect(keys()).toEqual([
      'records/answers/day=2026-11-24/records-1-2026-11-24-09-00-30-id-3.gz',
      'records/calls/day=2026-11-24/records-1-2026-11-24-09-00-00-id-2.gz',
    ]);
    expect(textOf(keys()[1] ?? '')).toBe('{"kind":"calls","id":1}\n{"kind":"calls","id":3}\n');
    expect(store.list('reports')[0]?.lastModified).toEqual(new Date(start + 360_000));
  });

  it('writes all that has come when it is flushed, and nothing twice', async () => {
    const streams = open();
    streams.put(stream.arn, call(1));
    await streams.flush();
    streams.put(stream.arn, call(2));
    await streams.flush();
    await streams.flush();
    await pass(1000);
    expect(writtenIds()).toEqual([1, 2]);
    expect(keys()).toHaveLength(2);
    expect(clock.now()).toBe(start + 1_000_000);
  });

  it('hands over a batch as soon as it is large enough, and writes an object as soon as it is', async () => {
    const streams = open({
      transformation: { ...stream.transformation, bytes: 100 } as never,
      buffer: { seconds: 300, bytes: 60 },
    });
    for (let id = 1; id <= 9; id++) streams.put(stream.arn, call(id));
    await pass(0);
    expect(invoked.map(({ records }) => records.length)).toEqual([4, 4]);
    expect(keys()).toHaveLength(3);
    await streams.flush();
    expect(writtenIds().toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('drops what its function drops, and writes what failed apart, as it came', async () => {
    answer = ({ records }) => ({
      records: [
        { recordId: records[0]?.recordId, result: 'Dropped' },
        { recordId: records[1]?.recordId, result: 'ProcessingFailed', data: records[1]?.data },
        {
          recordId: records[3]?.recordId,
          result: 'Ok',
          data: records[3]?.data,
          metadata: { partitionKeys: { kind: 'calls' } },
        },
        { recordId: records[4]?.recordId, result: 'Ok', data: records[4]?.data },
        { recordId: records[4]?.recordId, result: 'Ok', data: records[4]?.data },
        { recordId: records[5]?.recordId, result: 'Fine', data: records[5]?.data },
      ],
    });
    const streams = open();
    for (let id = 1; id <= 6; id++) streams.put(stream.arn, call(id));
    await streams.flush();
    expect(keys()).toEqual(['failed/processing-failed/records-1-2026-11-24-09-00-00-id-2.gz']);
    const failures = textOf(keys()[0] ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(failures.map(({ errorCode, rawData = '' }) => [errorCode, decoded({ data: rawData })])).toEqual([
      ['Lambda.ProcessingFailedStatus', '{"kind":"calls","id":2}'],
      ['Lambda.MissingRecordId', '{"kind":"calls","id":3}'],
      ['DynamicPartitioning.PartitionKeyMissing', '{"kind":"calls","id":4}'],
      ['Lambda.DuplicatedRecordId', '{"kind":"calls","id":5}'],
      ['Lambda.InvalidReturnFormat', '{"kind":"calls","id":6}'],
    ]);
    expect(failures[0]).toMatchObject({ attemptsMade: 1, arrivalTimestamp: start, lambdaARN: 'arn:prepare' });
  });

  it('asks its function three times more where it fails, then writes the whole batch apart', async () => {
    answer = () => (invoked.length === 3 ? prepare(invoked[2] as Event) : undefined);
    const streams = open();
    streams.put(stream.arn, call(1));
    await streams.flush();
    expect(invoked).toHaveLength(3);
    expect(writtenIds()).toEqual([1]);
    streams.put(stream.arn, call(2));
    await streams.flush();
    expect(invoked).toHaveLength(7);
    expect(textOf(keys()[0] ?? '')).toContain('"attemptsMade":4');
    expect(textOf(keys()[0] ?? '')).toContain('"errorCode":"Lambda.FunctionError"');
  });

  it('delivers twice, late and in another order where a test wants that', async () => {
    const streams = open();
    streams.disturb((data) => (data.includes('"id":1') ? [0, 3600] : data.includes('"id":2') ? [5] : [0]));
    for (const id of [1, 2, 3]) streams.put(stream.arn, call(id));
    await pass(600);
    expect(writtenIds()).toEqual([1, 3, 2]);
    await pass(4000);
    expect(writtenIds()).toEqual([1, 3, 2, 1]);
  });

  it('writes by the hour of arrival where its prefix says nothing, and without a function as it came', async () => {
    const streams = open({ transformation: undefined, prefix: 'raw/', gzip: false });
    streams.put(stream.arn, call(1));
    await pass(3600);
    expect(keys()).toEqual(['raw/2026/11/24/09/records-1-2026-11-24-09-00-00-id-1']);
    expect(store.get('reports', keys()[0] ?? '')?.body.toString()).toBe('{"kind":"calls","id":1}');
  });

  it('knows no stream but those of the template', () => {
    expect(() => open().put('arn:other', {})).toThrow('no delivery stream arn:other');
  });
});

describe('records of a kept centre that are in no object yet', () => {
  it('are delivered when it starts again, and no more once they were', async () => {
    const before = open({}, new KeptRecords(file()));
    before.put(stream.arn, call(1));
    before.put(stream.arn, call(2));
    await open({}, new KeptRecords(file())).flush();
    expect(writtenIds()).toEqual([1, 2]);
    expect(new KeptRecords(file()).unsettled()).toEqual([]);
  });

  it('are those alone that came since, however many were written', async () => {
    const kept = new KeptRecords(file());
    const streams = open({}, kept);
    for (let id = 1; id <= 1500; id++) streams.put(stream.arn, call(id));
    await streams.flush();
    streams.put(stream.arn, call(1501));
    expect(new KeptRecords(file()).unsettled().map(({ data }) => data)).toEqual(['{"kind":"calls","id":1501}']);
  });
});
