import { deliveryEventSource, deliveryEventType, type DeliveryEvent } from '../../domain/sms/contract.ts';
import type { Clock } from '../clock.ts';
import type { BusEntry } from '../events/bus-entry.ts';
import type { SentSms, SmsApi } from './api.ts';

/** What the service says of a message, and how long after it was sent. */
interface Status {
  messageStatus: string;
  isFinal: boolean;
  afterMilliseconds: number;
}

const pending: Status = { messageStatus: 'PENDING', isFinal: false, afterMilliseconds: 1000 };
const delivered: Status = { messageStatus: 'DELIVERED', isFinal: true, afterMilliseconds: 4000 };
const unreachable: Status = { messageStatus: 'UNREACHABLE', isFinal: true, afterMilliseconds: 4000 };

/** Puts on the bus what becomes of each SMS, on the clock: it arrives, but at the numbers that the service names undeliverable. */
export function tellDeliveries(sms: SmsApi, clock: Clock, put: (entry: BusEntry) => void): void {
  sms.onSent((message) => {
    const outcome = sms.undeliverable.has(message.to) ? unreachable : delivered;
    for (const status of [pending, outcome]) {
      const at = message.at + status.afterMilliseconds;
      clock.at(at, () => put(deliveryEntry(message, status, at)));
    }
  });
}

/** As the service documents it: neither the number of the person nor the context of the message is in it. */
function deliveryEntry(
  { messageId, at, senderId, parts }: SentSms,
  { messageStatus, isFinal }: Status,
  eventTimestamp: number,
): BusEntry {
  const detail: DeliveryEvent & Record<string, unknown> = {
    eventType: `TEXT_${messageStatus}`,
    eventVersion: '1.0',
    eventTimestamp,
    isFinal,
    originationPhoneNumber: senderId,
    messageId,
    messageRequestTimestamp: at,
    messageEncoding: 'GSM',
    messageType: 'TRANSACTIONAL',
    messageStatus,
    totalMessageParts: parts,
  };
  return { source: deliveryEventSource, detailType: deliveryEventType, resources: [], detail };
}
