import * as fc from 'fast-check';
import { daysOfWeek, weekOf } from '../../domain/reporting/iso-week.ts';

describe('the week of a day', () => {
  // Of ISO 8601: the week of 4 January is the first one, and some years have 53.
  it.each([
    ['2026-11-24', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2028-02-29', '2028-W09'],
  ])('%s is %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it('is the one whose seven days, from Monday on, have it', () => {
    const anyDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, (at) => {
        const day = at.toISOString().slice(0, 10);
        const days = daysOfWeek(weekOf(day));
        expect(days).toHaveLength(7);
        expect(days).toContain(day);
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
        expect(new Set(days.map(weekOf)).size).toBe(1);
      }),
    );
  });
});
