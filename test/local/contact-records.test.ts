import { type RunningCentre, runCentre } from './running-centre.ts';
import { callbackFlows } from './callback-flows.ts';
import { action, hangUp, queueArn, say, toQueue, written } from './written-flows.ts';

const survey = written(
  action(
    'note',
    'UpdateContactAttributes',
    { Attributes: { surveyOffered: 'yes' } },
    { next: 'ask', errors: { NoMatchingError: 'ask' } },
  ),
  say('ask', 'Deux questions.', 'hang-up'),
  hangUp,
);
const served = { inbound: written(...toQueue({ CustomerRemaining: 'survey' })), survey };

const ofContact = ({ records }: RunningCentre, contactId: string) =>
  records.filter(({ ContactId }) => ContactId === contactId);

describe('the record of a contact', () => {
  it('is sent once, when whoever it was from and the agent are both done, with what the disconnect flow set', async () => {
    const running = runCentre({ flows: served });
    const { centre, pass, records } = running;
    const { contactId } = centre.ring('+33612345678');
    await pass(20);
    const agent = centre.logIn('Claire');
    await pass(5);
    agent.accept();
    await pass(60);
    agent.hold();
    await pass(15);
    agent.resume();
    await pass(5);
    agent.hold();
    await pass(10);
    agent.hangUp();
    await pass(5);
    expect(records).toEqual([]);
    await pass(60);
    expect(records).toEqual([
      {
        AWSAccountId: '111111111111',
        AWSContactTraceRecordFormatVersion: '2017-03-10',
        Agent: {
          ARN: agentArn(running),
          Username: 'Claire',
          ConnectedToAgentTimestamp: '2026-11-24T09:00:25Z',
          AgentInteractionDuration: 65,
          AfterContactWorkStartTimestamp: '2026-11-24T09:01:55Z',
          AfterContactWorkEndTimestamp: '2026-11-24T09:02:05Z',
          AfterContactWorkDuration: 10,
          CustomerHoldDuration: 25,
          LongestHoldDuration: 15,
          NumberOfHolds: 2,
          HierarchyGroups: null,
          RoutingProfile: null,
        },
        AgentConnectionAttempts: 1,
        AnsweringMachineDetectionStatus: null,
        Attributes: { surveyOffered: 'yes' },
        Channel: 'VOICE',
        ContactId: contactId,
        InitialContactId: null,
        PreviousContactId: null,
        NextContactId: null,
        RelatedContactId: null,
        InitiationTimestamp: '2026-11-24T09:00:00Z',
        ConnectedToSystemTimestamp: '2026-11-24T09:00:00Z',
        DisconnectTimestamp: expect.stringMatching(/^2026-11-24T09:01:5\dZ$/),
        LastUpdateTimestamp: '2026-11-24T09:02:05Z',
        ScheduledTimestamp: null,
        TransferCompletedTimestamp: null,
        CustomerEndpoint: { Address: '+33612345678', Type: 'TELEPHONE_NUMBER' },
        DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
        InitiationMethod: 'INBOUND',
        InstanceARN: 'arn:aws:connect:eu-central-1:111111111111:instance/i',
        Queue: {
          ARN: queueArn('allocations'),
          Name: 'allocations',
          EnqueueTimestamp: '2026-11-24T09:00:00Z',
          DequeueTimestamp: '2026-11-24T09:00:25Z',
          Duration: 25,
        },
        Recording: null,
        Recordings: null,
        SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
        SystemEndpoint: { Address: '+33199000000', Type: 'TELEPHONE_NUMBER' },
        Tags: { 'aws:connect:instanceId': 'i' },
        TransferredToEndpoint: null,
      },
    ]);
  });

  it('of who hangs up in the queue has no agent, no number that is withheld, and the time of the queue', async () => {
    const running = runCentre({ flows: served });
    const { centre, pass } = running;
    const telephone = centre.ring('anonymous');
    await pass(90);
    telephone.hangUp();
    await pass(1);
    expect(ofContact(running, telephone.contactId)).toMatchObject([
      {
        Agent: null,
        CustomerEndpoint: null,
        DisconnectReason: 'CUSTOMER_DISCONNECT',
        Queue: { DequeueTimestamp: '2026-11-24T09:01:30Z', Duration: 90 },
        LastUpdateTimestamp: '2026-11-24T09:01:30Z',
      },
    ]);
  });

  it('of a callback continues the one in which it was asked for, and tells which attempt nobody answered', async () => {
    const running = runCentre({ flows: callbackFlows() });
    const { centre, pass, records } = running;
    centre.onOutboundCall((call) => call.answer('caller'));
    const telephone = centre.ring('+33612345678');
    centre.onInputAsked(() => telephone.press('1'));
    await pass(30);
    const agent = centre.logIn('Vous');
    await pass(2);
    agent.accept();
    await pass(30);
    agent.hangUp();
    await pass(60);
    const [asked, callback] = records;
    expect(asked).toMatchObject({ InitiationMethod: 'INBOUND', NextContactId: callback?.['ContactId'], Agent: null });
    expect(callback).toMatchObject({
      InitiationMethod: 'CALLBACK',
      InitialContactId: asked?.['ContactId'],
      PreviousContactId: asked?.['ContactId'],
      CustomerEndpoint: { Address: '+33612345678' },
      SystemEndpoint: { Address: '+33199000001' },
      Agent: { Username: 'Vous' },
    });
    expect(records).toHaveLength(2);
  });

  it('of who was handed over names the number', async () => {
    const ThirdPartyPhoneNumber = '+33199000050';
    const transfer = action(
      'transfer',
      'TransferParticipantToThirdParty',
      { ThirdPartyPhoneNumber, ThirdPartyConnectionTimeLimitSeconds: '30', ContinueFlowExecution: 'False' },
      {
        next: 'hang-up',
        errors: { CallFailed: 'hang-up', ConnectionTimeLimitExceeded: 'hang-up', NoMatchingError: 'hang-up' },
      },
    );
    const { centre, pass, records } = runCentre({ flows: { inbound: written(transfer, hangUp) } });
    centre.ring('+33612345678');
    await pass(5);
    expect(records).toMatchObject([
      {
        TransferredToEndpoint: { Address: ThirdPartyPhoneNumber },
        TransferCompletedTimestamp: '2026-11-24T09:00:00Z',
        Queue: null,
      },
    ]);
  });

  it('is sent again, with a later update, when an attribute is set afterwards', async () => {
    const { centre, pass, records } = runCentre({ flows: { inbound: written(hangUp) } });
    const { contactId } = centre.ring('+33612345678');
    await pass(5);
    centre.updateAttributes(contactId, { bookingId: 'b' });
    expect(records).toMatchObject([
      { ContactId: contactId, Attributes: {}, LastUpdateTimestamp: '2026-11-24T09:00:00Z' },
      { ContactId: contactId, Attributes: { bookingId: 'b' }, LastUpdateTimestamp: '2026-11-24T09:00:05Z' },
    ]);
  });

  it('is none of callers who only count', async () => {
    const { centre, pass, records } = runCentre({ flows: served });
    centre.addWaitingCallers(queueArn('allocations'), 5);
    centre.staffQueue(queueArn('allocations'), { busyAgents: 0, freeAgents: 2, handleTimeSeconds: 30 });
    await pass(600);
    expect(centre.queueSizes()[0]?.waiting).toBe(0);
    expect(records).toEqual([]);
  });

  it('says that a simulated agent wrote nothing up', async () => {
    const { centre, pass, records } = runCentre({ flows: served });
    centre.staffQueue(queueArn('allocations'), { busyAgents: 0, freeAgents: 1, handleTimeSeconds: 30 });
    centre.ring('+33612345678');
    await pass(1200);
    expect(records).toMatchObject([
      { Agent: { AfterContactWorkDuration: 0, NumberOfHolds: 0, LongestHoldDuration: 0 } },
    ]);
  });
});

const agentArn = ({ centre }: RunningCentre): string =>
  `arn:aws:connect:eu-central-1:111111111111:instance/i/agent/${centre.agents()[0]?.id}`;
