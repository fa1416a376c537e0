import { z } from 'zod';
import { ServiceError } from '../http-endpoint.ts';
import type { Engine, Item } from './engine.ts';

/** The service deletes some time after the expiry, so nothing may count on an expired item being gone. */
const sweepEveryMilliseconds = 6 * 3_600_000;

const updateTimeToLive = z.object({
  TableName: z.string(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }),
});

/** Expires items on the clock of the local contact centre. */
export class TimeToLive {
  readonly #engine: Engine;
  readonly #now: () => number;
  readonly #attributes = new Map<string, string>();
  #sweptAt: number;

  constructor(engine: Engine, now: () => number) {
    this.#engine = engine;
    this.#now = now;
    this.#sweptAt = now();
  }

  /** `UpdateTimeToLive`. */
  update(parameters: Record<string, unknown>): unknown {
    const { data, error } = updateTimeToLive.safeParse(parameters);
    if (error) throw new ServiceError('ValidationException', z.prettifyError(error));
    const { TableName, TimeToLiveSpecification: specification } = data;
    if (specification.Enabled === this.#attributes.has(TableName)) {
      const state = specification.Enabled ? 'enabled' : 'disabled';
      throw new ServiceError('ValidationException', `TimeToLive is already ${state}`);
    }
    if (specification.Enabled) this.#attributes.set(TableName, specification.AttributeName);
    else this.#attributes.delete(TableName);
    return { TimeToLiveSpecification: specification };
  }

  /** `DescribeTimeToLive`. */
  describe(tableName: string): unknown {
    const attribute = this.#attributes.get(tableName);
    const description = attribute
      ? { TimeToLiveStatus: 'ENABLED', AttributeName: attribute }
      : { TimeToLiveStatus: 'DISABLED' };
    return { TimeToLiveDescription: description };
  }

  isDue(): boolean {
    return this.#attributes.size > 0 && this.#now() - this.#sweptAt >= sweepEveryMilliseconds;
  }

  /** The caller holds the tables alone. */
  async sweep(): Promise<void> {
    this.#sweptAt = this.#now();
    const nowSeconds = String(Math.floor(this.#sweptAt / 1000));
    for (const [TableName, attribute] of this.#attributes) {
      const names = await this.#engine.keyNames(TableName);
      const expired = await this.#expired(TableName, attribute, nowSeconds);
      for (const item of expired) {
        const Key = Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
        await this.#engine.run('DeleteItem', { TableName, Key });
      }
    }
  }

  async #expired(TableName: string, attribute: string, nowSeconds: string): Promise<Item[]> {
    const items: Item[] = [];
    let ExclusiveStartKey: unknown;
    do {
      const request = this.#engine.check('Scan', {
        TableName,
        FilterExpression: '#ttl < :now',
        ExpressionAttributeNames: { '#ttl': attribute },
        ExpressionAttributeValues: { ':now': { N: nowSeconds } },
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      });
      const page = await this.#engine.run('Scan', request);
      items.push(...(page['Items'] as Item[]));
      ExclusiveStartKey = page['LastEvaluatedKey'];
    } while (ExclusiveStartKey !== undefined);
    return items;
  }
}
