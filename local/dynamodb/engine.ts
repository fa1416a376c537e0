import { createRequire } from 'node:module';
import { ServiceError } from '../http-endpoint.ts';

/** DynamoDB JSON: `{ S: 'x' }`, `{ N: '1' }`, `{ SS: [...] }`, … */
export type Item = Record<string, Record<string, unknown>>;

/** A request that dynalite has checked, with its expressions parsed into `_condition`, `_updates`, …. */
export interface Checked {
  TableName: string;
  Key?: Item;
  Item?: Item;
  [parameter: string]: unknown;
}
export interface ConsumedCapacity {
  TableName: string;
  CapacityUnits: number;
}

interface Table {
  KeySchema: { AttributeName: string }[];
  TableStatus: string;
}
type Callback<T> = (error: DynaliteError | null, value: T) => void;
interface DynaliteError extends Error {
  statusCode?: number;
  body?: { __type: string; message?: string; Message?: string };
}
interface Store {
  getTable(name: string, callback: Callback<Table>): void;
  getItemDb(name: string): { get(key: string, callback: Callback<Item>): void };
  tableDb: { put(name: string, table: Table, callback: Callback<void>): void };
  db: { open(): Promise<void>; close(callback: (error?: Error) => void): void };
}
interface Database {
  create(options: { path?: string; createTableMs: number; deleteTableMs: number; updateTableMs: number }): Store;
  createKey(item: Item, table: Table): string;
  validateKey(key: Item, table: Table): DynaliteError | undefined;
  checkConditional(request: Checked, item: Item | undefined): DynaliteError | null | undefined;
}
type Action = (store: Store, request: Checked, callback: Callback<Record<string, unknown>>) => void;
interface Validation {
  types: unknown;
  custom?: unknown;
}
interface Validations {
  checkTypes(request: unknown, types: unknown): Checked;
  checkValidations(request: Checked, types: unknown, custom: unknown, store: Store): void;
}

const requireDynalite = createRequire(import.meta.url);
const database = requireDynalite('dynalite/db') as Database;
const validations = requireDynalite('dynalite/validations') as Validations;

const operations = [
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
] as const;
export type Operation = (typeof operations)[number];

function fileOf(operation: Operation): string {
  return operation.charAt(0).toLowerCase() + operation.slice(1);
}
const actions = Object.fromEntries(
  operations.map((name) => [name, requireDynalite(`dynalite/actions/${fileOf(name)}`) as Action]),
) as Record<Operation, Action>;
const rules = Object.fromEntries(
  operations.map((name) => [name, requireDynalite(`dynalite/validations/${fileOf(name)}`) as Validation]),
) as Record<Operation, Validation>;

export function isOperation(name: string): name is Operation {
  return (operations as readonly string[]).includes(name);
}

/**
 * dynalite's tables, expressions and items without its HTTP server, so that a transaction can look before it writes.
 * Uses files that dynalite does not document: its version is pinned.
 */
export class Engine {
  readonly #store: Store;

  /** @param path where LevelDB keeps the tables; in memory without it */
  constructor(path?: string) {
    const options = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
    this.#store = database.create(path === undefined ? options : { ...options, path });
  }

  /** Tables whose creation was cut when the process ended are ready. @throws with the reason as `cause` where the files cannot be opened */
  async open(): Promise<void> {
    await this.#store.db.open();
    const { TableNames } = await this.run('ListTables', this.check('ListTables', {}));
    for (const name of TableNames as string[]) {
      const table = await this.#table(name);
      if (table.TableStatus === 'ACTIVE') continue;
      await asPromise<void>((callback) => this.#store.tableDb.put(name, { ...table, TableStatus: 'ACTIVE' }, callback));
    }
  }

  /** @throws ServiceError ValidationException, SerializationException */
  check(operation: Operation, parameters: unknown): Checked {
    const rule = rules[operation];
    try {
      const request = validations.checkTypes(structuredClone(parameters), rule.types);
      validations.checkValidations(request, rule.types, rule.custom, this.#store);
      return request;
    } catch (error) {
      throw asServiceError(error as DynaliteError);
    }
  }

  /** @throws ServiceError what DynamoDB answers */
  run(operation: Operation, request: Checked): Promise<Record<string, unknown>> {
    return asPromise((callback) => actions[operation](this.#store, request, callback));
  }

  /** The item's key as text, the same for equal keys. @throws ServiceError ResourceNotFoundException, ValidationException */
  async keyOf(tableName: string, keyed: Item): Promise<string> {
    const table = await this.#table(tableName);
    const names = table.KeySchema.map((part) => part.AttributeName);
    const key = Object.fromEntries(Object.entries(keyed).filter(([name]) => names.includes(name)));
    const fault = database.validateKey(key, table);
    if (fault) throw asServiceError(fault);
    return database.createKey(keyed, table);
  }

  async item(tableName: string, key: string): Promise<Item | undefined> {
    const items = this.#store.getItemDb(tableName);
    return new Promise((resolve, reject) => {
      items.get(key, (error, item) => {
        if (error && error.name !== 'NotFoundError') reject(error);
        else resolve(error ? undefined : item);
      });
    });
  }

  conditionHolds(request: Checked, item: Item | undefined): boolean {
    return !database.checkConditional(request, item);
  }

  async keyNames(tableName: string): Promise<string[]> {
    const table = await this.#table(tableName);
    return table.KeySchema.map((part) => part.AttributeName);
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#store.db.close((error) => (error ? reject(error) : resolve()));
    });
  }

  #table(name: string): Promise<Table> {
    return asPromise((callback) => this.#store.getTable(name, callback));
  }
}

function asPromise<T>(start: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(asServiceError(error)) : resolve(value)));
  });
}

function asServiceError(error: DynaliteError): Error {
  if (!error.body) return error;
  const { __type: type, message, Message, ...fields } = error.body;
  return new ServiceError(type.slice(type.indexOf('#') + 1), message ?? Message ?? '', error.statusCode ?? 400, fields);
}
