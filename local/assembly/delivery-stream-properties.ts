import { z } from 'zod';

const bufferingHints = z.object({ IntervalInSeconds: z.int().optional(), SizeInMBs: z.int().optional() });
const processor = z.object({
  Type: z.string(),
  Parameters: z.array(z.object({ ParameterName: z.string(), ParameterValue: z.coerce.string() })).optional(),
});

/** Strict: what is not listed would change what is written, or where. */
const extendedS3 = z.strictObject({
  BucketARN: z.string(),
  RoleARN: z.string(),
  Prefix: z.string().optional(),
  ErrorOutputPrefix: z.string().optional(),
  CompressionFormat: z.enum(['GZIP', 'UNCOMPRESSED']).optional(),
  BufferingHints: bufferingHints.optional(),
  DynamicPartitioningConfiguration: z.object({ Enabled: z.boolean().optional() }).optional(),
  ProcessingConfiguration: z
    .object({ Enabled: z.boolean().optional(), Processors: z.array(processor).optional() })
    .optional(),
  S3BackupMode: z.literal('Disabled').optional(),
  CustomTimeZone: z.literal('UTC').optional(),
  // Without effect on what is written here.
  EncryptionConfiguration: z.unknown().optional(),
  CloudWatchLoggingOptions: z.unknown().optional(),
});

/** `AWS::KinesisFirehose::DeliveryStream`, as far as it is played: to a bucket, by whoever puts records to it. */
export const deliveryStream = z.strictObject({
  DeliveryStreamName: z.string().optional(),
  DeliveryStreamType: z.literal('DirectPut').optional(),
  DeliveryStreamEncryptionConfigurationInput: z.unknown().optional(),
  ExtendedS3DestinationConfiguration: extendedS3,
  Tags: z.unknown().optional(),
});
