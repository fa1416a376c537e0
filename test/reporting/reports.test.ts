import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import {
  type Counts,
  countKeys,
  fewestAnswers,
  type Metrics,
  otherKeys,
  ratioKeys,
  type Report,
} from '../../domain/reporting/report-contract.ts';
import { type PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { quantiles, voiceSecondsDistribution } from '../../domain/reporting/distribution.ts';
import { metricGroups, metrics as catalogue } from '../../domain/reporting/metrics/catalogue.ts';
import { metricsPage } from '../../domain/reporting/metrics/metrics-page.ts';
import { ratioCatalogue, wilsonInterval } from '../../domain/reporting/ratios.ts';
import { dayReport, rangeReport } from '../../domain/reporting/report.ts';
import { inventedLines } from '../../local/bench/invented-lines.ts';
import { contact, day, nextDay, reportRules, rowsOf, timeZone } from './told-lines.ts';

const keys = [...countKeys, ...ratioKeys, ...otherKeys];
const reportOf = (lines: PreparedLine[], date = day): Report =>
  dayReport(rowsOf(lines, { day: date }), { rules: reportRules, day: date });
const invented = (seed: number, date = day): PreparedLine[] =>
  [...inventedLines({ day: date, timeZone, calls: 300, seed })].map(({ line }) => line);

const sumOf = (metrics: Metrics | Counts, ...of: (keyof Counts)[]): number =>
  of.reduce((sum, key) => sum + (metrics[key] ?? 0), 0);

const served = (count: number): PreparedLine[] =>
  Array.from({ length: count }, (_, index): PreparedLine[] => [
    contact({ contactId: `c${index}`, at: '09:05', queued: 5, agent: 9, attributes: { surveyOffered: 'yes' } }),
    {
      line: 'answer',
      contactId: `c${index}`,
      survey: 'call',
      queue: '',
      question: 'quality',
      answer: index % 3 === 0 ? '2' : '5',
      at: `${day}T09:00:00Z`,
    },
  ]).flat();

describe('a day’s report', () => {
  it('has every key on a day without a call: counts of 0, shares of nothing', () => {
    const { metrics, byQueue } = reportOf([]);
    expect(Object.keys(metrics).toSorted()).toEqual(keys.toSorted());
    for (const key of countKeys) expect([key, metrics[key]]).toEqual([key, 0]);
    for (const key of ratioKeys) expect([key, metrics[key]]).toEqual([key, null]);
    expect(metrics).toMatchObject({ persons: 0, timeToHumanVoiceMedianSeconds: null, satisfactionLow: null });
    expect(Object.keys(byQueue)).toEqual(['allocations', 'logement']);
    for (const ofQueue of Object.values(byQueue)) expect(Object.keys(ofQueue).toSorted()).toEqual(keys.toSorted());
  });

  it('adds up: every call has one fate, every promise one end, every callback offered one answer', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const { metrics, byHalfHour } = reportOf(invented(seed));
        for (const counts of [metrics, ...Object.values(byHalfHour)]) {
          expect(
            sumOf(
              counts,
              'answered',
              'takenCallback',
              'informed',
              'transferred',
              'abandoned',
              'balked',
              'leftInMenu',
              'failed',
            ),
          ).toBe(counts.callsOpen);
          expect(sumOf(counts, 'callsOpen', 'callsClosed')).toBe(counts.calls);
          expect(sumOf(counts, 'callsOfPersons', 'hiddenCalls')).toBe(counts.calls);
          expect(sumOf(counts, 'callbacksTaken', 'callbacksDeclined', 'callbacksRefused')).toBe(
            counts.callbacksOffered,
          );
          expect(sumOf(counts, 'promisesSettled', 'promisesPending', 'promisesCancelled')).toBe(counts.promises);
          expect(sumOf(counts, 'promisesKept', 'promisesBroken')).toBe(counts.promisesSettled);
          expect(sumOf(counts, 'promisesReachedFirst', 'promisesReachedLater')).toBe(counts.promisesReached);
        }
        const ofHalfHours = Object.values(byHalfHour).reduce((sum, { calls }) => sum + calls, 0);
        expect(ofHalfHours).toBe(metrics.calls);
      }),
      { numRuns: 6 },
    );
  });

  it('has shares from 0 to 1', () => {
    const { metrics } = reportOf(invented(5));
    const shares = ratioKeys.filter((key) => key.endsWith('Rate') || key.startsWith('connect'));
    for (const key of shares) expect([key, (metrics[key] ?? 0) >= 0 && (metrics[key] ?? 0) <= 1]).toEqual([key, true]);
  });

  it('hides scores below 30 answers, and not how many answered', () => {
    const few = reportOf(served(fewestAnswers - 1)).metrics;
    expect(few).toMatchObject({
      surveyAnswered: 29,
      surveyResponseRate: 1,
      satisfactionRate: null,
      qualityMean: null,
      satisfactionLow: null,
    });
    expect(reportOf(served(fewestAnswers)).metrics).toMatchObject({
      satisfactionRate: 20 / 30,
      qualityMean: 4,
      gotAnswerRate: null,
    });
  });

  it('counts nothing of people or of SMS by queue', () => {
    const { byQueue } = reportOf(invented(1));
    expect(byQueue['allocations']).toMatchObject({
      personDays: null,
      callsPerPerson: null,
      reachedSameDayRate: null,
      smsSent: null,
      smsUsd: null,
      persons: null,
    });
    expect(byQueue['allocations']?.answerRate).not.toBeNull();
  });

  it('compares calls emitted with calls received by number', () => {
    const { numbers, metrics } = reportOf(invented(1));
    expect(numbers).toEqual({ '+33199001234': { received: metrics.calls, emitted: metrics.callsEmitted } });
    expect(metrics.callsEmitted).toBeGreaterThan(0);
  });
});

