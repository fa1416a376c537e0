import type { InvocationResult } from '../../local/lambda/invoker.ts';
import { type Answer, answers, runCentre } from './running-centre.ts';
import { action, flowArn, hangUp, invoke, menu, queueArn, say, type WrittenAction, written } from './written-flows.ts';

const afterLambda = (extra: Record<string, unknown> = {}): string => {
  const call = invoke(
    'ask',
    'check',
    { number: '$.Attributes.number' },
    { next: 'yes', errors: { NoMatchingError: 'no' } },
  );
  Object.assign(call.Parameters, extra);
  return written(
    call,
    say('yes', 'Réponse : $.External.word.', 'hang-up'),
    say('no', 'Pas de réponse.', 'hang-up'),
    hangUp,
  );
};

async function heardAfter(answer: Answer, extra: Record<string, unknown> = {}): Promise<string[]> {
  const { centre, heard, pass, outcome } = runCentre({
    flows: { inbound: afterLambda(extra) },
    lambdas: { check: answer },
  });
  centre.ring('+33612345678');
  await pass(60);
  expect(outcome()).toBe('told');
  return heard();
}

describe('references', () => {
  it('are replaced, several in one text, and an unknown one is empty', async () => {
    const { centre, heard, pass } = runCentre({
      flows: {
        inbound: written(
          action('set', 'UpdateContactAttributes', { Attributes: { queue: 'allocations', 'who is': 'Ana' } }, 'tell'),
          say(
            'tell',
            "De $.CustomerEndpoint.Address vers $.Attributes.queue[$.Attributes.none]. $.Attributes['who is'] !",
            'hang-up',
          ),
          hangUp,
        ),
      },
    });
    centre.ring('+33612345678');
    await pass(30);
    expect(heard()).toEqual(['De +33612345678 vers allocations[]. Ana !']);
  });

  it('read nothing of a withheld number', async () => {
    const { centre, heard, pass } = runCentre({
      flows: { inbound: written(say('tell', 'De <$.CustomerEndpoint.Address>', 'hang-up'), hangUp) },
    });
    centre.ring('anonymous');
    await pass(30);
    expect(heard()).toEqual(['De <>']);
  });

  it('keep attributes through a transfer, but not flow attributes nor what a Lambda answered', async () => {
    const lambdas = { check: answers({ word: 'dit' }) };
    const { centre, heard, pass } = runCentre({
      lambdas,
      flows: {
        inbound: written(
          action('set', 'UpdateContactAttributes', { Attributes: { kept: 'oui' } }, 'flow-set'),
          action('flow-set', 'UpdateFlowAttributes', { FlowAttributes: { lost: { Value: 'non' } } }, 'ask'),
          invoke('ask', 'check', {}, { next: 'before' }),
          say('before', '$.Attributes.kept $.FlowAttributes.lost $.External.word', 'go'),
          action(
            'go',
            'TransferToFlow',
            { ContactFlowId: flowArn('second') },
            { errors: { NoMatchingError: 'hang-up' } },
          ),
          hangUp,
        ),
        second: written(say('after', '$.Attributes.kept-$.FlowAttributes.lost-$.External.word', 'hang-up'), hangUp),
      },
    });
    centre.ring('+33612345678');
    await pass(30);
    expect(heard()).toEqual(['oui non dit', 'oui--']);
  });
});

describe('speech', () => {
  it('takes its words at 150 a minute and is heard without its markup', async () => {
    const { centre, events, pass } = runCentre({
      flows: {
        inbound: written(
          action(
            'slow',
            'MessageParticipant',
            { SSML: '<speak><prosody rate="80%">un deux trois quatre cinq</prosody> &amp; six.</speak>' },
            'hang-up',
          ),
          hangUp,
        ),
      },
    });
    centre.ring('+33612345678');
    await pass(30);
    expect(events.find(({ kind }) => kind === 'heard')?.text).toBe('un deux trois quatre cinq & six.');
    expect(events.at(-1)).toMatchObject({ kind: 'ended', at: '2026-11-24T10:00:02.900+01:00' });
  });
});

const compare = (value: string, conditions: [string, string, string][], otherwise?: string): WrittenAction => ({
  Identifier: 'compare',
  Type: 'Compare',
  Parameters: { ComparisonValue: value },
  Transitions: {
    NextAction: 'next',
    Conditions: conditions.map(([Operator, operand, NextAction]) => ({
      NextAction,
      Condition: { Operator, Operands: [operand] },
    })),
    Errors: otherwise ? [{ ErrorType: 'NoMatchingCondition', NextAction: otherwise }] : [],
  },
});

