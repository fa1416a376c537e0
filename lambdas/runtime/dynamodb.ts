import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type AttributeValue,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';

/** What our items hold: strings, numbers and string sets. Undefined is left out, and so is an empty set. */
export type Value = string | number | ReadonlySet<string> | undefined;
export type Item = Record<string, Value>;

/** An update or condition expression with what it refers to; names in `#name`, values in `:value`. */
export interface Expression {
  condition?: string;
  names?: Record<string, string>;
  values?: Item;
}
export type Written = { written: true } | { written: false; found: Item | undefined };
export type Updated = { written: true; item: Item } | { written: false; found: Item | undefined };
/** Why a transaction was cancelled, an entry for each of its writes; `found` is the item that failed a condition. */
export interface Cancellation {
  code: string;
  found: Item | undefined;
}

const largestBatch = 100;

/** The ledger table, whose only key is `pk`. Requests are tried three times, 2 s each at most: a flow waits 8 s. */
export function ledger(tableName: string) {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return {
    tableName,

    async get(pk: string, { consistent = false } = {}): Promise<Item | undefined> {
      const command = new GetItemCommand({ TableName: tableName, Key: marshal({ pk }), ConsistentRead: consistent });
      const { Item: found } = await client.send(command);
      return found && unmarshal(found);
    },

    /** The items found, by key. Throws where DynamoDB keeps leaving keys unread. */
    async getMany(pks: readonly string[], { consistent = false } = {}): Promise<Map<string, Item>> {
      const found = new Map<string, Item>();
      let keys = [...new Set(pks)].map((pk) => marshal({ pk }));
      for (let rounds = 0; keys.length > 0; rounds += 1) {
        if (rounds > largestBatch) throw new Error(`${keys.length} keys left unread by BatchGetItem`);
        const request = { Keys: keys.slice(0, largestBatch), ConsistentRead: consistent };
        const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [tableName]: request } }));
        for (const item of answer.Responses?.[tableName] ?? []) found.set(item['pk']?.S ?? '', unmarshal(item));
        keys = [...keys.slice(largestBatch), ...(answer.UnprocessedKeys?.[tableName]?.Keys ?? [])];
      }
      return found;
    },

    async put(item: Item, { condition, names, values }: Expression = {}): Promise<Written> {
      const expression = expressions(condition, names, values);
      const command = new PutItemCommand({ TableName: tableName, Item: marshal(item), ...expression });
      const result = await unlessRefused(client.send(command));
      return result.written ? { written: true } : result;
    },

    /** The item as it is after the update. */
    async update(pk: string, update: string, { condition, names, values }: Expression): Promise<Updated> {
      const command = new UpdateItemCommand({
        TableName: tableName,
        Key: marshal({ pk }),
        UpdateExpression: update,
        ReturnValues: 'ALL_NEW',
        ...expressions(condition, names, values),
      });
      const result = await unlessRefused(client.send(command));
      return result.written ? { written: true, item: unmarshal(result.answer.Attributes ?? {}) } : result;
    },

    /** True for the one who removed it; false where there is no such item, or not one as the condition says. */
    async remove(pk: string, { condition, names, values }: Expression = {}): Promise<boolean> {
      const command = new DeleteItemCommand({
        TableName: tableName,
        Key: marshal({ pk }),
        ReturnValues: 'ALL_OLD',
        ...expressions(condition, names, values),
      });
      const result = await unlessRefused(client.send(command));
      return result.written && result.answer.Attributes !== undefined;
    },

    /** All or nothing; undefined once written. A repeated token writes once. Throws what is not a cancellation. */
    async transact(writes: TransactWriteItem[], token: string): Promise<Cancellation[] | undefined> {
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems: writes, ClientRequestToken: token }));
        return undefined;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        return (error.CancellationReasons ?? []).map(({ Code, Item: found }) => ({
          code: Code ?? 'None',
          found: found && unmarshal(found),
        }));
      }
    },
  };
}
export type Ledger = ReturnType<typeof ledger>;

/** The parts that single writes and those of a transaction share; a failed condition returns the item it found. */
export function expressions(condition?: string, names?: Record<string, string>, values?: Item) {
  return {
    ...(condition && { ConditionExpression: condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
    ...(names && { ExpressionAttributeNames: names }),
    ...(values && { ExpressionAttributeValues: marshal(values) }),
  };
}

type Conditional<Answer> = { written: true; answer: Answer } | { written: false; found: Item | undefined };

async function unlessRefused<Answer>(write: Promise<Answer>): Promise<Conditional<Answer>> {
  try {
    return { written: true, answer: await write };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { written: false, found: error.Item && unmarshal(error.Item) };
  }
}

export function marshal(item: Item): Record<string, AttributeValue> {
  const marshalled: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(item)) {
    if (typeof value === 'string') marshalled[name] = { S: value };
    else if (typeof value === 'number') marshalled[name] = { N: String(value) };
    else if (value !== undefined && value.size > 0) marshalled[name] = { SS: [...value] };
  }
  return marshalled;
}

/** Throws where an attribute is of another type than ours. */
export function unmarshal(item: Record<string, AttributeValue>): Item {
  return Object.fromEntries(
    Object.entries(item).map(([name, { S, N, SS }]) => {
      if (S !== undefined) return [name, S];
      if (N !== undefined) return [name, Number(N)];
      if (SS !== undefined) return [name, new Set(SS)];
      throw new Error(`attribute ${name} is neither a string, a number nor a string set`);
    }),
  );
}
