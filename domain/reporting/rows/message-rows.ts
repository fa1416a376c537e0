import type { MessageRow } from '../compiled-rows.ts';
import type { PreparedDelivery, PreparedSms } from '../prepared-lines.ts';
import { deliveryOutcome } from '../../sms/delivery.ts';
import { byCodeUnits, type Settled } from './settle.ts';
import type { TelephoneCall } from './telephone-calls.ts';

/** Every SMS of the day that was asked for, by its id, with what became of it so far. */
export function messageRows(
  { sms, deliveries }: Pick<Settled, 'sms' | 'deliveries'>,
  callOf: (contactId: string) => TelephoneCall | undefined,
): MessageRow[] {
  const rows = [...sms.values()].map((message) =>
    messageRow(message, deliveries.get(message.messageId), callOf(message.contactId)?.id ?? message.contactId),
  );
  return rows.toSorted((one, other) => byCodeUnits(one.message, other.message));
}

function messageRow(message: PreparedSms, delivery: PreparedDelivery | undefined, callId: string): MessageRow {
  const { id, template, country, parts, outcome, reason, messageId } = message;
  const about = { message: id, call_id: callId, template, country };
  if (outcome !== 'sent' || messageId === '' || !delivery) {
    return { ...about, parts, outcome: outcome === 'sent' ? 'accepted' : outcome, reason, price_usd: 0 };
  }
  const { status, isFinal } = delivery;
  const arrival = deliveryOutcome({ messageStatus: status, isFinal });
  const arrived = arrival === 'delivered' || arrival === 'undelivered' ? arrival : 'accepted';
  return {
    ...about,
    parts: delivery.parts > 0 ? delivery.parts : parts,
    outcome: arrived,
    reason: arrived === 'undelivered' ? status : reason,
    price_usd: delivery.priceUsd,
  };
}
