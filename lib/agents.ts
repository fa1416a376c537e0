import { CfnQuickConnect, CfnRoutingProfile, CfnSecurityProfile, CfnTaskTemplate } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { supervisorScreen } from '../domain/administration/phrases/supervisors-fr.ts';
import { queueSubjects } from '../domain/administration/subjects.ts';
import type { ContactCentre } from './contact-centre.ts';

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

/** Agents and supervisors: what reaches them, what they may do, where they pass callers on to, what they open by themselves. */
export class Agents extends Construct {
  readonly #centre: ContactCentre;

  constructor(scope: Construct, id: string, { centre }: { centre: ContactCentre }) {
    super(scope, id);
    this.#centre = centre;
    this.#supervisorRouting();
    this.#routing();
    this.#securityProfile('AgentProfile', 'rappel-agent', agentPermissions);
    this.#securityProfile('SupervisorProfile', 'rappel-supervisor', supervisorPermissions);
  }

  /**
   * Lets agents pass a caller on to another queue. They see what the queues of their routing profile show: one of its own shows
   * all, since queues that showed each other would wait for each other when they are created.
   */
  passOn(flowArn: string, administration: Administration): void {
    if (this.#centre.transfersQueue === undefined) return;
    const subjects = queueSubjects(administration);
    this.#centre.transfersQueue.quickConnectArns = Object.entries(this.#centre.queueArns).map(([queueId, queueArn]) => {
      const spoken = subjects.find(({ subject }) => subject.queue === queueId)?.subject.spoken.fr;
      const { attrQuickConnectArn } = new CfnQuickConnect(this, `PassOn-${queueId}`, {
        instanceArn: this.#centre.instanceArn,
        name: queueId,
        ...(spoken !== undefined && { description: `La personne appelle pour ${spoken}` }),
        quickConnectConfig: { quickConnectType: 'QUEUE', queueConfig: { contactFlowArn: flowArn, queueArn } },
      });
      return attrQuickConnectArn;
    });
  }

  /**
   * What a supervisor may create from the workspace: Connect's own way to open a guide that belongs to no call. Agents may create no task, and
   * their routing brings them none.
   */
  offerGuide(flowArn: string): CfnTaskTemplate {
    const { taskName, taskDescription } = supervisorScreen;
    const id = { name: 'Name' };
    return new CfnTaskTemplate(this, 'SupervisorGuide', {
      instanceArn: this.#centre.instanceArn,
      name: taskName,
      description: taskDescription,
      contactFlowArn: flowArn,
      fields: [{ id, type: 'NAME', description: taskDescription }],
      defaults: [{ id, defaultValue: taskName }],
      status: 'ACTIVE',
    });
  }

  /** By it supervisors take tasks, and no calls. */
  #supervisorRouting(): CfnRoutingProfile {
    const queueArn = this.#centre.supervisionQueueArn;
    return new CfnRoutingProfile(this, 'SupervisorRouting', {
      instanceArn: this.#centre.instanceArn,
      name: 'rappel-supervisor',
      description: 'Tasks about calls, one at a time',
      defaultOutboundQueueArn: queueArn,
      mediaConcurrencies: [{ channel: 'TASK', concurrency: 1 }],
      queueConfigs: [{ priority: 1, delay: 0, queueReference: { channel: 'TASK', queueArn } }],
    });
  }

  /** One priority and no delay for every queue: a place in a queue is a place, and a callback waits in its own. */
  #routing(): CfnRoutingProfile {
    const queueArns = Object.values(this.#centre.queueArns);
    const [firstQueueArn] = queueArns;
    if (firstQueueArn === undefined) throw new Error('a line has at least one queue');
    return new CfnRoutingProfile(this, 'RoutingProfile', {
      instanceArn: this.#centre.instanceArn,
      name: 'rappel',
      description: 'Every queue, in the order of arrival',
      // Nobody dials by hand: it only shows its quick connects.
      defaultOutboundQueueArn: this.#centre.transfersQueue?.attrQueueArn ?? firstQueueArn,
      mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
      queueConfigs: queueArns.map((queueArn) => ({
        priority: 1,
        delay: 0,
        queueReference: { channel: 'VOICE', queueArn },
      })),
    });
  }

  #securityProfile(id: string, securityProfileName: string, permissions: string[]): CfnSecurityProfile {
    const { instanceArn } = this.#centre;
    return new CfnSecurityProfile(this, id, { instanceArn, securityProfileName, permissions });
  }
}
