import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { DeployedHours, DeployedQueue } from '../deployment.ts';

/** What stands in for resources that a flow names and nobody has given: other people's flows come without their instance. */
export interface UnknownResources {
  queue(idOrArn: string): DeployedQueue;
  /** Called once the centre knows the queue, and before anybody waits in it. */
  queueAdded(queue: DeployedQueue): void;
  hours(idOrArn: string): DeployedHours;
  flow(idOrArn: string): FlowDocument;
  module(idOrArn: string): FlowDocument;
  /** What a prompt is called. */
  promptName(idOrArn: string): string;
}
