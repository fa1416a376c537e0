import { group, metric } from './definition.ts';

export const sms = group({
  name: 'sms',
  title: 'SMS',
  introduction: `Of SMS asked for on the day; deliveries are followed for three days more. Not told by queue.`,
  metrics: {
    smsSent: metric('Taken by the service, whatever became of them.'),
    smsDelivered: metric('Of `smsSent`: the carrier’s last word is that it arrived.'),
    smsUndelivered: metric('Of `smsSent`: the carrier’s last word is that it did not arrive.', {
      trap: 'Where carriers send no receipt, an SMS is neither: `smsSent` − `smsDelivered` − `smsUndelivered`.',
    }),
    smsRefused: metric('Refused by the service when it was asked.'),
    smsParts: metric('Parts that are paid for, summed over `smsSent`.'),
    smsUsd: metric('Price that delivery events name, summed over `smsSent`; in millionths of a dollar.', {
      trap: 'Without a delivery event the price is not known, and 0 here.',
    }),
    smsDeliveredRate: metric('`smsDelivered` ÷ `smsSent`.', {
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
      'Calls of people, callbacks and later surveys in which an agent and the person talked; not those that an agent dials.',
    ),
    surveyOffered: metric('Of `surveyServed`: the first question began, or an answer came.'),
    surveyAnswered: metric(
      'Of `surveyOffered`: the first question was answered. Of two answers of a call to a question, the first holds.',
    ),
    qualitySum: metric('Scores, summed over `surveyAnswered`.', {
      trap: 'Counted so that days can be added up; not to be published below 30 answers.',
    }),
    satisfied: metric('Of `surveyAnswered`: a score of 4 or 5.', {
      trap: 'As for `qualitySum`.',
    }),
    gotAnswerAsked: metric('Of `surveyOffered`: the second question was answered.'),
    gotAnswer: metric('Of `gotAnswerAsked`: yes.', {
      trap: 'As for `qualitySum`.',
    }),
    surveyOfferRate: metric('`surveyOffered` ÷ `surveyServed`.', {
      trap: 'Who hangs up before the agent does hears no question. Under 80 % an alarm is raised.',
    }),
    surveyResponseRate: metric('`surveyAnswered` ÷ `surveyOffered`.', {
      trap: 'Who answers is not like who does not: always published beside the score.',
    }),
    qualityMean: metric('`qualitySum` ÷ `surveyAnswered`; hidden below 30 answers.', {
      official:
        'The five words are those of “Je donne mon avis”, which shows them as 0 to 10 and publishes from 100 answers.',
    }),
    satisfactionRate: metric('`satisfied` ÷ `surveyAnswered`; hidden below 30 answers.', {
      official: 'taux de satisfaction (Services Publics+ asks “Globalement, êtes-vous satisfait…” of its own).',
      trap: 'Only who reached an agent is asked: nobody who gave up is in it.',
    }),
    gotAnswerRate: metric('`gotAnswer` ÷ `gotAnswerAsked`; hidden below 30 answers.'),
    satisfactionLow: metric(
      'Wilson’s score interval, 95 %, of `satisfied` in `surveyAnswered`; hidden below 30 answers.',
      {
        official:
          'E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.959963984540054.',
        trap: 'The chance of who answered, not the bias of who does.',
      },
    ),
    satisfactionHigh: metric('As `satisfactionLow`.'),
    gotAnswerLow: metric('Wilson’s score interval, 95 %, of `gotAnswer` in `gotAnswerAsked`; hidden below 30 answers.'),
    gotAnswerHigh: metric('As `gotAnswerLow`.'),
  },
});

export const numbers = group({
  name: 'numbers',
  title: 'Calls that we make',
  introduction: `The French numbering rule compares, for each number that is shown, calls emitted with calls received: the report’s \`numbers\` has both by number.`,
  metrics: {
    callsEmitted: metric(
      'Calls of ours that began on the day and rang: callbacks, later surveys, calls that an agent dials. A kept place that was never dialled is none.',
    ),
    emittedPerReceived: metric('`callsEmitted` ÷ `calls`.'),
  },
});
