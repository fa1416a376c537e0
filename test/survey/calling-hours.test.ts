import * as fc from 'fast-check';
import { instantOf, localTime } from '../../domain/administration/local-time.ts';
import { isOpenAt, lineCalendar } from '../../domain/administration/opening-hours.ts';
import { publicHolidays } from '../../domain/administration/public-holidays.ts';
import { begunHalfHours, hasCallingHours, laterSurveyAt, mayRing } from '../../domain/survey/calling-hours.ts';
import { lineRules } from '../callback/fixtures.ts';

const paris = 'Europe/Paris';
const allWeek = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, ['00:00-24:00']]),
);
const office = lineRules();
const always = lineRules({}, { hours: allWeek });
const mobile = { queue: 'allocations', number: '+33612345678' };
const at = (date: string, time: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(date, hours * 60 + minutes, paris);
};
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const wall = (instant: Date | undefined, timeZone = paris): string => {
  if (!instant) return 'never';
  const { date, minutes } = localTime(instant, timeZone);
  return `${date} ${clock(minutes)}`;
};

const someInstant = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-12-20T00:00:00Z') })
  .map((milliseconds) => new Date(milliseconds));
const someNumber = fc.constantFrom('+33612345678', '+33142345678', '+262692123456', '+590690123456', '+68987123456');

describe('a machine rings', () => {
  it.each([
    ['in the morning, from 10', '2026-11-24', '10:00', true],
    ['at noon', '2026-11-24', '12:30', true],
    ['before 10, as soon as the line is open', '2026-11-24', '09:59', false],
    ['at lunch', '2026-11-24', '13:30', false],
    ['in the afternoon, from 14', '2026-11-24', '14:00', true],
    ['a quarter of an hour before the line closes', '2026-11-24', '16:15', false],
    ['on a Saturday', '2026-11-28', '11:00', false],
    ['on a public holiday', '2026-11-11', '11:00', false],
  ])('%s: on %s at %s, %s', (_, date, time, expected) => {
    expect(mayRing(office, mobile, at(date, time))).toBe(expected);
  });

  it('never on a public holiday, though the line is open on it', () => {
    const open = lineRules({}, { holidays: { ...office.holidays, openOn: ['2026-11-11'] } });
    expect(isOpenAt(lineCalendar(open), at('2026-11-11', '11:00'))).toBe(true);
    expect(mayRing(open, mobile, at('2026-11-11', '11:00'))).toBe(false);
  });

  it('by the clock of Guadeloupe as well as by that of the line', () => {
    const overseas = { ...mobile, number: '+590690123456' };
    expect(mayRing(office, overseas, at('2026-11-24', '12:00'))).toBe(false);
    expect(mayRing(office, overseas, at('2026-11-24', '15:30'))).toBe(true);
  });

  it('at no other time, whatever the hours of the line and the number', () => {
    fc.assert(
      fc.property(someInstant, someNumber, (instant, number) => {
        if (!mayRing(always, { queue: 'allocations', number }, instant)) return;
        const { date, minutes, weekday } = localTime(instant, paris);
        expect(['saturday', 'sunday']).not.toContain(weekday);
        expect((minutes >= 600 && minutes < 780) || (minutes >= 840 && minutes < 1200)).toBe(true);
        expect(publicHolidays('metropole', Number(date.slice(0, 4))).map((holiday) => holiday.date)).not.toContain(
          date,
        );
      }),
    );
  });
});

describe('who was never served is called', () => {
  it.each([
    ['the same day, two hours later at the earliest', '2026-11-24', '10:05', '2026-11-24 12:30'],
    ['after lunch', '2026-11-24', '11:10', '2026-11-24 14:00'],
    ['the next morning', '2026-11-24', '15:40', '2026-11-25 10:00'],
    ['on Monday, after a Friday afternoon', '2026-11-27', '16:00', '2026-11-30 10:00'],
    ['on Tuesday, after Easter', '2027-03-26', '16:00', '2027-03-30 10:00'],
  ])('%s', (_, date, time, expected) => {
    expect(wall(laterSurveyAt(office, mobile, at(date, time)))).toBe(expected);
  });

  it('never, where no such hour comes within four days', () => {
    const mondays = lineRules({}, { hours: { monday: ['09:00-16:30'] } });
    expect(laterSurveyAt(mondays, mobile, at('2026-11-23', '15:00'))).toBeUndefined();
  });

  it('at a half hour at which a machine may ring, not before two hours, nor after four days', () => {
    fc.assert(
      fc.property(someInstant, someNumber, (leftAt, number) => {
        const called = { queue: 'allocations', number };
        const dueAt = laterSurveyAt(always, called, leftAt);
        if (!dueAt) return;
        const waited = dueAt.getTime() - leftAt.getTime();
        expect(mayRing(always, called, dueAt)).toBe(true);
        expect(waited).toBeGreaterThanOrEqual(2 * 3600_000);
        expect(waited).toBeLessThanOrEqual(4 * 24 * 3600_000);
        expect(begunHalfHours(dueAt).at(-1)).toBe(dueAt.toISOString());
      }),
    );
  });

  it('no more, four hours after their half hour', () => {
    const dueAt = at('2026-11-24', '10:00');
    const isLookedFor = (time: string): boolean => begunHalfHours(at('2026-11-24', time)).includes(dueAt.toISOString());
    expect(['09:59', '10:00', '13:59', '14:00'].map(isLookedFor)).toEqual([false, true, true, false]);
  });
});

describe('a week has an hour at which a machine may call', () => {
  it.each([
    [{ monday: ['09:00-10:30'] }, true],
    [{ monday: ['09:00-10:15'] }, false],
    [{ monday: ['13:00-14:00'] }, false],
    [{ saturday: ['09:00-18:00'], friday: [] }, false],
    [{ friday: ['19:00-24:00'] }, true],
  ])('%j: %s', (hours, expected) => {
    expect(hasCallingHours(hours)).toBe(expected);
  });

  it('whenever somebody can be given one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('monday', 'friday', 'saturday'),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 400 }),
        (day, from, length) => {
          const hours = { [day]: [`${clock(from)}-${clock(Math.min(1440, from + length))}`] };
          // A Sunday before that Monday, a Wednesday before that Friday and Saturday, without a holiday.
          const found = ['2026-11-22', '2026-11-25'].some((date) =>
            laterSurveyAt(lineRules({}, { hours }), mobile, at(date, '20:00')),
          );
          expect(hasCallingHours(hours)).toBe(found);
        },
      ),
    );
  });
});
