import { readTestCase, TestCaseRefused } from '../../local/test-case/read-test-case.ts';
import { functionArn, hangUp, say } from '../local/written-flows.ts';
import {
  assert,
  content,
  endTest,
  error,
  hears,
  initiated,
  observation,
  override,
  press,
  result,
  runOn,
  starts,
  substitute,
} from './written-test-cases.ts';

/** Every problem, a line each; none where it is read. */
function problems(written: unknown): string[] {
  try {
    readTestCase(written);
    return [];
  } catch (fault) {
    if (!(fault instanceof TestCaseRefused)) throw fault;
    return fault.message.split('\n');
  }
}
const withEvent = (event: Record<string, unknown>) => problems(content(observation('only', event)));
const withAction = (action: Record<string, unknown>) =>
  problems(content(observation('only', initiated, { actions: [action] })));
const event = 'Observations[0].Event';
const parameters = 'Observations[0].Actions[0].Parameters';

const line = [say('greet', 'Bonjour.', 'hang-up'), hangUp];
const shown = async (from?: string) => {
  const actions = [assert('$.CustomerEndpoint.Address', 'Equals', '+33612345678')];
  const Content = content(observation('greeting', hears('bonjour'), { actions }));
  const EntryPoint = {
    VoiceCallEntryPointParameters: { FlowId: 'inbound', ...(from && { SourcePhoneNumber: from }) },
  };
  return (await runOn(line, { Content, EntryPoint })).failures;
};

const refused = async (testCase: Record<string, unknown>) => {
  const fault: unknown = await runOn(line, testCase).catch((thrown: unknown) => thrown);
  return fault instanceof TestCaseRefused ? fault.message.split('\n') : fault;
};

describe('a test case', () => {
  const alone = content(observation('start', initiated));
  const text = JSON.stringify(alone);

  it('is its content, the resource’s properties, the resource, or the answer of the API', () => {
    const properties = { Name: 'essai', Content: text, EntryPoint: { Type: 'VOICE_CALL' } };
    const names = [
      alone,
      properties,
      { Type: 'AWS::Connect::TestCase', Properties: properties },
      { TestCase: properties },
    ];
    expect(names.map((written) => readTestCase(written).name)).toEqual([undefined, 'essai', 'essai', 'essai']);
    expect(readTestCase({ Content: alone }).observations).toHaveLength(1);
  });

  it('is called from a number, and on a flow', () => {
    const VoiceCallEntryPointParameters = {
      FlowId: 'inbound',
      SourcePhoneNumber: '+33612345678',
      DestinationPhoneNumber: '+33199000000',
    };
    const read = readTestCase({
      Content: text,
      EntryPoint: { VoiceCallEntryPointParameters },
      InitializationData: '{"a":"1"}',
    });
    expect(read).toMatchObject({ flow: 'inbound', from: '+33612345678', to: '+33199000000', attributes: { a: '1' } });
  });

  it('tells every problem at once, each with its path', () => {
    expect(
      problems({
        Version: '2025-06-21',
        Observations: [
          { Identifier: '', Event: { Type: 'CallAnswered', Actor: 'System' } },
          observation('b', { Type: 'TestCompleted', Actor: 'Agent' }, { usage: { Type: 'Sometimes' } }),
        ],
      }),
    ).toEqual([
      'Version: "2019-10-30"',
      'Observations[0].Identifier: not empty',
      'Observations[0].Event.Type: TestInitiated, TestCompleted, MessageReceived or FlowActionStarted',
      'Observations[1].Event.Actor: "System"',
      'Observations[1].Usage.Type: Exactly, AtLeast, AtMost, Always',
    ]);
  });

  it.each([
    ['no JSON', { Content: '{' }, /^Content: not JSON/],
    ['no observation', { Version: '2019-10-30', Observations: [] }, /^Observations: at least one observation$/],
    ['nothing', 'text', /^Content: JSON in a text$/],
    ['a chat', { Content: text, EntryPoint: { Type: 'CHAT' } }, /^EntryPoint\.Type: "VOICE_CALL"/],
    [
      'a number dialled by nobody',
      { Content: text, EntryPoint: { VoiceCallEntryPointParameters: { DestinationPhoneNumber: '+33199000000' } } },
      /DestinationPhoneNumber requires SourcePhoneNumber$/,
    ],
    [
      'attributes that are no texts',
      { Content: text, InitializationData: '{"a":1}' },
      /^InitializationData\.a: a text$/,
    ],
  ])('is refused with %s', (_, written, problem) => {
    expect(problems(written)).toEqual([expect.stringMatching(problem)]);
  });

  it('is refused where names are used twice, lead nowhere or lead in circles', () => {
    const [first, second] = [press('1'), endTest()];
    const toNowhere = { ...first, Transitions: { NextAction: 'nowhere' } };
    const inCircles = [
      { ...first, Identifier: 'x', Transitions: { NextAction: 'y' } },
      { ...second, Identifier: 'y', Transitions: { NextAction: 'x' } },
    ];
    expect(
      problems(
        content(
          observation('a', initiated, { actions: [toNowhere], next: ['c'] }),
          observation('a', initiated, { actions: [first, first] }),
          observation('b', initiated, { actions: inCircles }),
        ),
      ),
    ).toEqual([
      'Observations: two observations are named "a"',
      'Observations[0].Transitions.NextObservations: no observation is named "c"',
      'Observations[0].Actions[0].Transitions.NextAction: no action of this observation is named "nowhere"',
      `Observations[1].Actions: two actions are named "${String(first?.['Identifier'])}"`,
      'Observations[2].Actions: x, y lead to each other, so that none of them begins',
    ]);
    const circle = content(observation('a', initiated, { next: ['b'] }), observation('b', initiated, { next: ['a'] }));
    expect(problems(circle)).toEqual(['Observations: each comes after another one, so that none begins']);
  });
});

