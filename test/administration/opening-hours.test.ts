import * as fc from 'fast-check';
import type { Queue } from '../../domain/administration/administration.ts';
import { agentsOnDuty } from '../../domain/administration/agents-on-duty.ts';
import {
  isOpenAt,
  lineCalendar,
  nextOpening,
  openRanges,
  queueCalendar,
  type Calendar,
} from '../../domain/administration/opening-hours.ts';
import { lineRules } from '../callback/fixtures.ts';

const weekly = {
  monday: ['09:00-12:00', '13:30-16:30'],
  tuesday: ['09:00-16:30'],
  wednesday: ['09:00-16:30'],
  thursday: ['09:00-16:30'],
  friday: ['09:00-24:00'],
};
const caf: Calendar = {
  timeZone: 'Europe/Paris',
  hours: weekly,
  holidays: { zone: 'metropole', through: 2028, extra: [], openOn: [] },
};
const queue = (hours: Queue['hours']): Queue => ({
  agents: { default: 60, '12:00-13:30': 40 },
  handleTimeSeconds: 360,
  patienceSeconds: 360,
  hours,
});
const queues = { allocations: queue({}), housing: queue({ saturday: ['10:00-12:00'] }) };
const rules = lineRules({}, { hours: weekly, queues });

describe('the opening hours', () => {
  it('open on the first minute of a range and close on its last', () => {
    expect(isOpenAt(caf, new Date('2026-11-23T07:59:59Z'))).toBe(false);
    expect(isOpenAt(caf, new Date('2026-11-23T08:00:00Z'))).toBe(true);
    expect(isOpenAt(caf, new Date('2026-11-23T10:59:59Z'))).toBe(true);
    expect(isOpenAt(caf, new Date('2026-11-23T11:00:00Z'))).toBe(false);
    expect(isOpenAt(caf, new Date('2026-11-27T22:59:59Z'))).toBe(true);
    expect(isOpenAt(caf, new Date('2026-11-27T23:00:00Z'))).toBe(false);
  });

  it('are the ranges of the day, and none on a holiday or a day not named', () => {
    expect(openRanges(caf, '2026-11-23')).toEqual([
      { fromMinutes: 540, toMinutes: 720 },
      { fromMinutes: 810, toMinutes: 990 },
    ]);
    expect(openRanges(caf, '2026-11-21')).toEqual([]);
    expect(openRanges(caf, '2026-11-11')).toEqual([]);
    expect(openRanges({ ...caf, holidays: { ...caf.holidays, openOn: ['2026-11-11'] } }, '2026-11-11')).toHaveLength(1);
  });

  it.each([
    ['during lunch', '2026-11-23T11:10:00Z', '2026-11-23T12:30:00Z'],
    ['on the evening before', '2026-11-23T18:00:00Z', '2026-11-24T08:00:00Z'],
    ['while it is open', '2026-11-24T10:00:00Z', '2026-11-25T08:00:00Z'],
    ['over Easter and the change to summer time', '2027-03-26T23:30:00Z', '2027-03-30T07:00:00Z'],
    ['over the change to winter time and All Saints', '2027-10-30T10:00:00Z', '2027-11-02T08:00:00Z'],
    ['over the new year', '2026-12-31T20:00:00Z', '2027-01-04T08:00:00Z'],
  ])('open next, asked %s', (_when, at, next) => {
    expect(nextOpening(caf, new Date(at))).toEqual(new Date(next));
  });

  it('never open again where no day is named', () => {
    expect(nextOpening({ ...caf, hours: {} }, new Date('2026-11-24T10:00:00Z'))).toBeUndefined();
  });

  it('begin at the next opening, and stay closed until then', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (at) => {
        const next = nextOpening(caf, at);
        if (!next) throw new Error('no next opening');
        expect(next > at).toBe(true);
        expect(isOpenAt(caf, next)).toBe(true);
        const between = new Date((at.getTime() + next.getTime()) / 2);
        expect(!isOpenAt(caf, at) && isOpenAt(caf, between)).toBe(false);
        expect(isOpenAt(caf, new Date(next.getTime() - 1))).toBe(false);
      }),
    );
  });

  it('are those of the queue where it has its own, else those of the line', () => {
    expect(queueCalendar(rules, 'allocations')).toEqual(lineCalendar(rules));
    expect(queueCalendar(rules, 'housing').hours).toEqual({ saturday: ['10:00-12:00'] });
    expect(() => queueCalendar(rules, 'unknown')).toThrow('no queue unknown in the rules of caf');
  });
});

describe('the agents on duty', () => {
  it('are those of the range, from its first minute to before its last, else the default', () => {
    expect([719, 720, 809, 810].map((minutes) => agentsOnDuty(queue({}), minutes))).toEqual([60, 40, 40, 60]);
  });
});
