import { runCentre } from '../running-centre.ts';
import { action, end, hangUp, menu, queueArn, say, toQueue, type WrittenAction, written } from '../written-flows.ts';
import { call, failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const setQueue = (parameters: Record<string, unknown>, next = 'fine'): WrittenAction =>
  action('set', 'UpdateContactTargetQueue', parameters, { next, errors: toFailure });
const enter = action(
  'enter',
  'TransferContactToQueue',
  {},
  { errors: { QueueAtCapacity: 'full', NoMatchingError: 'failure' } },
);
const fine = say('fine', 'oui', 'hang-up');
const full = say('full', 'complet', 'hang-up');

describe('a target queue', () => {
  it.each([
    [{ QueueId: queueArn('allocations') }, 'oui'],
    [{ QueueId: 'allocations' }, 'oui'],
    [{ QueueId: '$.Attributes.none' }, 'erreur'],
    [{ QueueId: 'nowhere' }, 'erreur'],
    [{ AgentId: 'nobody' }, 'erreur'],
    [{}, 'erreur'],
  ])('%j: %s', async (parameters, word) => {
    await expect(heardIn([setQueue(parameters), fine, failure])).resolves.toEqual([word]);
  });

  it('stays as it was where a reference leads to none', async () => {
    const again = { ...setQueue({ QueueId: '$.Attributes.none' }), Identifier: 'again' };
    await expect(heardIn([setQueue({ QueueId: 'logement' }, 'again'), again, fine, failure])).resolves.toEqual([
      'erreur',
    ]);
  });

  it('is refused beside an agent, and in queue flows, whispers and holds', () => {
    expect(refusalOf([setQueue({ QueueId: 'a', AgentId: 'b' }), fine, failure, hangUp])).toContain(
      'either QueueId or AgentId',
    );
    for (const type of ['CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_HOLD']) {
      expect(refusalOf([setQueue({ QueueId: 'a' }, 'end'), end], type)).toContain(
        'UpdateContactTargetQueue is not allowed',
      );
    }
  });
});

describe('a transfer to a queue', () => {
  it('needs a target queue', async () => {
    await expect(heardIn([enter, full, failure])).resolves.toEqual(['erreur']);
  });
  it('tells a full queue from one that is gone', async () => {
    const actions = [setQueue({ QueueId: 'allocations' }, 'enter'), enter, full, failure];
    await expect(heardIn(actions, { before: ({ centre }) => centre.faults.fillQueue('allocations') })).resolves.toEqual(
      ['complet'],
    );
    const goes = {
      before: ({ centre }: ReturnType<typeof runCentre>) =>
        centre.onTransition(() => centre.faults.vanish('queue', 'allocations')),
    };
    await expect(heardIn(actions, goes)).resolves.toEqual(['erreur']);
  });
  it('is refused in a queue flow', () => {
    expect(refusalOf([enter, full, failure, hangUp], 'CUSTOMER_QUEUE')).toContain(
      'TransferContactToQueue is not allowed',
    );
  });
});

describe('the own queue of an agent', () => {
  it('brings its contacts to that agent alone, before everybody else', async () => {
    const running = runCentre({
      flows: {
        inbound: written(
          menu('choose', 'Qui ?', { '1': 'mine' }, 'set-queue'),
          action('mine', 'UpdateContactTargetQueue', { AgentId: 'id-2' }, { next: 'enter', errors: toFailure }),
          enter,
          full,
          failure,
          ...toQueue(),
        ),
      },
    });
    const { centre, pass } = running;
    const other = centre.logIn('Claire');
    const mine = centre.logIn('Ana');
    other.setState('offline');
    mine.setState('offline');
    expect([other.id, mine.id]).toEqual(['id-1', 'id-2']);
    centre.ring('+33612345671');
    await pass(20);
    const own = centre.ring('+33612345672');
    centre.onInputAsked(() => own.press('1'));
    await pass(2);
    mine.setState('available');
    await pass(1);
    expect(mine.contactId).toBe(own.contactId);
    mine.refuse();
    other.setState('available');
    await pass(1);
    expect(other.contactId).not.toBe(own.contactId);
    expect(other.contactId).toBeDefined();
  });

  it('reaches a simulated agent too', async () => {
    const flows = { inbound: written(setQueue({ AgentId: 'id-2' }, 'enter'), enter, full, failure, hangUp) };
    const { centre, pass, events } = runCentre({ flows });
    centre.staffQueue(queueArn('logement'), { busyAgents: 0, freeAgents: 2, handleTimeSeconds: 60 });
    centre.ring('+33612345678');
    await pass(5);
    expect(events.filter(({ kind }) => kind === 'answered')).toMatchObject([{ text: 'simulated 2' }]);
  });
});

const offer = (parameters: Record<string, unknown>): WrittenAction =>
  action('move', 'DequeueContactAndTransferToQueue', parameters, {
    errors: { QueueAtCapacity: 'full', NoMatchingError: 'failure' },
  });
const still = (identifier: string, text: string): WrittenAction => say(identifier, text, 'end');
const queueFlow = (parameters: Record<string, unknown>) =>
  flowOf(
    'CUSTOMER_QUEUE',
    menu('choose', 'Tapez deux.', { '2': 'move' }, 'end'),
    offer(parameters),
    still('full', 'complet'),
    still('failure', 'erreur'),
    end,
  );

const moved = async (
  parameters: Record<string, unknown>,
  before: (running: ReturnType<typeof runCentre>) => void = () => undefined,
) => {
  const running = await call(toQueue({ CustomerQueue: 'waiting' }).slice(0, -1), {
    flows: { waiting: queueFlow(parameters) },
    press: ['2', '9'],
    before,
    seconds: 20,
  });
  return { ...running, waiting: running.centre.queueSizes().map(({ waiting }) => waiting) };
};

describe('from queue to queue', () => {
  it('a caller goes on in another contact of the chain, with the same queue flow and the same attributes', async () => {
    const { waiting, heard, events, contactId, centre } = await moved({ QueueId: 'logement' });
    expect(waiting).toEqual([0, 1]);
    expect(heard().filter((text) => text === 'Tapez deux.')).toHaveLength(2);
    expect(events.filter(({ kind }) => kind === 'ended')).toMatchObject([
      { contactId, outcome: 'transferred', text: 'transferred to logement' },
    ]);
    const [, next] = centre.associatedContacts(contactId);
    expect(next).toMatchObject({
      initiationMethod: 'QUEUE_TRANSFER',
      previousContactId: contactId,
      queueId: 'logement',
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown queue', { QueueId: 'nowhere' }, 'erreur'],
    ['an unknown agent', { AgentId: 'nobody' }, 'erreur'],
    ['a full queue', { QueueId: 'logement' }, 'complet'],
  ])('%s leaves the caller in the first one', async (_what, parameters, word) => {
    const { heard, waiting, outcome } = await moved(parameters, ({ centre }) => centre.faults.fillQueue('logement'));
    expect(heard().at(-1)).toBe(word);
    expect(waiting).toEqual([1, 0]);
    expect(outcome()).toBeUndefined();
  });

  it('nobody is taken out while an agent’s telephone rings for them', async () => {
    const { heard, waiting } = await moved({ QueueId: 'logement' }, ({ centre }) => void centre.logIn('Claire'));
    expect(heard()).toContain('erreur');
    expect(waiting[1]).toBe(0);
  });

  it('a chain has twelve contacts at most', async () => {
    const flows = {
      waiting: flowOf(
        'CUSTOMER_QUEUE',
        action(
          'pause',
          'MessageParticipantIteratively',
          { Messages: [{ Text: 'un deux' }], InterruptFrequencySeconds: '25' },
          { when: { MessagesInterrupted: 'move' }, errors: toFailure },
        ),
        offer({ QueueId: 'logement' }),
        still('full', 'complet'),
        still('failure', 'erreur'),
        end,
      ),
    };
    const { centre, contactId, heard } = await call(toQueue({ CustomerQueue: 'waiting' }).slice(0, -1), {
      flows,
      seconds: 400,
    });
    expect(centre.associatedContacts(contactId)).toHaveLength(12);
    expect(heard()).toContain('erreur');
    expect(centre.queueSizes().map(({ waiting }) => waiting)).toEqual([0, 1]);
  });

  it('the whole of it is for queue flows only', () => {
    const actions = [offer({ QueueId: 'a' }), full, failure, hangUp];
    for (const type of ['CONTACT_FLOW', 'QUEUE_TRANSFER', 'CUSTOMER_WHISPER', 'CUSTOMER_HOLD'])
      expect(refusalOf(actions, type)).toContain('DequeueContactAndTransferToQueue is not allowed');
    expect(
      refusalOf(
        [offer({ QueueId: 'a', AgentId: 'b' }), still('full', 'x'), still('failure', 'x'), end],
        'CUSTOMER_QUEUE',
      ),
    ).toContain('either QueueId or AgentId');
  });
});

const pass = (target: Record<string, unknown>) =>
  flowOf(
    'QUEUE_TRANSFER',
    action('set', 'UpdateContactTargetQueue', target, { next: 'give', errors: toFailure }),
    action('give', 'TransferContactToAgent'),
    failure,
    hangUp,
  );
const passedOn = async (colleagueState: 'available' | 'offline') => {
  const running = runCentre({ flows: { inbound: written(...toQueue()), 'pass-on': pass({ AgentId: 'id-3' }) } });
  const { centre } = running;
  const telephone = centre.ring('+33612345678');
  await running.pass(2);
  const first = centre.logIn('Claire');
  await running.pass(1);
  first.accept();
  await running.pass(3);
  const colleague = centre.logIn('Ana', ['TASK', 'VOICE']);
  colleague.setState(colleagueState);
  expect(colleague.id).toBe('id-3');
  first.transfer('logement');
  await running.pass(3);
  return { ...running, telephone, first, colleague };
};

describe('a transfer to an agent', () => {
  it('rings at that agent', async () => {
    const { colleague, telephone, first } = await passedOn('available');
    expect(colleague).toMatchObject({ state: 'ringing', contactId: telephone.contactId });
    expect(first.state).not.toBe('busy');
  });

  it('ends where the agent is not free: the talk goes on', async () => {
    const { colleague, first } = await passedOn('offline');
    expect(colleague.contactId).toBeUndefined();
    expect(first).toMatchObject({ state: 'busy', onHold: false, transferContactId: undefined });
  });

  it('is for transfer flows only', () => {
    const give = action('give', 'TransferContactToAgent');
    for (const type of ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'MODULE'])
      expect(refusalOf([give], type)).toContain('TransferContactToAgent is not allowed');
    for (const type of ['AGENT_TRANSFER', 'QUEUE_TRANSFER']) expect(refusalOf([give], type)).toBe('');
  });
});
