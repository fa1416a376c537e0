import { equals } from '../../lib/flows/branching.ts';
import { flow } from '../../lib/flows/flow.ts';
import { flowFaults } from '../../lib/flows/flow-faults.ts';
import type { FlowAction, FlowDocument } from '../../lib/flows/flow-language.ts';
import { invoke } from '../../lib/flows/invocation.ts';
import { joined } from '../../lib/flows/joined-actions.ts';
import { digits, menu } from '../../lib/flows/listening.ts';
import { disconnect, endFlow, transferToFlow, transferToQueue } from '../../lib/flows/queueing.ts';
import { attribute, external } from '../../lib/flows/references.ts';
import { hook, logging } from '../../lib/flows/settings.ts';
import { playAgainAndAgain, say } from '../../lib/flows/speaking.ts';
import { filled, pause, plainSpeech, speech, spokenIn } from '../../lib/flows/speech.ts';
import { lambdas } from './published-flows.ts';

const hello = plainSpeech('Bonjour.');
const sayThenEnd = say({ says: hello, next: 'end', error: 'end' });
const end = disconnect();

const interrupted = (everySeconds: number, next: string) =>
  playAgainAndAgain({ messages: [hello], interrupt: { everySeconds, next }, error: 'end' });

const documentOf = (...actions: FlowAction[]): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: actions[0]?.Identifier ?? '',
  Metadata: { name: 'f', type: 'contactFlow' },
  Actions: actions,
});

describe('a flow', () => {
  it('starts at the first action of its first part and keeps the order in which it is written', () => {
    const document = flow('f', 'CONTACT_FLOW', { greet: sayThenEnd }, { end });
    expect(document.StartAction).toBe('greet');
    expect(document.Actions.map((action) => action.Identifier)).toEqual(['greet', 'end']);
  });

  it('is the same text every time', () => {
    const [once, twice] = [1, 2].map(() => JSON.stringify(flow('f', 'CONTACT_FLOW', { greet: sayThenEnd, end })));
    expect(once).toBe(twice);
  });

  it('refuses a transition to an action that does not exist, naming flow and action', () => {
    expect(() => flow('f', 'CONTACT_FLOW', { greet: sayThenEnd })).toThrow(
      'f greet: leads to "end", which is no action of this flow',
    );
  });

  it('refuses an identifier used in two parts', () => {
    expect(() => flow('f', 'CONTACT_FLOW', { end }, { end })).toThrow('f end: the identifier is used twice');
    expect(() => joined({ end }, { end })).toThrow('end: the identifier is used twice');
  });

  it.each(['Say hello', 'dîner', 'a:b', 'constructor', '1st'])('refuses the identifier %p', (identifier) => {
    expect(() => flow('f', 'CONTACT_FLOW', { [identifier]: end })).toThrow(`f ${identifier}: an identifier has`);
  });

  it('refuses an identifier of 51 characters and accepts one of 50', () => {
    expect(() => flow('f', 'CONTACT_FLOW', { ['a'.repeat(51)]: end })).toThrow('at most 50 characters, this one 51');
    expect(() => flow('f', 'CONTACT_FLOW', { ['a'.repeat(50)]: end })).not.toThrow();
  });

  it('refuses a 251st action', () => {
    const chain = Array.from({ length: 250 }, (_, index) => ({
      [`log-${index}`]: logging('Enabled', index === 249 ? 'end' : `log-${index + 1}`),
    }));
    expect(() => flow('f', 'CONTACT_FLOW', ...chain, { end })).toThrow('f: 251 actions, at most 250');
  });

  it('refuses more than 256,000 characters', () => {
    const long = plainSpeech('a'.repeat(2900));
    const chain = Array.from({ length: 90 }, (_, index) => {
      const next = index === 89 ? 'end' : `say-${index + 1}`;
      return { [`say-${index}`]: say({ says: long, next, error: next }) };
    });
    expect(() => flow('f', 'CONTACT_FLOW', ...chain, { end })).toThrow('characters, at most 256000');
  });

  it('refuses no action at all', () => {
    expect(() => flow('f', 'CONTACT_FLOW')).toThrow('f: a flow without actions');
  });
});

describe('an action that the flow type does not allow', () => {
  const leave = transferToFlow({ flowArn: 'arn', error: 'end' });
  const playlist = playAgainAndAgain({ messages: [hello], error: 'end' });

  it('does not compile, and is refused where types were forced', () => {
    // @ts-expect-error a whisper cannot hang up
    expect(() => flow('f', 'AGENT_WHISPER', { end })).toThrow(
      'f end: DisconnectParticipant is not allowed in a flow of type AGENT_WHISPER',
    );
    // @ts-expect-error only queue and hold flows have playlists
    expect(() => flow('f', 'CONTACT_FLOW', { end: playlist })).toThrow('not allowed');
    // @ts-expect-error a queue flow cannot transfer to a flow
    expect(() => flow('f', 'CUSTOMER_QUEUE', { leave, end: endFlow() })).toThrow('not allowed');
    // @ts-expect-error a hold cannot end itself
    expect(() => flow('f', 'CUSTOMER_HOLD', { end: endFlow() })).toThrow('not allowed');
  });
});

