import { createTables } from '../../local/dynamodb/create-tables.ts';
import { startDynamoDb, type LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { lineRules } from './fixtures.ts';

/** Its own for each suite: a named engine keeps its tables. */
export const tableName = `ledger-${crypto.randomUUID()}`;

/**
 * A ledger, and the environment in which the Lambda modules can be imported: on the engine that `DYNAMODB_ENDPOINT` names
 * where it names one; with an empty `endpoint` on that of this process, into which alone faults can be injected.
 */
export async function startLedger(now: () => Date, endpoint?: string): Promise<LocalDynamoDb> {
  const database = await startDynamoDb({ now: () => now().getTime(), endpoint });
  const table = { name: tableName, arn: '', partitionKey: 'pk', timeToLiveAttribute: 'ttl' };
  await createTables(database.endpoint, 'eu-central-1', [table]);
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    [environmentKeys.ledger]: tableName,
    [environmentKeys.secret]: 'secret',
    [environmentKeys.rules]: JSON.stringify(lineRules()),
    [environmentKeys.instanceId]: 'instance',
    [environmentKeys.queueIds]: JSON.stringify({ allocations: 'queue-id' }),
    [environmentKeys.callbackFlowIds]: JSON.stringify({ fr: 'callback-flow' }),
  });
  return database;
}

/** What Connect sends with an invocation: the number that the queue shows, and the caller's, where they are known. */
export const flowEvent = (
  contactId: string,
  parameters: Record<string, string>,
  { queueNumber, callerId }: { queueNumber?: string | undefined; callerId?: string | undefined } = {},
): unknown => ({
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      ContactId: contactId,
      Attributes: {},
      CustomerEndpoint: callerId ? { Address: callerId, Type: 'TELEPHONE_NUMBER' } : null,
      Queue: queueNumber ? { OutboundCallerId: { Address: queueNumber, Type: 'TELEPHONE_NUMBER' } } : null,
    },
    Parameters: parameters,
  },
});
