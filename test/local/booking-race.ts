import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import type { LineRules } from '../../domain/administration/administration.ts';
import type { BookSlotResult } from '../../domain/callback/contract.ts';
import { slotsAhead } from '../../domain/callback/slots.ts';
import { createTables } from '../../local/dynamodb/create-tables.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { workerEnvironment } from '../../local/lambda/environment.ts';
import type { LambdaInvoker } from '../../local/lambda/invoker.ts';
import { createLambdaWorkers } from '../../local/lambda/workers.ts';
import { lineRules } from '../callback/fixtures.ts';
import { bundleBooking, type Mutation } from './booking-bundle.ts';

const region = 'eu-central-1';
const nothing = 'http://127.0.0.1:9';
/** Before opening, on a day of eight hours of half-hour slots. */
const now = Date.parse('2026-11-24T06:00:00Z');

const rules = (seats: number): LineRules =>
  lineRules(
    { seats, horizonDays: 0, share: 1 },
    {
      id: 'essai',
      hours: { tuesday: ['09:00-17:00'] },
      queues: { allocations: { agents: { default: 10 }, handleTimeSeconds: 360, patienceSeconds: 360, hours: {} } },
    },
  );

export interface RaceResult {
  /** Status of each racer's answer, or why it had none. */
  outcomes: string[];
  /** Seats taken beyond the slot's. */
  overbooked: number;
  /** Seats without a booking, bookings without a seat, callers told of a booking that is not there. */
  orphans: number;
}
export interface RaceTrack {
  /** All racers book the same slot at once. */
  race(run: number): Promise<RaceResult>;
  stop(): Promise<void>;
}

export interface RaceSettings {
  racers: number;
  /** Of each slot. */
  seats: number;
  mutation?: Mutation;
}

/** Every racer is a worker of its own with the bundle loaded, on the ledger of that database. */
export async function openRaceTrack(database: LocalDynamoDb, settings: RaceSettings): Promise<RaceTrack> {
  const { racers, seats, mutation } = settings;
  const directory = mkdtempSync(join(tmpdir(), 'booking-'));
  await bundleBooking(directory, mutation);
  const table = `race-${crypto.randomUUID()}`;
  await createTables(database.endpoint, region, [{ name: table, arn: '', partitionKey: 'pk' }]);
  const invoker = createLambdaWorkers({
    functions: [
      {
        arn: 'book',
        name: 'book',
        logicalId: 'Book',
        directory,
        handler: 'index.handler',
        timeoutSeconds: 60,
        environment: { RULES: JSON.stringify(rules(seats)), LEDGER_TABLE: table, RAPPEL_SECRET: 'secret' },
      },
    ],
    environment: (each) =>
      workerEnvironment(each, region, {
        dynamoDb: database.endpoint,
        connect: nothing,
        sms: nothing,
        eventBridge: nothing,
        s3: nothing,
        otherServices: nothing,
      }),
    now: () => now,
    workers: racers,
  });
  const startAll = (run: number, slot: string): Promise<(BookSlotResult | string)[]> =>
    Promise.all(Array.from({ length: racers }, (_, index) => book(invoker, run * racers + index, slot)));
  // No racer starts before all have loaded: no slot begins at the empty instant, so nobody reaches the ledger.
  await startAll(0, '');
  const slots = slotsAhead(rules(seats), 'allocations', new Date(now));
  return {
    race: async (run) => {
      const slot = slots[run]?.start ?? '';
      const answers = await startAll(run, slot);
      return judge(answers, await itemsOf(database, table), slot, seats);
    },
    stop: async () => {
      await invoker.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

async function book(invoker: LambdaInvoker, racer: number, slot: string): Promise<BookSlotResult | string> {
  const number = `+336399${String(80_000 + racer)}`;
  const Parameters = { queue: 'allocations', number, numberKind: 'mobile', slot, dialogue: '1', language: 'fr' };
  const event = { Details: { ContactData: { ContactId: `contact-${racer}` }, Parameters } };
  const result = await invoker.invoke('book', event);
  if (result.result === 'ok') return result.value as BookSlotResult;
  return result.result === 'error' ? result.message : result.result;
}

type Items = Record<string, AttributeValue>[];

async function itemsOf(database: LocalDynamoDb, TableName: string): Promise<Items> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: database.endpoint, region, credentials });
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  client.destroy();
  return Items;
}

function judge(answers: (BookSlotResult | string)[], items: Items, slot: string, seats: number): RaceResult {
  const key = (item: Items[number]): string => item['pk']?.S ?? '';
  const slotItems = items.filter((item) => key(item).startsWith(`SLOT#allocations#${slot}`));
  const seated = slotItems.flatMap((item) => item['seats']?.SS ?? []);
  const booked = items
    .filter((item) => key(item).startsWith('CALLER#') && item['slot']?.S === slot)
    .map((item) => item['callerKey']?.S ?? '');
  const told = answers.flatMap((each) =>
    typeof each !== 'string' && each.status === 'booked' ? [each.callerKey] : [],
  );
  return {
    outcomes: answers.map((each) => (typeof each === 'string' ? each : each.status)),
    overbooked: Math.max(0, seated.length - seats),
    orphans: difference(seated, booked) + difference(booked, seated) + difference(told, booked),
  };
}

function difference(from: string[], without: string[]): number {
  return from.filter((each) => !without.includes(each)).length;
}
