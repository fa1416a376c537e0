import { group, metric } from './definition.ts';

export const waiting = group({
  name: 'waiting',
  title: 'How long people waited',
  introduction: `Waits of single calls are whole seconds, rounded up. A wait in a queue ends when the call leaves it, for an agent, a callback, or because the caller
hung up; who is passed on from one queue to another before an agent has waited in both.`,
  metrics: {
    queued: metric('Calls of people that were in a queue.', {
      official: 'Connect: CONTACTS_QUEUED, its own callbacks included.',
    }),
    queuedUnanswered: metric('Of `queued`: not `answered`, who took a callback included.'),
    answeredWithin20: metric('Of `answered`: 20 s in the queue or less; none at all counts as 0.'),
    answeredWithin60: metric('Of `answered`: 60 s in the queue or less.'),
    answeredWithin180: metric('Of `answered`: 180 s in the queue or less.'),
    removedFromQueueWithin20: metric(
      'Of `queued`: left the queue within 20 s, also by hanging up or by taking a callback.',
      {
        trap: 'Made for Connect’s own service level alone.',
      },
    ),
    liveAnswerSeconds: metric('Seconds in a queue, summed over `answered`.'),
    voices: metric('Calls of people in which an agent talked, or whose callback did.'),
    voiceSeconds: metric(
      'From the first ring of the call to the agent’s voice, in that call or in the callback promised in it, summed over `voices`.',
    ),
    answeredWithin20Rate: metric(
      '`answeredWithin20` ÷ (`answered` + `queuedUnanswered`): over everybody who was in a queue, and who was answered without one.',
      {
        official: 'niveau de service; the same name as `connectServiceLevel20`, and not the same thing.',
      },
    ),
    answeredWithin60Rate: metric('`answeredWithin60` ÷ (`answered` + `queuedUnanswered`).'),
    answeredWithin180Rate: metric('`answeredWithin180` ÷ (`answered` + `queuedUnanswered`).'),
    abandonmentRate: metric('`abandoned` ÷ `queued`.', {
      official: 'taux d’abandon; Connect: ABANDONMENT_RATE.',
      trap: 'Who took a callback is not among those who left: relabelled, not served. See `abandonmentRateRaw`.',
    }),
    abandonmentRateRaw: metric('`queuedUnanswered` ÷ `queued`.'),
    averageSpeedOfAnswerSeconds: metric('`liveAnswerSeconds` ÷ `answered`.', {
      official: 'délai moyen de réponse; Connect: AVG_QUEUE_ANSWER_TIME.',
      trap: 'Who left, and who was called back, are not in it. The American Social Security published 15.9 minutes while who took a callback waited 1 h 51: they were counted as having waited none.',
    }),
    timeToHumanVoiceSeconds: metric('`voiceSeconds` ÷ `voices`.', {
      trap: 'Who never heard one is not in it: read it with `reachedSameDayRate`. The callback’s wait is in it, nights too: it is hours where callbacks are booked for the next day.',
    }),
    timeToHumanVoiceMedianSeconds: metric(
      'Of `voices`, half waited no longer: nearest rank, to the next 10 s. Not told by queue.',
    ),
    timeToHumanVoiceNinetyPercentSeconds: metric(
      'Of `voices`, nine in ten waited no longer: nearest rank, to the next 10 s. Not told by queue.',
    ),
    connectServiceLevel20: metric('`removedFromQueueWithin20` ÷ `queued`.', {
      official: 'Connect: SERVICE_LEVEL(20), contacts removed from the queue within 20 s ÷ contacts queued.',
      trap: 'Flatters: who hangs up at once, and who takes a callback at once, raise it. Ours is `answeredWithin20Rate`.',
    }),
  },
});
