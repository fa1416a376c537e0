import type { BookingRow, CallRow, CompiledTable, MessageRow, PersonRow } from './compiled-rows.ts';

/** Types that Athena's tables, Trino and DuckDB read JSON as, under one name. */
export type ColumnType = 'string' | 'bigint' | 'double' | 'boolean';
export interface Column {
  name: string;
  type: ColumnType;
}

type ColumnsOf<Row> = { readonly [Name in keyof Row]: ColumnType };

const calls: ColumnsOf<CallRow> = {
  call_id: 'string',
  kind: 'string',
  person: 'string',
  displayed_number: 'string',
  queue: 'string',
  subject: 'string',
  language: 'string',
  started_at: 'string',
  half_hour: 'string',
  open: 'boolean',
  outcome: 'string',
  queue_seconds: 'bigint',
  agent_seconds: 'bigint',
  voice_seconds: 'bigint',
  handle_seconds: 'bigint',
  redial: 'boolean',
  announced_seconds: 'bigint',
  callback_offered: 'boolean',
  offer_reason: 'string',
  callback_refusal: 'string',
  callback_taken: 'string',
  callback_reached: 'boolean',
  spared_seconds: 'bigint',
  survey_offered: 'boolean',
  quality: 'bigint',
  got_answer: 'boolean',
};
const bookings: ColumnsOf<BookingRow> = {
  booking_id: 'string',
  call_id: 'string',
  queue: 'string',
  kind: 'string',
  promised_at: 'string',
  slot: 'string',
  state: 'string',
  kept: 'boolean',
  late_seconds: 'bigint',
  carried_over: 'bigint',
  given_up: 'boolean',
  attempts: 'bigint',
  reached_attempt: 'bigint',
  reached_seconds: 'bigint',
};
const messages: ColumnsOf<MessageRow> = {
  message: 'string',
  call_id: 'string',
  template: 'string',
  country: 'string',
  parts: 'bigint',
  outcome: 'string',
  reason: 'string',
  price_usd: 'double',
};
const persons: ColumnsOf<PersonRow> = {
  person: 'string',
  calls: 'bigint',
  reached_same_day: 'boolean',
  reached_two_days: 'boolean',
};

const listed = (columnsOfTable: Readonly<Record<string, ColumnType>>): Column[] =>
  Object.entries(columnsOfTable).map(([name, type]) => ({ name, type }));

/** The columns of each table but the partition's, `day`, which is a string. In the order of the contract. */
export const columns: Readonly<Record<CompiledTable, readonly Column[]>> = {
  calls: listed({ ...calls }),
  bookings: listed({ ...bookings }),
  messages: listed({ ...messages }),
  persons: listed({ ...persons }),
};
