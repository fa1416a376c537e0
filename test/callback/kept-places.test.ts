import { promiseDesk } from './promise-desk.ts';

const slot = '2026-11-24T09:30:00.000Z';
const tomorrow = '2026-11-25T08:00:00.000Z';
const callback = 'callback of arrival';
const desk = promiseDesk('24T09:05');
const { at, openLine } = desk;
type Line = ReturnType<typeof openLine>;
const places = async ({ ledger, queue, bookingOf }: Line, number: string) =>
  ledger.get(`PLACES#${queue}#${(await bookingOf(number)).shard}`);

describe('a kept place', () => {
  it('is told of, with its SMS, when the call ends', async () => {
    const line = openLine();
    await line.keep();
    await line.ended('arrival', { disconnectReason: 'CONTACT_FLOW_DISCONNECT' });
    await line.ended('arrival');
    expect(line.told()).toEqual(['none queued placeKept']);
  });

  it('is connected once the person has picked up, not while the agent waits for that, then done', async () => {
    const line = openLine();
    const number = await line.keep();
    await line.wentOn(callback, { connectedToAgentAt: desk.now });
    expect((await line.bookingOf(number)).state).toBe('queued');
    await line.wentOn(callback, { connectedToSystemAt: desk.now });
    expect(await line.bookingOf(number)).toMatchObject({ state: 'connected', callbackContactId: callback });
    expect(await places(line, number)).toMatchObject({ talking: expect.any(Set) });
    expect(await places(line, number)).not.toHaveProperty('seats');
    await line.ended(callback, { disconnectReason: 'AGENT_DISCONNECT' });
    expect((await line.bookingOf(number)).state).toBe('done');
    expect(await places(line, number)).not.toHaveProperty('talking');
    expect(line.told()).toEqual(['none queued', 'queued connected', 'connected done']);
  });

  it('is closed by an SMS after the last of Connect’s own attempts, and not before', async () => {
    const line = openLine();
    const number = await line.keep();
    line.connect.callbacks.set('arrival', [callback, 'second attempt']);
    const unanswered = { connectedToAgentAt: desk.now, disconnectReason: 'TELECOM_UNANSWERED' };
    await line.ended(callback, unanswered);
    expect((await line.bookingOf(number)).state).toBe('queued');
    line.connect.attributes.set('second attempt', line.connect.attributes.get('arrival')!);
    line.connect.contacts.set('second attempt', { initiationMethod: 'CALLBACK' });
    await line.ended('second attempt', unanswered);
    expect(await line.bookingOf(number)).toMatchObject({ state: 'exhausted', missedReason: 'noAnswer' });
    expect(line.told()).toEqual(['none queued', 'queued missed', 'missed exhausted missedLast']);
  });

  it('is given up when the agent answers that very call after all', async () => {
    const line = openLine();
    const number = await line.keep();
    await line.ended('arrival', { connectedToAgentAt: desk.now });
    expect((await line.bookingOf(number)).state).toBe('cancelled');
    expect(line.connect.stopped).toEqual([callback]);
    expect(line.told()).toEqual(['none queued', 'queued cancelled cancelled']);
  });

  it('of which Connect made no callback becomes an hour, with an apology', async () => {
    const line = openLine();
    const number = await line.keep('arrival', '');
    await line.ended('arrival', { disconnectReason: 'CUSTOMER_DISCONNECT' });
    expect(await line.bookingOf(number)).toMatchObject({ kind: 'slot', state: 'booked', slot });
    expect(line.told()).toEqual(['none queued', 'queued booked carriedOver']);
  });
});