const ssml = (identifier: string, text: string, next: string): WrittenAction =>
  action(identifier, 'MessageParticipant', { SSML: `<speak>${text}</speak>` }, next);

describe('silence', () => {
  it('takes the time of its breaks, and is not heard', async () => {
    const { centre, heard, events, pass } = runCentre({
      flows: {
        inbound: written(
          ssml('silent', '<break time="5s"/>', 'both'),
          ssml('both', 'quatre<break time="500ms"/> huit <break time="1.5s"/>', 'hang-up'),
          hangUp,
        ),
      },
    });
    centre.ring('+33612345678');
    await pass(30);
    expect(heard()).toEqual(['quatre huit']);
    expect(events.at(-1)).toMatchObject({ kind: 'ended', at: '2026-11-24T10:00:08.000+01:00' });
  });
});

describe('conditions', () => {
  const says = ['one', 'two', 'other', 'next'].map((name) => say(name, name, 'hang-up'));

  it.each<{ value: string; conditions: [string, string, string][]; otherwise: string | undefined; reached: string }>([
    {
      value: '12',
      conditions: [
        ['NumberGreaterThan', '10', 'one'],
        ['Equals', '12', 'two'],
      ],
      otherwise: 'other',
      reached: 'one',
    },
    {
      value: '12',
      conditions: [
        ['TextStartsWith', '2', 'one'],
        ['TextEndsWith', '2', 'two'],
      ],
      otherwise: 'other',
      reached: 'two',
    },
    {
      value: 'douze',
      conditions: [
        ['NumberLessThan', '100', 'one'],
        ['NumberGreaterOrEqualTo', '0', 'two'],
      ],
      otherwise: 'other',
      reached: 'other',
    },
    {
      value: '',
      conditions: [
        ['NumberLessOrEqualTo', '100', 'one'],
        ['TextContains', 'x', 'two'],
      ],
      otherwise: undefined,
      reached: 'next',
    },
  ])('of "$value" lead to $reached', async ({ value, conditions, otherwise, reached }) => {
    const { centre, heard, pass } = runCentre({
      flows: { inbound: written(compare(value, conditions, otherwise), ...says, hangUp) },
    });
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual([reached]);
  });
});

describe('a menu', () => {
  const flows = {
    inbound: written(
      menu('choose', 'Tapez un.', { '1': 'one' }, 'other'),
      say('one', 'Un.', 'hang-up'),
      say('other', 'Autre.', 'hang-up'),
      hangUp,
    ),
  };

  it('is interrupted by the key, takes one, and loses what is pressed later', async () => {
    const { centre, heard, events, pass } = runCentre({ flows });
    const telephone = centre.ring('+33612345678');
    centre.onInputAsked(() => telephone.press('19'));
    await pass(10);
    expect(heard()).toEqual(['Tapez un.', 'Un.']);
    expect(events.filter(({ kind }) => kind === 'pressed')).toMatchObject([
      { keys: '1', at: '2026-11-24T10:00:00.000+01:00' },
    ]);
  });

  it('takes another branch after its time limit, counted from the end of the prompt', async () => {
    const { centre, events, pass } = runCentre({ flows });
    centre.ring('+33612345678');
    await pass(20);
    expect(events.filter(({ kind }) => kind === 'heard')[1]).toMatchObject({
      text: 'Autre.',
      at: '2026-11-24T10:00:06.000+01:00',
    });
  });

  it('takes another branch for a key that it does not have', async () => {
    const { centre, heard, pass } = runCentre({ flows });
    const telephone = centre.ring('+33612345678');
    centre.onInputAsked(() => telephone.press('7'));
    await pass(20);
    expect(heard()).toContain('Autre.');
  });
});

async function stored(keys: string, parameters: Record<string, unknown> = {}): Promise<string | undefined> {
  const input = action(
    'input',
    'GetParticipantInput',
    {
      Text: 'Votre numéro ?',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: '12' } },
      ...parameters,
    },
    { next: 'tell', errors: { NoMatchingError: 'hang-up', InvalidPhoneNumber: 'invalid' } },
  );
  const { centre, heard, pass } = runCentre({
    flows: {
      inbound: written(
        input,
        say('tell', '=$.StoredCustomerInput', 'hang-up'),
        say('invalid', 'invalide', 'hang-up'),
        hangUp,
      ),
    },
  });
  const telephone = centre.ring('+33612345678');
  centre.onInputAsked(() => telephone.press(keys));
  await pass(60);
  return heard()[1];
}

