import { hangUp, say } from '../local/written-flows.ts';
import { content, hears, observation, runOn } from './written-test-cases.ts';

/** Says "Encore." so many times, then something else. */
const repeating = (times: number) => [
  ...Array.from({ length: times }, (_, index) =>
    say(`say-${index}`, 'Encore.', index + 1 < times ? `say-${index + 1}` : 'last'),
  ),
  say('last', 'Fin.', 'hang-up'),
  hangUp,
];
const observed = async (times: number, usage?: Record<string, unknown>) =>
  (await runOn(repeating(times), content(observation('again', hears('encore'), { ...(usage && { usage }) })))).failures;

describe('a usage', () => {
  it('is once where none is written, and what is like it later on is not looked at', async () => {
    expect(await observed(1)).toEqual([]);
    expect(await observed(3)).toEqual([]);
  });

  it('Exactly fails for one time too few, and for one too many', async () => {
    expect(await observed(2, { Type: 'Exactly', Times: 2 })).toEqual([]);
    expect(await observed(2, { Type: 'EXACTLY', Times: 2 })).toEqual([]);
    expect(await observed(3, { Type: 'Exactly', Times: 2 })).toEqual([
      '"again" was observed 3 times, and is to be Exactly 2',
    ]);
    expect(await observed(1, { Type: 'Exactly', Times: 2 })).toEqual([
      '"again" was observed 1 times, and is to be Exactly 2',
    ]);
  });

  it('AtLeast fails for one too few', async () => {
    expect(await observed(3, { Type: 'AtLeast', Times: 2 })).toEqual([]);
    expect(await observed(1, { Type: 'AtLeast', Times: 2 })).toEqual([
      '"again" was observed 1 times, and is to be AtLeast 2',
    ]);
  });

  it('AtMost fails for one too many, and lets there be none', async () => {
    expect(await observed(0 + 1, { Type: 'AtMost', Times: 1 })).toEqual([]);
    expect(await observed(2, { Type: 'AtMost', Times: 1 })).toEqual([
      '"again" was observed 2 times, and is to be AtMost 1',
    ]);
    const never = observation('never', hears('jamais'), { usage: { Type: 'AtMost', Times: 1 }, next: ['end'] });
    expect((await runOn(repeating(1), content(never, observation('end', hears('fin'))))).failures).toEqual([]);
  });

  it('Always is every time, and at least once', async () => {
    expect(await observed(3, { Type: 'Always' })).toEqual([]);
    const never = observation('never', hears('jamais'), { usage: { Type: 'Always' } });
    expect((await runOn(repeating(1), content(never))).failures).toHaveLength(1);
  });
});
