import { group, metric } from './definition.ts';

export const callbacks = group({
  name: 'callbacks',
  title: 'Callbacks proposed',
  introduction: `By call of people. Why a callback was proposed last, or was not, is in the report’s \`offerReasons\`; why who asked for one got none, in its \`callbackRefusals\`.`,
  metrics: {
    callbacksOffered: metric(
      'A callback was proposed, in words, during the call, or was asked for; outside the opening hours, an hour always is.',
    ),
    callbacksTaken: metric(
      'Of `callbacksOffered`: one was promised, and was not given up before the call ended; also where an agent then took the call.',
    ),
    callbacksDeclined: metric('`callbacksOffered` − `callbacksTaken` − `callbacksRefused`.'),
    callbacksRefused: metric(
      'Asked for, and not given: no seat, stopped by a supervisor, one promised already, closed, a number that cannot be called, a fault; and none was taken in the end.',
    ),
    placesTaken: metric('Of `callbacksTaken`: in the caller’s turn.'),
    slotsTaken: metric('Of `callbacksTaken`: at a chosen hour.'),
    sparedSeconds: metric(
      'Over calls whose callback reached an agent and which no agent took: the first wait announced less the time spent in the queue, 0 where nothing was announced.',
      {
        trap: 'By what was announced: who declines knows no better. It says nothing of how long the callback took: see `timeToHumanVoiceSeconds`.',
      },
    ),
    callbackTakeRate: metric('`callbacksTaken` ÷ `callbacksOffered`.'),
  },
});

export const promises = group({
  name: 'promises',
  title: 'Promises kept',
  introduction: `A promise is of the local day on which it was made; what follows is known from the records of that day and of the three after it. \`promises\` = \`promisesSettled\` +
\`promisesPending\` + \`promisesCancelled\`. The hour that counts is the one that the caller heard or chose: where we put another in its place, with an apology, the first one stays the measure; and an hour that passed
without our call breaks the promise, whatever its caller chose after it.`,
  metrics: {
    promises: metric('Promises made on the day, by calls of any kind: told by the ledger when their call had ended.'),
    promisesSettled: metric('`promisesKept` + `promisesBroken`.'),
    promisesKept: metric(
      'We rang before the promised hour was over; for a kept place, on the day on which it was promised.',
      {
        trap: 'Rung is not reached: see `promisesReached`.',
      },
    ),
    promisesBroken: metric('The promised hour passed without our call.'),
    promisesPending: metric('The hour is not over yet, or its records are not whole.'),
    promisesCancelled: metric(
      'Before the hour was over and before we rang: cancelled, or served in a call of the person’s own. Neither kept nor broken.',
    ),
    promisesCarriedOver: metric(
      'At least once we put another hour in the place of the one promised: not called in time, or no agent when the person had answered.',
    ),
    lateSeconds: metric(
      'From the end of the promised hour (of the day, for a place) to our first ring, summed over `latePromises`.',
    ),
    latePromises: metric('Of `promisesBroken`: we rang in the end.', {
      trap: 'A promise on which nobody ever rang is not late, and is worse: `promisesBroken` − `latePromises`.',
    }),
    promisesReached: metric('An agent and the person talked in a callback, at whatever attempt.'),
    promisesReachedFirst: metric('Of `promisesReached`: the first telephone call that rang.'),
    promisesReachedLater: metric(
      '`promisesReached` − `promisesReachedFirst`; the report’s `reachedAtAttempt` has each.',
    ),
    promisesGivenUp: metric(
      'We stopped ringing: no attempt was left, or no agent was there as often as the person had answered.',
    ),
    promiseKeptRate: metric('`promisesKept` ÷ `promisesSettled`.'),
    lateMeanSeconds: metric('`lateSeconds` ÷ `latePromises`.'),
    promiseReachedRate: metric('`promisesReached` ÷ `promisesSettled`.'),
    promiseReachedFirstRate: metric('`promisesReachedFirst` ÷ `promisesSettled`.'),
  },
});

export const announcements = group({
  name: 'announcements',
  title: 'Announced waits against real ones',
  introduction: `Of answered calls that were told a wait: how long the others would have waited, nobody knows.`,
  metrics: {
    announcements: metric('Of `answered` calls that were in a queue: a wait was announced.'),
    announcementsHeld: metric(
      'Of `announcements`: the time in the queue was no longer than the upper bound announced first.',
    ),
    announcedSeconds: metric('Upper bound of the first wait announced, summed over `announcements`.'),
    announcedWaitedSeconds: metric('Seconds in the queue, summed over `announcements`.'),
    announcementHeldRate: metric('`announcementsHeld` ÷ `announcements`.', {
      trap: 'Who would have waited longest has left: the true share is lower.',
    }),
    announcedMeanSeconds: metric('`announcedSeconds` ÷ `announcements`.'),
    announcedWaitedMeanSeconds: metric('`announcedWaitedSeconds` ÷ `announcements`.'),
  },
});
