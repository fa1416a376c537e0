import { rmSync } from 'node:fs';
import { readAssembly } from '../../../local/assembly/read-assembly.ts';
import type { Deployment } from '../../../local/deployment.ts';
import { recordingTemplate, stackName, writeAssembly } from './hand-written-assembly.ts';

const written: string[] = [];
afterAll(() => written.forEach((directory) => rmSync(directory, { recursive: true })));

type Properties = Record<string, unknown>;

function read(change: (resources: Record<string, Properties>) => void = () => undefined): Deployment {
  const template = recordingTemplate();
  const entries = Object.entries(template.Resources).map(([id, { Properties = {} }]) => [id, Properties] as const);
  change(Object.fromEntries(entries));
  const directory = writeAssembly(template);
  written.push(directory);
  return readAssembly(directory, stackName);
}
/** Changes what the stream says of its bucket. */
const destination = (resources: Record<string, Properties>, changes: Properties): void => {
  Object.assign(resources['Records']?.['ExtendedS3DestinationConfiguration'] as Properties, changes);
};

describe('the delivery stream of a stack', () => {
  it('is read with its bucket, its function and how long it gathers', () => {
    const { buckets, deliveryStreams, contactRecordsStream, functions } = read();
    expect(buckets).toEqual([{ name: 'rappel-essai-reports', arn: 'arn:aws:s3:::rappel-essai-reports' }]);
    expect(deliveryStreams).toEqual([
      {
        arn: 'arn:aws:firehose:eu-central-1:111111111111:deliverystream/Rappel-essai-Records',
        name: 'Rappel-essai-Records',
        bucketName: 'rappel-essai-reports',
        prefix: 'records/!{partitionKeyFromLambda:kind}/day=!{partitionKeyFromLambda:day}/',
        errorPrefix: 'failed/!{firehose:error-output-type}/',
        gzip: true,
        buffer: { seconds: 900, bytes: 64 * 1024 * 1024 },
        transformation: { functionArn: functions[0]?.arn, seconds: 60, bytes: 3 * 1024 * 1024, retries: 3 },
      },
    ]);
    expect(contactRecordsStream).toBe(deliveryStreams[0]?.arn);
  });

  it('is what a rule may write to, besides functions', () => {
    const { eventRules, schedules, deliveryStreams, functions } = read();
    const functionArn = functions[0]?.arn;
    const pattern = { source: ['rappel'] };
    expect(eventRules).toContainEqual({
      name: 'Rappel-essai-Told',
      pattern,
      functionArns: [functionArn],
      streamArns: [deliveryStreams[0]?.arn],
    });
    expect(schedules).toContainEqual({
      name: 'Rappel-essai-Nightly',
      runs: { cron: expect.objectContaining({ minutes: [30], hours: [2] }), timeZone: 'Europe/Paris' },
      functionArn,
      input: {},
    });
  });

  it.each<[string, (resources: Record<string, Properties>) => void, RegExp]>([
    ['a backup', (all) => destination(all, { S3BackupMode: 'Enabled' }), /Records, .*[^]*S3BackupMode/],
    ['another format', (all) => destination(all, { DataFormatConversionConfiguration: {} }), /DataFormatConversion/],
    ['another compression', (all) => destination(all, { CompressionFormat: 'Snappy' }), /CompressionFormat/],
    [
      'partitions that are not switched on',
      (all) => destination(all, { DynamicPartitioningConfiguration: {} }),
      /dynamic partitioning/,
    ],
    [
      'an expression',
      (all) => destination(all, { ErrorOutputPrefix: 'a/!{firehose:random-string}/' }),
      /!\{firehose:random-string\} is not played/,
    ],
    [
      'a date',
      (all) => destination(all, { ErrorOutputPrefix: 'a/!{timestamp:EEE}/' }),
      /!\{timestamp:EEE\} is not played/,
    ],
    [
      'another processor',
      (all) =>
        destination(all, {
          ProcessingConfiguration: { Enabled: true, Processors: [{ Type: 'AppendDelimiterToRecord' }] },
        }),
      /one processor of type Lambda is played locally, not AppendDelimiterToRecord/,
    ],
    [
      'contact records to a data stream',
      (all) => {
        all['Recorded'] = Object.assign(all['Recorded'] ?? {}, {
          StorageType: 'KINESIS_STREAM',
          KinesisFirehoseConfig: undefined,
        });
      },
      /Recorded: contact records to KINESIS_STREAM are not played/,
    ],
    [
      'contact records to a stream of another stack',
      (all) => Object.assign(all['Recorded'] ?? {}, { KinesisFirehoseConfig: { FirehoseArn: 'arn:aws:firehose:x' } }),
      /not arn:aws:firehose:x/,
    ],
    [
      'notifications of a bucket',
      (all) => Object.assign(all['Reports'] ?? {}, { NotificationConfiguration: {} }),
      /Reports, AWS::S3::Bucket: [^]*NotificationConfiguration/,
    ],
  ])('is refused with %s', (_, change, reason) => {
    expect(() => read(change)).toThrow(reason);
  });
});
