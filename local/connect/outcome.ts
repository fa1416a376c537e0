import type { Outcome } from '../call-event.ts';
import type { Contact } from './contact.ts';

/** What a call's outcome is drawn from. */
export interface CallFacts {
  /** Has waited for an agent. */
  queued: boolean;
  agentReached: boolean;
  /** A slot was booked in this call, or a callback queued. */
  booked: boolean;
  /** What became of a promise in this call: the last thing that did. */
  promise: 'moved' | 'cancelled' | undefined;
  /** It is a queued callback itself. */
  calledBack: boolean;
  /** Was handed over to an outside number. */
  transferred: boolean;
  /** The last check of opening hours found them closed. */
  closed: boolean;
  /** Has heard an announcement to its end that answers the call: the line is closed, or information on a subject without a queue. */
  informed: boolean;
}

/** Who or what ended a contact. */
export type EndCause = 'caller' | 'agent' | 'flow' | 'fault' | 'api' | 'thirdParty' | 'queueTransfer' | Unanswered;
/** Why nobody answered a call. */
export type Unanswered = 'busy' | 'refused' | 'unreachable' | 'noAnswer';

/** The first rule that applies names the outcome: a fault shows whatever went well before it, and an agent reached outweighs a booking. */
export function outcomeOf(facts: CallFacts, cause: EndCause): Outcome {
  if (cause === 'fault') return 'dropped';
  if (facts.agentReached) return 'served';
  if (facts.booked) return 'booked';
  if (facts.promise) return facts.promise;
  if (facts.transferred || cause === 'queueTransfer') return 'transferred';
  if (facts.informed && !facts.queued) return 'informed';
  if (cause === 'api') return facts.calledBack ? 'cancelled' : 'dropped';
  return cause === 'flow' ? 'told' : 'callerLeft';
}

/** To be called when an announcement has been heard to its end. A subject that no queue serves is one of information alone. */
export function noteHeard(contact: Contact): void {
  const { subject, queue } = contact.record.attributes;
  if (contact.facts.closed || (subject && !queue)) contact.facts.informed = true;
}

/**
 * Connect's `DisconnectReason`. Documented are those of the caller, the agent and the flow; to be proven on a live instance are the words
 * for calls that nobody took, that a call declined on the telephone counts as disconnected by the customer (its operator may also report
 * it busy), and CONTACT_FLOW_DISCONNECT after a disconnect flow.
 */
export const disconnectReasons: Record<EndCause, string> = {
  caller: 'CUSTOMER_DISCONNECT',
  agent: 'AGENT_DISCONNECT',
  flow: 'CONTACT_FLOW_DISCONNECT',
  fault: 'CONTACT_FLOW_DISCONNECT',
  api: 'API',
  thirdParty: 'THIRD_PARTY_DISCONNECT',
  queueTransfer: 'CONTACT_FLOW_DISCONNECT',
  busy: 'TELECOM_BUSY',
  refused: 'CUSTOMER_DISCONNECT',
  unreachable: 'TELECOM_NUMBER_INVALID',
  noAnswer: 'TELECOM_UNANSWERED',
};
