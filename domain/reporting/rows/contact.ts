import type { KeptAttribute } from '../contract.ts';
import type { PreparedContact } from '../prepared-lines.ts';

/** What rows need of a contact. Instants are milliseconds since the epoch. */
export interface Contact {
  id: string;
  initialId: string;
  previousId: string | null;
  method: string;
  person: string;
  displayedNumber: string;
  startedAt: number;
  enqueuedAt: number | null;
  dequeuedAt: number | null;
  agentAt: number | null;
  connectedAt: number | null;
  endedAt: number | null;
  handleSeconds: number;
  callerHungUp: boolean;
  transferredOut: boolean;
  stage: string;
  queue: string;
  subject: string;
  language: string;
  announcedSeconds: number | null;
  wasOffered: boolean;
  offerReason: string;
  callbackRefusal: string;
  surveyOffered: boolean;
  bookingId: string;
  /** It is an attempt at a booked hour. */
  isAttempt: boolean;
  isLaterSurvey: boolean;
  updatedAt: number;
}

const instant = (at: string | null | undefined): number | null =>
  at === null || at === undefined ? null : Date.parse(at);

/** Of an attribute with digits, its number; null where it is empty or says something else. */
const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/u.test(text) ? Number(text) : null;

/** A line holds each of its words for itself; of words that thousands of lines share, one is kept. */
export function contactReader(): (line: PreparedContact) => Contact {
  const words = new Map<string, string>();
  const shared = (word: string | undefined): string => {
    if (word === undefined || word === '') return '';
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, word);
    return word;
  };
  return (line) => readContact(line, shared);
}

function readContact(line: PreparedContact, shared: (word: string | undefined) => string): Contact {
  const { attributes } = line;
  const word = (name: KeptAttribute): string => shared(attributes[name]);
  return {
    id: line.contactId,
    initialId: line.initialContactId,
    previousId: line.previousContactId,
    method: shared(line.initiationMethod),
    person: line.person,
    displayedNumber: shared(line.displayedNumber),
    startedAt: Date.parse(line.startedAt),
    enqueuedAt: instant(line.enqueuedAt),
    dequeuedAt: instant(line.dequeuedAt),
    agentAt: instant(line.agentConnectedAt),
    connectedAt: instant(line.connectedAt),
    endedAt: instant(line.endedAt),
    handleSeconds: Math.ceil(line.handleSeconds),
    callerHungUp: line.disconnectReason === 'CUSTOMER_DISCONNECT',
    transferredOut: line.transferredOut,
    stage: word('stage'),
    queue: word('queue'),
    subject: word('subject'),
    language: word('language'),
    announcedSeconds: wholeNumber(attributes.firstAnnouncedWaitSeconds),
    wasOffered: (attributes.offeredAt ?? '') !== '',
    offerReason: word('offerReason'),
    callbackRefusal: word('callbackRefusal'),
    surveyOffered: attributes.surveyOffered === 'yes',
    bookingId: attributes.bookingId ?? '',
    isAttempt: (attributes.attempt ?? '') !== '',
    isLaterSurvey: attributes.survey === 'later',
    updatedAt: Date.parse(line.lastUpdateAt),
  };
}
