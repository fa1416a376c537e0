import type { DeployedHours, DeployedQueue, Deployment } from '../deployment.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import { FlowRefused } from '../../flow-language/read-flow.ts';
import { loadFlow } from './load-flow.ts';
import type { UnknownResources } from './unknown-resources.ts';

/** Finds what flows and the API name by id or by ARN. */
export class ResourceIndex {
  readonly #flows = new Map<string, FlowDocument>();
  readonly #modules = new Map<string, FlowDocument>();
  readonly #queues = new Map<string, DeployedQueue>();
  readonly #hours = new Map<string, DeployedHours>();

  readonly #unknown: UnknownResources | undefined;

  /** Throws FlowRefused with the problems of all flows together. Without `unknown`, what is not deployed is not there. */
  constructor(deployment: Deployment, unknown?: UnknownResources) {
    this.#unknown = unknown;
    const problems: string[] = [];
    for (const deployed of deployment.flows) {
      try {
        const flow = loadFlow(deployed);
        addByIdAndArn(flow.type === 'MODULE' ? this.#modules : this.#flows, flow);
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
    return this.#flows.get(idOrArn) ?? this.#standIn(this.#flows, idOrArn, (unknown) => unknown.flow(idOrArn));
  }

  /** Also by a version or an alias of it, after a colon: there is one version here. */
  module(idOrArn: string): FlowDocument | undefined {
    const known = this.#modules.get(idOrArn) ?? this.#modules.get(idOrArn.replace(/:[^:/]*$/, ''));
    return known ?? this.#standIn(this.#modules, idOrArn, (unknown) => unknown.module(idOrArn));
  }

  queue(idOrArn: string): DeployedQueue | undefined {
    const known = this.#queues.get(idOrArn);
    if (known) return known;
    const queue = this.#standIn(this.#queues, idOrArn, (unknown) => unknown.queue(idOrArn));
    if (queue) this.#unknown?.queueAdded(queue);
    return queue;
  }

  hours(idOrArn: string): DeployedHours | undefined {
    return this.#hours.get(idOrArn) ?? this.#standIn(this.#hours, idOrArn, (unknown) => unknown.hours(idOrArn));
  }

  promptName(idOrArn: string): string {
    return this.#unknown?.promptName(idOrArn) ?? idOrArn;
  }

  #standIn<Resource extends { id: string; arn: string }>(
    index: Map<string, Resource>,
    idOrArn: string,
    make: (unknown: UnknownResources) => Resource,
  ): Resource | undefined {
    if (this.#unknown === undefined || idOrArn === '') return undefined;
    const resource = make(this.#unknown);
    addByIdAndArn(index, resource);
    return resource;
  }
}

function addByIdAndArn<Resource extends { id: string; arn: string }>(
  index: Map<string, Resource>,
  resource: Resource,
): void {
  index.set(resource.id, resource);
  index.set(resource.arn, resource);
}
