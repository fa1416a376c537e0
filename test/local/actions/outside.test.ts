import type { ThirdPartyCall } from '../../../local/connect/third-party.ts';
import { type RunningCentre, runCentre } from '../running-centre.ts';
import { action, end, flowArn, hangUp, say, toQueue, type WrittenAction, written } from '../written-flows.ts';
import { call, failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const fine = say('fine', 'oui', 'hang-up');

const create = (parameters: Record<string, unknown>): WrittenAction =>
  action(
    'create',
    'CreateTask',
    { ContactFlowId: flowArn('task'), Name: 'a', ...parameters },
    { next: 'fine', errors: toFailure },
  );
const flows = {
  task: written(action('mark', 'UpdateContactAttributes', { Attributes: { began: 'oui' } }, 'hang-up'), hangUp),
};

const ranAfter = async (seconds: number, parameters: Record<string, unknown>): Promise<boolean> => {
  const { centre, events } = await call([create(parameters), fine, failure], { flows, seconds });
  const ids = new Set(events.map(({ contactId }) => contactId));
  return [...ids].some((id) => centre.attributes(id)?.began === 'oui');
};

describe('a task', () => {
  it.each([['2026-11-24T10:01:00+01:00'], [String(Date.parse('2026-11-24T09:01:00Z') / 1000)]])(
    'scheduled for %s begins then',
    async (ScheduledTime) => {
      await expect(ranAfter(55, { ScheduledTime })).resolves.toBe(false);
      await expect(ranAfter(65, { ScheduledTime })).resolves.toBe(true);
    },
  );

  it.each([
    { ScheduledTime: '2026-11-24T09:00:00+01:00' },
    { ScheduledTime: 'demain' },
    { ContactFlowId: '', TaskTemplateId: 'unknown' },
  ])('%j is an error', async (parameters) => {
    const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
    const made = create(given);
    if ('TaskTemplateId' in parameters) delete made.Parameters.ContactFlowId;
    await expect(heardIn([made, fine, failure], { flows })).resolves.toEqual(['erreur']);
  });

  it('of a template runs the flow that is named beside it', async () => {
    await expect(ranAfter(5, { TaskTemplateId: 'any' })).resolves.toBe(true);
  });
});

const handOver = (parameters: Record<string, unknown>): WrittenAction =>
  action(
    'hand-over',
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '+33199000050',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'True',
      ...parameters,
    },
    { next: 'fine', errors: { CallFailed: 'failed', ConnectionTimeLimitExceeded: 'late', ...toFailure } },
  );
const branches = [fine, failure, say('failed', 'injoignable', 'hang-up'), say('late', 'trop tard', 'hang-up')];

const handed = (played: (call: ThirdPartyCall) => void, parameters: Record<string, unknown> = {}) =>
  heardIn([handOver(parameters), ...branches], { before: ({ centre }) => centre.onTransfer(played) });

it('shows the number that the flow sets', async () => {
  const from: (string | undefined)[] = [];
  await handed((ringing) => (from.push(ringing.from), ringing.refuse('busy')));
  await handed((ringing) => (from.push(ringing.from), ringing.refuse('busy')), {
    CallerId: { Number: '$.SystemEndpoint.Address' },
  });
  expect(from).toEqual(['+33612345678', '+33199000000']);
});

describe('a call handed to an outside number', () => {
  it('presses the keys that the flow sets once it is answered', async () => {
    const keys: string[] = [];
    await handed((ringing) => void ringing.answer({ press: (key) => keys.push(key), callerHungUp: () => undefined }), {
      ThirdPartyDTMFDigits: ',,12#',
    });
    expect(keys).toEqual(['1', '2', '#']);
  });

  it.each<[string, (call: ThirdPartyCall) => void, Record<string, unknown>]>([
    ['oui', (ringing) => ringing.answer().hangUp(), {}],
    ['injoignable', (ringing) => ringing.refuse('busy'), {}],
    ['injoignable', () => undefined, { ThirdPartyPhoneNumber: '+14155550100' }],
    ['trop tard', () => undefined, {}],
    ['erreur', () => undefined, { ThirdPartyPhoneNumber: '0612345678' }],
  ])('leads on: %s', async (text, played, parameters) => {
    await expect(handed(played, parameters)).resolves.toEqual([text]);
  });

  it('is refused without saying whether the flow goes on', () => {
    expect(refusalOf([handOver({ ContinueFlowExecution: undefined }), ...branches, hangUp])).toContain(
      'has no ContinueFlowExecution',
    );
    expect(refusalOf([{ ...handOver({}), Transitions: {} }])).toContain('continues the flow has no NextAction');
    expect(
      refusalOf([{ ...handOver({ ContinueFlowExecution: 'False' }), Transitions: {} }], 'AGENT_WHISPER'),
    ).toContain('is not allowed');
  });
});

