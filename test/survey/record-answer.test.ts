import { jest } from '@jest/globals';
import type { SurveyQuestion } from '../../domain/survey/contract.ts';
import { answerEventType } from '../../domain/reporting/contract.ts';
import type { Ledger } from '../../lambdas/runtime/dynamodb.ts';
import type { EventBus } from '../../lambdas/runtime/eventbridge.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { startLedger, tableName } from '../callback/local-ledger.ts';
import { EventBusEndpoint } from '../reporting/event-bus-endpoint.ts';

const noon = new Date('2026-11-24T11:00:00.000Z');
const line = { id: 'caf', retentionDays: { bookings: 30, reports: 400, logs: 90 } };
let database: LocalDynamoDb;
let table: Ledger;
let bus: EventBus;
let lambda: typeof import('../../lambdas/survey/record-answer.ts');

const events = new EventBusEndpoint();
beforeAll(async () => {
  await events.start();
  database = await startLedger(() => noon, '');
  const { ledger } = await import('../../lambdas/runtime/dynamodb.ts');
  lambda = await import('../../lambdas/survey/record-answer.ts');
  const { eventBus } = await import('../../lambdas/runtime/eventbridge.ts');
  table = ledger(tableName);
  bus = eventBus({ hurried: true });
});
afterAll(async () => {
  await events.stop();
  await database.stop();
});
beforeEach(() => events.reset());

interface Given {
  contactId: string;
  initialContactId?: string;
  question: SurveyQuestion;
  answer: string;
}
const record = ({ contactId, initialContactId, question, answer }: Given, at = noon) =>
  lambda.recordAnswer({ table, bus, line, now: () => at })({
    Details: {
      ContactData: { ContactId: contactId, InitialContactId: initialContactId ?? null },
      Parameters: { question, answer, queue: 'allocations' },
    },
  });
const surveyOf = (contactId: string) => table.get(`SURVEY#${contactId}`, { consistent: true });

describe('a survey', () => {
  it('holds both answers of a call in one item, with the queue and the time of the first', async () => {
    const later = new Date(noon.getTime() + 20_000);
    expect(await record({ contactId: 'c1', question: 'quality', answer: '4' })).toEqual({ status: 'recorded' });
    expect(await record({ contactId: 'c1', question: 'answered', answer: '1' }, later)).toEqual({ status: 'recorded' });
    expect(await surveyOf('c1')).toEqual({
      pk: 'SURVEY#c1',
      quality: '4',
      answered: '1',
      queue: 'allocations',
      at: noon.toISOString(),
      ttl: noon.getTime() / 1000 + 400 * 86_400,
    });
  });

  it('keeps the first answer to a question', async () => {
    await record({ contactId: 'c2', question: 'quality', answer: '5' });
    expect(await record({ contactId: 'c2', question: 'quality', answer: '1' })).toEqual({ status: 'recorded' });
    expect(await surveyOf('c2')).toMatchObject({ quality: '5' });
  });

  it('is one for a call that went from agent to agent', async () => {
    await record({ contactId: 'c3', initialContactId: 'c3', question: 'quality', answer: '2' });
    await record({ contactId: 'c3-transferred', initialContactId: 'c3', question: 'answered', answer: '2' });
    expect(await surveyOf('c3')).toMatchObject({ quality: '2', answered: '2' });
    expect(await surveyOf('c3-transferred')).toBeUndefined();
  });

  it.each<[SurveyQuestion, string]>([
    ['quality', '6'],
    ['quality', 'Timeout'],
    ['answered', '3'],
    ['answered', ''],
  ])('ignores %s answered by "%s"', async (question, answer) => {
    expect(await record({ contactId: 'c4', question, answer })).toEqual({ status: 'ignored' });
    expect(await surveyOf('c4')).toBeUndefined();
  });

  it('that was asked later stands beside the one after the talk that followed, and says so', async () => {
    const said = (question: 'invitation' | 'quality', answer: string) =>
      lambda.recordAnswer({ table, bus, line, now: () => noon })({
        Details: {
          ContactData: { ContactId: 'c7' },
          Parameters: { question, answer, queue: 'allocations', kind: 'later', callerKey: 'CALLERKEY' },
        },
      });
    expect(await said('invitation', '1')).toEqual({ status: 'recorded' });
    await said('quality', '2');
    await record({ contactId: 'c7', question: 'quality', answer: '5' });
    expect(await surveyOf('c7#later')).toMatchObject({ kind: 'later', invitation: '1', quality: '2' });
    expect(await surveyOf('c7')).toMatchObject({ quality: '5' });
    expect(await surveyOf('c7')).not.toHaveProperty('kind');
    expect(await table.get('LATERSURVEY#CALLERKEY')).toBeUndefined();
  });

  it('is recorded by the function as it is wired', async () => {
    const event = {
      Details: {
        ContactData: { ContactId: 'c5' },
        Parameters: { question: 'quality', answer: '3', queue: 'allocations' },
      },
    } as const;
    expect(await lambda.handler(event)).toEqual({ status: 'recorded' });
    expect(await surveyOf('c5')).toMatchObject({ quality: '3' });
  });

  it('fails aloud where the ledger does not answer', async () => {
    database.inject({ throttling: 1 });
    const answer = record({ contactId: 'c6', question: 'quality', answer: '3' });
    await expect(answer).rejects.toMatchObject({ name: 'ThrottlingException' });
    database.inject({});
  });
});

const sayLater = (question: 'invitation' | 'answered', answer: string) =>
  lambda.handler({
    Details: {
      ContactData: { ContactId: 'c9' },
      Parameters: { question, answer, queue: 'allocations', kind: 'later', callerKey: 'CALLERKEY' },
    },
  });

describe('the reports', () => {
  it('are told of each answer, by the first contact of the call', async () => {
    await record({ contactId: 'c8-transferred', initialContactId: 'c8', question: 'quality', answer: '4' });
    expect(events.told(answerEventType)).toEqual([
      {
        administration: 'caf',
        contactId: 'c8',
        survey: 'call',
        queue: 'allocations',
        question: 'quality',
        answer: '4',
        at: noon.toISOString(),
      },
    ]);
  });

  it('are told that an answer is of a later survey, and nothing of the invitation to it or of what is no answer', async () => {
    await sayLater('invitation', '1');
    await sayLater('answered', '7');
    await sayLater('answered', '2');
    expect(events.told(answerEventType)).toMatchObject([{ survey: 'later', question: 'answered', answer: '2' }]);
  });

  it.each(['refusesEntries', 'down'] as const)(
    'may not hear of an answer where the bus %s: it is kept all the same',
    async (mood) => {
      const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
      events.mood = mood;
      const contactId = `c10-${mood}`;
      expect(await record({ contactId, question: 'quality', answer: '3' })).toEqual({ status: 'recorded' });
      const lines = printed.mock.calls.map(([text]): unknown => JSON.parse(String(text)));
      printed.mockRestore();
      expect(await surveyOf(contactId)).toMatchObject({ quality: '3' });
      expect(lines).toMatchObject([
        { code: 'reportEventLost', contactId, type: answerEventType },
        { ReportEventsLost: 1, administration: 'caf' },
      ]);
    },
  );
});
