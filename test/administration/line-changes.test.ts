import { checkLineChange } from '../../domain/administration/line-changes.ts';

const queue = { agents: { default: 1 }, handleTimeSeconds: 300, patienceSeconds: 300, hours: {} };
const rules = { queues: { allocations: queue, logement: queue } };
const now = new Date('2026-11-24T09:00:00Z');
const by = 'marie.durand@caf';
const until = '2026-11-24T18:00:00+01:00';

const check = (event: unknown) => checkLineChange(event, rules, now);
const reasonsOf = (event: unknown): string[] => {
  const answer = check(event);
  return 'reasons' in answer ? answer.reasons : [];
};

describe('a change of the line', () => {
  it('turns a switch of a queue', () => {
    const change = { change: 'switch', queue: 'logement', what: 'dialling', to: 'off', by };
    expect(check(change)).toEqual({ checked: change });
  });

  it('publishes an alert, whose one text is French, until an instant', () => {
    expect(check({ change: 'alert', text: 'Grève demain.', until, by })).toEqual({
      checked: { change: 'alert', text: { fr: 'Grève demain.' }, until: new Date('2026-11-24T17:00:00Z'), by },
    });
    const text = { fr: 'Grève demain.', en: 'Strike tomorrow.' };
    expect(check({ change: 'alert', text, until, by })).toMatchObject({ checked: { text } });
  });

  it('ends the alert', () => {
    expect(check({ change: 'endAlert', by })).toEqual({ checked: { change: 'endAlert', by } });
  });

  it('is refused with every reason at once', () => {
    expect(reasonsOf({ change: 'switch', queue: 'impots', what: 'all', to: true })).toEqual([
      'queue: one of the queues: allocations, logement',
      'what: offering or dialling',
      'to: on or off',
      expect.stringMatching(/^by: who asks/),
    ]);
    expect(reasonsOf({ change: 'alert', text: { en: '<b>', de: 'Streik' }, until: 'tomorrow', by })).toEqual([
      'text.de: languages are fr, en',
      'text.fr: a text of 1 to 300 characters',
      expect.stringMatching(/^text\.en: no "<"/),
      expect.stringMatching(/^until: an instant such as/),
    ]);
  });

  it.each([
    ['that is no event', undefined],
    ['that is a list', []],
    ['of no kind', {}],
    ['of an unknown kind', { change: 'explode', by }],
    ['of a kind that objects have', { change: 'constructor', by }],
  ])('%s is refused, not thrown upon', (_, event) => {
    expect(reasonsOf(event)[0]).toBe('change: switch, alert or endAlert');
  });

  it.each([
    ['that is over', '2026-11-24T09:00:00Z', 'later than now'],
    ['next year', '2027-11-24T09:00:00Z', 'within 31 days'],
    ['at a local time without its offset', '2026-11-24T18:00', 'an instant'],
    ['that does not exist', '2026-13-24T18:00:00Z', 'an instant'],
    ['as a number', 1795543200000, 'an instant'],
  ])('may not publish an alert until an instant %s', (_, wrong, reason) => {
    expect(reasonsOf({ change: 'alert', text: 'Grève.', until: wrong, by })).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    ['an empty text', ' '],
    ['a long text', 'x'.repeat(301)],
    ['a web address', 'Voyez caf.fr'],
    ['no text', undefined],
  ])('may not publish %s', (_, text) => {
    expect(reasonsOf({ change: 'alert', text, until, by })).toEqual([expect.stringMatching(/^text\.fr: /)]);
  });

  it.each(['', 'une phrase entière', 'x'.repeat(65), 7])('may not be asked for by %j', (who) => {
    expect(reasonsOf({ change: 'endAlert', by: who })).toEqual([expect.stringMatching(/^by: /)]);
  });
});
