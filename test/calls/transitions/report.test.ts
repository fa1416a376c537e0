import { readFlowMap } from './flow-map.ts';
import { Walked } from './walked.ts';

const say = (Identifier: string, next: string) => ({
  Identifier,
  Type: 'MessageParticipant',
  Parameters: { Text: 'Bonjour.' },
  Transitions: { NextAction: next, Errors: [{ NextAction: next, ErrorType: 'NoMatchingError' }] },
});
const compare = {
  Identifier: 'which',
  Type: 'Compare',
  Parameters: { ComparisonValue: '$.Attributes.queue' },
  Transitions: {
    NextAction: 'end',
    Conditions: [{ NextAction: 'greet', Condition: { Operator: 'Equals', Operands: ['droits'] } }],
    Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingCondition' }],
  },
};
const end = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

const flow = (name: string, ...actions: { Identifier: string }[]) => ({
  arn: `arn:${name}`,
  id: name,
  name,
  type: 'CONTACT_FLOW',
  content: JSON.stringify({ StartAction: actions[0]?.Identifier, Actions: actions }),
});
const walkedOf = (...flows: ReturnType<typeof flow>[]) =>
  new Walked(readFlowMap({ flows, queues: [], quickConnects: [] }));
const take = (walked: Walked, action: string, taken: 'NextAction' | { condition: number } | { error: string }) =>
  walked.note({ contactId: 'a-call', flow: 'inbound', action, taken });

describe('what no call has walked', () => {
  it('is named by flow, action and entry', () => {
    const walked = walkedOf(flow('inbound', say('greet', 'end'), end));
    take(walked, 'greet', 'NextAction');
    expect(walked.missed()).toEqual(['inbound greet (MessageParticipant): NoMatchingError, to end']);
    take(walked, 'greet', { error: 'NoMatchingError' });
    expect(walked.missed()).toEqual([]);
  });

  it('names a whole flow that nobody enters', () => {
    const walked = walkedOf(flow('inbound', say('greet', 'end'), end), flow('forgotten', say('tell', 'end'), end));
    take(walked, 'greet', 'NextAction');
    take(walked, 'greet', { error: 'NoMatchingError' });
    expect(walked.missed()).toEqual([
      'forgotten tell (MessageParticipant): NextAction, to end',
      'forgotten tell (MessageParticipant): NoMatchingError, to end',
    ]);
  });

  it('names a condition by what it compares with, and asks for no NextAction that Connect never takes', () => {
    const walked = walkedOf(flow('inbound', compare, say('greet', 'end'), end));
    expect(walked.missed().filter((line) => line.includes('which'))).toEqual([
      'inbound which (Compare): Equals droits, to greet',
      'inbound which (Compare): NoMatchingCondition, to end',
    ]);
  });
});

describe('an entry that is said to be never taken', () => {
  it('fails the walk in which it is', () => {
    const walked = walkedOf(flow('inbound', compare, say('greet', 'end'), end));
    expect(() => take(walked, 'which', 'NextAction')).toThrow('inbound which took "NextAction"');
  });
});