describe('an event', () => {
  it.each([
    [
      'two forms of a message',
      { Type: 'MessageReceived', Properties: { Text: 'a', PromptId: 'b' } },
      `${event}.Properties: one of Text, SSML, PromptId and Media`,
    ],
    [
      'no form of a message',
      { Type: 'MessageReceived', Properties: {} },
      `${event}.Properties: one of Text, SSML, PromptId and Media`,
    ],
    [
      'another criterion',
      hears('a', 'Contains'),
      `${event}.Properties.MatchingCriteria.Type: "Similarity" or "Inclusion"`,
    ],
    [
      'a criterion that is a word',
      { Type: 'MessageReceived', Properties: { Text: 'a', MatchingCriteria: 'Similarity' } },
      `${event}.Properties.MatchingCriteria: {"Type": "Similarity"} or {"Type": "Inclusion"}`,
    ],
    [
      'a criterion beside the properties',
      { ...hears('a'), MatchingCriteria: { Type: 'Inclusion' } },
      `${event}.MatchingCriteria: it stands inside Properties`,
    ],
    [
      'another action',
      starts('Loop', {}),
      `${event}.Properties.ActionType: InvokeLambdaFunction, CheckHoursOfOperation, TransferContactToQueue or ConnectParticipantWithLexBot`,
    ],
    [
      'a queue of an agent',
      starts('TransferContactToQueue', { QueueId: 'q', AgentId: 'a' }),
      `${event}.Properties.ActionParameters.AgentId: no queue of an agent is played here`,
    ],
  ])('is refused with %s', (_, written, problem) => {
    expect(withEvent(written)).toContain(problem);
  });
});

