import { tuesdayMorning } from '../callback/fixtures.ts';
import { due, minutesAfter, openLaterSurveyDesk, person, type LaterSurveyDesk } from './later-survey-desk.ts';

let desk: LaterSurveyDesk;
beforeEach(async () => {
  desk = await openLaterSurveyDesk();
  desk.now = tuesdayMorning;
});
afterEach(() => desk.close());

/** Somebody who left in vain at 10:06, at the half hour from which on they are called. */
async function somebodyDue(attributes: Record<string, string> = {}): Promise<string> {
  const number = person();
  desk.now = tuesdayMorning;
  await desk.ringInVain(number, attributes);
  desk.now = due;
  return number;
}
const refusal = (name: string, fault: 'client' | 'server') => Object.assign(new Error(name), { name, $fault: fault });

describe('a later survey', () => {
  it('rings once at its half hour, in the language and at the speed of the call, and the number is gone', async () => {
    const number = await somebodyDue({ language: 'en', speechRate: '80%' });
    desk.now = minutesAfter(due, -1);
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
    desk.now = due;
    await desk.pass();
    await desk.pass();
    expect(desk.callsTo(number)).toMatchObject([
      {
        flowId: 'survey-flow-en',
        queueId: 'queue-id',
        attributes: { survey: 'later', language: 'en', speechRate: '80%', queue: 'allocations', bookingId: '' },
      },
    ]);
    expect(await desk.itemOf(number)).toEqual({
      pk: `LATERSURVEY#${desk.keyOf(number)}`,
      calledAt: due.toISOString(),
      ttl: due.getTime() / 1000 + 30 * 86_400,
    });
  });

  it('whose item cannot be read is rung by nobody, and keeps nobody else from being rung', async () => {
    const spoilt = await somebodyDue();
    const other = await somebodyDue();
    await desk.spoil(spoilt);
    await desk.pass();
    expect(desk.callsTo(spoilt)).toEqual([]);
    expect(desk.callsTo(other)).toHaveLength(1);
  });

  it('rings once where two passes run at the same moment', async () => {
    const number = await somebodyDue();
    await Promise.all([desk.pass(), desk.pass(), desk.pass()]);
    expect(desk.callsTo(number)).toHaveLength(1);
  });

  it('rings nobody at lunch, and those who are left after it', async () => {
    const number = await somebodyDue();
    desk.now = minutesAfter(due, 31);
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
    desk.now = minutesAfter(due, 90);
    await desk.pass();
    expect(desk.callsTo(number)).toHaveLength(1);
  });

  it('lapses after four hours, and the number with it the day after', async () => {
    const number = await somebodyDue();
    desk.connect.agents.agentsStaffed = 0;
    await desk.pass();
    desk.connect.agents.agentsStaffed = 60;
    desk.now = new Date('2026-11-25T11:29:00.000Z');
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
    desk.now = minutesAfter(due, 24 * 60 + 1);
    expect((await desk.itemOf(number))?.['ttl']).toBeLessThan(desk.now.getTime() / 1000);
  });
});

describe('nobody is rung', () => {
  it.each([
    ['whose promise lives', { state: 'booked' as const }],
    ['whose promise was kept since', { state: 'done' as const, changedAt: '2026-11-24T10:00:00.000Z' }],
  ])('%s: the number goes', async (_, promise) => {
    const number = await somebodyDue();
    await desk.promise(number, promise);
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
    expect(await desk.itemOf(number)).toBeUndefined();
  });

  it('who wishes no SMS: they want peace', async () => {
    const number = await somebodyDue();
    await desk.putItem({ pk: `NOSMS#${desk.keyOf(number)}` });
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
    expect(await desk.itemOf(number)).toBeUndefined();
  });

  it('who has rung again meanwhile', async () => {
    const number = await somebodyDue();
    await desk.tell(desk.ring(number));
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
  });

  it('who rings again between the reading and the ringing', async () => {
    const number = await somebodyDue();
    const { currentMetrics } = desk.connect;
    desk.connect.currentMetrics = async (queueIds) => {
      await desk.tell(desk.ring(number));
      return currentMetrics(queueIds);
    };
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
  });

  it.each<[string, () => Promise<unknown> | void, () => Promise<unknown> | void]>([
    [
      'while no agent is there for who presses 0',
      () => void (desk.connect.agents.agentsStaffed = 0),
      () => void (desk.connect.agents.agentsStaffed = 60),
    ],
    [
      'while a supervisor has stopped our calls',
      () => desk.putItem({ pk: 'SWITCH#allocations', dialling: 'off' }),
      () => desk.putItem({ pk: 'SWITCH#allocations', dialling: 'on' }),
    ],
    [
      'while callbacks use the quota',
      () => desk.putItem({ pk: 'PASS#allocations', spentUntil: due.getTime() - 1000 }),
      () => desk.putItem({ pk: 'PASS#allocations', spentUntil: due.getTime() - 5000 }),
    ],
  ])('%s, but later', async (_, hinder, relent) => {
    const number = await somebodyDue();
    await hinder();
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
    await relent();
    await desk.pass();
    expect(desk.callsTo(number)).toHaveLength(1);
  });
});

describe('where Connect', () => {
  it('takes no more calls now, the pass ends, and the next one rings', async () => {
    const numbers = [await somebodyDue(), await somebodyDue()];
    desk.connect.refusals.push(refusal('TooManyRequestsException', 'client'));
    await desk.pass();
    expect(desk.connect.calls).toEqual([]);
    await desk.pass();
    expect(desk.connect.calls.map(({ to }) => to).toSorted()).toEqual(numbers.toSorted());
  });

  it.each([
    ['can never call that number', refusal('DestinationNotAllowedException', 'client')],
    ['does not say whether it rings', refusal('InternalServiceException', 'server')],
  ])('%s, it is not asked again', async (_, error) => {
    const number = await somebodyDue();
    desk.connect.refusals.push(error);
    await desk.pass();
    await desk.pass();
    expect(desk.callsTo(number)).toEqual([]);
    expect(await desk.itemOf(number)).not.toHaveProperty('number');
  });
});
