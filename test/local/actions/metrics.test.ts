import { type RunningCentre, runCentre } from '../running-centre.ts';
import { action, end, hangUp, queueArn, say, toQueue, type WrittenAction, written } from '../written-flows.ts';
import { failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const get = (parameters: Record<string, unknown>, next = 'tell'): WrittenAction =>
  action('get', 'GetMetricData', parameters, { next, errors: toFailure });
const allocations = { QueueId: queueArn('allocations') };
const busy = ({ centre }: RunningCentre): void => {
  centre.addWaitingCallers(queueArn('allocations'), 3);
  centre.staffQueue(queueArn('allocations'), { busyAgents: 2, freeAgents: 0, handleTimeSeconds: 3600 });
};
const tell = (...references: string[]): WrittenAction =>
  say('tell', references.map((each) => `[$.Metrics.${each}]`).join(''), 'hang-up');

const oneWaits = ({ centre }: RunningCentre) => centre.addWaitingCallers(queueArn('allocations'), 1);

const busyAndOneAtTheDesk = (running: RunningCentre) => {
  busy(running);
  running.centre.logIn('Claire');
};

describe('the metrics of a queue', () => {
  const agents = ['Online', 'Available', 'Staffed', 'Busy', 'AfterContactWork', 'Missed', 'NonProductive'].map(
    (state) => `Agents.${state}.Count`,
  );

  it('are those of the queue at that moment', async () => {
    const flow = [
      get({ ...allocations, QueueChannel: 'Voice' }),
      tell('Queue.Name', 'Queue.Size', 'Queue.OldestContactAge', 'Queue.EstimatedWaitTime', ...agents),
      failure,
    ];
    await expect(heardIn(flow, { before: busy })).resolves.toEqual(['[allocations][3][0][7200][2][0][2][2][0][0][0]']);
  });

  it('are those of the target queue where none is named', async () => {
    const set = action('set', 'UpdateContactTargetQueue', allocations, { next: 'get', errors: toFailure });
    await expect(heardIn([set, get({}), tell('Queue.ARN'), failure], { before: busy })).resolves.toEqual([
      `[${queueArn('allocations')}]`,
    ]);
  });

  it('estimate no wait for all channels together', async () => {
    const flow = [get(allocations), tell('Queue.Size', 'Queue.EstimatedWaitTime'), failure];
    await expect(heardIn(flow, { before: busy })).resolves.toEqual(['[3][]']);
  });

  it('have nothing of agents where there are none', async () => {
    const flow = [get(allocations), tell('Queue.Size', 'Agents.Online.Count'), failure];
    await expect(heardIn(flow, { before: oneWaits })).resolves.toEqual(['[1][]']);
  });

  it('tell who has missed a call from who is staffed, and who writes one up', async () => {
    const running = runCentre({
      flows: {
        inbound: written(...toQueue()),
        task: written(
          get(allocations, 'keep'),
          action(
            'keep',
            'UpdateContactAttributes',
            {
              Attributes: {
                metrics: '$.Metrics.Agents.Online.Count $.Metrics.Agents.Staffed.Count $.Metrics.Agents.Missed.Count',
              },
            },
            'hang-up',
          ),
          { ...failure, Transitions: { NextAction: 'hang-up' } },
          hangUp,
        ),
      },
    });
    const { centre, pass } = running;
    centre.logIn('Claire');
    centre.ring('+33612345678');
    await pass(30);
    const { contactId } = centre.startTaskContact({
      flowId: 'task',
      name: 'a',
      attributes: {},
      references: {},
      delaySeconds: 0,
      clientToken: 't',
    });
    await pass(5);
    expect(centre.attributes(contactId)).toEqual({ metrics: '1 0 1' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['nothing happens', { QueueId: queueArn('logement') }],
    ['no queue is meant', {}],
    ['there is no such queue', { QueueId: 'nowhere' }],
    ['there is no such agent', { AgentId: 'nobody' }],
    ['nobody writes', { ...allocations, QueueChannel: 'Chat' }],
  ])('are an error where %s', async (_what, parameters) => {
    await expect(heardIn([get(parameters), tell('Queue.Size'), failure], { before: busy })).resolves.toEqual([
      'erreur',
    ]);
  });

  it('can be those of an agent alone', async () => {
    await expect(
      heardIn(
        [get({ AgentId: 'id-3' }), tell('Queue.Size', 'Agents.Online.Count', 'Agents.Available.Count'), failure],
        { before: busyAndOneAtTheDesk },
      ),
    ).resolves.toEqual(['[0][1][1]']);
  });

  it('tell a waiting caller their place and wait', async () => {
    const waiting = flowOf(
      'CUSTOMER_QUEUE',
      get({ QueueChannel: 'Voice' }),
      { ...tell('Contact.PositionInQueue', 'Contact.EstimatedWaitTime'), Transitions: { NextAction: 'end' } },
      say('failure', 'erreur', 'end'),
      end,
    );
    const flow = toQueue({ CustomerQueue: 'waiting' }).slice(0, -1);
    await expect(heardIn(flow, { flows: { waiting }, before: busy, seconds: 5 })).resolves.toEqual(['[4][7200]']);
  });

  it('are got in every type of flow, of a queue or an agent', () => {
    const alone = { ...get({}), Transitions: { NextAction: 'get' } };
    for (const type of ['CUSTOMER_HOLD', 'AGENT_WHISPER', 'CUSTOMER_QUEUE', 'MODULE'])
      expect(refusalOf([alone], type)).toBe('');
    expect(refusalOf([get({ QueueId: 'a', AgentId: 'b' }, 'hang-up'), failure, hangUp])).toContain(
      'either QueueId or AgentId',
    );
  });
});

const oneAtTheDesk = ({ centre }: RunningCentre) => void centre.logIn('Claire');

const check = (
  metric: string,
  operator: string,
  operand: string,
  parameters: Record<string, unknown> = allocations,
): WrittenAction => ({
  Identifier: 'check',
  Type: 'CheckMetricData',
  Parameters: { MetricType: metric, ...parameters },
  Transitions: {
    NextAction: 'no',
    Conditions: [{ NextAction: 'yes', Condition: { Operator: operator, Operands: [operand] } }],
    Errors: [
      { ErrorType: 'NoMatchingCondition', NextAction: 'no' },
      { ErrorType: 'NoMatchingError', NextAction: 'failure' },
    ],
  },
});

const branches = [say('yes', 'oui', 'hang-up'), say('no', 'non', 'hang-up'), failure];

const ofAgent = (id: string) =>
  heardIn([check('NumberOfAgentsAvailable', 'NumberGreaterThan', '0', { AgentId: id }), ...branches], {
    before: oneAtTheDesk,
  });
describe('a check of metrics', () => {
  it.each([
    ['NumberOfAgentsOnline', 'NumberGreaterThan', '0', 'oui'],
    ['NumberOfAgentsStaffed', 'NumberGreaterThan', '0', 'oui'],
    ['NumberOfAgentsAvailable', 'NumberGreaterThan', '0', 'non'],
    ['NumberOfContactsInQueue', 'Equals', '3', 'oui'],
    ['NumberOfContactsInQueue', 'NumberLessOrEqualTo', '2', 'non'],
    ['OldestContactInQueueAgeSeconds', 'NumberLessThan', '1', 'oui'],
  ])('%s %s %s: %s', async (metric, operator, operand, word) => {
    await expect(heardIn([check(metric, operator, operand), ...branches], { before: busy })).resolves.toEqual([word]);
  });

  it('can be of one agent', async () => {
    await expect(ofAgent('id-1')).resolves.toEqual(['oui']);
    await expect(ofAgent('nobody')).resolves.toEqual(['erreur']);
  });

  it('is an error without a queue', async () => {
    await expect(heardIn([check('NumberOfAgentsOnline', 'NumberGreaterThan', '0', {}), ...branches])).resolves.toEqual([
      'erreur',
    ]);
  });

  it('is refused of an unknown metric, and in whispers', () => {
    expect(refusalOf([check('NumberOfCalls', 'Equals', '1'), ...branches, hangUp])).toContain(
      'MetricType NumberOfCalls is none of',
    );
    expect(refusalOf([check('NumberOfAgentsOnline', 'Equals', '1'), ...branches, hangUp], 'AGENT_WHISPER')).toContain(
      'CheckMetricData is not allowed',
    );
  });
});