describe('an action', () => {
  const lookUp = { LambdaFunctionARN: 'f' };
  const strategy = `${parameters}.Behavior.Properties.Strategy`;
  it.each([
    [
      'of another type',
      { ...endTest(), Type: 'Wait' },
      'Observations[0].Actions[0].Type: SendInstruction, Assert, OverrideSystemBehavior or TestControl',
    ],
    [
      'with keys that no telephone has',
      press('a'),
      `${parameters}.Instruction.Properties.Value: keys of a telephone: 0 to 9, * and #`,
    ],
    ['with another operator', assert('$.a', 'Like', 'b'), `${parameters}.Operator: no such operator`],
    ['without an operand', assert('$.a', 'Equals'), `${parameters}: Operand is missing`],
    [
      'with an answer that is no text',
      override('InvokeLambdaFunction', lookUp, result({ LoadedData: { a: '1' } })),
      `${strategy}.Response.ExecutionResult.LoadedData: the answer as JSON in a text`,
    ],
    [
      'with an answer that is no object',
      override('InvokeLambdaFunction', lookUp, result({ LoadedData: '[]' })),
      `${strategy}.Response.ExecutionResult.LoadedData: a JSON object, in a text`,
    ],
    [
      'with an error of another action',
      override('InvokeLambdaFunction', lookUp, error('QueueAtCapacity')),
      `${strategy}.Response.Error.Value: TimeLimitExceeded or NoMatchingError`,
    ],
    [
      'with another strategy',
      override('InvokeLambdaFunction', lookUp, { Type: 'Skip' }),
      `${strategy}.Type: SubstituteResource or MockResponse`,
    ],
    [
      'with a result for a queue',
      override('TransferContactToQueue', { QueueId: 'q' }, result({})),
      `${strategy}.Response.Type: Error: a queue has no result`,
    ],
  ])('is refused %s', (_, written, problem) => {
    expect(withAction(written)).toEqual([problem]);
  });

  it.each(['Utterance', 'TextUtterance', 'TextInput'])('is refused that says words by %s', (Type) => {
    const says = {
      ...press('1'),
      Parameters: {
        ActionType: 'SendInstruction',
        Actor: 'Customer',
        Instruction: { Type, Properties: { Text: 'oui' } },
      },
    };
    expect(withAction(says)).toEqual([expect.stringContaining('none listens on this telephone line')]);
  });

  it('overrides a bot and a transfer out of the queue too', () => {
    const bot = override('ConnectParticipantWithLexBot', { LexV2Bot: { AliasArn: 'a' } }, result({ LoadedData: '{}' }));
    const dequeue = override('DequeueAndTransferToQueue', { QueueId: 'q' }, error('QueueAtCapacity'));
    expect([bot, dequeue].flatMap(withAction)).toEqual([]);
  });
});

describe('on a line', () => {
  it('everything named that the line does not have is refused, with what it has', async () => {
    const actions = [override('CheckHoursOfOperation', { HoursOfOperationId: 'lunch' }, substitute('always'))];
    const queue = observation('queue', starts('TransferContactToQueue', { QueueId: 'impots' }), { actions });
    const EntryPoint = { VoiceCallEntryPointParameters: { FlowId: 'nowhere' } };
    expect(await refused({ Content: content(queue), EntryPoint })).toEqual([
      'EntryPoint.VoiceCallEntryPointParameters.FlowId: Rappel-test has no flow "nowhere": one of inbound',
      'Observations[0].Event.Properties.ActionParameters.QueueId: Rappel-test has no queue "impots": one of allocations, logement',
      'Observations[0].Actions[0].Parameters.Behavior.Properties.ActionParameters.HoursOfOperationId: ' +
        'Rappel-test has no hours "lunch": one of office, never',
      'Observations[0].Actions[0].Parameters.Behavior.Properties.Strategy.SubstituteArn: ' +
        'Rappel-test has no hours "always": one of office, never',
    ]);
    const looks = observation('look', starts('InvokeLambdaFunction', { LambdaFunctionARN: functionArn('other') }));
    expect(await refused(content(looks))).toEqual([expect.stringContaining('has no function')]);
  });

  it('another number than the line’s is refused', async () => {
    const numbers = { SourcePhoneNumber: '+33612345678', DestinationPhoneNumber: '+33199000009' };
    const EntryPoint = { VoiceCallEntryPointParameters: numbers };
    expect(await refused({ Content: content(observation('start', initiated)), EntryPoint })).toEqual([
      'EntryPoint: +33199000009 is not the number of this line, +33199000000',
    ]);
  });

  it('the caller shows the number given, or none', async () => {
    expect(await shown('+33612345678')).toEqual([]);
    expect(await shown()).toEqual([expect.stringContaining('is empty')]);
  });
});
