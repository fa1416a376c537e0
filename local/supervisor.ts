import type { Clock } from './clock.ts';
import type { Agent } from './connect/centre.ts';
import type { Line } from './line.ts';

/** Somebody with the routing of supervisors: tasks, and no calls. */
export function logInSupervisor({ centre }: Line, name: string): Agent {
  return centre.logIn(name, ['TASK']);
}

/** Creates the task that brings the guide, as a supervisor does in the workspace, and accepts it as soon as it is offered. */
export function openSupervisorGuide({ centre, deployment }: Line, clock: Clock, supervisor: Agent): void {
  const [template] = deployment.taskTemplates;
  if (!template) throw new Error(`${deployment.stackName} has no task that supervisors create`);
  const { name, flowArn } = template;
  const { contactId } = centre.startTaskContact({
    flowId: flowArn,
    name,
    attributes: {},
    references: {},
    delaySeconds: 0,
    clientToken: `${name} ${clock.now()} ${supervisor.id}`,
  });
  const accept = (): void => {
    if (supervisor.contactId === contactId) supervisor.accept();
  };
  centre.onEvent((event) => {
    const isOffered = event.kind === 'state' && event.of === 'agent' && event.to === 'ringing';
    if (isOffered && event.contactId === contactId) clock.at(clock.now(), accept);
  });
}
