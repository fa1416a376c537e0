import { daysToCompile, recordsOfNight, type StoredTimes } from '../../domain/reporting/days-to-compile.ts';
import { recordsOfDay } from '../../domain/reporting/records-of-day.ts';
import { lineRules } from '../callback/fixtures.ts';

const rules = lineRules();
/** 3:30 in Paris, on a Wednesday. */
const night = new Date('2026-11-25T02:30:00Z');
const yesterday = '2026-11-24';

/** Every day since the first has a report, written in the night after it, and settled since. */
function stored({ since = '2026-09-01', reports = {}, records = {} }: Partial<Known> = {}): StoredTimes {
  return {
    reportAt: (day) => {
      if (day in reports) return reports[day];
      return day < since ? undefined : new Date('2026-11-25T00:00:00Z');
    },
    newestRecordAt: ({ kind, day }) => records[`${kind} ${day}`],
  };
}
interface Known {
  since: string;
  reports: Record<string, Date | undefined>;
  records: Record<string, Date>;
}

describe('in a night', () => {
  it('yesterday is compiled, and nothing else where nothing has changed', () => {
    expect(daysToCompile(rules, night, stored())).toEqual([yesterday]);
  });

  it('a day is compiled again of which a record came after its report', () => {
    const late = { 'calls 2026-11-03': new Date('2026-11-25T00:10:00Z') };
    // The calls of a day tell also whom of the day before an agent reached.
    expect(daysToCompile(rules, night, stored({ records: late }))).toEqual(['2026-11-02', '2026-11-03', yesterday]);
  });

  it('each day is that reads a late callback: the day itself, and those on which it may have been promised', () => {
    // A Tuesday: on Friday, Saturday, Sunday and Monday it could be promised, and on Thursday to Friday and then carried over to Monday, but not so far.
    const late = { 'callbacks 2026-11-10': new Date('2026-11-25T00:10:00Z') };
    const days = daysToCompile(rules, night, stored({ records: late }));
    expect(days).toEqual([
      '2026-11-05',
      '2026-11-06',
      '2026-11-07',
      '2026-11-08',
      '2026-11-09',
      '2026-11-10',
      yesterday,
    ]);
  });

  it('a record that came while a report was made is taken for a late one', () => {
    const reports = { '2026-11-03': new Date('2026-11-20T02:40:00Z') };
    const during = (at: string) => ({ reports, records: { 'answers 2026-11-03': new Date(at) } });
    expect(daysToCompile(rules, night, stored(during('2026-11-20T02:30:00Z')))).toContain('2026-11-03');
    expect(daysToCompile(rules, night, stored(during('2026-11-20T02:24:00Z')))).not.toContain('2026-11-03');
  });

  it('promises that have come due compile their days again, until all have', () => {
    const writtenTheNightBefore = new Date('2026-11-24T02:35:00Z');
    const before = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
    const reports = Object.fromEntries(before.map((day) => [day, writtenTheNightBefore]));
    // What was promised on Thursday 19 had come due on Tuesday 24 at the latest: on Wednesday night that is over.
    expect(daysToCompile(rules, night, stored({ reports }))).toEqual([...before.slice(1), yesterday]);
  });

  it('a day without report is compiled, even one on which nobody rang', () => {
    expect(daysToCompile(rules, night, stored({ reports: { '2026-11-08': undefined } }))).toEqual([
      '2026-11-08',
      yesterday,
    ]);
  });

  it('no day is compiled before the first one of which anything is known', () => {
    const young = stored({ since: '2026-11-23', records: { 'calls 2026-11-20': new Date('2026-11-20T12:00:00Z') } });
    expect(daysToCompile(rules, night, young)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', yesterday]);
    expect(daysToCompile(rules, night, stored({ since: '2027-01-01' }))).toEqual([yesterday]);
  });

  it('it is the local day that counts, overseas as well', () => {
    const overseas = lineRules({}, { timeZone: 'Pacific/Noumea' });
    expect(daysToCompile(overseas, new Date('2026-11-24T16:30:00Z'), stored())).toEqual([yesterday]);
    expect(daysToCompile(lineRules({}, { timeZone: 'America/Martinique' }), night, stored())).toEqual(['2026-11-23']);
  });

  it('a folder that many days read is looked at once', () => {
    const folders = recordsOfNight(rules, night).map(({ kind, day }) => `${kind} ${day}`);
    expect(new Set(folders).size).toBe(folders.length);
    expect(folders).toContain('calls 2026-10-21');
    expect(folders).not.toContain('calls 2026-10-20');
  });
});

const daysRead = (day: string, kind: string): string[] =>
  recordsOfDay(rules, day)
    .filter((folder) => folder.kind === kind)
    .map((folder) => folder.day);

describe('what a day is made from', () => {
  it('is its own records, the calls of the next day, and three days of what became of it', () => {
    expect(daysRead('2026-11-23', 'calls')).toEqual(['2026-11-23', '2026-11-24']);
    expect(daysRead('2026-11-23', 'callbacks')).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
    expect(recordsOfDay(rules, '2026-11-23')).toHaveLength(5 + 1 + 3 * 4);
  });

  it('goes on until the last hour that could be promised on it, over weekends and holidays, and a day of opening more', () => {
    expect(daysRead('2026-11-27', 'callbacks').at(-1)).toBe('2026-12-02');
    // Christmas is a Friday, New Year's Day as well.
    expect(daysRead('2026-12-23', 'callbacks').at(-1)).toBe('2026-12-29');
    const far = lineRules({ horizonDays: 14 });
    expect(recordsOfDay(far, '2026-11-23').at(-1)?.day).toBe('2026-12-14');
  });
});
