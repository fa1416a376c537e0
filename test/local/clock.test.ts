import * as fc from 'fast-check';
import { createEventClock } from '../../local/event-clock.ts';

const start = Date.UTC(2026, 10, 24, 9);

describe('the event clock', () => {
  it('runs events in the order of their time, and those of one instant in the order they were set', async () => {
    const clock = createEventClock(start);
    const seen: string[] = [];
    clock.at(start + 2000, () => seen.push('late'));
    clock.at(start + 1000, () => seen.push('first'));
    clock.at(start + 1000, () => seen.push('second'));
    clock.at(start - 5000, () => seen.push('past'));
    await clock.runUntil(start + 5000);
    expect(seen).toEqual(['past', 'first', 'second', 'late']);
    expect(clock.now()).toBe(start + 5000);
  });

  it('does not run what was cancelled', async () => {
    const clock = createEventClock(start);
    const seen: string[] = [];
    const cancel = clock.at(start + 1000, () => seen.push('cancelled'));
    clock.at(start + 2000, () => seen.push('kept'));
    cancel();
    await clock.runUntil(start + 3000);
    expect(seen).toEqual(['kept']);
  });

  it('stands still while work is in flight, whatever real time that takes', async () => {
    const clock = createEventClock(start);
    const times: number[] = [];
    clock.at(start + 1000, () => {
      const slow = new Promise((resolve) => setTimeout(resolve, 20)).then(() => times.push(clock.now()));
      void clock.during(slow).then(() => times.push(clock.now()));
    });
    clock.at(start + 1001, () => times.push(clock.now()));
    await clock.runUntil(start + 2000);
    expect(times).toEqual([start + 1000, start + 1000, start + 1001]);
  });

  it('goes on as far as it may look ahead while work is in flight, and no further', async () => {
    const clock = createEventClock(start, { lookaheadMilliseconds: 500 });
    const seen: string[] = [];
    let finish: (() => void) | undefined;
    clock.at(start + 1000, () => {
      const work = new Promise<void>((resolve) => {
        finish = resolve;
      });
      void clock.during(work).then(() => seen.push('work'));
    });
    clock.at(start + 1500, () => {
      seen.push('within');
      setTimeout(() => finish?.(), 20);
    });
    clock.at(start + 1501, () => seen.push('beyond'));
    await clock.runUntil(start + 2000);
    expect(seen).toEqual(['within', 'work', 'beyond']);
  });

  it('lets everything that an event set off finish before the next event', async () => {
    const clock = createEventClock(start);
    const seen: string[] = [];
    const slowly = async (name: string): Promise<void> => {
      await clock.sleep(1000);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      seen.push(name);
    };
    void slowly('one');
    void slowly('two').then(() => seen.push('after two'));
    clock.at(start + 1000, () => seen.push('event'));
    await clock.runUntil(start + 1000);
    expect(seen).toEqual(['one', 'two', 'after two', 'event']);
  });

  it('stops at the first moment the condition holds', async () => {
    const clock = createEventClock(start);
    let count = 0;
    for (let second = 1; second <= 10; second++) clock.at(start + second * 1000, () => count++);
    await expect(clock.runWhile(() => count === 3, start + 60_000)).resolves.toBe(true);
    expect(clock.now()).toBe(start + 3000);
    await expect(clock.runWhile(() => count === 30, start + 5000)).resolves.toBe(false);
    expect(count).toBe(5);
    await expect(clock.runWhile(() => count === 30, start + 60_000)).resolves.toBe(false);
    expect(count).toBe(10);
  });

  it('ends a sleep at once when its signal is aborted', async () => {
    const clock = createEventClock(start);
    const controller = new AbortController();
    const sleep = clock.sleep(60_000, controller.signal).catch((reason: unknown) => reason);
    controller.abort('woken');
    await expect(sleep).resolves.toBe('woken');
    await expect(clock.sleep(1000, controller.signal).catch((reason: unknown) => reason)).resolves.toBe('woken');
    expect(clock.now()).toBe(start);
  });

  it('follows real time times its speed, and stops', async () => {
    const clock = createEventClock(start);
    const reached = new Promise<number>((resolve) => {
      clock.at(start + 3_600_000, () => resolve(clock.now()));
    });
    clock.follow(3_600_000);
    await expect(reached).resolves.toBe(start + 3_600_000);
    clock.stop();
    const stopped = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(stopped);
  });

  it('can be moved forward while it follows', async () => {
    const clock = createEventClock(start);
    const seen: number[] = [];
    clock.at(start + 7_200_000, () => seen.push(clock.now()));
    clock.follow(1);
    await clock.runUntil(start + 7_200_000);
    clock.stop();
    expect(seen).toEqual([start + 7_200_000]);
  });
});

it('runs any set of events in the order of time, then of setting, but for the cancelled', async () => {
  const settings = fc.array(fc.record({ second: fc.integer({ min: 0, max: 20 }), cancelled: fc.boolean() }), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(settings, async (events) => {
      const clock = createEventClock(start);
      const seen: number[] = [];
      const cancellations = events.map((event, index) => clock.at(start + event.second * 1000, () => seen.push(index)));
      events.forEach((event, index) => event.cancelled && cancellations[index]?.());
      await clock.runUntil(start + 20_000);
      const expected = [...events.entries()]
        .filter(([, event]) => !event.cancelled)
        .toSorted(([a, one], [b, other]) => one.second - other.second || a - b);
      expect(seen).toEqual(expected.map(([index]) => index));
    }),
    { numRuns: 50 },
  );
});
