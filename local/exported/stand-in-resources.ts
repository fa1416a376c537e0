import type { FlowDocument, FlowType } from '../../flow-language/flow-document.ts';
import { FLOW_ELSEWHERE } from '../connect/actions/elsewhere.ts';
import type { DeployedHours, DeployedQueue } from '../deployment.ts';

/** Of the range that is reserved for fiction. */
export const exportedNumber = '+33199000000';
const hoursOfQueues = 'hours-of-every-queue';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export function standInQueue(id: string, name: string): DeployedQueue {
  return { arn: id, id, name, hoursArn: hoursOfQueues, outboundCallerId: exportedNumber };
}

export function standInHours(id: string, { isOpen, timeZone }: { isOpen: boolean; timeZone: string }): DeployedHours {
  const ranges = isOpen ? ['00:00-24:00'] : [];
  const weekly = Object.fromEntries(weekdays.map((day) => [day, ranges]));
  return { arn: id, id, name: id, timeZone, weekly, overrides: [] };
}

/** What is heard in place of a flow that is not among the files: its name. Then the run ends, or the contact waits or goes on. */
export function elsewhere(id: string, name: string, type: FlowType): FlowDocument {
  const action = {
    identifier: 'elsewhere',
    type: FLOW_ELSEWHERE,
    parameters: {},
    transitions: { next: undefined, conditions: [], errors: [] },
  };
  return {
    arn: id,
    id,
    name,
    type,
    startAction: action.identifier,
    actions: new Map([[action.identifier, action]]),
  };
}
