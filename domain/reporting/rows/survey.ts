import type { CallRow } from '../compiled-rows.ts';
import type { Answers, Settled } from './settle.ts';
import { type TelephoneCall, voiceAt } from './telephone-calls.ts';

type SurveyColumns = Pick<CallRow, 'survey_offered' | 'quality' | 'got_answer'>;

/** What was asked after this call, and answered. */
export function surveyOf(
  call: TelephoneCall,
  calls: ReadonlyMap<string, TelephoneCall>,
  { answers }: Pick<Settled, 'answers'>,
): SurveyColumns {
  const given = answersOf(call, calls, answers);
  const quality = given.quality === undefined ? null : Number(given.quality);
  const gotAnswer = given.answered === undefined ? null : given.answered === '1';
  const offered = hasOffer(call) || quality !== null || gotAnswer !== null;
  return { survey_offered: offered, quality, got_answer: gotAnswer };
}

const hasOffer = ({ contacts }: TelephoneCall): boolean => contacts.some(({ surveyOffered }) => surveyOffered);
const isAsked = (call: TelephoneCall): boolean => voiceAt(call) !== null || hasOffer(call);

/** Answers are kept by the first contact of a chain: those after the call back to a kept place, by the call in which it was asked for. */
function answersOf(
  call: TelephoneCall,
  calls: ReadonlyMap<string, TelephoneCall>,
  answers: Settled['answers'],
): Answers['call'] {
  const { id, kind, first } = call;
  if (kind === 'later_survey' && voiceAt(call) === null) return answers(id).later;
  if (first.initialId === id) return isAsked(call) || kind !== 'inbound' ? answers(id).call : {};
  const initial = calls.get(first.initialId);
  if (voiceAt(call) === null || (initial && isAsked(initial))) return {};
  return answers(first.initialId).call;
}
