import type { BookingState } from '../../domain/callback/contract.ts';
import { newCall } from '../../domain/reporting/new-call.ts';
import { tuesdayMorning } from './fixtures.ts';
import { promiseDesk } from './promise-desk.ts';

const slot = '2026-11-24T09:30:00.000Z';
const desk = promiseDesk('24T09:05');
const { at, openLine } = desk;
const lastCall = ({ connect }: ReturnType<typeof openLine>): string => `call-${connect.calls.at(-1)!.clientToken}`;
const refusal = (name: string): Error => Object.assign(new Error('refused'), { name, $fault: 'client' });

describe('a callback', () => {
  it('is dialled in its slot and not before, with what the answered flow needs', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:29');
    await line.pass();
    expect(line.connect.calls).toEqual([]);
    at('24T09:30');
    await line.pass();
    const booking = await line.bookingOf(number);
    expect(line.connect.calls).toEqual([
      {
        to: number,
        flowId: 'callback-flow',
        queueId: 'queue-id',
        clientToken: `${booking.id}-2-1`,
        ringTimeoutSeconds: 30,
        attributes: {
          administration: 'caf',
          language: 'fr',
          queue: line.queue,
          callerKey: booking.callerKey,
          bookingId: booking.id,
          revision: '2',
          attempt: '1',
          spokenCode: Array.from(booking.code).join(', '),
          reason: "Rappel promis aujourd'hui entre 10 heures 30 et 11 heures.",
          speechRate: '100%',
          subject: '',
          promise: 'slot',
          announcedWaitSeconds: '',
          queuedAt: '',
          ...newCall,
        },
      },
    ]);
    expect(booking).toMatchObject({ state: 'dialling', attempts: 1, callbackContactId: lastCall(line) });
  });

  it('that is answered and served is done', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    await line.pass();
    expect(await line.answered()).toEqual({ status: 'noted' });
    expect(await line.answered()).toEqual({ status: 'noted' });
    await line.ended(lastCall(line), { connectedToAgentAt: desk.now });
    expect((await line.bookingOf(number)).state).toBe('done');
    expect(line.told()).toEqual(['booked dialling', 'dialling answered', 'answered connected', 'connected done']);
  });

  it('that is not answered is tried again, then closed, with an SMS each', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    await line.pass();
    await line.ended(lastCall(line), { disconnectReason: 'TELECOM_UNANSWERED' });
    expect(await line.bookingOf(number)).toMatchObject({ state: 'missed', dueAt: '2026-11-24T09:50:00.000Z' });
    at('24T09:49');
    await line.pass();
    expect(line.connect.calls).toHaveLength(1);
    at('24T09:50');
    await line.pass();
    await line.ended(lastCall(line), { disconnectReason: 'TELECOM_BUSY' });
    expect((await line.bookingOf(number)).state).toBe('exhausted');
    expect(line.told()).toEqual([
      'booked dialling',
      'dialling missed missedRetry',
      'missed dialling',
      'dialling missed',
      'missed exhausted missedLast',
    ]);
  });

  it('whose caller waits in vain is promised another hour, then at last no more', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    for (const start of ['24T09:30', '24T10:00', '24T10:30']) {
      at(start);
      await line.pass();
      await line.answered();
      await line.ended(lastCall(line), { disconnectReason: 'CUSTOMER_DISCONNECT' });
    }
    expect(line.told().filter((told) => told.startsWith('answered'))).toEqual([
      'answered booked carriedOver',
      'answered booked carriedOver',
      'answered booked',
    ]);
    expect(line.told().at(-1)).toBe('booked cancelled cancelled');
    expect((await line.bookingOf(number)).state).toBe('cancelled');
  });

  it('that was not dialled in its slot moves to the next free one, its seat with it', async () => {
    const line = openLine({ seats: 1 });
    const number = await line.book();
    await line.book('another', '2026-11-24T10:30:00.000Z');
    line.connect.agents.agentsStaffed = 0;
    at('24T10:01');
    await line.pass();
    const moved = await line.bookingOf(number);
    expect(moved).toMatchObject({ state: 'booked', revision: 2, slot: '2026-11-24T11:00:00.000Z', attempts: 0 });
    expect(await line.seats(slot)).toBeUndefined();
    expect(await line.seats(moved.slot)).toEqual(new Set([moved.callerKey]));
    expect(line.events).toMatchObject([{ sms: 'carriedOver', reason: 'notAttempted' }]);
  });

  it('that is moved a second time moves to another day, so that nobody gets an SMS every hour', async () => {
    const line = openLine();
    const number = await line.book();
    line.connect.agents.agentsStaffed = 0;
    for (const time of ['24T10:00', '24T11:00', '24T12:00']) {
      at(time);
      await line.pass();
    }
    expect(line.events).toHaveLength(2);
    expect((await line.bookingOf(number)).slot).toBe('2026-11-25T08:00:00.000Z');
  });

  it('rings nobody twice where a pass stopped between noting and ringing', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    line.connect.refusals.push(new Error('socket hang up'));
    await line.pass();
    expect(await line.bookingOf(number)).toMatchObject({ state: 'dialling', attempts: 1 });
    for (const time of ['24T09:31', '24T09:33', '24T09:34']) {
      at(time);
      await line.pass();
    }
    expect(line.connect.calls).toHaveLength(1);
    expect((await line.bookingOf(number)).callbackContactId).toBe(lastCall(line));
  });

  it('refused for now is no attempt, and is dialled at the next pass', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    line.connect.refusals.push(refusal('LimitExceededException'));
    await line.pass();
    expect(await line.bookingOf(number)).toMatchObject({ state: 'missed', missedReason: 'notAttempted', attempts: 0 });
    at('24T09:31');
    await line.pass();
    expect((await line.bookingOf(number)).state).toBe('dialling');
    expect(line.events.flatMap(({ sms }) => sms ?? [])).toEqual([]);
  });

  it('to a number that Connect may not ring is a missed one', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    line.connect.refusals.push(refusal('DestinationNotAllowedException'));
    await line.pass();
    expect(await line.bookingOf(number)).toMatchObject({ state: 'missed', missedReason: 'unreachable', attempts: 1 });
  });

  it.each<[BookingState, { connectedToAgentAt?: Date; disconnectReason?: string }, BookingState]>([
    ['dialling', { disconnectReason: 'TELECOM_UNANSWERED' }, 'missed'],
    ['dialling', { connectedToAgentAt: tuesdayMorning }, 'done'],
  ])('that stays %s is settled without any contact event', async (_, facts, state) => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    await line.pass();
    line.connect.contacts.set(lastCall(line), { ...facts, disconnectedAt: desk.now });
    at('24T09:33');
    await line.pass();
    expect((await line.bookingOf(number)).state).toBe(state);
  });
});

