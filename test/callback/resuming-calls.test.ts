import { promiseDesk } from './promise-desk.ts';

const slot = '2026-11-24T09:30:00.000Z';
const desk = promiseDesk('24T09:29');
const { at, openLine } = desk;

describe('somebody who speaks now, in a call of their own', () => {
  it('is not rung while that call lasts, nor told that we are sorry to be late', async () => {
    const line = openLine();
    const number = await line.book();
    expect(await line.resume('own call', number)).toEqual({ status: 'noted' });
    for (const time of ['24T09:30', '24T10:05']) {
      at(time);
      await line.pass();
    }
    expect(line.connect.calls).toEqual([]);
    expect(line.told()).toEqual([]);
    expect((await line.bookingOf(number)).state).toBe('booked');
  });

  it('is called as promised once they have left before an agent was free', async () => {
    const line = openLine();
    const number = await line.book();
    await line.resume('own call', number);
    await line.ended('own call', { disconnectReason: 'CUSTOMER_DISCONNECT' });
    at('24T09:30');
    await line.pass();
    expect(line.connect.calls).toMatchObject([{ to: number }]);
  });

  it('is not called after an agent has served them, even where no event says so', async () => {
    const line = openLine();
    const number = await line.book();
    await line.resume('own call', number);
    line.connect.contacts.set('own call', { connectedToAgentAt: desk.now, disconnectedAt: desk.now });
    at('24T09:30');
    await line.pass();
    expect(line.connect.calls).toEqual([]);
    expect((await line.bookingOf(number)).state).toBe('done');
    expect(await line.seats(slot)).toBeUndefined();
  });

  it('whom we ring at that moment is rung no more once an agent speaks, and the promise is kept', async () => {
    const line = openLine();
    const number = await line.book();
    at('24T09:30');
    await line.pass();
    await line.resume('own call', number);
    await line.wentOn('own call', { connectedToAgentAt: desk.now });
    const [call] = line.connect.calls;
    expect(line.connect.stopped).toEqual([`call-${call?.clientToken}`]);
    expect((await line.bookingOf(number)).state).toBe('done');
    await line.ended(`call-${call?.clientToken}`, { disconnectReason: 'API' });
    expect(await line.answered()).toEqual({ status: 'stale' });
    expect(line.told()).toEqual(['none booked', 'booked dialling', 'dialling done']);
  });

  it('keeps nobody else from being called', async () => {
    const line = openLine();
    const number = await line.book();
    await line.resume('own call', number);
    at('24T09:30');
    const other = await line.book('another arrival', '2026-11-24T10:00:00.000Z');
    at('24T10:00');
    await line.pass();
    expect(line.connect.calls.map(({ to }) => to)).toContain(other);
  });
});
