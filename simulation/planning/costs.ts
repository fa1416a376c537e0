import type { PriceKey, Prices } from './prices.ts';

/** What a number of calls uses. Minutes are of the telephone, SMS are of one part. */
export interface Usage {
  calls: number;
  /** People who talked with an agent, on the line or called back. */
  personsServed: number;
  /** From the first ring to the end of the call: menus, waiting, talking. */
  inboundMinutes: number;
  outboundMinutes: number;
  smsParts: number;
}

export interface Cost {
  /** By price, US dollars. */
  items: Partial<Record<PriceKey, number>>;
  totalUsd: number;
  perThousandCallsUsd: number;
  /** Null where nobody was served. */
  perPersonServedUsd: number | null;
}

/** Who rings a toll-free number pays nothing, and the administration all of it; a direct number is dialled, or forwarded to by the operator of a short one. */
export type LineKind = 'tollFree' | 'direct';

/** Only 0800 to 0805 are free to the caller and can be ported; every other number reaches Amazon Connect by a direct one. */
export const lineKindOf = (publicNumber: string): LineKind =>
  /^080[0-5]/.test(publicNumber.replaceAll(/\D/g, '')) ? 'tollFree' : 'direct';

export function costOf(usage: Usage, prices: Prices, lineKind: LineKind): Cost {
  const inboundKey: PriceKey = lineKind === 'tollFree' ? 'inboundTollFreeMinute' : 'inboundDirectMinute';
  const items = {
    connectVoiceMinute: (usage.inboundMinutes + usage.outboundMinutes) * prices.connectVoiceMinute.usd,
    [inboundKey]: usage.inboundMinutes * prices[inboundKey].usd,
    outboundMinute: usage.outboundMinutes * prices.outboundMinute.usd,
    smsPart: usage.smsParts * prices.smsPart.usd,
    functionsPerCall: usage.calls * prices.functionsPerCall.usd,
  };
  const totalUsd = Object.values(items).reduce((total, item) => total + item, 0);
  return {
    items,
    totalUsd,
    perThousandCallsUsd: usage.calls === 0 ? 0 : (totalUsd / usage.calls) * 1000,
    perPersonServedUsd: usage.personsServed === 0 ? null : totalUsd / usage.personsServed,
  };
}

/** Calls as they are usually told: how many, what becomes of them and how long it takes. */
export interface CallScenario {
  calls: number;
  answered: number;
  lost: number;
  booked: number;
  reached: number;
  /** Before the queue, of each call that is not booked. */
  menuMinutes: number;
  waitMinutesAnswered: number;
  waitMinutesLost: number;
  talkMinutes: number;
  /** The whole call in which an hour is booked. */
  bookingMinutes: number;
  /** The whole call by which somebody is called back. */
  callbackMinutes: number;
}

/** One SMS to each person who is promised a callback, and another one before the call to each who is reached. */
export const usageOf = (scenario: CallScenario): Usage => ({
  calls: scenario.calls,
  personsServed: scenario.answered + scenario.reached,
  inboundMinutes:
    scenario.answered * (scenario.menuMinutes + scenario.waitMinutesAnswered + scenario.talkMinutes) +
    scenario.lost * (scenario.menuMinutes + scenario.waitMinutesLost) +
    scenario.booked * scenario.bookingMinutes,
  outboundMinutes: scenario.reached * scenario.callbackMinutes,
  smsParts: scenario.booked + scenario.reached,
});
