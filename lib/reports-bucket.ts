import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Firehose leaves raw records there where the function that prepares them fails. */
export const failedPrefix = 'failed/';
const failedDays = 7;
/** Of Athena: what a query found, to be fetched at once. */
export const resultsPrefix = 'query-results/';
const resultsDays = 7;
const formerVersionsDays = 7;

type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject';

/** Records, compiled days and reports. They outlive the stack, and are forgotten in time. */
export class ReportsBucket extends Construct {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly #bucket: Bucket;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key, retentionDays }: { key: IKey; retentionDays: number }) {
    super(scope, id);
    this.#key = key;
    this.#bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          expiration: Duration.days(retentionDays),
          noncurrentVersionExpiration: Duration.days(formerVersionsDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { prefix: failedPrefix, expiration: Duration.days(failedDays) },
        { prefix: resultsPrefix, expiration: Duration.days(resultsDays) },
      ],
    });
    Validations.of(this.#bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Only functions of this stack and Firehose touch it; the account decides on CloudTrail for its data.',
    });
    this.bucketName = this.#bucket.bucketName;
    this.bucketArn = this.#bucket.bucketArn;
  }

  /** Statements that let a function do these things with the objects below these prefixes, list them, and use the key for nothing but that. */
  allow(prefixes: readonly string[], ...actions: ObjectAction[]): PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: actions.map((action) => `s3:${action}`),
        resources: prefixes.map((prefix) => `${this.bucketArn}/${prefix}*`),
      }),
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucketArn],
        conditions: { StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) } },
      }),
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [this.#key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` } },
      }),
    ];
  }
}
