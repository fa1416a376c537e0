import { administrationsIn } from '../../local/administrations.ts';
import { LoadCallers } from '../../local/bench/load-callers.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import { cafAssembly } from './synthesised.ts';

/** A patient caller who chooses the first subject. */
const patient = { keys: ['1'], patienceSeconds: 7200, redials: 0, whenCalledBack: 'yes' } as const;
let laptop: Laptop;
let callers: LoadCallers;

beforeEach(async () => {
  laptop = await startLaptop({
    administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
    startMilliseconds: Date.parse('2026-11-24T09:05:00Z'),
    seed: 1,
    assembly: await cafAssembly(),
  });
  const [line] = laptop.lines;
  if (line === undefined) throw new Error('no line');
  line.staff(0);
  line.addWaitingCallers(60);
  callers = new LoadCallers(line, laptop.clock);
});
afterEach(() => laptop.stop());

const runUntil = (ended: number): Promise<boolean> =>
  laptop.clock.runWhile(() => callers.ended === ended, laptop.clock.now() + 4 * 3_600_000);

describe('many callers at once', () => {
  it('are on the line together, and each comes to an end of their own', async () => {
    for (let caller = 0; caller < 12; caller++) {
      const booking = { ...patient, keys: ['1', '2', '1', 'x'], whenCalledBack: 'no' } as const;
      callers.ring(`+3361000${1000 + caller}`, caller % 3 === 0 ? booking : patient);
    }
    expect(callers.underWay).toBe(12);
    expect(await runUntil(12)).toBe(true);
    expect(Object.fromEntries(callers.outcomes)).toEqual({ booked: 4, served: 8 });
  });

  it('who lose patience leave, and ring again as often as they do', async () => {
    laptop.lines[0]?.addWaitingCallers(600);
    callers.ring('+33610002000', { ...patient, patienceSeconds: 30, redials: 2 });
    expect(await runUntil(3)).toBe(true);
    expect(Object.fromEntries(callers.outcomes)).toEqual({ callerLeft: 3 });
    expect(callers.underWay).toBe(0);
  });

  it('who keep their place are called back, and are served', async () => {
    callers.ring('+33610003000', { ...patient, keys: ['1', '1', '1', 'x'] });
    expect(await runUntil(2)).toBe(true);
    expect(Object.fromEntries(callers.outcomes)).toEqual({ booked: 1, served: 1 });
  });
});
