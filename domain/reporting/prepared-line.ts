import type { PreparedContact, PreparedLine } from './prepared-lines.ts';
import { fieldsOf } from './lenient-fields.ts';
import { type Prepared, prepareContact, type RecordedLine } from './prepared-contact.ts';
import { prepareEvent } from './prepared-events.ts';

/** What Firehose holds, parsed: a contact record, or an event of the bus. Never throws, whatever it is. */
export function prepareLine(raw: unknown, line: RecordedLine): Prepared<PreparedLine> {
  const record = fieldsOf(raw);
  return isEvent(raw) ? prepareEvent(record, line) : prepareContact(record, line);
}

/** What came from the bus, and not from Connect's records. */
export const isEvent = (raw: unknown): boolean => 'detail-type' in fieldsOf(raw);

/**
 * Whether an agent took this call, and the survey could follow. Of a call that agents pass on it is the last contact, which names no
 * next one; of ours, those that somebody picked up. Who is dialled by an agent is asked nothing.
 * @param raw the record of which the contact was prepared
 */
export function wasServed(contact: PreparedContact, raw: unknown): boolean {
  const { agentConnectedAt, connectedAt, initiationMethod } = contact;
  if (agentConnectedAt === null || initiationMethod === 'OUTBOUND') return false;
  if (initiationMethod === 'CALLBACK' && connectedAt === null) return false;
  return !fieldsOf(raw)['NextContactId'];
}
