import type { InformationSubject, TransferSubject } from '../domain/administration/administration.ts';
import { languageKeysOf } from '../domain/administration/language.ts';
import { leafSubjects, queueSubjects, type ReachedSubject } from '../domain/administration/subjects.ts';
import { phrases as positionPhrases } from '../domain/position/phrases.ts';
import { flowTexts } from './flows/flow-texts.ts';
import { spoken } from './flows/subjects.ts';
import * as given from './test-cases-answers.ts';
import { answers, attributeIs, endTest, fails, hears, initiated, press, type Step } from './test-cases-language.ts';
import { bookingScenarios } from './test-cases-bookings.ts';
import { chooses, firstLanguage, isGreeted, reachesQueue, type ScenarioInput, starts } from './test-cases-steps.ts';

/** What is to be tried after a deployment, and leaves no trace: no seat is booked, no SMS sent, no agent rung. */
export interface Scenario {
  name: string;
  description: string;
  steps: Step[];
}

const { position, sms } = flowTexts(firstLanguage);

export function scenarios(input: ScenarioInput): Scenario[] {
  const { administration } = input;
  const subjects = leafSubjects(administration);
  const information = subjects.find(
    (each): each is ReachedSubject<InformationSubject> => 'information' in each.subject,
  );
  const transfer = subjects.find((each): each is ReachedSubject<TransferSubject> => 'transferNumber' in each.subject);
  return [
    ...arrivals(input),
    ...bookingScenarios(input),
    ...(information ? [informed(input, information)] : []),
    ...(transfer ? [handedOver(input, transfer)] : []),
    ...languageKeysOf(administration.languages).map(([key, language]): Scenario => ({
      name: `language-${language}`,
      description: `Key ${key} leads to the line in another language`,
      steps: [
        { name: 'start', observes: initiated },
        { ...isGreeted(input), does: [press(key)] },
        { ...isGreeted(input, language), does: [endTest] },
      ],
    })),
  ];
}

/** How the line answers: open, closed, to a caller who presses nothing, with an alert, and with functions that fail. */
function arrivals(input: ScenarioInput): Scenario[] {
  const { functions } = input;
  const [first] = queueSubjects(input.administration);
  if (first === undefined) throw new Error(`${input.administration.id}: no subject leads to a queue`);
  const noWait = answers(functions, 'tellPosition', given.shortWait);
  return [
    {
      name: 'open-line',
      description: 'The line greets, and the key of a subject leads to its queue',
      steps: [starts(input, first, 'open', noWait), isGreeted(input), ...chooses(first), reachesQueue(input, first)],
    },
    {
      name: 'closed-line',
      description: 'Outside opening hours the line says so',
      steps: [
        starts(input, first, 'closed'),
        isGreeted(input),
        ...chooses(first),
        { name: 'closed', observes: hears(closedWithoutOpening()), does: [endTest] },
      ],
    },
    {
      name: 'silence',
      description: 'A caller who presses no key reaches the queue',
      steps: [starts(input, first, 'open', noWait), isGreeted(input), reachesQueue(input, first)],
    },
    {
      name: 'failing-functions',
      description: 'Where every function of the arrival fails, the caller still reaches the queue',
      steps: [
        starts(
          input,
          first,
          'open',
          ...[functions.findBooking, functions.tellAlert, functions.tellPosition].map(fails),
        ),
        isGreeted(input),
        ...chooses(first),
        { name: 'put-through', observes: hears(position.puttingThrough) },
        reachesQueue(input, first),
      ],
    },
    {
      name: 'alert',
      description: 'What a supervisor has published is heard after the greeting',
      steps: [
        { name: 'start', observes: initiated, does: [answers(functions, 'tellAlert', given.alertPublished)] },
        isGreeted(input),
        { name: 'alert', observes: hears(given.alertPublished.announcement), does: [endTest] },
      ],
    },
  ];
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?]) /u);

/** What is said whenever the line opens next: the sentences that are the same at every opening. */
function closedWithoutOpening(): string {
  const { closed } = positionPhrases(firstLanguage);
  const ofAnOpening = sentences(closed({ date: '2030-01-07', minutes: 540, today: '2030-01-07' }));
  return sentences(closed(undefined))
    .filter((sentence) => ofAnOpening.includes(sentence))
    .join(' ');
}

function informed(input: ScenarioInput, reached: ReachedSubject<InformationSubject>): Scenario {
  const { information, id } = reached.subject;
  const [firstSentence = ''] = sentences(spoken(information.spoken, firstLanguage));
  return {
    name: 'information',
    description: 'A subject that needs no agent is answered at once',
    steps: [
      { name: 'start', observes: initiated },
      isGreeted(input),
      ...chooses(reached),
      { name: 'answer', observes: hears(firstSentence), does: [attributeIs('subject', id)] },
      {
        name: 'offer',
        observes: hears(information.sms ? sms.offerInformation : position.agentKey),
        does: [endTest],
      },
    ],
  };
}

/** Ended before the other line is rung. */
function handedOver(input: ScenarioInput, reached: ReachedSubject<TransferSubject>): Scenario {
  const { spoken: name, id } = reached.subject;
  return {
    name: 'transfer',
    description: 'The caller is told which other line takes over',
    steps: [
      { name: 'start', observes: initiated },
      isGreeted(input),
      ...chooses(reached),
      {
        name: 'told',
        observes: hears(position.transferring(spoken(name, firstLanguage))),
        does: [attributeIs('subject', id), endTest],
      },
    ],
  };
}
