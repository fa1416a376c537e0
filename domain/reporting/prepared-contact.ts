import { recognisableNumber } from '../callback/caller-id.ts';
import { localTime } from '../administration/local-time.ts';
import type { PreparedContact, RecordKind } from './prepared-lines.ts';
import { countOf, type Fields, fieldsOf, instantOf, shapes, textOf } from './lenient-fields.ts';
import { personOf } from './person.ts';
import { preparedAttributes } from './prepared-attributes.ts';

/** What has to be known of the line whose records are prepared. */
export interface RecordedLine {
  id: string;
  timeZone: string;
  /** E.164, of all administrations: as a caller ID they mean a hidden number. */
  ownNumbers: readonly string[];
  /** The reports' key of a year `YYYY`. */
  keyOfYear: (year: string) => Uint8Array;
}
/** A line with its place; or why there is none. */
export type Prepared<Line> =
  | { kind: RecordKind; day: string; line: Line }
  | { leftOut: 'otherChannel' | 'testCase' | 'otherAdministration' | 'underWay' }
  | 'unreadable';

/** Where we rang; in all others a person rang, or goes on in the same call. */
const ours: ReadonlySet<string> = new Set(['API', 'CALLBACK', 'OUTBOUND', 'EXTERNAL_OUTBOUND', 'CAMPAIGN']);
const longestSeconds = 86_400;

/**
 * A contact record of Connect (PascalCase; every field may be missing or null) without what the reports do not need. Unreadable is one
 * without an id, or without any instant by which it would belong to a day.
 */
export function prepareContact(record: Fields, line: RecordedLine): Prepared<PreparedContact> {
  const { Channel, SegmentAttributes } = record;
  if (typeof Channel === 'string' && Channel !== 'VOICE') return { leftOut: 'otherChannel' };
  // Runs of native test cases are in the records like any call.
  if (fieldsOf(SegmentAttributes)['connect:ValidationTestType'] != null) return { leftOut: 'testCase' };
  const number = addressOf(record['CustomerEndpoint']);
  const idOf = (value: unknown): string => withoutNumber(textOf(value, shapes.id), number);
  const contactId = idOf(record['ContactId']);
  const instants = instantsOf(record);
  const startedAt = instants.startedAt ?? instants.connectedAt ?? instants.enqueuedAt ?? instants.endedAt;
  if (contactId === '' || startedAt === null) return 'unreadable';
  const day = localTime(new Date(startedAt), line.timeZone).date;
  const previous = idOf(record['PreviousContactId']);
  const initiationMethod = textOf(record['InitiationMethod'], shapes.constant);
  const displayed = addressOf(record['SystemEndpoint']);
  const attributes = Object.entries(preparedAttributes(fieldsOf(record['Attributes'])));
  return {
    kind: ours.has(initiationMethod) ? 'callbacks' : 'calls',
    day,
    line: {
      line: 'contact',
      contactId,
      initialContactId: idOf(record['InitialContactId']) || contactId,
      previousContactId: previous === '' || previous === contactId ? null : previous,
      initiationMethod,
      person: personOf(recognisableNumber(number, line.ownNumbers) ?? '', day, line.keyOfYear),
      displayedNumber: displayed === number ? '' : displayed,
      ...instants,
      startedAt,
      handleSeconds: handleSecondsOf(fieldsOf(record['Agent'])),
      disconnectReason: textOf(record['DisconnectReason'], shapes.constant),
      transferredOut: addressOf(record['TransferredToEndpoint']) !== '',
      attributes: Object.fromEntries(attributes.filter(([, value]) => withoutNumber(value, number) !== '')),
      lastUpdateAt: instantOf(record['LastUpdateTimestamp']) ?? instants.endedAt ?? startedAt,
    },
  };
}

function instantsOf(record: Fields) {
  const queue = fieldsOf(record['Queue']);
  return {
    startedAt: instantOf(record['InitiationTimestamp']),
    enqueuedAt: instantOf(queue['EnqueueTimestamp']),
    dequeuedAt: instantOf(queue['DequeueTimestamp']),
    agentConnectedAt: instantOf(fieldsOf(record['Agent'])['ConnectedToAgentTimestamp']),
    connectedAt: instantOf(record['ConnectedToSystemTimestamp']),
    endedAt: instantOf(record['DisconnectTimestamp']),
  };
}

/** Connect counts the time on hold beside that of the talk. */
const handleSecondsOf = (agent: Fields): number =>
  ['AgentInteractionDuration', 'CustomerHoldDuration', 'AfterContactWorkDuration'].reduce(
    (seconds, name) => seconds + Math.round(countOf(agent[name], longestSeconds)),
    0,
  );

/** E.164 of an endpoint; empty where it is withheld, or no telephone. */
const addressOf = (endpoint: unknown): string => textOf(fieldsOf(endpoint)['Address'], /^\+[1-9]\d{6,14}$/u);

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const subscriberDigits = 9;

/** Empty where a program has written the caller's number, in whatever form, into what should hold something else. */
function withoutNumber(text: string, e164: string): string {
  const subscriber = e164.slice(-subscriberDigits);
  // Chance alone writes nine digits into one of many millions of ids, and no call may be lost for it.
  return subscriber !== '' && !uuid.test(text) && text.replaceAll(/\D/gu, '').includes(subscriber) ? '' : text;
}
