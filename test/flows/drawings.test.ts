import { readdirSync, readFileSync } from 'node:fs';
import { mermaid } from '../../flow-language/drawing/mermaid.ts';
import { parseObject, readActions } from '../../flow-language/read-flow.ts';
import { lineNumber } from '../../domain/administration/line-numbers.ts';
import { administrationsIn } from '../../local/administrations.ts';
import { readAssembly } from '../../local/assembly/read-assembly.ts';
import { flowPages } from '../../local/drawing/flow-pages.ts';
import { cafAssembly } from '../calls/synthesised.ts';
import { action, documentOf, type Json } from '../flow-command/exported-flows.ts';

const drawn = (...actions: Json[]): string[] => {
  const document = parseObject(JSON.stringify(documentOf(actions)));
  return mermaid({ startAction: String(document.StartAction), actions: readActions(document) }).split('\n');
};
const end = action('the end', 'DisconnectParticipant');
const error = (ErrorType: string): Json => ({ ErrorType, NextAction: 'the end' });

describe('the drawing of a flow', () => {
  it('has a box for each action, in words, and begins where the call begins', () => {
    const lines = drawn(
      action('hello', 'MessageParticipant', { SSML: '<speak>Bonjour</speak>' }, { NextAction: 'the end' }),
      end,
    );
    expect(lines).toEqual([
      'flowchart TD',
      '  start(("call")) --> a0',
      '  a0["Say “Bonjour”"]',
      '  a1(["Hang up"])',
      '  a0 --> a1',
    ]);
  });

  it('says on each arrow what leads there, and dashes those of errors alone', () => {
    const menu = action(
      'menu',
      'GetParticipantInput',
      { Text: 'Tapez 1.' },
      {
        NextAction: 'the end',
        Conditions: [{ NextAction: 'menu', Condition: { Operator: 'Equals', Operands: ['1'] } }],
        Errors: [error('NoMatchingCondition'), error('InputTimeLimitExceeded')],
      },
    );
    expect(drawn(menu, end)).toEqual(expect.arrayContaining(['  a0 -->|"1"| a0', '  a0 -->|"else, silence"| a1']));
    const say = action(
      'say',
      'MessageParticipant',
      { Text: 'a' },
      { NextAction: 'say', Errors: [error('NoMatchingError')] },
    );
    expect(drawn(say, end)).toEqual(expect.arrayContaining(['  a0 --> a0', '  a0 -.->|"error"| a1']));
  });

  it('holds nothing that would end a label, or make it too long', () => {
    const lines = drawn(
      action('say', 'MessageParticipant', { Text: `a "b" #c ${'d'.repeat(80)}` }, { NextAction: 'the end' }),
      end,
    );
    expect(lines[2]).toMatch(/^ {2}a0\["Say “a #34;b#34; #35;c d+…"\]$/);
  });
});

it('the pages of docs/flows are those of the flows: after a change, run `npm run flow -- draw`', async () => {
  const administration = administrationsIn('administrations').find(({ id }) => id === 'caf');
  if (administration === undefined) throw new Error('no CAF');
  const deployment = readAssembly(await cafAssembly(), 'Rappel-caf', { number: lineNumber(administration) });
  const pages = flowPages(administration, deployment);
  expect(readdirSync('docs/flows/caf').toSorted()).toEqual([...pages.keys()].toSorted());
  const stale = [...pages].filter(([file, page]) => readFileSync(`docs/flows/caf/${file}`, 'utf8') !== page);
  expect(stale.map(([file]) => file)).toEqual([]);
}, 60_000);
