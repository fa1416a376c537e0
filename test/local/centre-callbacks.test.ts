import type { OutboundRinging } from '../../local/connect/centre.ts';
import { callbackFlows, inQueue } from './callback-flows.ts';
import { type RunningCentre, runCentre } from './running-centre.ts';

type Answers = ('yes' | 'no' | 'machine' | 'busy' | 'refused' | 'unreachable')[];

interface CalledBack extends RunningCentre {
  /** The contact of the call that asked for it, and those of the callback, in order. */
  inbound: string;
  callbacks: () => string[];
  calls: OutboundRinging[];
}

/** A caller in the queue who has asked to be called back, and answers so when called. */
async function askForCallback(
  answers: Answers = ['yes'],
  parameters: Record<string, unknown> = {},
): Promise<CalledBack> {
  const running = runCentre({ flows: callbackFlows(parameters) });
  const { centre, events, pass } = running;
  const calls: OutboundRinging[] = [];
  centre.onOutboundCall((call) => {
    const answer = answers[calls.length];
    calls.push(call);
    if (answer === 'yes' || answer === 'machine') call.answer(answer === 'yes' ? 'caller' : 'machine');
    else if (answer !== 'no' && answer !== undefined) call.refuse(answer);
  });
  const telephone = centre.ring('+33612345678');
  centre.onInputAsked(() => telephone.press('1'));
  await pass(30);
  expect(events.filter(({ kind }) => kind === 'ended')).toMatchObject([{ outcome: 'booked' }]);
  const inbound = telephone.contactId;
  const callbacks = (): string[] => centre.associatedContacts(inbound).flatMap(({ id }) => (id === inbound ? [] : id));
  return { ...running, inbound, calls, callbacks };
}

const serve = async ({ centre, pass }: RunningCentre): Promise<ReturnType<RunningCentre['centre']['logIn']>> => {
  const agent = centre.agents()[0] ?? centre.logIn('Vous');
  agent.setState('available');
  await pass(1);
  agent.accept();
  await pass(30);
  return agent;
};

