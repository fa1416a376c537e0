import type { BookingState } from '../callback/contract.ts';

/** What became of a call. Each has one, and all of them are counted. */
export type CallOutcome =
  /** An agent took it. */
  | 'answered'
  /** A callback was taken, and no agent in this call. */
  | 'callback'
  /** What answers the call, or what is promised, was heard. */
  | 'informed'
  /** Handed over to another service. */
  | 'transferred'
  /** Rang outside the opening hours, and was promised nothing. */
  | 'closed'
  /** Left the queue unserved. */
  | 'abandoned'
  /** Left on hearing the wait, before the queue. */
  | 'balked'
  /** Left before choosing. */
  | 'leftInMenu'
  /** We ended it: a fault. */
  | 'failed';

/** The tables of compiled days: gzipped JSON lines, `compiled/<table>/day=<day>/<table>.json.gz`, one row a line, sorted by its id. */
export type CompiledTable = 'calls' | 'bookings' | 'messages' | 'persons';
export const compiledKey = (table: CompiledTable, day: string): string =>
  `compiled/${table}/day=${day}/${table}.json.gz`;

/**
 * A call that began on the day, whoever began it: the contact with those that continue it by transfer. A callback is a call of its own, also where
 * Connect chains it to the one in which it was asked for. Column names are the SQL's. Seconds are whole, rounded up.
 */
export interface CallRow {
  call_id: string;
  /** `inbound`: a person rang; else we did. */
  kind: 'inbound' | 'callback' | 'later_survey' | 'outbound';
  /** Empty where the number was withheld. */
  person: string;
  displayed_number: string;
  queue: string;
  subject: string;
  language: string;
  started_at: string;
  /** Local, `HH:MM`, of the half hour in which it began. */
  half_hour: string;
  /** Whether it came during the opening hours. */
  open: boolean;
  /** Of an inbound call; null of ours. */
  outcome: CallOutcome | null;
  /** In a queue until it left it, whether to an agent, to a callback or by hanging up; null where it was in none. */
  queue_seconds: number | null;
  /** From the first ring to an agent's voice in this very call; null where no agent took it. */
  agent_seconds: number | null;
  /** From the first ring to an agent's voice: in this call, or in the callback that was promised in it; null where nobody was reached. */
  voice_seconds: number | null;
  handle_seconds: number;
  /** That person had rung before on the day and was not served then. */
  redial: boolean;
  /** First wait announced, and the wait in the queue that followed: null where none was, or where nobody answered. */
  announced_seconds: number | null;
  callback_offered: boolean;
  offer_reason: string;
  callback_refusal: string;
  callback_taken: 'slot' | 'place' | null;
  /** The callback taken in it was connected to an agent. */
  callback_reached: boolean;
  /** Waiting on the line that the callback spared, by what was announced; 0 where nothing is known. */
  spared_seconds: number;
  survey_offered: boolean;
  /** 1 very bad to 5 excellent. */
  quality: number | null;
  /** Whether the caller says to have got an answer. */
  got_answer: boolean | null;
}
/** A promise made on the day. */
export interface BookingRow {
  booking_id: string;
  call_id: string;
  queue: string;
  kind: 'slot' | 'place';
  promised_at: string;
  /** Start of the slot first promised; empty for a place. */
  slot: string;
  /** As far as the records go. */
  state: BookingState;
  /** Whether we rang within the hour promised; null while that is still to come, or was cancelled before. A place is kept when we rang on the day. */
  kept: boolean | null;
  /** From the end of the promised slot to our first ring, 0 where it was kept; null where we never rang. */
  late_seconds: number | null;
  carried_over: number;
  /** We stopped ringing: no attempt was left, or no agent was there as often as the person had answered. */
  given_up: boolean;
  attempts: number;
  /** Attempt at which an agent and the person talked; null where they never did. */
  reached_attempt: number | null;
  /** From the first ring of the call in which it was promised. */
  reached_seconds: number | null;
}
export interface MessageRow {
  message: string;
  call_id: string;
  template: string;
  country: string;
  parts: number;
  /** `accepted`: the carrier has it, and no receipt came. */
  outcome: 'delivered' | 'accepted' | 'undelivered' | 'refused' | 'withheld' | 'unknown';
  reason: string;
  price_usd: number;
}
/** A person who rang on the day, by a number that was not withheld. */
export interface PersonRow {
  person: string;
  calls: number;
  /** An agent talked with this person on the day: in a call or a callback. */
  reached_same_day: boolean;
  /** On the day or the next; null until the next one is over. */
  reached_two_days: boolean | null;
}
export interface CompiledRows {
  calls: CallRow[];
  bookings: BookingRow[];
  messages: MessageRow[];
  persons: PersonRow[];
}
