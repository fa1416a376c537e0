import { ServiceError } from '../http-endpoint.ts';

const windowMilliseconds = 600_000;

/** `ClientRequestToken`: a transaction that was carried out is not repeated for ten minutes. */
export class RequestTokens {
  readonly #now: () => number;
  readonly #done = new Map<string, { parameters: string; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether the same request was carried out already. @throws ServiceError IdempotentParameterMismatchException */
  isRepeated(token: string, request: unknown): boolean {
    for (const [known, { until }] of this.#done) {
      if (until > this.#now()) break;
      this.#done.delete(known);
    }
    const done = this.#done.get(token);
    if (done && done.parameters !== canonical(request)) {
      const message = 'A request with this client token was already made with other parameters.';
      throw new ServiceError('IdempotentParameterMismatchException', message);
    }
    return done !== undefined;
  }

  carriedOut(token: string, request: unknown): void {
    this.#done.set(token, { parameters: canonical(request), until: this.#now() + windowMilliseconds });
  }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
