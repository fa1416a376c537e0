import { randomUUID } from 'node:crypto';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { bookingEvent, firstRevision } from '../../domain/callback/booking.ts';
import {
  bookingEventSource,
  bookingEventType,
  type Booking,
  type NoteOutcomeResult,
} from '../../domain/callback/contract.ts';
import type { SmsKind } from '../../domain/sms/contract.ts';
import { callerKey as keyOf } from '../../domain/callback/caller-key.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { connect, type Connect, type ContactDescription } from '../runtime/connect.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { applyContactFacts } from './apply-facts.ts';
import { changeBooking, type BookingKeeper } from './change-booking.ts';
import { endBooking } from './end-booking.ts';
import { isOpen, queuedCallbacks } from './queued-callback.ts';
import { rebook } from './rebook.ts';
import { noteResuming, noteResumingCall } from './resuming-call.ts';
import { noteQueuedCallback } from './settle-places.ts';

interface Dependencies extends BookingKeeper {
  ledgerKey: Uint8Array;
  connect: BookingKeeper['connect'] & Pick<Connect, 'contactAttributes' | 'describeContact'>;
}
interface ContactEvent {
  detail: { contactId: string; eventType: string };
}

/** Notes what came of a contact: a flow says that its caller answered, or speaks now in place of being called; a contact event says that a contact went on or ended. */
export function noteOutcome(dependencies: Dependencies) {
  return async (event: unknown): Promise<NoteOutcomeResult | undefined> => {
    if (!isContactEvent(event)) return noteSaid(dependencies, event);
    await noteContact(dependencies, event.detail);
    return undefined;
  };
}

const isContactEvent = (event: unknown): event is ContactEvent =>
  typeof event === 'object' && event !== null && 'detail' in event;

function noteSaid(dependencies: Dependencies, event: unknown): Promise<NoteOutcomeResult> {
  const { contactId, parameters } = readFlowInvocation(event);
  if (parameters['outcome'] === 'resuming') return noteResuming(dependencies, contactId, parameters);
  if (parameters['outcome'] === 'answered') return noteAnswered(dependencies, contactId, parameters);
  throw new Error(`no such outcome: ${parameters['outcome']}`);
}

async function noteAnswered(
  dependencies: Dependencies,
  contactId: string,
  { callerKey = '', bookingId = '', revision = '' }: Record<string, string>,
): Promise<NoteOutcomeResult> {
  const booking = await bookingNamed(dependencies, callerKey, bookingId);
  if (booking?.state === 'dialling' && String(booking.revision) === revision) {
    await changeBooking(dependencies, { ...booking, callbackContactId: contactId }, [{ type: 'answer' }]);
  }
  // What is written decides: the flow may ask twice, and the answer to our own write may have been lost.
  const now = await bookingNamed(dependencies, callerKey, bookingId);
  const noted = now?.state === 'answered' && now.callbackContactId === contactId;
  log('answerNoted', { administration: dependencies.rules.id, bookingId, contactId, noted });
  return { status: noted ? 'noted' : 'stale' };
}

async function bookingNamed(
  { ledger: table }: Dependencies,
  callerKey: string,
  bookingId: string,
): Promise<Booking | undefined> {
  const booking = readBooking(await table.get(callerItemKey(callerKey), { consistent: true }));
  return booking?.id === bookingId ? booking : undefined;
}

async function noteContact(
  dependencies: Dependencies,
  { contactId, eventType }: ContactEvent['detail'],
): Promise<void> {
  const attributes = await dependencies.connect.contactAttributes(contactId);
  const { revision, attempt, resumes } = attributes;
  const booking = await bookingOf(dependencies, contactId, attributes);
  if (!booking) return;
  const facts = await dependencies.connect.describeContact(contactId);
  if (!facts) return;
  log('contactNoted', {
    administration: dependencies.rules.id,
    contactId,
    eventType,
    bookingId: booking.id,
    state: booking.state,
    reason: facts.disconnectReason,
  });
  if (facts.initiationMethod === 'CALLBACK') {
    await noteQueuedCallback(dependencies, booking, contactId, facts);
    return;
  }
  const ours = booking.callbackContactId ?? (String(booking.revision) === revision ? contactId : undefined);
  if (attempt !== undefined) {
    if (ours === contactId) await applyContactFacts(dependencies, booking, facts);
  } else if (resumes === 'yes') {
    await noteResumingCall(dependencies, booking, facts);
  } else if (booking.contactId === contactId && String(booking.revision) === (revision || String(firstRevision))) {
    await noteBookingCall(dependencies, booking, facts);
  }
}

