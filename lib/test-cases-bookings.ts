import { queueSubjects } from '../domain/administration/subjects.ts';
import { flowTexts } from './flows/flow-texts.ts';
import * as given from './test-cases-answers.ts';
import { answers, attributeIs, endTest, hears, invokes, press, type TestAction } from './test-cases-language.ts';
import type { Scenario } from './test-cases-scenarios.ts';
import { chooses, firstLanguage, isGreeted, type ScenarioInput, starts } from './test-cases-steps.ts';

const { callback } = flowTexts(firstLanguage);

/**
 * A long wait, and a callback: at an hour, at one's turn, and for a caller who hides their number. The functions that would write or send
 * are answered for, and so are those whose answers depend on the day.
 */
export function bookingScenarios(input: ScenarioInput): Scenario[] {
  const { functions, administration } = input;
  const [first] = queueSubjects(administration);
  if (first === undefined) throw new Error(`${administration.id}: no subject leads to a queue`);
  const offered = (key: string, ...overrides: TestAction[]) => [
    starts(input, first, 'open', answers(functions, 'tellPosition', given.longWait), ...overrides),
    isGreeted(input),
    ...chooses(first),
    { name: 'offer', observes: hears(callback.offer), does: [press(key)] },
  ];
  return [
    {
      name: 'hour-booked',
      description: 'A long wait is told, and an hour is chosen and booked',
      steps: [
        ...offered(
          '2',
          answers(functions, 'checkNumber', given.mobile),
          answers(functions, 'offerSlots', given.hoursOffered),
          answers(functions, 'bookSlot', given.hourBooked),
          answers(functions, 'sendSms', given.smsSent),
        ),
        { name: 'hours', observes: hears(given.hoursOffered.announcement), does: [press('1')] },
        {
          name: 'booking',
          observes: invokes(functions.bookSlot),
          does: [attributeIs('wants', 'hour'), attributeIs('wish', given.hoursOffered.choice1)],
        },
        { name: 'booked', observes: hears(given.hourBooked.announcement), does: [endTest] },
      ],
    },
    {
      name: 'place-kept',
      description: 'A caller asks to be called back in turn',
      steps: [
        ...offered(
          '1',
          answers(functions, 'checkNumber', given.mobile),
          answers(functions, 'keepPlace', given.placeNotKept),
        ),
        { name: 'number', observes: hears(callback.confirmEnding(given.mobile.spokenEnding)), does: [press('1')] },
        { name: 'keeping', observes: invokes(functions.keepPlace), does: [attributeIs('wants', 'place'), endTest] },
      ],
    },
    {
      name: 'hidden-number',
      description: 'A caller who hides their number is asked for one',
      steps: [
        ...offered('2', answers(functions, 'checkNumber', given.hiddenNumber)),
        { name: 'number-asked', observes: hears(given.hiddenNumber.reason), does: [endTest] },
      ],
    },
  ];
}
