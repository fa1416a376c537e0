import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { surveyAnswer } from '../../domain/survey/answers.ts';
import type { RecordAnswerParameters, RecordAnswerResult } from '../../domain/survey/contract.ts';
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

/** A transfer between agents opens another contact of the same chain: its first one stands for the whole call. */
const surveyKey = ({ ContactId, InitialContactId }: FlowEvent['Details']['ContactData']): string =>
  `SURVEY#${InitialContactId || ContactId}`;

/** Keeps the answers of a call in one item. The first answer to a question stays, whatever is repeated. */
export const recordAnswer =
  ({ table, line, now }: Dependencies) =>
  async (event: FlowEvent): Promise<RecordAnswerResult> => {
    const { ContactData, Parameters } = event.Details;
    const given = surveyAnswer(Parameters.question, Parameters.answer);
    if (!given) return { status: 'ignored' };
    const at = now();
    const kept = ['#question', '#queue', '#at', '#ttl'].map(
      (name) => `${name} = if_not_exists(${name}, ${name.replace('#', ':')})`,
    );
    await table.update(surveyKey(ContactData), `SET ${kept.join(', ')}`, {
      names: { '#question': given.question, '#queue': 'queue', '#at': 'at', '#ttl': 'ttl' },
      values: {
        ':question': given.answer,
        ':queue': Parameters.queue,
        ':at': at.toISOString(),
        ':ttl': Math.floor(at.getTime() / 1000) + line.retentionDays.reports * 86_400,
      },
    });
    return { status: 'recorded' };
  };

const environment = required(environmentKeys.ledger);
export const handler = recordAnswer({
  table: ledger(environment[environmentKeys.ledger]),
  line: rules(),
  now: () => new Date(),
});
