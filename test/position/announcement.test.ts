import * as fc from 'fast-check';
import {
  announcedMinutes,
  announceWait,
  unboundedSeconds,
  type Announcement,
} from '../../domain/position/announcement.ts';
import type { ExpectedWait } from '../../domain/position/expected-wait.ts';
import { phrases } from '../../domain/position/phrases.ts';

const offerAboveSeconds = 180;
const minutes = (median: number, mean: number, likely: number): ExpectedWait => ({
  medianSeconds: median * 60,
  meanSeconds: mean * 60,
  likelySeconds: likely * 60,
});
const announce = (wait: ExpectedWait | undefined, lastBoundSeconds?: number): Announcement =>
  announceWait(wait, lastBoundSeconds, offerAboveSeconds);
const said = ({ wait }: Announcement): string => phrases('fr').wait(wait);

// Integers, because the doubles of fast-check crowd near zero.
const waits = fc.option(
  fc.tuple(fc.integer({ min: 0, max: 2400 }), fc.nat(100), fc.boolean()).map(([meanSeconds, spread, endless]) =>
    endless && spread > 90
      ? { meanSeconds: Infinity, medianSeconds: Infinity, likelySeconds: Infinity }
      : {
          meanSeconds,
          medianSeconds: meanSeconds * (1 - 0.003 * spread),
          likelySeconds: meanSeconds * (1 + 0.01 * spread),
        },
  ),
  { nil: undefined },
);

describe('the first announcement of a wait', () => {
  it.each([
    [minutes(0, 0, 0), "Vous devriez attendre moins d'une minute."],
    [minutes(0.6, 0.8, 1), "Vous devriez attendre moins d'une minute."],
    [minutes(0.7, 1, 1.5), 'Vous devriez attendre une à 2 minutes.'],
    [minutes(3.1, 3.12, 3.9), 'Vous devriez attendre environ 5 minutes.'],
    [minutes(4, 4.5, 6), 'Vous devriez attendre 5 à 10 minutes.'],
    [minutes(21, 22, 29), 'Vous devriez attendre environ 30 minutes.'],
    [minutes(30, 31, 31), 'Vous devriez attendre plus de 30 minutes.'],
    [minutes(Infinity, Infinity, Infinity), 'Vous devriez attendre plus de 30 minutes.'],
  ])('rounds up to the ladder: %j is "%s"', (wait, sentence) => {
    expect(said(announce(wait))).toBe(sentence);
  });

  it('says that the wait is unknown where it is, promises nothing and proposes a callback', () => {
    const unknown = announce(undefined);
    expect(said(unknown)).toBe("Nous ne connaissons pas le temps d'attente.");
    expect(unknown).toMatchObject({ boundSeconds: undefined, offer: true, offerReason: 'waitUnknown' });
  });

  it('proposes a callback where one caller in five will wait longer than the file names', () => {
    expect(announce(minutes(2, 2.5, 3))).toMatchObject({ offer: false, offerReason: 'waitShort' });
    expect(announce(minutes(2, 2.5, 3.1))).toMatchObject({ offer: true, offerReason: 'longWait' });
  });
});

describe('a later announcement', () => {
  it('says no figure once the wait passes what was announced, and proposes a callback', () => {
    const grown = announce(minutes(5, 5.1, 6), 300);
    expect(said(grown)).toBe("Pardon, l'attente est plus longue que prévu.");
    expect(grown).toMatchObject({ boundSeconds: 300, offer: true, offerReason: 'waitGrew' });
  });

  it('keeps to the bound announced while the wait is expected within it', () => {
    const within = announce(minutes(4, 4.5, 6), 300);
    expect(said(within)).toBe('Vous devriez attendre environ 5 minutes.');
    expect(within.boundSeconds).toBe(300);
  });

  it('may say again that more than 30 minutes are to be expected', () => {
    expect(said(announce(minutes(Infinity, Infinity, Infinity), unboundedSeconds))).toContain('plus de 30 minutes');
  });

  it('keeps the bound while the wait is unknown', () => {
    expect(announce(undefined, 600).boundSeconds).toBe(600);
  });

  it('never announces a longer wait to one caller, whatever the estimates', () => {
    fc.assert(
      fc.property(fc.array(waits, { maxLength: 20 }), (estimates) => {
        let bound: number | undefined;
        for (const estimate of estimates) {
          const next = announce(estimate, bound);
          expect(next.boundSeconds ?? unboundedSeconds).toBeLessThanOrEqual(bound ?? unboundedSeconds);
          expect(bound !== undefined && next.boundSeconds === undefined).toBe(false);
          bound = next.boundSeconds;
        }
      }),
    );
  });

  it('never says a bound below the wait that is expected', () => {
    fc.assert(
      fc.property(waits, fc.option(fc.constantFrom(...announcedMinutes), { nil: undefined }), (wait, last) => {
        const told = announce(wait, last && last * 60);
        const bound = told.wait.kind === 'range' ? told.wait.toMinutes * 60 : Infinity;
        expect(bound).toBeGreaterThanOrEqual(wait?.meanSeconds ?? 0);
      }),
    );
  });

  it('says a whole sentence with figures of the ladder only, never zero minutes', () => {
    fc.assert(
      fc.property(waits, fc.option(fc.constantFrom(...announcedMinutes), { nil: undefined }), (wait, last) => {
        const sentence = said(announce(wait, last && last * 60));
        expect(sentence).toMatch(/^[A-Z].*\.$/u);
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|\b0\b|\b1 minute/u);
        for (const figure of sentence.match(/\d+/gu) ?? []) expect(announcedMinutes).toContain(Number(figure));
      }),
    );
  });
});
