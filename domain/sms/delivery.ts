import type { DeliveryEvent } from './contract.ts';

/** Words of the service; `SUCCESSFUL` where a country's carriers do not say more. */
const arrived: readonly string[] = ['SUCCESSFUL', 'DELIVERED'];

/**
 * What became of an SMS; `unknown` is the service's own last word where the carrier said nothing for 72 h: it may have
 * arrived, so nobody is told that it did not.
 */
export function deliveryOutcome({
  messageStatus,
  isFinal,
}: Pick<DeliveryEvent, 'messageStatus' | 'isFinal'>): 'underWay' | 'delivered' | 'undelivered' | 'unknown' {
  if (!isFinal) return 'underWay';
  if (messageStatus === 'UNKNOWN') return 'unknown';
  return arrived.includes(messageStatus) ? 'delivered' : 'undelivered';
}
