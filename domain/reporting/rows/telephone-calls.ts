import type { CallRow } from '../compiled-rows.ts';
import type { Contact } from './contact.ts';
import { byCodeUnits } from './settle.ts';

/** A call: the contact with which it began, and those that continue it by transfer. */
export interface TelephoneCall {
  id: string;
  kind: CallRow['kind'];
  first: Contact;
  /** From the first to the last. */
  contacts: Contact[];
}

const ownMethods = /^(?:CALLBACK|API|(?:EXTERNAL_)?OUTBOUND)/u;

/** Connect chains its callbacks to the call in which they were asked for: they are calls of their own. */
const isContinuation = ({ method, previousId }: Contact): boolean => previousId !== null && !ownMethods.test(method);

const longestChain = 100;

/**
 * The calls that these contacts make. A contact whose call began on an earlier day, or whose record never came, is of none: to give its
 * agent to another call would flatter.
 */
export function telephoneCalls(contacts: ReadonlyMap<string, Contact>): Map<string, TelephoneCall> {
  const calls = new Map<string, TelephoneCall>();
  for (const contact of contacts.values()) {
    const first = firstOf(contact, contacts);
    if (!first) continue;
    const call = calls.get(first.id);
    if (call) call.contacts.push(contact);
    else calls.set(first.id, { id: first.id, kind: kindOf(first), first, contacts: [contact] });
  }
  for (const { contacts: chain } of calls.values()) {
    if (chain.length > 1) chain.sort((one, other) => one.startedAt - other.startedAt || byCodeUnits(one.id, other.id));
  }
  return calls;
}

/** With which contact its call began; undefined where that is not among them. */
export function firstOf(contact: Contact, contacts: ReadonlyMap<string, Contact>): Contact | undefined {
  let first: Contact | undefined = contact;
  for (let steps = 0; first && isContinuation(first); steps += 1) {
    if (steps === longestChain || first.previousId === null) return undefined;
    first = contacts.get(first.previousId);
  }
  return first;
}

function kindOf({ method, isLaterSurvey, isAttempt, bookingId }: Contact): CallRow['kind'] {
  if (!ownMethods.test(method)) return 'inbound';
  if (method.startsWith('CALLBACK')) return 'callback';
  if (isLaterSurvey) return 'later_survey';
  return isAttempt && bookingId !== '' ? 'callback' : 'outbound';
}

/** Connect finds an agent for a kept place first, and rings then. */
const isOfPlace = ({ first }: TelephoneCall): boolean => first.method.startsWith('CALLBACK');

/** When a telephone rang: where it was never dialled, as of a place that was given up, null. In milliseconds since the epoch. */
export const rangAt = (call: TelephoneCall): number | null =>
  isOfPlace(call) ? call.first.agentAt : call.first.startedAt;

/** When agent and person could hear each other, in milliseconds since the epoch; null where they never did. */
export function voiceAt(call: TelephoneCall): number | null {
  let agentAt: number | null = null;
  for (const contact of call.contacts) {
    if (contact.agentAt !== null && (agentAt === null || contact.agentAt < agentAt)) agentAt = contact.agentAt;
  }
  if (agentAt === null || !isOfPlace(call)) return agentAt;
  const { connectedAt } = call.first;
  return connectedAt === null ? null : Math.max(agentAt, connectedAt);
}

/** Whole, rounded up, and never below 0 where two clocks differ. */
export const secondsBetween = (from: number, to: number): number => Math.max(0, Math.ceil((to - from) / 1000));
