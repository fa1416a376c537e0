import { dueSurveysKey, laterSurveyKey, type LaterSurvey } from '../../domain/survey/contract.ts';
import { daysBetweenSurveys } from '../../domain/survey/pace.ts';
import { languageOf } from '../runtime/connect-event.ts';
import type { Item, Ledger } from '../runtime/dynamodb.ts';

const daySeconds = 86_400;
/** A number is kept until its telephone rings; after that half hour it would ring no more, and goes. */
const keptAfterDueSeconds = daySeconds;

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/**
 * Nobody is called who wishes it not, nor twice within a month: where the time to live is late, `calledAt` says so. A call is noted
 * once, however often it is told of.
 */
const mayBeCalled =
  'attribute_not_exists(stoppedAt) AND (attribute_not_exists(calledAt) OR calledAt < :calledBefore) ' +
  'AND (attribute_not_exists(contactId) OR contactId <> :contact)';

const surveyItem = (survey: LaterSurvey): Item => ({
  pk: laterSurveyKey(survey.callerKey),
  ...survey,
  ttl: secondsOf(survey.dueAt) + keptAfterDueSeconds,
});

/**
 * The later survey that a person's item holds; undefined where it holds a wish, or the day of the last call.
 * @throws Error naming the first field that is not one of a later survey's, and never what stands in it
 */
export function toLaterSurvey(item: Item | undefined): LaterSurvey | undefined {
  if (item?.['dueAt'] === undefined) return undefined;
  const text = (field: keyof LaterSurvey): string => {
    const value = item[field];
    if (typeof value === 'string') return value;
    throw new Error(`a stored later survey whose ${field} cannot be read`);
  };
  return {
    callerKey: text('callerKey'),
    number: text('number'),
    queue: text('queue'),
    language: languageOf({ language: text('language') }),
    speechRate: text('speechRate') === '80%' ? '80%' : '100%',
    contactId: text('contactId'),
    leftAt: text('leftAt'),
    dueAt: text('dueAt'),
  };
}

/** Notes whom to call; the half hour first, since a caller key without an item does no harm there. True for the first to note it. */
export async function noteLaterSurvey(table: Ledger, survey: LaterSurvey, now: Date): Promise<boolean> {
  const { callerKey, contactId, queue, dueAt } = survey;
  await table.update(dueSurveysKey(queue, dueAt), 'ADD callers :caller SET #ttl = :ttl', {
    names: { '#ttl': 'ttl' },
    values: { ':caller': new Set([callerKey]), ':ttl': secondsOf(dueAt) + keptAfterDueSeconds },
  });
  const calledBefore = new Date(now.getTime() - daysBetweenSurveys * daySeconds * 1000).toISOString();
  const { written } = await table.put(surveyItem(survey), {
    condition: mayBeCalled,
    values: { ':calledBefore': calledBefore, ':contact': contactId },
  });
  return written;
}

/** There is no reason to call any more: the number goes at once. */
export const dropLaterSurvey = (table: Ledger, callerKey: string): Promise<boolean> =>
  table.remove(laterSurveyKey(callerKey), { condition: 'attribute_exists(dueAt)' });

/**
 * Takes the number out of the ledger, for the one who then rings: whatever becomes of that call, there is no second one. A claim whose
 * answer is lost is lost with it, and the person is left in peace.
 */
export async function claimLaterSurvey(table: Ledger, survey: LaterSurvey, now: Date): Promise<boolean> {
  const calledAt = now.toISOString();
  const ttl = secondsOf(calledAt) + daysBetweenSurveys * daySeconds;
  const claim = { pk: laterSurveyKey(survey.callerKey), calledAt, ttl };
  const { written } = await table.put(claim, { condition: 'dueAt = :dueAt', values: { ':dueAt': survey.dueAt } });
  return written;
}

/** Connect has refused for now: nothing rang, so that it is tried again. */
export async function giveBackLaterSurvey(table: Ledger, survey: LaterSurvey, claimedAt: Date): Promise<void> {
  await table.put(surveyItem(survey), {
    condition: 'calledAt = :calledAt',
    values: { ':calledAt': claimedAt.toISOString() },
  });
}

/** The pass has done with this person. */
export async function forgetDue(table: Ledger, queue: string, dueAt: string, callerKey: string): Promise<void> {
  await table.update(dueSurveysKey(queue, dueAt), 'DELETE callers :caller', {
    values: { ':caller': new Set([callerKey]) },
  });
}