const asks = (keys: object, silence: string) =>
  menu({ name: 'ask', says: hello, keys, silence, otherKey: 'end', error: 'end' });
const asking = asks({}, 'end')['ask']!;

describe('a branch left out', () => {
  it('does not compile', () => {
    const store = { name: 'ask', says: hello, most: 10, keyed: 'end', zero: 'end', error: 'end' };
    const incomplete = [
      // @ts-expect-error the error branch is missing
      () => say({ says: hello, next: 'end' }),
      // @ts-expect-error what happens when the queue is full is missing
      () => transferToQueue({ error: 'end' }),
      // @ts-expect-error silence is missing
      () => menu({ name: 'ask', says: hello, keys: {}, otherKey: 'end', error: 'end' }),
      // @ts-expect-error silence is missing: Connect hands it on as the input "Timeout"
      () => digits(store),
    ];
    expect(incomplete).toHaveLength(4);
  });

  it.each([
    ['a prompt', { ...sayThenEnd, Transitions: { NextAction: 'end' } }, 'NoMatchingError'],
    [
      'a comparison',
      { ...equals({ value: attribute('queue'), cases: {}, otherwise: 'end' }), Transitions: { NextAction: 'end' } },
      'NoMatchingCondition',
    ],
    [
      'a menu',
      {
        ...asking,
        Transitions: { NextAction: 'end' },
      },
      'InputTimeLimitExceeded',
    ],
    [
      'a transfer',
      { ...transferToQueue({ atCapacity: 'end', error: 'end' }), Transitions: { NextAction: 'end' } },
      'QueueAtCapacity',
    ],
  ] as const)('is refused in the document: %s', (_, action, error) => {
    const document = documentOf({ Identifier: 'here', ...action }, { Identifier: 'end', ...end });
    expect(flowFaults('f', 'CONTACT_FLOW', document)).toContain(`f here: the error branch ${error} is missing`);
  });

  it('is refused where an action leads nowhere, or one that ends the flow leads on', () => {
    const nowhere = documentOf({ Identifier: 'here', ...logging('Enabled', 'end'), Transitions: {} });
    expect(flowFaults('f', 'CONTACT_FLOW', nowhere)).toContain('f here: leads nowhere');
    const beyond = documentOf({ Identifier: 'here', ...end, Transitions: { NextAction: 'here' } });
    expect(flowFaults('f', 'CONTACT_FLOW', beyond)).toContain('f here: ends the flow and leads nowhere else');
  });
});

describe('parameters', () => {
  it('are strings everywhere: a number is refused', () => {
    const broken = { Identifier: 'here', ...end, Parameters: JSON.parse('{"Seconds": 5}') };
    expect(flowFaults('f', 'CONTACT_FLOW', documentOf(broken))).toContain('f here: every scalar parameter is a string');
  });

  it('name one hook an action', () => {
    const one = hook({ hook: 'AgentHold', flowArn: 'arn', next: 'end' });
    const two = { ...one, Parameters: { EventHooks: { AgentHold: 'arn', CustomerHold: 'arn' } } };
    expect(() => flow('f', 'CONTACT_FLOW', { two, end })).toThrow('f two: one hook an action, not 2');
  });

  it('have keys of a telephone only', () => {
    expect(() => flow('f', 'CONTACT_FLOW', asks({ '12': 'end' }, 'end'), { end })).toThrow(
      'f ask: "12" is no key of a telephone',
    );
  });

  it('take only results that the Lambda has, and exactly what it asks for', () => {
    const branches = { next: 'end', error: 'end' };
    const sms = { callerKey: 'k', bookingId: 'b', revision: '1', kind: 'confirmation' } as const;
    const misnamed = [
      // @ts-expect-error noteOutcome answers no announcement
      () => external('noteOutcome', 'announcement'),
      // @ts-expect-error the language is missing
      () => invoke(lambdas, { lambda: 'checkNumber', parameters: { number: '1' }, ...branches }),
      // @ts-expect-error these are the parameters of sendSms
      () => invoke(lambdas, { lambda: 'noteOutcome', parameters: sms, ...branches }),
      // @ts-expect-error no such attribute
      () => attribute('telephone'),
    ];
    expect(misnamed).toHaveLength(4);
  });
});

