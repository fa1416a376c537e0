import { ConnectClient } from '@aws-sdk/client-connect';
import { attachNumber } from '../../lambdas/contact-centre/attach-number.ts';
import { placeNumber } from '../../lambdas/contact-centre/place-number.ts';
import { customResource, type CustomResource, type CustomResourceEvent } from '../../lambdas/runtime/cloudformation.ts';
import { type Endpoint, jsonAnswer, listenLocally, ServiceError } from '../../local/http-endpoint.ts';
import { aNumber } from './synthesise-line.ts';

const here = 'arn:aws:connect:eu-central-1:111111111111:instance/here';
const elsewhere = 'arn:aws:connect:eu-central-1:111111111111:instance/elsewhere';

const nothingToDetach = new ServiceError('ResourceNotFoundException', 'no such number here', 404);

/** Connect's part in this, over HTTP: a number that takes two looks to arrive. */
interface Numbers {
  target: string;
  status: 'CLAIMED' | 'IN_PROGRESS' | 'FAILED';
  looksUntilClaimed: number;
  flow: string | undefined;
  requests: string[];
}
let numbers: Numbers;
let answers: Record<string, unknown>[];
let connect: Endpoint;
let cloudFormation: Endpoint;
let client: ConnectClient;

beforeAll(async () => {
  connect = await listenLocally(({ method, path, body }) => {
    const [, , , flow] = path.split('/');
    numbers.requests.push(`${method}${flow === undefined ? '' : ` ${flow}`}`);
    if (method === 'GET') {
      if (numbers.status === 'IN_PROGRESS' && (numbers.looksUntilClaimed -= 1) <= 0) numbers.status = 'CLAIMED';
      const PhoneNumberStatus = { Status: numbers.status, Message: 'number is being ported' };
      return Promise.resolve(
        jsonAnswer(200, { ClaimedPhoneNumberSummary: { TargetArn: numbers.target, PhoneNumberStatus } }),
      );
    }
    if (method === 'DELETE') {
      if (numbers.flow === undefined) return Promise.resolve(nothingToDetach.toAnswer());
      numbers.flow = undefined;
      return Promise.resolve(jsonAnswer(200, {}));
    }
    const sent: Record<string, string> = JSON.parse(body);
    if (flow === undefined) {
      numbers.target = sent['TargetArn'] ?? '';
      if (numbers.status === 'CLAIMED') numbers.status = 'IN_PROGRESS';
    } else numbers.flow = sent['ContactFlowId'];
    return Promise.resolve(jsonAnswer(200, {}));
  });
  cloudFormation = await listenLocally(({ body }) => {
    answers.push(JSON.parse(body));
    return Promise.resolve(jsonAnswer(200, {}));
  });
  client = new ConnectClient({
    endpoint: connect.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await Promise.all([connect.stop(), cloudFormation.stop()]);
});
beforeEach(() => {
  numbers = { target: elsewhere, status: 'CLAIMED', looksUntilClaimed: 2, flow: undefined, requests: [] };
  answers = [];
});

const place = (): CustomResource => placeNumber({ client, pollMilliseconds: 1, mostPolls: 5 });
const attach = (): CustomResource => attachNumber({ client });

async function ask(
  resource: CustomResource,
  RequestType: CustomResourceEvent['RequestType'],
  properties: Record<string, string>,
  PhysicalResourceId?: string,
): Promise<Record<string, unknown>> {
  await customResource(resource)({
    RequestType,
    ResponseURL: `${cloudFormation.endpoint}/answer`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'resource',
    ResourceProperties: { NumberArn: aNumber.arn, ...properties },
    ...(PhysicalResourceId !== undefined && { PhysicalResourceId }),
  });
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ StackId: 'stack', RequestId: 'request', LogicalResourceId: 'resource' });
  return answers[0] ?? {};
}

describe('placing the number', () => {
  const properties = { InstanceArn: here, TakeOver: 'true' };

  it('moves it to the instance and answers once it is there', async () => {
    expect(await ask(place(), 'Create', properties)).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: aNumber.arn,
    });
    expect(numbers).toMatchObject({ target: here, status: 'CLAIMED', requests: ['GET', 'PUT', 'GET', 'GET'] });
  });

  it('leaves alone a number that is there already, whatever takeOver says', async () => {
    numbers.target = here;
    expect(await ask(place(), 'Update', { ...properties, TakeOver: 'false' }, aNumber.arn)).toMatchObject({
      Status: 'SUCCESS',
    });
    expect(numbers.requests).not.toContain('PUT');
  });

  it('refuses a number in use elsewhere unless the file says takeOver', async () => {
    const answer = await ask(place(), 'Create', { ...properties, TakeOver: 'false' });
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('takeOver: true') });
    expect(numbers.target).toBe(elsewhere);
  });

  it('says why Connect could not move it', async () => {
    numbers.status = 'FAILED';
    const answer = await ask(place(), 'Create', properties);
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('number is being ported') });
  });

  it('gives up, with an answer, on a number that never arrives', async () => {
    numbers.looksUntilClaimed = 100;
    const answer = await ask(place(), 'Create', properties);
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('in time') });
  });

  it('leaves the number where it is when it is deleted: nothing is released', async () => {
    expect(await ask(place(), 'Delete', properties, aNumber.arn)).toMatchObject({ Status: 'SUCCESS' });
    expect(numbers.requests).toEqual([]);
  });
});

describe('attaching the number', () => {
  const properties = { InstanceId: 'here', FlowId: 'inbound' };

  it('lets its calls enter the flow, and another one once that is changed', async () => {
    expect(await ask(attach(), 'Create', properties)).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: aNumber.arn,
    });
    expect(numbers.flow).toBe('inbound');
    answers = [];
    expect(await ask(attach(), 'Update', { ...properties, FlowId: 'other' }, aNumber.arn)).toMatchObject({
      Status: 'SUCCESS',
    });
    expect(numbers.flow).toBe('other');
  });

  it('detaches it when it is deleted, and is content where it has left already', async () => {
    numbers.flow = 'inbound';
    expect(await ask(attach(), 'Delete', properties, aNumber.arn)).toMatchObject({ Status: 'SUCCESS' });
    expect(numbers.flow).toBeUndefined();
    answers = [];
    expect(await ask(attach(), 'Delete', properties, aNumber.arn)).toMatchObject({ Status: 'SUCCESS' });
  });

  it('deletes without a request what it failed to create', async () => {
    const answer = await ask(attach(), 'Create', { InstanceId: 'here' });
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('FlowId') });
    answers = [];
    expect(await ask(attach(), 'Delete', properties, String(answer['PhysicalResourceId']))).toMatchObject({
      Status: 'SUCCESS',
    });
    expect(numbers.requests).toEqual([]);
  });
});
