import type { Booking, CallbackAttributes } from '../../domain/callback/contract.ts';
import { bookingIsUnchanged } from './booking-ledger.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';
import { newCall } from '../../domain/reporting/new-call.ts';
import type { Connect } from '../runtime/connect.ts';
import { errorName, log } from '../runtime/log.ts';
import { applyContactFacts } from './apply-facts.ts';
import { changeBooking, type BookingKeeper } from './change-booking.ts';

export interface Dialler extends BookingKeeper {
  connect: BookingKeeper['connect'] & Pick<Connect, 'startOutboundVoiceContact'>;
  /** Queue id of the file -> Connect's. */
  queueIds: Record<string, string>;
  /** Language -> id of the flow that the person who answers enters. */
  callbackFlowIds: Partial<Record<string, string>>;
}

/** `refused`: Connect takes no more calls now, so that a pass had better end. */
export type Dialled = 'ringing' | 'changed' | 'unreachable' | 'unknown' | 'refused';

/** As long as a voice mail usually lets it ring, and a slow walker needs. */
const ringTimeoutSeconds = 30;

const numberRefused: ReadonlySet<string> = new Set([
  'DestinationNotAllowedException',
  'OutboundContactNotPermittedException',
]);

/** Notes the attempt, then rings: what stops in between is taken up again with the same token, so nobody is rung twice for it. */
export async function dialCallback(dialler: Dialler, booking: Booking): Promise<Dialled> {
  const dialling = await changeBooking(dialler, booking, [{ type: 'dial' }]);
  return dialling ? ring(dialler, dialling) : 'changed';
}

/** Rings for a booking that is noted as dialling. */
export async function ring(dialler: Dialler, booking: Booking): Promise<Dialled> {
  try {
    const contactId = await startCall(dialler, booking);
    await dialler.ledger.update(callerItemKey(booking.callerKey), 'SET callbackContactId = :contact', {
      condition: bookingIsUnchanged,
      values: { ':contact': contactId, ':id': booking.id, ':revision': booking.revision },
    });
    return 'ringing';
  } catch (error) {
    return notRung(dialler, booking, error);
  }
}

/** A refusal is certain, whatever else is not: then the telephone may ring, and the booking stays as it is until that is known. */
async function notRung(dialler: Dialler, booking: Booking, error: unknown): Promise<Dialled> {
  const name = errorName(error);
  log('callNotStarted', { administration: dialler.rules.id, queue: booking.queue, bookingId: booking.id, error: name });
  if (numberRefused.has(name)) {
    const facts = { connectedToAgentAt: undefined, disconnectedAt: dialler.now(), disconnectReason: name };
    await applyContactFacts(dialler, booking, facts);
    return 'unreachable';
  }
  if (!isRefusal(error)) return 'unknown';
  const retryAt = dialler.now().toISOString();
  await changeBooking(dialler, booking, [{ type: 'miss', reason: 'notAttempted', retryAt }]);
  return 'refused';
}

const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && '$fault' in error && error.$fault === 'client';

function startCall({ rules, connect, queueIds, callbackFlowIds, now }: Dialler, booking: Booking): Promise<string> {
  const queueId = queueIds[booking.queue];
  if (!queueId) throw new Error(`no Connect queue for ${booking.queue}`);
  // A language may have gone from the file since; French never does.
  const flowId = callbackFlowIds[booking.language] ?? callbackFlowIds['fr'];
  if (!flowId) throw new Error(`no flow for who answers a callback in ${booking.language}`);
  const speak = phrases(booking.language);
  const attributes: CallbackAttributes = {
    administration: rules.id,
    language: booking.language,
    queue: booking.queue,
    callerKey: booking.callerKey,
    bookingId: booking.id,
    revision: String(booking.revision),
    attempt: String(booking.attempts),
    spokenCode: speak.spokenCode(booking.code),
    reason: speak.callReason(spokenSlot(rules, booking.slot, now(), booking.number)),
    speechRate: booking.speechRate ?? '100%',
    subject: booking.subject ?? '',
    promise: 'slot',
    announcedWaitSeconds: '',
    queuedAt: '',
    ...newCall,
  };
  return connect.startOutboundVoiceContact({
    to: booking.number,
    flowId,
    queueId,
    attributes: { ...attributes },
    clientToken: `${booking.id}-${booking.revision}-${booking.attempts}`,
    ringTimeoutSeconds,
  });
}
