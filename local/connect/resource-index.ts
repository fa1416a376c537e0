import type { DeployedHours, DeployedQueue, Deployment } from '../deployment.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import { FlowRefused } from '../../flow-language/read-flow.ts';
import { loadFlow } from './load-flow.ts';

/** Finds what flows and the API name by id or by ARN. */
export class ResourceIndex {
  readonly #flows = new Map<string, FlowDocument>();
  readonly #queues = new Map<string, DeployedQueue>();
  readonly #hours = new Map<string, DeployedHours>();

  /** Throws FlowRefused with the problems of all flows together. */
  constructor(deployment: Deployment) {
    const problems: string[] = [];
    for (const deployed of deployment.flows) {
      try {
        addByIdAndArn(this.#flows, loadFlow(deployed));
      } catch (error) {
        if (!(error instanceof FlowRefused)) throw error;
        problems.push(...error.problems);
      }
    }
    if (problems.length > 0) throw new FlowRefused(problems);
    for (const queue of deployment.queues) addByIdAndArn(this.#queues, queue);
    for (const hours of deployment.hours) addByIdAndArn(this.#hours, hours);
  }

  flow(idOrArn: string): FlowDocument | undefined {
    return this.#flows.get(idOrArn);
  }

  queue(idOrArn: string): DeployedQueue | undefined {
    return this.#queues.get(idOrArn);
  }

  hours(idOrArn: string): DeployedHours | undefined {
    return this.#hours.get(idOrArn);
  }
}

function addByIdAndArn<Resource extends { id: string; arn: string }>(
  index: Map<string, Resource>,
  resource: Resource,
): void {
  index.set(resource.id, resource);
  index.set(resource.arn, resource);
}
