import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Bundles, LambdaEntry } from './bundles.ts';

/** Connect stops waiting for a flow's function after 8 s. */
const hookSeconds = 8;

/** What all functions of a stack share. */
export interface FunctionPlatform {
  bundles: Bundles;
  key: IKey;
  deadLetters: IQueue;
  logRetentionDays: number;
}
export interface ConnectFunctionProps {
  platform: FunctionPlatform;
  entry: LambdaEntry;
  description: string;
  environment: Record<string, string>;
  /** What it may do besides writing its own log and its own traces. */
  may: PolicyStatement[];
  /** Only where people invoke it by its name; else CloudFormation names it. */
  functionName?: string;
  /** At most 8 for what a flow waits for, which is the default. */
  timeoutSeconds?: number;
  /** 512 where it is not said; Lambda gives processor time by it. */
  memoryMegabytes?: number;
  /** Events and schedules invoke it: how often it is tried again, and how old an event may grow. */
  events?: { retries: 0 | 1 | 2; maximumAgeSeconds: number };
}

/** The one way a Lambda function is defined: own role, own log group, own environment under the stack's key. */
export class ConnectFunction extends Construct {
  readonly function: Function;
  readonly functionArn: string;

  constructor(scope: Construct, id: string, props: ConnectFunctionProps) {
    super(scope, id);
    const {
      platform,
      entry,
      description,
      environment,
      may,
      functionName,
      timeoutSeconds = hookSeconds,
      memoryMegabytes = 512,
      events,
    } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: platform.logRetentionDays as RetentionDays,
      encryptionKey: platform.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const own = ownStatements(platform, logGroup, events !== undefined);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Work: new PolicyDocument({ statements: [...may, ...own] }) },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray has no resources to name: its two write actions are granted on all.',
    });
    Validations.of(role).acknowledge({
      id: 'Serverless-LambdaStarPermissions',
      reason: 'The same two write actions of X-Ray; permissions.test.ts lists all that each function may do.',
    });
    this.function = new Function(this, 'Function', {
      description,
      ...(functionName !== undefined && { functionName }),
      code: Code.fromAsset(platform.bundles(entry)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(timeoutSeconds),
      tracing: Tracing.ACTIVE,
      environment,
      environmentEncryption: platform.key,
      logGroup,
      // All that the role allows stands in its one policy above.
      role: role.withoutPolicyUpdates(),
    });
    Validations.of(this.function).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason:
        events === undefined
          ? 'Its caller waits for its answer and hears of a failure at once: nothing is queued that could be lost.'
          : 'Events that it keeps failing on go to the queue of failed events as a destination, which also says why.',
    });
    this.functionArn = this.function.functionArn;
    if (events !== undefined) {
      this.function.configureAsyncInvoke({
        retryAttempts: events.retries,
        maxEventAge: Duration.seconds(events.maximumAgeSeconds),
        onFailure: new SqsDestination(platform.deadLetters),
      });
    }
  }

  /** Lets the flows of the instance invoke the function; flows that do depend on what is returned. */
  attachTo(instanceArn: string): CfnIntegrationAssociation {
    this.function.addPermission('Connect', {
      principal: new ServicePrincipal('connect.amazonaws.com'),
      sourceAccount: Stack.of(this).account,
      sourceArn: instanceArn,
    });
    return new CfnIntegrationAssociation(this, 'Association', {
      instanceId: instanceArn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: this.functionArn,
    });
  }
}

/** What every function does: log, trace, read its environment; and report the events it failed on. */
function ownStatements(
  { key, deadLetters }: FunctionPlatform,
  logGroup: LogGroup,
  takesEvents: boolean,
): PolicyStatement[] {
  const statements = [
    new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }),
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
    new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
  ];
  if (takesEvents) {
    statements.push(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
  }
  return statements;
}
