import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { surveyAnswer } from '../../domain/survey/answers.ts';
import { laterSurveyKey, type RecordAnswerParameters, type RecordAnswerResult } from '../../domain/survey/contract.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';

interface Dependencies {
  table: Pick<Ledger, 'update'>;
  line: Pick<LineRules, 'retentionDays'>;
  now: () => Date;
}
interface FlowEvent {
  Details: { ContactData: { ContactId: string; InitialContactId?: string | null }; Parameters: RecordAnswerParameters };
}

/**
 * A transfer between agents opens another contact of the same chain: its first one stands for the whole call. Whoever asks for an agent
 * in a later survey is asked again after that talk, which is another survey.
 */
const surveyKey = ({ ContactData, Parameters: { kind } }: FlowEvent['Details']): string =>
  `SURVEY#${ContactData.InitialContactId || ContactData.ContactId}${kind === 'later' ? '#later' : ''}`;

/** The one answer that is a wish: never to be called by a machine again. It stands, so it has no time to live. */
const isWishForPeace = (question: string, answer: string): boolean => question === 'invitation' && answer === '2';

/** Keeps the answers of a call in one item. The first answer to a question stays, whatever is repeated. */
export const recordAnswer =
  ({ table, line, now }: Dependencies) =>
  async (event: FlowEvent): Promise<RecordAnswerResult> => {
    const { Parameters } = event.Details;
    const { queue, kind, callerKey } = Parameters;
    const given = surveyAnswer(Parameters.question, Parameters.answer);
    if (!given) return { status: 'ignored' };
    const at = now();
    if (callerKey && isWishForPeace(given.question, given.answer)) await leaveInPeace(table, callerKey, at);
    const kept = ['#question', '#queue', '#at', '#ttl', ...(kind ? ['#kind'] : [])].map(
      (name) => `${name} = if_not_exists(${name}, ${name.replace('#', ':')})`,
    );
    await table.update(surveyKey(event.Details), `SET ${kept.join(', ')}`, {
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
    return { status: 'recorded' };
  };

async function leaveInPeace(table: Dependencies['table'], callerKey: string, at: Date): Promise<void> {
  await table.update(laterSurveyKey(callerKey), 'SET stoppedAt = :at REMOVE #ttl', {
    names: { '#ttl': 'ttl' },
    values: { ':at': at.toISOString() },
  });
}

const environment = required(environmentKeys.ledger);
export const handler = recordAnswer({
  table: ledger(environment[environmentKeys.ledger]),
  line: rules(),
  now: () => new Date(),
});
