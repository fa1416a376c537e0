import { action, end, hangUp, say, toQueue, type WrittenAction } from '../written-flows.ts';
import { call, failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const fine = say('fine', 'oui', 'hang-up');
const no = say('no', 'non', 'hang-up');
const compare = (value: string, operator: string, operand: string): WrittenAction[] => [
  action('set', 'UpdateContactAttributes', { Attributes: { value } }, 'compare'),
  {
    Identifier: 'compare',
    Type: 'Compare',
    Parameters: { ComparisonValue: '$.Attributes.value' },
    Transitions: {
      NextAction: 'no',
      Conditions: [{ NextAction: 'fine', Condition: { Operator: operator, Operands: [operand] } }],
      Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'no' }],
    },
  },
  fine,
  no,
];

describe('each operator', () => {
  it.each([
    ['a', 'Equals', 'a', true],
    ['a', 'Equals', 'A', false],
    ['abc', 'TextStartsWith', 'ab', true],
    ['abc', 'TextStartsWith', 'b', false],
    ['abc', 'TextEndsWith', 'bc', true],
    ['abc', 'TextEndsWith', 'b', false],
    ['abc', 'TextContains', 'b', true],
    ['abc', 'TextContains', 'd', false],
    ['10', 'NumberGreaterThan', '9', true],
    ['9', 'NumberGreaterThan', '9', false],
    ['9.0', 'NumberGreaterOrEqualTo', '9', true],
    ['8', 'NumberGreaterOrEqualTo', '9', false],
    ['8', 'NumberLessThan', '9', true],
    ['9', 'NumberLessThan', '9', false],
    ['9', 'NumberLessOrEqualTo', '9', true],
    ['10', 'NumberLessOrEqualTo', '9', false],
    ['dix', 'NumberLessThan', '11', false],
    ['1', 'NumberLessThan', 'onze', false],
  ])('%s %s %s: %s', async (value, operator, operand, holds) => {
    await expect(heardIn(compare(value, operator, operand))).resolves.toEqual([holds ? 'oui' : 'non']);
  });

  it.each(['And', 'Or', 'Not', 'Contains'])('%s is none', (operator) => {
    expect(refusalOf([...compare('a', operator, 'a'), hangUp])).toContain(`"${operator}" is not an operator`);
  });
});

describe('a distribution by percentage', () => {
  it('draws from 1 to 100', async () => {
    const draw: WrittenAction = {
      Identifier: 'draw',
      Type: 'DistributeByPercentage',
      Parameters: {},
      Transitions: {
        NextAction: 'no',
        Conditions: [
          { NextAction: 'no', Condition: { Operator: 'NumberLessThan', Operands: ['1'] } },
          { NextAction: 'fine', Condition: { Operator: 'NumberLessThan', Operands: ['101'] } },
        ],
        Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'no' }],
      },
    };
    await expect(heardIn([draw, fine, no])).resolves.toEqual(['oui']);
  });
});

const loop = (parameters: Record<string, unknown>): WrittenAction =>
  action('again', 'Loop', parameters, {
    next: 'fine',
    when: { ContinueLooping: 'turn', DoneLooping: 'fine' },
    errors: toFailure,
  });

describe('a loop', () => {
  it.each([
    [{ LoopCount: '0' }, ['oui']],
    [{ LoopCount: '2', LoopName: 'tours' }, ['tour 0', 'tour 1', 'oui']],
    [{ LoopCount: '$.Attributes.none' }, ['erreur']],
    [{ LoopCount: 'deux' }, ['erreur']],
  ])('%j: %j', async (parameters, heard) => {
    const turn = say('turn', 'tour $.Loop.tours.Index', 'again');
    await expect(heardIn([loop(parameters), turn, fine, failure])).resolves.toEqual(heard);
  });
});

const wait = (parameters: Record<string, unknown>, next = 'fine'): WrittenAction =>
  action('wait', 'Wait', parameters, {
    next,
    when: { WaitCompleted: next },
    errors: { ParticipantNotFound: 'no', ...toFailure },
  });

