import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from '../../../local/assembly/template.ts';

export const stackName = 'Rappel-essai';
const at = (Hours: number, Minutes: number) => ({ Hours, Minutes });
const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** A small stack in the words of CloudFormation, of what a contact centre needs at least. */
export function smallTemplate(): Template {
  const InstanceArn = arnOf('Instance');
  return {
    Parameters: { Stage: { Default: 'production' } },
    Conditions: { IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] } },
    Resources: {
      Instance: { Type: 'AWS::Connect::Instance', Properties: { InstanceAlias: 'rappel-essai' } },
      Hours: {
        Type: 'AWS::Connect::HoursOfOperation',
        Properties: {
          InstanceArn,
          Name: 'hours',
          TimeZone: 'Europe/Paris',
          Config: [
            { Day: 'MONDAY', StartTime: at(13, 30), EndTime: at(0, 0) },
            { Day: 'MONDAY', StartTime: at(9, 0), EndTime: at(12, 0) },
          ],
          HoursOfOperationOverrides: [
            {
              OverrideName: 'Noël',
              EffectiveFrom: '2026-12-25',
              EffectiveTill: '2028-12-25',
              OverrideType: 'CLOSED',
              OverrideConfig: [],
              RecurrenceConfig: {
                RecurrencePattern: { Frequency: 'YEARLY', Interval: 1, ByMonth: [12], ByMonthDay: [25] },
              },
            },
            {
              OverrideName: 'pont',
              EffectiveFrom: '2026-05-14',
              EffectiveTill: '2026-05-15',
              OverrideConfig: [{ Day: 'FRIDAY', StartTime: at(10, 0), EndTime: at(11, 0) }],
            },
          ],
        },
      },
      Queue: {
        Type: 'AWS::Connect::Queue',
        Properties: { InstanceArn, Name: 'allocations', HoursOfOperationArn: { Ref: 'Hours' } },
      },
      Inbound: {
        Type: 'AWS::Connect::ContactFlow',
        Properties: {
          InstanceArn,
          Name: 'inbound-fr',
          Type: 'CONTACT_FLOW',
          Content: { 'Fn::Join': ['', ['{"queue":"', arnOfQueue, '","hook":"', arnOf('Teller'), '"}']] },
        },
      },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } },
      Ledger: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        },
      },
      Teller: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'abc.zip' },
          Handler: 'index.handler',
          Timeout: 8,
          Environment: {
            Variables: {
              LEDGER_TABLE: { Ref: 'Ledger' },
              RAPPEL_SECRET: {
                'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:::}}']],
              },
              CONNECT_QUEUE_IDS: {
                'Fn::Sub': [
                  '{"allocations":"${id}"}',
                  { id: { 'Fn::Select': [3, { 'Fn::Split': ['/', arnOfQueue] }] } },
                ],
              },
              STAGE: { 'Fn::If': ['IsTest', 'test', { Ref: 'AWS::NoValue' }] },
            },
          },
        },
      },
      Nobody: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
      Every: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'rate(1 minute)',
          Targets: [{ Id: 'T', Arn: arnOf('Teller'), Input: '{"a":1}' }],
        },
      },
      Contacts: {
        Type: 'AWS::Events::Rule',
        Properties: { EventPattern: { source: ['aws.connect'] }, Targets: [{ Id: 'T', Arn: arnOf('Teller') }] },
      },
      OnlyInTest: {
        Type: 'AWS::Events::Rule',
        Condition: 'IsTest',
        Properties: { ScheduleExpression: 'cron(0 0 * * ? *)' },
      },
      Place: { Type: 'Custom::PlaceNumber', Properties: { ServiceToken: arnOf('Teller'), NumberArn: 'arn:number' } },
      Settings: { Type: 'AWS::SMSVOICE::ConfigurationSet', Properties: {} },
      Sender: { Type: 'AWS::SMSVOICE::SenderId', Properties: { SenderId: 'ESSAI', IsoCountryCode: 'FR' } },
      Protect: {
        Type: 'AWS::SMSVOICE::ProtectConfiguration',
        Properties: {
          CountryRuleSet: {
            SMS: [
              { CountryCode: 'FR', ProtectStatus: 'ALLOW' },
              { CountryCode: 'US', ProtectStatus: 'BLOCK' },
            ],
          },
        },
      },
    },
  };
}
const arnOfQueue = { 'Fn::GetAtt': ['Queue', 'QueueArn'] };

/** Writes it as `cdk synth` would. Returns the directory. */
export function writeAssembly(template: Template): string {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  mkdirSync(join(directory, 'asset.abc'));
  const write = (name: string, content: unknown): void => writeFileSync(join(directory, name), JSON.stringify(content));
  write('stack.template.json', template);
  write('stack.assets.json', {
    files: {
      abc: { source: { path: 'asset.abc', packaging: 'zip' }, destinations: { here: { objectKey: 'abc.zip' } } },
    },
  });
  write('manifest.json', {
    artifacts: {
      [stackName]: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/eu-central-1',
        properties: { templateFile: 'stack.template.json' },
      },
      [`${stackName}.assets`]: { type: 'cdk:asset-manifest', properties: { file: 'stack.assets.json' } },
    },
  });
  return directory;
}

/** The same stack, with what records go through: a bucket, a delivery stream, and whatever writes to it. */
export function recordingTemplate(): Template {
  const template = smallTemplate();
  Object.assign(template.Resources, {
    Reports: { Type: 'AWS::S3::Bucket', Properties: {} },
    Records: {
      Type: 'AWS::KinesisFirehose::DeliveryStream',
      Properties: {
        DeliveryStreamType: 'DirectPut',
        ExtendedS3DestinationConfiguration: {
          BucketARN: arnOf('Reports'),
          RoleARN: arnOf('Nobody'),
          Prefix: 'records/!{partitionKeyFromLambda:kind}/day=!{partitionKeyFromLambda:day}/',
          ErrorOutputPrefix: 'failed/!{firehose:error-output-type}/',
          CompressionFormat: 'GZIP',
          BufferingHints: { IntervalInSeconds: 900, SizeInMBs: 64 },
          DynamicPartitioningConfiguration: { Enabled: true },
          ProcessingConfiguration: {
            Enabled: true,
            Processors: [
              {
                Type: 'Lambda',
                Parameters: [
                  { ParameterName: 'LambdaArn', ParameterValue: arnOf('Teller') },
                  { ParameterName: 'BufferSizeInMBs', ParameterValue: '3' },
                ],
              },
            ],
          },
        },
      },
    },
    Recorded: {
      Type: 'AWS::Connect::InstanceStorageConfig',
      Properties: {
        InstanceArn: arnOf('Instance'),
        ResourceType: 'CONTACT_TRACE_RECORDS',
        StorageType: 'KINESIS_FIREHOSE',
        KinesisFirehoseConfig: { FirehoseArn: arnOf('Records') },
      },
    },
    Told: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['rappel'] },
        Targets: [
          { Id: 'R', Arn: arnOf('Records'), RoleArn: arnOf('Nobody') },
          { Id: 'F', Arn: arnOf('Teller') },
        ],
      },
    },
    Nightly: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(30 2 * * ? *)',
        ScheduleExpressionTimezone: 'Europe/Paris',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: arnOf('Teller'), RoleArn: arnOf('Nobody') },
      },
    },
  });
  return template;
}
