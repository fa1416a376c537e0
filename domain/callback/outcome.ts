import type { Booking, MissedReason } from './contract.ts';

/** What Connect says of the outbound contact of an attempt. */
export interface ContactFacts {
  connectedToAgentAt: Date | undefined;
  disconnectedAt: Date | undefined;
  /** Connect's words; undefined where it gives none. */
  disconnectReason: string | undefined;
}

/** What a contact's facts mean for its booking: one change after the other, or nothing yet. */
export type OutcomeStep =
  | { type: 'answer' }
  | { type: 'connect' }
  | { type: 'finish' }
  | { type: 'missed'; reason: MissedReason }
  | { type: 'noAgent' };

/**
 * Why nobody was reached, from the disconnect reason of a contact whose flow heard no key. Who picks up and hangs up again
 * refused; where our flow ended the call nobody pressed a key, as a machine does not.
 */
export function missedReason(disconnectReason: string | undefined): MissedReason {
  switch (disconnectReason) {
    case 'TELECOM_BUSY':
      return 'busy';
    case 'TELECOM_UNANSWERED':
    case 'TELECOM_TIMEOUT':
    case 'TELECOM_ORIGINATOR_CANCEL':
      return 'noAnswer';
    case 'CUSTOMER_DISCONNECT':
      return 'refused';
    case 'CONTACT_FLOW_DISCONNECT':
      return 'machine';
    default:
      return 'unreachable';
  }
}

/**
 * The steps from a booking's state to what its contact came to; none while the contact goes on as the state says.
 * The facts win over the notes: an agent's conversation counts although the flow could not note the answer.
 */
export function outcomeSteps({ state }: Pick<Booking, 'state'>, facts: ContactFacts): OutcomeStep[] {
  const served = facts.connectedToAgentAt !== undefined;
  const ended = facts.disconnectedAt !== undefined;
  const finish: OutcomeStep[] = ended ? [{ type: 'finish' }] : [];
  switch (state) {
    case 'dialling':
      if (served) return [{ type: 'answer' }, { type: 'connect' }, ...finish];
      return ended ? [{ type: 'missed', reason: missedReason(facts.disconnectReason) }] : [];
    case 'answered':
      if (served) return [{ type: 'connect' }, ...finish];
      return ended ? [{ type: 'noAgent' }] : [];
    case 'connected':
      return finish;
    default:
      return [];
  }
}

/** What Connect says of a queued callback, which rings only once an agent is found. */
export interface PlaceFacts extends ContactFacts {
  /** When the person picked up: before that, an agent waits and nobody has been spoken with. */
  connectedToSystemAt: Date | undefined;
  /** Whether Connect has another attempt under way or to come. */
  anotherAttempt: boolean;
}

/** Stopped by us, or after Connect's seven days: whoever did so says what becomes of the booking. */
const stopReasons: ReadonlySet<string> = new Set(['API', 'EXPIRED']);

/** The steps from a kept place to what one of its callback's attempts came to. */
export function placeSteps({ state }: Pick<Booking, 'state'>, facts: PlaceFacts): OutcomeStep[] {
  const spoken = facts.connectedToAgentAt !== undefined && facts.connectedToSystemAt !== undefined;
  const ended = facts.disconnectedAt !== undefined;
  const finish: OutcomeStep[] = ended ? [{ type: 'finish' }] : [];
  if (state === 'connected') return finish;
  if (state !== 'queued') return [];
  if (spoken) return [{ type: 'connect' }, ...finish];
  if (!ended || facts.anotherAttempt || stopReasons.has(facts.disconnectReason ?? '')) return [];
  return [{ type: 'missed', reason: missedReason(facts.disconnectReason) }];
}
