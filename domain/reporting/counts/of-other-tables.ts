import type { BookingRow, MessageRow, PersonRow } from '../compiled-rows.ts';
import type { CountKey } from '../report-contract.ts';
import { all, amount, type Condition, type Count, rows, says, sum } from './condition.ts';

const everyRow = { is: () => true, sql: 'true' };

type IsBooking = Condition<BookingRow>;
const settled: IsBooking = { is: ({ kept }) => kept !== null, sql: 'kept is not null' };
const unsettled: IsBooking = { is: ({ kept }) => kept === null, sql: 'kept is null' };
const broken: IsBooking = { is: ({ kept }) => kept === false, sql: 'coalesce(kept, true) = false' };
const withdrawn: IsBooking = says('state', 'cancelled', 'done');
const late: IsBooking = all(broken, { is: (row) => row.late_seconds !== null, sql: 'late_seconds is not null' });
export const reachedBooking: IsBooking = {
  is: (row) => row.reached_attempt !== null,
  sql: 'reached_attempt is not null',
};
const atFirst = { is: (row: BookingRow) => row.reached_attempt === 1, sql: 'coalesce(reached_attempt, 0) = 1' };
const after = { is: (row: BookingRow) => (row.reached_attempt ?? 0) > 1, sql: 'coalesce(reached_attempt, 0) > 1' };

/** Counts over `bookings`: promises settled, pending and withdrawn before our call are all promises. */
export const countsOfBookings = {
  promises: rows<BookingRow>(everyRow),
  promisesSettled: rows(settled),
  promisesKept: rows<BookingRow>({ is: ({ kept }) => kept === true, sql: 'coalesce(kept, false)' }),
  promisesBroken: rows(broken),
  promisesPending: rows(all(unsettled, { is: (row) => !withdrawn.is(row), sql: `not (${withdrawn.sql})` })),
  promisesCancelled: rows(all(unsettled, withdrawn)),
  promisesCarriedOver: rows<BookingRow>({ is: (row) => row.carried_over > 0, sql: 'carried_over > 0' }),
  lateSeconds: sum('late_seconds', late),
  latePromises: rows(late),
  promisesReached: rows(reachedBooking),
  promisesReachedFirst: rows(atFirst),
  promisesReachedLater: rows(after),
  promisesGivenUp: rows<BookingRow>({ is: (row) => row.given_up, sql: 'given_up' }),
} as const satisfies Partial<Record<CountKey, Count<BookingRow>>>;

export const sentMessage: Condition<MessageRow> = says('outcome', 'delivered', 'accepted', 'undelivered');

/** Counts over `messages`. */
export const countsOfMessages = {
  smsSent: rows(sentMessage),
  smsDelivered: rows<MessageRow>(says('outcome', 'delivered')),
  smsUndelivered: rows<MessageRow>(says('outcome', 'undelivered')),
  smsRefused: rows<MessageRow>(says('outcome', 'refused')),
  smsParts: sum('parts', sentMessage),
  smsUsd: amount('price_usd', sentMessage),
} as const satisfies Partial<Record<CountKey, Count<MessageRow>>>;

const isKnown: Condition<PersonRow> = {
  is: (row) => row.reached_two_days !== null,
  sql: 'reached_two_days is not null',
};

/** Counts over `persons`, a row a person and day. */
export const countsOfPersons = {
  personDays: rows<PersonRow>(everyRow),
  personsReachedSameDay: rows<PersonRow>({ is: (row) => row.reached_same_day, sql: 'reached_same_day' }),
  personsReachedTwoDays: rows<PersonRow>({
    is: (row) => row.reached_two_days === true,
    sql: 'coalesce(reached_two_days, false)',
  }),
  personDaysOfTwoDays: rows(isKnown),
} as const satisfies Partial<Record<CountKey, Count<PersonRow>>>;
