import type { AlarmStatus } from '../../local/alarms/line-alarms.ts';
import { tellCall } from '../calls/place-call.ts';

/** The alarms that a call, and what came of it, have raised. */
async function raisedBy(call: Parameters<typeof tellCall>[0]): Promise<AlarmStatus[]> {
  const raised: AlarmStatus[] = [];
  await tellCall({
    ...call,
    before: ({ metrics }) => {
      metrics.alarms.onChange((status) => {
        if (status.state === 'ALARM') raised.push(status);
      });
    },
  });
  return raised;
}

describe('a promise whose hour goes by while nobody is at work', () => {
  it('pain: bookings that were never attempted stay unseen', async () => {
    const called = { queue: 40, press: '1 2 1' };
    await expect(raisedBy({ ...called, until: '2026-11-24T10:25' })).resolves.toEqual([]);
    const raised = await raisedBy({ ...called, agents: 'none', until: '2026-11-24T11:05' });
    const notDialled = raised.find(({ name }) => name === 'Rappel-caf-CallbacksNotDialled-allocations');
    expect(notDialled?.description).toContain('not called in their hour');
    // Long before the hour is over, whoever is on duty hears that nobody is there.
    expect(raised[0]?.name).toBe('Rappel-caf-QueueUnstaffed-allocations');
    expect(raised[0]?.since).toBeLessThan(notDialled?.since ?? 0);
  });
});
