import { isOpenAt, lineCalendar } from '../../domain/administration/opening-hours.ts';
import { lineRules } from '../../domain/administration/line-rules.ts';
import { instantOf } from '../../domain/administration/local-time.ts';
import { holidayOverrides } from '../../lib/hours-of-operation.ts';
import { administration, ofType, resourcesOf, synthesiseLine } from './synthesise-line.ts';

const holidays = { zone: 'metropole', through: 2028, extra: [], openOn: [] } as const;
type Days = Parameters<typeof holidayOverrides>[0];
const overridesOf = (replaced: Partial<Days>) => holidayOverrides({ ...holidays, extra: [], openOn: [], ...replaced });
const datesOf = (replaced: Partial<Days>): string[] => overridesOf(replaced).map(({ effectiveFrom }) => effectiveFrom);

describe('the closed days of a line', () => {
  it('are the eight fixed holidays every year, and the three that follow Easter until the year of the file', () => {
    const overrides = overridesOf({});
    const recurring = overrides.filter(({ recurrenceConfig }) => recurrenceConfig !== undefined);
    expect(recurring).toHaveLength(8);
    expect(recurring[1]).toMatchObject({
      overrideName: 'Fête du travail',
      overrideType: 'CLOSED',
      recurrenceConfig: { recurrencePattern: { frequency: 'YEARLY', interval: 1, byMonth: [5], byMonthDay: [1] } },
    });
    const dated = overrides.filter(({ recurrenceConfig }) => recurrenceConfig === undefined);
    expect(dated.map(({ effectiveFrom, effectiveTill }) => [effectiveFrom, effectiveTill])).toEqual(
      [
        '2026-04-06',
        '2026-05-14',
        '2026-05-25',
        '2027-03-29',
        '2027-05-06',
        '2027-05-17',
        '2028-04-17',
        '2028-05-25',
        '2028-06-05',
      ].map((date) => [date, date]),
    );
  });

  it('have a name each', () => {
    const names = overridesOf({ zone: 'alsace-moselle', through: 2030, extra: ['2026-12-24'] }).map(
      ({ overrideName }) => overrideName,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('leave out a movable holiday on which the line is open', () => {
    expect(datesOf({ openOn: ['2027-05-17'] })).not.toContain('2027-05-17');
    expect(datesOf({ openOn: ['2027-05-17'] })).toContain('2026-05-25');
  });

  it('date a fixed holiday year by year where the line is open on one of them', () => {
    const armistice = overridesOf({ openOn: ['2027-11-11'] }).filter(({ overrideName }) =>
      overrideName.startsWith('Armistice'),
    );
    expect(armistice.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-11-11', '2028-11-11']);
    expect(armistice.every(({ recurrenceConfig }) => recurrenceConfig === undefined)).toBe(true);
  });

  it('include the further dates of the file', () => {
    expect(datesOf({ extra: ['2026-12-24'] })).toContain('2026-12-24');
  });

  it('are those on which the domain says the line is closed, in every year until the last', () => {
    const line = administration('caf', { holidays: { ...holidays, extra: ['2026-12-24'], openOn: ['2027-11-11'] } });
    const calendar = lineCalendar(lineRules({ ...line, hours: everyDay }, []));
    const overrides = holidayOverrides(line.holidays);
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const closed = overrides.some(({ effectiveFrom, recurrenceConfig }) =>
        recurrenceConfig ? effectiveFrom.slice(5) === date.slice(5) : effectiveFrom === date,
      );
      expect([date, closed]).toEqual([date, !isOpenAt(calendar, instantOf(date, 600, line.timeZone))]);
    }
  });
});

const everyDay = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, ['09:00-12:00']]),
);

const configured = (hours: Record<string, string[]>, own: Record<string, string[]> = {}) => {
  const line = administration('caf');
  const queues = Object.fromEntries(Object.entries(line.queues).map(([id, queue]) => [id, { ...queue, hours: own }]));
  const deployed = ofType(resourcesOf(synthesiseLine({ ...line, hours, queues })), 'AWS::Connect::HoursOfOperation');
  return deployed.map(([, { Properties }]) => Properties).filter(({ Name }) => String(Name).startsWith(line.id));
};

describe('the weekly hours', () => {
  it('keep the lunch break, and end at midnight as 0:00', () => {
    const [line] = configured({ monday: ['09:00-12:00', '13:30-24:00'] });
    expect(line).toMatchObject({
      TimeZone: 'Europe/Paris',
      Config: [
        { Day: 'MONDAY', StartTime: { Hours: 9, Minutes: 0 }, EndTime: { Hours: 12, Minutes: 0 } },
        { Day: 'MONDAY', StartTime: { Hours: 13, Minutes: 30 }, EndTime: { Hours: 0, Minutes: 0 } },
      ],
    });
  });

  it('are the line’s for a queue that names none, and its own for one that does', () => {
    expect(configured({ monday: ['09:00-12:00'] })).toHaveLength(1);
    const [, own] = configured({ monday: ['09:00-12:00'] }, { tuesday: ['10:00-11:00'] });
    expect(own).toMatchObject({ Config: [{ Day: 'TUESDAY' }] });
  });
});
