import { DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Booking } from '../../domain/callback/contract.ts';
import { seatKey } from '../../domain/callback/shards.ts';
import type { Laptop } from '../../local/laptop.ts';

interface Seat {
  /** `SLOT#<queue>#<start>#<shard>`, or `PLACES#<queue>#<shard>` of a place that is kept */
  slot: string;
  callerKey: string;
}
/** What the ledger holds when a call is over. */
export interface LedgerContent {
  bookings: Booking[];
  seats: Seat[];
  /** Keys of the SMS that were claimed: `SMS#<booking>#<revision>#<kind>`. */
  smsClaims: string[];
  /** Why an SMS to somebody was refused or did not arrive, to be said at the next call. */
  smsFaults: string[];
  /** Answers to the survey, by contact. */
  surveys: Record<string, AttributeValue>[];
  /** Who is to be called by a later survey, was, or wishes it not. */
  laterSurveys: Record<string, AttributeValue>[];
}

/** Reads the whole table, faults that were injected set aside. */
export async function readLedger({ dynamoDb, lines: [line] }: Laptop): Promise<LedgerContent> {
  const table = line?.deployment.tables[0];
  if (line === undefined || table === undefined) throw new Error('no ledger');
  if (dynamoDb.consumed() !== undefined) dynamoDb.inject({});
  const client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: line.deployment.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: table.name, ConsistentRead: true }));
  client.destroy();
  const under = (prefix: string) => items.filter((item) => item['pk']?.S?.startsWith(prefix));
  return {
    bookings: under('CALLER#').map(toBooking),
    seats: [...under('SLOT#'), ...under('PLACES#')].flatMap(({ pk, seats }) =>
      (seats?.SS ?? []).map((callerKey) => ({ slot: pk?.S ?? '', callerKey })),
    ),
    smsClaims: under('SMS#').map(({ pk }) => pk?.S ?? ''),
    smsFaults: under('SMSFAULT#').map(({ reason }) => reason?.S ?? ''),
    surveys: under('SURVEY#'),
    laterSurveys: under('LATERSURVEY#'),
  };
}

function toBooking(item: Record<string, AttributeValue>): Booking {
  const plain = Object.entries(item).map(([name, { S, N }]) => [name, S ?? Number(N)]);
  return Object.fromEntries(plain);
}

const isOver = ({ state }: Booking): boolean => ['done', 'exhausted', 'cancelled'].includes(state);

/** Bookings without their seat, and seats without their booking: there must be none. */
export function orphansOf({ bookings, seats }: LedgerContent): string[] {
  const seatless = bookings
    .filter((booking) => !isOver(booking))
    .filter(
      (booking) =>
        seats.filter((seat) => seat.callerKey === booking.callerKey && seat.slot === seatKey(booking)).length !== 1,
    )
    .map(({ id, state }) => `${state} booking ${id} has no seat`);
  const unowned = seats
    .filter(
      (seat) => !bookings.some((booking) => booking.callerKey === seat.callerKey && seatKey(booking) === seat.slot),
    )
    .map(({ slot }) => `a seat of ${slot} has no booking`);
  return [...seatless, ...unowned];
}
