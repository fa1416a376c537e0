import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DeleteContactDataCommand,
  DescribeContactCommand,
  DescribePhoneNumberCommand,
  DescribeUserCommand,
  DisassociatePhoneNumberContactFlowCommand,
  GetContactAttributesCommand,
  GetContactMetricsCommand,
  GetCurrentMetricDataCommand,
  ListAssociatedContactsCommand,
  ListQueuesCommand,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
  StopContactCommand,
  UpdateContactAttributesCommand,
  UpdatePhoneNumberCommand,
  ContactNotTerminatedException,
  ResourceNotFoundException,
  type ContactField,
  type CurrentMetricName,
  type StartOutboundVoiceContactRequest,
  type StartTaskContactRequest,
} from '@aws-sdk/client-connect';
import { startConnectApi, type ConnectApi } from '../../local/connect/api.ts';
import type { Agent, ContactCentre, OutboundRequest, TaskRequest } from '../../local/connect/centre.ts';
import { ServiceError } from '../../local/http-endpoint.ts';
import { smallDeployment } from './small-deployment.ts';

const InstanceId = smallDeployment.instanceId;
const initiatedAt = new Date('2026-11-24T09:05:00.250Z');
const attributes: Record<string, string> = { subject: 'allocations' };
const dialled: OutboundRequest[] = [];
const tasks: TaskRequest[] = [];

/** What the endpoint asks of a centre: one caller, second in the queue. */
const centre: Pick<
  ContactCentre,
  | 'agents'
  | 'currentMetrics'
  | 'contactMetrics'
  | 'describeContact'
  | 'attributes'
  | 'updateAttributes'
  | 'stopContact'
  | 'startOutboundVoiceContact'
  | 'startTaskContact'
  | 'associatedContacts'
  | 'deleteCustomerNumber'
> = {
  agents: () => [{ id: 'agent-1', name: 'marie.durand' } as Agent],
  currentMetrics: (queueIds) =>
    queueIds.map((queueId) => ({
      queueId,
      contactsInQueue: queueId === 'queue-1' ? 4 : 0,
      oldestContactAgeSeconds: 61,
      agentsOnline: 1,
      agentsStaffed: 0,
      agentsAvailable: 0,
      agentsOnContact: 0,
    })),
  contactMetrics: (contactId) => (contactId === 'waiting' ? { positionInQueue: 2 } : undefined),
  describeContact: (contactId) =>
    contactId === 'unknown'
      ? undefined
      : {
          id: contactId,
          initiationMethod: 'API',
          initiatedAt,
          agentId: 'agent-1',
          agentConnectedAt: initiatedAt,
          relatedContactId: 'the-call',
          customerNumber: contactId === 'withheld' ? undefined : '+33612345678',
        },
  attributes: (contactId) => (contactId === 'unknown' ? undefined : attributes),
  updateAttributes: (contactId, changes) => {
    Object.assign(attributes, changes);
    return contactId !== 'unknown';
  },
  deleteCustomerNumber: (contactId) => {
    if (contactId === 'unknown') return 'noContact';
    return contactId === 'waiting' ? 'notEnded' : 'deleted';
  },
  stopContact: (contactId) => contactId === 'waiting',
  associatedContacts: (contactId) =>
    contactId === 'unknown'
      ? []
      : [
          { id: 'first', initiationMethod: 'INBOUND', initiatedAt, disconnectedAt: initiatedAt },
          {
            id: 'second',
            initiationMethod: 'CALLBACK',
            initiatedAt,
            initialContactId: 'first',
            previousContactId: 'first',
          },
          { id: 'third', channel: 'TASK', initiationMethod: 'API', initiatedAt, relatedContactId: 'first' },
        ],
  startTaskContact: (request) => {
    tasks.push(request);
    return { contactId: `task-${tasks.length}` };
  },
  startOutboundVoiceContact: (request) => {
    dialled.push(request);
    return { contactId: `outbound-${dialled.length}` };
  },
};
let api: ConnectApi;
let client: ConnectClient;

