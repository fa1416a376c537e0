import type { ExpectedEvent } from './language-events.ts';
import type { Observation } from './language.ts';
import { expectedText } from './matching.ts';
import type { Unmet } from './observations.ts';
import { type TestResources, usedBy } from './resources.ts';

/** What happened that no observation took, in words. */
export interface Unexpected {
  messages: string[];
  actions: string[];
}

/** What ended the run. */
export type RunEnd = 'timeout' | 'callEnded' | 'endTest' | 'assertion';

const ends: Record<RunEnd, string> = {
  timeout: 'within 5 minutes',
  callEnded: 'before the call ended',
  endTest: 'before the test was ended',
  assertion: 'before an assertion failed',
};

/** As many of the last things as help. */
const most = 5;
const lastOf = (what: readonly string[], none: string): string => what.slice(-most).join(', ') || none;

/** Why an observation failed, and what there was in its place. */
export function failureOf(
  { Identifier, Event }: Observation,
  unmet: Unmet,
  context: { end: RunEnd; unexpected: Unexpected; resources: TestResources },
): string {
  if (unmet.reason === 'notReached')
    return `"${Identifier}" was not reached: nothing that comes before it was observed`;
  const { count, usage } = unmet;
  if (count > 0) return `"${Identifier}" was observed ${count} times, and is to be ${usage.type} ${usage.times}`;
  const { messages, actions } = context.unexpected;
  const instead: Partial<Record<ExpectedEvent['Type'], string>> = {
    MessageReceived: `; heard instead: ${lastOf(messages, 'nothing')}`,
    FlowActionStarted: `; started instead: ${lastOf(actions, 'nothing that can be observed')}`,
  };
  const expected = eventInWords(Event, context.resources);
  return `"${Identifier}" was not observed ${ends[context.end]}: ${expected}${instead[Event.Type] ?? ''}`;
}

function eventInWords(event: ExpectedEvent, resources: TestResources): string {
  switch (event.Type) {
    case 'MessageReceived': {
      const { Properties } = event;
      const matching = Properties.MatchingCriteria?.Type === 'Inclusion' ? 'a message that contains' : 'a message like';
      return `${matching} « ${expectedText(Properties)} »`;
    }
    case 'FlowActionStarted': {
      const { kind, reference } = usedBy(event.Properties);
      return actionInWords(event.Properties.ActionType, resources.name(kind, reference));
    }
    case 'TestInitiated':
    case 'TestCompleted':
      return event.Type;
    default:
      return event satisfies never;
  }
}

export const actionInWords = (type: string, resource: string): string => `${type} (${resource})`;
