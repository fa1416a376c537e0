import { builtLanguages } from '../../domain/administration/language.ts';
import { writtenFigures } from '../../domain/reporting/written-figures.ts';
import * as fc from 'fast-check';

const french = writtenFigures('fr');
const english = writtenFigures('en');

const minutesOf = (written: string): number => {
  const parts = [...written.replaceAll(',', '').matchAll(/(\d+)\u00a0(s|min|h)/gu)];
  const weights: Record<string, number> = { s: 1 / 60, min: 1, h: 60 };
  return parts.reduce((sum, [, value, unit]) => sum + Number(value) * (weights[unit ?? ''] ?? 0), 0);
};
describe('figures as they are written', () => {
  it.each([
    ['a count', french.count(1234), '1\u202f234', english.count(1234), '1,234'],
    ['a share', french.share(0.8515), '85,2\u00a0%', english.share(0.8515), '85.2%'],
    ['a whole share', french.share(0.85), '85\u00a0%', english.share(0.85), '85%'],
    ['a mark', french.decimal(4.054), '4,05', english.decimal(4.054), '4.05'],
    ['a price', french.dollars(1999.5), '1\u202f999,50\u00a0$', english.dollars(1999.5), '$1,999.50'],
    ['half an hour', french.clock('10:30'), '10\u00a0h\u00a030', english.clock('10:30'), '10:30'],
    ['an early hour', french.clock('09:00'), '9\u00a0h', english.clock('09:00'), '09:00'],
    ['a day', french.day('2026-11-24'), 'mardi 24 novembre', english.day('2026-11-24'), 'Tuesday 24 November'],
    [
      'a first of a month',
      french.fullDay('2026-11-01'),
      'dimanche 1er novembre 2026',
      english.fullDay('2026-11-01'),
      'Sunday 1 November 2026',
    ],
    ['several things', french.list(['a', 'b', 'c']), 'a, b et c', english.list(['a', 'b', 'c']), 'a, b and c'],
  ])('have the signs and the spaces of each language: %s', (_, inFrench, asFrench, inEnglish, asEnglish) => {
    expect([inFrench, inEnglish]).toEqual([asFrench, asEnglish]);
  });

  it('never make all of nearly all, nor none of a few', () => {
    fc.assert(
      fc.property(fc.nat(300_000), fc.integer({ min: 1, max: 300_000 }), (of, more) => {
        const over = of + more;
        expect(english.share(of / over)).not.toBe('100%');
        expect(english.share(more / over)).not.toBe('0%');
      }),
    );
    expect([english.share(0), english.share(1)]).toEqual(['0%', '100%']);
  });

  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [150, '2 min 30 s'],
    [599.6, '10 min'],
    [1520, '25 min'],
    [3599, '1 h'],
    [5400, '1 h 30 min'],
    [535_500, '148 h 45 min'],
  ])('say of %d seconds %s', (seconds, written) => {
    for (const language of builtLanguages)
      expect(writtenFigures(language).duration(seconds)).toBe(written.replaceAll(' ', '\u00a0'));
  });

  it('never say sixty seconds or sixty minutes, and never less for a longer time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e4, noNaN: true }),
        (seconds, more) => {
          const [shorter, longer] = [english.duration(seconds), english.duration(seconds + more)];
          expect(shorter).not.toMatch(/\b60\u00a0/u);
          expect(minutesOf(longer)).toBeGreaterThanOrEqual(minutesOf(shorter));
        },
      ),
    );
  });
});
