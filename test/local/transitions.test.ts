import type { FlowTransition } from '../../local/connect/branch.ts';
import { runCentre } from './running-centre.ts';
import { action, flowArn, hangUp, menu, queueArn, say, written, type WrittenAction } from './written-flows.ts';

async function taken(...actions: WrittenAction[]): Promise<FlowTransition['taken'][]> {
  const { centre, pass } = runCentre({ flows: { inbound: written(...actions, hangUp) } });
  const transitions: FlowTransition[] = [];
  centre.onTransition((transition) => transitions.push(transition));
  const { contactId } = centre.ring('+33612345678');
  await pass(60);
  expect(transitions.every(({ flow }) => flow === 'inbound')).toBe(true);
  expect(transitions.every((transition) => transition.contactId === contactId)).toBe(true);
  return transitions.map((transition) => transition.taken);
}

const compare = (value: string, errors: Record<string, string>): WrittenAction =>
  action('compare', 'Compare', { ComparisonValue: value }, { next: 'hang-up', when: { a: 'said', b: 'said' }, errors });
const said = say('said', 'Bonjour.', 'hang-up');

describe('the transitions that a flow takes', () => {
  it('are told with their action, in order', async () => {
    const { centre, pass } = runCentre({
      flows: { inbound: written(say('one', 'a', 'two'), say('two', 'b', 'hang-up'), hangUp) },
    });
    const transitions: FlowTransition[] = [];
    centre.onTransition((transition) => transitions.push(transition));
    const { contactId } = centre.ring('+33612345678');
    await pass(10);
    expect(transitions).toEqual([
      { contactId, flow: 'inbound', action: 'one', taken: 'NextAction' },
      { contactId, flow: 'inbound', action: 'two', taken: 'NextAction' },
    ]);
  });

  it('are the condition that held, by its index', () =>
    expect(taken(compare('b', { NoMatchingCondition: 'hang-up' }), said)).resolves.toEqual([
      { condition: 1 },
      'NextAction',
    ]));
  it('are the entry NoMatchingCondition where none held', () =>
    expect(taken(compare('c', { NoMatchingCondition: 'said' }), said)).resolves.toEqual([
      { error: 'NoMatchingCondition' },
      'NextAction',
    ]));
  it('are the NextAction where none held and no entry says so', () =>
    expect(taken(compare('c', {}), said)).resolves.toEqual(['NextAction']));
  it('are the error that happened', () =>
    expect(taken(menu('choose', 'Tapez 1.', { '1': 'said' }, 'said'), said)).resolves.toEqual([
      { error: 'InputTimeLimitExceeded' },
      'NextAction',
    ]));
  it('are the entry of any error where that error has none', () =>
    expect(
      taken(
        action(
          'choose',
          'GetParticipantInput',
          { Text: 'Tapez 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
          { next: 'said', errors: { NoMatchingError: 'said' } },
        ),
        said,
      ),
    ).resolves.toEqual([{ error: 'NoMatchingError' }, 'NextAction']));
  it('are none where the flow is left for another or for a queue', () =>
    expect(
      taken(
        action('queue', 'UpdateContactTargetQueue', { QueueId: queueArn('allocations') }, 'move'),
        action(
          'move',
          'TransferToFlow',
          { ContactFlowId: flowArn('inbound') },
          { errors: { NoMatchingError: 'join' } },
        ),
        action('join', 'TransferContactToQueue', {}, { errors: { NoMatchingError: 'hang-up' } }),
      ).then((all) => all.slice(0, 2)),
    ).resolves.toEqual(['NextAction', 'NextAction']));
});
