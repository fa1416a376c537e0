import { runCentre } from '../running-centre.ts';
import { action, hangUp, menu, say, toQueue, type WrittenAction, written } from '../written-flows.ts';
import { call, failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const buffer = (identifier: string, on: boolean, next: string, extra: Record<string, unknown> = {}): WrittenAction =>
  action(
    identifier,
    'GetParticipantInput',
    { EnableDTMFBuffer: on ? 'true' : 'false', ...extra },
    { next, errors: toFailure },
  );
const ask = (next: string, extra: Record<string, unknown> = {}): WrittenAction =>
  action(
    'ask',
    'GetParticipantInput',
    {
      Text: 'Votre code ?',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: '4' } },
      ...extra,
    },
    { next, errors: toFailure },
  );
const tell = say('tell', '=$.StoredCustomerInput', 'hang-up');
const welcome = (extra: Record<string, unknown> = {}): WrittenAction =>
  action('welcome', 'MessageParticipant', { Text: 'Bienvenue à tous ici', ...extra }, { next: 'ask' });

/** Keys that are pressed half a second after the call began, while the welcome plays. */
async function keyedAhead(keys: string, actions: WrittenAction[]): Promise<{ heard: string[]; endedAt: string }> {
  const { centre, clock, pass, heard, events } = runCentre({ flows: { inbound: written(...actions, hangUp) } });
  const telephone = centre.ring('+33612345678');
  clock.at(clock.now() + 500, () => telephone.press(keys));
  await pass(60);
  return { heard: heard(), endedAt: events.at(-1)?.at ?? '' };
}

describe('keys pressed before an input asks for them', () => {
  it('are lost', async () => {
    const { heard } = await keyedAhead('1234', [welcome(), ask('tell'), tell, failure]);
    expect(heard).toEqual(['Bienvenue à tous ici', 'Votre code ?', '=Timeout']);
  });

  it('are kept where the flow buffers them, and the prompt of the input is skipped', async () => {
    const { heard } = await keyedAhead('1234', [buffer('on', true, 'welcome'), welcome(), ask('tell'), tell, failure]);
    expect(heard).toEqual(['Bienvenue à tous ici', '=1234']);
  });

  it('answer one menu after the other, first in first out', async () => {
    const actions = [
      buffer('on', true, 'welcome'),
      { ...welcome(), Transitions: { NextAction: 'first' } },
      menu('first', 'Premier choix', { '1': 'second' }, 'failure'),
      menu('second', 'Second choix', { '2': 'fine' }, 'failure'),
      say('fine', 'oui', 'hang-up'),
      failure,
    ];
    expect((await keyedAhead('12', actions)).heard).toEqual(['Bienvenue à tous ici', 'oui']);
  });

  it('that are too few are waited for, a pause apart', async () => {
    const { heard } = await keyedAhead('12', [buffer('on', true, 'welcome'), welcome(), ask('tell'), tell, failure]);
    expect(heard.at(-1)).toBe('=12');
  });

  it('interrupt a prompt that gives way to them, or skip it', async () => {
    const giving = { SkipWhenDTMFBufferEnabled: 'true' };
    const twice = { ...welcome(giving), Identifier: 'again', Transitions: { NextAction: 'ask' } };
    const first = { ...welcome(giving), Transitions: { NextAction: 'again' } };
    const { heard, endedAt } = await keyedAhead('1234', [
      buffer('on', true, 'welcome'),
      first,
      twice,
      ask('tell'),
      tell,
      failure,
    ]);
    expect(heard).toEqual(['Bienvenue à tous ici', '=1234']);
    expect(endedAt).toContain('10:00:02.100');
  });

  it('leave a prompt alone that does not give way', async () => {
    const kept = welcome({ SkipWhenDTMFBufferEnabled: 'false' });
    const { endedAt } = await keyedAhead('1234', [buffer('on', true, 'welcome'), kept, ask('tell'), tell, failure]);
    expect(endedAt).toContain('10:00:02.6');
  });

  it('are dropped when the flow buffers no more', async () => {
    const stop = [buffer('on', true, 'welcome'), { ...welcome(), Transitions: { NextAction: 'off' } }];
    const { heard } = await keyedAhead('1234', [...stop, buffer('off', false, 'ask'), ask('tell'), tell, failure]);
    expect(heard.at(-1)).toBe('=Timeout');
  });

  it('are stored then, where the flow says so', async () => {
    const stop = [buffer('on', true, 'welcome'), { ...welcome(), Transitions: { NextAction: 'off' } }];
    const { heard } = await keyedAhead('1234', [
      ...stop,
      buffer('off', false, 'tell', { StoreInput: 'true' }),
      tell,
      failure,
    ]);
    expect(heard.at(-1)).toBe('=1234');
  });

  it('are at most thirty', async () => {
    const stop = [
      buffer('on', true, 'welcome'),
      { ...welcome(), Parameters: { Text: 'un '.repeat(40) }, Transitions: { NextAction: 'off' } },
    ];
    const { heard } = await keyedAhead('1'.repeat(31), [
      ...stop,
      buffer('off', false, 'tell', { StoreInput: 'true' }),
      tell,
      failure,
    ]);
    expect(heard.at(-1)).toBe(`=${'1'.repeat(30)}`);
  });

  it('are dropped at the door of a queue', async () => {
    const queueFlow = flowOf(
      'CUSTOMER_QUEUE',
      { ...ask('tell'), Transitions: { NextAction: 'tell', Errors: [] } },
      tell,
      hangUp,
    );
    const [first, ...rest] = toQueue({ CustomerQueue: 'waiting' });
    const { centre, clock, pass, heard } = runCentre({
      flows: {
        inbound: written(
          buffer('on', true, 'welcome'),
          { ...welcome(), Transitions: { NextAction: 'set-queue' } },
          first ?? hangUp,
          ...rest,
          failure,
        ),
        waiting: queueFlow,
      },
    });
    const telephone = centre.ring('+33612345678');
    clock.at(clock.now() + 500, () => telephone.press('1234'));
    await pass(30);
    expect(heard().at(-1)).toBe('=Timeout');
  });

  it('are an affair of calls: a task takes the error branch', async () => {
    const { centre, pass, events } = runCentre({
      flows: {
        inbound: written(hangUp),
        task: written(
          buffer('on', true, 'hang-up'),
          action('failure', 'UpdateContactAttributes', { Attributes: { met: 'error' } }, 'hang-up'),
          hangUp,
        ),
      },
    });
    const { contactId } = centre.startTaskContact({
      flowId: 'task',
      name: 'a',
      attributes: {},
      references: {},
      delaySeconds: 0,
      clientToken: 't',
    });
    await pass(5);
    expect(centre.attributes(contactId)).toEqual({ met: 'error' });
    expect(events.at(-1)?.kind).toBe('ended');
  });
});

