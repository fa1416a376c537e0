import { plan } from '../../simulation/plan.ts';
import { costOf, lineKindOf, usageOf } from '../../simulation/planning/costs.ts';
import { pricesFrom, PricesFault, priceKeys, usualPrices } from '../../simulation/planning/prices.ts';
import { deployedLine, ofLoad } from './a-line.ts';

/** The published scenarios of a thousand calls to a toll-free number. */
const nobodyBooks = {
  calls: 1000,
  answered: 500,
  lost: 500,
  booked: 0,
  reached: 0,
  menuMinutes: 0,
  waitMinutesAnswered: 3,
  waitMinutesLost: 3,
  talkMinutes: 6,
  bookingMinutes: 1,
  callbackMinutes: 6.5,
};
const mostBook = { ...nobodyBooks, answered: 350, lost: 50, booked: 600, reached: 540 };

describe('the published cost scenarios', () => {
  it.each([
    ['without callback', nobodyBooks, 0.018, 348, 0.7],
    ['without callback', nobodyBooks, 0.038, 468, 0.94],
    ['with callback', mostBook, 0.018, 480, 0.54],
    ['with callback', mostBook, 0.038, 628, 0.71],
  ])('a thousand calls %s (%j) at %d dollars a minute of voice cost %d, and %d a person served', (...scenario) => {
    const [, calls, voice, total, perPerson] = scenario;
    const prices = pricesFrom(JSON.stringify({ connectVoiceMinute: voice }));
    const cost = costOf(usageOf(calls), prices, 'tollFree');
    expect(Math.round(cost.totalUsd)).toBe(total);
    expect(Math.round(cost.perThousandCallsUsd)).toBe(total);
    expect(cost.perPersonServedUsd).toBeCloseTo(perPerson, 2);
  });

  it('spend about 90 dollars on SMS and less than a cent on functions', () => {
    const { items } = costOf(usageOf(mostBook), usualPrices, 'tollFree');
    expect(items.smsPart).toBeCloseTo(85.5, 6);
    expect(items.functionsPerCall).toBeLessThanOrEqual(0.01);
  });
});

describe('costs of a plan', () => {
  it('are the sum of what they consist of, and nothing is paid for a callback where there is none', () => {
    const { costs } = plan(deployedLine('caf'), ofLoad(1), usualPrices);
    for (const cost of [costs.withoutCallbacks, costs.withCallbacks]) {
      const items = Object.values(cost.items).reduce((sum, item) => sum + item, 0);
      expect(cost.totalUsd).toBeCloseTo(items, 6);
      expect(cost.perThousandCallsUsd).toBeCloseTo((cost.totalUsd / cost.usage.calls) * 1000, 6);
      expect(cost.perMonthUsd).toBeCloseTo((cost.totalUsd * 21) / 5, 6);
    }
    expect(costs.withoutCallbacks.items).toMatchObject({ smsPart: 0, outboundMinute: 0 });
    expect(costs.withCallbacks.items.smsPart).toBeGreaterThan(0);
  });

  it('follow the number that people dial', () => {
    expect(['0800 123 456', '0805 12 34 56', '3230', '0809 401 401', '01 42 34 56 78'].map(lineKindOf)).toEqual([
      'tollFree',
      'tollFree',
      'direct',
      'direct',
      'direct',
    ]);
    const { costs } = plan(deployedLine('caf'), ofLoad(1), usualPrices);
    expect(costs.withCallbacks.items).toHaveProperty('inboundDirectMinute');
    expect(costs.withCallbacks.items).not.toHaveProperty('inboundTollFreeMinute');
  });

  it('of a line that serves nobody are shared by nobody', () => {
    const usage = { calls: 0, personsServed: 0, inboundMinutes: 0, outboundMinutes: 0, smsParts: 0 };
    expect(costOf(usage, usualPrices, 'direct')).toMatchObject({
      totalUsd: 0,
      perThousandCallsUsd: 0,
      perPersonServedUsd: null,
    });
  });
});

describe('prices', () => {
  it('each name a source, a date and how sure they are', () => {
    for (const key of priceKeys) {
      const { source, date, confidence } = usualPrices[key];
      expect(source).not.toBe('');
      expect(date).toMatch(/^20\d\d(-\d\d){0,2}$/);
      expect(['read', 'old', 'unproven']).toContain(confidence);
    }
  });

  it('are replaced by a file, one by one, with a source or without', () => {
    const given = { smsPart: 0.06, outboundMinute: { usd: 0.02, source: 'our contract', date: '2026-11-02' } };
    const prices = pricesFrom(JSON.stringify(given));
    expect(prices.smsPart).toEqual({ usd: 0.06, source: '', date: '', confidence: 'yours' });
    expect(prices.outboundMinute).toEqual({ ...given.outboundMinute, confidence: 'yours' });
    expect(prices.connectVoiceMinute).toBe(usualPrices.connectVoiceMinute);
  });

  it.each([
    ['{"sms": 0.06}', /"sms" is no price: one of connectVoiceMinute/],
    ['{"smsPart": "0.06"}', /"smsPart": US dollars/],
    ['{"smsPart": -1}', /"smsPart": US dollars/],
    ['{"smsPart": null}', /"smsPart": US dollars/],
    ['[0.06]', /an object of prices/],
    ['{smsPart: 0.06}', /no JSON/],
  ])('are refused where they are none: %s', (json, fault) => {
    expect(() => pricesFrom(json)).toThrow(PricesFault);
    expect(() => pricesFrom(json)).toThrow(fault);
  });
});