beforeAll(async () => {
  api = await startConnectApi({
    deployment: smallDeployment,
    centre: () => centre as ContactCentre,
    now: () => initiatedAt.getTime(),
    allowedCountries: ['FR', 'RE', 'YT'],
    phoneNumbers: [
      { arn: 'arn:aws:connect:eu-central-1:1:phone-number/n-1', number: '+33123456789', targetArn: 'other' },
    ],
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new ConnectClient({ endpoint: api.endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 });
});
afterEach(() => api.faults.clear());
afterAll(async () => {
  client.destroy();
  await api.stop();
});

const outbound = (change: Partial<StartOutboundVoiceContactRequest> = {}) =>
  client.send(
    new StartOutboundVoiceContactCommand({
      InstanceId,
      DestinationPhoneNumber: '+33639980001',
      ContactFlowId: 'flow-1',
      QueueId: 'queue-1',
      Attributes: { attempt: '1' },
      ClientToken: 'token',
      RingTimeoutInSeconds: 40,
      ...change,
    }),
  );
const metricsOf = (Queues: string[], names: CurrentMetricName[] = ['CONTACTS_IN_QUEUE', 'OLDEST_CONTACT_AGE']) =>
  client.send(
    new GetCurrentMetricDataCommand({
      InstanceId,
      Filters: { Queues, Channels: ['VOICE'] },
      Groupings: ['QUEUE'],
      CurrentMetrics: names.map((Name) => ({ Name, Unit: 'COUNT' })),
    }),
  );
const position = (ContactId: string) =>
  client.send(new GetContactMetricsCommand({ InstanceId, ContactId, Metrics: [{ Name: 'POSITION_IN_QUEUE' }] }));
const stop = (ContactId: string) => client.send(new StopContactCommand({ InstanceId, ContactId }));

describe('the metrics of Amazon Connect', () => {
  it('are given for each queue with callers or agents, ages in seconds', async () => {
    const { MetricResults, DataSnapshotTime } = await metricsOf(['queue-1', 'queue-2']);
    expect(MetricResults).toMatchObject([
      { Dimensions: { Queue: { Id: 'queue-1' } }, Collections: [{ Value: 4 }, { Value: 61 }] },
    ]);
    expect(DataSnapshotTime).toEqual(initiatedAt);
  });

  it('are refused where they are not played, and for no queue', async () => {
    await expect(metricsOf(['queue-1'], ['SLOTS_ACTIVE'])).rejects.toThrow('SLOTS_ACTIVE of GetCurrentMetricData');
    await expect(metricsOf([])).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('tell a position only while the contact waits', async () => {
    expect((await position('waiting')).MetricResults?.[0]?.Value?.Number).toBe(2);
    await expect(position('talking')).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await expect(position('unknown')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

const described = async (ContactId: string) =>
  (await client.send(new DescribeContactCommand({ InstanceId, ContactId }))).Contact;
const user = (UserId: string) => client.send(new DescribeUserCommand({ InstanceId, UserId }));

describe('contacts', () => {
  it('are described, with dates', async () => {
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId: 'talking' }));
    expect(Contact).toMatchObject({
      Id: 'talking',
      InitiationMethod: 'API',
      InitiationTimestamp: initiatedAt,
      AgentInfo: { Id: 'agent-1', ConnectedToAgentTimestamp: initiatedAt },
    });
    expect(Contact?.DisconnectTimestamp).toBeUndefined();
  });

  it('say what they are related to, and from which number, unless it is withheld', async () => {
    const endpoint = { Type: 'TELEPHONE_NUMBER', Address: '+33612345678' };
    expect(await described('guide')).toMatchObject({ RelatedContactId: 'the-call', CustomerEndpoint: endpoint });
    expect((await described('withheld'))?.CustomerEndpoint).toBeUndefined();
  });

  it('are had by users, who are described by the name that they log in with', async () => {
    expect((await user('agent-1')).User).toMatchObject({ Id: 'agent-1', Username: 'marie.durand' });
    await expect(user('agent-2')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('have attributes, read and changed', async () => {
    const Attributes = { callerKey: 'K' };
    await client.send(new UpdateContactAttributesCommand({ InstanceId, InitialContactId: 'talking', Attributes }));
    const read = await client.send(new GetContactAttributesCommand({ InstanceId, InitialContactId: 'talking' }));
    expect(read.Attributes).toEqual({ subject: 'allocations', callerKey: 'K' });
    const long = { text: 'x'.repeat(40_000) };
    await expect(
      client.send(new UpdateContactAttributesCommand({ InstanceId, InitialContactId: 'talking', Attributes: long })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('that do not exist, and other instances, are not found', async () => {
    const notFound = { name: 'ResourceNotFoundException' };
    const describe = (instance: string, ContactId: string) =>
      client.send(new DescribeContactCommand({ InstanceId: instance, ContactId }));
    await expect(describe(InstanceId, 'unknown')).rejects.toMatchObject(notFound);
    await expect(describe('instance-2', 'talking')).rejects.toMatchObject(notFound);
    const attributesOf = new GetContactAttributesCommand({ InstanceId, InitialContactId: 'unknown' });
    await expect(client.send(attributesOf)).rejects.toMatchObject(notFound);
  });

  it('are stopped while they last', async () => {
    await expect(stop('waiting')).resolves.toBeDefined();
    await expect(stop('ended')).rejects.toMatchObject({ name: 'ContactNotFoundException' });
    const reason = new StopContactCommand({ InstanceId, ContactId: 'waiting', DisconnectReason: { Code: 'X' } });
    await expect(client.send(reason)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
});

const associated = (ContactId: string, page: { MaxResults?: number; NextToken?: string } = {}) =>
  client.send(new ListAssociatedContactsCommand({ InstanceId, ContactId, ...page }));

describe('associated contacts', () => {
  it('are those of one tree, with their links', async () => {
    const { ContactSummaryList, NextToken } = await associated('second');
    expect(ContactSummaryList).toEqual([
      {
        ContactId: 'first',
        ContactArn: `${smallDeployment.instanceArn}/contact/first`,
        InitiationTimestamp: initiatedAt,
        DisconnectTimestamp: initiatedAt,
        InitiationMethod: 'INBOUND',
        Channel: 'VOICE',
      },
      {
        ContactId: 'second',
        ContactArn: `${smallDeployment.instanceArn}/contact/second`,
        InitiationTimestamp: initiatedAt,
        InitiationMethod: 'CALLBACK',
        InitialContactId: 'first',
        PreviousContactId: 'first',
        Channel: 'VOICE',
      },
      expect.objectContaining({ ContactId: 'third', RelatedContactId: 'first', Channel: 'TASK' }),
    ]);
    expect(NextToken).toBeUndefined();
  });

  it('come in pages', async () => {
    const first = await associated('second', { MaxResults: 2 });
    const { NextToken = '' } = first;
    const second = await associated('second', { MaxResults: 2, NextToken });
    const ids = [first, second].map(({ ContactSummaryList }) => ContactSummaryList?.map(({ ContactId }) => ContactId));
    expect(ids).toEqual([['first', 'second'], ['third']]);
    expect(second.NextToken).toBeUndefined();
  });

  it('are refused for no such contact, and for no such page', async () => {
    await expect(associated('unknown')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const invalid = { name: 'InvalidParameterException' };
    await expect(associated('second', { MaxResults: 101 })).rejects.toMatchObject(invalid);
    await expect(associated('second', { NextToken: 'x' })).rejects.toMatchObject(invalid);
  });
});

const task = (change: Partial<StartTaskContactRequest> = {}) =>
  client.send(
    new StartTaskContactCommand({
      InstanceId,
      ContactFlowId: 'flow-1',
      Name: 'Mauvaise note',
      Attributes: { score: '1' },
      References: { contact: { Type: 'STRING', Value: 'talking' } },
      RelatedContactId: 'talking',
      ClientToken: 'token',
      ...change,
    }),
  );

describe('tasks', () => {
  it('begin as asked for, now or later', async () => {
    expect((await task()).ContactId).toBe(`task-${tasks.length}`);
    expect(tasks.at(-1)).toEqual({
      flowId: 'flow-1',
      name: 'Mauvaise note',
      attributes: { score: '1' },
      references: { contact: { Type: 'STRING', Value: 'talking' } },
      delaySeconds: 0,
      clientToken: 'token',
      relatedContactId: 'talking',
    });
    await task({ ScheduledTime: new Date(initiatedAt.getTime() + 90_750) });
    expect(tasks.at(-1)?.delaySeconds).toBeCloseTo(90.75, 0);
  });

  it.each([
    [{ Name: '' }, 'InvalidParameterException'],
    [{ Attributes: { text: 'x'.repeat(40_000) } }, 'InvalidParameterException'],
    [{ ScheduledTime: new Date(initiatedAt.getTime() - 60_000) }, 'InvalidParameterException'],
    [{ ScheduledTime: new Date(initiatedAt.getTime() + 7 * 86_400_000) }, 'InvalidParameterException'],
    [{ ContactFlowId: 'flow-2' }, 'ResourceNotFoundException'],
    [{ PreviousContactId: 'unknown' }, 'ResourceNotFoundException'],
    [{ TaskTemplateId: 't' }, 'NotPlayedLocally'],
  ])('are refused for %j', async (change, name) => {
    const before = tasks.length;
    await expect(task(change)).rejects.toMatchObject({ name });
    expect(tasks).toHaveLength(before);
  });
});

const forget = (ContactId: string, ...fields: ContactField[]) =>
  client.send(new DeleteContactDataCommand({ InstanceId, ContactId, ContactFields: fields }));

describe('the data of a contact', () => {
  it('loses the customer’s number once the contact has ended', async () => {
    await expect(forget('first', 'CUSTOMER_ENDPOINT')).resolves.toBeDefined();
    await expect(forget('waiting', 'CUSTOMER_ENDPOINT')).rejects.toThrow(ContactNotTerminatedException);
    await expect(forget('unknown', 'CUSTOMER_ENDPOINT')).rejects.toThrow(ResourceNotFoundException);
  });

  it('is refused without a field, and of what only e-mails have', async () => {
    for (const fields of [[], ['EMAIL_SUBJECT']] as ContactField[][]) {
      await expect(forget('first', ...fields)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    }
  });
});

describe('outbound calls', () => {
  it('ring with what was asked for', async () => {
    const { ContactId } = await outbound();
    expect(ContactId).toBe(`outbound-${dialled.length}`);
    expect(dialled.at(-1)).toEqual({
      to: '+33639980001',
      flowId: 'flow-1',
      queueId: 'queue-1',
      attributes: { attempt: '1' },
      clientToken: 'token',
      ringTimeoutSeconds: 40,
    });
    // Réunion and Mayotte share a country code.
    for (const overseas of ['+262692123456', '+262639123456', '+262639980001']) {
      await expect(outbound({ DestinationPhoneNumber: overseas })).resolves.toBeDefined();
    }
  });

  it.each([
    [{ DestinationPhoneNumber: '+14155550100' }, 'DestinationNotAllowedException'],
    [{ DestinationPhoneNumber: '0612345678' }, 'InvalidParameterException'],
    [{ RingTimeoutInSeconds: 5 }, 'InvalidParameterException'],
    [{ ContactFlowId: 'flow-2' }, 'ResourceNotFoundException'],
    [{ QueueId: 'queue-2' }, 'ResourceNotFoundException'],
    [{ TrafficType: 'CAMPAIGN' as const }, 'NotPlayedLocally'],
  ])('are refused for %j', async (change, name) => {
    const before = dialled.length;
    await expect(outbound(change)).rejects.toMatchObject({ name });
    expect(dialled).toHaveLength(before);
  });

  it('can be throttled, answered with nonsense and delayed by a test', async () => {
    const throttled = new ServiceError('ThrottlingException', 'Rate exceeded', 429);
    api.faults.inject('StartOutboundVoiceContact', { error: throttled }, 1);
    await expect(outbound()).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(outbound()).resolves.toBeDefined();
    api.faults.inject('StartOutboundVoiceContact', { body: '<html>' }, 1);
    await expect(outbound()).rejects.toThrow(/JSON|token/);
    api.faults.inject('StartOutboundVoiceContact', { delayMilliseconds: 5 }, 1);
    await expect(outbound()).resolves.toBeDefined();
  });
});

describe('phone numbers', () => {
  it('are taken over, then attached to a flow and detached', async () => {
    const PhoneNumberId = 'n-1';
    const attach = new AssociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId, ContactFlowId: 'flow-1' });
    await expect(client.send(attach)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await client.send(new UpdatePhoneNumberCommand({ PhoneNumberId, TargetArn: smallDeployment.instanceArn }));
    const { ClaimedPhoneNumberSummary: summary } = await client.send(new DescribePhoneNumberCommand({ PhoneNumberId }));
    expect(summary).toMatchObject({ TargetArn: smallDeployment.instanceArn, PhoneNumberStatus: { Status: 'CLAIMED' } });
    await client.send(attach);
    expect(api.phoneNumbers.flowOf(PhoneNumberId)).toBe('flow-1');
    await client.send(new DisassociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId }));
    expect(api.phoneNumbers.flowOf(PhoneNumberId)).toBeUndefined();
  });

  it('that are not the account’s are not found', async () => {
    const command = new DescribePhoneNumberCommand({ PhoneNumberId: 'n-2' });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

it('refuses an operation that is not played, by its path', async () => {
  const refusal = client.send(new ListQueuesCommand({ InstanceId }));
  await expect(refusal).rejects.toThrow('Amazon Connect GET /queues-summary/instance-1 is not played locally');
});
