import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action, documentOf, type Json } from './exported-flows.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'rappel-flows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Ran {
  status: number | null;
  /** Every line of standard output. */
  lines: string[];
  errors: string;
}

/** The command as a user gives it. */
function flow(...words: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/rappel.ts', 'flow', ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), errors: stderr };
}

const run = (...words: string[]): Ran => flow('run', ...words, '--at', '2026-11-24T10:05');
const heard = ({ lines }: Ran): string => lines.join('\n');

const error = (NextAction: string, ErrorType = 'NoMatchingError'): Json => ({ NextAction, ErrorType });
const equals = (operand: string, NextAction: string): Json => ({
  NextAction,
  Condition: { Operator: 'Equals', Operands: [operand] },
});
const say = (identifier: string, Text: string, next: string): Json =>
  action(identifier, 'MessageParticipant', { Text }, { NextAction: next, Errors: [error(next)] });

const townHall = documentOf(
  [
    action(
      'hours',
      'CheckHoursOfOperation',
      { HoursOfOperationId: 'arn:hours' },
      {
        NextAction: 'shut',
        Conditions: [equals('True', 'menu'), equals('False', 'shut')],
        Errors: [error('shut')],
      },
    ),
    say('shut', 'The town hall is closed.', 'bye'),
    action(
      'menu',
      'GetParticipantInput',
      { Text: 'Parks, 1. Permits, 2.', StoreInput: 'False', InputTimeLimitSeconds: 5 },
      {
        NextAction: 'late',
        Conditions: [equals('1', 'parks'), equals('2', 'permit')],
        Errors: [error('late', 'InputTimeLimitExceeded'), error('late', 'NoMatchingCondition'), error('late')],
      },
    ),
    action(
      'permit',
      'InvokeLambdaFunction',
      { LambdaFunctionARN: 'arn:aws:lambda:eu-west-2:1:function:permits', InvocationTimeLimitSeconds: '3' },
      {
        NextAction: 'told',
        Errors: [error('unknown')],
      },
    ),
    say('told', 'Your permit is $.External.state, $.Attributes.name.', 'bye'),
    say('unknown', 'We do not know.', 'bye'),
    say('late', 'Nothing was pressed.', 'bye'),
    action(
      'parks',
      'TransferToFlow',
      { ContactFlowId: 'arn:aws:connect:eu-west-2:1:instance/a/contact-flow/b' },
      { NextAction: 'late', Errors: [error('late')] },
    ),
    action('bye', 'DisconnectParticipant'),
  ],
  {
    type: 'contactFlow',
    name: 'Town hall',
    ActionMetadata: { parks: { parameters: { ContactFlowId: { displayName: 'Parks' } } } },
  },
);
const main = file('town-hall.json', { Name: 'Town hall', Type: 'CONTACT_FLOW', Content: JSON.stringify(townHall) });
const parks = file(
  'parks.json',
  `\uFEFF${JSON.stringify(documentOf([say('hello', 'The parks are open.', 'bye'), action('bye', 'DisconnectParticipant')], { name: 'Parks' }))}`,
);

