import { ServiceError } from '../http-endpoint.ts';
import { Engine, isOperation, type ConsumedCapacity, type Item, type Operation } from './engine.ts';
import { FaultInjector } from './faults.ts';
import { ReadersWriterLock } from './readers-writer-lock.ts';
import { RequestTokens } from './request-tokens.ts';
import { TimeToLive } from './time-to-live.ts';
import { transactGet, transactWrite } from './transactions.ts';

type Parameters = Record<string, unknown>;
export interface ConsumedUnits {
  read: number;
  write: number;
}
const singleWrites: ReadonlySet<string> = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
const counted: ReadonlySet<string> = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'GetItem', 'Query', 'Scan']);

/** DynamoDB's operations on dynalite, with the transactions, returned items and expiry that it lacks. */
export class DynamoDbAdapter {
  readonly faults = new FaultInjector();
  readonly consumed: ConsumedUnits = { read: 0, write: 0 };
  readonly #engine: Engine;
  readonly #lock = new ReadersWriterLock();
  readonly #tokens: RequestTokens;
  readonly #timeToLive: TimeToLive;

  constructor(now: () => number, path?: string) {
    this.#engine = new Engine(path);
    this.#tokens = new RequestTokens(now);
    this.#timeToLive = new TimeToLive(this.#engine, now);
  }

  /** @throws ServiceError what DynamoDB answers, UnknownOperationException for what is not played here */
  async answer(operation: string, parameters: Parameters): Promise<unknown> {
    if (this.#timeToLive.isDue()) await this.#lock.exclusive(() => this.#timeToLive.sweep());
    switch (operation) {
      case 'TransactWriteItems':
        return this.#lock.exclusive(() => this.#transactWrite(parameters));
      case 'TransactGetItems':
        return this.#lock.exclusive(() => this.#transactGet(parameters));
      case 'UpdateTimeToLive':
        return this.#timeToLive.update(parameters);
      case 'DescribeTimeToLive':
        return this.#timeToLive.describe(String(parameters['TableName']));
      default:
        return this.#single(operation, parameters);
    }
  }

  open(): Promise<void> {
    return this.#engine.open();
  }

  isWrite(operation: string): boolean {
    return operation === 'TransactWriteItems' || singleWrites.has(operation);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  /** Alone where a failed condition returns the item, so that it is the item which failed. */
  #single(operation: string, parameters: Parameters): Promise<unknown> {
    if (!isOperation(operation)) {
      throw new ServiceError('UnknownOperationException', `DynamoDB ${operation} is not played locally`);
    }
    const work = (): Promise<unknown> => this.#run(operation, parameters);
    return returnsFormerItem(parameters) ? this.#lock.exclusive(work) : this.#lock.shared(work);
  }

  async #run(operation: Operation, parameters: Parameters): Promise<unknown> {
    this.faults.beforeSingle(singleWrites.has(operation));
    const counts = counted.has(operation);
    const request = this.#engine.check(
      operation,
      counts ? { ReturnConsumedCapacity: 'TOTAL', ...parameters } : parameters,
    );
    try {
      const result = await this.#engine.run(operation, request);
      if (!counts) return result;
      const capacity = result['ConsumedCapacity'] as ConsumedCapacity | undefined;
      this.consumed[singleWrites.has(operation) ? 'write' : 'read'] += capacity?.CapacityUnits ?? 0;
      return parameters['ReturnConsumedCapacity'] ? result : { ...result, ConsumedCapacity: undefined };
    } catch (error) {
      throw await this.#withFormerItem(error, request.TableName, parameters);
    }
  }

  async #withFormerItem(error: unknown, tableName: string, parameters: Parameters): Promise<unknown> {
    if (!(error instanceof ServiceError) || error.code !== 'ConditionalCheckFailedException') return error;
    if (!returnsFormerItem(parameters)) return error;
    const key = await this.#engine.keyOf(tableName, (parameters['Key'] ?? parameters['Item']) as Item);
    const item = await this.#engine.item(tableName, key);
    return item ? new ServiceError(error.code, error.message, error.status, { Item: item }) : error;
  }

  async #transactWrite(parameters: Parameters): Promise<unknown> {
    const { ClientRequestToken: token, ReturnConsumedCapacity: wanted, ...request } = parameters;
    if (typeof token === 'string' && this.#tokens.isRepeated(token, request)) return {};
    const items = parameters['TransactItems'];
    const consumed = await transactWrite(this.#engine, items, (size) => this.faults.beforeTransaction(size));
    if (typeof token === 'string') this.#tokens.carriedOut(token, request);
    for (const { CapacityUnits } of consumed) this.consumed.write += CapacityUnits;
    if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return {};
    return { ConsumedCapacity: consumed.map((each) => ({ ...each, WriteCapacityUnits: each.CapacityUnits })) };
  }

  async #transactGet(parameters: Parameters): Promise<unknown> {
    const { responses, consumed } = await transactGet(this.#engine, parameters['TransactItems']);
    for (const { CapacityUnits } of consumed) this.consumed.read += CapacityUnits;
    const wanted = parameters['ReturnConsumedCapacity'];
    if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return { Responses: responses };
    const capacity = consumed.map((each) => ({ ...each, ReadCapacityUnits: each.CapacityUnits }));
    return { Responses: responses, ConsumedCapacity: capacity };
  }
}

function returnsFormerItem(parameters: Parameters): boolean {
  return parameters['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD';
}
