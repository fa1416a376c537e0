import { readFileSync } from 'node:fs';
import { rules } from '../../flow-language/check/catalogue.ts';
import { rulesPage } from '../../flow-language/check/rules-page.ts';
import { checkFlow, flowToCheck } from '../../flow-language/check/check-flow.ts';
import type { FlowType } from '../../flow-language/flow-document.ts';
import { action, documentOf, type Json } from '../flow-command/exported-flows.ts';

interface Example {
  type?: FlowType;
  actions: Json[];
  /** In place of what `documentOf` writes around the actions. */
  document?: Json;
}
/** `passes` is sound as far as that rule goes; `fails` differs in little else. */
interface Pair {
  passes: Example;
  fails: Example;
  /** A part of the sentence that says what was found. */
  says: string;
}

const anyError = (next: string): Json => ({ NextAction: next, ErrorType: 'NoMatchingError' });
const to = (next: string, error = next): Json => ({ NextAction: next, Errors: [anyError(error)] });
const end = action('end', 'DisconnectParticipant');
const done = action('done', 'EndFlowExecution');
const say = (identifier: string, next: string, Text = 'One moment, please.'): Json =>
  action(identifier, 'MessageParticipant', { Text }, to(next));
const logs = (identifier: string, next: string): Json =>
  action(identifier, 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { NextAction: next });
const equals = (operand: unknown, next: string, Operator = 'Equals'): Json => ({
  NextAction: next,
  Condition: { Operator, Operands: [operand] },
});
const compare = (identifier: string, ComparisonValue: string, conditions: Json[], otherwise: string): Json =>
  action(
    identifier,
    'Compare',
    { ComparisonValue },
    {
      NextAction: otherwise,
      Conditions: conditions,
      Errors: [{ NextAction: otherwise, ErrorType: 'NoMatchingCondition' }],
    },
  );
const menu = (errors: string[], conditions: Json[] = []): Json =>
  action(
    'menu',
    'GetParticipantInput',
    { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      NextAction: 'end',
      Conditions: conditions,
      Errors: errors.map((ErrorType) => ({ ErrorType, NextAction: 'sorry' })),
    },
  );
const wholeMenu = (conditions: Json[] = []): Json =>
  menu(['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'], conditions);
const sorry = say('sorry', 'end');
const stored = (next: string, prompt: Json = { Text: 'Key in your number.' }): Json =>
  action(
    'stored',
    'GetParticipantInput',
    { ...prompt, StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '8' } } },
    to(next, 'sorry'),
  );
const invoke = (identifier: string, next: string, seconds = '8', more: Json = {}): Json =>
  action(
    identifier,
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'arn:f', InvocationTimeLimitSeconds: seconds, ...more },
    to(next, 'sorry'),
  );
const playlist = (next: string, parameters: Json = {}): Json =>
  action(
    'music',
    'MessageParticipantIteratively',
    {
      Messages: [{ Text: 'Please wait.' }],
      InterruptFrequencySeconds: '30',
      ...parameters,
    },
    { NextAction: next, Conditions: [equals('MessagesInterrupted', next)], Errors: [anyError(next)] },
  );
const queueHook = action(
  'hook',
  'UpdateContactEventHooks',
  { EventHooks: { CustomerQueue: 'arn:w' } },
  to('queue', 'end'),
);
const targetQueue = (next: string, failed: string): Json =>
  action('target', 'UpdateContactTargetQueue', { QueueId: 'arn:q' }, to(next, failed));
const queue = action(
  'queue',
  'TransferContactToQueue',
  {},
  {
    NextAction: 'end',
    Errors: [anyError('sorry'), { NextAction: 'sorry', ErrorType: 'QueueAtCapacity' }],
  },
);
const loop = (again: string): Json =>
  action(
    'turns',
    'Loop',
    { LoopCount: '2' },
    {
      NextAction: 'sorry',
      Conditions: [equals('ContinueLooping', again), equals('DoneLooping', 'sorry')],
    },
  );
