/** One line of `--json`, documented in docs/call-events.schema.json. */
interface Line {
  /** ISO 8601 with the offset of the administration's time zone. */
  at: string;
  contactId: string;
  text: string;
  /** Name of the flow and identifier of the action, null where none. */
  flow: string | null;
  action: string | null;
}
export type CallEvent = Line &
  (
    | { kind: 'ringing'; to: string }
    | { kind: 'answered'; by: 'caller' | 'agent' | 'machine' }
    | { kind: 'heard'; by: 'caller' | 'agent' }
    | { kind: 'pressed'; keys: string }
    /** On an agent's screen: what a guide shows, and the words of the button that the agent presses. */
    | { kind: 'shown'; view: 'cards' | 'detail' | 'form' | 'confirmation' | 'other' }
    | { kind: 'chosen' }
    | { kind: 'lambda'; function: string; result: 'ok' | 'error' | 'timeout' }
    /** A stand-in has answered an action, for the service that is not there. Its text tells nothing of the contact. */
    | { kind: 'standIn'; service: string }
    | { kind: 'sms'; to: string; template: string; parts: number }
    /** `of` booking: the states of `domain/callback/contract.ts`, and `none` before the first. */
    | { kind: 'state'; of: 'booking' | 'contact' | 'agent'; from: string; to: string }
    | { kind: 'survey'; question: string; answer: string }
    | { kind: 'error' }
    | { kind: 'ended'; outcome: Outcome }
  );

export type Outcome =
  | 'served'
  | 'booked'
  | 'moved'
  | 'cancelled'
  | 'informed'
  | 'told'
  | 'transferred'
  | 'callerLeft'
  /** A guide is closed: no call. */
  | 'closed'
  | 'dropped';
