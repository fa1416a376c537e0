import { ServiceError } from '../http-endpoint.ts';
import { seededRandom } from '../random.ts';

/** Shares from 0 to 1 of the requests that meet each fault; what is not named is 0. */
export interface Faults {
  /** Transactions cancelled as if another one had one of their items under way. */
  conflicts?: number;
  /** Single writes refused for the same reason. */
  writeConflicts?: number;
  /** Requests refused for want of capacity. */
  throttling?: number;
  /** Requests refused for want of permission, which nobody tries again. */
  refusals?: number;
  /** Writes carried out whose answer never arrives. */
  lostAnswers?: number;
  /** The same seed meets the same faults. */
  seed?: number;
}

export type CancellationCode =
  | 'None'
  | 'ConditionalCheckFailed'
  | 'TransactionConflict'
  | 'ThrottlingError'
  | 'ValidationError';

/** Decides by a seeded random which request meets an injected fault. */
export class FaultInjector {
  #faults: Faults = {};
  #random = seededRandom(1);

  inject(faults: Faults): void {
    this.#faults = faults;
    this.#random = seededRandom(faults.seed ?? 1);
  }

  /** @throws ServiceError */
  beforeSingle(isWrite: boolean): void {
    this.#refuse();
    if (this.#happens('throttling')) {
      const message = 'Throughput exceeds the current capacity of your table or index.';
      throw new ServiceError('ThrottlingException', message);
    }
    if (isWrite && this.#happens('writeConflicts')) {
      throw new ServiceError('TransactionConflictException', 'Transaction is ongoing for the item');
    }
  }

  /** The reason that one item of a transaction is cancelled for, if any. @throws ServiceError */
  beforeTransaction(items: number): { index: number; code: CancellationCode } | undefined {
    this.#refuse();
    const code = this.#happens('throttling')
      ? 'ThrottlingError'
      : this.#happens('conflicts')
        ? 'TransactionConflict'
        : undefined;
    return code && { index: Math.floor(this.#random() * items), code };
  }

  #refuse(): void {
    if (this.#happens('refusals'))
      throw new ServiceError('AccessDeniedException', 'not authorised to perform this action');
  }

  losesAnswer(): boolean {
    return this.#happens('lostAnswers');
  }

  #happens(fault: Exclude<keyof Faults, 'seed'>): boolean {
    const share = this.#faults[fault] ?? 0;
    return share > 0 && this.#random() < share;
  }
}
