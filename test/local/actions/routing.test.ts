import type { Proficiency } from '../../../local/connect/centre.ts';
import { answers, runCentre } from '../running-centre.ts';
import { action, hangUp, invoke, queueArn, say, toQueue, type WrittenAction, written } from '../written-flows.ts';
import { failure, heardIn, refusalOf, toFailure } from './one-call.ts';

const requires = (value: string, ProficiencyLevel = '3.0') => ({
  AttributeCondition: { Name: 'Langue', Value: value, ProficiencyLevel, ComparisonOperator: 'NumberGreaterOrEqualTo' },
});
const step = (Expression: unknown, seconds?: string) => ({
  Expression,
  ...(seconds && { Expiry: { DurationInSeconds: seconds } }),
});
const criteria = (RoutingCriteria: unknown, next = 'set-queue', type = 'UpdateContactRoutingCriteria'): WrittenAction =>
  action('criteria', type, { RoutingCriteria }, { next, errors: { NoMatchingError: 'hang-up' } });
const english: Proficiency = { name: 'Langue', value: 'anglais', level: 4 };

/** Somebody waits by these criteria, and an agent with these skills logs in. */
async function waitingFor(first: WrittenAction[], proficiencies: Proficiency[] = []) {
  const running = runCentre({
    flows: { inbound: written(...first, ...toQueue()) },
    lambdas: { ask: answers({ steps: { Steps: [step(requires('anglais'))] } }) },
  });
  const agent = running.centre.logIn('Claire', ['VOICE'], proficiencies);
  const telephone = running.centre.ring('+33612345678');
  await running.pass(2);
  return { ...running, agent, telephone };
}

const only = (id: string) => [
  criteria({
    Steps: [
      step({
        AttributeCondition: { ComparisonOperator: 'Match', MatchCriteria: { AgentsCriteria: { AgentIds: [id] } } },
      }),
    ],
  }),
];

describe('routing criteria', () => {
  it('offer a contact to an agent who is good enough, and to no other', async () => {
    const first = [criteria({ Steps: [step(requires('anglais'))] })];
    expect((await waitingFor(first, [english])).agent.state).toBe('ringing');
    expect((await waitingFor(first, [{ ...english, level: 2 }])).agent.state).toBe('available');
    expect((await waitingFor(first, [{ ...english, value: 'breton' }])).agent.state).toBe('available');
    expect((await waitingFor(first)).agent.state).toBe('available');
  });

  it('ask for all of several things at once', async () => {
    const both = [criteria({ Steps: [step({ AndExpression: [requires('anglais'), requires('breton')] })] })];
    expect((await waitingFor(both, [english])).agent.state).toBe('available');
    expect((await waitingFor(both, [english, { ...english, value: 'breton' }])).agent.state).toBe('ringing');
  });

  it('expire step by step, and then anybody serves', async () => {
    const steps = [step(requires('breton'), '30'), step(requires('anglais', '1.0'), '30')];
    const { agent, pass } = await waitingFor([criteria({ Steps: steps })], [english]);
    await pass(27);
    expect(agent.state).toBe('available');
    await pass(2);
    expect(agent.state).toBe('ringing');
    const nobody = await waitingFor([criteria({ Steps: steps })]);
    await nobody.pass(57);
    expect(nobody.agent.state).toBe('available');
    await nobody.pass(2);
    expect(nobody.agent.state).toBe('ringing');
  });

  it('keep simulated agents away until they expire', async () => {
    const { centre, pass, events } = await waitingFor([criteria({ Steps: [step(requires('breton'), '30')] })]);
    centre.agents()[0]?.setState('offline');
    centre.staffQueue(queueArn('allocations'), { busyAgents: 0, freeAgents: 1, handleTimeSeconds: 60 });
    await pass(20);
    expect(events.some(({ kind }) => kind === 'answered')).toBe(false);
    await pass(20);
    expect(events.some(({ kind }) => kind === 'answered')).toBe(true);
  });

  it('may name the agents themselves', async () => {
    expect((await waitingFor(only('id-1'))).agent.state).toBe('ringing');
    expect((await waitingFor(only('id-9'))).agent.state).toBe('available');
  });

  it('may be what a function has answered', async () => {
    const ask = invoke('ask', 'ask', {}, { next: 'criteria', errors: { NoMatchingError: 'hang-up' } });
    Object.assign(ask.Parameters, { ResponseValidation: { ResponseType: 'JSON' } });
    const first = [ask, criteria('$.External.steps')];
    expect((await waitingFor(first)).agent.state).toBe('available');
    expect((await waitingFor(first, [english])).agent.state).toBe('ringing');
  });

  it('let callers behind be served meanwhile', async () => {
    const { centre, pass, agent, telephone } = await waitingFor([criteria({ Steps: [step(requires('breton'))] })]);
    expect(centre.contactMetrics(telephone.contactId)).toEqual({ positionInQueue: 1 });
    await pass(1);
    expect(agent.state).toBe('available');
  });

  it('that lead to nothing are an error', async () => {
    const wrong = action(
      'criteria',
      'UpdateRoutingCriteria',
      { RoutingCriteria: '$.Attributes.none' },
      { next: 'fine', errors: toFailure },
    );
    await expect(heardIn([wrong, say('fine', 'oui', 'hang-up'), failure])).resolves.toEqual(['erreur']);
  });

  it.each([
    [undefined, 'RoutingCriteria has no Steps'],
    [{ Steps: [] }, 'RoutingCriteria has no Steps'],
    [{ Steps: [{}] }, 'has no Expression'],
    [{ Steps: [step({})] }, 'neither AttributeCondition nor AndExpression'],
    [{ Steps: [step(requires('anglais', '6'))] }, 'ProficiencyLevel is from 1.0 to 5.0'],
    [{ Steps: [step(requires(''))] }, 'a Name and a Value'],
    [{ Steps: [step(requires('anglais'), '0')] }, 'DurationInSeconds of a routing step is more than 0'],
  ])('%j is refused', (refused, reason) => {
    for (const type of ['UpdateRoutingCriteria', 'UpdateContactRoutingCriteria'])
      expect(refusalOf([criteria(refused, 'hang-up', type), hangUp])).toContain(reason);
  });

  it('are refused in whispers and holds', () => {
    for (const type of ['AGENT_WHISPER', 'CUSTOMER_HOLD'])
      expect(refusalOf([criteria({ Steps: [step(requires('a'))] }, 'criteria')], type)).toContain(
        'UpdateContactRoutingCriteria is not allowed',
      );
  });
});

