import { group, metric } from './definition.ts';

export const callbacks = group({
  name: 'callbacks',
  title: 'Callbacks proposed',
  introduction: `By call of people. Why a callback was proposed last, or was not, is in the report’s \`offerReasons\`; why who asked for one got none, in its \`callbackRefusals\`.`,
  metrics: {
    callbacksOffered: metric(
      'Appels où un rappel a été proposé',
      'Calls in which a callback was offered',
      'A callback was proposed, in words, during the call, or was asked for; outside the opening hours, an hour always is.',
    ),
    callbacksTaken: metric(
      'Rappels acceptés',
      'Callbacks taken',
      'Of `callbacksOffered`: one was promised, and was not given up before the call ended; also where an agent then took the call.',
    ),
    callbacksDeclined: metric(
      'Rappels non retenus',
      'Callbacks declined',
      '`callbacksOffered` − `callbacksTaken` − `callbacksRefused`.',
    ),
    callbacksRefused: metric(
      'Rappels demandés et refusés',
      'Callbacks asked for and refused',
      'Asked for, and not given: no seat, stopped by a supervisor, one promised already, closed, a number that cannot be called, a fault; and none was taken in the end.',
    ),
    placesTaken: metric('Places gardées', 'Places kept', 'Of `callbacksTaken`: in the caller’s turn.'),
    slotsTaken: metric('Heures réservées', 'Hours booked', 'Of `callbacksTaken`: at a chosen hour.'),
    sparedSeconds: metric(
      'Secondes d’attente épargnées',
      'Seconds of waiting spared',
      'Over calls whose callback reached an agent and which no agent took: the first wait announced less the time spent in the queue, 0 where nothing was announced.',
      {
        trap: 'By what was announced: who declines knows no better. It says nothing of how long the callback took: see `timeToHumanVoiceSeconds`.',
      },
    ),
    callbackTakeRate: metric(
      'Part des propositions acceptées',
      'Callbacks taken of those offered',
      '`callbacksTaken` ÷ `callbacksOffered`.',
    ),
  },
});

export const promises = group({
  name: 'promises',
  title: 'Promises kept',
  introduction: `A promise is of the local day on which it was made; what follows is known from the records of that day and of the three after it. \`promises\` = \`promisesSettled\` +
\`promisesPending\` + \`promisesCancelled\`. The hour that counts is the one that the caller heard or chose: where we put another in its place, with an apology, the first one stays the measure.`,
  metrics: {
    promises: metric(
      'Rappels promis',
      'Callbacks promised',
      'Promises made on the day, by calls of any kind: told by the ledger when their call had ended.',
    ),
    promisesSettled: metric('Promesses échues', 'Promises settled', '`promisesKept` + `promisesBroken`.'),
    promisesKept: metric(
      'Promesses tenues',
      'Promises kept',
      'We rang before the promised hour was over; for a kept place, on the day on which it was promised.',
      {
        trap: 'Rung is not reached: see `promisesReached`.',
      },
    ),
    promisesBroken: metric('Promesses non tenues', 'Promises broken', 'The promised hour passed without our call.'),
    promisesPending: metric(
      'Promesses à venir',
      'Promises to come',
      'The hour is not over yet, or its records are not whole.',
    ),
    promisesCancelled: metric(
      'Promesses retirées avant notre appel',
      'Promises withdrawn before our call',
      'Before the hour was over and before we rang: cancelled, or served in a call of the person’s own. Neither kept nor broken.',
    ),
    promisesCarriedOver: metric(
      'Promesses reportées',
      'Promises carried over',
      'At least once we put another hour in the place of the one promised: not called in time, or no agent when the person had answered.',
    ),
    lateSeconds: metric(
      'Secondes de retard',
      'Seconds late',
      'From the end of the promised hour (of the day, for a place) to our first ring, summed over `latePromises`.',
    ),
    latePromises: metric(
      'Promesses tenues en retard',
      'Promises kept late',
      'Of `promisesBroken`: we rang in the end.',
      { trap: 'A promise on which nobody ever rang is not late, and is worse: `promisesBroken` − `latePromises`.' },
    ),
    promisesReached: metric(
      'Rappels aboutis',
      'Promises reached',
      'An agent and the person talked in a callback, at whatever attempt.',
    ),
    promisesReachedFirst: metric(
      'Rappels aboutis au premier appel',
      'Promises reached at the first attempt',
      'Of `promisesReached`: the first telephone call that rang.',
    ),
    promisesReachedLater: metric(
      'Rappels aboutis à un appel suivant',
      'Promises reached at a later attempt',
      '`promisesReached` − `promisesReachedFirst`; the report’s `reachedAtAttempt` has each.',
    ),
    promisesGivenUp: metric(
      'Rappels abandonnés faute de réponse',
      'Promises given up',
      'Closed after the last attempt that the file allows.',
    ),
    promiseKeptRate: metric('Part des promesses tenues', 'Promises kept, share', '`promisesKept` ÷ `promisesSettled`.'),
    lateMeanSeconds: metric('Retard moyen', 'Mean lateness', '`lateSeconds` ÷ `latePromises`.'),
    promiseReachedRate: metric(
      'Part des promesses abouties',
      'Promises reached, share',
      '`promisesReached` ÷ `promisesSettled`.',
    ),
    promiseReachedFirstRate: metric(
      'Part des promesses abouties au premier appel',
      'Promises reached at the first attempt, share',
      '`promisesReachedFirst` ÷ `promisesSettled`.',
    ),
  },
});

export const announcements = group({
  name: 'announcements',
  title: 'Announced waits against real ones',
  introduction: `Of answered calls that were told a wait: how long the others would have waited, nobody knows.`,
  metrics: {
    announcements: metric(
      'Attentes annoncées et vérifiables',
      'Waits announced and known',
      'Of `answered` calls that were in a queue: a wait was announced.',
    ),
    announcementsHeld: metric(
      'Attentes annoncées et tenues',
      'Announced waits that held',
      'Of `announcements`: the time in the queue was no longer than the upper bound announced first.',
    ),
    announcedSeconds: metric(
      'Secondes annoncées',
      'Seconds announced',
      'Upper bound of the first wait announced, summed over `announcements`.',
    ),
    announcedWaitedSeconds: metric(
      'Secondes attendues après annonce',
      'Seconds waited after an announcement',
      'Seconds in the queue, summed over `announcements`.',
    ),
    announcementHeldRate: metric(
      'Part des annonces tenues',
      'Announced waits that held, share',
      '`announcementsHeld` ÷ `announcements`.',
      {
        trap: 'Who would have waited longest has left: the true share is lower.',
      },
    ),
    announcedMeanSeconds: metric(
      'Attente annoncée moyenne',
      'Mean announced wait',
      '`announcedSeconds` ÷ `announcements`.',
    ),
    announcedWaitedMeanSeconds: metric(
      'Attente réelle moyenne après annonce',
      'Mean real wait after an announcement',
      '`announcedWaitedSeconds` ÷ `announcements`.',
    ),
  },
});
