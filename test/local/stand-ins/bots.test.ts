import type { Clock } from '../../../local/clock.ts';
import type { Telephone } from '../../../local/connect/centre.ts';
import { readScript } from '../../../local/script.ts';
import { ScriptedCaller } from '../../../local/scripted-caller.ts';
import { runCentre } from '../running-centre.ts';
import { hangUp, say, written, type WrittenAction } from '../written-flows.ts';
import { ask, asked, refusal } from './answered-flows.ts';

const bot = { LexV2Bot: { AliasArn: 'arn:aws:lex:eu-central-1:111111111111:bot-alias/BOT/ALIAS' } };
const errors = ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'];
const talk = (parameters: Record<string, unknown> = {}, results = ['Reserve', 'Cancel']) =>
  asked('ConnectParticipantWithLexBot', { Text: 'Que voulez-vous ?', ...bot, ...parameters }, { results, errors });

const read = '<$.Lex.IntentName> <$.Lex.Slots.day>';
const flowOf = (tested: WrittenAction) =>
  written(tested, say('read', read, 'hang-up'), say('wrong', `mal ${read}`, 'hang-up'), hangUp);

/** A caller who does this once the bot listens. */
async function answeredBy(act: (telephone: Telephone, clock: Clock) => void, { tested = talk(), after = 1 } = {}) {
  const running = runCentre({ flows: { inbound: flowOf(tested) } });
  let expects: string | undefined;
  const telephone = running.centre.ring('+33612345678');
  running.centre.onInputAsked((_, asking) => {
    expects = asking.expects;
    running.clock.at(running.clock.now() + (asking.promptSeconds + after) * 1000, () => act(telephone, running.clock));
  });
  await running.pass(120);
  return { ...running, expects, last: running.heard().at(-1) };
}

const reserves = (telephone: Telephone) => telephone.say('Reserve');

describe('a caller before the stand-in of a bot', () => {
  it('says an intent with its slots, which the flow reads', async () => {
    const { heard, expects } = await answeredBy((telephone) => telephone.say('Cancel', { day: 'mardi' }));
    expect(heard()).toEqual(['Que voulez-vous ?', '<Cancel> <mardi>']);
    expect(expects).toBe('intent');
  });

  it('chooses by keys, the first branch of the flow by 1: at once after #, else after a pause', async () => {
    const { last, events } = await answeredBy((telephone) => telephone.press('2#'));
    expect(last).toBe('<Cancel> <>');
    expect(events.find(({ kind }) => kind === 'pressed')?.text).toBe('2#');
    expect((await answeredBy((telephone) => telephone.press('1'))).last).toBe('<Reserve> <>');
  });

  it.each([
    ['a key for which there is no branch', (telephone: Telephone) => telephone.press('7#')],
    ['the key that takes back what was pressed', (telephone: Telephone) => telephone.press('1*')],
    ['an intent for which there is no branch', (telephone: Telephone) => telephone.say('Complain')],
    ['silence', () => undefined],
  ])('is not understood by %s', async (_, act) => {
    const { last } = await answeredBy(act);
    expect(last).toMatch(/^mal <(FallbackIntent|Complain)>/);
  });

  it('is heard by a flow that has a branch for whom the bot does not understand', async () => {
    const { last } = await answeredBy(() => undefined, { tested: talk({}, ['Reserve', 'FallbackIntent']) });
    expect(last).toBe('<FallbackIntent> <>');
  });

  it('has the time that the flow gives to begin to speak', async () => {
    expect((await answeredBy(reserves, { after: 4 })).last).toBe('mal <FallbackIntent> <>');
    const tested = talk({ LexSessionAttributes: { 'x-amz-lex:audio:start-timeout-ms:*:*': '8000' } });
    expect((await answeredBy(reserves, { tested, after: 4 })).last).toBe('<Reserve> <>');
  });

  it('is done once the key is pressed that takes back what was pressed', async () => {
    const { last } = await answeredBy((telephone, clock) => {
      telephone.press('1*');
      clock.at(clock.now() + 1000, () => telephone.say('Reserve'));
    });
    expect(last).toBe('mal <FallbackIntent> <>');
  });

  it('is no answering machine: that one says nothing', async () => {
    const { centre, heard, pass } = runCentre({ flows: { inbound: written(hangUp), called: flowOf(talk()) } });
    centre.onOutboundCall((call) => {
      const machine = call.answer('machine');
      centre.onInputAsked(() => machine.say('Reserve'));
    });
    centre.startOutboundVoiceContact({
      to: '+33612345678',
      flowId: 'called',
      queueId: 'allocations',
      attributes: {},
      clientToken: 'once',
      ringTimeoutSeconds: 20,
    });
    await pass(60);
    expect(heard()).toEqual(['Que voulez-vous ?', 'mal <FallbackIntent> <>']);
  });

  it('says what a script has it say', async () => {
    const { centre, clock, heard, pass } = runCentre({ flows: { inbound: flowOf(talk()) } });
    const script = { number: '+33612345678', tokens: readScript('sCancel'), answers: [] };
    new ScriptedCaller(centre, clock, script).ring();
    await pass(60);
    expect(heard().at(-1)).toBe('<Cancel> <>');
  });

  it('speaks in vain where no bot listens', async () => {
    const { heard, centre, pass } = runCentre({
      flows: { inbound: written(say('say', 'Bonjour.', 'hang-up'), hangUp) },
    });
    centre.ring('+33612345678').say('Reserve');
    await pass(10);
    expect(heard()).toEqual(['Bonjour.']);
  });
});

