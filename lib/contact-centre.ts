import { Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type CfnHoursOfOperation, CfnInstance, CfnQueue } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { supervisionQueue, transfersQueue } from '../domain/administration/contract.ts';
import { hoursOfOperation } from './hours-of-operation.ts';

type ContactAction =
  | 'DeleteContactData'
  | 'DescribeContact'
  | 'GetContactAttributes'
  | 'GetContactMetrics'
  | 'ListAssociatedContacts'
  | 'StartOutboundVoiceContact'
  | 'StopContact'
  | 'UpdateContactAttributes';

/** The Connect instance: its hours and queues. Ids of queues and hours are those of the YAML. */
export class ContactCentre extends Construct {
  readonly instanceArn: string;
  readonly instanceId: string;
  readonly queueArns: Record<string, string>;
  /** Where tasks wait for supervisors: none of the file's queues, and no caller ever waits there. */
  readonly supervisionQueueArn: string;
  /** Of each queue: its own hours, or the line's. */
  readonly hoursArns: Record<string, string>;
  /** JSON: queue id of the YAML -> Connect queue id. */
  readonly queueIds: string;
  readonly #queues: Record<string, CfnQueue> = {};
  /** What shows agents where they may pass a caller on to; undefined where there is but one queue. */
  readonly transfersQueue: CfnQueue | undefined;

  constructor(scope: Construct, id: string, { administration, key }: { administration: Administration; key: IKey }) {
    super(scope, id);
    const instance = this.#instance(administration, key);
    this.instanceArn = instance.attrArn;
    Validations.of(Stack.of(this)).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(instance)}.Arn>/contact/*]`,
      reason: 'A contact exists only once someone rings: its id cannot be known before.',
    });
    Validations.of(Stack.of(this)).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(instance)}.Arn>/agent/*]`,
      reason: 'Users come and go without a deployment: their ids cannot be known before.',
    });
    this.instanceId = instance.attrId;
    const line = this.#line(administration);
    this.hoursArns = this.#hours(administration, line);
    for (const [queueId, hoursOfOperationArn] of Object.entries(this.hoursArns)) {
      this.#queues[queueId] = new CfnQueue(this, `Queue-${queueId}`, {
        instanceArn: this.instanceArn,
        name: queueId,
        hoursOfOperationArn,
      });
    }
    const queues = Object.entries(this.#queues);
    this.queueArns = Object.fromEntries(queues.map(([queueId, queue]) => [queueId, queue.attrQueueArn]));
    this.queueIds = Stack.of(this).toJsonString(
      Object.fromEntries(queues.map(([queueId, queue]) => [queueId, lastPart(queue.attrQueueArn)])),
    );
    this.supervisionQueueArn = this.#ownQueue('Supervision', supervisionQueue, line).attrQueueArn;
    this.transfersQueue = queues.length > 1 ? this.#ownQueue('Transfers', transfersQueue, line) : undefined;
  }

  /** What an agent's call to a person says first and, where there is a number, the one it shows, once `placed` is done. */
  callOut(whisperFlowArn: string, number: { arn: string; placed: IDependable } | undefined): void {
    for (const queue of Object.values(this.#queues)) {
      queue.outboundCallerConfig = {
        outboundFlowArn: whisperFlowArn,
        ...(number && { outboundCallerIdNumberArn: number.arn }),
      };
      if (number) queue.node.addDependency(number.placed);
    }
  }

  /** Reads the current figures of the queues. */
  allowMetrics(): PolicyStatement {
    return new PolicyStatement({
      actions: ['connect:GetCurrentMetricData'],
      resources: [this.instanceArn, ...Object.values(this.queueArns)],
    });
  }

  /** Does these things with the contacts of this instance, whichever they are. */
  allowContacts(...actions: ContactAction[]): PolicyStatement {
    return new PolicyStatement({
      actions: actions.map((action) => `connect:${action}`),
      resources: [`${this.instanceArn}/contact/*`],
    });
  }

  /** Reads the names under which the users of this instance log in. */
  allowUsers(): PolicyStatement {
    return new PolicyStatement({ actions: ['connect:DescribeUser'], resources: [`${this.instanceArn}/agent/*`] });
  }

  #instance({ alias, identity, retentionDays }: Administration, key: IKey): CfnInstance {
    // Connect writes to the group of this name; created first, it is encrypted and forgets in time.
    const flowLogs = new LogGroup(this, 'FlowLogs', {
      logGroupName: `/aws/connect/${alias}`,
      retention: retentionDays.logs as RetentionDays,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const instance = new CfnInstance(this, 'Instance', {
      instanceAlias: alias,
      identityManagementType: identity === 'saml' ? 'SAML' : 'CONNECT_MANAGED',
      attributes: { inboundCalls: true, outboundCalls: true, contactflowLogs: true, autoResolveBestVoices: true },
    });
    // Deleting an instance releases its numbers and forgets its contacts.
    instance.applyRemovalPolicy(RemovalPolicy.RETAIN);
    instance.node.addDependency(flowLogs);
    return instance;
  }

  #line(administration: Administration): CfnHoursOfOperation {
    return this.#open(administration, administration.id, administration.hours);
  }

  #open(administration: Administration, name: string, hours: Administration['hours']): CfnHoursOfOperation {
    return hoursOfOperation(this, `Hours-${name}`, { instanceArn: this.instanceArn, name, hours, administration });
  }

  #hours(administration: Administration, line: CfnHoursOfOperation): Record<string, string> {
    return Object.fromEntries(
      Object.entries(administration.queues).map(([queueId, { hours }]) => {
        const hasOwn = Object.keys(hours).length > 0;
        const own = hasOwn ? this.#open(administration, `${administration.id}-${queueId}`, hours) : line;
        return [queueId, own.attrHoursOfOperationArn];
      }),
    );
  }

  /** A queue in which no caller waits. */
  #ownQueue(id: string, name: string, { attrHoursOfOperationArn }: CfnHoursOfOperation): CfnQueue {
    return new CfnQueue(this, id, {
      instanceArn: this.instanceArn,
      name,
      hoursOfOperationArn: attrHoursOfOperationArn,
    });
  }
}

/** The id that an ARN ends with: `…:instance/<instance>/<kind>/<id>`. */
export const lastPart = (arn: string): string => Fn.select(3, Fn.split('/', arn));
