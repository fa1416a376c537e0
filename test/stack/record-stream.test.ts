import { administration, aNumber, ofType, property, resourcesOf, synthesiseLine, waitsFor } from './synthesise-line.ts';

const resources = resourcesOf(synthesiseLine(administration('caf', { number: aNumber })));
const only = (type: string) => {
  const found = ofType(resources, type);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} of ${type}`);
  return found[0];
};
const [streamId, stream] = only('AWS::KinesisFirehose::DeliveryStream');
const destination = property(stream, 'ExtendedS3DestinationConfiguration');
const arn = { 'Fn::GetAtt': [streamId, 'Arn'] };
const key = { 'Fn::GetAtt': [ofType(resources, 'AWS::KMS::Key')[0]?.[0], 'Arn'] };
const bucket = { 'Fn::GetAtt': [ofType(resources, 'AWS::S3::Bucket')[0]?.[0], 'Arn'] };
const roleOf = ({ 'Fn::GetAtt': [id] }: { 'Fn::GetAtt': [string, string] }) => {
  const role = resources[id];
  if (role === undefined) throw new Error(`no role ${id}`);
  const [policy] = property(role, 'Policies');
  return { trust: property(role, 'AssumeRolePolicyDocument').Statement, may: policy.PolicyDocument.Statement };
};
const rulesToStream = ofType(resources, 'AWS::Events::Rule').flatMap(([id, rule]) => {
  const targets: { Arn: unknown; RoleArn: { 'Fn::GetAtt': [string, string] } }[] = property(rule, 'Targets');
  return targets
    .filter(({ Arn }) => JSON.stringify(Arn) === JSON.stringify(arn))
    .map((target) => ({ id, target, pattern: property(rule, 'EventPattern') }));
});

describe('the stream of records', () => {
  it('writes by kind and local day, gzipped, under the key of the stack, and keeps apart what failed', () => {
    expect(property(stream, 'DeliveryStreamType')).toBe('DirectPut');
    expect(property(stream, 'DeliveryStreamEncryptionConfigurationInput')).toEqual({
      KeyType: 'CUSTOMER_MANAGED_CMK',
      KeyARN: key,
    });
    expect(destination).toMatchObject({
      BucketARN: bucket,
      Prefix: 'records/!{partitionKeyFromLambda:kind}/day=!{partitionKeyFromLambda:day}/',
      ErrorOutputPrefix: 'failed/!{firehose:error-output-type}/',
      CompressionFormat: 'GZIP',
      EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: key } },
      DynamicPartitioningConfiguration: { Enabled: true },
      CloudWatchLoggingOptions: { Enabled: true },
    });
  });

  it('gathers as much as partitions need at least, and passes all of it through the function', () => {
    expect(destination.BufferingHints.SizeInMBs).toBeGreaterThanOrEqual(64);
    expect(destination.ProcessingConfiguration.Enabled).toBe(true);
    expect(destination.ProcessingConfiguration.Processors).toMatchObject([{ Type: 'Lambda' }]);
    const parameters: { ParameterName: string; ParameterValue: unknown }[] =
      destination.ProcessingConfiguration.Processors[0].Parameters;
    const [lambda] = parameters.filter(({ ParameterName }) => ParameterName === 'LambdaArn');
    expect(JSON.stringify(lambda?.ParameterValue)).toMatch(/RecordsPrepareRecordFunction.*:\$LATEST/u);
    // More than the function answers for in the time that Firehose waits, which is five minutes.
    const [id] = ofType(resources, 'AWS::Lambda::Function').filter(([name]) =>
      name.startsWith('ReportingRecordsPrepareRecord'),
    );
    expect(id?.[1].Properties).toMatchObject({ Timeout: 60 });
  });

  it('receives the contact records of the instance, once it is there', () => {
    const [, config] = only('AWS::Connect::InstanceStorageConfig');
    expect(config.Properties).toMatchObject({
      ResourceType: 'CONTACT_TRACE_RECORDS',
      StorageType: 'KINESIS_FIREHOSE',
      KinesisFirehoseConfig: { FirehoseArn: arn },
    });
    expect(waitsFor(config)).toContain(streamId);
  });

  it('acts for this account only, and may no more than write, invoke the function and say what failed', () => {
    const { trust, may } = roleOf(destination.RoleARN);
    expect(trust).toEqual([
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'firehose.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
    const objects = (prefix: string) => ({ 'Fn::Join': ['', [bucket, `/${prefix}/*`]] });
    const log = expect.stringMatching(/^ReportingRecordsLogs/u);
    expect(may).toEqual([
      {
        Action: ['lambda:GetFunctionConfiguration', 'lambda:InvokeFunction'],
        Effect: 'Allow',
        Resource: expect.arrayContaining([
          { 'Fn::GetAtt': [expect.stringMatching(/^ReportingRecordsPrepareRecord/u), 'Arn'] },
        ]),
      },
      {
        Action: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
        Effect: 'Allow',
        Resource: bucket,
      },
      {
        Action: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        Effect: 'Allow',
        Resource: [objects('failed'), objects('records')],
      },
      {
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Effect: 'Allow',
        Resource: key,
        Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
      },
      { Action: 'logs:PutLogEvents', Effect: 'Allow', Resource: { 'Fn::GetAtt': [log, 'Arn'] } },
    ]);
  });
});

describe('the events for the reports', () => {
  it('are those of bookings, SMS and answers of this administration, and the deliveries of its sender', () => {
    expect(rulesToStream.map(({ pattern }): unknown => pattern)).toEqual([
      {
        source: ['rappel'],
        'detail-type': ['Rappel Booking Event', 'Rappel Sms Event', 'Rappel Survey Event'],
        detail: { administration: ['caf'] },
      },
      {
        source: ['aws.sms-voice'],
        'detail-type': ['Text Message Delivery Status Updated'],
        detail: { originationPhoneNumber: ['CAF'] },
      },
    ]);
  });

  it('may only be put to the stream', () => {
    for (const { target } of rulesToStream) {
      const { trust, may } = roleOf(target.RoleArn);
      expect(trust).toMatchObject([
        {
          Principal: { Service: 'events.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ]);
      expect(may).toEqual([
        { Action: ['firehose:PutRecord', 'firehose:PutRecordBatch'], Effect: 'Allow', Resource: arn },
      ]);
    }
  });

  it('are kept in the dead-letter queue where the stream takes them for a day not: each rule may send there', () => {
    const [queue] = ofType(resources, 'AWS::SQS::Queue');
    const statements: { Action: string; Condition?: { ArnEquals?: { 'aws:SourceArn': unknown } } }[] = property(
      only('AWS::SQS::QueuePolicy')[1],
      'PolicyDocument',
    ).Statement;
    const senders = statements.map(({ Condition }) => JSON.stringify(Condition?.ArnEquals?.['aws:SourceArn']));
    for (const { id, target } of rulesToStream) {
      expect(target).toMatchObject({
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [queue?.[0], 'Arn'] } },
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400 },
      });
      expect(senders).toContain(JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }));
    }
  });
});
