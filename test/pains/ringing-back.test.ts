import type { CallEvent } from '../../local/call-event.ts';
import { eventsOfContact, heard, outcomes, tellCall, textsSent, type ToldCall } from '../calls/place-call.ts';
import { faultyLambdas } from '../calls/lambda-faults.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}Z`);
const waits = '+33612345601';
const rung = '+33612345602';
const chooser = '+33612345603';

describe('people who ring back after we tried to call them', () => {
  let call: ToldCall;
  beforeAll(async () => {
    const booked = { press: '1 2 1', answers: ['no' as const] };
    const again = '2026-11-24T10:40';
    call = await tellCall({
      queue: 60,
      from: waits,
      ...booked,
      others: [
        { from: rung, ...booked },
        { from: chooser, ...booked },
        { at: again, from: waits, press: '0' },
        { at: again, from: rung, press: '0' },
        { at: again, from: chooser, press: '2 3' },
        { at: again, from: '+33612345604', press: '1 0' },
      ],
      // The note of one of them comes to nothing, so that the pass rings while they wait.
      lambdas: faultyLambdas({ [`note-outcome ${rung}`]: { throws: 'down' } }),
      until: '2026-11-24T11:35',
      before: (line, { clock }) => {
        const queueArn = line.deployment.queues.find(({ name }) => name === 'allocations')?.arn ?? '';
        clock.at(at('09:35:00'), () => {
          line.centre.staffQueue(queueArn, { busyAgents: 2, freeAgents: 0, handleTimeSeconds: 360_000 });
          line.addWaitingCallers(50);
        });
        clock.at(at('09:51:10'), () => line.staff(2));
      },
    });
  });
  const of = (index: number): CallEvent[] => eventsOfContact(call.events, call.contactIds[index]);
  const rings = (number: string): string[] =>
    call.events.flatMap((event) => (event.kind === 'ringing' && event.to === number ? [event.at.slice(11, 16)] : []));
  const bookingOf = (number: string) => call.ledger.bookings.find((booking) => booking.number === number);

  it('pain: who calls back hears nothing of our attempt, and waits behind new callers', () => {
    expect(call.events.filter(({ kind }) => kind === 'error')).toEqual([]);
    expect(heard(of(3))[0]).toContain('Nous vous avons appelé, sans réussir à vous joindre.');
    const takenAt = (index: number): string =>
      of(index).find((event) => event.kind === 'state' && event.to === 'connecting')?.at ?? '';
    expect(takenAt(3).slice(11, 16)).toBe('10:51');
    expect(takenAt(3) < takenAt(6)).toBe(true);
  });

  it('pain: the telephone rings while its owner waits in our own queue', () => {
    expect(rings(waits)).toEqual(['10:30']);
    expect(outcomes(of(3))).toEqual(['served']);
    expect(bookingOf(waits)).toMatchObject({ state: 'done', attempts: 1 });
  });

  it('pain: who was served meanwhile is called all the same', () => {
    expect(rings(rung)).toEqual(['10:30', '10:51']);
    expect(outcomes(of(4))).toEqual(['served']);
    expect(bookingOf(rung)).toMatchObject({ state: 'done', attempts: 2 });
    expect(call.events.filter((event) => event.kind === 'ended' && event.text === 'API')).toHaveLength(1);
    expect(textsSent(eventsOfContact(call.events, call.contactIds[1]))).not.toContain('missedLast');
  });

  it('pain: the only way on is to wait now: another hour may be chosen instead', () => {
    expect(heard(of(5)).join(' ')).toMatch(/C'est noté : nous vous rappellerons demain/u);
    expect(bookingOf(chooser)).toMatchObject({
      state: 'booked',
      attempts: 0,
      slot: expect.stringMatching(/^2026-11-25/u),
    });
  });
});
