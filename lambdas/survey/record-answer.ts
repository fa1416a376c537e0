import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { answerEventType } from '../../domain/reporting/contract.ts';
import { surveyAnswer } from '../../domain/survey/answers.ts';
import {
  laterSurveyKey,
  type RecordAnswerParameters,
  type RecordAnswerResult,
  type RecordedQuestion,
} from '../../domain/survey/contract.ts';
import { type ReportsTeller, tellReports } from '../reporting/tell-reports.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';

interface Dependencies extends ReportsTeller {
  table: Pick<Ledger, 'update'>;
  line: Pick<LineRules, 'id' | 'retentionDays'>;
}
interface FlowEvent {
  Details: { ContactData: { ContactId: string; InitialContactId?: string | null }; Parameters: RecordAnswerParameters };
}

/**
 * A transfer between agents opens another contact of the same chain: its first one stands for the whole call. Whoever asks for an agent
 * in a later survey is asked again after that talk, which is another survey.
 */
const surveyKey = (details: FlowEvent['Details']): string =>
  `SURVEY#${firstContactOf(details)}${details.Parameters.kind === 'later' ? '#later' : ''}`;

const firstContactOf = ({ ContactData }: FlowEvent['Details']): string =>
  ContactData.InitialContactId || ContactData.ContactId;

/** The one answer that is a wish: never to be called by a machine again. It stands, so it has no time to live. */
const isWishForPeace = (question: string, answer: string): boolean => question === 'invitation' && answer === '2';

/** Keeps the answers of a call in one item, and tells the reports. The first answer to a question stays, whatever is repeated. */
export const recordAnswer =
  (dependencies: Dependencies) =>
  async ({ Details }: FlowEvent): Promise<RecordAnswerResult> => {
    const { question, answer, callerKey } = Details.Parameters;
    const given = surveyAnswer(question, answer);
    if (!given) return { status: 'ignored' };
    const at = dependencies.now();
    if (callerKey && isWishForPeace(given.question, given.answer)) {
      await leaveInPeace(dependencies.table, callerKey, at);
    }
    // Side by side: a caller waits for the next question.
    await Promise.all([keep(dependencies, Details, given, at), tell(dependencies, Details, given, at)]);
    return { status: 'recorded' };
  };

interface Given {
  question: RecordedQuestion;
  answer: string;
}

async function keep(
  { table, line }: Dependencies,
  details: FlowEvent['Details'],
  given: Given,
  at: Date,
): Promise<void> {
  const { queue, kind } = details.Parameters;
  const kept = ['#question', '#queue', '#at', '#ttl', ...(kind ? ['#kind'] : [])].map(
    (name) => `${name} = if_not_exists(${name}, ${name.replace('#', ':')})`,
  );
  await table.update(surveyKey(details), `SET ${kept.join(', ')}`, {
    names: {
      '#question': given.question,
      '#queue': 'queue',
      '#at': 'at',
      '#ttl': 'ttl',
      ...(kind && { '#kind': 'kind' }),
    },
    values: {
      ':question': given.answer,
      ':queue': queue,
      ':at': at.toISOString(),
      ':ttl': Math.floor(at.getTime() / 1000) + line.retentionDays.reports * 86_400,
      ...(kind && { ':kind': kind }),
    },
  });
}

/** A repeated answer is told again: the reports settle it by call, survey and question, and take the first. */
async function tell(
  dependencies: Dependencies,
  details: FlowEvent['Details'],
  { question, answer }: Given,
  at: Date,
): Promise<void> {
  if (question === 'invitation') return;
  const { queue, kind } = details.Parameters;
  await tellReports(dependencies, {
    type: answerEventType,
    event: {
      administration: dependencies.line.id,
      contactId: firstContactOf(details),
      survey: kind ?? 'call',
      queue,
      question,
      answer,
      at: at.toISOString(),
    },
  });
}

async function leaveInPeace(table: Dependencies['table'], callerKey: string, at: Date): Promise<void> {
  await table.update(laterSurveyKey(callerKey), 'SET stoppedAt = :at REMOVE #ttl', {
    names: { '#ttl': 'ttl' },
    values: { ':at': at.toISOString() },
  });
}

const environment = required(environmentKeys.ledger);
export const handler = recordAnswer({
  table: ledger(environment[environmentKeys.ledger]),
  bus: eventBus({ hurried: true }),
  line: rules(),
  now: () => new Date(),
});
