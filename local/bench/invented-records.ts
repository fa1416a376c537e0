import { localTime } from '../../domain/administration/local-time.ts';
import type { KeptAttribute } from '../../domain/reporting/contract.ts';
import type {
  PreparedAnswer,
  PreparedBooking,
  PreparedContact,
  PreparedLine,
  RecordKind,
} from '../../domain/reporting/prepared-lines.ts';

/** A line, and the folder of `records/` in which it lies. */
export interface InventedRecord {
  kind: RecordKind;
  /** Local. */
  day: string;
  line: PreparedLine;
}

export const iso = (at: number): string => new Date(at).toISOString();
const orNull = (at: number | undefined): string | null => (at === undefined ? null : iso(at));

/** Instants in milliseconds since the epoch. */
export interface InventedContact {
  contactId: string;
  initialContactId?: string;
  previousContactId?: string;
  method?: string;
  person: string;
  at: number;
  enqueued?: number | undefined;
  dequeued?: number | undefined;
  agent?: number | undefined;
  connected?: number | undefined;
  ended: number;
  reason?: string;
  transferredOut?: boolean;
  attributes: Partial<Record<KeptAttribute, string>>;
}

const ourNumber = '+33199001234';

export function inventedContact(contact: InventedContact): PreparedContact {
  const { contactId, at, ended, agent, person, attributes, method = 'INBOUND' } = contact;
  const isQueuedCallback = method === 'CALLBACK';
  return {
    line: 'contact',
    contactId,
    initialContactId: contact.initialContactId ?? contactId,
    previousContactId: contact.previousContactId ?? null,
    initiationMethod: method,
    person,
    displayedNumber: isQueuedCallback ? '' : ourNumber,
    startedAt: iso(at),
    enqueuedAt: orNull(contact.enqueued),
    dequeuedAt: orNull(contact.dequeued),
    agentConnectedAt: orNull(agent),
    connectedAt: orNull(contact.connected ?? (isQueuedCallback ? undefined : at)),
    endedAt: iso(ended),
    handleSeconds: agent === undefined ? 0 : Math.round((ended - agent) / 1000) + 20,
    disconnectReason: contact.reason ?? 'CUSTOMER_DISCONNECT',
    transferredOut: contact.transferredOut ?? false,
    attributes: { language: 'fr', surveyOffered: 'no', ...attributes },
    lastUpdateAt: iso(ended + 30_000),
  };
}

export function inventedBooking(
  about: { contactId: string; bookingId: string; queue: string; slot: string },
  revision: number,
  change: Pick<PreparedBooking, 'from' | 'to'> & Partial<Pick<PreparedBooking, 'reason' | 'slot'>>,
  at: number,
): PreparedBooking {
  return { line: 'booking', ...about, revision, reason: '', ...change, at: iso(at) };
}

const instantOfLine = (line: PreparedLine): string => (line.line === 'contact' ? line.startedAt : line.at);

function kindOf(line: PreparedLine): RecordKind {
  switch (line.line) {
    case 'contact':
      return /^(?:CALLBACK|API|OUTBOUND)/u.test(line.initiationMethod) ? 'callbacks' : 'calls';
    case 'booking':
      return 'bookings';
    case 'answer':
      return 'answers';
    default:
      return 'messages';
  }
}

export const filed = (line: PreparedLine, timeZone: string): InventedRecord => ({
  kind: kindOf(line),
  day: localTime(new Date(instantOfLine(line)), timeZone).date,
  line,
});

export const inventedAnswers = (
  contactId: string,
  queue: string,
  { quality, answered }: { quality: number; answered: boolean },
  at: number,
): PreparedAnswer[] => [
  { line: 'answer', contactId, survey: 'call', queue, question: 'quality', answer: String(quality), at: iso(at) },
  {
    line: 'answer',
    contactId,
    survey: 'call',
    queue,
    question: 'answered',
    answer: answered ? '1' : '2',
    at: iso(at + 8000),
  },
];
