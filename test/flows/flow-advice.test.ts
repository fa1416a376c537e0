import { flowAdvice } from '../../lib/flows/flow-advice.ts';
import type { ContactFlowType } from '../../lib/flows/flow-language.ts';
import { flow, type Actions } from '../../lib/flows/flow.ts';
import { invoke } from '../../lib/flows/invocation.ts';
import { menu } from '../../lib/flows/listening.ts';
import { disconnect, endFlow } from '../../lib/flows/queueing.ts';
import { playAgainAndAgain, say } from '../../lib/flows/speaking.ts';
import { plainSpeech } from '../../lib/flows/speech.ts';
import { lambdas } from './published-flows.ts';

const hello = plainSpeech('Bonjour.');
const end = disconnect();
const interrupted = (next: string) =>
  playAgainAndAgain({ messages: [hello], interrupt: { everySeconds: 60, next }, error: 'end' });
const check = (next: string) =>
  invoke(lambdas, { lambda: 'checkNumber', parameters: { number: '1', language: 'fr' }, next, error: 'tell' });
const tell = say({ says: hello, next: 'end', error: 'end' });

const adviceOn = <Type extends ContactFlowType>(type: Type, ...parts: Actions<Type>[]): string[] =>
  flowAdvice([{ name: 'f', type, document: flow('f', type, ...parts) }]);

describe('a flow of ours is refused at synthesis', () => {
  it('for an action that no path leads to', () => {
    expect(adviceOn('CONTACT_FLOW', { tell, end, forgotten: tell })).toEqual([
      'f forgotten: no path leads here (unreachable)',
    ]);
  });

  it('for a playlist that a prompt may come before, or that an interruption leads back to after asking', () => {
    const first = say({ says: hello, next: 'wait', error: 'wait' });
    const refused = ['f wait: comes after an action that may not come before a playlist (playlist-first)'];
    expect(adviceOn('CUSTOMER_QUEUE', { first, wait: interrupted('end'), end: endFlow() })).toEqual(refused);
    const asks = menu({ name: 'ask', says: hello, keys: {}, silence: 'wait', otherKey: 'end', error: 'end' });
    expect(adviceOn('CUSTOMER_QUEUE', { wait: interrupted('ask') }, asks, { end: endFlow() })).toEqual(refused);
  });

  it('for functions that may run 24 s without a word, not for 16', () => {
    expect(adviceOn('CONTACT_FLOW', { one: check('two'), two: check('tell'), tell, end })).toEqual([]);
    const three = { one: check('two'), two: check('three'), three: check('tell'), tell, end };
    expect(adviceOn('CONTACT_FLOW', three)).toEqual([expect.stringMatching(/^f one: .*\(silent-functions\)$/)]);
  });

  it('for functions that call one another in a circle', () => {
    expect(adviceOn('CONTACT_FLOW', { one: check('one'), tell, end })).toContainEqual(
      expect.stringContaining('silent-functions'),
    );
  });

  it('for hanging up without a word, but where nobody listens', () => {
    expect(adviceOn('CONTACT_FLOW', { end })).toEqual([expect.stringContaining('(silent-hang-up)')]);
    const document = flow('agent-guide-fr', 'CONTACT_FLOW', { end });
    expect(flowAdvice([{ name: 'agent-guide-fr', type: 'CONTACT_FLOW', document }])).toEqual([]);
  });
});
