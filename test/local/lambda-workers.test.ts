import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeployedFunction } from '../../local/deployment.ts';
import { workerEnvironment } from '../../local/lambda/environment.ts';
import type { InvocationResult, LambdaInvoker } from '../../local/lambda/invoker.ts';
import { createLambdaWorkers } from '../../local/lambda/workers.ts';

const source = `
let count = 0;
export const handler = async (event, context) => {
  count += 1;
  switch (event.do) {
    case 'count': return { count };
    case 'date': return [Date.now(), new Date().toISOString(), new Date(0).getTime(), new Date() instanceof Date,
      typeof Date(), Date.UTC(1970, 0, 1), new Date().constructor === Date];
    case 'environment': return process.env;
    case 'log': console.log('one'); console.error('two'); return null;
    case 'throw': console.log('before'); throw new TypeError('no such slot');
    case 'loop': console.log('looping'); for (;;) {}
    case 'wait': return new Promise((resolve) => setTimeout(() => resolve(context.functionName), event.milliseconds));
    case 'large': return 'x'.repeat(event.size);
    case 'exit': process.exit(3);
    case 'undefined': return undefined;
    default: return { context: [context.invokedFunctionArn, context.getRemainingTimeInMillis() > 0] };
  }
};`;
let directory: string;
let lambdas: LambdaInvoker;
let now = Date.parse('2026-11-24T09:05:00Z');
const deployed = (name: string, handler = 'index.handler'): DeployedFunction => ({
  arn: `arn:${name}`,
  name,
  logicalId: name,
  directory,
  handler,
  environment: { RULES: '{}' },
  timeoutSeconds: 5,
});
const endpoint = 'http://127.0.0.1:9';
const endpoints = {
  dynamoDb: endpoint,
  connect: endpoint,
  sms: endpoint,
  eventBridge: endpoint,
  s3: endpoint,
  otherServices: endpoint,
};
const ask = (event: unknown, seconds?: number): Promise<InvocationResult> =>
  lambdas.invoke('arn:teller', event, seconds);
const seenAt = (instant: number) => [instant, new Date(instant).toISOString(), 0, true, 'string', 0, true];
const value = async (event: unknown): Promise<unknown> => {
  const result = await ask(event);
  return result.result === 'ok' ? result.value : result;
};

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'lambda-'));
  writeFileSync(join(directory, 'index.mjs'), source);
  writeFileSync(join(directory, 'broken.mjs'), 'throw new RangeError("cannot load");');
  lambdas = createLambdaWorkers({
    functions: [deployed('teller'), deployed('broken', 'broken.handler'), deployed('nameless', 'index.absent')],
    environment: (each) => workerEnvironment(each, 'eu-central-1', endpoints),
    now: () => now,
    workers: 3,
  });
});
afterAll(async () => {
  await lambdas.stop();
  rmSync(directory, { recursive: true });
});

describe('a function in its worker', () => {
  it('stays warm from one invocation to the next, and keeps what it learned', async () => {
    expect(await value({ do: 'count' })).toEqual({ count: 1 });
    expect(await value({ do: 'count' })).toEqual({ count: 2 });
  });

  it('reads the time of the clock at each invocation', async () => {
    expect(await value({ do: 'date' })).toEqual(seenAt(now));
    now += 3_600_000;
    expect(await value({ do: 'date' })).toEqual(seenAt(now));
  });

  it('has an environment built from nothing, without a real account', async () => {
    process.env['SECRET_OF_THE_LAPTOP'] = 'x';
    const environment = (await value({ do: 'environment' })) as Record<string, string>;
    delete process.env['SECRET_OF_THE_LAPTOP'];
    expect(environment).not.toHaveProperty('SECRET_OF_THE_LAPTOP');
    expect(environment).not.toHaveProperty('HOME');
    expect(environment).toMatchObject({
      RULES: '{}',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_ENDPOINT_URL: endpoint,
      AWS_LAMBDA_FUNCTION_NAME: 'teller',
    });
  });

  it('hands over its output, line by line, and the context of Lambda', async () => {
    expect(await ask({ do: 'log' })).toEqual({ result: 'ok', value: null, logs: ['one', 'two'] });
    expect(await value({})).toEqual({ context: ['arn:teller', true] });
    expect(await value({ do: 'undefined' })).toBeNull();
  });

  it('reports what it throws, and serves on', async () => {
    expect(await ask({ do: 'throw' })).toEqual({
      result: 'error',
      message: 'TypeError: no such slot',
      logs: ['before'],
    });
    expect(await value({ do: 'undefined' })).toBeNull();
  });

  it('is stopped when it takes longer than its caller allows, and replaced', async () => {
    expect(await ask({ do: 'loop' }, 0.3)).toEqual({ result: 'timeout', logs: ['looping'] });
    expect(await value({ do: 'count' })).toEqual({ count: 1 });
  });

  it('is replaced when it ends its process', async () => {
    expect(await ask({ do: 'exit' })).toMatchObject({ result: 'error', message: expect.stringContaining('ExitError') });
    expect(await value({ do: 'undefined' })).toBeNull();
  });

  it('serves one invocation at a time, on as many workers as allowed', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => value({ do: 'wait', milliseconds: 20 })));
    expect(results).toEqual(Array.from({ length: 8 }, () => 'teller'));
  });

  it('may neither be asked nor answer more than Lambda takes', async () => {
    expect(await ask({ do: 'large', size: 40_000 })).toMatchObject({ result: 'ok' });
    const refused = { result: 'error', message: expect.stringContaining('ResponseSizeTooLarge') };
    expect(await ask({ do: 'large', size: 6_291_456 })).toMatchObject(refused);
    const tooLarge = { result: 'error', message: expect.stringContaining('RequestTooLarge') };
    expect(await ask({ text: 'x'.repeat(6_291_456) })).toMatchObject(tooLarge);
  });
});

const named = (name: string) => ({ value: expect.objectContaining({ AWS_LAMBDA_FUNCTION_NAME: name }) });

describe('two functions of one bundle, in one worker', () => {
  it('know nothing of each other, whichever was invoked last', async () => {
    const alone = createLambdaWorkers({
      functions: [deployed('teller'), deployed('other')],
      environment: (each) => workerEnvironment(each, 'eu-central-1', endpoints),
      now: () => now,
      workers: 1,
    });
    const answers: unknown[] = [];
    for (const name of ['teller', 'other', 'teller']) {
      for (const task of ['count', 'environment']) answers.push(await alone.invoke(`arn:${name}`, { do: task }));
    }
    await alone.stop();
    expect(answers).toMatchObject([
      { value: { count: 1 } },
      named('teller'),
      { value: { count: 1 } },
      named('other'),
      { value: { count: 3 } },
      named('teller'),
    ]);
  });
});

describe('a function that cannot run', () => {
  it('fails its invocation by its own reason', async () => {
    const failure = { result: 'error', message: 'RangeError: cannot load' };
    expect(await lambdas.invoke('arn:broken', {})).toMatchObject(failure);
    expect(await lambdas.invoke('arn:broken', {})).toMatchObject(failure);
    const absent = await lambdas.invoke('arn:nameless', {});
    expect(absent).toMatchObject({ result: 'error', message: expect.stringContaining('absent is undefined') });
    const unknown = await lambdas.invoke('arn:unknown', {});
    expect(unknown).toMatchObject({ result: 'error', message: expect.stringContaining('arn:unknown') });
  });
});
