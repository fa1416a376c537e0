import { tuesdayMorning } from '../callback/fixtures.ts';
import { daysAfter, due, openLaterSurveyDesk, person, type LaterSurveyDesk } from './later-survey-desk.ts';

let desk: LaterSurveyDesk;
beforeEach(async () => {
  desk = await openLaterSurveyDesk();
  desk.now = tuesdayMorning;
});
afterEach(() => desk.close());

describe('who left in vain', () => {
  it('is noted with what it takes to call once, and for a day after that half hour', async () => {
    const number = person();
    const contactId = await desk.ringInVain(number, { language: 'en', speechRate: '80%' });
    expect(await desk.itemOf(number)).toEqual({
      pk: `LATERSURVEY#${desk.keyOf(number)}`,
      callerKey: desk.keyOf(number),
      number,
      queue: 'allocations',
      language: 'en',
      speechRate: '80%',
      contactId,
      leftAt: '2026-11-24T09:06:00.000Z',
      dueAt: due.toISOString(),
      ttl: daysAfter(due, 1).getTime() / 1000,
    });
  });

  it('is not noted before the call is over, whichever event comes first', async () => {
    const number = person();
    const contactId = desk.ring(number);
    await desk.tell(contactId);
    expect(await desk.itemOf(number)).toBeUndefined();
    desk.end(contactId);
    await desk.tell(contactId);
    await desk.tell(contactId);
    expect(await desk.itemOf(number)).toMatchObject({ contactId });
  });

  it('is forgotten, number and all, as soon as they ring again', async () => {
    const number = person();
    await desk.ringInVain(number);
    await desk.tell(desk.ring(number));
    expect(await desk.itemOf(number)).toBeUndefined();
  });

  it('is forgotten once an agent has served them, though nothing told that they rang', async () => {
    const number = person();
    await desk.ringInVain(number);
    const contactId = desk.ring(number);
    desk.end(contactId, { connectedToAgentAt: desk.now });
    await desk.tell(contactId);
    expect(await desk.itemOf(number)).toBeUndefined();
  });

  it.each(['+33899123456', '3230', '+4930123456', '+33162123456', undefined])(
    'is nobody whom we could not call: %s',
    async (number) => {
      const contactId = desk.ring(number);
      desk.end(contactId);
      await desk.tell(contactId);
      await expect(desk.itemOf(number ?? '')).resolves.toBeUndefined();
    },
  );

  it('is nobody of a queue that the file has no more', async () => {
    const number = person();
    await desk.ringInVain(number, { queue: 'ancienne' });
    expect(await desk.itemOf(number)).toBeUndefined();
  });
});

describe('whose promise was given up', () => {
  it('is noted as of that moment, with the number that was to be called', async () => {
    const number = person();
    const changedAt = '2026-11-24T09:51:00.000Z';
    const booking = await desk.promise(number, { state: 'exhausted', changedAt, language: 'en', contactId: 'c1' });
    await desk.tellPromise(booking);
    expect(await desk.itemOf(number)).toMatchObject({
      number,
      language: 'en',
      speechRate: '100%',
      contactId: 'c1',
      leftAt: changedAt,
      dueAt: '2026-11-24T13:00:00.000Z',
    });
  });

  it('is not who gave it up themselves, nor who has another one by now', async () => {
    const [cancelling, renewing] = [person(), person()];
    await desk.tellPromise(await desk.promise(cancelling, { state: 'cancelled' }));
    const former = await desk.promise(renewing, { state: 'exhausted', id: 'FORMER' });
    await desk.promise(renewing, { state: 'booked', id: 'NEXT' });
    await desk.tellPromise(former);
    expect(await desk.itemOf(cancelling)).toBeUndefined();
    expect(await desk.itemOf(renewing)).toBeUndefined();
  });
});

describe('nobody is noted', () => {
  it('for thirty days after a machine has called them, even where what has expired is still there', async () => {
    const number = person();
    await desk.ringInVain(number);
    desk.now = due;
    await desk.pass();
    const called = await desk.itemOf(number);
    desk.now = daysAfter(tuesdayMorning, 29);
    await desk.ringInVain(number);
    expect(await desk.itemOf(number)).toEqual(called);
    desk.now = daysAfter(due, 31);
    await desk.ringInVain(number);
    expect(await desk.itemOf(number)).toMatchObject({ number, dueAt: expect.stringMatching(/^2026-12-2/u) });
  });

  it('ever, who has pressed 2', async () => {
    const number = person();
    await desk.ringInVain(number);
    desk.now = due;
    await desk.pass();
    await desk.wishPeace(number);
    desk.now = daysAfter(tuesdayMorning, 364);
    await desk.ringInVain(number);
    expect(await desk.itemOf(number)).toEqual({
      pk: `LATERSURVEY#${desk.keyOf(number)}`,
      calledAt: due.toISOString(),
      stoppedAt: due.toISOString(),
    });
  });
});

describe('what is printed', () => {
  it('counts each call in vain once, however often it is told of, and holds no number', async () => {
    const number = person();
    await desk.tell(await desk.ringInVain(number));
    desk.now = due;
    await desk.pass();
    const printed = desk.printed.join('');
    expect(printed.match(/"LaterSurveysDue":1/gu)).toHaveLength(1);
    expect(printed.match(/"LaterSurveysDialled":1/gu)).toHaveLength(1);
    expect(printed).not.toContain(number.slice(3));
  });
});
