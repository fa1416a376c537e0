import { jest } from '@jest/globals';
import type { Booking } from '../../domain/callback/contract.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { laterSurveyKey, type LaterSurvey } from '../../domain/survey/contract.ts';
import type { Ledger } from '../../lambdas/runtime/dynamodb.ts';
import { aBooking, lineRules, tuesdayMorning } from '../callback/fixtures.ts';
import { startLedger, tableName } from '../callback/local-ledger.ts';
import { playedConnect } from '../callback/played-connect.ts';
import { EventBusEndpoint } from '../reporting/event-bus-endpoint.ts';

const ledgerKey = Buffer.from('ledger key of the tests');
const keyOf = (number: string): string => callerKey(number, ledgerKey);
let persons = 0;
let calls = 0;

/** Somebody whom no other test knows. */
export const person = (): string => `+336${String((persons += 1)).padStart(8, '0')}`;

export const aLaterSurvey = (changes: Partial<LaterSurvey> = {}): LaterSurvey => ({
  callerKey: 'ABCDEFGHIJKLMN',
  number: '+33612345678',
  queue: 'allocations',
  language: 'fr',
  speechRate: '100%',
  contactId: 'arrival-contact',
  leftAt: '2026-11-24T09:06:00.000Z',
  dueAt: '2026-11-24T11:30:00.000Z',
  ...changes,
});

export const minutesAfter = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);
export const daysAfter = (from: Date, days: number): Date => minutesAfter(from, days * 24 * 60);
/** When who left at 10:06 is due. */
export const due = new Date('2026-11-24T11:30:00.000Z');

export type LaterSurveyDesk = Awaited<ReturnType<typeof openLaterSurveyDesk>>;

/** The functions of the later survey, on a ledger of this process and a Connect that rings nobody. */
export async function openLaterSurveyDesk() {
  let now = tuesdayMorning;
  const database = await startLedger(() => now, '');
  const events = new EventBusEndpoint();
  await events.start();
  process.env[environmentKeys.laterSurveyFlowIds] = JSON.stringify({ fr: 'survey-flow-fr', en: 'survey-flow-en' });
  const runtime = await import('../../lambdas/runtime/dynamodb.ts');
  const { noteNeverServed } = await import('../../lambdas/survey/note-never-served.ts');
  const { dialLaterSurveys } = await import('../../lambdas/survey/dial-later-surveys.ts');
  const { eventBus } = await import('../../lambdas/runtime/eventbridge.ts');
  const { recordAnswer } = await import('../../lambdas/survey/record-answer.ts');
  const table: Ledger = runtime.ledger(tableName);
  const connect = playedConnect();
  const rules = lineRules();
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const common = { rules, table, connect, now: () => now };
  const note = noteNeverServed({ ...common, ledgerKey });
  const dial = dialLaterSurveys({
    ...common,
    queueIds: { allocations: 'queue-id' },
    surveyFlowIds: { fr: 'survey-flow-fr', en: 'survey-flow-en' },
  });
  const record = recordAnswer({ table, bus: eventBus(), line: rules, now: () => now });

  return {
    connect,
    /** What the functions printed. */
    printed,
    close: async (): Promise<void> => {
      jest.restoreAllMocks();
      await events.stop();
      await database.stop();
    },
    get now() {
      return now;
    },
    set now(instant) {
      now = instant;
    },
    /** Somebody rings, and hears a greeting. */
    ring(number: string | undefined, attributes: Record<string, string> = {}): string {
      const contactId = `call-${(calls += 1)}`;
      connect.contacts.set(contactId, { initiationMethod: 'INBOUND', customerNumber: number, initiatedAt: now });
      connect.attributes.set(contactId, { queue: 'allocations', language: 'fr', speechRate: '100%', ...attributes });
      return contactId;
    },
    /** A minute later the call is over. */
    end(contactId: string, facts: { connectedToAgentAt?: Date } = {}): void {
      const contact = connect.contacts.get(contactId);
      connect.contacts.set(contactId, { ...contact, ...facts, disconnectedAt: minutesAfter(now, 1) });
    },
    tell: (contactId: string): Promise<void> => note({ detail: { contactId } }),
    /** Rings, and hangs up after a minute in vain. */
    async ringInVain(number: string, attributes: Record<string, string> = {}): Promise<string> {
      const contactId = this.ring(number, attributes);
      this.end(contactId);
      await this.tell(contactId);
      return contactId;
    },
    /** Its item is of another time, or was written by another program. */
    spoil: (number: string): Promise<unknown> =>
      table.update(laterSurveyKey(keyOf(number)), 'SET speechRate = :odd, leftAt = :odd', { values: { ':odd': 7 } }),
    async promise(number: string, changes: Partial<Booking>): Promise<Booking> {
      const booking = aBooking({ callerKey: keyOf(number), number, ...changes });
      await table.put({ pk: `CALLER#${booking.callerKey}`, ttl: 4_000_000_000, ...booking });
      return booking;
    },
    tellPromise: ({ callerKey: key, id, state }: Booking): Promise<void> =>
      note({
        detail: {
          administration: 'caf',
          contactId: 'arrival-contact',
          callerKey: key,
          bookingId: id,
          revision: 1,
          queue: 'allocations',
          slot: '',
          from: 'missed',
          to: state,
          at: now.toISOString(),
        },
      }),
    pass: dial,
    itemOf: (number: string) => table.get(laterSurveyKey(keyOf(number)), { consistent: true }),
    callsTo: (number: string) => connect.calls.filter(({ to }) => to === number),
    /** Presses 2: never again. */
    wishPeace: (number: string) =>
      record({
        Details: {
          ContactData: { ContactId: 'survey-call' },
          Parameters: {
            question: 'invitation',
            answer: '2',
            queue: 'allocations',
            kind: 'later',
            callerKey: keyOf(number),
          },
        },
      }),
    putItem: (item: Parameters<Ledger['put']>[0]) => table.put(item),
    keyOf,
  };
}