describe('when the queue closes, and not before', () => {
  it('every place that is left is stopped and becomes an hour, with an SMS', async () => {
    const line = openLine();
    const number = await line.keep();
    at('24T15:29');
    await line.pass();
    expect((await line.bookingOf(number)).state).toBe('queued');
    at('24T15:30');
    await line.pass();
    expect(await line.bookingOf(number)).toMatchObject({ kind: 'slot', state: 'booked', slot: tomorrow });
    expect(line.connect.stopped).toEqual([callback]);
    expect(line.told()).toEqual(['none queued', 'queued booked carriedOver']);
    await line.ended(callback, { disconnectReason: 'API' });
    await line.pass();
    expect(line.events).toHaveLength(2);
  });

  it('a person whose callback was served, or missed, without any event is neither stopped nor called again', async () => {
    const line = openLine();
    const [served, missed, ringing] = [await line.keep('one'), await line.keep('two'), await line.keep('three')];
    const connected = { connectedToAgentAt: desk.now, connectedToSystemAt: desk.now };
    const set = (id: string, facts: object) =>
      line.connect.contacts.set(id, { initiationMethod: 'CALLBACK', ...facts });
    set('callback of one', { ...connected, disconnectedAt: desk.now, disconnectReason: 'AGENT_DISCONNECT' });
    set('callback of two', { disconnectedAt: desk.now, disconnectReason: 'TELECOM_BUSY' });
    set('callback of three', { connectedToAgentAt: desk.now });
    at('24T15:30');
    await line.pass();
    expect((await line.bookingOf(served)).state).toBe('done');
    expect((await line.bookingOf(missed)).state).toBe('exhausted');
    expect((await line.bookingOf(ringing)).state).toBe('queued');
    expect(line.connect.stopped).toEqual([]);
  });

  it('more places than tomorrow has seats are called all the same, in the next days or beyond the seats', async () => {
    const line = openLine({ seats: 1, slotMinutes: 450, horizonDays: 1 });
    const numbers = [];
    for (let person = 0; person < 8; person += 1) numbers.push(await line.keep(`arrival ${person}`));
    at('24T15:30');
    await line.pass();
    const slots = await Promise.all(numbers.map(async (number) => (await line.bookingOf(number)).slot));
    expect(new Set(slots).size).toBe(5);
    expect(slots.filter((start) => start === tomorrow)).toHaveLength(4);
  });

  it('what Connect could not be asked to stop is stopped by the next pass', async () => {
    const line = openLine();
    await line.keep();
    at('24T15:30');
    line.connect.stopContact = async (contactId) => {
      line.connect.stopContact = async (next) => void line.connect.stopped.push(next);
      throw new Error(`timed out: ${contactId}`);
    };
    await line.pass();
    expect(line.connect.stopped).toEqual([]);
    at('24T15:31');
    await line.pass();
    expect(line.connect.stopped).toEqual([callback]);
    await line.pass();
    expect(line.connect.stopped).toEqual([callback]);
  });
});

describe('a talk that seems to last', () => {
  it('is asked about, so that a lost event keeps nobody from a new callback', async () => {
    const line = openLine();
    const number = await line.keep();
    await line.wentOn(callback, { connectedToAgentAt: desk.now, connectedToSystemAt: desk.now });
    line.connect.contacts.set(callback, { ...line.connect.contacts.get(callback), disconnectedAt: desk.now });
    at('24T09:14');
    await line.pass();
    expect((await line.bookingOf(number)).state).toBe('connected');
    at('24T09:16');
    await line.pass();
    expect((await line.bookingOf(number)).state).toBe('done');
  });
});

const resuming = async (line: Line, connectedToAgentAt?: Date): Promise<void> => {
  line.connect.attributes.set('second call', { ...line.connect.attributes.get('arrival'), resumes: 'yes' });
  await (connectedToAgentAt ? line.wentOn('second call', { connectedToAgentAt }) : line.ended('second call'));
};

describe('a call that takes the place of the promise', () => {
  it('once an agent speaks, frees the hour that was booked', async () => {
    const line = openLine();
    const number = await line.book();
    await resuming(line, desk.now);
    expect((await line.bookingOf(number)).state).toBe('done');
    expect(await line.seats(slot)).toBeUndefined();
    expect(line.told()).toEqual(['none booked', 'booked done']);
  });

  it('once an agent speaks, gives up the place and its callback', async () => {
    const line = openLine();
    const number = await line.keep();
    await resuming(line, desk.now);
    expect((await line.bookingOf(number)).state).toBe('done');
    expect(line.connect.stopped).toEqual([callback]);
  });

  it('is none where the caller leaves before an agent answers: the promise stands', async () => {
    const line = openLine();
    const number = await line.book();
    await resuming(line);
    expect((await line.bookingOf(number)).state).toBe('booked');
  });

  it('may be Connect’s own callback of a place that was moved to an hour meanwhile', async () => {
    const line = openLine();
    const number = await line.keep();
    at('24T15:30');
    await line.pass();
    await line.wentOn(callback, { connectedToAgentAt: desk.now, connectedToSystemAt: desk.now });
    expect((await line.bookingOf(number)).state).toBe('done');
    expect(await line.seats(tomorrow)).toBeUndefined();
  });
});
