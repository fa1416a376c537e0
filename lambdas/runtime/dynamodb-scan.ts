import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshal, unmarshal, type Expression, type Item } from './dynamodb.ts';

export interface ScannedPage {
  items: Item[];
  /** Key to go on after; undefined on the last page. */
  after: string | undefined;
}

/**
 * Reads the whole table, a page (1 MB at most) an invocation: for what has no key to be found by. Apart from the ledger's other
 * requests, so that no function that a caller waits for carries it.
 */
export function ledgerScan(tableName: string) {
  const client = new DynamoDBClient({ maxAttempts: 5 });
  return async (filter: Expression, after: string | undefined): Promise<ScannedPage> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        ...(filter.condition && { FilterExpression: filter.condition }),
        ...(filter.names && { ExpressionAttributeNames: filter.names }),
        ...(filter.values && { ExpressionAttributeValues: marshal(filter.values) }),
        ...(after !== undefined && { ExclusiveStartKey: marshal({ pk: after }) }),
      }),
    );
    return { items: Items.map((item) => unmarshal(item)), after: LastEvaluatedKey?.['pk']?.S };
  };
}
export type LedgerScan = ReturnType<typeof ledgerScan>;
