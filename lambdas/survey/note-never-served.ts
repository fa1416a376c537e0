import { environmentKeys } from '../../domain/administration/contract.ts';
import type { LineRules } from '../../domain/administration/administration.ts';
import { builtLanguages } from '../../domain/administration/language.ts';
import { callerKey as keyOf } from '../../domain/callback/caller-key.ts';
import type { BookingEvent } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { classifyNumber } from '../../domain/sms/phone-number.ts';
import { laterSurveyAt } from '../../domain/survey/calling-hours.ts';
import { surveyMetrics, type LaterSurvey } from '../../domain/survey/contract.ts';
import { wasGivenUp, wasNeverServed } from '../../domain/survey/never-served.ts';
import { connect, type Connect, type ContactDescription } from '../runtime/connect.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { count, log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { dropLaterSurvey, noteLaterSurvey } from './later-surveys.ts';

interface Dependencies {
  rules: LineRules;
  table: Ledger;
  ledgerKey: Uint8Array;
  connect: Pick<Connect, 'contactAttributes' | 'describeContact'>;
  now: () => Date;
}
type Left = Omit<LaterSurvey, 'leftAt' | 'dueAt'> & { leftAt: Date };
interface NotedEvent {
  detail: { contactId: string } | BookingEvent;
}

/**
 * Notes who left without having been served, by the end of their call, or of a promise that was given up; and that somebody rings
 * again, or was served, so that there is nothing to ask later. Events come in any order, and more than once: what is asked is how things are now.
 */
export const noteNeverServed =
  (dependencies: Dependencies) =>
  async ({ detail }: NotedEvent): Promise<void> =>
    'bookingId' in detail ? notePromise(dependencies, detail) : noteCall(dependencies, detail.contactId);

async function noteCall(dependencies: Dependencies, contactId: string): Promise<void> {
  const { rules: line, connect: centre, table } = dependencies;
  const facts = await centre.describeContact(contactId);
  const number = classifyNumber(facts?.customerNumber ?? '', line);
  if (!facts || !number.callable) return;
  const callerKey = keyOf(number.e164, dependencies.ledgerKey);
  const left = await inVain(dependencies, contactId, facts);
  if (left) {
    log('neverServed', { administration: line.id, queue: left.queue, contactId });
    await note(dependencies, { ...left, callerKey, number: number.e164, contactId });
  } else if (await dropLaterSurvey(table, callerKey)) {
    log('laterSurveyDropped', { administration: line.id, contactId });
  }
}

/** How the caller left who was not served; undefined of one who was, or who is still on the line. */
async function inVain(
  { connect: centre }: Dependencies,
  contactId: string,
  facts: ContactDescription,
): Promise<Pick<Left, 'queue' | 'language' | 'speechRate' | 'leftAt'> | undefined> {
  const { initiatedAt, enqueuedAt, connectedToAgentAt, disconnectedAt } = facts;
  if (!disconnectedAt || connectedToAgentAt) return undefined;
  const attributes = await centre.contactAttributes(contactId);
  if (!wasNeverServed({ initiatedAt, enqueuedAt, connectedToAgentAt, disconnectedAt, attributes })) return undefined;
  const { queue = '', language, speechRate } = attributes;
  return {
    queue,
    language: builtLanguages.find((built) => built === language) ?? 'fr',
    speechRate: speechRate === '80%' ? '80%' : '100%',
    leftAt: disconnectedAt,
  };
}

async function notePromise(dependencies: Dependencies, event: BookingEvent): Promise<void> {
  const { rules: line, table } = dependencies;
  const booking = readBooking(await table.get(callerItemKey(event.callerKey), { consistent: true }));
  if (booking?.id !== event.bookingId || !wasGivenUp(booking, line.callback)) return;
  const { callerKey, number, queue, language, speechRate = '100%', contactId, changedAt } = booking;
  await note(dependencies, { callerKey, number, queue, language, speechRate, contactId, leftAt: new Date(changedAt) });
  log('promiseGivenUp', { administration: line.id, queue, bookingId: booking.id });
}

/** Where no decent hour comes within days, or the file has no such queue any more, nobody is called. */
async function note({ rules: line, table, now }: Dependencies, left: Left): Promise<void> {
  const dueAt = line.queues[left.queue] && laterSurveyAt(line, left, left.leftAt);
  if (!dueAt) return;
  const survey = { ...left, leftAt: left.leftAt.toISOString(), dueAt: dueAt.toISOString() };
  const isNew = await noteLaterSurvey(table, survey, now());
  if (isNew) count({ [surveyMetrics.due]: 1 }, { administration: line.id, queue: left.queue }, now());
}

const environment = required(environmentKeys.ledger, environmentKeys.instanceId, environmentKeys.secret);
export const handler = noteNeverServed({
  rules: rules(),
  table: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  connect: connect(environment[environmentKeys.instanceId]),
  now: () => new Date(),
});
