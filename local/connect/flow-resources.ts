import type { DeployedHours, DeployedQueue } from '../deployment.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { AgentQueues } from './agent-queues.ts';
import type { InstanceFaults, VanishingResource } from './instance-faults.ts';
import type { ResourceIndex } from './resource-index.ts';

/** The instance's resources as flows find them: what a fault made vanish is not there. */
export class FlowResources {
  readonly #index: ResourceIndex;
  readonly #faults: InstanceFaults;
  readonly #agentQueues: AgentQueues;

  constructor(index: ResourceIndex, agentQueues: AgentQueues, faults: InstanceFaults) {
    this.#index = index;
    this.#agentQueues = agentQueues;
    this.#faults = faults;
  }

  flow(idOrArn: string): FlowDocument | undefined {
    return this.#unlessGone('flow', this.#index.flow(idOrArn));
  }

  module(idOrArn: string): FlowDocument | undefined {
    return this.#unlessGone('flow', this.#index.module(idOrArn));
  }

  queue(idOrArn: string): DeployedQueue | undefined {
    return this.#unlessGone('queue', this.#index.queue(idOrArn) ?? this.#agentQueues.byArn(idOrArn));
  }

  agentQueue(agentIdOrArn: string): DeployedQueue | undefined {
    return this.#unlessGone('queue', this.#agentQueues.of(agentIdOrArn));
  }

  hours(idOrArn: string): DeployedHours | undefined {
    return this.#unlessGone('hours', this.#index.hours(idOrArn));
  }

  /** What a recorded prompt is called. */
  promptName(idOrArn: string): string {
    return this.#index.promptName(idOrArn);
  }

  #unlessGone<Resource extends { id: string; arn: string; name: string }>(
    of: VanishingResource,
    resource: Resource | undefined,
  ): Resource | undefined {
    if (!resource) return undefined;
    return this.#faults.meets({ of, names: [resource.id, resource.arn, resource.name] }) ? undefined : resource;
  }
}
