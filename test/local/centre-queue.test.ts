import * as fc from 'fast-check';
import { type RunningCentre, runCentre } from './running-centre.ts';
import { action, end, hangUp, menu, queueArn, say, toQueue, written } from './written-flows.ts';

const plain = { inbound: written(...toQueue()) };
const staffing = { busyAgents: 0, freeAgents: 1, handleTimeSeconds: 60 };

const ringing = (running: RunningCentre): (string | undefined)[] =>
  running.centre.agents().map(({ contactId }) => contactId);
const answered = ({ events }: RunningCentre): string[] =>
  events.flatMap((event) => (event.kind === 'answered' ? event.contactId : []));

const eventsOf = async (seed: number): Promise<unknown[]> => {
  const running = runCentre({ flows: plain, seed });
  running.centre.addWaitingCallers(queueArn('allocations'), 5);
  running.centre.staffQueue(queueArn('allocations'), { busyAgents: 2, freeAgents: 1, handleTimeSeconds: 200 });
  running.centre.ring('+33612345678');
  await running.pass(3600);
  return running.events;
};

describe('the queue', () => {
  it('serves the lowest priority number first, then the longest wait', async () => {
    const urgent = written(
      action('urgent', 'UpdateContactRoutingBehavior', { QueuePriority: '1' }, 'set-queue'),
      ...toQueue(),
    );
    const flows = {
      inbound: written(
        menu('which', 'Tapez 1.', { '1': 'go' }, 'set-queue'),
        action('go', 'TransferToFlow', { ContactFlowId: 'urgent' }, { errors: { NoMatchingError: 'hang-up' } }),
        ...toQueue(),
      ),
      urgent,
    };
    const running = runCentre({ flows });
    const { centre, pass } = running;
    const first = centre.ring('+33612345671');
    await pass(10);
    const second = centre.ring('+33612345672');
    await pass(10);
    const third = centre.ring('+33612345673');
    await pass(1);
    third.press('1');
    await pass(10);
    const positions = [first, second, third].map(({ contactId }) => centre.contactMetrics(contactId)?.positionInQueue);
    expect(positions).toEqual([2, 3, 1]);
    centre.staffQueue(queueArn('allocations'), staffing);
    await pass(3600);
    expect(answered(running)).toEqual([third, first, second].map(({ contactId }) => contactId));
  });

  it('moves a caller whose waiting time is adjusted', async () => {
    const later = action('adjust', 'UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '3600' }, 'set-queue');
    const { centre, pass } = runCentre({
      flows: { inbound: written(menu('which', 'Tapez 1.', { '1': 'adjust' }, 'set-queue'), later, ...toQueue()) },
    });
    const first = centre.ring('+33612345671');
    await pass(10);
    const second = centre.ring('+33612345672');
    second.press('1');
    await pass(0);
    second.press('1');
    await pass(10);
    expect([first, second].map(({ contactId }) => centre.contactMetrics(contactId)?.positionInQueue)).toEqual([2, 1]);
  });

  it('is full at its maximum, and says so to the flow', async () => {
    const full = { Identifier: 'queue', Type: 'TransferContactToQueue', Parameters: {} };
    const transfer = { ...full, Transitions: { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'full' }] } };
    const [setQueue] = toQueue();
    const flows = {
      inbound: written(...(setQueue ? [setQueue] : []), transfer, say('full', 'complet', 'hang-up'), hangUp),
    };
    const { centre, heard, pass } = runCentre({ flows, maxContacts: 1 });
    centre.ring('+33612345671');
    centre.ring('+33612345672');
    await pass(10);
    expect(heard()).toContain('complet');
    expect(centre.queueSizes()[0]?.waiting).toBe(1);
  });

  it("counts as its agents those who take calls: a supervisor, who takes tasks, shortens nobody's wait", () => {
    const { centre } = runCentre({ flows: plain });
    centre.logIn('Claire', ['VOICE']);
    centre.logIn('Marie', ['TASK']);
    expect(centre.currentMetrics(['allocations'])).toMatchObject([{ agentsStaffed: 1, agentsAvailable: 1 }]);
  });

  it('serves the callers who were waiting before, in order, at the pace of its agents', async () => {
    const running = runCentre({ flows: plain });
    const { centre, pass } = running;
    centre.addWaitingCallers(queueArn('allocations'), 40);
    centre.staffQueue(queueArn('allocations'), { busyAgents: 4, freeAgents: 0, handleTimeSeconds: 300 });
    const { contactId } = centre.ring('+33612345678');
    await pass(1);
    expect(centre.contactMetrics(contactId)).toEqual({ positionInQueue: 41 });
    expect(centre.currentMetrics(['allocations'])).toEqual([
      {
        queueId: 'allocations',
        contactsInQueue: 41,
        oldestContactAgeSeconds: 1,
        agentsOnline: 4,
        agentsStaffed: 4,
        agentsAvailable: 0,
        agentsOnContact: 4,
      },
    ]);
    await pass(600);
    const position = centre.contactMetrics(contactId)?.positionInQueue ?? 0;
    expect(position).toBeLessThan(41);
    expect(position).toBeGreaterThan(20);
    await pass(2 * 3600);
    expect(answered(running)).toEqual([contactId]);
    expect(running.outcome()).toBe('served');
    expect(centre.currentMetrics(['allocations'])[0]).toMatchObject({ contactsInQueue: 0, agentsAvailable: 4 });
  });

  it('is the same twice with the same seed, and another with another', async () => {
    await expect(eventsOf(7)).resolves.toEqual(await eventsOf(7));
    await expect(eventsOf(7)).resolves.not.toEqual(await eventsOf(8));
  });

  it('ends every contact exactly once, whoever rings, leaves or serves', async () => {
    const script = fc.array(fc.record({ after: fc.nat(90), stays: fc.nat(600) }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(script, fc.nat(3), fc.integer({ min: 1, max: 99 }), async (callers, freeAgents, seed) => {
        const { centre, clock, events, contactEvents, pass } = runCentre({ flows: plain, seed });
        centre.staffQueue(queueArn('allocations'), { busyAgents: 1, freeAgents, handleTimeSeconds: 120 });
        let at = clock.now();
        for (const { after, stays } of callers) {
          at += after * 1000;
          clock.at(at, () => {
            const telephone = centre.ring('+33612345678');
            clock.at(clock.now() + stays * 1000, () => telephone.hangUp());
          });
        }
        await pass(3 * 3600);
        const ended = events.flatMap(({ kind, contactId }) => (kind === 'ended' ? contactId : []));
        expect(new Set(ended).size).toBe(callers.length);
        expect(ended).toHaveLength(callers.length);
        expect(contactEvents.filter(({ eventType }) => eventType === 'COMPLETED')).toHaveLength(callers.length);
        const [metrics] = centre.currentMetrics(['allocations']);
        expect(metrics).toMatchObject({ contactsInQueue: 0, agentsAvailable: freeAgents + 1, agentsOnContact: 0 });
      }),
      { numRuns: 25 },
    );
  });
});