describe('a supervisor', () => {
  it('stops the calls of a queue: what passes its slot is carried over, with an apology', async () => {
    const line = openLine();
    const number = await line.book();
    await line.ledger.put({ pk: `SWITCH#${line.queue}`, dialling: 'off' });
    for (const time of ['24T09:30', '24T09:45', '24T10:00']) {
      at(time);
      await line.pass();
    }
    expect(line.connect.calls).toEqual([]);
    expect(line.events).toMatchObject([{ sms: 'carriedOver', reason: 'notAttempted' }]);
    await line.ledger.put({ pk: `SWITCH#${line.queue}`, dialling: 'on', offering: 'off' });
    at('24T10:30');
    await line.pass();
    expect((await line.bookingOf(number)).state).toBe('dialling');
  });
});

describe('a call in the person’s language', () => {
  it.each([
    ['en', 'callback-flow-en'],
    ['fr', 'callback-flow'],
  ])('enters the flow of it: %s, slower where that was asked for', async (language, flowId) => {
    const line = openLine();
    await line.book('arrival', slot, { language, speechRate: '80%' });
    at('24T09:30');
    await line.pass();
    expect(line.connect.calls).toMatchObject([{ flowId, attributes: { language, speechRate: '80%' } }]);
  });
});

describe('passes', () => {
  it('leave a queue alone that another pass has', async () => {
    const line = openLine();
    await line.book();
    at('24T09:30');
    await Promise.all([line.pass(), line.pass(), line.pass()]);
    expect(line.connect.calls).toHaveLength(1);
  });

  it('take over twenty seconds after one that never ended', async () => {
    const line = openLine();
    await line.book();
    at('24T09:30');
    await line.ledger.put({ pk: `PASS#${line.queue}`, holder: 'gone', leaseUntil: desk.now.getTime() + 20_000 });
    await line.pass();
    expect(line.connect.calls).toEqual([]);
    at('24T09:31');
    await line.pass();
    expect(line.connect.calls).toHaveLength(1);
  });

  it('ring no more at once than agents can take soon', async () => {
    const line = openLine({ seats: 20 });
    for (let caller = 0; caller < 12; caller += 1) await line.book(`arrival-${caller}`);
    at('24T09:30');
    for (const time of ['24T09:30', '24T09:31']) {
      at(time);
      await line.pass();
    }
    expect(line.connect.calls).toHaveLength(6);
  });

  it('remember the slots to come, whatever hours the file names later', async () => {
    const line = openLine();
    await line.book();
    await line.pass();
    const pass = await line.ledger.get(`PASS#${line.queue}`);
    expect(pass?.['starts']).toContain(slot);
  });
});

describe('the call in which an hour was booked', () => {
  it('when it ends without an agent, tells of the booking once and asks for the SMS still owed', async () => {
    const line = openLine();
    await line.book();
    await line.ended('arrival', { disconnectReason: 'CUSTOMER_DISCONNECT' });
    await line.ended('arrival', { disconnectReason: 'CUSTOMER_DISCONNECT' });
    expect(line.told()).toEqual(['none booked confirmation']);
  });

  it('when an agent served it after all, needs no callback: the seat is free again', async () => {
    const line = openLine();
    const number = await line.book();
    await line.ended('arrival', { connectedToAgentAt: desk.now });
    expect((await line.bookingOf(number)).state).toBe('cancelled');
    expect(await line.seats(slot)).toBeUndefined();
    expect(line.told()).toEqual(['none booked', 'booked cancelled cancelled']);
  });

  it('changes nothing of a booking that another call made', async () => {
    const line = openLine();
    const number = await line.book();
    line.connect.attributes.set('stranger', line.connect.attributes.get('arrival')!);
    await line.ended('stranger', { connectedToAgentAt: desk.now });
    expect((await line.bookingOf(number)).state).toBe('booked');
  });
});

describe('an answer noted', () => {
  it('is stale where the booking has gone on', async () => {
    const line = openLine();
    await line.book();
    at('24T09:30');
    await line.pass();
    await line.ended(lastCall(line), { disconnectReason: 'TELECOM_UNANSWERED' });
    expect(await line.answered()).toEqual({ status: 'stale' });
  });
});