describe('a wait', () => {
  it('takes its time, by either name of it, whatever else might have ended it', async () => {
    for (const parameters of [{ TimeLimitSeconds: '30' }, { TimeoutSeconds: '30', Events: ['CustomerReturned'] }]) {
      const { events } = await call([wait(parameters), fine, no, failure]);
      expect(events.find(({ kind }) => kind === 'heard')?.at).toContain('10:00:30.000');
    }
  });

  it('for a bot finds none in a call', async () => {
    const parameters = { TimeLimitSeconds: '30', Events: ['BotParticipantDisconnected'] };
    await expect(heardIn([wait(parameters), fine, no, failure])).resolves.toEqual(['non']);
  });

  it('without a time is an error, and so is one of a call in its queue', async () => {
    await expect(heardIn([wait({ TimeLimitSeconds: '$.Attributes.none' }), fine, no, failure])).resolves.toEqual([
      'erreur',
    ]);
    const waiting = flowOf(
      'CUSTOMER_QUEUE',
      wait({ TimeLimitSeconds: '5' }, 'end'),
      say('no', 'non', 'end'),
      say('failure', 'erreur', 'end'),
      end,
    );
    await expect(heardIn(toQueue({ CustomerQueue: 'waiting' }).slice(0, -1), { flows: { waiting } })).resolves.toEqual([
      'erreur',
    ]);
  });

  it('beside which the flow goes on is not played here', () => {
    const beside = wait({ TimeLimitSeconds: '5', ContinueExecution: 'True' }, 'hang-up');
    expect(refusalOf([beside, no, failure, hangUp])).toContain('ContinueExecution of Wait is not implemented');
  });
});

const music = (parameters: Record<string, unknown>, transition = {}): WrittenAction =>
  action(
    'music',
    'MessageParticipantIteratively',
    { Messages: [{ Text: 'un' }, { Text: 'deux' }], ...parameters },
    transition,
  );

const heardWaiting = (...actions: WrittenAction[]) =>
  heardIn(toQueue({ CustomerQueue: 'waiting' }).slice(0, -1), {
    flows: { waiting: flowOf('CUSTOMER_QUEUE', ...actions) },
    seconds: 5,
  });

it('go round without an end, or are interrupted, and then begin anew', async () => {
  await expect(heardWaiting(music({}))).resolves.toEqual(['un', 'deux', 'un', 'deux', 'un', 'deux']);
  const interrupted = music(
    { InterruptFrequencySeconds: '2' },
    { when: { MessagesInterrupted: 'word' }, errors: { NoMatchingError: 'end' } },
  );
  await expect(heardWaiting(interrupted, say('word', 'merci', 'end'), end)).resolves.toEqual([
    'un',
    'deux',
    'merci',
    'un',
    'deux',
    'merci',
  ]);
});

describe('loop prompts', () => {
  it('are refused without messages, and outside queues and holds', () => {
    expect(refusalOf([music({ Messages: [] })], 'CUSTOMER_QUEUE')).toContain('has no Messages');
    expect(refusalOf([music({})])).toContain('MessageParticipantIteratively is not allowed');
    expect(refusalOf([music({})], 'AGENT_HOLD')).toBe('');
  });
});

describe('a prompt', () => {
  it.each([{ Text: '$.Attributes.none' }, { SSML: '<speak>a' }, {}])('%j is an error', async (parameters) => {
    await expect(
      heardIn([action('say', 'MessageParticipant', parameters, { next: 'fine', errors: toFailure }), fine, failure]),
    ).resolves.toEqual(['erreur']);
  });

  it.each([
    [{ PromptId: 'beep' }, '[beep]'],
    [{ Media: { Uri: 's3://a.wav', SourceType: 'S3', MediaType: 'Audio' } }, '[s3://a.wav]'],
  ])('%j is heard by its name', async (parameters, heard) => {
    const flow = [
      action('say', 'MessageParticipant', parameters, { next: 'hang-up', errors: { NoMatchingError: 'hang-up' } }),
    ];
    await expect(heardIn(flow)).resolves.toEqual([heard]);
  });
});
