import { phrases as callbackPhrases } from '../../domain/callback/phrases.ts';
import { phrases as positionPhrases } from '../../domain/position/phrases.ts';
import type { FlowAction } from '../../lib/flows/flow-language.ts';
import { administrations, flowNamed, publishedFlows } from './published-flows.ts';

const textOf = (action: FlowAction | undefined): string => {
  const text = action?.Parameters['Text'];
  return typeof text === 'string' ? text : '';
};

const keysOf = (action: FlowAction) =>
  (action.Transitions.Conditions ?? []).map(({ Condition }) => Condition.Operands[0]);

const words = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length;

describe.each(administrations.map((administration) => [administration.id, administration] as const))(
  'what callers of %s hear',
  (_, administration) => {
    const flows = publishedFlows(administration).map(({ published }) => published);
    const all = flows.flatMap((document) => document.Actions);
    const menus = all.filter(
      (action) => action.Type === 'GetParticipantInput' && action.Parameters['StoreInput'] === 'False',
    );
    const inbound = flowNamed(administration, 'inbound-fr');
    const inboundAction = (identifier: string) => inbound.Actions.find((action) => action.Identifier === identifier);

    it('is never longer than Connect speaks', () => {
      expect(all.map(textOf).filter((text) => text.length > 3000)).toEqual([]);
    });

    it('offers three choices at most, besides 0 and *; a scale of five is one question', () => {
      for (const menu of menus.filter(({ Identifier }) => !Identifier.startsWith('ask-quality'))) {
        const choices = keysOf(menu).filter((key) => key !== '0' && key !== '*');
        expect({ menu: menu.Identifier, choices, tooMany: choices.length > 3 }).toMatchObject({ tooMany: false });
      }
    });

    it('names every choice of its menus, and no key that does nothing', () => {
      for (const menu of menus) {
        const text = textOf(menu);
        const named = [...text.matchAll(/tapez (\d|étoile)/gu)].map(([, key]) => (key === 'étoile' ? '*' : key));
        expect({ menu: menu.Identifier, dead: named.filter((key) => !keysOf(menu).includes(key ?? '')) }).toEqual({
          menu: menu.Identifier,
          dead: [],
        });
      }
    });

    it('repeats on * wherever it is said or a choice is made for the first time', () => {
      const repeatable = [
        'choose-subject',
        'offer-callback',
        'offer-when-closed',
        'confirm-number-1',
        'choose-of-1-round-1',
        'choose-of-2-round-1',
        'choose-of-3-round-1',
        'tell-booking',
      ];
      for (const identifier of repeatable) {
        const menu = inboundAction(identifier);
        const star = menu?.Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === '*');
        expect({ identifier, repeats: star?.NextAction }).toEqual({ identifier, repeats: identifier });
      }
    });

    it('leads to a human on 0 wherever the line is open', () => {
      const withoutZero = menus.filter((menu) => !keysOf(menu).includes('0')).map(({ Identifier }) => Identifier);
      const closedOrOver = /^(offer-when|ask-(quality|answered))/u;
      expect(withoutZero.filter((identifier) => !closedOrOver.test(identifier))).toEqual([]);
    });

    it('says who answers, that it is a machine, and the subjects in one prompt that a key interrupts', () => {
      const text = textOf(inboundAction('choose-subject'));
      expect(text).toContain(`Bonjour, ici ${administration.spokenName.fr}. Un serveur vocal vous répond.`);
      for (const { spoken, key } of administration.subjects) expect(text).toContain(`Pour ${spoken.fr}, tapez ${key}.`);
    });

    it('takes 45 s at 150 words a minute from the first ring to a booked hour', () => {
      const wait = positionPhrases('fr').wait({ kind: 'range', fromMinutes: 15, toMinutes: 20 });
      const slots = [0, 30, 60].map((start) => ({
        date: '2026-11-25',
        today: '2026-11-24',
        fromMinutes: 570 + start,
        toMinutes: 600 + start,
      }));
      const offer = textOf(inboundAction('offer-callback')).replace('$.External.announcement', wait);
      const choices = textOf(inboundAction('choose-of-3-round-1')).replace(
        '$.External.announcement',
        callbackPhrases('fr').choices(slots),
      );
      const heard = [textOf(inboundAction('choose-subject')), offer, choices].map(words);
      expect(heard.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual((45 * 150) / 60);
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
      const queue = flowNamed(administration, 'queue-fr');
      const wait = queue.Actions.find(({ Identifier }) => Identifier === 'wait');
      const seconds = [...JSON.stringify(wait?.Parameters['Messages']).matchAll(/time=\\"(\d+)s/gu)].map(([, pause]) =>
        Number(pause),
      );
      const total = seconds.reduce((sum, pause) => sum + pause, 0);
      expect(total).toBeGreaterThanOrEqual(Number(wait?.Parameters['InterruptFrequencySeconds']));
    });

    it('is kept in the ear of the agent: subject and booking dialogue are whispered', () => {
      const whisper = flowNamed(administration, 'agent-whisper-fr').Actions.map(textOf);
      expect(whisper).toContain('$.Attributes.reason');
      expect(whisper).toContain('Il était en train de choisir une heure de rappel.');
    });
  },
);