describe('an agent at the desk', () => {
  it('has 20 s to accept; then the contact keeps its place and rings elsewhere', async () => {
    const running = runCentre({ flows: plain });
    const { centre, pass } = running;
    const absent = centre.logIn('Absente');
    const first = centre.ring('+33612345671');
    const second = centre.ring('+33612345672');
    await pass(19);
    expect(ringing(running)).toEqual([first.contactId]);
    await pass(2);
    expect(absent.state).toBe('missed');
    expect(centre.contactMetrics(first.contactId)).toEqual({ positionInQueue: 1 });
    centre.logIn('Claire');
    await pass(1);
    expect(ringing(running)).toEqual([undefined, first.contactId]);
    absent.setState('available');
    await pass(1);
    expect(ringing(running)).toEqual([second.contactId, first.contactId]);
  });

  it('is rung before simulated agents', async () => {
    const running = runCentre({ flows: plain });
    const agent = running.centre.logIn('Claire');
    running.centre.staffQueue(queueArn('allocations'), staffing);
    const { contactId } = running.centre.ring('+33612345678');
    await running.pass(5);
    expect(agent.contactId).toBe(contactId);
    agent.refuse();
    await running.pass(3);
    expect(answered(running)).toEqual([contactId]);
    expect(agent.state).toBe('missed');
  });

  it('waits until the simulated agents have taken the callers who were there first', async () => {
    const { centre, pass } = runCentre({ flows: plain });
    centre.addWaitingCallers(queueArn('allocations'), 2);
    centre.staffQueue(queueArn('allocations'), { busyAgents: 1, freeAgents: 0, handleTimeSeconds: 60 });
    const agent = centre.logIn('Claire');
    const { contactId } = centre.ring('+33612345678');
    await pass(1);
    expect(agent.state).toBe('available');
    for (let waited = 0; agent.state === 'available' && waited < 3600; waited++) await pass(1);
    expect(agent.contactId).toBe(contactId);
  });

  it('writes the call up for ten seconds, and the contact is complete then', async () => {
    const { centre, pass, contactEvents, outcome } = runCentre({ flows: plain });
    const agent = centre.logIn('Claire');
    const telephone = centre.ring('+33612345678');
    await pass(1);
    agent.accept();
    await pass(60);
    telephone.hangUp();
    expect(outcome()).toBe('served');
    expect(agent.state).toBe('afterContactWork');
    expect(contactEvents.at(-1)?.eventType).toBe('DISCONNECTED');
    await pass(10);
    expect(agent.state).toBe('available');
    expect(contactEvents.at(-1)).toMatchObject({ eventType: 'COMPLETED', description: { agentId: agent.id } });
  });

  it('ends the call by hanging up where there is no disconnect flow', async () => {
    const { centre, pass, outcome } = runCentre({ flows: plain });
    const agent = centre.logIn('Claire');
    const { contactId } = centre.ring('+33612345678');
    await pass(1);
    agent.accept();
    await pass(1);
    agent.hangUp();
    expect(outcome()).toBe('served');
    expect(centre.describeContact(contactId)).toMatchObject({ disconnectReason: 'AGENT_DISCONNECT' });
  });

  it('interrupts the booking dialogue of the queue flow at once', async () => {
    const queueFlow = {
      type: 'CUSTOMER_QUEUE',
      content: written(
        menu('book', 'Choisissez une heure.', { '1': 'done' }, 'end'),
        say('done', 'Réservé.', 'end'),
        end,
      ),
    };
    const whisper = { type: 'CUSTOMER_WHISPER', content: written(say('whisper', 'Un agent.', 'end'), end) };
    const { centre, pass, heard } = runCentre({
      flows: {
        inbound: written(...toQueue({ CustomerQueue: 'queue-fr', CustomerWhisper: 'whisper' })),
        'queue-fr': queueFlow,
        whisper,
      },
    });
    const telephone = centre.ring('+33612345678');
    await pass(1);
    const agent = centre.logIn('Claire');
    agent.accept();
    telephone.press('1');
    await pass(30);
    expect(heard()).toEqual(['Choisissez une heure.', 'Un agent.']);
  });
});