describe('a stored input', () => {
  const french = { InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'FR' } } };

  it('is what was keyed until the terminator', () => expect(stored('0612345678#9')).resolves.toBe('=0612345678'));
  it('is what was keyed before a pause', () => expect(stored('061')).resolves.toBe('=061'));
  it('is at most as long as allowed', () => expect(stored('01234567890123456')).resolves.toBe('=012345678901'));
  it('is the value Timeout when nothing was keyed', () => expect(stored('')).resolves.toBe('=Timeout'));
  it('begins again after the cancel key', () => expect(stored('99*0612345678#')).resolves.toBe('=0612345678'));
  it('holds the star where the cancel key is disabled', () =>
    expect(stored('9*1#', { DTMFConfiguration: { DisableCancelKey: 'True' } })).resolves.toBe('=9*1'));
  it('ends at the terminator of the flow', () =>
    expect(stored('12003', { DTMFConfiguration: { InputTerminationSequence: '00' } })).resolves.toBe('=12'));
  it('is E.164 where a telephone number is asked for', () =>
    expect(stored('0612345678#', french)).resolves.toBe('=+33612345678'));
  it('is refused where it is no telephone number', () => expect(stored('061#', french)).resolves.toBe('invalide'));
});

const slow: Answer = async () => {
  await new Promise((resolve) => setTimeout(resolve, 15));
  return { result: 'ok', value: { word: 'a' }, logs: [] };
};

const ask = (identifier: string, name: string, next: string): WrittenAction => invoke(identifier, name, {}, { next });

describe('a Lambda', () => {
  it('gets the documented event, with its parameters resolved', async () => {
    const received: unknown[] = [];
    const { centre, pass, events } = runCentre({
      flows: {
        inbound: written(
          action('set', 'UpdateContactAttributes', { Attributes: { number: '12' } }, 'queue'),
          action('queue', 'UpdateContactTargetQueue', { QueueId: queueArn('allocations') }, 'ask'),
          invoke('ask', 'book-slot', { number: '$.Attributes.number', fixed: 'x' }, { next: 'hang-up' }),
          hangUp,
        ),
      },
      lambdas: {
        'book-slot': (event) => (received.push(event), { result: 'ok', value: { status: 'full' }, logs: [] }),
      },
    });
    const { contactId } = centre.ring('anonymous');
    await pass(5);
    expect(received).toEqual([
      {
        Name: 'ContactFlowEvent',
        Details: {
          ContactData: {
            Attributes: { number: '12' },
            Channel: 'VOICE',
            ContactId: contactId,
            InitialContactId: contactId,
            PreviousContactId: contactId,
            InitiationMethod: 'INBOUND',
            InstanceARN: 'arn:aws:connect:eu-central-1:111111111111:instance/i',
            CustomerEndpoint: null,
            SystemEndpoint: { Address: '+33199000000', Type: 'TELEPHONE_NUMBER' },
            CustomerId: null,
            Description: null,
            LanguageCode: null,
            Name: null,
            References: {},
            MediaStreams: { Customer: { Audio: null } },
            Queue: {
              ARN: queueArn('allocations'),
              Name: 'allocations',
              OutboundCallerId: { Address: '+33199000001', Type: 'TELEPHONE_NUMBER' },
            },
            SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
            Tags: {},
          },
          Parameters: { number: '12', fixed: 'x' },
        },
      },
    ]);
    expect(events.find(({ kind }) => kind === 'lambda')).toMatchObject({ function: 'book-slot', result: 'ok' });
  });

  it('moves the clock by 50 ms, however long it really takes', async () => {
    const { centre, events, pass } = runCentre({ flows: { inbound: afterLambda() }, lambdas: { check: slow } });
    centre.ring('+33612345678');
    await pass(10);
    expect(events.find(({ kind }) => kind === 'heard')?.at).toBe('2026-11-24T10:00:00.050+01:00');
  });

  it.each<[string, Answer]>([
    ['throws', () => ({ result: 'error', message: 'boum', logs: [] })],
    ['times out', () => ({ result: 'timeout', logs: [] })],
    ['answers a nested object', answers({ word: { deep: 'a' } })],
    ['answers a number', answers({ word: 1 })],
    ['answers a list', answers(['a'])],
    ['answers nothing', answers(null)],
    ['answers 32 KB', answers({ word: 'x'.repeat(32 * 1024) })],
  ])('that %s takes its error branch', async (_what, answer) => {
    await expect(heardAfter(answer)).resolves.toEqual(['Pas de réponse.']);
  });

  it('may answer nested JSON where the flow says so, and null among strings', async () => {
    const json = { ResponseValidation: { ResponseType: 'JSON' } };
    await expect(heardAfter(answers({ word: 7 }), json)).resolves.toEqual(['Réponse : 7.']);
    await expect(heardAfter(answers({ word: null }))).resolves.toEqual(['Réponse : .']);
  });

  it('that times out takes its seconds, and the branch of time-outs where there is one', async () => {
    const timeout: InvocationResult = { result: 'timeout', logs: [] };
    const { centre, events, pass } = runCentre({
      flows: {
        inbound: written(
          invoke(
            'ask',
            'check',
            {},
            { next: 'other', errors: { NoMatchingError: 'other', TimeLimitExceeded: 'late' } },
          ),
          say('late', 'Trop tard.', 'hang-up'),
          say('other', 'Autre.', 'hang-up'),
          hangUp,
        ),
      },
      lambdas: { check: () => timeout },
    });
    centre.ring('+33612345678');
    await pass(20);
    expect(events.find(({ kind }) => kind === 'heard')).toMatchObject({
      text: 'Trop tard.',
      at: '2026-11-24T10:00:08.000+01:00',
    });
  });

  it('replaces what the one before answered', async () => {
    const { centre, heard, pass } = runCentre({
      flows: {
        inbound: written(
          ask('one', 'first', 'two'),
          ask('two', 'second', 'tell'),
          say('tell', '[$.External.a][$.External.b]', 'hang-up'),
          hangUp,
        ),
      },
      lambdas: { first: answers({ a: '1' }), second: answers({ b: '2' }) },
    });
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual(['[][2]']);
  });
});

