import type { LineRules } from '../../domain/administration/administration.ts';
import { flowTexts } from '../../domain/position/phrases.ts';
import { newCall } from '../../domain/reporting/new-call.ts';
import type { LaterSurvey, LaterSurveyAttributes } from '../../domain/survey/contract.ts';
import { laterCallReason } from '../../domain/survey/phrases/fr.ts';
import type { Connect, OutboundCall } from '../runtime/connect.ts';
import type { Ledger } from '../runtime/dynamodb.ts';
import { errorName, log } from '../runtime/log.ts';
import { claimLaterSurvey, giveBackLaterSurvey } from './later-surveys.ts';

export interface SurveyDialler {
  rules: LineRules;
  table: Ledger;
  connect: Pick<Connect, 'startOutboundVoiceContact'>;
  /** Queue id of the file -> Connect's. */
  queueIds: Record<string, string>;
  /** Language -> id of the flow that the person who answers enters. */
  surveyFlowIds: Partial<Record<string, string>>;
}

/** As long as a slow walker needs. */
const ringTimeoutSeconds = 30;

/** `rung`: Connect was asked, and may have rung; `refused`: it takes no more calls now. */
export type Rung = 'rung' | 'unreachable' | 'changed' | 'refused';

/** The number can never be called: nobody is to try again. */
const numberRefused: ReadonlySet<string> = new Set([
  'DestinationNotAllowedException',
  'OutboundContactNotPermittedException',
]);

/**
 * Rings once: the number has left the ledger before. The line's own number is shown, which a machine may do with a number of 01 to 05 or 09
 * that receives more calls than it emits (ARCEP, numbering plan, decision 2022-1583): there is one call for one that was in vain.
 */
export async function ringLaterSurvey(dialler: SurveyDialler, survey: LaterSurvey, now: Date): Promise<Rung> {
  const { rules: line, table } = dialler;
  const call = callOf(dialler, survey);
  if (!(await claimLaterSurvey(table, survey, now))) return 'changed';
  try {
    await dialler.connect.startOutboundVoiceContact(call);
    return 'rung';
  } catch (error) {
    const name = errorName(error);
    log('laterSurveyNotStarted', { administration: line.id, queue: survey.queue, error: name });
    if (numberRefused.has(name)) return 'unreachable';
    if (!isRefusal(error)) return 'rung';
    await giveBackLaterSurvey(table, survey, now);
    return 'refused';
  }
}

/** Certain that nothing rings; any other failure is not. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && '$fault' in error && error.$fault === 'client';

function callOf({ rules, queueIds, surveyFlowIds }: SurveyDialler, survey: LaterSurvey): OutboundCall {
  const { queue, language, callerKey, speechRate, contactId } = survey;
  const queueId = queueIds[queue];
  // A language may have gone from the file since; French never does.
  const flowId = surveyFlowIds[language] ?? surveyFlowIds['fr'];
  if (!queueId || !flowId) throw new Error(`no queue, or no flow, for a later survey about ${queue} in ${language}`);
  const attributes: LaterSurveyAttributes = {
    survey: 'later',
    administration: rules.id,
    language,
    speechRate,
    queue,
    callerKey,
    reason: laterCallReason,
    promise: 'none',
    resumes: 'no',
    booking: 'none',
    keysTold: 'no',
    queueAnnouncement: flowTexts(language).pleaseWait,
    bookingId: '',
    revision: '',
    wish: '',
    callbackNumber: '',
    spokenCode: '',
    announcedWaitSeconds: '',
    announcedAhead: '',
    queuedAt: '',
    offeredAt: '',
    ...newCall,
  };
  return {
    to: survey.number,
    flowId,
    queueId,
    attributes: { ...attributes },
    clientToken: `later-survey-${contactId}`,
    ringTimeoutSeconds,
  };
}
