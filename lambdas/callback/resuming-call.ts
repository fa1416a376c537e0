import type { Booking, NoteOutcomeResult } from '../../domain/callback/contract.ts';
import { resumingKey } from '../../domain/callback/shards.ts';
import type { Connect, ContactDescription } from '../runtime/connect.ts';
import { errorName, log } from '../runtime/log.ts';
import type { BookingKeeper } from './change-booking.ts';
import { endBooking } from './end-booking.ts';

interface Resumption extends BookingKeeper {
  connect: BookingKeeper['connect'] & Pick<Connect, 'describeContact'>;
}

const noteSeconds = 24 * 60 * 60;

/** Somebody chose to speak now: while that call lasts, nobody rings them for the promise. */
export async function noteResuming(
  { ledger, rules, now }: Resumption,
  contactId: string,
  { callerKey = '', bookingId = '' }: Record<string, string>,
): Promise<NoteOutcomeResult> {
  if (callerKey === '' || bookingId === '') return { status: 'stale' };
  const ttl = Math.floor(now().getTime() / 1000) + noteSeconds;
  await ledger.put({ pk: resumingKey(callerKey), contactId, bookingId, ttl });
  log('resumingNoted', { administration: rules.id, bookingId, contactId });
  return { status: 'noted' };
}

const servable: ReadonlySet<string> = new Set(['booked', 'missed', 'queued', 'dialling']);

/**
 * A call that takes the place of what was promised: from the moment an agent speaks, nobody is to be called any more, and the
 * telephone that we ring for that very promise falls silent.
 */
export async function noteResumingCall(
  keeper: BookingKeeper,
  booking: Booking,
  { connectedToAgentAt }: Pick<ContactDescription, 'connectedToAgentAt'>,
): Promise<void> {
  if (!connectedToAgentAt || !servable.has(booking.state)) return;
  const served = await endBooking(keeper, booking, 'serve');
  if (!served) throw new Error('the booking changed while its caller was served: to be noted again');
  if (booking.state === 'dialling' && booking.callbackContactId) await stopRinging(keeper, booking.callbackContactId);
}

/** Whoever picks up all the same hears that this call is not of interest any more. */
async function stopRinging({ connect, rules }: BookingKeeper, contactId: string): Promise<void> {
  try {
    await connect.stopContact(contactId);
  } catch (error) {
    log('callNotStopped', { administration: rules.id, contactId, error: errorName(error) });
  }
}

/**
 * Of these bookings, those whose person is in a call of their own at this moment: they are left alone, neither rung nor carried over.
 * One whom an agent has served meanwhile, though no event said so, needs no call any more.
 */
export async function resumingNow(keeper: Resumption, bookings: readonly Booking[]): Promise<Set<Booking>> {
  const notes = await keeper.ledger.getMany(
    bookings.map(({ callerKey }) => resumingKey(callerKey)),
    { consistent: true },
  );
  const resuming = new Set<Booking>();
  for (const booking of bookings) {
    const note = notes.get(resumingKey(booking.callerKey));
    if (note?.['bookingId'] !== booking.id || typeof note['contactId'] !== 'string') continue;
    const facts = await keeper.connect.describeContact(note['contactId']);
    if (!facts || (facts.disconnectedAt && !facts.connectedToAgentAt)) continue;
    resuming.add(booking);
    await noteResumingCall(keeper, booking, facts);
  }
  return resuming;
}
