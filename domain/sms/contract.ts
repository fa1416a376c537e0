/** What an SMS is about: one text each in phrases. */
export type SmsKind = 'confirmation' | 'missedRetry' | 'missedLast' | 'cancelled' | 'carriedOver';

/** Parameters of `sms/send-sms` when a flow invokes it; from the bus it gets a `BookingEvent`. */
export interface SendSmsParameters {
  callerKey: string;
  bookingId: string;
  revision: string;
  kind: SmsKind;
}
export interface SendSmsResult {
  /**
   * `landline`: no SMS is possible; `alreadySent`: another invocation sent it;
   * `unknown`: it was tried once, and whether it left is not known.
   */
  status: 'sent' | 'refused' | 'alreadySent' | 'landline' | 'unknown';
  /** A complete sentence to speak, always. */
  announcement: string;
}
