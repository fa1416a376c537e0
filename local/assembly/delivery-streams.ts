import type { DeployedStream, Deployment } from '../deployment.ts';
import { refuseUnknownExpressions } from '../firehose/object-name.ts';
import type { StackResources } from './stack-resources.ts';

const megabyte = 1024 * 1024;
/** Firehose's own values where the template gives none. */
const defaults = { bufferSeconds: 300, bufferMegabytes: 5, transformSeconds: 60, transformMegabytes: 1, retries: 3 };
const processorParameters = ['LambdaArn', 'RoleArn', 'NumberOfRetries', 'BufferSizeInMBs', 'BufferIntervalInSeconds'];

/** @throws Error naming what of it is not played */
export function readBucket(resources: StackResources, logicalId: string): Deployment['buckets'][number] {
  resources.read('AWS::S3::Bucket', logicalId);
  return { name: resources.ref(logicalId), arn: resources.attribute(logicalId, 'Arn') };
}

/** @throws Error naming what of it is not played */
export function readDeliveryStream(resources: StackResources, logicalId: string): DeployedStream {
  const properties = resources.read('AWS::KinesisFirehose::DeliveryStream', logicalId);
  const s3 = properties.ExtendedS3DestinationConfiguration;
  const transformation = readTransformation(logicalId, s3.ProcessingConfiguration);
  const stream: DeployedStream = {
    arn: resources.attribute(logicalId, 'Arn'),
    name: resources.ref(logicalId),
    bucketName: s3.BucketARN.replace('arn:aws:s3:::', ''),
    prefix: s3.Prefix ?? '',
    errorPrefix: s3.ErrorOutputPrefix ?? '',
    gzip: s3.CompressionFormat === 'GZIP',
    buffer: {
      seconds: s3.BufferingHints?.IntervalInSeconds ?? defaults.bufferSeconds,
      bytes: (s3.BufferingHints?.SizeInMBs ?? defaults.bufferMegabytes) * megabyte,
    },
    transformation,
  };
  refuseUnknownExpressions(stream, s3.DynamicPartitioningConfiguration?.Enabled ?? false);
  return stream;
}

type Processing = { Enabled?: boolean | undefined; Processors?: Processor[] | undefined } | undefined;
interface Processor {
  Type: string;
  Parameters?: { ParameterName: string; ParameterValue: string }[] | undefined;
}

function readTransformation(logicalId: string, processing: Processing): DeployedStream['transformation'] {
  if (!processing?.Enabled) return undefined;
  const [lambda, ...others] = processing.Processors ?? [];
  if (lambda?.Type !== 'Lambda' || others.length > 0) {
    const types = processing.Processors?.map(({ Type }) => Type).join(', ');
    throw new Error(`${logicalId}: one processor of type Lambda is played locally, not ${types || 'none'}`);
  }
  const parameters = new Map(lambda.Parameters?.map((each) => [each.ParameterName, each.ParameterValue]));
  const unknown = [...parameters.keys()].find((name) => !processorParameters.includes(name));
  if (unknown !== undefined) throw new Error(`${logicalId}: ${unknown} of the processor is not played locally`);
  const megabytes = Number(parameters.get('BufferSizeInMBs') ?? defaults.transformMegabytes);
  return {
    functionArn: (parameters.get('LambdaArn') ?? '').replace(/:\$LATEST$/, ''),
    seconds: Number(parameters.get('BufferIntervalInSeconds') ?? defaults.transformSeconds),
    bytes: Math.floor(megabytes * megabyte),
    retries: Number(parameters.get('NumberOfRetries') ?? defaults.retries),
  };
}

/** Where the instance sends its contact records. @throws Error where that is no delivery stream */
export function readContactRecordsStream(resources: StackResources): string | undefined {
  const configs = resources.ofType('AWS::Connect::InstanceStorageConfig').flatMap((logicalId) => {
    const config = resources.read('AWS::Connect::InstanceStorageConfig', logicalId);
    return config.ResourceType === 'CONTACT_TRACE_RECORDS' ? { logicalId, ...config } : [];
  });
  const [config] = configs;
  if (config === undefined) return undefined;
  const { logicalId, StorageType, KinesisFirehoseConfig } = config;
  if (!KinesisFirehoseConfig) throw new Error(`${logicalId}: contact records to ${StorageType} are not played locally`);
  return KinesisFirehoseConfig.FirehoseArn;
}