const chain = (count: number): Json[] =>
  Array.from({ length: count }, (_, index) => logs(`a${index}`, index === count - 1 ? 'end' : `a${index + 1}`));

const sound = [say('hello', 'end'), end];
const attributes = (next: string): Json =>
  action('keep', 'UpdateContactAttributes', { Attributes: { town: 'Brest' } }, to(next, 'hello'));

const pairs: Record<string, Pair> = {
  version: {
    passes: { actions: sound },
    fails: { actions: sound, document: { ...documentOf(sound), Version: '1' } },
    says: 'version 1',
  },
  'start-action': {
    passes: { actions: sound },
    fails: { actions: sound, document: { ...documentOf(sound), StartAction: 'lost' } },
    says: '"lost" is not among',
  },
  'too-many-actions': {
    passes: { actions: [...chain(249), end] },
    fails: { actions: [...chain(250), end] },
    says: '251 actions',
  },
  'too-long': {
    passes: { actions: [say('hello', 'end', 'a'.repeat(200_000)), end] },
    fails: { actions: [say('hello', 'end', 'a'.repeat(256_000)), end] },
    says: 'more than 256000',
  },
  identifier: {
    passes: { actions: [say('Dites « bonjour »', 'end'), end] },
    fails: { actions: [say('hello (again)', 'end'), end] },
    says: 'forbidden character (',
  },
  'identifier-twice': {
    passes: { actions: sound },
    fails: { actions: [...sound, end] },
    says: 'two actions are named "end"',
  },
  'unknown-target': {
    passes: { actions: sound },
    fails: { actions: [say('hello', 'gone'), end] },
    says: 'leads to "gone"',
  },
  'unknown-action': {
    passes: { actions: sound },
    fails: { actions: [action('hello', 'PlayPrompt', {}, to('end')), end] },
    says: 'PlayPrompt is not an action',
  },
  'flow-type': {
    passes: { type: 'CUSTOMER_QUEUE', actions: [playlist('done'), done] },
    fails: { type: 'CONTACT_FLOW', actions: [playlist('end'), end] },
    says: 'not allowed in a flow of type CONTACT_FLOW',
  },
  parameters: {
    passes: { actions: [loop('turns'), sorry, end] },
    fails: {
      actions: [
        action('hook', 'UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'a', AgentHold: 'b' } }, to('end')),
        end,
      ],
    },
    says: 'exactly one hook',
  },
  'mixed-reference': {
    passes: { actions: [action('other', 'TransferToFlow', { ContactFlowId: '$.Attributes.flow' }, to('end')), end] },
    fails: { actions: [action('other', 'TransferToFlow', { ContactFlowId: 'arn/$.Attributes.flow' }, to('end')), end] },
    says: 'ContactFlowId mixes',
  },
  'next-action': {
    passes: { actions: sound },
    fails: { actions: [action('hello', 'MessageParticipant', { Text: 'Hello.' }), end] },
    says: 'has no NextAction',
  },
  operator: {
    passes: {
      actions: [compare('check', '$.Attributes.a', [equals('1', 'sorry', 'TextContains')], 'sorry'), sorry, end],
    },
    fails: { actions: [compare('check', '$.Attributes.a', [equals('1', 'sorry', 'Contains')], 'sorry'), sorry, end] },
    says: '"Contains" is not an operator',
  },
  operand: {
    passes: { actions: [compare('check', '$.Attributes.a', [equals(1, 'sorry')], 'sorry'), sorry, end] },
    fails: {
      actions: [
        compare(
          'check',
          '$.Attributes.a',
          [{ NextAction: 'sorry', Condition: { Operator: 'Equals', Operands: ['1', '2'] } }],
          'sorry',
        ),
        sorry,
        end,
      ],
    },
    says: 'not exactly one operand',
  },
  condition: {
    passes: { actions: [wholeMenu([equals('1', 'end')]), sorry, end] },
    fails: { actions: [wholeMenu([equals('12', 'end')]), sorry, end] },
    says: '"12" is not a key',
  },
  'no-time-out-branch': {
    passes: { actions: [wholeMenu(), sorry, end] },
    fails: { actions: [menu(['NoMatchingCondition', 'NoMatchingError']), sorry, end] },
    says: 'silence has no branch',
  },
  'uncovered-error': {
    passes: { actions: sound },
    fails: { actions: [action('hello', 'MessageParticipant', { Text: 'Hello.' }, { NextAction: 'end' }), end] },
    says: 'NoMatchingError has no branch',
  },
  'error-met-never': {
    passes: { actions: sound },
    fails: {
      actions: [
        action(
          'hello',
          'MessageParticipant',
          { Text: 'Hello.' },
          {
            NextAction: 'end',
            Errors: [anyError('end'), { NextAction: 'end', ErrorType: 'QueueAtCapacity' }],
          },
        ),
        end,
      ],
    },
    says: 'does not meet QueueAtCapacity',
  },
  'early-interruption': {
    passes: { type: 'CUSTOMER_QUEUE', actions: [playlist('done', { InterruptFrequencySeconds: '21' }), done] },
    fails: { type: 'CUSTOMER_QUEUE', actions: [playlist('done', { InterruptFrequencySeconds: '20' }), done] },
    says: 'after 20 s',
  },
  'function-too-slow': {
    passes: { actions: [invoke('ask', 'sorry', '8'), sorry, end] },
    fails: { actions: [invoke('ask', 'sorry', '10'), sorry, end] },
    says: '10 s',
  },
  'speech-markup': {
    passes: {
      actions: [
        action(
          'hello',
          'MessageParticipant',
          { SSML: '<speak><prosody rate="$.Attributes.r">a</prosody></speak>' },
          to('end'),
        ),
        end,
      ],
    },
    fails: { actions: [action('hello', 'MessageParticipant', { SSML: '<speak><p>a</speak>' }, to('end')), end] },
    says: '</speak> closes <p>',
  },
  'long-prompt': {
    passes: { actions: [say('hello', 'end', 'a'.repeat(3000)), end] },
    fails: { actions: [say('hello', 'end', 'a'.repeat(3001)), end] },
    says: '3001 characters',
  },
  'deaf-prompt': {
    passes: {
      actions: [
        say('hello', 'stored'),
        stored('check'),
        compare('check', '$.StoredCustomerInput', [equals('Timeout', 'sorry')], 'sorry'),
        sorry,
        end,
      ],
    },
    fails: {
      actions: [
        say('hello', 'stored'),
        stored('check', {}),
        compare('check', '$.StoredCustomerInput', [equals('Timeout', 'sorry')], 'sorry'),
        sorry,
        end,
      ],
    },
    says: 'no key is heard',
  },
  'unknown-namespace': {
    passes: { actions: [say('hello', 'end', 'For $.Attributes.town'), end] },
    fails: { actions: [say('hello', 'end', 'For $.Attribute.town'), end] },
    says: '$.Attribute is not',
  },
  'list-reference': {
    passes: { actions: [invoke('ask', 'hello'), say('hello', 'end', '$.External.first'), sorry, end] },
    fails: { actions: [invoke('ask', 'hello'), say('hello', 'end', '$.External.all[0]'), sorry, end] },
    says: '$.External.all[0]',
  },
  unreachable: {
    passes: { actions: sound },
    fails: { actions: [...sound, say('forgotten', 'end')] },
    says: 'no path leads here',
  },
  'silent-hang-up': {
    passes: { actions: [invoke('ask', 'sorry'), sorry, end] },
    fails: {
      actions: [
        say('hello', 'ask'),
        action('ask', 'InvokeLambdaFunction', { LambdaFunctionARN: 'f' }, to('sorry', 'end')),
        sorry,
        end,
      ],
    },
    says: 'without a word',
  },
  'no-way-out': {
    passes: { actions: [say('hello', 'turns'), loop('hello'), sorry, end] },
    fails: { actions: [say('hello', 'again'), say('again', 'hello')] },
    says: 'no path leads out',
  },
  'loop-without-time': {
    passes: { actions: [logs('one', 'turns'), loop('one'), sorry, end] },
    fails: {
      actions: [compare('one', '$.Attributes.a', [equals('1', 'sorry')], 'two'), logs('two', 'one'), sorry, end],
    },
    says: 'without time passing',
  },
  'playlist-first': {
    passes: { type: 'CUSTOMER_QUEUE', actions: [playlist('hello'), say('hello', 'done'), done] },
    fails: { type: 'CUSTOMER_QUEUE', actions: [say('hello', 'music'), playlist('done'), done] },
    says: 'may not come before a playlist',
  },
  'transfer-before-playlist': {
    passes: {
      type: 'CUSTOMER_QUEUE',
      actions: [
        playlist('move'),
        action('move', 'DequeueContactAndTransferToQueue', { QueueId: 'q' }, to('done')),
        done,
      ],
    },
    fails: {
      type: 'CUSTOMER_QUEUE',
      actions: [action('move', 'DequeueContactAndTransferToQueue', { QueueId: 'q' }, to('done')), done],
    },
    says: 'without having played a playlist',
  },
  'silent-functions': {
    passes: { actions: [invoke('a', 'b'), invoke('b', 'hello'), say('hello', 'c'), invoke('c', 'sorry'), sorry, end] },
    fails: { actions: [invoke('a', 'b'), invoke('b', 'c'), invoke('c', 'sorry'), sorry, end] },
    says: 'over 20 s',
  },
  'stored-timeout': {
    passes: {
      actions: [
        stored('check'),
        compare('check', '$.StoredCustomerInput', [equals('Timeout', 'sorry')], 'sorry'),
        sorry,
        end,
      ],
    },
    fails: { actions: [stored('sorry'), sorry, end] },
    says: 'stayed silent',
  },
  'no-queue': {
    passes: { actions: [targetQueue('queue', 'sorry'), queue, sorry, end] },
    fails: { actions: [targetQueue('queue', 'queue'), queue, sorry, end] },
    says: 'without a queue having been set',
  },
  'default-queue-flow': {
    passes: { actions: [{ ...queueHook, Transitions: to('queue', 'sorry') }, queue, sorry, end] },
    fails: { actions: [queue, sorry, end] },
    says: 'without having set the hook CustomerQueue',
  },
  'branch-taken-never': {
    passes: { actions: [wholeMenu([equals('1', 'end'), equals('2', 'sorry')]), sorry, end] },
    fails: { actions: [wholeMenu([equals('1', 'end'), equals('1', 'sorry')]), sorry, end] },
    says: 'two conditions are Equals "1"',
  },
  'read-before-set': {
    passes: { actions: [attributes('hello'), say('hello', 'end', 'Hello.'), end] },
    fails: { actions: [attributes('hello'), say('hello', 'end', 'In $.Attributes.town.'), end] },
    says: '$.Attributes.town is not set',
  },
};

function found({ type = 'CONTACT_FLOW', actions, document }: Example, rule: string): string[] {
  const flow = flowToCheck(JSON.stringify(document ?? documentOf(actions)), 'office', type);
  return checkFlow(flow)
    .filter((finding) => finding.rule === rule)
    .map(({ what }) => what);
}

describe('each rule', () => {
  it('has an example that passes and one that fails', () => {
    expect(Object.keys(pairs).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it.each(Object.entries(pairs))('%s', (rule, { passes, fails, says }) => {
    expect(found(passes, rule)).toEqual([]);
    expect(found(fails, rule)).toEqual([expect.stringContaining(says)]);
  });
});

it('the page of rules is that of the rules: after a change, run `npm run schema`', () => {
  expect(readFileSync('docs/flow-rules.md', 'utf8')).toBe(rulesPage());
});
