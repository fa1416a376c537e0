import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** What everything else of the stack stands on: the key that encrypts it, the secret, the queue of failed events, the topic of alarms. */
export class Foundation extends Construct {
  readonly key: Key;
  readonly secret: Secret;
  readonly deadLetters: Queue;
  readonly alarms: Topic;
  readonly alarmTopic: CfnOutput;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Encrypts the ledger, the secret, the environment and the logs of this administration',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.key.addToResourcePolicy(logsMayEncrypt(Stack.of(this)));
    this.secret = new Secret(this, 'Secret', {
      description: 'Secret from which the keys that replace telephone numbers are derived; never rotated',
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The ledger finds a person by a hash under this secret: rotating it would lose every booking.',
    });
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue: of the event rules and of asynchronous invocations.',
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason: 'Nothing consumes it: people look at what failed, and send it again as docs/runbook.md says.',
    });
    this.alarms = new Topic(this, 'Alarms', { masterKey: this.key, enforceSSL: true });
    this.key.addToResourcePolicy(alarmsMayPublish(Stack.of(this)));
    this.alarmTopic = new CfnOutput(this, 'AlarmTopic', {
      description: 'Subscribe to it whoever is to hear of the alarms',
      value: this.alarms.topicArn,
    });
  }
}

/** CloudWatch Logs encrypts the log groups of this account and region, and no others. Actions: CloudWatch Logs User Guide. */
function logsMayEncrypt({ partition, region, account }: Stack): PolicyStatement {
  return new PolicyStatement({
    sid: 'LogsOfThisAccount',
    principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
    actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    resources: ['*'],
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
    },
  });
}

/** Alarms of this account publish to the encrypted topic. Actions: CloudWatch User Guide, notifying users on alarm changes. */
function alarmsMayPublish({ account }: Stack): PolicyStatement {
  return new PolicyStatement({
    sid: 'AlarmsOfThisAccount',
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': account } },
  });
}
