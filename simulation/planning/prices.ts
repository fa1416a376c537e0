/** How well a price is known: `read` where its owner publishes it, `old` where it may have changed since, `unproven` where no page says it. */
export type Confidence = 'read' | 'old' | 'unproven' | 'yours';

export interface Price {
  /** US dollars, before tax. */
  usd: number;
  source: string;
  /** Year, month or day of the source. */
  date: string;
  confidence: Confidence;
}

/** What a price is of; minutes are of one telephone line. */
export const priceKeys = [
  'connectVoiceMinute',
  'inboundTollFreeMinute',
  'inboundDirectMinute',
  'outboundMinute',
  'smsPart',
  'functionsPerCall',
] as const;
export type PriceKey = (typeof priceKeys)[number];
export type Prices = Record<PriceKey, Price>;

/** None of these is an offer: a bill is made from AWS's own page of the day, for the region and the country. */
export const usualPrices: Prices = {
  connectVoiceMinute: {
    usd: 0.038,
    source: 'Amazon Connect pricing page, voice with unlimited AI; 0.018 without, by a blog of AWS of 2020',
    date: '2026-10-07',
    confidence: 'read',
  },
  inboundTollFreeMinute: {
    usd: 0.04,
    source: 'Amazon Connect telephony, toll-free numbers of neighbouring countries (Austria, Belgium)',
    date: '2021-09-30',
    confidence: 'unproven',
  },
  inboundDirectMinute: {
    usd: 0.01,
    source: 'Amazon Connect telephony, direct numbers of neighbouring countries (0.00 to 0.01)',
    date: '2021-09-30',
    confidence: 'unproven',
  },
  outboundMinute: {
    usd: 0.03,
    source: 'Amazon Connect telephony, calls to French mobiles, order of magnitude',
    date: '2026-11',
    confidence: 'unproven',
  },
  smsPart: {
    usd: 0.075,
    source: 'AWS End User Messaging, one part to France, between 0.07 and 0.08',
    date: '2026-11',
    confidence: 'unproven',
  },
  functionsPerCall: {
    usd: 0.00001,
    source: 'AWS Lambda and DynamoDB, list prices: less than a cent for a thousand calls',
    date: '2024-11',
    confidence: 'old',
  },
};

/** A file of prices is wrong: what is said of it. */
export class PricesFault extends Error {}

/**
 * Prices in force: those of a JSON text in place of the usual ones. A value is a number of US dollars, or `{usd, source, date}`.
 * @throws PricesFault naming the first value that is no price
 */
export function pricesFrom(json: string): Prices {
  const given = parsed(json);
  const prices = { ...usualPrices };
  for (const [key, value] of Object.entries(given)) {
    if (!isPriceKey(key)) throw new PricesFault(`"${key}" is no price: one of ${priceKeys.join(', ')}`);
    const written: unknown = typeof value === 'number' ? { usd: value } : value;
    const { usd, source, date } = (written ?? {}) as Record<string, unknown>;
    if (typeof usd !== 'number' || !Number.isFinite(usd) || usd < 0) {
      throw new PricesFault(`"${key}": US dollars, such as 0.04, or {"usd": 0.04, "source": "…", "date": "…"}`);
    }
    prices[key] = { usd, source: text(source), date: text(date), confidence: 'yours' };
  }
  return prices;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isPriceKey = (key: string): key is PriceKey => (priceKeys as readonly string[]).includes(key);

function parsed(json: string): object {
  try {
    const given: unknown = JSON.parse(json);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  } catch (fault) {
    throw new PricesFault(`no JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  throw new PricesFault(`an object of prices, such as {"smsPart": 0.07}`);
}
