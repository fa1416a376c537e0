import { group, metric } from './definition.ts';

export const waiting = group({
  name: 'waiting',
  title: 'How long people waited',
  introduction: `Waits of single calls are whole seconds, rounded up. A wait in a queue ends when the call leaves it, for an agent, a callback, or because the caller
hung up; who is passed on from one queue to another before an agent has waited in both.`,
  metrics: {
    queued: metric('Appels mis en attente', 'Calls that entered a queue', 'Calls of people that were in a queue.', {
      official: 'Connect: CONTACTS_QUEUED, its own callbacks included.',
    }),
    queuedUnanswered: metric(
      'Appels en attente qu’aucun agent n’a pris',
      'Queued calls that no agent took',
      'Of `queued`: not `answered`, who took a callback included.',
    ),
    answeredWithin20: metric(
      'Décrochés en 20 s au plus',
      'Answered within 20 s',
      'Of `answered`: 20 s in the queue or less; none at all counts as 0.',
    ),
    answeredWithin60: metric(
      'Décrochés en 60 s au plus',
      'Answered within 60 s',
      'Of `answered`: 60 s in the queue or less.',
    ),
    answeredWithin180: metric(
      'Décrochés en 3 min au plus',
      'Answered within 3 min',
      'Of `answered`: 180 s in the queue or less.',
    ),
    removedFromQueueWithin20: metric(
      'Sortis de la file en 20 s, quelle que soit la raison',
      'Out of the queue within 20 s, however',
      'Of `queued`: left the queue within 20 s, also by hanging up or by taking a callback.',
      {
        trap: 'Made for Connect’s own service level alone.',
      },
    ),
    liveAnswerSeconds: metric(
      'Secondes d’attente des appels décrochés',
      'Seconds waited by answered calls',
      'Seconds in a queue, summed over `answered`.',
    ),
    voices: metric(
      'Appels qui ont mené à une voix humaine',
      'Calls that led to a human voice',
      'Calls of people in which an agent talked, or whose callback did.',
    ),
    voiceSeconds: metric(
      'Secondes jusqu’à une voix humaine',
      'Seconds to a human voice',
      'From the first ring of the call to the agent’s voice, in that call or in the callback promised in it, summed over `voices`.',
    ),
    answeredWithin20Rate: metric(
      'Part décrochée en 20 s',
      'Answered within 20 s, share',
      '`answeredWithin20` ÷ (`answered` + `queuedUnanswered`): over everybody who was in a queue, and who was answered without one.',
      {
        official: 'niveau de service; the same name as `connectServiceLevel20`, and not the same thing.',
      },
    ),
    answeredWithin60Rate: metric(
      'Part décrochée en 60 s',
      'Answered within 60 s, share',
      '`answeredWithin60` ÷ (`answered` + `queuedUnanswered`).',
    ),
    answeredWithin180Rate: metric(
      'Part décrochée en 3 min',
      'Answered within 3 min, share',
      '`answeredWithin180` ÷ (`answered` + `queuedUnanswered`).',
    ),
    abandonmentRate: metric('Taux d’abandon', 'Abandonment rate', '`abandoned` ÷ `queued`.', {
      official: 'taux d’abandon; Connect: ABANDONMENT_RATE.',
      trap: 'Who took a callback is not among those who left: relabelled, not served. See `abandonmentRateRaw`.',
    }),
    abandonmentRateRaw: metric(
      'Part de la file qu’aucun agent n’a prise',
      'Queued calls that no agent took, share',
      '`queuedUnanswered` ÷ `queued`.',
    ),
    averageSpeedOfAnswerSeconds: metric(
      'Délai moyen de réponse',
      'Average speed of answer',
      '`liveAnswerSeconds` ÷ `answered`.',
      {
        official: 'délai moyen de réponse; Connect: AVG_QUEUE_ANSWER_TIME.',
        trap: 'Who left, and who was called back, are not in it. The American Social Security published 15.9 minutes while who took a callback waited 1 h 51: they were counted as having waited none.',
      },
    ),
    timeToHumanVoiceSeconds: metric(
      'Délai moyen jusqu’à une voix humaine',
      'Mean time to a human voice',
      '`voiceSeconds` ÷ `voices`.',
      {
        trap: 'Who never heard one is not in it: read it with `reachedSameDayRate`. The callback’s wait is in it, nights too: it is hours where callbacks are booked for the next day.',
      },
    ),
    timeToHumanVoiceMedianSeconds: metric(
      'Délai médian jusqu’à une voix humaine',
      'Median time to a human voice',
      'Of `voices`, half waited no longer: nearest rank, to the next 10 s. Not told by queue.',
    ),
    timeToHumanVoiceNinetyPercentSeconds: metric(
      'Délai de neuf sur dix jusqu’à une voix humaine',
      'Time to a human voice of nine in ten',
      'Of `voices`, nine in ten waited no longer: nearest rank, to the next 10 s. Not told by queue.',
    ),
    connectServiceLevel20: metric(
      '« Niveau de service » de Connect : sortis de la file en 20 s, y compris raccrochés et rappels',
      'Connect’s “service level”: out of the queue within 20 s, also by hanging up or for a callback',
      '`removedFromQueueWithin20` ÷ `queued`.',
      {
        official: 'Connect: SERVICE_LEVEL(20), contacts removed from the queue within 20 s ÷ contacts queued.',
        trap: 'Flatters: who hangs up at once, and who takes a callback at once, raise it. Ours is `answeredWithin20Rate`.',
      },
    ),
  },
});