const behaviour = (parameters: Record<string, unknown>): WrittenAction =>
  action('behave', 'UpdateContactRoutingBehavior', parameters, 'set-queue');
const positionWith = async (parameters: Record<string, unknown>) => {
  const running = runCentre({ flows: { inbound: written(behaviour(parameters), ...toQueue()) } });
  await running.pass(60);
  running.centre.addWaitingCallers(queueArn('allocations'), 5);
  await running.pass(60);
  const { contactId } = running.centre.ring('+33612345678');
  await running.pass(1);
  return running.centre.contactMetrics(contactId)?.positionInQueue;
};

describe('the priority of a contact', () => {
  it.each([
    [{ QueuePriority: '5' }, 6],
    [{ QueuePriority: '1' }, 1],
    [{ QueuePriority: '9' }, 6],
    [{ QueueTimeAdjustmentSeconds: '61' }, 1],
    [{ QueueTimeAdjustmentSeconds: '59' }, 6],
    [{ QueueTimeAdjustmentSeconds: '-600' }, 6],
  ])('%j puts it at place %s', async (parameters, position) => {
    await expect(positionWith(parameters)).resolves.toBe(position);
  });

  it.each([
    [{}, 'sets either QueuePriority or QueueTimeAdjustmentSeconds'],
    [
      { QueuePriority: '1', QueueTimeAdjustmentSeconds: '1' },
      'sets either QueuePriority or QueueTimeAdjustmentSeconds',
    ],
    [{ QueuePriority: '0' }, 'QueuePriority is at least 1'],
  ])('%j is refused', (parameters, reason) => {
    expect(refusalOf([{ ...behaviour(parameters), Transitions: { NextAction: 'hang-up' } }, hangUp])).toContain(reason);
  });

  it('is set in no whisper', () => {
    expect(
      refusalOf([{ ...behaviour({ QueuePriority: '1' }), Transitions: { NextAction: 'behave' } }], 'AGENT_WHISPER'),
    ).toContain('UpdateContactRoutingBehavior is not allowed');
  });
});
