import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTimeToLiveCommand,
  type TransactionCanceledException,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { startDynamoDb, type LocalDynamoDb } from '../../local/dynamodb/start.ts';

const TableName = 'ledger';
let now = Date.parse('2026-11-24T09:00:00Z');
let database: LocalDynamoDb;
let client: DynamoDBClient;

beforeAll(async () => {
  database = await startDynamoDb({ now: () => now, endpoint: '' });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new DynamoDBClient({ endpoint: database.endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
  );
  await client.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } }),
  );
});
afterEach(() => database.inject({}));
afterAll(async () => {
  client.destroy();
  await database.stop();
});

const addSeat = (pk: string, caller: string, seats = 1): TransactWriteItem => ({
  Update: {
    TableName,
    Key: { pk: { S: pk } },
    UpdateExpression: 'ADD seats :one',
    ConditionExpression: 'attribute_not_exists(seats) OR (size(seats) < :cap AND NOT contains(seats, :id))',
    ExpressionAttributeValues: { ':one': { SS: [caller] }, ':cap': { N: String(seats) }, ':id': { S: caller } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
const putOnce = (pk: string): TransactWriteItem => ({
  Put: { TableName, Item: { pk: { S: pk } }, ConditionExpression: 'attribute_not_exists(pk)' },
});
const transact = (...TransactItems: TransactWriteItem[]) =>
  client.send(new TransactWriteItemsCommand({ TransactItems, ReturnConsumedCapacity: 'TOTAL' }));
const read = async (pk: string) => (await client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk } } }))).Item;
const failure = async (work: Promise<unknown>): Promise<TransactionCanceledException> =>
  work.then(
    () => {
      throw new Error('it was accepted');
    },
    (error: TransactionCanceledException) => error,
  );
const seatUnderToken = (pk: string) =>
  client.send(new TransactWriteItemsCommand({ TransactItems: [addSeat(pk, 'A')], ClientRequestToken: 'token-1' }));
const put = (pk: string) => client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk } } }));
const codesWithConflicts = async (round: string) => {
  database.inject({ conflicts: 0.3, seed: 7 });
  const codes: string[] = [];
  for (let index = 0; index < 60; index += 1) {
    const outcome = await transact(putOnce(`${round}#${index}`), putOnce(`${round}'#${index}`)).catch(
      (error: TransactionCanceledException) => error,
    );
    codes.push('CancellationReasons' in outcome ? (outcome.CancellationReasons ?? []).map((r) => r.Code).join() : 'ok');
  }
  return codes;
};

describe('a transaction on the local DynamoDB', () => {
  it('writes all of its items and counts every unit twice', async () => {
    const { ConsumedCapacity } = await transact(addSeat('all#1', 'A'), putOnce('all#2'));
    expect(ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 4, WriteCapacityUnits: 4 }]);
    expect(await read('all#1')).toEqual({ pk: { S: 'all#1' }, seats: { SS: ['A'] } });
    expect(await read('all#2')).toBeDefined();
  });

  it('writes nothing when one condition fails, and gives a reason an item, in order', async () => {
    await transact(addSeat('none#1', 'A'));
    const error = await failure(transact(putOnce('none#2'), addSeat('none#1', 'B')));
    expect(error.name).toBe('TransactionCanceledException');
    expect(error.message).toContain('specific reasons [None, ConditionalCheckFailed]');
    expect(error.CancellationReasons).toEqual([
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: { pk: { S: 'none#1' }, seats: { SS: ['A'] } },
      },
    ]);
    expect(await read('none#2')).toBeUndefined();
  });

  it('evaluates every condition, and returns no item that was not asked for or does not exist', async () => {
    await transact(putOnce('every#1'));
    const missing: TransactWriteItem = {
      ConditionCheck: {
        TableName,
        Key: { pk: { S: 'every#2' } },
        ConditionExpression: 'attribute_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    };
    const { CancellationReasons } = await failure(transact(putOnce('every#1'), missing));
    const failed = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };
    expect(CancellationReasons).toEqual([failed, failed]);
    expect(await read('every#2')).toBeUndefined();
  });

  it('refuses two operations on one item', async () => {
    const error = await failure(transact(putOnce('twice'), addSeat('twice', 'A')));
    expect(error.name).toBe('ValidationException');
    expect(error.message).toBe('Transaction request cannot include multiple operations on one item');
  });

  it('refuses no items, more than a hundred, a bad expression and an unknown table', async () => {
    const hundredAndOne = Array.from({ length: 101 }, (_, index) => putOnce(`many#${index}`));
    expect((await failure(transact())).name).toBe('ValidationException');
    expect((await failure(transact(...hundredAndOne))).name).toBe('ValidationException');
    const item = { pk: { S: 'x' } };
    const bad = failure(transact({ Put: { TableName, Item: item, ConditionExpression: 'pk ==' } }));
    expect((await bad).name).toBe('ValidationException');
    const unknown = failure(transact({ Put: { TableName: 'nowhere', Item: item } }));
    expect((await unknown).name).toBe('ResourceNotFoundException');
  });

  it('puts back what it wrote when a later update does not fit its item', async () => {
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'fit#2' }, seats: { S: 'not a set' } } }));
    const misfit: TransactWriteItem = {
      Update: {
        TableName,
        Key: { pk: { S: 'fit#2' } },
        UpdateExpression: 'ADD seats :one',
        ExpressionAttributeValues: { ':one': { SS: ['A'] } },
      },
    };
    const { CancellationReasons } = await failure(transact(putOnce('fit#1'), misfit));
    expect(CancellationReasons?.map((reason) => reason.Code)).toEqual(['None', 'ValidationError']);
    expect(await read('fit#1')).toBeUndefined();
  });

  it('is carried out once for one token within ten minutes, and refuses the token with other items', async () => {
    await seatUnderToken('token#1');
    await expect(seatUnderToken('token#1')).resolves.toBeDefined();
    expect((await failure(seatUnderToken('token#2'))).name).toBe('IdempotentParameterMismatchException');
    now += 601_000;
    const { CancellationReasons } = await failure(seatUnderToken('token#1'));
    expect(CancellationReasons?.[0]?.Code).toBe('ConditionalCheckFailed');
  });

  it('is seen whole or not at all by a concurrent reader', async () => {
    const Keys = ['whole#1', 'whole#2'];
    const write = (value: number) =>
      transact(...Keys.map((pk) => ({ Put: { TableName, Item: { pk: { S: pk }, value: { N: String(value) } } } })));
    await write(0);
    const get = new TransactGetItemsCommand({
      TransactItems: Keys.map((pk) => ({ Get: { TableName, Key: { pk: { S: pk } } } })),
    });
    const work = Array.from({ length: 40 }, (_, index) => (index % 2 ? write(index) : client.send(get)));
    for (const result of await Promise.all(work)) {
      if (!('Responses' in result)) continue;
      const values = (result.Responses ?? []).map(({ Item }) => Item?.['value']?.N);
      expect(values[0]).toBe(values[1]);
    }
  });

  it('sells the last seat once to sixty-four callers', async () => {
    const callers = Array.from({ length: 64 }, (_, index) => `C${index}`);
    const outcomes = await Promise.allSettled(
      callers.map((caller) => transact(addSeat('last', caller), putOnce(`CALLER#${caller}`))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await read('last'))?.['seats']?.SS).toHaveLength(1);
  });
});

