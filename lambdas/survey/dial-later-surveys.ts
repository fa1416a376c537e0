import { environmentKeys } from '../../domain/administration/contract.ts';
import { switchKey } from '../../domain/administration/line-changes.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { doNotWriteKey } from '../../domain/sms/ledger-keys.ts';
import { begunHalfHours, mayRing } from '../../domain/survey/calling-hours.ts';
import { dueSurveysKey, laterSurveyKey, surveyMetrics, type LaterSurvey } from '../../domain/survey/contract.ts';
import { isStillUnserved } from '../../domain/survey/never-served.ts';
import { laterSurveysAllowed } from '../../domain/survey/pace.ts';
import { callsSpentUntil } from '../callback/dispatch-lease.ts';
import { readSwitch } from '../callback/queue-switch.ts';
import { connect, type Connect } from '../runtime/connect.ts';
import { ledger, type Item, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { count, log } from '../runtime/log.ts';
import { dropLaterSurvey, forgetDue, toLaterSurvey } from './later-surveys.ts';
import { ringLaterSurvey, type SurveyDialler } from './ring-later-survey.ts';

interface Dependencies extends SurveyDialler {
  connect: SurveyDialler['connect'] & Pick<Connect, 'currentMetrics'>;
  now: () => Date;
}

/** Read together, with what is known of them besides. */
const mostAtATime = 30;

interface Due {
  callerKey: string;
  dueAt: string;
}

/** One pass over every queue: who is due is rung, once, while callbacks leave the quota unused and an agent is there for who asks for one. */
export function dialLaterSurveys(dependencies: Dependencies) {
  return async (): Promise<void> => {
    const { rules: line, table, now } = dependencies;
    const queues = inTurn(Object.keys(line.queues), now());
    let allowed = laterSurveysAllowed(await callsSpentUntil(table, queues), line.quotas.outboundCallsPerSecond, now());
    for (const queue of queues) {
      const due = await dueIn(table, queue, now());
      if (due.length === 0) continue;
      const surveys = await withoutThoseServed(dependencies, queue, due);
      if (surveys.length === 0 || allowed === 0 || !(await mayDial(dependencies, queue))) continue;
      const dialled = await ringAll(dependencies, surveys.slice(0, allowed));
      allowed -= dialled;
      if (dialled > 0) count({ [surveyMetrics.dialled]: dialled }, { administration: line.id, queue }, now());
    }
  };
}

/** Each minute another queue comes first, so that none uses up what is allowed. */
function inTurn(queues: readonly string[], now: Date): string[] {
  const first = Math.floor(now.getTime() / 60_000) % Math.max(1, queues.length);
  return [...queues.slice(first), ...queues.slice(0, first)];
}

async function dueIn(table: Ledger, queue: string, now: Date): Promise<Due[]> {
  const halfHours = begunHalfHours(now);
  const sets = await table.getMany(halfHours.map((dueAt) => dueSurveysKey(queue, dueAt)));
  const due = halfHours.flatMap((dueAt) => {
    const callers = sets.get(dueSurveysKey(queue, dueAt))?.['callers'];
    return callers instanceof Set ? [...callers].map((callerKey) => ({ callerKey, dueAt })) : [];
  });
  return due.slice(0, mostAtATime);
}

/** Who is to be rung at this moment; who needs it no more, or wishes none, is forgotten, number and all. */
async function withoutThoseServed(
  { rules: line, table, now }: Dependencies,
  queue: string,
  due: readonly Due[],
): Promise<LaterSurvey[]> {
  const keys = due.flatMap(({ callerKey }) => [
    laterSurveyKey(callerKey),
    callerItemKey(callerKey),
    doNotWriteKey(callerKey),
  ]);
  const items = await table.getMany(keys, { consistent: true });
  const surveys: LaterSurvey[] = [];
  for (const { callerKey, dueAt } of due) {
    const found = readDue(items, callerKey);
    if (found === 'unreadable') continue;
    const { survey, booking } = found;
    const isOfThisHalfHour = survey?.dueAt === dueAt && survey.queue === queue;
    const wishesPeace = items.has(doNotWriteKey(callerKey));
    if (isOfThisHalfHour && !wishesPeace && isStillUnserved(survey, booking)) {
      if (mayRing(line, survey, now())) surveys.push(survey);
      continue;
    }
    if (isOfThisHalfHour) await dropLaterSurvey(table, callerKey);
    await forgetDue(table, queue, dueAt, callerKey);
  }
  return surveys;
}

/** What cannot be read is logged and rung by nobody: the others are called all the same. */
function readDue(
  items: ReadonlyMap<string, Item>,
  callerKey: string,
): { survey: LaterSurvey | undefined; booking: Booking | undefined } | 'unreadable' {
  try {
    return {
      survey: toLaterSurvey(items.get(laterSurveyKey(callerKey))),
      booking: readBooking(items.get(callerItemKey(callerKey))),
    };
  } catch (error) {
    log('laterSurveyUnreadable', { reason: error instanceof Error ? error.message : undefined });
    return 'unreadable';
  }
}

/** Whoever presses 0 must find an agent; and a supervisor who has stopped our calls has stopped these too. */
async function mayDial({ connect: centre, table, queueIds }: Dependencies, queue: string): Promise<boolean> {
  const { dialling } = readSwitch(await table.get(switchKey(queue), { consistent: true }));
  const queueId = queueIds[queue];
  if (!dialling || !queueId) return false;
  return ((await centre.currentMetrics([queueId])).get(queueId)?.agentsStaffed ?? 0) > 0;
}

/** Returns how many calls Connect was asked for. */
async function ringAll(dependencies: Dependencies, surveys: readonly LaterSurvey[]): Promise<number> {
  let dialled = 0;
  for (const survey of surveys) {
    const result = await ringLaterSurvey(dependencies, survey, dependencies.now());
    if (result === 'refused') break;
    if (result === 'rung') dialled += 1;
    await forgetDue(dependencies.table, survey.queue, survey.dueAt, survey.callerKey);
  }
  log('laterSurveys', { administration: dependencies.rules.id, due: surveys.length, dialled });
  return dialled;
}

const environment = required(
  environmentKeys.ledger,
  environmentKeys.instanceId,
  environmentKeys.queueIds,
  environmentKeys.laterSurveyFlowIds,
);
export const handler = dialLaterSurveys({
  rules: rules(),
  table: ledger(environment[environmentKeys.ledger]),
  connect: connect(environment[environmentKeys.instanceId]),
  queueIds: JSON.parse(environment[environmentKeys.queueIds]) as Record<string, string>,
  surveyFlowIds: JSON.parse(environment[environmentKeys.laterSurveyFlowIds]) as SurveyDialler['surveyFlowIds'],
  now: () => new Date(),
});
