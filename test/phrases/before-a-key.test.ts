import type { Language } from '../../domain/administration/language.ts';
import { longestBeforeAKeySeconds } from '../../domain/administration/speaking-time.ts';
import type { FlowAction } from '../../lib/flows/flow-language.ts';
import { markupPrompt } from '../../local/connect/speech.ts';
import { administrations, publishedFlows } from '../flows/published-flows.ts';
import { longestAnswers } from './longest-answers.ts';

const everyLanguage = administrations.flatMap((administration) =>
  administration.languages.map(
    (language) => [`${administration.id} in ${language}`, administration, language] as const,
  ),
);

const isInput = ({ Type }: FlowAction): boolean => Type === 'GetParticipantInput';
const awaitsAKey = ({ Parameters }: FlowAction): boolean => Number(Parameters['InputTimeLimitSeconds']) > 1;

interface Asked {
  /** Flow and action. */
  name: string;
  text: string;
  seconds: number;
}

/** The prompt of an input at the usual speed, what functions answer at its longest. */
function asked(flow: string, action: FlowAction, language: Language): Asked {
  const { SSML } = action.Parameters;
  const ssml = typeof SSML === 'string' ? SSML : '';
  const whole = ssml
    .replace('$.Attributes.speechRate', '100%')
    .replaceAll(/\$\.(?:External|Attributes)\.\w+/gu, (reference) => {
      return longestAnswers(action.Identifier, reference, language);
    });
  return { name: `${flow} ${action.Identifier}`, ...markupPrompt(whole) };
}

/** What is told, and what nothing but hearing it again is awaited after. */
const tells = /^tell-booking(?:-without-sms)?$/u;

describe.each(everyLanguage)('before a key is awaited, callers of %s', (_, administration, language) => {
  const inputs = publishedFlows(administration)
    .filter(({ name }) => name.endsWith(`-${language}`))
    .flatMap(({ name, published }) =>
      published.Actions.filter((action) => isInput(action) && awaitsAKey(action)).map((action) => ({ name, action })),
    );
  const questions = inputs.filter(({ action }) => !tells.test(action.Identifier));

  it('listen for 12 s at most, even to the longest that can be said', () => {
    const long = questions
      .map(({ name, action }) => asked(name, action, language))
      .filter(({ seconds }) => seconds > longestBeforeAKeySeconds);
    expect(long).toEqual([]);
  });

  it('are asked for a key by name, or for digits, wherever one is awaited', () => {
    const silent = questions
      .map(({ name, action }) => asked(name, action, language))
      .filter(({ text }) => !/tapez|composez|press|key in|\?/iu.test(text));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('are told of no key that is gone a second later, but of those that the next menu hears too', () => {
    const passing = publishedFlows(administration)
      .filter(({ name }) => name.endsWith(`-${language}`))
      .flatMap(({ published }) => published.Actions.filter((action) => isInput(action) && !awaitsAKey(action)));
    const naming = passing.filter(({ Parameters }) => /tapez|press/u.test(JSON.stringify(Parameters)));
    expect(naming.map(({ Identifier }) => Identifier).filter((name) => !['greet', 'tell-keys'].includes(name))).toEqual(
      [],
    );
  });

  it('hear what only informs as an announcement, which goes on by itself', () => {
    const telling = inputs.filter(({ action }) => tells.test(action.Identifier));
    for (const { name, action } of telling) expect(asked(name, action, language).text).not.toMatch(/tapez|press/u);
    const answers = publishedFlows(administration)
      .filter(({ name }) => name === `inbound-${language}`)
      .flatMap(({ published }) =>
        published.Actions.filter(({ Identifier }) => /^inform-.*(?<!slower)$/u.test(Identifier)),
      );
    expect(answers.filter(awaitsAKey)).toEqual([]);
  });
});
