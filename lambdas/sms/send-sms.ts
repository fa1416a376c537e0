import { randomUUID } from 'node:crypto';
import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { type Booking, type BookingEvent, bookingEventType } from '../../domain/callback/contract.ts';
import { composeSms } from '../../domain/sms/compose-sms.ts';
import type { SendSmsParameters, SendSmsResult, SmsKind } from '../../domain/sms/contract.ts';
import { phrases } from '../../domain/sms/phrases.ts';
import { isStillTrue, maySendAt } from '../../domain/sms/sending-rules.ts';
import { type Item, ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { errorName, log } from '../runtime/log.ts';
import { sms, type Sms, type SmsOutcome } from '../runtime/sms.ts';

const daySeconds = 86_400;

interface Dependencies {
  table: Pick<Ledger, 'get' | 'put' | 'update'>;
  carrier: Sms;
  line: LineRules;
  now: () => Date;
}
interface FlowEvent {
  Details: { Parameters: SendSmsParameters };
}
interface BusEvent {
  'detail-type': typeof bookingEventType;
  detail: BookingEvent;
}
interface Request {
  callerKey: string;
  bookingId: string;
  revision: number;
  kind: SmsKind;
}

/** What is asked for; undefined for a transition without an SMS. */
function readRequest(event: FlowEvent | BusEvent): Request | undefined {
  if ('Details' in event) {
    const { callerKey, bookingId, revision, kind } = event.Details.Parameters;
    return { callerKey, bookingId, revision: Number(revision), kind };
  }
  const { callerKey, bookingId, revision, sms: kind } = event.detail;
  return kind && { callerKey, bookingId, revision, kind };
}

/** Under `CALLER#` there is nothing else; an item that expired is absent. */
const isBooking = (item: Item | undefined): item is Item & Booking => typeof item?.['number'] === 'string';

/** What is known of an SMS once claimed. */
type Outcome = SmsOutcome | 'unknown';

const storedOutcome = ({ messageId, refusal }: Item): Outcome => {
  if (typeof messageId === 'string') return { messageId };
  return typeof refusal === 'string' ? { refusal } : 'unknown';
};

/** Sends once what was claimed. Where the answer is lost, the claim stays alone: it is never sent again. */
async function sendClaimed(
  { table, carrier }: Dependencies,
  pk: string,
  { number, contactId }: Booking,
  { kind, text }: { kind: SmsKind; text: string },
): Promise<Outcome> {
  let outcome: SmsOutcome;
  try {
    outcome = await carrier.send(number, text, { kind, contactId });
  } catch (error) {
    log('smsUnknown', { error: errorName(error) });
    return 'unknown';
  }
  const [name, value] = 'messageId' in outcome ? ['messageId', outcome.messageId] : ['refusal', outcome.refusal];
  await table.update(pk, 'SET #name = :value', { names: { '#name': name }, values: { ':value': value } });
  return outcome;
}

function answer(outcome: Outcome, sentNow: boolean, { code, language }: Booking): SendSmsResult {
  const speak = phrases(language);
  if (outcome === 'unknown') return { status: 'unknown', announcement: speak.smsUnknown(code) };
  if ('refusal' in outcome) return { status: 'refused', announcement: speak.smsRefused(code) };
  return sentNow
    ? { status: 'sent', announcement: speak.smsSent }
    : { status: 'alreadySent', announcement: speak.smsAlreadySent };
}

/**
 * Sends the SMS of a booking's change, at most once for a booking, revision and kind: claimed first, then sent.
 * Invoked by the flow that just booked, and by the booking events on the bus. Never touches the booking.
 */
export const sendSms =
  (dependencies: Dependencies) =>
  async (event: FlowEvent | BusEvent): Promise<SendSmsResult | undefined> => {
    const request = readRequest(event);
    if (!request) return undefined;
    const { table, line, now } = dependencies;
    const { bookingId, revision, kind } = request;
    const fields = { bookingId, revision, kind };
    const item = await table.get(`CALLER#${request.callerKey}`, { consistent: true });
    const booking = isBooking(item) ? item : undefined;
    if (!booking || !isStillTrue(kind, request, booking)) {
      log('smsStale', fields);
      return { status: 'refused', announcement: phrases(booking?.language ?? 'fr').smsStale };
    }
    if (booking.numberKind === 'landline') {
      return { status: 'landline', announcement: phrases(booking.language).smsLandline };
    }
    const at = now();
    const pk = `SMS#${bookingId}#${revision}#${kind}`;
    const text = composeSms(kind, booking, line);
    const inHours = maySendAt(at, kind, booking, line);
    const claim = {
      pk,
      claimant: randomUUID(),
      at: at.toISOString(),
      ttl: Math.floor(at.getTime() / 1000) + line.retentionDays.bookings * daySeconds,
      refusal: inHours ? undefined : 'outsideHours',
    };
    const claimed = await table.put(claim, { condition: 'attribute_not_exists(pk)' });
    // A claim whose answer was lost is repeated by the SDK, and then finds itself.
    const another =
      claimed.written || claimed.found?.['claimant'] === claim.claimant ? undefined : (claimed.found ?? {});
    if (another) return answer(storedOutcome(another), false, booking);
    const outcome = inHours ? await sendClaimed(dependencies, pk, booking, { kind, text }) : storedOutcome(claim);
    const result = answer(outcome, true, booking);
    const refusal = outcome !== 'unknown' && 'refusal' in outcome ? outcome.refusal : undefined;
    log('smsHandled', { ...fields, status: result.status, refusal });
    return result;
  };

const environment = required(environmentKeys.ledger, environmentKeys.senderId, environmentKeys.smsConfigurationSet);
export const handler = sendSms({
  table: ledger(environment[environmentKeys.ledger]),
  carrier: sms({
    senderId: environment[environmentKeys.senderId],
    configurationSet: environment[environmentKeys.smsConfigurationSet],
  }),
  line: rules(),
  now: () => new Date(),
});
