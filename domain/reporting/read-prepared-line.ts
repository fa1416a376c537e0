import type {
  PreparedAnswer,
  PreparedBooking,
  PreparedContact,
  PreparedDelivery,
  PreparedLine,
  PreparedSms,
} from './prepared-lines.ts';

type FieldType = 'text' | 'number' | 'boolean' | 'instant' | 'instantOrNull' | 'textOrNull' | 'texts';
type FieldsOf<Line extends PreparedLine> = Record<Exclude<keyof Line, 'line'>, FieldType>;

const contact: FieldsOf<PreparedContact> = {
  contactId: 'text',
  initialContactId: 'text',
  previousContactId: 'textOrNull',
  initiationMethod: 'text',
  person: 'text',
  displayedNumber: 'text',
  startedAt: 'instant',
  enqueuedAt: 'instantOrNull',
  dequeuedAt: 'instantOrNull',
  agentConnectedAt: 'instantOrNull',
  connectedAt: 'instantOrNull',
  endedAt: 'instantOrNull',
  handleSeconds: 'number',
  disconnectReason: 'text',
  transferredOut: 'boolean',
  attributes: 'texts',
  lastUpdateAt: 'instant',
};
const booking: FieldsOf<PreparedBooking> = {
  contactId: 'text',
  bookingId: 'text',
  revision: 'number',
  queue: 'text',
  slot: 'text',
  from: 'text',
  to: 'text',
  reason: 'text',
  at: 'instant',
};
const sms: FieldsOf<PreparedSms> = {
  id: 'text',
  contactId: 'text',
  bookingId: 'text',
  template: 'text',
  country: 'text',
  parts: 'number',
  outcome: 'text',
  reason: 'text',
  messageId: 'text',
  at: 'instant',
};
const delivery: FieldsOf<PreparedDelivery> = {
  messageId: 'text',
  status: 'text',
  isFinal: 'boolean',
  parts: 'number',
  priceUsd: 'number',
  at: 'instant',
};
const answer: FieldsOf<PreparedAnswer> = {
  contactId: 'text',
  survey: 'text',
  queue: 'text',
  question: 'text',
  answer: 'text',
  at: 'instant',
};
const fieldsOfLine = new Map(
  Object.entries({ contact, booking, sms, delivery, answer }).map(([line, fields]) => [line, Object.entries(fields)]),
);

const isNullable = (type: FieldType): boolean => type === 'instantOrNull' || type === 'textOrNull';
const isText = (value: unknown): boolean => typeof value === 'string';
const isInstant = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const is: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  text: isText,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  instant: isInstant,
  instantOrNull: (value) => value === null || isInstant(value),
  textOrNull: (value) => value === null || isText(value),
  texts: (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string'),
};

/**
 * A line of `records/`, or undefined where it is none, or not a whole one: what is counted must be what was written. What may be null
 * may also be absent, as in lines that are older than the field.
 */
export function readPreparedLine(text: string): PreparedLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const line = value as Record<string, unknown>;
  const fields = fieldsOfLine.get(String(line['line']));
  if (fields === undefined) return undefined;
  for (const [name, type] of fields) {
    if (line[name] === undefined && isNullable(type)) line[name] = null;
    if (!is[type](line[name])) return undefined;
  }
  // Every field of its kind has been looked at above, one by one.
  return line as unknown as PreparedLine;
}