describe('a call that was made', () => {
  const check: WrittenAction = action(
    'check',
    'CheckOutboundCallStatus',
    {},
    {
      next: 'failure',
      when: { CallAnswered: 'fine', VoicemailBeep: 'machine' },
      errors: { NoMatchingCondition: 'failure', ...toFailure },
    },
  );
  const flow = [check, fine, failure, say('machine', 'un répondeur', 'hang-up')];

  it.each([
    ['caller', 'oui'],
    ['machine', 'un répondeur'],
  ] as const)('and answered by a %s: %s', async (by, text) => {
    const { centre, pass, heard } = runCentre({
      flows: { inbound: written(hangUp), outbound: written(...flow, hangUp) },
    });
    centre.onOutboundCall((ringing) => ringing.answer(by));
    centre.startOutboundVoiceContact({
      to: '+33612345679',
      flowId: 'outbound',
      queueId: 'allocations',
      attributes: {},
      clientToken: 't',
      ringTimeoutSeconds: 30,
    });
    await pass(10);
    expect(heard()).toEqual([text]);
  });

  it('is none of those that come in', async () => {
    await expect(heardIn(flow)).resolves.toEqual(['erreur']);
  });

  it('is asked about in no queue flow', () => {
    expect(refusalOf([...flow, hangUp], 'CUSTOMER_QUEUE')).toContain('CheckOutboundCallStatus is not allowed');
  });
});

const whisper = (...actions: WrittenAction[]) =>
  flowOf('OUTBOUND_WHISPER', ...actions, say('hello', 'bonjour', 'end'), end);
const callback = action(
  'create',
  'CreateCallbackContact',
  { InitialCallDelaySeconds: '1', MaximumConnectionAttempts: '0', RetryDelaySeconds: '60' },
  { next: 'hang-up', errors: { NoMatchingError: 'hang-up' } },
);

const complete = (next = 'hello'): WrittenAction =>
  action('dial', 'CompleteOutboundCall', { CallerId: { Number: '+33199000009' } }, { next });
const accepted = async (
  outbound: ReturnType<typeof whisper>,
  answers: boolean,
): Promise<RunningCentre & { shown: string[] }> => {
  const [setQueue] = toQueue();
  const running = runCentre({
    flows: {
      inbound: written({ ...(setQueue ?? hangUp), Transitions: { NextAction: 'create' } }, callback, hangUp),
      outbound,
    },
  });
  const shown: string[] = [];
  running.centre.onOutboundCall((ringing) => {
    shown.push(ringing.from);
    if (answers) ringing.answer('caller');
    else ringing.refuse('busy');
  });
  running.centre.ring('+33612345678');
  await running.pass(5);
  const agent = running.centre.logIn('Claire');
  await running.pass(1);
  agent.accept();
  await running.pass(20);
  return { ...running, shown };
};

describe('the whisper of somebody who is called back', () => {
  it('may ring the telephone itself, with a number of its own', async () => {
    const { shown, heard, events } = await accepted(whisper(complete()), true);
    expect(shown).toEqual(['+33199000009']);
    expect(heard()).toEqual(['bonjour']);
    expect(events.some((event) => event.kind === 'answered' && event.by === 'agent')).toBe(true);
  });

  it('is heard by nobody who does not answer', async () => {
    const { shown, heard, events } = await accepted(whisper(complete()), false);
    expect(shown).toHaveLength(1);
    expect(heard()).toEqual([]);
    expect(events.some((event) => event.kind === 'answered')).toBe(false);
  });

  it('otherwise is heard once the telephone has been answered', async () => {
    const { shown, heard } = await accepted(whisper(), true);
    expect(shown).toEqual(['+33199000001']);
    expect(heard()).toEqual(['bonjour']);
  });

  it('alone rings it', () => {
    expect(refusalOf([complete('hang-up'), hangUp])).toContain(
      'CompleteOutboundCall is not allowed in a flow of type CONTACT_FLOW',
    );
  });
});
