import type { CallOutcome, CallRow } from '../compiled-rows.ts';
import type { CountKey } from '../report-contract.ts';
import { all, type Condition, type Count, rows, says, sum } from './condition.ts';

type Is = Condition<CallRow>;

const inbound: Is = says('kind', 'inbound');
const open: Is = all(inbound, { is: (row) => row.open, sql: 'open' });
/** Of calls during the opening hours: each has one of them. */
const endedAs = (outcome: CallOutcome): Is => all(open, says('outcome', outcome));
const answered = endedAs('answered');
const queued: Is = all(inbound, { is: (row) => row.queue_seconds !== null, sql: 'queue_seconds is not null' });
const unanswered: Is = { is: (row) => row.outcome !== 'answered', sql: "coalesce(outcome, '') <> 'answered'" };
const queuedAtMost = (seconds: number): Is => ({
  is: ({ queue_seconds }) => (queue_seconds ?? 0) <= seconds,
  sql: `coalesce(queue_seconds, 0) <= ${seconds}`,
});
const reached: Is = { is: (row) => row.callback_reached, sql: 'callback_reached' };
const heard: Is = all(inbound, { is: (row) => row.voice_seconds !== null, sql: 'voice_seconds is not null' });
const ofPerson: Is = all(inbound, { is: ({ person }) => person !== '', sql: "person <> ''" });
const hidden: Is = all(inbound, { is: ({ person }) => person === '', sql: "person = ''" });
const offered: Is = all(inbound, { is: (row) => row.callback_offered, sql: 'callback_offered' });
const notTaken: Is = all(inbound, { is: (row) => row.callback_taken === null, sql: 'callback_taken is null' });
const refused: Is = { is: (row) => row.callback_refusal !== '', sql: "callback_refusal <> ''" };
const notRefused: Is = { is: (row) => row.callback_refusal === '', sql: "callback_refusal = ''" };
const told: Is = all(inbound, { is: (row) => row.announced_seconds !== null, sql: 'announced_seconds is not null' });
const held: Is = all(told, {
  is: ({ queue_seconds, announced_seconds }) => (queue_seconds ?? 0) <= (announced_seconds ?? 0),
  sql: 'coalesce(queue_seconds, 0) <= announced_seconds',
});
const served: Is = {
  is: ({ kind, agent_seconds }) => kind !== 'outbound' && agent_seconds !== null,
  sql: "kind <> 'outbound' and agent_seconds is not null",
};
const asked: Is = all(served, { is: (row) => row.survey_offered, sql: 'survey_offered' });
const rated: Is = all(asked, { is: ({ quality }) => quality !== null, sql: 'quality is not null' });
const satisfied: Is = all(asked, { is: ({ quality }) => (quality ?? 0) >= 4, sql: 'coalesce(quality, 0) >= 4' });
const said: Is = all(asked, { is: ({ got_answer }) => got_answer !== null, sql: 'got_answer is not null' });
const gotAnswer: Is = all(asked, { is: (row) => row.got_answer === true, sql: 'coalesce(got_answer, false)' });

/** Whose callback was proposed, and who has taken none and was refused none. */
const declined: Is = all(offered, notTaken, notRefused);
/** Who asked for a callback and got none. */
export const refusedCallback: Is = all(notTaken, refused);
export const receivedCall: Is = inbound;
export const emittedCall: Is = { is: ({ kind }) => kind !== 'inbound', sql: "kind <> 'inbound'" };
export const voicedCall: Is = heard;

/** Counts over `calls`, in the order of their keys. */
export const countsOfCalls = {
  calls: rows(inbound),
  callsClosed: rows(all(inbound, { is: (row) => !row.open, sql: 'not open' })),
  callsOpen: rows(open),
  callsForAgent: rows(
    all(open, {
      is: ({ outcome }) => outcome !== 'informed' && outcome !== 'transferred',
      sql: "coalesce(outcome, '') not in ('informed', 'transferred')",
    }),
  ),
  answered: rows(answered),
  answeredByCallback: rows(all(endedAs('callback'), reached)),
  takenCallback: rows(endedAs('callback')),
  informed: rows(endedAs('informed')),
  transferred: rows(endedAs('transferred')),
  abandoned: rows(endedAs('abandoned')),
  balked: rows(endedAs('balked')),
  leftInMenu: rows(endedAs('leftInMenu')),
  failed: rows(endedAs('failed')),
  queued: rows(queued),
  queuedUnanswered: rows(all(queued, unanswered)),
  answeredWithin20: rows(all(answered, queuedAtMost(20))),
  answeredWithin60: rows(all(answered, queuedAtMost(60))),
  answeredWithin180: rows(all(answered, queuedAtMost(180))),
  removedFromQueueWithin20: rows(all(queued, queuedAtMost(20))),
  liveAnswerSeconds: sum('queue_seconds', answered),
  voices: rows(heard),
  voiceSeconds: sum('voice_seconds', heard),
  hiddenCalls: rows(hidden),
  callsOfPersons: rows(ofPerson),
  redials: rows(all(ofPerson, { is: (row) => row.redial, sql: 'redial' })),
  callbacksOffered: rows(offered),
  callbacksTaken: rows(all(inbound, says('callback_taken', 'slot', 'place'))),
  callbacksDeclined: rows(declined),
  callbacksRefused: rows(refusedCallback),
  placesTaken: rows(all(inbound, says('callback_taken', 'place'))),
  slotsTaken: rows(all(inbound, says('callback_taken', 'slot'))),
  announcements: rows(told),
  announcementsHeld: rows(held),
  announcedSeconds: sum('announced_seconds', told),
  announcedWaitedSeconds: sum('queue_seconds', told),
  surveyServed: rows(served),
  surveyOffered: rows(asked),
  surveyAnswered: rows(rated),
  qualitySum: sum('quality', rated),
  satisfied: rows(satisfied),
  gotAnswerAsked: rows(said),
  gotAnswer: rows(gotAnswer),
  sparedSeconds: sum('spared_seconds', inbound),
  callsEmitted: rows(emittedCall),
} as const satisfies Partial<Record<CountKey, Count<CallRow>>>;
