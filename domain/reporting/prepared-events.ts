import { localTime } from '../administration/local-time.ts';
import { bookingEventSource, bookingEventType } from '../callback/contract.ts';
import type { BookingState, MissedReason } from '../callback/contract.ts';
import { deliveryEventSource, deliveryEventType } from '../sms/contract.ts';
import type { SurveyQuestion } from '../survey/contract.ts';
import { answerEventType, smsEventType } from './contract.ts';
import {
  type PreparedAnswer,
  type PreparedBooking,
  type PreparedDelivery,
  type PreparedSms,
} from './prepared-lines.ts';
import { countOf, type Fields, fieldsOf, instantOf, shapes, textOf } from './lenient-fields.ts';
import type { Prepared, RecordedLine } from './prepared-contact.ts';

type Line = Pick<RecordedLine, 'id' | 'timeZone'>;

const claim = /^[\w#-]{1,200}$/u;
const reason = /^[A-Za-z][\w ]{0,99}$/u;
/** They tell neither that an SMS arrived nor that it did not. */
const underWay: ReadonlySet<string> = new Set(['QUEUED', 'PENDING', 'SENT']);

/** An event as EventBridge delivers it: ours of this line, or what became of one of its SMS. */
export function prepareEvent(
  envelope: Fields,
  line: Line,
): Prepared<PreparedBooking | PreparedSms | PreparedAnswer | PreparedDelivery> {
  const detail = fieldsOf(envelope['detail']);
  const type = envelope['detail-type'];
  if (envelope['source'] === deliveryEventSource && type === deliveryEventType) return prepareDelivery(detail, line);
  if (envelope['source'] !== bookingEventSource) return 'unreadable';
  if (typeof detail['administration'] !== 'string') return 'unreadable';
  if (detail['administration'] !== line.id) return { leftOut: 'otherAdministration' };
  switch (type) {
    case bookingEventType:
      return prepareBooking(detail, line);
    case smsEventType:
      return prepareSms(detail, line);
    case answerEventType:
      return prepareAnswer(detail, line);
    default:
      return 'unreadable';
  }
}

const dayOf = (at: string, { timeZone }: Line): string => localTime(new Date(at), timeZone).date;

function prepareBooking(detail: Fields, line: Line): Prepared<PreparedBooking> {
  const at = instantOf(detail['at']);
  const bookingId = textOf(detail['bookingId'], shapes.bookingId);
  const to = textOf(detail['to'], shapes.word) as BookingState | '';
  if (at === null || bookingId === '' || to === '') return 'unreadable';
  return {
    kind: 'bookings',
    day: dayOf(at, line),
    line: {
      line: 'booking',
      contactId: textOf(detail['contactId'], shapes.id),
      bookingId,
      revision: countOf(detail['revision'], 10_000),
      queue: textOf(detail['queue'], shapes.word),
      slot: instantOf(detail['slot']) ?? '',
      from: (textOf(detail['from'], shapes.word) || 'none') as BookingState | 'none',
      to,
      reason: textOf(detail['reason'], shapes.word) as MissedReason | '',
      at,
    },
  };
}

function prepareSms(detail: Fields, line: Line): Prepared<PreparedSms> {
  const at = instantOf(detail['at']);
  const id = textOf(detail['id'], claim);
  const outcome = textOf(detail['outcome'], /^(?:sent|refused|withheld|unknown)$/u) as PreparedSms['outcome'] | '';
  if (at === null || id === '' || outcome === '') return 'unreadable';
  return {
    kind: 'messages',
    day: dayOf(at, line),
    line: {
      line: 'sms',
      id,
      contactId: textOf(detail['contactId'], shapes.id),
      bookingId: textOf(detail['bookingId'], shapes.bookingId),
      template: textOf(detail['template'], shapes.word),
      country: textOf(detail['country'], /^[A-Z]{2}$/u),
      parts: countOf(detail['parts'], 100),
      outcome,
      reason: textOf(detail['reason'], reason),
      messageId: textOf(detail['messageId'], shapes.id),
      at,
    },
  };
}

function prepareAnswer(detail: Fields, line: Line): Prepared<PreparedAnswer> {
  const at = instantOf(detail['at']);
  const contactId = textOf(detail['contactId'], shapes.id);
  const question = textOf(detail['question'], /^(?:quality|answered)$/u) as SurveyQuestion | '';
  const answer = textOf(detail['answer'], /^[1-5]$/u);
  if (at === null || contactId === '' || question === '' || answer === '') return 'unreadable';
  return {
    kind: 'answers',
    day: dayOf(at, line),
    line: {
      line: 'answer',
      contactId,
      survey: detail['survey'] === 'later' ? 'later' : 'call',
      queue: textOf(detail['queue'], shapes.word),
      question,
      answer,
      at,
    },
  };
}

/** Beside the SMS that it is of: by when that was sent. The sender has no price where the service names none. */
function prepareDelivery(detail: Fields, line: Line): Prepared<PreparedDelivery> {
  const at = instantOf(detail['eventTimestamp']);
  const messageId = textOf(detail['messageId'], shapes.id);
  const status = textOf(detail['messageStatus'], shapes.constant);
  if (at === null || messageId === '' || status === '') return 'unreadable';
  const isFinal = detail['isFinal'] === true;
  if (!isFinal && underWay.has(status)) return { leftOut: 'underWay' };
  return {
    kind: 'messages',
    day: dayOf(instantOf(detail['messageRequestTimestamp']) ?? at, line),
    line: {
      line: 'delivery',
      messageId,
      status,
      isFinal,
      parts: countOf(detail['totalMessageParts'], 100),
      priceUsd: countOf(detail['totalMessagePrice'], 100) + countOf(detail['totalCarrierFee'], 100),
      at,
    },
  };
}
