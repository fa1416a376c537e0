import { builtLanguages, type Language } from '../administration/language.ts';
import type { Booking, BookingState, MissedReason, SpeechRate } from './contract.ts';

/** An item as the ledger keeps it. */
type StoredItem = Readonly<Record<string, unknown>>;
/** Every field named, also those that may be undefined: a field added to the contract is added here, or does not compile. */
type WholeBooking = { [Field in keyof Required<Booking>]: Booking[Field] };

type Is<Kind> = (value: unknown) => value is Kind;

const isText: Is<string> = (value) => typeof value === 'string';
const isCount: Is<number> = (value) => typeof value === 'number';
const isOneOf =
  <Word extends string>(words: Readonly<Record<Word, true>>): Is<Word> =>
  (value): value is Word =>
    typeof value === 'string' && Object.hasOwn(words, value);

const isKind = isOneOf<Booking['kind']>({ slot: true, place: true });
const isNumberKind = isOneOf<Booking['numberKind']>({ mobile: true, landline: true });
const isSpeechRate = isOneOf<SpeechRate>({ '100%': true, '80%': true });
const isLanguage: Is<Language> = (value): value is Language => builtLanguages.some((language) => language === value);
const isState = isOneOf<BookingState>({
  queued: true,
  booked: true,
  dialling: true,
  answered: true,
  connected: true,
  missed: true,
  done: true,
  exhausted: true,
  cancelled: true,
});
const isMissedReason = isOneOf<MissedReason>({
  noAnswer: true,
  busy: true,
  machine: true,
  refused: true,
  unreachable: true,
  noAgent: true,
  notAttempted: true,
});

/**
 * The booking that a caller's item holds; undefined where there is none.
 * @throws Error naming the first field that is not one of a booking's, and never what stands in it
 */
export function readBooking(item: StoredItem | undefined): Booking | undefined {
  if (!item) return undefined;
  const may = <Kind>(field: keyof Booking, is: Is<Kind>): Kind | undefined =>
    item[field] === undefined ? undefined : must(field, is);
  const must = <Kind>(field: keyof Booking, is: Is<Kind>): Kind => {
    const value = item[field];
    if (is(value)) return value;
    throw new Error(`a stored booking whose ${field} cannot be read`);
  };
  const whole: WholeBooking = {
    id: must('id', isText),
    revision: must('revision', isCount),
    kind: must('kind', isKind),
    callerKey: must('callerKey', isText),
    contactId: must('contactId', isText),
    number: must('number', isText),
    numberKind: must('numberKind', isNumberKind),
    queue: must('queue', isText),
    slot: must('slot', isText),
    shard: must('shard', isCount),
    state: must('state', isState),
    code: must('code', isText),
    language: must('language', isLanguage),
    attempts: must('attempts', isCount),
    callbackContactId: may('callbackContactId', isText),
    dueAt: may('dueAt', isText),
    changedAt: must('changedAt', isText),
    missedReason: may('missedReason', isMissedReason),
    reportedAt: may('reportedAt', isText),
    reportedBy: may('reportedBy', isText),
    apologies: may('apologies', isCount),
    callUs: must('callUs', isText),
    speechRate: may('speechRate', isSpeechRate),
    subject: may('subject', isText),
  };
  return whole;
}
