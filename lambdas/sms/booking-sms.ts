import type { LineRules } from '../../domain/administration/administration.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { callerKey as callerKeyOf } from '../../domain/callback/caller-key.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { composeSms } from '../../domain/sms/compose-sms.ts';
import type { SendSmsResult, SmsKind } from '../../domain/sms/contract.ts';
import { bookingClaimKey, doNotWriteKey } from '../../domain/sms/ledger-keys.ts';
import { phrases } from '../../domain/sms/phrases.ts';
import { isStillTrue, maySendAt } from '../../domain/sms/sending-rules.ts';
import type { Ledger } from '../runtime/dynamodb.ts';
import { log } from '../runtime/log.ts';
import { type Sender, type Sending, sendOnce } from './send-once.ts';

export interface BookingSender extends Sender {
  table: Pick<Ledger, 'getMany' | 'put' | 'update'>;
  line: LineRules;
  /** By it a mobile keyed in is known as a person, who may wish no SMS. */
  ledgerKey?: Uint8Array;
}
export interface BookingSmsRequest {
  callerKey: string;
  bookingId: string;
  revision: number;
  kind: SmsKind;
  /** A mobile keyed in for a landline's booking, in E.164: the flow asks `check-number` first. */
  to?: string | undefined;
}

/** The code, spoken where no SMS says it: none where nothing is promised any more. */
const codeOf = ({ code }: Booking, kind: SmsKind): string | undefined =>
  kind === 'cancelled' || kind === 'missedLast' ? undefined : code;

/** Sends the SMS of a booking at a revision, at most once, to who wishes SMS. Never touches the booking. */
export async function sendBookingSms(sender: BookingSender, request: BookingSmsRequest): Promise<SendSmsResult> {
  const { callerKey, bookingId, revision, kind } = request;
  const fields = { bookingId, revision, kind };
  const [callerItem, wish] = [callerItemKey(callerKey), doNotWriteKey(callerKey)];
  const items = await sender.table.getMany([callerItem, wish], { consistent: true });
  const booking = readBooking(items.get(callerItem));
  if (!booking || !isStillTrue(kind, request, booking)) {
    log('smsStale', fields);
    return { status: 'refused', announcement: phrases(booking?.language ?? 'fr').smsStale };
  }
  const speak = phrases(booking.language);
  const number = await numberToWriteTo(sender, booking, request);
  if (number === undefined) return { status: 'landline', announcement: speak.smsLandline };
  if (number === 'stopped' || items.has(wish)) {
    log('smsStopped', fields);
    return { status: 'stopped', announcement: speak.smsStopped(codeOf(booking, kind)) };
  }
  const sending = await sendOnce(sender, {
    claim: bookingClaimKey(bookingId, revision, kind),
    callerKey,
    number,
    text: composeSms(kind, booking, sender.line),
    about: { kind, contactId: booking.contactId },
    bookingId,
    withheld: maySendAt(sender.now(), kind, booking, sender.line) ? undefined : 'outsideHours',
  });
  const result = answer(sending, codeOf(booking, kind), booking);
  const { outcome, before } = sending;
  const refusal = outcome !== 'unknown' && 'refusal' in outcome ? outcome.refusal : undefined;
  if (!before) log('smsHandled', { ...fields, status: result.status, refusal });
  return result;
}

/** The booking's own mobile; of a landline, the one keyed in, if its owner lets us. */
async function numberToWriteTo(
  { table, ledgerKey }: BookingSender,
  { numberKind, number }: Booking,
  { to }: BookingSmsRequest,
): Promise<string | undefined> {
  if (numberKind === 'mobile') return number;
  if (!to || !ledgerKey) return undefined;
  const wish = doNotWriteKey(callerKeyOf(to, ledgerKey));
  return (await table.getMany([wish], { consistent: true })).has(wish) ? 'stopped' : to;
}

function answer({ outcome, before }: Sending, code: string | undefined, { language }: Booking): SendSmsResult {
  const speak = phrases(language);
  if (outcome === 'unknown') return { status: 'unknown', announcement: speak.smsUnknown(code) };
  if ('refusal' in outcome) return { status: 'refused', announcement: speak.smsRefused(code) };
  return before
    ? { status: 'alreadySent', announcement: speak.smsAlreadySent }
    : { status: 'sent', announcement: speak.smsSent };
}
