import {
  lineInForce,
  supervisorButtons,
  supervisorResults,
  supervisorScreen,
} from '../../domain/administration/phrases/supervisors-fr.ts';
import { supervisorChoices } from '../../domain/administration/supervisor-choice.ts';
import { agentChoice } from '../../domain/sms/agent-choice.ts';
import { agentResults, agentScreen } from '../../domain/sms/phrases/agents-fr.ts';
import { clocks, dates, today } from './extreme-values.ts';

/** Every text of a set, those that take values with extreme ones. */
function textsIn(set: unknown): string[] {
  if (typeof set === 'string') return [set];
  return typeof set === 'object' && set !== null ? Object.values(set).flatMap(textsIn) : [];
}
const ends = dates.flatMap((date) => clocks.map((minutes) => [date, today, minutes] as const));
const filledIn = [
  ...ends.map((end) => supervisorResults.alert(...end)),
  ...ends.map((end) => lineInForce.alert('Nos bureaux sont en grève.', ...end)),
  lineInForce.queue('allocations', { offering: 'on', dialling: 'off' }),
  lineInForce.queue('allocations', { offering: 'off', dialling: 'on' }),
];
const screens = [agentScreen, agentResults, supervisorScreen, supervisorButtons, supervisorResults, lineInForce];
const everything = [...screens.flatMap(textsIn), ...filledIn];
const results = [...textsIn(agentResults), ...textsIn(supervisorResults), ...filledIn];

/** The names that people press, with the longest that a file may give. */
const longestName = 'x'.repeat(31);
const buttons = [agentChoice(longestName), ...supervisorChoices([longestName])];

describe('what agents and supervisors read on a screen', () => {
  it('is French, without what an office says, and whole', () => {
    const wrong = /\b[Vv]euillez\b|\b(?:the|your|sent|error|back)\b|[<>&{}]|undefined|NaN| {2}|\$\.|’/u;
    expect(everything.filter((text) => wrong.test(text) || text.trim() !== text || text === '')).toEqual([]);
  });

  it('tells what came of something in sentences', () => {
    expect(results.filter((text) => !/^[\p{Lu}].*\.$/su.test(text))).toEqual([]);
  });

  it('names each button as no other, in what a view may hold', () => {
    expect(new Set(buttons).size).toBe(buttons.length);
    expect(buttons.filter((words) => words.length > 80 || !/^[\p{L}\p{N}' :-]+$/u.test(words))).toEqual([]);
  });
});