describe('an input that is encrypted', () => {
  const keys = { EncryptionKeyId: 'key-1', Key: '$.Attributes.key' };
  const actions = [
    action('set', 'UpdateContactAttributes', { Attributes: { key: 'PEM' } }, 'ask'),
    ask('tell', { InputEncryption: keys }),
    tell,
    failure,
  ];

  it('is stored as words that are not the input, and a stand-in says so', async () => {
    const { heard, events } = await call(actions, { press: ['1234'] });
    expect(heard().at(-1)).toBe('=[encrypted with key-1]');
    expect(events.filter(({ kind }) => kind === 'standIn').map(({ text }) => text)).toEqual([
      'stand-in for InputEncryption: words in place of the encrypted input',
    ]);
  });

  it('is an error without its key', async () => {
    await expect(heardIn(actions.slice(1), { press: ['1234'] })).resolves.toEqual(['Votre code ?', 'erreur']);
  });
});

describe('an input', () => {
  it.each([
    [
      'InputEncryption with a telephone number',
      ask('tell', { InputEncryption: {}, InputValidation: { PhoneNumberValidation: {} } }),
      'only what a CustomValidation limits',
    ],
    [
      'InputValidation that it does not store',
      { ...menu('ask', 'x', {}, 'tell'), Parameters: { StoreInput: 'False', InputValidation: {} } },
      'if and only if it stores its input',
    ],
    [
      'a store without InputValidation',
      ask('tell', { InputValidation: undefined }),
      'if and only if it stores its input',
    ],
    [
      'conditions on a stored input',
      { ...ask('tell'), Transitions: menu('ask', 'x', { '1': 'tell' }, 'tell').Transitions },
      'has no conditions',
    ],
    ['no next action of a stored input', { ...ask('tell'), Transitions: {} }, 'has no NextAction'],
    ['no next action of a buffer', { ...buffer('ask', true, 'tell'), Transitions: {} }, 'has no NextAction'],
  ])('is refused with %s', (_what, input, reason) => {
    expect(refusalOf([input, tell, failure, hangUp])).toContain(reason);
  });

  it('is refused in whispers and holds', () => {
    for (const type of ['AGENT_WHISPER', 'CUSTOMER_WHISPER', 'OUTBOUND_WHISPER', 'CUSTOMER_HOLD', 'AGENT_HOLD']) {
      expect(refusalOf([menu('ask', 'x', {}, 'hang-up'), hangUp], type)).toContain(
        'GetParticipantInput is not allowed',
      );
    }
  });

  it('takes its error branch where its prompt fails, each time', async () => {
    const flow = [
      action(
        'ask',
        'GetParticipantInput',
        { Text: 'x', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        { errors: toFailure },
      ),
      failure,
    ];
    await expect(heardIn(flow, { before: ({ centre }) => centre.faults.refuseSpeech({ times: 1 }) })).resolves.toEqual([
      'erreur',
    ]);
  });
});
