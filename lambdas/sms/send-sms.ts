import { environmentKeys } from '../../domain/administration/contract.ts';
import { type BookingEvent, bookingEventType } from '../../domain/callback/contract.ts';
import type { SendSmsParameters, SendSmsResult } from '../../domain/sms/contract.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { sms } from '../runtime/sms.ts';
import { type BookingSender, type BookingSmsRequest, sendBookingSms } from './booking-sms.ts';

interface FlowEvent {
  Details: { Parameters: SendSmsParameters };
}
interface BusEvent {
  'detail-type': typeof bookingEventType;
  detail: BookingEvent;
}

/** What is asked for; undefined for a transition without an SMS. */
function readRequest(event: FlowEvent | BusEvent): BookingSmsRequest | undefined {
  if ('Details' in event) {
    const { callerKey, bookingId, revision, kind, to } = event.Details.Parameters;
    return { callerKey, bookingId, revision: Number(revision), kind, to };
  }
  const { callerKey, bookingId, revision, sms: kind } = event.detail;
  return kind && { callerKey, bookingId, revision, kind };
}

/**
 * Sends the SMS of a booking's change, at most once for a booking, revision and kind. Invoked by the flow that just booked,
 * and by the booking events on the bus.
 */
export const sendSms =
  (sender: BookingSender) =>
  async (event: FlowEvent | BusEvent): Promise<SendSmsResult | undefined> => {
    const request = readRequest(event);
    return request && sendBookingSms(sender, request);
  };

const environment = required(
  environmentKeys.ledger,
  environmentKeys.secret,
  environmentKeys.senderId,
  environmentKeys.smsConfigurationSet,
);
export const handler = sendSms({
  table: ledger(environment[environmentKeys.ledger]),
  carrier: sms({
    senderId: environment[environmentKeys.senderId],
    configurationSet: environment[environmentKeys.smsConfigurationSet],
  }),
  bus: eventBus({ hurried: true }),
  line: rules(),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
