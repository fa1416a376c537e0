import type { SurveyQuestion } from '../../domain/survey/contract.ts';
import type { Ledger } from '../../lambdas/runtime/dynamodb.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { startLedger, tableName } from '../callback/local-ledger.ts';

const noon = new Date('2026-11-24T11:00:00.000Z');
const line = { retentionDays: { bookings: 30, reports: 400, logs: 90 } };
let database: LocalDynamoDb;
let table: Ledger;
let lambda: typeof import('../../lambdas/survey/record-answer.ts');

beforeAll(async () => {
  database = await startLedger(() => noon, '');
  const { ledger } = await import('../../lambdas/runtime/dynamodb.ts');
  lambda = await import('../../lambdas/survey/record-answer.ts');
  table = ledger(tableName);
});
afterAll(() => database.stop());

interface Given {
  contactId: string;
  initialContactId?: string;
  question: SurveyQuestion;
  answer: string;
}
const record = ({ contactId, initialContactId, question, answer }: Given, at = noon) =>
  lambda.recordAnswer({ table, line, now: () => at })({
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
      lambda.recordAnswer({ table, line, now: () => noon })({
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
