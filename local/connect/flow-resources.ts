import type { DeployedHours, DeployedQueue } from '../deployment.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { InstanceFaults, VanishingResource } from './instance-faults.ts';
import type { ResourceIndex } from './resource-index.ts';

/** The instance's resources as flows find them: what a fault made vanish is not there. */
export class FlowResources {
  readonly #index: ResourceIndex;
  readonly #faults: InstanceFaults;

  constructor(index: ResourceIndex, faults: InstanceFaults) {
    this.#index = index;
    this.#faults = faults;
  }

  flow(idOrArn: string): FlowDocument | undefined {
    return this.#unlessGone('flow', this.#index.flow(idOrArn));
  }

  module(idOrArn: string): FlowDocument | undefined {
    return this.#unlessGone('flow', this.#index.module(idOrArn));
  }

  queue(idOrArn: string): DeployedQueue | undefined {
    return this.#unlessGone('queue', this.#index.queue(idOrArn));
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
