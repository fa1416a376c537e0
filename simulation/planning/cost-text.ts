import type { Plan } from '../plan.ts';
import { dollars, smallPrice } from './figures-text.ts';
import type { PlanPhrases } from './plan-phrases.ts';
import { type PriceKey, priceKeys } from './prices.ts';
import { textTable, wrapped } from './text-table.ts';

/** What the line costs without and with callbacks, and the prices that it was computed with. */
export function costSections({ costs, prices }: Plan, speak: PlanPhrases): string[] {
  const scenarios = [costs.withoutCallbacks, costs.withCallbacks];
  const used = priceKeys.filter((key) => scenarios.some(({ items }) => items[key] !== undefined));
  const items = used.map((key) => [
    speak.costItem[key],
    ...scenarios.map((cost) => dollars(((cost.items[key] ?? 0) / cost.usage.calls) * 1000, speak)),
  ]);
  const totals = scenarios.map((cost) => dollars(cost.perThousandCallsUsd, speak));
  const perPerson = scenarios.map(({ perPersonServedUsd }) =>
    perPersonServedUsd === null ? '–' : dollars(perPersonServedUsd, speak),
  );
  const perMonth = scenarios.map((cost) => dollars(cost.perMonthUsd, speak));
  return [
    speak.costs,
    ...textTable([
      speak.costColumns,
      ...items,
      [speak.costTotal, ...totals],
      [speak.perPerson, ...perPerson],
      [speak.perMonth, ...perMonth],
    ]),
    ...[speak.lineKind[costs.lineKind], ...speak.costsExplained].flatMap((line) => wrapped(`- ${line}`)),
    '',
    speak.prices,
    ...used.flatMap((key) => wrapped(priceLine(key, prices, speak))),
    '',
  ];
}

/** `- 0.038 Amazon Connect, minutes of voice (read, 2026-10-07): …`. */
function priceLine(key: PriceKey, prices: Plan['prices'], speak: PlanPhrases): string {
  const { usd, source: given, date, confidence } = prices[key];
  const source = confidence === 'yours' ? given : speak.priceSource[key];
  const known = [speak.confidence[confidence], date].filter((part) => part !== '').join(', ');
  return `- ${smallPrice(usd, speak)}  ${speak.costItem[key]} (${known})${source === '' ? '' : `${speak.colon}${source}`}`;
}