const turn = (identifier: string, next: string): WrittenAction =>
  action(identifier, 'UpdateContactAttributes', { Attributes: {} }, next);

const broken: Answer = () => Promise.reject(new Error('no worker'));

describe('a Lambda that fails', () => {
  it('leaves nothing of what the one before answered', async () => {
    const { centre, heard, pass } = runCentre({
      flows: {
        inbound: written(
          invoke('one', 'first', {}, { next: 'two' }),
          invoke('two', 'second', {}, { next: 'tell', errors: { NoMatchingError: 'tell' } }),
          say('tell', '[$.External.a]', 'hang-up'),
          hangUp,
        ),
      },
      lambdas: { first: answers({ a: '1' }), second: () => ({ result: 'error', message: 'boum', logs: [] }) },
    });
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual(['[]']);
  });
});

const checkMetric = (metric: string, operator: string): WrittenAction => ({
  Identifier: 'check',
  Type: 'CheckMetricData',
  Parameters: { MetricType: metric, QueueId: queueArn('allocations') },
  Transitions: {
    NextAction: 'no',
    Conditions: [{ NextAction: 'yes', Condition: { Operator: operator, Operands: ['0'] } }],
    Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'no' }],
  },
});

describe('a check of the queue', () => {
  it.each([
    ['NumberOfAgentsStaffed', 'oui'],
    ['NumberOfAgentsAvailable', 'non'],
    ['NumberOfContactsInQueue', 'oui'],
  ])('%s of busy agents with callers waiting: %s', async (metric, word) => {
    const { centre, heard, pass } = runCentre({
      flows: {
        inbound: written(
          checkMetric(metric, 'NumberGreaterThan'),
          say('yes', 'oui', 'hang-up'),
          say('no', 'non', 'hang-up'),
          hangUp,
        ),
      },
    });
    centre.addWaitingCallers(queueArn('allocations'), 3);
    centre.staffQueue(queueArn('allocations'), { busyAgents: 2, freeAgents: 0, handleTimeSeconds: 3600 });
    centre.ring('+33612345678');
    await pass(5);
    expect(heard()).toEqual([word]);
  });
});

describe('loops and faults', () => {
  it('loop as often as told, then anew', async () => {
    const loop = action(
      'again',
      'Loop',
      { LoopCount: '2' },
      { next: 'done', when: { ContinueLooping: 'turn', DoneLooping: 'done' } },
    );
    const { centre, heard, pass } = runCentre({
      flows: { inbound: written(loop, say('turn', 'tour', 'again'), say('done', 'fin', 'hang-up'), hangUp) },
    });
    centre.ring('+33612345678');
    await pass(20);
    expect(heard()).toEqual(['tour', 'tour', 'fin']);
  });

  it('drops the caller after a thousand actions without time passing', async () => {
    const { centre, events, pass, outcome } = runCentre({
      flows: { inbound: written(turn('a', 'b'), turn('b', 'a')) },
    });
    centre.ring('+33612345678');
    await pass(10);
    expect(events.find(({ kind }) => kind === 'error')?.text).toContain('1000 actions');
    expect(outcome()).toBe('dropped');
  });

  it('drops the caller at an error that has no branch, and says where', async () => {
    const { centre, events, pass, outcome } = runCentre({
      flows: { inbound: written(action('set', 'UpdateContactTargetQueue', { QueueId: 'nowhere' }, 'hang-up'), hangUp) },
    });
    centre.ring('+33612345678');
    await pass(10);
    expect(events.find(({ kind }) => kind === 'error')).toMatchObject({ flow: 'inbound', action: 'set' });
    expect(outcome()).toBe('dropped');
  });

  it('drops the caller when the invoker itself fails', async () => {
    const { centre, events, pass, outcome } = runCentre({
      flows: { inbound: afterLambda() },
      lambdas: { check: broken },
    });
    centre.ring('+33612345678');
    await pass(10);
    expect(events.find(({ kind }) => kind === 'error')?.text).toContain('no worker');
    expect(outcome()).toBe('dropped');
  });
});

