import type { DeployedQueue, Deployment } from '../deployment.ts';
import type { CentreAgent } from './agents.ts';

/** The queue of its own that every agent has, for the contacts that flows keep for one person: no hours, no limit. */
export class AgentQueues {
  readonly #prefix: string;
  readonly #callerId: string;
  readonly #agents: () => readonly CentreAgent[];

  constructor({ instanceArn, number }: Deployment, agents: () => readonly CentreAgent[]) {
    this.#prefix = `${instanceArn}/queue/agent/`;
    this.#callerId = number;
    this.#agents = agents;
  }

  /** Of the agent with that id or ARN. */
  of(agentIdOrArn: string): DeployedQueue | undefined {
    const agent = this.#agents().find(({ id, arn }) => id === agentIdOrArn || arn === agentIdOrArn);
    return agent && this.#queue(agent);
  }

  byArn(queueArn: string): DeployedQueue | undefined {
    const agent = this.ownerOf(queueArn);
    return agent && this.#queue(agent);
  }

  /** Undefined for a queue of everybody's. */
  ownerOf(queueArn: string): CentreAgent | undefined {
    if (!queueArn.startsWith(this.#prefix)) return undefined;
    const id = queueArn.slice(this.#prefix.length);
    return this.#agents().find((agent) => agent.id === id);
  }

  #queue({ id, name }: CentreAgent): DeployedQueue {
    return { arn: `${this.#prefix}${id}`, id: `agent/${id}`, name, hoursArn: '', outboundCallerId: this.#callerId };
  }
}
