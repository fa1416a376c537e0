import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DeployedTable } from '../deployment.ts';

const pollMilliseconds = 20;
const longestCreationMilliseconds = 120_000;

/** Creates the deployment's tables, and returns when they can be used; a table that is there already (a named endpoint) is kept. */
export async function createTables(endpoint: string, region: string, tables: DeployedTable[]): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  try {
    for (const table of tables) await createTable(client, table);
  } finally {
    client.destroy();
  }
}

async function createTable(client: DynamoDBClient, table: DeployedTable): Promise<void> {
  const keys = table.sortKey ? [table.partitionKey, table.sortKey] : [table.partitionKey];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: table.name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keys.map((name, index) => ({ AttributeName: name, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
        AttributeDefinitions: keys.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceInUseException') throw error;
  }
  await untilActive(client, table.name);
  if (!table.timeToLiveAttribute || (await expires(client, table.name))) return;
  const TimeToLiveSpecification = { AttributeName: table.timeToLiveAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: table.name, TimeToLiveSpecification }));
}

/** A table that was there already may have its time to live. */
async function expires(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  return TimeToLiveDescription?.TimeToLiveStatus?.startsWith('ENABL') === true;
}

async function untilActive(client: DynamoDBClient, TableName: string): Promise<void> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < longestCreationMilliseconds) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await sleep(pollMilliseconds);
  }
  throw new Error(`the table ${TableName} was not created in time`);
}
