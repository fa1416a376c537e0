import {
  BatchGetItemCommand,
  paginateScan,
  PutItemCommand,
  type AttributeValue,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { isDeepStrictEqual } from 'node:util';

type Item = Record<string, AttributeValue>;

export interface LedgerTable {
  client: DynamoDBClient;
  tableName: string;
}
/** Numbers of items. */
export interface Compared {
  inBackup: number;
  /** Not in the line's ledger. */
  missing: number;
  /** In the line's ledger, with other values: they may have changed since. */
  different: number;
  written: number;
}
/** What is written of what differs: nothing; what is missing; that, and what has other values. */
export type Writing = 'nothing' | 'missing' | 'all';

const largestBatch = 100;

/**
 * Compares a restored table with the ledger of a line, and puts back what is asked for. The line may be running: what is missing is written
 * only where it still is. Throws DynamoDB's own errors; run again, it goes on where it stopped.
 */
export async function copyLedger(backup: LedgerTable, ledger: LedgerTable, writing: Writing): Promise<Compared> {
  const compared: Compared = { inBackup: 0, missing: 0, different: 0, written: 0 };
  const pages = paginateScan({ client: backup.client }, { TableName: backup.tableName, ConsistentRead: true });
  for await (const { Items = [] } of pages) {
    for (let index = 0; index < Items.length; index += largestBatch) {
      await copyBatch(ledger, Items.slice(index, index + largestBatch), writing, compared);
    }
  }
  return compared;
}

async function copyBatch(ledger: LedgerTable, items: Item[], writing: Writing, compared: Compared): Promise<void> {
  const present = await itemsOf(ledger, items.map(keyOf));
  for (const item of items) {
    const found = present.get(keyOf(item));
    compared.inBackup += 1;
    if (found && isDeepStrictEqual(comparable(found), comparable(item))) continue;
    if (found) compared.different += 1;
    else compared.missing += 1;
    if (writing === 'all' || (writing === 'missing' && !found)) {
      compared.written += Number(await write(ledger, item, { onlyWhereAbsent: !found }));
    }
  }
}

const keyOf = (item: Item): string => item['pk']?.S ?? '';

/** A set has no order. */
const comparable = (item: Item): unknown =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value.SS ? new Set(value.SS) : value]));

async function itemsOf({ client, tableName }: LedgerTable, keys: string[]): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  let unread: Item[] = keys.map((pk) => ({ pk: { S: pk } }));
  while (unread.length > 0) {
    const request = { RequestItems: { [tableName]: { Keys: unread, ConsistentRead: true } } };
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand(request));
    for (const item of Responses?.[tableName] ?? []) found.set(keyOf(item), item);
    unread = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
}

/** False where somebody else has written it meanwhile. */
async function write(
  { client, tableName }: LedgerTable,
  Item: Item,
  { onlyWhereAbsent }: { onlyWhereAbsent: boolean },
): Promise<boolean> {
  const condition = onlyWhereAbsent ? { ConditionExpression: 'attribute_not_exists(pk)' } : {};
  try {
    await client.send(new PutItemCommand({ TableName: tableName, Item, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}
