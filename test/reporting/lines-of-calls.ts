import type { PreparedAnswer, PreparedBooking, PreparedContact } from '../../domain/reporting/prepared-lines.ts';

/** A call that an agent took after a minute, which ended three minutes later; with some of it changed. */
export function contactLine(
  contactId: string,
  startedAt: string,
  changes: Partial<PreparedContact> = {},
): PreparedContact {
  const after = (seconds: number): string => new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
  return {
    line: 'contact',
    contactId,
    initialContactId: contactId,
    previousContactId: null,
    initiationMethod: 'INBOUND',
    person: `${startedAt.slice(0, 4)}-${contactId}`,
    displayedNumber: '+33970000001',
    startedAt: after(0),
    enqueuedAt: after(20),
    dequeuedAt: after(60),
    agentConnectedAt: after(60),
    connectedAt: after(0),
    endedAt: after(240),
    handleSeconds: 180,
    disconnectReason: 'CUSTOMER_DISCONNECT',
    transferredOut: false,
    attributes: {
      stage: 'arrival',
      queue: 'allocations',
      subject: 'allocations',
      language: 'fr',
      surveyOffered: 'yes',
    },
    lastUpdateAt: after(300),
    ...changes,
  };
}

/** A booking told of at the end of the call in which it was made. */
export const bookingLine = (
  bookingId: string,
  at: string,
  changes: Partial<PreparedBooking> & Pick<PreparedBooking, 'contactId'>,
): PreparedBooking => ({
  line: 'booking',
  bookingId,
  revision: 1,
  queue: 'allocations',
  slot: '',
  from: 'none',
  to: 'booked',
  reason: '',
  at,
  ...changes,
});

export const answerLine = (contactId: string, at: string, answer: string): PreparedAnswer => ({
  line: 'answer',
  contactId,
  survey: 'call',
  queue: 'allocations',
  question: 'quality',
  answer,
  at,
});