describe('a queue flow', () => {
  it('speaks after the interrupt and then resumes', () => {
    const tell = say({ says: hello, next: 'end', error: 'end' });
    expect(() => flow('f', 'CUSTOMER_QUEUE', { wait: interrupted(21, 'tell'), tell, end: endFlow() })).not.toThrow();
  });

  it('refuses an interrupt within the 20 s in which an agent may accept', () => {
    expect(() => flow('f', 'CUSTOMER_QUEUE', { wait: interrupted(20, 'end'), end: endFlow() })).toThrow(
      'f wait: an interrupt comes after 21 s at the earliest',
    );
  });
});

describe('a store input', () => {
  const ask = digits({
    name: 'ask',
    says: hello,
    most: 15,
    keyed: 'keyed',
    zero: 'zero',
    silence: 'silent',
    error: 'fault',
  });

  it('is always followed by a comparison with the time-out that Connect stores as an input', () => {
    expect(ask['ask']?.Transitions.NextAction).toBe('ask-heard');
    expect(ask['ask-heard']?.Parameters).toEqual({ ComparisonValue: '$.StoredCustomerInput' });
    expect(ask['ask-heard']?.Transitions).toMatchObject({
      NextAction: 'keyed',
      Conditions: [
        { NextAction: 'zero', Condition: { Operands: ['0'] } },
        { NextAction: 'silent', Condition: { Operands: ['Timeout'] } },
      ],
    });
  });

  it('has no conditions of its own, and its limits as strings', () => {
    expect(ask['ask']?.Transitions.Conditions).toBeUndefined();
    expect(ask['ask']?.Parameters['InputValidation']).toEqual({ CustomValidation: { MaximumLength: '15' } });
  });
});

describe('a menu', () => {
  const actions = asks({ '1': 'one' }, 'end');
  const leadsTo = (key: string) =>
    actions['ask']?.Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === key)?.NextAction;

  it('is said again on *, and more slowly, from then on, on 9', () => {
    expect([leadsTo('1'), leadsTo('*'), leadsTo('9')]).toEqual(['one', 'ask', 'ask-slower']);
    expect(actions['ask-slower']).toMatchObject({
      Parameters: { Attributes: { speechRate: '80%' } },
      Transitions: { NextAction: 'ask' },
    });
  });
});

const heard = (words: string) => ({
  SSML: `<speak><prosody rate="$.Attributes.speechRate">${words}</prosody></speak>`,
});

describe('speech', () => {
  it('joins sentences and references with spaces, at the speed that the caller chose', () => {
    expect(speech('Bonjour.', external('tellPosition', 'announcement'), 'Merci.')).toEqual(
      heard('Bonjour. $.External.announcement Merci.'),
    );
  });

  it('is plain text for agents, and where nothing could be remembered', () => {
    expect(plainSpeech('Bonjour.', attribute('reason'))).toEqual({ Text: 'Bonjour. $.Attributes.reason' });
  });

  it('refuses words that Connect would take for a reference', () => {
    expect(() => speech('Le prix est de 5 $.External')).toThrow('would be read as a reference');
    expect(() => filled((code) => `$.Attributes.x ${code}`, attribute('spokenCode'))).toThrow(
      'would be read as a reference',
    );
  });

  it('leaves a reference between spaces, so that punctuation is not read as its path', () => {
    expect(speech(filled((code) => `Votre code est ${code} !`, attribute('spokenCode')))).toEqual(
      heard('Votre code est $.Attributes.spokenCode !'),
    );
    expect(() => filled((code) => `Votre code est ${code}.`, attribute('spokenCode'))).toThrow('between spaces');
  });

  it('says a sentence of another language with its own sounds', () => {
    expect(speech('Bonjour.', spokenIn('en', 'For English, press 8.'))).toEqual(
      heard('Bonjour. <lang xml:lang="en-GB">For English, press 8.</lang>'),
    );
  });

  it('takes "&" and "<" for the words they are, not for markup', () => {
    expect(speech('R&D < 5 %')).toEqual(heard('R&amp;D &lt; 5 %'));
    expect(plainSpeech('R&D < 5 %')).toEqual({ Text: 'R&D < 5 %' });
  });

  it('refuses a prompt without words, and one of more than 3,000 characters', () => {
    expect(() => speech(' ')).toThrow('a prompt without words');
    expect(() => speech('a'.repeat(3001))).toThrow('a prompt of 3001 characters');
    expect(() => speech('a'.repeat(3000))).not.toThrow();
  });

  it('pauses for 10 s at most', () => {
    expect(() => pause(11)).toThrow('a pause of 11 s');
    expect(pause(10)).toEqual({ SSML: '<speak><break time="10s"/></speak>' });
  });
});
