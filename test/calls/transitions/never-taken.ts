import type { Place } from './flow-map.ts';

/**
 * Entries that the flow language requires beside the one that Connect takes in their place: nobody ever takes them, on any line. What
 * they would have meant is walked by their neighbour, and a walk in which the interpreter takes one of these fails.
 */
const required: Record<
  string,
  { entry: string; also?: string; because: string; unless?: (place: Pick<Place, 'parameters'>) => boolean }
> = {
  Compare: { entry: 'NextAction', because: 'where no condition holds, NoMatchingCondition is taken' },
  CheckHoursOfOperation: { entry: 'NextAction', because: 'hours are open or closed, each a condition, or an error' },
  TransferContactToQueue: { entry: 'NextAction', because: 'who is queued leaves the flow' },
  TransferToFlow: { entry: 'NextAction', because: 'who is transferred leaves the flow' },
  MessageParticipantIteratively: { entry: 'NextAction', because: 'a loop is left by its interruption or its error' },
  ShowView: {
    entry: 'NextAction',
    also: 'NoMatchingCondition',
    because: 'the views of Connect have no action but those that lead somewhere, each a condition',
  },
  GetParticipantInput: {
    entry: 'NextAction',
    because:
      'a key that is none of the menu takes NoMatchingCondition; only digits, which have no condition, go on here',
    unless: ({ parameters }) => parameters['StoreInput'] === 'True',
  },
};

/** Whether Connect takes another entry in its place. */
export function neverTaken(place: Pick<Place, 'type' | 'parameters'>, entry: string): boolean {
  const rule = required[place.type];
  return rule !== undefined && [rule.entry, rule.also].includes(entry) && rule.unless?.(place) !== true;
}