/**
 * The booking that the contact names; else one that was made in it for the number it names: the caller may have hung up, or the
 * answer may have been lost, before the contact could name it.
 */
async function bookingOf(
  dependencies: Dependencies,
  contactId: string,
  { callerKey, bookingId, callbackNumber }: Record<string, string>,
): Promise<Booking | undefined> {
  if (callerKey && bookingId) return bookingNamed(dependencies, callerKey, bookingId);
  if (!callbackNumber) return undefined;
  const key = callerItemKey(keyOf(callbackNumber, dependencies.ledgerKey));
  const booking = readBooking(await dependencies.ledger.get(key, { consistent: true }));
  return booking?.contactId === contactId ? booking : undefined;
}

/**
 * The call in which the booking was made has ended: the reports hear of the booking now, and so does the caller who hung up before
 * the SMS was sent. Who reached an agent in that very call needs no callback; who hung up before Connect had made its queued
 * callback of the place gets an hour instead.
 */
async function noteBookingCall(
  dependencies: Dependencies,
  booking: Booking,
  { connectedToAgentAt, disconnectedAt }: ContactDescription,
): Promise<void> {
  if (!disconnectedAt || (booking.state !== 'booked' && booking.state !== 'queued')) return;
  const served = connectedToAgentAt !== undefined;
  const lost = !served && booking.kind === 'place' && !(await isQueued(dependencies, booking));
  await reportOnce(dependencies, booking, served || lost ? undefined : confirmationOf(booking));
  const told = { ...booking, reportedAt: dependencies.now().toISOString() };
  if (served) await endBooking(dependencies, told, 'cancel');
  if (lost) await rebook(dependencies, told, 'notAttempted');
}

const isQueued = async ({ connect: centre }: Dependencies, { contactId }: Booking): Promise<boolean> =>
  (await queuedCallbacks(centre, contactId)).some(isOpen);

const confirmationOf = ({ kind }: Booking): SmsKind => (kind === 'place' ? 'placeKept' : 'confirmation');

/** A contact's end is told by two events, either of which may be lost. Throws, to be invoked again, where the bus refuses. */
async function reportOnce(dependencies: Dependencies, booking: Booking, sms: SmsKind | undefined): Promise<void> {
  const { bus, ledger: table, rules: line, now } = dependencies;
  const pk = callerItemKey(booking.callerKey);
  const claimant = randomUUID();
  const claimed = await table.update(pk, 'SET reportedAt = :now, reportedBy = :claimant', {
    condition: 'id = :id AND attribute_not_exists(reportedAt)',
    values: { ':id': booking.id, ':now': now().toISOString(), ':claimant': claimant },
  });
  // A claim whose answer was lost is repeated by the SDK, and then finds itself.
  if (!claimed.written && claimed.found?.['reportedBy'] !== claimant) return;
  try {
    await bus.put(bookingEventSource, bookingEventType, [bookingEvent(line.id, 'none', booking, sms)]);
  } catch (error) {
    await table.update(pk, 'REMOVE reportedAt, reportedBy', { condition: 'id = :id', values: { ':id': booking.id } });
    throw error;
  }
}

const environment = required(environmentKeys.ledger, environmentKeys.instanceId, environmentKeys.secret);

export const handler = noteOutcome({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  bus: eventBus(),
  connect: connect(environment[environmentKeys.instanceId]),
  now: () => new Date(),
});
