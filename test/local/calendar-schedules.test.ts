import { readCron } from '../../local/assembly/cron.ts';
import { nextRun } from '../../local/events/next-run.ts';

/** The next runs of a cron expression in a time zone, as instants. */
function runsOf(fields: string, timeZone: string, after: string, count = 3): (string | undefined)[] {
  const runs = { cron: readCron('nightly', fields), timeZone };
  const found: (string | undefined)[] = [];
  let at: number | undefined = Date.parse(after);
  for (let index = 0; index < count && at !== undefined; index++) {
    at = nextRun({ runs }, at);
    found.push(at === undefined ? undefined : new Date(at).toISOString().slice(0, 16));
  }
  return found;
}

describe('a schedule on the calendar', () => {
  it('runs at the wall time of its zone, in summer and in winter', () => {
    expect(runsOf('30 2 * * ? *', 'Europe/Paris', '2026-10-23T12:00:00Z')).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
    expect(runsOf('30 2 * * ? *', 'UTC', '2026-10-24T12:00:00Z', 2)).toEqual(['2026-10-25T02:30', '2026-10-26T02:30']);
  });

  it('skips a wall time that the clock jumps over, and runs once at one that comes twice', () => {
    expect(runsOf('30 2 * * ? *', 'Europe/Paris', '2026-03-27T12:00:00Z')).toEqual([
      '2026-03-28T01:30',
      '2026-03-30T00:30',
      '2026-03-31T00:30',
    ]);
    expect(runsOf('0,30 2,3 25 10 ? 2026', 'Europe/Paris', '2026-10-01T00:00:00Z', 5)).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T00:30',
      '2026-10-25T02:00',
      '2026-10-25T02:30',
      undefined,
    ]);
  });

  it.each([
    ['lists, ranges and steps', '0/30 8-9 * * ? *', ['2026-11-24T08:00', '2026-11-24T08:30', '2026-11-24T09:00']],
    ['days of the week by name', '0 6 ? * MON-WED *', ['2026-11-24T06:00', '2026-11-25T06:00', '2026-11-30T06:00']],
    [
      'days of the week by number, from Sunday',
      '0 6 ? * 1 *',
      ['2026-11-29T06:00', '2026-12-06T06:00', '2026-12-13T06:00'],
    ],
    ['days of the month', '0 6 1 JAN,FEB ? *', ['2027-01-01T06:00', '2027-02-01T06:00', '2028-01-01T06:00']],
    ['a day of leap years', '0 0 29 2 ? *', ['2028-02-29T00:00', '2032-02-29T00:00', '2036-02-29T00:00']],
  ])('knows %s', (_, fields, runs) => {
    expect(runsOf(fields, 'UTC', '2026-11-24T00:00:00Z')).toEqual(runs);
  });

  it.each([
    '0 6 * *',
    '0 24 * * ? *',
    '60 6 * * ? *',
    '0 6 ? * 2#1 *',
    '0 6 LW * ? *',
    '0 6 * * * *',
    '0 6 5-2 * ? *',
    '0/0 6 * * ? *',
  ])('refuses cron(%s), naming the schedule', (fields) =>
    expect(() => readCron('nightly', fields)).toThrow(/schedule nightly/),
  );
});
