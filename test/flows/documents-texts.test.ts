import { languageCodes } from '../../lib/flows/voices.ts';
import { flowTexts } from '../../lib/flows/flow-texts.ts';
import type { FlowAction } from '../../lib/flows/flow-language.ts';
import { spoken } from '../../lib/flows/subjects.ts';
import { markupPrompt } from '../../local/connect/speech.ts';
import { administrations, flowNamed, publishedFlows } from './published-flows.ts';

/** The words of a prompt, at the usual speed. */
function wordsOf(action: Pick<FlowAction, 'Parameters'> | undefined): string {
  const { Text, SSML } = action?.Parameters ?? {};
  if (typeof Text === 'string') return Text;
  return typeof SSML === 'string' ? markupPrompt(SSML.replace('$.Attributes.speechRate', '100%')).text : '';
}

const keysOf = (action: FlowAction) =>
  (action.Transitions.Conditions ?? []).map(({ Condition }) => Condition.Operands[0]);

const isMenu = (action: FlowAction): boolean =>
  action.Type === 'GetParticipantInput' && action.Parameters['StoreInput'] === 'False';

const everyLanguage = administrations.flatMap((administration) =>
  administration.languages.map(
    (language) => [`${administration.id} in ${language}`, administration, language] as const,
  ),
);

describe.each(everyLanguage)('what callers of %s hear', (_, administration, language) => {
  const flows = publishedFlows(administration)
    .filter(({ name }) => name.endsWith(`-${language}`))
    .map(({ published }) => published);
  const all = flows.flatMap((document) => document.Actions);
  const menus = all.filter(isMenu);
  const inbound = flowNamed(administration, `inbound-${language}`);
  const inboundAction = (identifier: string) => inbound.Actions.find((action) => action.Identifier === identifier);

  it('is never longer than Connect speaks', () => {
    expect(all.map(wordsOf).filter((text) => text.length > 3000)).toEqual([]);
  });

  it('offers three choices at most, besides 0, 9 and *, another time and another language; a scale of five is one question', () => {
    const besides = new Set(['0', '9', '*', '#', '4', '5', '7', '8']);
    for (const menu of menus.filter(({ Identifier }) => !Identifier.startsWith('ask-quality'))) {
      const choices = keysOf(menu).filter((key) => !besides.has(key));
      expect({ menu: menu.Identifier, choices, tooMany: choices.length > 3 }).toMatchObject({ tooMany: false });
    }
  });

  it('names no key that does nothing', () => {
    for (const menu of menus) {
      const named = [...wordsOf(menu).matchAll(/(?:tapez|press) (\d|étoile|star)/gu)].map(([, key]) =>
        key === 'étoile' || key === 'star' ? '*' : key,
      );
      expect({ menu: menu.Identifier, dead: named.filter((key) => !keysOf(menu).includes(key ?? '')) }).toEqual({
        menu: menu.Identifier,
        dead: [],
      });
    }
  });

  it('is said again on *, and more slowly on 9, in every menu, with what came before it and belongs to it', () => {
    const from = new Map([
      ['offer-mobile', 'tell-booking-landline'],
      ['what-to-do', 'tell-promise'],
      ['what-to-do-again', 'tell-promise'],
      ...administration.subjects.map(({ id }) => [`after-${id}`, `inform-${id}`] as const),
      ...administration.subjects.flatMap((one) =>
        'subjects' in one ? one.subjects.map(({ id }) => [`after-${id}`, `inform-${id}`] as const) : [],
      ),
    ]);
    for (const menu of menus) {
      const star = menu.Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === '*');
      const nine = menu.Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === '9');
      const again = from.get(menu.Identifier) ?? menu.Identifier;
      expect([star?.NextAction, nine?.NextAction]).toEqual([again, `${menu.Identifier}-slower`]);
    }
  });

  it('leads to a human on 0 wherever the line is open', () => {
    const withoutZero = menus.filter((menu) => !keysOf(menu).includes('0')).map(({ Identifier }) => Identifier);
    const closedOrOver = /^(offer-when|ask-(quality|answered))/u;
    expect(withoutZero.filter((identifier) => !closedOrOver.test(identifier))).toEqual([]);
  });

  it('says who answers, that it is a machine, and how to go on in another language', () => {
    const greeting = wordsOf(inboundAction('greet'));
    const texts = flowTexts(language).position;
    expect(greeting).toContain(texts.greeting(spoken(administration.spokenName, language)));
    const others = language === 'fr' ? administration.languages.slice(1) : [];
    for (const other of others) {
      expect(greeting).toContain(flowTexts(other).position.thisLanguage('8'));
      expect(JSON.stringify(inboundAction('greet'))).toContain(languageCodes[other]);
    }
  });

  it('names every subject of a level in one menu of three', () => {
    const texts = flowTexts(language).position;
    const levels = [
      administration.subjects,
      ...administration.subjects.flatMap((one) => ('subjects' in one ? [one.subjects] : [])),
    ];
    const said = inbound.Actions.map(wordsOf);
    for (const subjects of levels) {
      const menu = subjects.map((one) => texts.subject(spoken(one.spoken, language), one.key)).join(' ');
      expect(said).toContain(menu);
    }
  });

  it('says what 0, 9 and * do once, in the queue', () => {
    const keys = flowTexts(language).position.keys;
    expect(all.filter((action) => wordsOf(action).includes(keys)).map(({ Identifier }) => Identifier)).toEqual([
      'tell-keys',
    ]);
  });

  it('is never silence: a playlist speaks again within 15 s', () => {
    for (const playlist of all.filter(({ Type }) => Type === 'MessageParticipantIteratively')) {
      const messages = playlist.Parameters['Messages'];
      const silent = (Array.isArray(messages) ? messages : []).map((message) =>
        JSON.stringify(message).includes('break'),
      );
      expect(silent).toContain(false);
      expect(silent.some((here, index) => here && silent[index + 1] === true)).toBe(false);
    }
  });

  it('has no figure twice: the playlist of the queue lasts until the next update', () => {
    const queue = flowNamed(administration, `queue-${language}`);
    const wait = queue.Actions.find(({ Identifier }) => Identifier === 'wait');
    const seconds = [...JSON.stringify(wait?.Parameters['Messages']).matchAll(/time=\\"(\d+)s/gu)].map(([, pause]) =>
      Number(pause),
    );
    const total = seconds.reduce((sum, pause) => sum + pause, 0);
    expect(total).toBeGreaterThanOrEqual(Number(wait?.Parameters['InterruptFrequencySeconds']));
  });

  it('is briefed to the agent in French: subject, wait and language, and a callback being asked for', () => {
    const whisper = flowNamed(administration, `agent-whisper-${language}`).Actions;
    expect(whisper.map(wordsOf)).toContain('$.External.announcement');
    expect(whisper.map(wordsOf)).toContain(flowTexts('fr').callback.bookingUnderWay);
  });
});
