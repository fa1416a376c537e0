import { markupPrompt, spokenPrompt } from '../../local/connect/speech.ts';
import { action, hangUp, say, written } from './written-flows.ts';
import { runCentre } from './running-centre.ts';

const tenWords = 'un deux trois quatre cinq six sept huit neuf dix';
const spoken = (inner: string) => markupPrompt(`<speak>${inner}</speak>`);

describe('speech markup', () => {
  it.each([
    ['80%', 5],
    ['100%', 4],
    ['200%', 2],
    ['x-slow', 8],
    ['slow', 4 / 0.75],
    ['medium', 4],
    ['fast', 3.2],
    ['x-fast', 4 / 1.5],
  ])('at the rate %s takes ten words in %d s', (rate, seconds) => {
    const prompt = spoken(`<prosody rate="${rate}">${tenWords}</prosody>`);
    expect(prompt.text).toBe(tenWords);
    expect(prompt.seconds).toBeCloseTo(seconds);
  });

  it('takes the words outside at the pace of the voice, and rates within one another multiplied', () => {
    expect(spoken(`${tenWords} <prosody rate="50%">${tenWords}</prosody>`).seconds).toBeCloseTo(12);
    expect(spoken(`<prosody rate="50%"><prosody rate="50%">${tenWords}</prosody></prosody>`).seconds).toBeCloseTo(16);
  });

  it('is heard without its tags, its comments and its entities', () => {
    expect(
      spoken('Le <say-as interpret-as="date">24</say-as><!-- jour --> <w role=\'x\'>mai</w> &amp; l&#39;an.').text,
    ).toBe("Le 24 mai & l'an.");
  });

  it.each([
    ['a tag that is not closed', '<speak>un <prosody rate="80%">deux</speak>', '</speak> closes <prosody>'],
    ['no end', '<speak>un', '<speak> is not closed'],
    ['tags that cross', '<speak><p><s>un</p></s></speak>', '</p> closes <s>'],
    ['a tag that is not begun', '<speak>un</p></speak>', '</p> closes <speak>'],
    ['no speak around it', 'un <break time="1s"/>', 'not one speak'],
    ['two of them', '<speak>un</speak><speak>deux</speak>', 'not one speak'],
    ['text after it', '<speak>un</speak> deux <p/>', 'not one speak'],
    ['an attribute without quotes', '<speak><break time=1s/></speak>', 'is not markup'],
    ['a bare ampersand', '<speak>un & deux</speak>', 'a bare &'],
    ['an unknown rate', '<speak><prosody rate="doucement">un</prosody></speak>', '"doucement" is not a rate'],
    ['an empty rate', '<speak><prosody rate="">un</prosody></speak>', '"" is not a rate'],
    ['a rate too slow', '<speak><prosody rate="10%">un</prosody></speak>', '"10%" is not a rate'],
    ['a time that is none', '<speak><break time="5"/></speak>', '"5" is not a time'],
  ])('is refused: %s', (_what, ssml, reason) => {
    expect(() => markupPrompt(ssml)).toThrow(reason);
  });

  it('is not looked for in plain text', () => {
    expect(spokenPrompt('<un & deux>').text).toBe('<un & deux>');
  });
});

describe('a flow that speaks markup', () => {
  const flows = {
    inbound: written(
      action('set', 'UpdateContactAttributes', { Attributes: { rate: '80%' } }, 'slow'),
      action(
        'slow',
        'MessageParticipant',
        { SSML: `<speak><prosody rate="$.Attributes.rate">${tenWords}</prosody></speak>` },
        { next: 'unset', errors: { NoMatchingError: 'hang-up' } },
      ),
      action(
        'unset',
        'GetParticipantInput',
        {
          SSML: '<speak><prosody rate="$.Attributes.none">un</prosody></speak>',
          StoreInput: 'False',
          InputTimeLimitSeconds: '5',
        },
        { next: 'hang-up', errors: { NoMatchingError: 'refused', InputTimeLimitExceeded: 'hang-up' } },
      ),
      say('refused', 'Refusé.', 'hang-up'),
      hangUp,
    ),
  };

  it('resolves references first, and takes its error where what is left is no markup', async () => {
    const { centre, events, pass } = runCentre({ flows });
    centre.ring('+33612345678');
    await pass(20);
    expect(events.filter(({ kind }) => kind === 'heard')).toMatchObject([
      { text: tenWords },
      { text: 'Refusé.', at: '2026-11-24T10:00:05.000+01:00' },
    ]);
  });
});
