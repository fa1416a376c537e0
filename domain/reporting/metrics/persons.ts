import { group, metric } from './definition.ts';

export const persons = group({
  name: 'persons',
  title: 'People',
  introduction: `A person is a telephone number, as a keyed hash whose key changes each year; who withholds the number is nobody known, and two people who share a telephone are one.`,
  metrics: {
    hiddenCalls: metric('Of `calls`: without a number, so of no person.'),
    callsOfPersons: metric('`calls` − `hiddenCalls`.'),
    personDays: metric('People who rang on the day by a number that was not withheld; of several days, the sum.', {
      trap: 'Who rings on two days is counted twice: see `persons`.',
    }),
    redials: metric(
      'Of `callsOfPersons`: the same person’s last call before, on the day, had not served them when this one began. Served are `answered`, `informed` and `transferred` calls, and one whose callback had reached them by then; a promise alone serves nobody.',
      {
        official: 'réitération, rappel spontané.',
      },
    ),
    personsReachedSameDay: metric(
      'Of `personDays`: an agent and the person talked on that local day, in a call or in a callback, also one promised earlier.',
    ),
    personsReachedTwoDays: metric('Of `personDaysOfTwoDays`: on that day or the next.'),
    personDaysOfTwoDays: metric(
      'Of `personDays`: the next local day is over, and its calls are hashed with the same key (on 31 December they are not).',
    ),
    persons: metric(
      'Distinct over the whole range. Not told where the range has calls of two years, whose hashes cannot be compared, nor by queue.',
      {
        trap: 'Not the sum of its days.',
      },
    ),
    redialRate: metric('`redials` ÷ `callsOfPersons`.', {
      trap: 'Who gives up for the day does not redial: read it with `reachedSameDayRate`.',
    }),
    callsPerPerson: metric('`callsOfPersons` ÷ `personDays`.'),
    reachedSameDayRate: metric('`personsReachedSameDay` ÷ `personDays`.', {
      official:
        'taux d’aboutissement; the mystery calls of 60 Millions de consommateurs and the Défenseure des droits (2022) call it reached within three attempts.',
      trap: 'Who was served by information alone counts as not reached.',
    }),
    reachedTwoDaysRate: metric('`personsReachedTwoDays` ÷ `personDaysOfTwoDays`.'),
  },
});
