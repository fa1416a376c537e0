import { Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  type CfnHoursOfOperation,
  CfnInstance,
  CfnQueue,
  CfnQuickConnect,
  CfnRoutingProfile,
  CfnSecurityProfile,
  CfnTaskTemplate,
} from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { supervisionQueue, transfersQueue } from '../domain/administration/contract.ts';
import { supervisorScreen } from '../domain/administration/phrases/supervisors-fr.ts';
import { queueSubjects } from '../domain/administration/subjects.ts';
import { hoursOfOperation } from './hours-of-operation.ts';

/** An agent takes calls, and is shown the guide of each; nobody dials by hand, and nobody but a supervisor creates tasks. */
const agentPermissions = ['BasicAgentAccess', 'CustomViews.Access', 'RestrictTaskCreation.Access'];
/** A supervisor sees what waits and what was kept, and changes nothing that the stack owns but by the guide of a task. */
const supervisorPermissions = [
  'BasicAgentAccess',
  'CustomViews.Access',
  'AccessMetrics',
  'ContactSearch.View',
  'Queues.View',
  'RoutingPolicies.View',
  'HoursOfOperation.View',
  'ContactFlows.View',
  'Users.View',
];

type ContactAction =
  | 'DescribeContact'
  | 'GetContactAttributes'
  | 'GetContactMetrics'
  | 'ListAssociatedContacts'
  | 'StartOutboundVoiceContact'
  | 'StopContact';

/** The Connect instance: its hours, queues, routing and security profiles. Ids of queues and hours are those of the YAML. */
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
  /** Undefined where there is but one queue. */
  readonly #transfers: CfnQueue | undefined;

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
    this.#supervisorRouting(this.supervisionQueueArn);
    this.#transfers = queues.length > 1 ? this.#ownQueue('Transfers', transfersQueue, line) : undefined;
    this.#routing();
    this.#securityProfiles();
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

  /**
   * Lets agents pass a caller on to another queue. They see what the queues of their routing profile show: one of its own shows
   * all, since queues that showed each other would wait for each other when they are created.
   */
  passOn(flowArn: string, administration: Administration): void {
    if (this.#transfers === undefined) return;
    const subjects = queueSubjects(administration);
    this.#transfers.quickConnectArns = Object.entries(this.queueArns).map(([queueId, queueArn]) => {
      const spoken = subjects.find(({ subject }) => subject.queue === queueId)?.subject.spoken.fr;
      const { attrQuickConnectArn } = new CfnQuickConnect(this, `PassOn-${queueId}`, {
        instanceArn: this.instanceArn,
        name: queueId,
        ...(spoken !== undefined && { description: `La personne appelle pour ${spoken}` }),
        quickConnectConfig: { quickConnectType: 'QUEUE', queueConfig: { contactFlowArn: flowArn, queueArn } },
      });
      return attrQuickConnectArn;
    });
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

  /**
   * What a supervisor may create from the workspace: Connect's own way to open a guide that belongs to no call. Agents may create no task, and
   * their routing brings them none.
   */
  offerGuide(flowArn: string): CfnTaskTemplate {
    const { taskName, taskDescription } = supervisorScreen;
    const id = { name: 'Name' };
    return new CfnTaskTemplate(this, 'SupervisorGuide', {
      instanceArn: this.instanceArn,
      name: taskName,
      description: taskDescription,
      contactFlowArn: flowArn,
      fields: [{ id, type: 'NAME', description: taskDescription }],
      defaults: [{ id, defaultValue: taskName }],
      status: 'ACTIVE',
    });
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

  /** By it supervisors take tasks, and no calls. */
  #supervisorRouting(queueArn: string): CfnRoutingProfile {
    return new CfnRoutingProfile(this, 'SupervisorRouting', {
      instanceArn: this.instanceArn,
      name: 'rappel-supervisor',
      description: 'Tasks about calls, one at a time',
      defaultOutboundQueueArn: queueArn,
      mediaConcurrencies: [{ channel: 'TASK', concurrency: 1 }],
      queueConfigs: [{ priority: 1, delay: 0, queueReference: { channel: 'TASK', queueArn } }],
    });
  }

  /** One priority and no delay for every queue: a place in a queue is a place, and a callback waits in its own. */
  #routing(): CfnRoutingProfile {
    const queueArns = Object.values(this.queueArns);
    const [firstQueueArn] = queueArns;
    if (firstQueueArn === undefined) throw new Error('a line has at least one queue');
    return new CfnRoutingProfile(this, 'RoutingProfile', {
      instanceArn: this.instanceArn,
      name: 'rappel',
      description: 'Every queue, in the order of arrival',
      // Nobody dials by hand: it only shows its quick connects.
      defaultOutboundQueueArn: this.#transfers?.attrQueueArn ?? firstQueueArn,
      mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
      queueConfigs: queueArns.map((queueArn) => ({
        priority: 1,
        delay: 0,
        queueReference: { channel: 'VOICE', queueArn },
      })),
    });
  }

  #securityProfiles(): void {
    const define = (id: string, securityProfileName: string, permissions: string[]): CfnSecurityProfile =>
      new CfnSecurityProfile(this, id, { instanceArn: this.instanceArn, securityProfileName, permissions });
    define('AgentProfile', 'rappel-agent', agentPermissions);
    define('SupervisorProfile', 'rappel-supervisor', supervisorPermissions);
  }
}

/** The id that an ARN ends with: `…:instance/<instance>/<kind>/<id>`. */
export const lastPart = (arn: string): string => Fn.select(3, Fn.split('/', arn));