describe('opening hours', () => {
  const check = action(
    'check',
    'CheckHoursOfOperation',
    { HoursOfOperationId: 'arn:hours:office' },
    { next: 'closed', when: { True: 'open', False: 'closed' }, errors: { NoMatchingError: 'closed' } },
  );
  const flows = {
    inbound: written(check, say('open', 'ouvert', 'hang-up'), say('closed', 'fermé', 'hang-up'), hangUp),
  };

  it.each([
    ['2026-11-24T10:00+01:00', 'ouvert', 'told'],
    ['2026-11-24T11:59:59+01:00', 'ouvert', 'told'],
    ['2026-11-24T12:00+01:00', 'fermé', 'informed'],
    ['2026-11-24T16:30+01:00', 'fermé', 'informed'],
    ['2026-11-23T10:00+01:00', 'fermé', 'informed'],
    ['2026-12-01T10:00+01:00', 'fermé', 'informed'],
    ['2026-11-11T10:00+01:00', 'fermé', 'informed'],
    ['2026-11-18T23:59+01:00', 'ouvert', 'told'],
    ['2026-07-07T08:30+02:00', 'fermé', 'informed'],
    ['2026-07-07T09:00+02:00', 'ouvert', 'told'],
  ])('at %s: %s', async (at, word, ending) => {
    const { centre, heard, pass, outcome } = runCentre({ flows, at: Date.parse(at) });
    centre.ring('+33612345678');
    await pass(5);
    expect(heard()).toEqual([word]);
    expect(outcome()).toBe(ending);
  });
});

const refusal = (content: string, type = 'CONTACT_FLOW'): string => {
  try {
    runCentre({ flows: { inbound: { type, content } } });
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('a flow document that cannot be run', () => {
  it.each([
    [
      'an action that does not exist',
      written(action('a', 'PlayPrompt', {}, 'hang-up'), hangUp),
      'action a: PlayPrompt is not an action',
    ],
    [
      'a hook that does not exist',
      written(action('a', 'UpdateContactEventHooks', { EventHooks: { CustomerNap: 'x' } }, 'hang-up'), hangUp),
      'CustomerNap is no hook',
    ],
    [
      'an operator that does not exist',
      written(
        checkMetric('NumberOfAgentsStaffed', 'Contains'),
        say('yes', 'a', 'hang-up'),
        say('no', 'b', 'hang-up'),
        hangUp,
      ),
      '"Contains" is not an operator',
    ],
    ['a dangling transition', written(say('a', 'x', 'nowhere')), 'leads to "nowhere"'],
    ['no start', written(), 'start action'],
    ['two actions of one name', written(hangUp, hangUp), 'two actions are named "hang-up"'],
    ['a forbidden character', written({ ...hangUp, Identifier: 'a:b' }), 'forbidden character'],
    ['a missing next action', written(action('a', 'MessageParticipant', { Text: 'x' })), 'no NextAction'],
    ['something that is not JSON', '{', 'not JSON'],
    ['the legacy format', '{"modules":[],"version":"1"}', 'version'],
  ])('is refused: %s', (_what, content, reason) => {
    expect(refusal(content)).toContain(reason);
  });

  it('is refused where its type forbids an action', () => {
    expect(refusal(written(menu('a', 'x', {}, 'hang-up'), hangUp), 'CUSTOMER_WHISPER')).toContain(
      'GetParticipantInput is not allowed in a flow of type CUSTOMER_WHISPER',
    );
  });

  it('is read with a byte-order mark and JSON numbers', () => {
    const content = written(menu('a', 'x', {}, 'hang-up'), hangUp).replace('"5"', '5');
    expect(refusal(`\uFEFF${content}`)).toBe('');
  });
});
