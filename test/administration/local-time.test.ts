import * as fc from 'fast-check';
import { addDays, instantOf, isoWithOffset, localTime, weekdayOf } from '../../domain/administration/local-time.ts';

const paris = 'Europe/Paris';
const zones = [
  paris,
  'America/Miquelon',
  'America/Cayenne',
  'America/Marigot',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Tahiti',
  'Pacific/Noumea',
  'Pacific/Wallis',
  'Pacific/Marquesas',
];
const instants = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2030-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const minutes = fc.integer({ min: 0, max: 1439 });

describe('the local time', () => {
  it.each([
    ['2026-11-24T09:05:59Z', paris, '2026-11-24', 605, 'tuesday'],
    ['2026-11-24T23:30:00Z', paris, '2026-11-25', 30, 'wednesday'],
    ['2026-07-14T22:00:00Z', paris, '2026-07-15', 0, 'wednesday'],
    ['2026-11-24T02:59:00Z', 'America/Miquelon', '2026-11-23', 1439, 'monday'],
    ['2026-07-14T02:59:00Z', 'America/Miquelon', '2026-07-14', 59, 'tuesday'],
    ['2026-12-31T20:00:00Z', 'Indian/Reunion', '2027-01-01', 0, 'friday'],
    ['2027-01-01T09:59:00Z', 'Pacific/Tahiti', '2026-12-31', 1439, 'thursday'],
    ['2026-12-31T13:00:00Z', 'Pacific/Noumea', '2027-01-01', 0, 'friday'],
  ])('of %s in %s is %s, minute %i, %s', (at, zone, date, minute, weekday) => {
    expect(localTime(new Date(at), zone)).toEqual({ date, minutes: minute, weekday });
  });

  it('comes back from its instant in every zone, but for the hour that a clock jumps over', () => {
    fc.assert(
      fc.property(instants, minutes, fc.constantFrom(...zones), (day, minute, zone) => {
        const { date } = localTime(day, zone);
        const back = localTime(instantOf(date, minute, zone), zone);
        expect(back.date).toBe(date);
        expect([minute, minute + 60]).toContain(back.minutes);
      }),
    );
  });
});

describe('the instant of a wall time', () => {
  it('moves forward over the hour that does not exist in the night of Easter 2027', () => {
    expect(instantOf('2027-03-28', 119, paris)).toEqual(new Date('2027-03-28T00:59:00Z'));
    expect(instantOf('2027-03-28', 150, paris)).toEqual(new Date('2027-03-28T01:30:00Z'));
    expect(localTime(new Date('2027-03-28T01:30:00Z'), paris).minutes).toBe(210);
    expect(instantOf('2027-03-28', 180, paris)).toEqual(new Date('2027-03-28T01:00:00Z'));
  });

  it('is the first of the two on 31 October 2027', () => {
    expect(instantOf('2027-10-31', 150, paris)).toEqual(new Date('2027-10-31T00:30:00Z'));
    expect(instantOf('2027-10-31', 180, paris)).toEqual(new Date('2027-10-31T02:00:00Z'));
  });

  it('of minute 1440 is the midnight that ends the day, also when the day has 23 or 25 hours', () => {
    expect(instantOf('2027-03-28', 1440, paris)).toEqual(instantOf('2027-03-29', 0, paris));
    expect(instantOf('2027-10-31', 1440, paris)).toEqual(new Date('2027-10-31T23:00:00Z'));
  });

  it('follows the summer time of Miquelon', () => {
    expect(instantOf('2027-03-13', 540, 'America/Miquelon')).toEqual(new Date('2027-03-13T12:00:00Z'));
    expect(instantOf('2027-03-15', 540, 'America/Miquelon')).toEqual(new Date('2027-03-15T11:00:00Z'));
  });

  it('has no summer time in La Réunion, Tahiti and Nouméa', () => {
    for (const date of ['2027-01-15', '2027-07-15']) {
      expect(instantOf(date, 540, 'Indian/Reunion').toISOString().slice(11, 16)).toBe('05:00');
      expect(instantOf(date, 540, 'Pacific/Tahiti').toISOString().slice(11, 16)).toBe('19:00');
      expect(instantOf(date, 660, 'Pacific/Noumea').toISOString().slice(11, 16)).toBe('00:00');
    }
  });
});

describe('a date', () => {
  it('moves over the ends of months, years and 29 February', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
  });

  it('has its day of the week, and is refused where it is none', () => {
    expect(weekdayOf('2028-02-29')).toBe('tuesday');
    expect(() => weekdayOf('2027-13-01')).toThrow('not a date: 2027-13-01');
  });
});

describe('an instant with its offset', () => {
  it.each([
    ['2026-11-24T09:05:00Z', paris, '2026-11-24T10:05:00.000+01:00'],
    ['2026-07-01T09:05:00.250Z', paris, '2026-07-01T11:05:00.250+02:00'],
    ['2026-11-24T09:05:00Z', 'Pacific/Marquesas', '2026-11-23T23:35:00.000-09:30'],
  ])('%s in %s is %s', (at, zone, text) => {
    expect(isoWithOffset(new Date(at), zone)).toBe(text);
  });

  it('is read back as the same instant', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
        expect(new Date(isoWithOffset(at, zone))).toEqual(at);
      }),
    );
  });
});
