import type { RefusedCall } from '../../local/connect/centre.ts';
import { runCentre } from './running-centre.ts';
import { say, toQueue, written } from './written-flows.ts';

const flows = { inbound: written(say('hello', 'Bonjour.', 'set-queue'), ...toQueue()) };
const callback = {
  to: '+33612345679',
  flowId: 'inbound',
  queueId: 'allocations',
  attributes: {},
  clientToken: 'one',
  ringTimeoutSeconds: 40,
};

function refusing() {
  const running = runCentre({ flows });
  const refused: RefusedCall[] = [];
  running.centre.onRefusedCall((reason) => refused.push(reason));
  return { ...running, refused };
}

describe('an instance that has as many calls as it may', () => {
  it('refuses who rings with a busy tone, that no flow and no event tells of, until somebody hangs up', async () => {
    const { centre, events, contactEvents, refused, pass } = refusing();
    centre.quotas.concurrentCalls = 1;
    const first = centre.ring('+33612345678');
    await pass(5);
    const before = contactEvents.length;
    const second = centre.ring('+33612345679');
    second.press('1');
    second.hangUp();
    await pass(5);
    expect(refused).toEqual(['quota']);
    expect(contactEvents).toHaveLength(before);
    const own = events.filter(({ contactId }) => contactId === second.contactId);
    expect(own).toMatchObject([{ kind: 'ended', outcome: 'dropped', text: 'busy tone' }]);
    expect(centre.describeContact(second.contactId)).toBeUndefined();

    first.hangUp();
    centre.ring('+33612345679');
    await pass(5);
    expect(refused).toHaveLength(1);
    expect(centre.queueSizes()[0]?.waiting).toBe(1);
  });

  it('makes no further call either', async () => {
    const { centre, refused, pass } = refusing();
    centre.quotas.concurrentCalls = 1;
    centre.ring('+33612345678');
    await pass(5);
    expect(() => centre.startOutboundVoiceContact(callback)).toThrow('quota of concurrent calls');
    expect(refused).toEqual(['quota']);
    centre.quotas.concurrentCalls = 2;
    expect(centre.startOutboundVoiceContact(callback).contactId).toBeTruthy();
  });

  it('refuses nobody where no number is given', async () => {
    const { centre, refused, pass } = refusing();
    for (let call = 0; call < 30; call++) centre.ring('+33612345678');
    await pass(5);
    expect(refused).toEqual([]);
    expect(centre.queueSizes()[0]?.waiting).toBe(30);
  });
});

describe('a number that leads to no flow', () => {
  it('is told of, and nobody gets through, until it leads there again', async () => {
    const { centre, heard, outcome, refused, pass } = refusing();
    centre.faults.detachNumber();
    centre.ring('+33612345678');
    await pass(5);
    expect([refused, heard(), outcome()]).toEqual([['number'], [], 'dropped']);
    centre.faults.clear();
    centre.ring('+33612345678');
    await pass(5);
    expect(heard()).toContain('Bonjour.');
  });
});

describe('a flow whose system fails', () => {
  it('drops the caller in that flow, by its name, without taking any branch', async () => {
    const { centre, events, outcome, pass } = refusing();
    const taken: string[] = [];
    centre.onTransition(({ action }) => taken.push(action));
    centre.faults.crashFlow('inbound', 1);
    centre.ring('+33612345678');
    await pass(5);
    expect(events.filter(({ kind }) => kind === 'error')).toMatchObject([
      { flow: 'inbound', text: 'inbound: system error' },
    ]);
    expect([outcome(), taken]).toEqual(['dropped', []]);
    centre.ring('+33612345678');
    await pass(5);
    expect(taken[0]).toBe('hello');
  });
});
