import { jest } from '@jest/globals';
import { environmentKeys } from '../../domain/administration/contract.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import type { SmsRules } from '../../domain/sms/contract.ts';
import type { Ledger } from '../../lambdas/runtime/dynamodb.ts';
import type { EventBus } from '../../lambdas/runtime/eventbridge.ts';
import type { Sms } from '../../lambdas/runtime/sms.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { startLedger, tableName } from '../callback/local-ledger.ts';
import { booking, line } from './example-booking.ts';
import { EventBusEndpoint } from '../reporting/event-bus-endpoint.ts';
import { SmsService } from './sms-service.ts';

/** Tuesday 24 November 2026, noon in Paris. */
export const noon = new Date('2026-11-24T11:00:00.000Z');
export const later = (minutes: number, from = noon): Date => new Date(from.getTime() + minutes * 60_000);

export interface SmsDesk {
  service: SmsService;
  database: LocalDynamoDb;
  table: Ledger;
  carrier: Sms;
  bus: EventBus;
  /** Where the bus leads to. */
  events: EventBusEndpoint;
  /** What the functions printed. */
  printed: string[];
  /** A booking of its own for each test, in the ledger. */
  given(changes?: Partial<Booking>): Promise<Booking>;
  /** Ends the faults and forgets the requests. */
  reset(): void;
  close(): Promise<void>;
}

/** The ledger in this process and a played SMS service, with the environment in which the SMS functions can be imported. */
export async function openSmsDesk(texts: object = {}): Promise<SmsDesk> {
  const service = new SmsService();
  const events = new EventBusEndpoint();
  await events.start();
  const database = await startLedger(() => noon, '');
  const smsRules: SmsRules = line;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: await service.start(),
    [environmentKeys.rules]: JSON.stringify(line),
    [environmentKeys.senderId]: 'CAF',
    [environmentKeys.smsConfigurationSet]: 'rappel-caf',
    [environmentKeys.smsRules]: JSON.stringify(smsRules),
    [environmentKeys.smsTexts]: JSON.stringify(texts),
  });
  const { ledger } = await import('../../lambdas/runtime/dynamodb.ts');
  const { sms } = await import('../../lambdas/runtime/sms.ts');
  const { eventBus } = await import('../../lambdas/runtime/eventbridge.ts');
  const table = ledger(tableName);
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  let bookings = 0;
  return {
    service,
    database,
    table,
    carrier: sms({ senderId: 'CAF', configurationSet: 'rappel-caf' }),
    bus: eventBus({ hurried: true }),
    events,
    printed,
    given: async (changes = {}) => {
      bookings += 1;
      const item: Booking = { ...booking, id: `b${bookings}`, callerKey: `CALLER${bookings}`, ...changes };
      await table.put({ pk: `CALLER#${item.callerKey}`, ttl: 4_000_000_000, ...item });
      return item;
    },
    reset: () => {
      service.reset();
      events.reset();
      database.inject({});
    },
    close: async () => {
      jest.restoreAllMocks();
      await service.stop();
      await events.stop();
      await database.stop();
    },
  };
}