describe('a queued callback', () => {
  it('finds the agent first, then rings, then both talk, and the caller answers the survey', async () => {
    const running = await askForCallback();
    const { centre, heard, events, calls, callbacks, contactEvents, outcome, pass } = running;
    const agent = await serve(running);
    const [callback = ''] = callbacks();
    expect(calls).toMatchObject([{ contactId: callback, to: '+33612345678', from: '+33199000001' }]);
    expect(heard('agent')).toEqual(['Un rappel : loyer, CALLBACK, Vous.']);
    expect(heard().at(-1)).toBe('Ici les allocations, votre code est 4, 8, 2, Vous vous parle.');
    expect(agent.talking).toBe(true);
    agent.hangUp();
    await pass(30);
    expect(heard().at(-1)).toBe('Avez-vous été bien servi ?');
    expect(heard()).not.toContain('Jamais entendu.');
    expect(outcome()).toBe('served');
    const own = events.filter(({ contactId }) => contactId === callback);
    expect(own.map(({ kind, ...event }) => ('to' in event ? event.to : kind))).toEqual([
      'queued',
      'ringing',
      'busy',
      'connecting',
      'heard',
      '+33612345678',
      'answered',
      'heard',
      'connectedToAgent',
      'answered',
      'afterContactWork',
      'customerRemaining',
      'heard',
      'disconnected',
      'ended',
    ]);
    expect(contactEvents.filter(({ contactId }) => contactId === callback).map(({ eventType }) => eventType)).toEqual([
      'INITIATED',
      'QUEUED',
      'CONNECTED_TO_SYSTEM',
      'CONNECTED_TO_AGENT',
      'DISCONNECTED',
      'COMPLETED',
    ]);
    expect(centre.describeContact(callback)).toMatchObject({ agentId: agent.id, initiationMethod: 'CALLBACK' });
  });

  it('is a contact of its own, with the attributes and the origin of the call', async () => {
    const { centre, callbacks, inbound, contactEvents } = await askForCallback();
    const [callback = ''] = callbacks();
    expect(centre.describeContact(callback)).toMatchObject({
      initiationMethod: 'CALLBACK',
      initialContactId: inbound,
      previousContactId: inbound,
    });
    expect(centre.attributes(callback)).toEqual({ subject: 'loyer' });
    expect(contactEvents.find(({ contactId }) => contactId === callback)?.description).toMatchObject({
      initialContactId: inbound,
    });
    expect(centre.associatedContacts(callback)).toEqual(centre.associatedContacts(inbound));
  });

  it('keeps the place of the call, and counts in the queue', async () => {
    const { centre, pass } = runCentre({ flows: callbackFlows() });
    const first = centre.ring('+33612345678');
    await pass(1);
    const second = centre.ring('+33612345679');
    await pass(1);
    first.press('1');
    await pass(30);
    const [, callback] = centre.associatedContacts(first.contactId);
    expect(centre.contactMetrics(callback?.id ?? '')).toEqual({ positionInQueue: 1 });
    expect(centre.contactMetrics(second.contactId)).toEqual({ positionInQueue: 2 });
    expect(centre.currentMetrics(['allocations'])[0]).toMatchObject({ contactsInQueue: 2 });
  });

  it('is served by simulated agents as well', async () => {
    const running = await askForCallback();
    running.centre.staffQueue(inQueue, { busyAgents: 0, freeAgents: 1, handleTimeSeconds: 60 });
    await running.pass(3600);
    expect(running.outcome()).toBe('served');
    expect(running.heard('agent')[0]).toMatch(/^Un rappel : loyer, CALLBACK, \p{Lu}[\p{L}]+\.$/u);
  });

  it('counts an answering machine as an answer', async () => {
    const running = await askForCallback(['machine']);
    const agent = await serve(running);
    expect(agent.talking).toBe(true);
    agent.hangUp();
    await running.pass(3600);
    expect(running.callbacks()).toHaveLength(1);
  });

  it.each(['no', 'busy', 'refused'] as const)(
    'that meets "%s" is tried again after the delay, at its place',
    async (answer) => {
      const running = await askForCallback([answer, 'yes']);
      const { centre, pass, callbacks, calls, events } = running;
      await serve(running);
      await pass(60);
      const [first, second = ''] = callbacks();
      expect(events.filter(({ kind, contactId }) => kind === 'ended' && contactId === first)).toHaveLength(1);
      expect(centre.describeContact(second)).toMatchObject({ previousContactId: first, initiationMethod: 'CALLBACK' });
      expect(centre.attributes(second)).toEqual({ subject: 'loyer' });
      expect(centre.queueSizes()[0]?.waiting).toBe(0);
      centre.ring('+33612345670');
      await pass(600);
      const agent = await serve(running);
      expect(calls).toHaveLength(2);
      expect(agent).toMatchObject({ contactId: second, talking: true });
    },
  );

  it('is called once more for each retry that is allowed, then given up', async () => {
    const running = await askForCallback([]);
    for (let pass = 0; pass < 6; pass++) {
      await serve(running);
      await running.pass(700);
    }
    expect(running.calls).toHaveLength(3);
    expect(running.callbacks()).toHaveLength(3);
    const reasons = running.callbacks().map((id) => running.centre.describeContact(id)?.disconnectReason);
    expect(reasons).toEqual(['TELECOM_UNANSWERED', 'TELECOM_UNANSWERED', 'TELECOM_UNANSWERED']);
    expect(running.centre.queueSizes()[0]?.waiting).toBe(0);
  });

  it('without retries, or to a number that cannot be reached, is called once', async () => {
    for (const [answers, parameters] of [
      [[], { MaximumConnectionAttempts: '0' }],
      [['unreachable'], {}],
    ] as const) {
      const running = await askForCallback([...answers], parameters);
      await serve(running);
      await running.pass(3600);
      expect(running.callbacks()).toHaveLength(1);
    }
  });

  it('is not a failed attempt where an agent refuses it or lets it ring', async () => {
    const running = await askForCallback(['yes'], { MaximumConnectionAttempts: '0' });
    const agent = running.centre.logIn('Vous');
    await running.pass(1);
    agent.refuse();
    await running.pass(60);
    expect(running.calls).toEqual([]);
    agent.setState('available');
    await running.pass(30);
    expect(agent.state).toBe('missed');
    expect((await serve(running)).talking).toBe(true);
  });

  it('ends where the agent hangs up before anybody has answered', async () => {
    const running = await askForCallback(['no']);
    const agent = await serve(running);
    agent.hangUp();
    expect(running.events.at(-1)).toMatchObject({ kind: 'state', of: 'agent' });
    const [callback = ''] = running.callbacks();
    expect(running.centre.describeContact(callback)).toMatchObject({ disconnectReason: 'AGENT_DISCONNECT' });
    await running.pass(3600);
    expect(running.callbacks()).toHaveLength(1);
  });

  it.each([
    ['in the queue', () => undefined],
    ['while its telephone rings', serve],
  ])('that is stopped %s is cancelled', async (_when, before) => {
    const running = await askForCallback(['no']);
    await before(running);
    const [callback = ''] = running.callbacks();
    expect(running.centre.stopContact(callback)).toBe(true);
    expect(running.outcome()).toBe('cancelled');
    await running.pass(3600);
    expect(running.centre.queueSizes()[0]?.waiting).toBe(0);
    expect(running.callbacks()).toHaveLength(1);
    expect(running.events.filter(({ kind, contactId }) => kind === 'ended' && contactId === callback)).toHaveLength(1);
    running.calls[0]?.answer('caller');
    expect(running.centre.agents().every(({ talking }) => !talking)).toBe(true);
  });

  it('that is stopped while the agent is told of it rings nobody', async () => {
    const running = await askForCallback();
    const agent = running.centre.logIn('Vous');
    await running.pass(1);
    agent.accept();
    expect(running.centre.stopContact(running.callbacks()[0] ?? '')).toBe(true);
    await running.pass(60);
    expect(running.calls).toEqual([]);
    expect(agent.state).toBe('available');
  });

  it('whose called person hangs up during the whisper is not served', async () => {
    const running = await askForCallback(['no']);
    await serve(running);
    const telephone = running.calls[0]?.answer('caller');
    await running.pass(1);
    telephone?.hangUp();
    expect(running.outcome()).toBe('callerLeft');
    await running.pass(60);
    expect(running.centre.agents()[0]?.state).toBe('available');
  });
});
