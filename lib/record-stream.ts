import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { Rule, type EventPattern, type IRuleTarget } from 'aws-cdk-lib/aws-events';
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { LogGroup, LogStream, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { environmentKeys } from '../domain/administration/contract.ts';
import { bookingEventSource, bookingEventType } from '../domain/callback/contract.ts';
import { answerEventType, smsEventType } from '../domain/reporting/contract.ts';
import { deliveryEventSource, deliveryEventType } from '../domain/sms/contract.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import { failedPrefix, type ReportsBucket } from './reports-bucket.ts';

/** The least that Firehose accepts with partitions that a function tells. */
const bufferMegabytes = 64;
/** Five minutes: a report of the day is not older, and a day has no more than some hundred objects of a kind. */
const bufferSeconds = 300;
/** So many records at once that what the function answers stays far below the 6 MB that Lambda lets it. */
const transformedMegabytes = 1;
const transformSeconds = 60;
const eventHours = 24;

interface RecordStreamProps {
  platform: FunctionPlatform;
  administration: Administration;
  rules: string;
  secret: string;
  instanceArn: string;
  reports: ReportsBucket;
}

/**
 * The record of what happened: Connect's contact records, the changes of bookings, SMS and answers go through one stream, whose function
 * keeps what the reports need and replaces the number; nothing raw is written, unless that function fails (docs/decisions/0016-records.md).
 */
export class RecordStream extends Construct {
  readonly prepareRecord: ConnectFunction;
  readonly streamArn: string;
  readonly #props: RecordStreamProps;

  constructor(scope: Construct, id: string, props: RecordStreamProps) {
    super(scope, id);
    this.#props = props;
    const { platform, rules, secret, instanceArn } = props;
    this.prepareRecord = new ConnectFunction(this, 'PrepareRecord', {
      platform,
      entry: 'reporting/prepare-record',
      description: 'Keeps of each record what the reports need, with a keyed hash in place of the number',
      environment: { [environmentKeys.rules]: rules, [environmentKeys.secret]: secret },
      timeoutSeconds: transformSeconds,
      may: [],
    });
    const stream = this.#stream();
    this.streamArn = stream.attrArn;
    const records = new CfnInstanceStorageConfig(this, 'ContactRecords', {
      instanceArn,
      resourceType: 'CONTACT_TRACE_RECORDS',
      storageType: 'KINESIS_FIREHOSE',
      kinesisFirehoseConfig: { firehoseArn: this.streamArn },
    });
    records.node.addDependency(stream);
    this.#sendEvents();
  }

  #stream(): CfnDeliveryStream {
    const { platform, reports } = this.#props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: platform.logRetentionDays as RetentionDays,
      encryptionKey: platform.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const logStream = new LogStream(this, 'LogStream', { logGroup, removalPolicy: RemovalPolicy.DESTROY });
    const prepare = `${this.prepareRecord.functionArn}:$LATEST`;
    const roleArn = this.#deliveryRole(logGroup, prepare).roleArn;
    return new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'CUSTOMER_MANAGED_CMK', keyArn: platform.key.keyArn },
      extendedS3DestinationConfiguration: {
        bucketArn: reports.bucketArn,
        roleArn,
        prefix: 'records/!{partitionKeyFromLambda:kind}/day=!{partitionKeyFromLambda:day}/',
        errorOutputPrefix: `${failedPrefix}!{firehose:error-output-type}/`,
        compressionFormat: 'GZIP',
        encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: platform.key.keyArn } },
        bufferingHints: { sizeInMBs: bufferMegabytes, intervalInSeconds: bufferSeconds },
        dynamicPartitioningConfiguration: { enabled: true, retryOptions: { durationInSeconds: 3600 } },
        cloudWatchLoggingOptions: {
          enabled: true,
          logGroupName: logGroup.logGroupName,
          logStreamName: logStream.logStreamName,
        },
        processingConfiguration: {
          enabled: true,
          processors: [
            {
              type: 'Lambda',
              parameters: [
                { parameterName: 'LambdaArn', parameterValue: prepare },
                { parameterName: 'BufferSizeInMBs', parameterValue: String(transformedMegabytes) },
                { parameterName: 'BufferIntervalInSeconds', parameterValue: '60' },
                { parameterName: 'NumberOfRetries', parameterValue: '3' },
              ],
            },
          ],
        },
      },
    });
  }

  /** What Firehose needs: to invoke the function, to write below two prefixes, to say why it could not. */
  #deliveryRole(logGroup: LogGroup, prepare: string): Role {
    const { platform, reports } = this.#props;
    const { region, account } = Stack.of(this);
    const statements = [
      new PolicyStatement({
        actions: ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
        resources: [this.prepareRecord.functionArn, prepare],
      }),
      new PolicyStatement({
        actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
        resources: [reports.bucketArn],
      }),
      new PolicyStatement({
        actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        resources: ['records/', failedPrefix].map((prefix) => `${reports.bucketArn}/${prefix}*`),
      }),
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [platform.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
      }),
      new PolicyStatement({ actions: ['logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
    ];
    return new Role(this, 'DeliveryRole', {
      // Of this account alone: Firehose acts for every customer.
      assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      inlinePolicies: { Work: new PolicyDocument({ statements }) },
    });
  }

  /** What contact records do not hold: bookings, SMS with their deliveries, answers. None of these events holds a number. */
  #sendEvents(): void {
    const { id, sms } = this.#props.administration;
    const role = new Role(this, 'EventsRole', {
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: {
        Work: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
              resources: [this.streamArn],
            }),
          ],
        }),
      },
    });
    this.#on('OwnEvents', role, 'Bookings, SMS and answers of this line, for the reports', {
      source: [bookingEventSource],
      detailType: [bookingEventType, smsEventType, answerEventType],
      detail: { administration: [id] },
    });
    this.#on('DeliveryEvents', role, 'What became of the SMS of this sender, for the reports', {
      source: [deliveryEventSource],
      detailType: [deliveryEventType],
      detail: { originationPhoneNumber: [sms.senderId] },
    });
  }

  #on(id: string, role: IRole, description: string, eventPattern: EventPattern): void {
    const rule = new Rule(this, id, { description, eventPattern });
    const { deadLetters } = this.#props.platform;
    const target: IRuleTarget = {
      bind: () => ({
        arn: this.streamArn,
        role,
        retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: eventHours * 3600 },
        deadLetterConfig: { arn: deadLetters.queueArn },
      }),
    };
    rule.addTarget(target);
    deadLetters.addToResourcePolicy(
      new PolicyStatement({
        sid: `${id}ForTheReports`,
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [deadLetters.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    );
  }
}
