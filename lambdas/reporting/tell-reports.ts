import { bookingEventSource } from '../../domain/callback/contract.ts';
import {
  reportingMetrics,
  type AnswerEvent,
  type answerEventType,
  type SmsEvent,
  type smsEventType,
} from '../../domain/reporting/contract.ts';
import type { EventBus } from '../runtime/eventbridge.ts';
import { count, errorName, log } from '../runtime/log.ts';

export interface ReportsTeller {
  bus: Pick<EventBus, 'put'>;
  line: { id: string };
  now: () => Date;
}
type Told = { type: typeof smsEventType; event: SmsEvent } | { type: typeof answerEventType; event: AnswerEvent };

/**
 * Tells the reports what has just been done. Never throws: the SMS has left, or the answer is kept, and an error would have the caller told
 * that it failed, or the function invoked again for what may be done once only. So what the bus refuses at each attempt is in no report; it is
 * counted, for an alarm, and logged by what it was about. The claim of the SMS and the item of the survey stay in the ledger.
 */
export async function tellReports({ bus, line, now }: ReportsTeller, { type, event }: Told): Promise<void> {
  try {
    await bus.put(bookingEventSource, type, [event]);
  } catch (error) {
    const fields = { administration: line.id, contactId: event.contactId, type, error: errorName(error) };
    log('reportEventLost', fields);
    count({ [reportingMetrics.eventsLost]: 1 }, { administration: line.id }, now());
  }
}
