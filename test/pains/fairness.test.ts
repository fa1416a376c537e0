import type { CallEvent } from '../../local/call-event.ts';
import { type Caller, eventsOfContact, tellCall, type ToldCall } from '../calls/place-call.ts';
import { faultsOf } from '../calls/sound-end.ts';

/** Of 27 agents with six minutes a call, so many become free while a telephone rings. */
const agents = { busyAgents: 27, freeAgents: 0, handleTimeSeconds: 360 };
const mostAtOnce = 3;

/** Contacts in the order in which an agent took them. */
const takenBy = (events: CallEvent[]): string[] =>
  events.flatMap((event) =>
    event.kind === 'state' && event.of === 'contact' && event.to === 'connecting' ? [event.contactId] : [],
  );

/** Calls that ring, or whose person waits for an agent, at the fullest moment. */
function mostUnderWay(events: CallEvent[]): number {
  let underWay = 0;
  let most = 0;
  for (const event of events) {
    if (event.kind !== 'state' || event.of !== 'booking') continue;
    if (event.to === 'dialling') underWay += 1;
    if (event.from === 'answered' || (event.from === 'dialling' && event.to !== 'answered')) underWay -= 1;
    most = Math.max(most, underWay);
  }
  return most;
}

const booking = (index: number): Caller => ({
  from: `+3361234560${index}`,
  press: '1 2 1 - 1 5 1',
  answers: ['yes'],
});

describe('callers who wait and callers who are called back', () => {
  let call: ToldCall;
  beforeAll(async () => {
    call = await tellCall({
      queue: 100,
      from: '+33612345611',
      press: '1 0',
      others: [
        { at: '2026-11-24T10:06', from: '+33612345612', press: '1 1 1', answers: ['yes'] },
        { at: '2026-11-24T10:07', from: '+33612345613', press: '1 0' },
        ...Array.from({ length: 9 }, (_, index) => ({ ...booking(index), at: '2026-11-24T10:07' })),
      ],
      until: '2026-11-24T10:50',
      before: (line, { clock }) => {
        const queueArn = line.deployment.queues.find(({ name }) => name === 'allocations')?.arn ?? '';
        clock.at(Date.parse('2026-11-24T09:29:00Z'), () => {
          line.centre.staffQueue(queueArn, agents);
          line.addWaitingCallers(40);
        });
      },
    });
  });

  it('are all served', () => {
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger.bookings.map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => 'done'));
  });

  it('pain: a callback jumps the queue, or is handled out of order', () => {
    const [before, keeper, after] = call.contactIds;
    const callback = call.events.find(
      (event) => event.kind === 'heard' && event.text.includes('qui vous rappelle à votre tour'),
    )?.contactId;
    expect(callback).not.toBe(keeper);
    expect(takenBy(call.events).filter((id) => [before, callback, after].includes(id))).toEqual([
      before,
      callback,
      after,
    ]);
  });

  it('pain: more callbacks are dialled than agents can take, and starve those who wait', () => {
    expect(mostUnderWay(call.events)).toBe(mostAtOnce);
    expect(eventsOfContact(call.events, call.contactIds[2]).at(-1)).toMatchObject({ outcome: 'served' });
  });
});
