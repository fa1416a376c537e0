import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { shortName } from '../connect/known-functions.ts';
import { createTables } from '../dynamodb/create-tables.ts';
import { startDynamoDb } from '../dynamodb/start.ts';
import { workerEnvironment } from '../lambda/environment.ts';
import { createLambdaWorkers } from '../lambda/workers.ts';
import type { Line } from '../line.ts';

const workers = 8;
const bookings = 400;
const slot = '2026-11-25T09:00:00.000Z';
const slotOfWarmUp = '2026-11-25T10:00:00.000Z';
const nowhere = 'http://127.0.0.1:9';

/** Bookings a second and write units a booking, by as many workers at once, in slots of that many seats, until the seats or the callers run out. */
export async function benchBookings(line: Line): Promise<void> {
  for (const seats of [5, 50, 1500]) await benchSeats(line, seats);
}

async function benchSeats({ administration, deployment }: Line, seats: number): Promise<void> {
  const nowMilliseconds = Date.parse('2026-11-24T09:05:00Z');
  const dynamoDb = await startDynamoDb({ now: () => nowMilliseconds });
  await createTables(dynamoDb.endpoint, deployment.region, deployment.tables);
  const bookSlot = deployment.functions.find((deployed) => shortName(deployed) === 'book-slot');
  if (bookSlot === undefined) throw new Error('the deployment has no book-slot');
  const rules = JSON.parse(bookSlot.environment[environmentKeys.rules] ?? '') as LineRules;
  const deployed = {
    ...bookSlot,
    environment: {
      ...bookSlot.environment,
      [environmentKeys.rules]: JSON.stringify({ ...rules, callback: { ...rules.callback, seats } }),
    },
  };
  const endpoints = { connect: nowhere, sms: nowhere, eventBridge: nowhere, s3: nowhere, otherServices: nowhere };
  const lambdas = createLambdaWorkers({
    functions: [deployed],
    now: () => nowMilliseconds,
    workers,
    environment: () => workerEnvironment(deployed, deployment.region, { ...endpoints, dynamoDb: dynamoDb.endpoint }),
  });
  const queue = Object.keys(administration.queues)[0] ?? '';
  const book = (caller: number, start = slot): Promise<boolean> =>
    lambdas.invoke(deployed.arn, bookingEvent(caller, queue, start)).then((answer) => {
      if (answer.result !== 'ok') throw new Error(`book-slot: ${answer.result}`);
      return (answer.value as { status: string }).status === 'booked';
    });
  try {
    await Promise.all(Array.from({ length: workers }, (_, worker) => book(bookings + worker, slotOfWarmUp)));
    const before = dynamoDb.consumed()?.write ?? NaN;
    const started = performance.now();
    const booked = (await Promise.all(Array.from({ length: bookings }, (_, caller) => book(caller)))).filter(
      Boolean,
    ).length;
    const seconds = (performance.now() - started) / 1000;
    const units = ((dynamoDb.consumed()?.write ?? NaN) - before) / booked;
    console.log(
      `bookings, ${String(seats).padStart(4)} seats a slot: ${(bookings / seconds).toFixed(0)} requests a second, ` +
        `${booked} booked of ${bookings}, ${units.toFixed(2)} write units a booking`,
    );
  } finally {
    await lambdas.stop();
    await dynamoDb.stop();
  }
}

function bookingEvent(caller: number, queue: string, start: string): unknown {
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: { ContactId: `bench-${caller}`, Attributes: {}, Channel: 'VOICE', InitiationMethod: 'INBOUND' },
      Parameters: {
        queue,
        number: `+336${String(10_000_000 + caller)}`,
        numberKind: 'mobile',
        slot: start,
        dialogue: '1',
        language: 'fr',
      },
    },
  };
}
