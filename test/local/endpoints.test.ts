import { ConnectClient, ListUsersCommand } from '@aws-sdk/client-connect';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { startOtherServices } from '../../local/endpoints.ts';
import type { Endpoint } from '../../local/http-endpoint.ts';

const refused: string[] = [];
let services: Endpoint;
beforeAll(async () => {
  services = await startOtherServices((message) => refused.push(message));
});
afterAll(() => services.stop());

it('any AWS service that is not played is refused, naming the service and the operation', async () => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const settings = { endpoint: services.endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 };
  const dynamoDb = new DynamoDBClient(settings);
  const connect = new ConnectClient(settings);
  await expect(dynamoDb.send(new ListTablesCommand({}))).rejects.toThrow('dynamodb ListTables is not played locally');
  const users = connect.send(new ListUsersCommand({ InstanceId: 'i' }));
  await expect(users).rejects.toThrow('connect GET /users-summary/i is not played locally');
  expect(refused).toHaveLength(2);
});

it('listens on this machine only', () => {
  expect(services.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
