import { ServiceError } from '../http-endpoint.ts';
import type { Checked, ConsumedCapacity, Engine, Item, Operation } from './engine.ts';
import type { CancellationCode } from './faults.ts';

const largestTransaction = 100;
const operationOf = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
} as const;
type WriteKind = keyof typeof operationOf;

interface Write {
  kind: WriteKind;
  operation: Operation;
  request: Checked;
  returnsItem: boolean;
  key: string;
  before: Item | undefined;
}
interface Reason {
  Code: CancellationCode;
  Message?: string;
  Item?: Item;
}

const messages: Record<Exclude<CancellationCode, 'None'>, string> = {
  ConditionalCheckFailed: 'The conditional request failed',
  TransactionConflict: 'Transaction is ongoing for the item',
  ThrottlingError: 'Throughput exceeds the current capacity of your table or index.',
  ValidationError: 'The item is not valid for this operation.',
};

/** The caller holds the tables alone. @throws ServiceError TransactionCanceledException, ValidationException, … */
export async function transactWrite(
  engine: Engine,
  items: unknown,
  injected: (items: number) => { index: number; code: CancellationCode } | undefined,
): Promise<ConsumedCapacity[]> {
  const writes = await readWrites(engine, items);
  const fault = injected(writes.length);
  if (fault)
    throw cancelled(writes.map((_, index): Reason => (index === fault.index ? reason(fault.code) : reason('None'))));
  const reasons = writes.map((write): Reason => {
    if (engine.conditionHolds(write.request, write.before)) return reason('None');
    const failed = reason('ConditionalCheckFailed');
    return write.returnsItem && write.before ? { ...failed, Item: write.before } : failed;
  });
  if (reasons.some((each) => each.Code !== 'None')) throw cancelled(reasons);
  return apply(engine, writes);
}

async function readWrites(engine: Engine, items: unknown): Promise<Write[]> {
  const writes: Write[] = [];
  for (const entry of listOf(items, 'transactItems')) {
    const kinds = Object.keys(entry).filter((kind): kind is WriteKind => kind in operationOf);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      throw new ServiceError(
        'ValidationException',
        'TransactItems can only contain one of Check, Put, Update or Delete',
      );
    }
    writes.push(await readWrite(engine, kind, entry[kind] as Record<string, unknown>));
  }
  refuseDuplicates(writes);
  return writes;
}

async function readWrite(engine: Engine, kind: WriteKind, parameters: Record<string, unknown>): Promise<Write> {
  if (kind === 'ConditionCheck' && typeof parameters['ConditionExpression'] !== 'string') {
    throw new ServiceError('ValidationException', 'The ConditionExpression of a ConditionCheck must not be null');
  }
  const operation = operationOf[kind];
  const request = engine.check(operation, { ...parameters, ReturnConsumedCapacity: 'TOTAL' });
  const key = await engine.keyOf(request.TableName, (kind === 'Put' ? request.Item : request.Key) ?? {});
  const before = await engine.item(request.TableName, key);
  const returnsItem = parameters['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD';
  return { kind, operation, request, returnsItem, key, before };
}

function refuseDuplicates(keyed: { request: Checked; key: string }[]): void {
  const seen = new Set(keyed.map(({ request, key }) => `${request.TableName}/${key}`));
  if (seen.size < keyed.length) {
    const message = 'Transaction request cannot include multiple operations on one item';
    throw new ServiceError('ValidationException', message);
  }
}

/** An update may still be refused for the type of what it meets: then what was written before it is put back. */
async function apply(engine: Engine, writes: Write[]): Promise<ConsumedCapacity[]> {
  const consumed: ConsumedCapacity[] = [];
  for (const [index, write] of writes.entries()) {
    try {
      consumed.push(await applyOne(engine, write));
    } catch (error) {
      for (const done of writes.slice(0, index)) await restore(engine, done);
      if (!(error instanceof ServiceError)) throw error;
      const refusal: Reason = { Code: 'ValidationError', Message: error.message };
      throw cancelled(writes.map((_, other) => (other === index ? refusal : reason('None'))));
    }
  }
  return doubled(consumed);
}

async function applyOne(engine: Engine, { kind, operation, request, before }: Write): Promise<ConsumedCapacity> {
  if (kind === 'ConditionCheck') {
    const size = Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(before ?? {})) / 1024));
    return { TableName: request.TableName, CapacityUnits: size };
  }
  const result = await engine.run(operation, request);
  return result['ConsumedCapacity'] as ConsumedCapacity;
}

async function restore(engine: Engine, { kind, request, before }: Write): Promise<void> {
  const { TableName } = request;
  if (kind === 'ConditionCheck') return;
  if (before) await engine.run('PutItem', { TableName, Item: before });
  else await engine.run('DeleteItem', { TableName, Key: await keyPart(engine, request) });
}

async function keyPart(engine: Engine, { TableName, Key, Item }: Checked): Promise<Item> {
  const names = await engine.keyNames(TableName);
  return Object.fromEntries(Object.entries(Key ?? Item ?? {}).filter(([name]) => names.includes(name)));
}

/** The caller holds the tables alone. */
export async function transactGet(
  engine: Engine,
  items: unknown,
): Promise<{ responses: { Item?: Item }[]; consumed: ConsumedCapacity[] }> {
  const gets: { request: Checked; key: string }[] = [];
  for (const { Get } of listOf(items, 'transactItems')) {
    const request = engine.check('GetItem', {
      ...(Get as object),
      ConsistentRead: true,
      ReturnConsumedCapacity: 'TOTAL',
    });
    gets.push({ request, key: await engine.keyOf(request.TableName, request.Key ?? {}) });
  }
  refuseDuplicates(gets);
  const results = await Promise.all(gets.map(({ request }) => engine.run('GetItem', request)));
  const responses = results.map(({ Item }): { Item?: Item } => (Item ? { Item: Item as Item } : {}));
  return { responses, consumed: doubled(results.map((result) => result['ConsumedCapacity'] as ConsumedCapacity)) };
}

function listOf(items: unknown, name: string): Record<string, unknown>[] {
  const list = Array.isArray(items) ? (items as Record<string, unknown>[]) : [];
  const constraint = list.length === 0 ? 'greater than or equal to 1' : `less than or equal to ${largestTransaction}`;
  if (list.length > 0 && list.length <= largestTransaction) return list;
  throw new ServiceError(
    'ValidationException',
    `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must have length ${constraint}`,
  );
}

/** A transaction prepares, then commits: every unit counts twice. */
function doubled(consumed: ConsumedCapacity[]): ConsumedCapacity[] {
  const units = new Map<string, number>();
  for (const { TableName, CapacityUnits } of consumed) {
    units.set(TableName, (units.get(TableName) ?? 0) + 2 * CapacityUnits);
  }
  return [...units].map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits }));
}

function reason(code: CancellationCode): Reason {
  return code === 'None' ? { Code: code } : { Code: code, Message: messages[code] };
}

function cancelled(reasons: Reason[]): ServiceError {
  const codes = reasons.map((each) => each.Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new ServiceError('TransactionCanceledException', message, 400, { CancellationReasons: reasons });
}
