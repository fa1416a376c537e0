import type { Administration, QueueSubject } from '../domain/administration/administration.ts';
import type { Language } from '../domain/administration/language.ts';
import type { ReachedSubject } from '../domain/administration/subjects.ts';
import { flowTexts } from './flows/flow-texts.ts';
import type { FlowLambdaName } from './flows/lambda-contracts.ts';
import { arnOf, spoken } from './flows/subjects.ts';
import {
  attributeIs,
  endTest,
  entersQueue,
  hears,
  hoursAre,
  initiated,
  press,
  queueIs,
  type Step,
  type TestAction,
} from './test-cases-language.ts';

export interface ScenarioInput {
  administration: Administration;
  /** ARNs: of functions, of queues and of their hours by queue id of the YAML. */
  functions: Record<FlowLambdaName, string>;
  queues: Record<string, string>;
  hours: Record<string, string>;
  /** ARNs of hours that stand in for a queue's, and of a queue from which no caller is ever served. */
  alwaysOpen: string;
  neverOpen: string;
  quietQueue: string;
}

/** The language in which the line answers. */
export const firstLanguage: Language = 'fr';
const texts = flowTexts(firstLanguage).position;

/** Whatever the hour and whoever is on duty, the line is open, or closed, and nobody on duty is rung. */
export function starts(
  { hours, queues, alwaysOpen, neverOpen, quietQueue }: ScenarioInput,
  { subject }: ReachedSubject<QueueSubject>,
  line: 'open' | 'closed',
  ...overrides: TestAction[]
): Step {
  const { queue } = subject;
  const always = hoursAre(arnOf(hours, queue), line === 'open' ? alwaysOpen : neverOpen);
  return {
    name: 'start',
    observes: initiated,
    does: [always, queueIs(arnOf(queues, queue), quietQueue), ...overrides],
  };
}

export const isGreeted = ({ administration }: ScenarioInput, language: Language = firstLanguage): Step => ({
  name: `greeting-${language}`,
  observes: hears(flowTexts(language).position.greeting(spoken(administration.spokenName, language))),
});

/** Hears the subject and presses its key, on each level. */
export function chooses({ subject, menu, keys }: ReachedSubject): Step[] {
  const path = menu ? [menu, subject] : [subject];
  return path.map((choice, level) => {
    const key = keys[level] ?? choice.key;
    return {
      name: `choice-${choice.id}`,
      observes: hears(texts.subject(spoken(choice.spoken, firstLanguage), key)),
      does: [press(key)],
    };
  });
}

/** The caller is put in the queue of the subject, and the test ended before an agent could be rung. */
export const reachesQueue = ({ queues }: ScenarioInput, { subject }: ReachedSubject<QueueSubject>): Step => ({
  name: 'queue',
  observes: entersQueue(arnOf(queues, subject.queue)),
  does: [attributeIs('subject', subject.id), attributeIs('queue', subject.queue), endTest],
});
