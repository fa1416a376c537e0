import type { RunningCentre } from '../running-centre.ts';
import { action, end, flowArn, hangUp, say, toQueue, type WrittenAction } from '../written-flows.ts';
import { call, failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const fine = say('fine', 'oui', 'hang-up');
const setting = (type: string, parameters: Record<string, unknown>, next = 'fine'): WrittenAction =>
  action('set', type, parameters, { next, errors: toFailure });

const hook = (name: string, flow = 'other', extra: Record<string, unknown> = {}, next = 'fine') =>
  setting('UpdateContactEventHooks', { EventHooks: { [name]: flowArn(flow) }, ...extra }, next);
const flows = { other: flowOf('AGENT_WHISPER', say('tell', 'un appel', 'end'), end) };

describe('a hook', () => {
  it.each([
    'AgentHold',
    'AgentWhisper',
    'CustomerHold',
    'CustomerQueue',
    'CustomerRemaining',
    'CustomerWhisper',
    'DefaultAgentUI',
    'DisconnectAgentUI',
    'PauseContact',
    'ResumeContact',
  ])('%s can be set, to a flow that is there', async (name) => {
    await expect(heardIn([hook(name), fine, failure], { flows })).resolves.toEqual(['oui']);
    await expect(heardIn([hook(name, 'nowhere'), fine, failure], { flows })).resolves.toEqual(['erreur']);
  });

  it.each([
    ['false', ['un appel']],
    ['true', []],
  ])('whose execution is disabled (%s) is not run', async (DisableExecution, whispered) => {
    const disabled = { EventHooksConfiguration: { AgentWhisper: { DisableExecution } } };
    const actions = [hook('AgentWhisper', 'other', disabled, 'set-queue'), ...toQueue().slice(0, -1), failure];
    const running = await call(actions, { flows, seconds: 2 });
    const agent = running.centre.logIn('Claire');
    await running.pass(1);
    agent.accept();
    await running.pass(5);
    expect(running.heard('agent')).toEqual(whispered);
    expect(agent.talking).toBe(true);
  });

  it('is set one at a time, and is one that exists', () => {
    const two = setting('UpdateContactEventHooks', { EventHooks: { AgentHold: 'a', AgentWhisper: 'b' } }, 'hang-up');
    expect(refusalOf([two, failure, hangUp])).toContain('sets exactly one hook');
    expect(refusalOf([hook('CustomerNap', 'other', {}, 'hang-up'), failure, hangUp])).toContain(
      'CustomerNap is no hook',
    );
  });
});

const before = ({ centre }: RunningCentre) => centre.faults.withdrawVoice('Lea');

describe('a voice', () => {
  it.each([
    ['Lea', 'oui Lea'],
    ['$.Attributes.none', 'erreur'],
    ['Nobody', 'erreur'],
  ])('%s: %s', async (TextToSpeechVoice, text) => {
    const tell = say('fine', 'oui $.TextToSpeechVoiceId', 'hang-up');
    await expect(
      heardIn([
        setting('UpdateContactTextToSpeechVoice', { TextToSpeechVoice, TextToSpeechEngine: 'Neural' }),
        tell,
        failure,
      ]),
    ).resolves.toEqual([text]);
  });

  it('is an error once the service has withdrawn it', async () => {
    await expect(
      heardIn([setting('UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Lea' }), fine, failure], { before }),
    ).resolves.toEqual(['erreur']);
  });
});

describe('what is logged and recorded', () => {
  it.each([
    ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Disabled' }],
    [
      'UpdateContactRecordingBehavior',
      { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] }, AnalyticsBehavior: { Enabled: 'True' } },
    ],
  ])('%s lets the call go on', async (type, parameters) => {
    await expect(heardIn([setting(type, parameters), fine, failure])).resolves.toEqual(['oui']);
  });

  it('recording is set in no whisper but the outbound one, and in no hold', () => {
    const record = { ...setting('UpdateContactRecordingBehavior', {}), Transitions: { NextAction: 'set' } };
    for (const type of ['AGENT_WHISPER', 'CUSTOMER_WHISPER', 'CUSTOMER_HOLD'])
      expect(refusalOf([record], type)).toContain('is not allowed');
    expect(refusalOf([record], 'OUTBOUND_WHISPER')).toBe('');
    expect(
      refusalOf([{ ...setting('UpdateFlowLoggingBehavior', {}), Transitions: { NextAction: 'set' } }], 'CUSTOMER_HOLD'),
    ).toBe('');
  });
});
