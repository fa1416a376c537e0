import type { EndpointAnswer, ServiceError } from './http-endpoint.ts';

/** What a test makes of an operation: the service's error, an answer of this text, or a wait in real time before the answer. */
export type EndpointFault = { error: ServiceError } | { body: string } | { delayMilliseconds: number };

/** Faults of one endpoint, by operation. */
export class EndpointFaults {
  readonly #faults = new Map<string, { fault: EndpointFault; times: number }>();

  /** @param times requests that meet it, all of them by default */
  inject(operation: string, fault: EndpointFault, times = Infinity): void {
    this.#faults.set(operation, { fault, times });
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The answer in place of the service's, if any. @throws ServiceError */
  async before(operation: string): Promise<EndpointAnswer | undefined> {
    const injected = this.#faults.get(operation);
    if (!injected || injected.times <= 0) return undefined;
    injected.times -= 1;
    const { fault } = injected;
    if ('error' in fault) throw fault.error;
    if ('body' in fault) return { status: 200, body: fault.body };
    await new Promise((resolve) => setTimeout(resolve, fault.delayMilliseconds));
    return undefined;
  }
}
