import { action, hangUp, say } from '../local/written-flows.ts';
import { content, hears, observation, runOn } from './written-test-cases.ts';

const heardAs = async (flow: ReturnType<typeof say>, event: Record<string, unknown>) =>
  (await runOn([flow, hangUp], content(observation('message', event)))).failures;
const spoken = say('speak', 'Pour choisir une heure de rappel, tapez 2. Sinon, restez en ligne.', 'hang-up');
const message = (Properties: Record<string, unknown>) => ({ Type: 'MessageReceived', Properties });

const recorded = (parameters: Record<string, unknown>) =>
  action('play', 'MessageParticipant', parameters, { next: 'hang-up', errors: { NoMatchingError: 'hang-up' } });

describe('a message', () => {
  it('includes words whatever their accents, capitals and punctuation, but no part of a word', async () => {
    expect(await heardAs(spoken, hears('Une HEURE de rappel tapez 2'))).toEqual([]);
    expect(await heardAs(spoken, hears('une heure de rappel, tapez 21'))).toHaveLength(1);
    expect(await heardAs(spoken, hears('une heure de rap'))).toHaveLength(1);
    expect(await heardAs(spoken, hears('restez en ligne. Pour choisir'))).toHaveLength(1);
  });

  it('is similar where three words in four are the same, and not where they are fewer', async () => {
    const similar = 'Pour choisir une autre heure de rappel, tapez 2. Sinon, restez en ligne.';
    expect(await heardAs(spoken, hears(similar, 'Similarity'))).toEqual([]);
    expect(await heardAs(spoken, hears('Pour choisir une heure, tapez 2.', 'Similarity'))).toEqual([
      '"message" was not observed before the call ended: a message like « Pour choisir une heure, tapez 2. »; ' +
        'heard instead: « Pour choisir une heure de rappel, tapez 2. Sinon, restez en ligne. »',
    ]);
  });

  it('may be written as speech markup', async () => {
    const criteria = { MatchingCriteria: { Type: 'Inclusion' } };
    const markup = (SSML: string) => message({ SSML, ...criteria });
    expect(await heardAs(spoken, markup('<speak>restez <break time="1s"/>en ligne</speak>'))).toEqual([]);
    expect(await heardAs(spoken, markup('<speak>partez</speak>'))).toHaveLength(1);
  });

  it('may be a recording, by the name of its prompt or its place', async () => {
    expect(await heardAs(recorded({ PromptId: 'beep' }), message({ PromptId: 'beep' }))).toEqual([]);
    expect(await heardAs(recorded({ PromptId: 'beep' }), message({ PromptId: 'other' }))).toHaveLength(1);
    const Media = { Uri: 's3://prompts/beep.wav', SourceType: 'S3', MediaType: 'Audio' };
    expect(await heardAs(recorded({ Media }), message({ Media }))).toEqual([]);
  });
});
