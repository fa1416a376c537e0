import { group, metric } from './definition.ts';

export const sms = group({
  name: 'sms',
  title: 'SMS',
  introduction: `Of SMS asked for on the day; deliveries are followed for three days more. Not told by queue.`,
  metrics: {
    smsSent: metric('SMS envoyés', 'SMS sent', 'Taken by the service, whatever became of them.'),
    smsDelivered: metric('SMS remis', 'SMS delivered', 'Of `smsSent`: the carrier’s last word is that it arrived.'),
    smsUndelivered: metric(
      'SMS non remis',
      'SMS not delivered',
      'Of `smsSent`: the carrier’s last word is that it did not arrive.',
      {
        trap: 'Where carriers send no receipt, an SMS is neither: `smsSent` − `smsDelivered` − `smsUndelivered`.',
      },
    ),
    smsRefused: metric('SMS refusés', 'SMS refused', 'Refused by the service when it was asked.'),
    smsParts: metric('Parties de SMS', 'SMS parts', 'Parts that are paid for, summed over `smsSent`.'),
    smsUsd: metric(
      'Coût des SMS (USD)',
      'Cost of SMS (USD)',
      'Price that delivery events name, summed over `smsSent`; in millionths of a dollar.',
      {
        trap: 'Without a delivery event the price is not known, and 0 here.',
      },
    ),
    smsDeliveredRate: metric('Part des SMS remis', 'SMS delivered, share', '`smsDelivered` ÷ `smsSent`.', {
      trap: 'A missing receipt counts against us.',
    }),
  },
});

export const survey = group({
  name: 'survey',
  title: 'Survey',
  introduction: `Two questions, after every call or callback that an agent took: the quality, from 1 (very bad) to 5 (excellent), and whether the caller got an answer. The answers of who
heard information alone, and of later surveys, are in the rows, and not in these scores. Scores are hidden below 30 answers.`,
  metrics: {
    surveyServed: metric(
      'Appels pris par un agent',
      'Calls that an agent took',
      'Calls of people, callbacks and later surveys in which an agent and the person talked; not those that an agent dials.',
    ),
    surveyOffered: metric(
      'Questionnaires proposés',
      'Surveys offered',
      'Of `surveyServed`: the first question began, or an answer came.',
    ),
    surveyAnswered: metric(
      'Réponses sur la qualité',
      'Answers on quality',
      'Of `surveyOffered`: the first question was answered. Of two answers of a call to a question, the first holds.',
    ),
    qualitySum: metric('Somme des notes', 'Sum of scores', 'Scores, summed over `surveyAnswered`.', {
      trap: 'Counted so that days can be added up; not to be published below 30 answers.',
    }),
    satisfied: metric('Personnes satisfaites', 'Satisfied answers', 'Of `surveyAnswered`: a score of 4 or 5.', {
      trap: 'As for `qualitySum`.',
    }),
    gotAnswerAsked: metric(
      'Réponses à la seconde question',
      'Answers on having got an answer',
      'Of `surveyOffered`: the second question was answered.',
    ),
    gotAnswer: metric('Ont obtenu une réponse', 'Got an answer', 'Of `gotAnswerAsked`: yes.', {
      trap: 'As for `qualitySum`.',
    }),
    surveyOfferRate: metric(
      'Part des appels suivis du questionnaire',
      'Surveys offered, share',
      '`surveyOffered` ÷ `surveyServed`.',
      {
        trap: 'Who hangs up before the agent does hears no question. Under 80 % an alarm is raised.',
      },
    ),
    surveyResponseRate: metric('Taux de réponse', 'Response rate', '`surveyAnswered` ÷ `surveyOffered`.', {
      trap: 'Who answers is not like who does not: always published beside the score.',
    }),
    qualityMean: metric('Note moyenne', 'Mean score', '`qualitySum` ÷ `surveyAnswered`; hidden below 30 answers.', {
      official:
        'The five words are those of “Je donne mon avis”, which shows them as 0 to 10 and publishes from 100 answers.',
    }),
    satisfactionRate: metric(
      'Taux de satisfaction',
      'Satisfaction rate',
      '`satisfied` ÷ `surveyAnswered`; hidden below 30 answers.',
      {
        official: 'taux de satisfaction (Services Publics+ asks “Globalement, êtes-vous satisfait…” of its own).',
        trap: 'Only who reached an agent is asked: nobody who gave up is in it.',
      },
    ),
    gotAnswerRate: metric(
      'Part de ceux qui ont obtenu une réponse',
      'Got an answer, share',
      '`gotAnswer` ÷ `gotAnswerAsked`; hidden below 30 answers.',
    ),
    satisfactionLow: metric(
      'Taux de satisfaction, borne basse',
      'Satisfaction rate, lower bound',
      'Wilson’s score interval, 95 %, of `satisfied` in `surveyAnswered`; hidden below 30 answers.',
      {
        official:
          'E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.96.',
        trap: 'The chance of who answered, not the bias of who does.',
      },
    ),
    satisfactionHigh: metric(
      'Taux de satisfaction, borne haute',
      'Satisfaction rate, upper bound',
      'As `satisfactionLow`.',
    ),
    gotAnswerLow: metric(
      'Ont obtenu une réponse, borne basse',
      'Got an answer, lower bound',
      'Wilson’s score interval, 95 %, of `gotAnswer` in `gotAnswerAsked`; hidden below 30 answers.',
    ),
    gotAnswerHigh: metric('Ont obtenu une réponse, borne haute', 'Got an answer, upper bound', 'As `gotAnswerLow`.'),
  },
});

export const numbers = group({
  name: 'numbers',
  title: 'Calls that we make',
  introduction: `The French numbering rule compares, for each number that is shown, calls emitted with calls received: the report’s \`numbers\` has both by number.`,
  metrics: {
    callsEmitted: metric(
      'Appels émis',
      'Calls emitted',
      'Calls of ours that began on the day and rang: callbacks, later surveys, calls that an agent dials. A kept place that was never dialled is none.',
    ),
    emittedPerReceived: metric(
      'Appels émis par appel reçu',
      'Calls emitted per call received',
      '`callsEmitted` ÷ `calls`.',
    ),
  },
});
