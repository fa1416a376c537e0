import type {
  PreparedAnswer,
  PreparedBooking,
  PreparedDelivery,
  PreparedLine,
  PreparedSms,
} from '../prepared-lines.ts';
import type { SurveyQuestion } from '../../survey/contract.ts';
import { contactReader, type Contact } from './contact.ts';
import type { LocalDay } from './local-day.ts';

/** A booking's transition; instants in milliseconds since the epoch. */
export type Transition = Omit<PreparedBooking, 'line' | 'bookingId' | 'at'> & { at: number };
export interface Answers {
  call: Partial<Record<SurveyQuestion, string>>;
  later: Partial<Record<SurveyQuestion, string>>;
}

/** What holds of all lines, once and in no order: rows are drawn from it. */
export interface Settled {
  contacts: ReadonlyMap<string, Contact>;
  /** By booking, in the order of their revisions. */
  bookings: ReadonlyMap<string, readonly Transition[]>;
  sms: ReadonlyMap<string, PreparedSms>;
  /** By message id. */
  deliveries: ReadonlyMap<string, PreparedDelivery>;
  /** By the first contact of the call. */
  answers: (contactId: string) => Answers;
}

/** Lines of a day and of what follows it, settled as they come. What is of no row of the day is dropped at once. */
export interface Settler {
  add(line: PreparedLine): void;
  settled(): Settled;
}

export function settler(day: LocalDay): Settler {
  const readContact = contactReader();
  const contacts = new Map<string, Contact>();
  const transitions = new Map<string, Map<string, Transition>>();
  const sms = new Map<string, PreparedSms>();
  const deliveries = new Map<string, PreparedDelivery>();
  const answers = new Map<string, PreparedAnswer>();
  return {
    add(line) {
      switch (line.line) {
        case 'contact': {
          const contact = readContact(line);
          if (isFollowed(contact, day)) keep(contacts, contact.id, contact, laterContact);
          break;
        }
        case 'booking':
          addTransition(transitions, line);
          break;
        case 'sms':
          if (isBetween(Date.parse(line.at), day.startsAt, day.endsAt)) keep(sms, line.id, line, later);
          break;
        case 'delivery':
          keep(deliveries, line.messageId, line, laterDelivery);
          break;
        case 'answer':
          keep(answers, answerKey(line), line, earlier);
          break;
        default:
          throw new Error(`a line of records that is of no kind: ${JSON.stringify((line as { line: unknown }).line)}`);
      }
    },
    settled: () => ({
      contacts,
      bookings: new Map([...transitions].map(([id, all]) => [id, [...all.values()].toSorted(byRevision)])),
      sms,
      deliveries,
      answers: (contactId) => ({
        call: answersOf(answers, contactId, 'call'),
        later: answersOf(answers, contactId, 'later'),
      }),
    }),
  };
}

const isBetween = (at: number, from: number, to: number): boolean => at >= from && at < to;

/** People's calls matter on the next day too, ours as long as promises are followed. */
const isFollowed = ({ startedAt, method }: Contact, { startsAt, nextEndsAt, lastEndsAt }: LocalDay): boolean =>
  isBetween(startedAt, startsAt, method === 'INBOUND' ? nextEndsAt : lastEndsAt);

/** Of two lines about the same thing, one holds, whichever comes first: by what `order` says, else by their content. */
function keep<Line>(kept: Map<string, Line>, id: string, line: Line, order: (one: Line, other: Line) => number): void {
  const known = kept.get(id);
  if (known === undefined) {
    kept.set(id, line);
    return;
  }
  const difference = order(line, known) || byContent(line, known);
  if (difference > 0) kept.set(id, line);
}

/** Negative, zero or positive, as a sort wants it: by code units, the same everywhere. */
export function byCodeUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
/** The same for contents whose keys may come in any order. */
const byContent = (one: unknown, other: unknown): number => byCodeUnits(content(one), content(other));
const content = (of: unknown): string =>
  JSON.stringify(Object.entries(of as object).toSorted(([one], [other]) => byCodeUnits(one, other)));

const laterContact = (one: Contact, other: Contact): number => one.updatedAt - other.updatedAt;
const later = (one: { at: string }, other: { at: string }): number => Date.parse(one.at) - Date.parse(other.at);
const earlier = (one: { at: string }, other: { at: string }): number => later(other, one);
/** As the ledger settles them: no status follows a final one, whatever its instant says. */
const laterDelivery = (one: PreparedDelivery, other: PreparedDelivery): number =>
  Number(one.isFinal) - Number(other.isFinal) || later(one, other);

/** A booking is told at the end of its call, by the revision that it had then: that telling stands beside the transition to that revision. */
function addTransition(transitions: Map<string, Map<string, Transition>>, line: PreparedBooking): void {
  const { contactId, bookingId, revision, queue, slot, from, to, reason, at } = line;
  const transition = { contactId, revision, queue, slot, from, to, reason, at: Date.parse(at) };
  const ofBooking = transitions.get(bookingId) ?? new Map<string, Transition>();
  if (ofBooking.size === 0) transitions.set(bookingId, ofBooking);
  keep(ofBooking, `${revision} ${from === 'none' ? 'told' : 'changed'}`, transition, (one, other) => other.at - one.at);
}

const byRevision = (one: Transition, other: Transition): number =>
  one.revision - other.revision || Number(other.from === 'none') - Number(one.from === 'none');

const answerKey = ({
  contactId,
  survey,
  question,
}: Pick<PreparedAnswer, 'contactId' | 'survey' | 'question'>): string => `${contactId} ${survey} ${question}`;

const questions: readonly SurveyQuestion[] = ['quality', 'answered'];

function answersOf(
  answers: ReadonlyMap<string, PreparedAnswer>,
  contactId: string,
  survey: PreparedAnswer['survey'],
): Partial<Record<SurveyQuestion, string>> {
  const given: Partial<Record<SurveyQuestion, string>> = {};
  for (const question of questions) {
    const line = answers.get(answerKey({ contactId, survey, question }));
    if (line) given[question] = line.answer;
  }
  return given;
}
