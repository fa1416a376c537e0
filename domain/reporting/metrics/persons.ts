import { group, metric } from './definition.ts';

export const persons = group({
  name: 'persons',
  title: 'People',
  introduction: `A person is a telephone number, as a keyed hash whose key changes each year; who withholds the number is nobody known, and two people who share a telephone are one.`,
  metrics: {
    hiddenCalls: metric(
      'Appels en numéro masqué',
      'Calls with a withheld number',
      'Of `calls`: without a number, so of no person.',
    ),
    callsOfPersons: metric('Appels de numéros connus', 'Calls with a number', '`calls` − `hiddenCalls`.'),
    personDays: metric(
      'Personnes, par jour',
      'People, each day',
      'People who rang on the day by a number that was not withheld; of several days, the sum.',
      {
        trap: 'Who rings on two days is counted twice: see `persons`.',
      },
    ),
    redials: metric(
      'Réitérations',
      'Redials',
      'Of `callsOfPersons`: the same person’s last call before, on the day, had not served them when this one began. Served are `answered`, `informed` and `transferred` calls, and one whose callback had reached them by then; a promise alone serves nobody.',
      {
        official: 'réitération, rappel spontané.',
      },
    ),
    personsReachedSameDay: metric(
      'Personnes qui ont parlé à un agent le jour même',
      'People who talked with an agent on the day',
      'Of `personDays`: an agent and the person talked on that local day, in a call or in a callback, also one promised earlier.',
    ),
    personsReachedTwoDays: metric(
      'Personnes qui ont parlé à un agent en deux jours',
      'People who talked with an agent within two days',
      'Of `personDaysOfTwoDays`: on that day or the next.',
    ),
    personDaysOfTwoDays: metric(
      'Personnes dont les deux jours sont connus',
      'People whose two days are known',
      'Of `personDays`: the next local day is over, and its calls are hashed with the same key (on 31 December they are not).',
    ),
    persons: metric(
      'Personnes distinctes',
      'Distinct people',
      'Distinct over the whole range. Not told where the range has calls of two years, whose hashes cannot be compared, nor by queue.',
      {
        trap: 'Not the sum of its days.',
      },
    ),
    redialRate: metric('Taux de réitération', 'Redial rate', '`redials` ÷ `callsOfPersons`.', {
      trap: 'Who gives up for the day does not redial: read it with `reachedSameDayRate`.',
    }),
    callsPerPerson: metric(
      'Appels par personne et par jour',
      'Calls per person and day',
      '`callsOfPersons` ÷ `personDays`.',
    ),
    reachedSameDayRate: metric(
      'Part des personnes qui ont parlé à un agent le jour même',
      'People who talked with an agent on the day, share',
      '`personsReachedSameDay` ÷ `personDays`.',
      {
        official:
          'taux d’aboutissement; the mystery calls of 60 Millions de consommateurs and the Défenseure des droits (2022) call it reached within three attempts.',
        trap: 'Who was served by information alone counts as not reached.',
      },
    ),
    reachedTwoDaysRate: metric(
      'Part des personnes qui ont parlé à un agent en deux jours',
      'People who talked with an agent within two days, share',
      '`personsReachedTwoDays` ÷ `personDaysOfTwoDays`.',
    ),
  },
});