describe('single writes and reads', () => {
  it('return the item whose condition failed when asked to', async () => {
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'single' }, state: { S: 'booked' } } }));
    const update = new UpdateItemCommand({
      TableName,
      Key: { pk: { S: 'single' } },
      UpdateExpression: 'SET #state = :next',
      ConditionExpression: '#state = :missed',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':next': { S: 'dialling' }, ':missed': { S: 'missed' } },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const error = await failure(client.send(update));
    expect(error).toMatchObject({ name: 'ConditionalCheckFailedException', Item: { state: { S: 'booked' } } });
  });

  it('query by key, and tell consumed units only when asked to', async () => {
    await transact(putOnce('query'));
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'query' } },
    };
    const quiet = await client.send(new QueryCommand(query));
    expect(quiet).toMatchObject({ Count: 1, Items: [{ pk: { S: 'query' } }] });
    expect(quiet.ConsumedCapacity).toBeUndefined();
    const told = await client.send(new QueryCommand({ ...query, ReturnConsumedCapacity: 'TOTAL' }));
    expect(told.ConsumedCapacity).toMatchObject({ CapacityUnits: 0.5 });
  });

  it('refuse an operation that is not played, by name', async () => {
    const answer = await fetch(database.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.ExecuteStatement' },
      body: '{}',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('ExecuteStatement is not played locally');
  });
});

describe('expiry', () => {
  it('deletes an item some time after its hour on the clock, as the service does', async () => {
    const described = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(described.TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
    const ttl = { N: String(now / 1000 + 60) };
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'expiring' }, ttl } }));
    now += 30_000;
    expect(await read('expiring')).toBeDefined();
    now += 7 * 3_600_000;
    expect(await read('expiring')).toBeUndefined();
    expect(await read('last')).toBeDefined();
  });
});

describe('injected faults', () => {
  it('cancel the asked share of transactions as conflicts, and the same ones for the same seed', async () => {
    const first = await codesWithConflicts('one');
    const conflicts = first.filter((code) => code.includes('TransactionConflict')).length;
    expect(conflicts).toBeGreaterThan(9);
    expect(conflicts).toBeLessThan(28);
    expect(await codesWithConflicts('two')).toEqual(first);
  });

  it('throttle, refuse, refuse single writes in conflict, and lose answers of writes that were carried out', async () => {
    database.inject({ throttling: 1 });
    expect((await failure(put('throttled'))).name).toBe('ThrottlingException');
    expect((await failure(transact(putOnce('throttled')))).CancellationReasons?.[0]?.Code).toBe('ThrottlingError');
    database.inject({ writeConflicts: 1 });
    expect((await failure(put('throttled'))).name).toBe('TransactionConflictException');
    database.inject({ refusals: 1 });
    expect((await failure(put('throttled'))).name).toBe('AccessDeniedException');
    expect((await failure(transact(putOnce('throttled')))).name).toBe('AccessDeniedException');
    database.inject({ lostAnswers: 1 });
    expect(await failure(put('lost'))).toMatchObject({ name: expect.stringMatching(/Error/) });
    expect(await read('throttled')).toBeUndefined();
    expect(await read('lost')).toBeDefined();
  });
});