const told = (days: Report[]): unknown =>
  rangeReport(days, { rules: reportRules, from: day, to: nextDay, persons: 7 }).metrics.persons;

describe('the report of a range', () => {
  const first = reportOf(invented(1));
  const second = reportOf(invented(2, nextDay), nextDay);
  const range = rangeReport([second, first], { rules: reportRules, from: day, to: '2026-11-26', persons: 500 });

  it('sums the counts of its days, and draws its shares from the sums', () => {
    for (const key of countKeys)
      expect([key, range.metrics[key]]).toEqual([
        key,
        expect.closeTo(sumOf(first.metrics, key) + sumOf(second.metrics, key), 9),
      ]);
    expect(range.metrics.answerRate).toBe(sumOf(range.metrics, 'answered') / sumOf(range.metrics, 'callsForAgent'));
    const { calls } = range.byQueue['allocations'] as Metrics;
    expect(calls).toBe(
      sumOf(first.byQueue['allocations'] as Metrics, 'calls') +
        sumOf(second.byQueue['allocations'] as Metrics, 'calls'),
    );
    expect(range.voiceSecondsDistribution['120']).toBe(
      (first.voiceSecondsDistribution['120'] ?? 0) + (second.voiceSecondsDistribution['120'] ?? 0),
    );
  });

  it('names the days that were never compiled, and has each of the others', () => {
    expect(range.missingDays).toEqual(['2026-11-26']);
    expect(range.byDay).toEqual({ [day]: first.metrics, [nextDay]: second.metrics });
  });

  it('of one day is that day’s, without a list of days', () => {
    const one = rangeReport([first], { rules: reportRules, from: day, to: day, persons: first.metrics.persons });
    expect(one).toEqual(first);
  });

  it('is whole where no day was compiled', () => {
    const none = rangeReport([], { rules: reportRules, from: day, to: nextDay, persons: 0 });
    expect(Object.keys(none.metrics).toSorted()).toEqual(keys.toSorted());
    expect(none.missingDays).toEqual([day, nextDay]);
  });

  it('tells no number of persons across two versions of the hash', () => {
    const other = { ...second, personVersions: ['2027'] };
    expect(told([first, second])).toBe(7);
    expect(told([first, other])).toBeNull();
  });
});

describe('the quantiles of the time to a voice', () => {
  it('are the nearest ranks of the waits, to the next ten seconds', () => {
    const [row] = rowsOf([contact({ at: '09:05', queued: 5, agent: 9 })]).calls;
    if (!row) throw new Error('no row');
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1 }), (waits) => {
        const distribution = voiceSecondsDistribution(waits.map((seconds) => ({ ...row, voice_seconds: seconds })));
        const ranked = waits.toSorted((one, other) => one - other);
        const nearest = (share: number): number =>
          Math.ceil((ranked[Math.ceil(share * waits.length - 1e-9) - 1] ?? 0) / 10) * 10;
        expect(quantiles(distribution)).toEqual({
          timeToHumanVoiceMedianSeconds: nearest(0.5),
          timeToHumanVoiceNinetyPercentSeconds: nearest(0.9),
        });
      }),
    );
  });
});

describe('Wilson’s interval', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is that published', (successes, of, low, high) => {
    const interval = wilsonInterval(successes, of);
    expect([interval.low, interval.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  });

  it('holds the share, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const successes = Math.round(of * part);
        const { low, high } = wilsonInterval(successes, of);
        expect(low >= 0 && low <= successes / of + 1e-12 && successes / of <= high + 1e-12 && high <= 1).toBe(true);
      }),
    );
  });
});

const side = (counts: readonly string[]): string => {
  const sum = counts.map((count) => `\`${count}\``).join(' + ');
  return counts.length > 1 ? `(${sum})` : sum;
};

describe('docs/metrics.md', () => {
  it('is that of the metrics: after a change, run `npm run schema`', () => {
    expect(readFileSync('docs/metrics.md', 'utf8')).toBe(metricsPage());
  });

  it('tells every metric of a report once', () => {
    const listed = metricGroups.flatMap(({ metrics }) => Object.keys(metrics));
    expect(listed.toSorted()).toEqual(keys.toSorted());
  });

  it.each(ratioKeys.map((key) => [key] as const))('has the formula of %s as it is computed', (key) => {
    const { over, under } = ratioCatalogue[key];
    expect(catalogue[key].formula).toContain(`${side(over)} ÷ ${side(under)}`);
  });

  it('refers to no metric that there is not', () => {
    const terms = Object.values(catalogue).flatMap(({ formula, trap = '', official = '' }) => [
      ...`${formula} ${trap} ${official}`.matchAll(/`([^`]+)`/gu),
    ]);
    const others = new Set(['reachedAtAttempt']);
    expect(
      terms.map(([, term = '']) => term).filter((term) => !Object.hasOwn(catalogue, term) && !others.has(term)),
    ).toEqual([]);
  });
});
