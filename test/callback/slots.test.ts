import * as fc from 'fast-check';
import { localTime } from '../../domain/administration/local-time.ts';
import { isOpenAt, queueCalendar } from '../../domain/administration/opening-hours.ts';
import { shardCapacities, shardCount, shardOrder, seatsPerShard } from '../../domain/callback/shards.ts';
import { slotsAhead, slotsOfDay } from '../../domain/callback/slots.ts';
import { lineRules, tuesdayMorning } from './fixtures.ts';

const starts = (rules = lineRules(), now = tuesdayMorning) =>
  slotsAhead(rules, 'allocations', now).map(({ start }) => start);

describe('slots', () => {
  it('begin with the first whole half hour and end with the last one before closing', () => {
    const today = starts().filter((start) => start < '2026-11-24T23');
    expect(today[0]).toBe('2026-11-24T09:30:00.000Z');
    expect(today.at(-1)).toBe('2026-11-24T15:00:00.000Z');
  });

  it('are not offered when they start within five minutes', () => {
    expect(starts(lineRules(), new Date('2026-11-24T09:24:59.999Z'))[0]).toBe('2026-11-24T09:30:00.000Z');
    expect(starts(lineRules(), new Date('2026-11-24T09:25:00.000Z'))[0]).toBe('2026-11-24T10:00:00.000Z');
  });

  it('reach as many opening days ahead as the file says, so that Monday can be chosen on a Friday evening', () => {
    const friday = new Date('2026-11-27T18:30:00.000Z');
    expect(starts(lineRules({ horizonDays: 0 }), friday)).toEqual([]);
    const monday = starts(lineRules({ horizonDays: 1 }), friday);
    expect(monday[0]).toBe('2026-11-30T08:00:00.000Z');
    expect(new Set(monday.map((start) => start.slice(0, 10)))).toEqual(new Set(['2026-11-30']));
  });

  it('leave out public holidays', () => {
    const eve = new Date('2026-12-24T09:00:00.000Z');
    expect(starts(lineRules({ horizonDays: 1 }), eve).filter((start) => start.startsWith('2026-12-25'))).toEqual([]);
  });

  it('keep the wall time when the clock changes', () => {
    const sunday = ['09:00-11:00'];
    const rules = lineRules({}, { hours: { saturday: sunday, sunday, monday: sunday } });
    const beforeSummer = starts(rules, new Date('2026-03-28T00:00:00.000Z'));
    expect(beforeSummer).toContain('2026-03-28T08:00:00.000Z');
    expect(beforeSummer).toContain('2026-03-29T07:00:00.000Z');
  });

  it.each([
    ['2026-03-29', 46],
    ['2026-10-25', 50],
    ['2026-11-24', 48],
  ])('of a line that never closes are counted as they pass: %s', (date, count) => {
    const day = ['00:00-24:00'];
    const hours = { sunday: day, tuesday: day };
    expect(slotsOfDay(lineRules({}, { hours }), 'allocations', date, date)).toHaveLength(count);
  });

  it('never begin twice and lie wholly inside opening hours', () => {
    const rules = lineRules(
      { horizonDays: 5 },
      { hours: { monday: ['08:45-12:10', '13:30-16:20'], sunday: ['00:00-06:00'] } },
    );
    const calendar = queueCalendar(rules, 'allocations');
    const anyInstant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyInstant, (now) => {
        const slots = slotsAhead(rules, 'allocations', now);
        expect(new Set(slots.map(({ start }) => start)).size).toBe(slots.length);
        for (const { start, end, fromMinutes } of slots) {
          expect(Date.parse(start)).toBeGreaterThan(now.getTime());
          expect(isOpenAt(calendar, new Date(start))).toBe(true);
          expect(isOpenAt(calendar, new Date(Date.parse(end) - 1))).toBe(true);
          expect(localTime(new Date(start), 'Europe/Paris').minutes).toBe(fromMinutes);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const seatsAt = (rules: ReturnType<typeof lineRules>, start: string) =>
  slotsAhead(rules, 'allocations', tuesdayMorning).find((slot) => slot.start === start)?.seats;

describe('seats', () => {
  it('are the share of what the agents of that half hour can call', () => {
    expect(seatsAt(lineRules(), '2026-11-24T09:30:00.000Z')).toBe(255);
    expect(seatsAt(lineRules(), '2026-11-24T11:00:00.000Z')).toBe(170);
  });

  it('are those of the fewest agents where their number changes within the slot', () => {
    const rules = lineRules();
    rules.queues['allocations'] = { ...rules.queues['allocations']!, agents: { default: 60, '10:45-10:50': 12 } };
    expect(seatsAt(rules, '2026-11-24T09:30:00.000Z')).toBe(51);
  });

  it('of later days are sold to half, today’s first', () => {
    expect(seatsAt(lineRules(), '2026-11-25T08:00:00.000Z')).toBe(128);
  });

  it('are as many as the file says where it says a number', () => {
    expect(seatsAt(lineRules({ seats: 7 }), '2026-11-24T09:30:00.000Z')).toBe(7);
    expect(seatsAt(lineRules({ seats: 7 }), '2026-11-25T08:00:00.000Z')).toBe(7);
  });

  it('are spread over shards of at most fifty, none lost, none empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (seats) => {
        const capacities = shardCapacities(seats, shardCount(seats));
        expect(capacities.reduce((sum, capacity) => sum + capacity, 0)).toBe(seats);
        expect(Math.max(...capacities)).toBeLessThanOrEqual(seatsPerShard);
        expect(Math.min(...capacities)).toBeGreaterThan(0);
      }),
    );
  });

  it('are looked for in every shard once, from one that depends on the person', () => {
    expect(new Set(shardOrder('ABCDEFGHIJKLMN', 6))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    const first = ['AAAAAAAAAAAAAA', 'BCDEFGHIJKLMNO', 'CDEFGHIJKLMNOP', 'XYZ234567ABCDE'].map(
      (key) => shardOrder(key, 6)[0],
    );
    expect(new Set(first).size).toBeGreaterThan(1);
  });
});