describe('ConnectParticipantWithLexBot', () => {
  it('is answered by a script: intent, slots, session attributes over those of the flow, whatever else Lex tells', async () => {
    const tested = talk({ LexSessionAttributes: { who: '$.CustomerEndpoint.Type', kept: 'oui' } });
    const values = {
      Slots: { city: 'Lyon' },
      SessionAttributes: { who: 'Ana' },
      SentimentResponse: { Scores: { Negative: 0.9 } },
    };
    const { took, heard, told } = await ask(tested, {
      answers: [{ result: 'Reserve', values }],
      reads:
        '$.Lex.IntentName $.Lex.Slots.city $.Lex.SessionAttributes.who $.Lex.SessionAttributes.kept ' +
        '$.Lex.DialogState $.Lex.SentimentResponse.Scores.Negative',
    });
    expect(took).toBe('Reserve');
    expect(heard).toBe('Reserve Lyon Ana oui Fulfilled 0.9');
    expect(told).toEqual([{ service: 'Amazon Lex', text: 'stand-in for ConnectParticipantWithLexBot: Reserve' }]);
  });

  it.each(errors.filter((error) => error !== 'NoMatchingCondition'))('meets %s', async (error) => {
    expect((await ask(talk(), { answers: [{ error }] })).took).toBe(error);
  });

  it('takes the branch for what no condition names', async () => {
    expect((await ask(talk(), { answers: [{ result: 'Complain' }] })).took).toBe('NoMatchingCondition');
    expect((await ask(talk({}, []), { answers: [{ result: 'Complain' }] })).took).toBe('NoMatchingCondition');
  });

  it('fails where Connect does: a task, a speech of more than 55 seconds, a chat with no first message', async () => {
    const answers: [object] = [{ result: 'Reserve' }];
    expect((await ask(talk(), { place: 'task', answers })).took).toBe('NoMatchingError');
    const long = talk({ LexSessionAttributes: { 'x-amz-lex:audio:max-length-ms:*:*': '55001' } });
    expect((await ask(long, { answers })).took).toBe('NoMatchingError');
    const begun = talk({ LexInitializationData: { InitialMessage: '$.Media.InitialMessage' } });
    expect((await ask(begun, { place: 'guide', answers })).took).toBe('NoMatchingError');
    expect((await ask(begun, { answers })).took).toBe('Reserve');
  });

  it('waits in a chat as long as the flow says', async () => {
    const { took } = await ask(talk({ LexTimeoutSeconds: { Text: '300' } }), { place: 'guide' });
    expect(took).toBe('InputTimeLimitExceeded');
    const late = await ask(talk({ LexTimeoutSeconds: { Text: '700' } }), { place: 'guide' });
    expect(late.took).toBeUndefined();
  });

  it('hears a caller who waits', async () => {
    expect((await ask(talk(), { place: 'queue', answers: [{ result: 'Cancel' }] })).took).toBe('Cancel');
  });

  it('takes bots of both versions, in contact, transfer and queue flows', () => {
    const first = { Text: 'Bonjour.', LexBot: { Name: 'B', Region: 'eu-central-1', Alias: 'A' } };
    const old = asked('ConnectParticipantWithLexBot', first, { errors });
    for (const type of ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE', 'MODULE'])
      expect(refusal(old, type)).toBeUndefined();
    for (const type of ['AGENT_WHISPER', 'CUSTOMER_HOLD']) expect(refusal(talk(), type)).toContain('is not allowed in');
  });

  it('is refused without a bot, and without anything to say', () => {
    const mute = asked('ConnectParticipantWithLexBot');
    expect(refusal(mute)).toContain('neither LexV2Bot nor LexBot');
    expect(refusal(mute)).toContain('none of PromptId, Text, SSML, Media, LexInitializationData');
  });
});

describe('ConnectParticipantWithAgenticCX', () => {
  const converse = asked('ConnectParticipantWithAgenticCX', {}, { results: ['Escalation'], errors });

  it('is over at once, and well, unless a script says otherwise', async () => {
    expect((await ask(converse)).took).toBe('next');
    const values = { ContextVariables: { order: '42' } };
    const { took, heard } = await ask(converse, {
      answers: [{ result: 'Escalation', values }],
      reads: '<$.AgenticCX.ContextVariables.order>',
    });
    expect([took, heard]).toEqual(['Escalation', '<42>']);
    for (const error of errors) expect((await ask(converse, { answers: [{ error }] })).took).toBe(error);
  });

  it('fails in a task, and is refused where only an agent listens', async () => {
    expect((await ask(converse, { place: 'task' })).took).toBe('NoMatchingError');
    for (const type of ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'MODULE']) expect(refusal(converse, type)).toBeUndefined();
    for (const type of ['AGENT_HOLD', 'AGENT_WHISPER']) expect(refusal(converse, type)).toContain('is not allowed in');
  });
});