describe('flow run', () => {
  it('presses the keys of a script, and ends with what became of the call', () => {
    const call = run(main, '--press', '9');
    expect(heard(call)).toContain('Parks, 1. Permits, 2.');
    expect(heard(call)).toContain('Nothing was pressed.');
    expect(call.lines.at(-1)).toContain('the call is over: told');
    expect(call.status).toBe(0);
  });

  it('plays closed hours', () => {
    expect(heard(run(main, '--press', '', '--hours', 'closed'))).toContain('The town hall is closed.');
  });

  it('names a function without an answer, and takes its error branch', () => {
    const call = run(main, '--press', '2');
    expect(heard(call)).toContain('function permits: error, no answer is given for permits (--lambda)');
    expect(heard(call)).toContain('We do not know.');
  });

  it('answers for functions, by name or by ARN, and sets attributes from files', () => {
    const lambda = file('lambda.json', { permits: { state: 'granted' } });
    const attributes = file('attributes.json', { name: 'Ada' });
    expect(heard(run(main, '--press', '2', '--lambda', lambda, '--attributes', attributes))).toContain(
      'Your permit is granted, Ada.',
    );
    const late = file('late.json', { 'arn:aws:lambda:eu-west-2:1:function:permits': 'timeout' });
    expect(heard(run(main, '--press', '2', '--lambda', late))).toContain('function permits: timeout');
  });

  it('goes on into another flow of the files, by the name that the console gives it', () => {
    expect(heard(run(main, parks, '--press', '1'))).toContain('The parks are open.');
    const again = `${folder}/./town-hall.json`;
    expect(heard(run(main, parks, again, '--press', '1'))).toContain('The parks are open.');
  });

  it('ends as transferred where that flow is not among the files, and names it', () => {
    expect(run(main, '--press', '1').lines.at(-1)).toContain('transferred (transferred to Parks)');
  });

  it('answers for a function in the order of a list, the last one again and again', () => {
    const again = documentOf([
      action(
        'turns',
        'Loop',
        { LoopCount: '3' },
        {
          NextAction: 'bye',
          Conditions: [equals('ContinueLooping', 'ask'), equals('DoneLooping', 'bye')],
        },
      ),
      action(
        'ask',
        'InvokeLambdaFunction',
        { LambdaFunctionARN: 'permits' },
        { NextAction: 'told', Errors: [error('bye')] },
      ),
      say('told', 'Number $.External.number.', 'turns'),
      action('bye', 'DisconnectParticipant'),
    ]);
    const lambda = file('list.json', { permits: [{ number: '1' }, { number: '2' }] });
    const said = heard(run(file('again.json', again), '--press', '', '--lambda', lambda)).match(/Number \d/g);
    expect(said).toEqual(['Number 1', 'Number 2', 'Number 2']);
  });

  it('lets an agent hear what an agent would hear', () => {
    const hold = documentOf([
      action('music', 'MessageParticipantIteratively', { Messages: [{ Text: 'The caller waits.' }] }),
    ]);
    expect(heard(run(file('hold.json', hold), '--press', 'w5 x', '--type', 'AGENT_HOLD'))).toContain(
      '(agent) “The caller waits.”',
    );
  });

  it('says why an error branch was taken', () => {
    const queueless = documentOf([
      action(
        'queue',
        'TransferContactToQueue',
        {},
        { NextAction: 'bye', Errors: [error('bye'), error('bye', 'QueueAtCapacity')] },
      ),
      action('bye', 'DisconnectParticipant'),
    ]);
    expect(heard(run(file('queueless.json', queueless), '--press', ''))).toContain(
      '→ NoMatchingError: no target queue',
    );
  });

  it('hears a queue flow by waiting, and a whisper by being answered', () => {
    const music = action('music', 'MessageParticipantIteratively', { Messages: [{ PromptId: 'arn:prompt/slow.wav' }] });
    expect(heard(run(file('queue.json', documentOf([music])), '--press', 'w60 x'))).toContain('“[prompt slow.wav]”');
    const whisper = documentOf([say('say', 'From $.Queue.Name.', 'end'), action('end', 'EndFlowExecution')]);
    const call = run(file('whisper.json', whisper), '--press', '', '--type', 'AGENT_WHISPER');
    expect(heard(call)).toContain('(agent) “From queue.”');
  });

  it('tells events as JSON, with exactly one end', () => {
    const events = run(main, '--press', '9', '--json').lines.map((line) => JSON.parse(line) as { kind: string });
    expect(events.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
  });

  it('fails where the caller is dropped, and where a document is invalid', () => {
    const dropped = documentOf([
      action('say', 'MessageParticipant', { Text: '$.External.nothing' }, { NextAction: 'say' }),
    ]);
    expect(run(file('dropped.json', dropped), '--press', '').status).toBe(1);
    const invalid = run(file('invalid.json', { Version: '2019-10-30', StartAction: 'x', Actions: [] }), '--press', '');
    expect(invalid).toMatchObject({ status: 1, errors: expect.stringContaining('start action "x"') as string });
  });

  it.each([
    ['cut.json', '{"Actions": [', /^flow cut: not JSON: .*\n$/],
    ['former.json', { modules: [], version: '1', start: 'a' }, /^flow former: it is in the former format .*\n$/],
  ])('says in one sentence why %s cannot be read', (name, content, sentence) => {
    const refused = run(main, file(name, content), '--press', '1');
    expect(refused).toMatchObject({ status: 1, lines: [] });
    expect(refused.errors).toMatch(sentence);
  });

  it('refuses every file that is no flow at once', () => {
    const { errors } = run(file('one.json', ''), file('two.json', '[]'), '--press', '');
    expect(errors).toBe('flow one: it is empty\nflow two: not a JSON object\n');
  });

  it.each([
    ['no file', [], 'flow -- run <file'],
    ['a file that is not there', ['gone.json'], 'gone.json'],
    ['an option that does not exist', [main, '--loud'], '--loud'],
    ['a type that does not exist', [main, '--type', 'FAX'], '--type "FAX"'],
    [
      'answers of functions that are none',
      [main, '--lambda', file('odd.json', { a: 3 })],
      'a: the answer is an object',
    ],
  ])('refuses %s, with status 2', (_, words, says) => {
    const refused = run(...words);
    expect(refused.status).toBe(2);
    expect(refused.errors).toContain(says);
  });
});

describe('flow check', () => {
  it('tells errors from advice, why and how, and fails on errors alone', () => {
    const fine = flow('check', main);
    expect(fine.status).toBe(0);
    expect(heard(fine)).toContain('Connect would publish it (0 errors');
    const wrong = flow('check', file('wrong.json', documentOf([action('a', 'PlayPrompt')])));
    expect(wrong.status).toBe(1);
    expect(heard(wrong)).toMatch(/error: unknown-action[\s\S]*Why: [\s\S]*How: /);
  });

  it('prints one JSON object for each finding', () => {
    const { lines } = flow('check', '--json', file('bare.json', documentOf([action('a', 'DisconnectParticipant')])));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ action: 'a', rule: 'silent-hang-up', severity: 'advice' }),
    ]);
  });

  it('reads no file that is not there', () => {
    expect(flow('check', 'gone.json')).toMatchObject({ status: 2 });
  });
});

it('another word is refused', () => {
  expect(flow('walk', main).status).toBe(2);
});
