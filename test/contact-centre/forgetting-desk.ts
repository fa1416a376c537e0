import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { ForgetResult } from '../../domain/administration/forgetting.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { BookingEvent } from '../../domain/callback/contract.ts';
import type { Erased } from '../../lambdas/runtime/connect-erasure.ts';
import type { Item } from '../../lambdas/runtime/dynamodb.ts';
import { openBookingDesk, key, type BookingDesk } from '../callback/booking-desk.ts';
import { lineRules } from '../callback/fixtures.ts';
import { tableName } from '../callback/local-ledger.ts';

export interface Line {
  /** Of `openBookingDesk`: what callers do. */
  callers: ReturnType<BookingDesk['line']>;
  /** What the bucket holds: key -> lines. */
  objects: Map<string, string[]>;
  /** Contacts without a number now, in that order. */
  erased: string[];
  /** Contacts that have not ended. */
  underWay: Set<string>;
  /** Thrown by the next erasures, one each. */
  faults: Error[];
  events: BookingEvent[];
  forget(event: unknown): Promise<ForgetResult>;
  /** Every item of the ledger as text, by its key. */
  everything(): Promise<Map<string, string>>;
}

export const keyOf = (number: string): string => callerKey(number, key);
export const reportsKeyOf = (year: string): Buffer => Buffer.from(`reports ${year}`);

/** A ledger on which lines are opened, each with a bucket of its own. Not a named engine: the whole table is read. */
export async function openForgettingDesk() {
  const desk = await openBookingDesk('');
  process.env['REPORTS_BUCKET'] = 'reports';
  const runtime = await import('../../lambdas/runtime/dynamodb.ts');
  const { ledgerScan } = await import('../../lambdas/runtime/dynamodb-scan.ts');
  const { forgetPerson } = await import('../../lambdas/contact-centre/forget-person.ts');
  const client = new DynamoDBClient({});

  function openLine({ workSeconds = 60, reportDays = 3 } = {}): Line {
    const callers = desk.line();
    const objects = new Map<string, string[]>();
    const [erased, faults, events]: [string[], Error[], BookingEvent[]] = [[], [], []];
    const underWay = new Set<string>();
    const rules = lineRules(
      {},
      { retentionDays: { bookings: 30, reports: reportDays, logs: 90 }, ownNumbers: ['+33970000001'] },
    );
    const forget = forgetPerson({
      rules,
      ledger: runtime.ledger(tableName),
      scan: ledgerScan(tableName),
      bus: { put: async (_source, _type, details) => void events.push(...(details as BookingEvent[])) },
      connect: callers.connect,
      erase: async (contactId): Promise<Erased> => {
        const fault = faults.shift();
        if (fault) throw fault;
        if (underWay.has(contactId)) return 'underWay';
        erased.push(contactId);
        return 'erased';
      },
      bucket: bucketOf(objects),
      ledgerKey: key,
      reportsKeyOf,
      now: () => desk.now,
      workSeconds,
    });
    return { callers, objects, erased, underWay, faults, events, forget, everything };
  }

  async function everything(): Promise<Map<string, string>> {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    return new Map(Items.map((item) => [item['pk']?.S ?? '', text(runtime.unmarshal(item))]));
  }
  const stop = async (): Promise<void> => {
    client.destroy();
    await desk.database.stop();
  };
  return { openLine, stop, desk };
}

const text = (item: Item): string =>
  JSON.stringify(item, (_, value: unknown) => (value instanceof Set ? [...value].toSorted(byText) : value));
const byText = (one: unknown, other: unknown): number => String(one).localeCompare(String(other));

const bucketOf = (objects: Map<string, string[]>) => ({
  list: async (prefix: string) =>
    [...objects.keys()]
      .filter((each) => each.startsWith(prefix))
      .map((each) => ({ key: each, modifiedAt: new Date(0), bytes: 0 })),
  lines: async function* lines(each: string) {
    yield* objects.get(each) ?? [];
  },
  putLines: async (each: string, lines: Iterable<string>) => void objects.set(each, [...lines]),
});
