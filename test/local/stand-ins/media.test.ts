import { answers, runCentre } from '../running-centre.ts';
import { action, hangUp, invoke, written } from '../written-flows.ts';
import { ask, asked, refusal } from './answered-flows.ts';

const allTypes = ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_HOLD', 'MODULE'];

const record = (parameters: Record<string, unknown>) =>
  asked('UpdateContactRecordingAndAnalyticsBehavior', parameters, {
    errors: ['NoMatchingError', 'ChannelMismatch', 'InFlightRedactionConfigurationFailed'],
  });

describe('UpdateContactRecordingAndAnalyticsBehavior', () => {
  const voice = { VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } } };
  const chat = { ChatBehavior: { ChatAnalyticsBehavior: { Enabled: 'True' } } };
  const screen = { ScreenRecordingBehavior: { ScreenRecordedParticipants: ['Agent'] } };

  it('records nothing and goes on, and says so', async () => {
    const { took, told } = await ask(record(voice));
    expect(took).toBe('next');
    expect(told[0]?.service).toBe('Contact Lens');
  });

  it('knows which contacts a behaviour is for', async () => {
    expect((await ask(record(chat))).took).toBe('ChannelMismatch');
    expect((await ask(record(voice), { place: 'task' })).took).toBe('ChannelMismatch');
    expect((await ask(record(voice), { place: 'guide' })).took).toBe('ChannelMismatch');
    expect((await ask(record(chat), { place: 'guide' })).took).toBe('next');
    expect((await ask(record({ EmailBehavior: {} }))).took).toBe('ChannelMismatch');
    expect((await ask(record(screen), { place: 'task' })).took).toBe('next');
    expect((await ask(record({ ...voice, ...screen }))).took).toBe('next');
  });

  it('meets its errors; in-flight redaction fails only for a chat', async () => {
    expect((await ask(record(voice), { answers: [{ error: 'NoMatchingError' }] })).took).toBe('NoMatchingError');
    const redaction: [object] = [{ error: 'InFlightRedactionConfigurationFailed' }];
    const { took } = await ask(record(chat), { place: 'guide', answers: redaction });
    expect(took).toBe('InFlightRedactionConfigurationFailed');
    const { running } = await ask(record(voice), { answers: redaction });
    expect(running.events.find(({ kind }) => kind === 'error')?.text).toContain('not InFlightRedaction');
  });

  it('is refused with two channels, and with nothing set', () => {
    expect(refusal(record({ ...voice, ...chat }))).toContain('sets one of VoiceBehavior, ChatBehavior');
    expect(refusal(record({}))).toContain('sets no behavior');
    for (const type of allTypes) expect(refusal(record(voice), type)).toBeUndefined();
  });
});

describe('UpdateContactMediaProcessing', () => {
  const process = asked(
    'UpdateContactMediaProcessing',
    { ChatProcessor: { ProcessingEnabled: 'True', LambdaProcessorARN: 'arn' } },
    { errors: ['NoMatchingError', 'ChannelMismatch'] },
  );

  it('is for chats alone', async () => {
    expect((await ask(process)).took).toBe('ChannelMismatch');
    expect((await ask(process, { place: 'guide' })).took).toBe('next');
    expect((await ask(process, { place: 'guide', answers: [{ error: 'NoMatchingError' }] })).took).toBe(
      'NoMatchingError',
    );
  });

  it('is refused without a processor', () => {
    expect(refusal(asked('UpdateContactMediaProcessing'))).toContain('has no ChatProcessor');
    for (const type of allTypes) expect(refusal(process, type)).toBeUndefined();
  });
});

const parameters = (MediaStreamingState: string) => ({
  MediaStreamingState,
  MediaStreamType: 'Audio',
  Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }],
});

describe('UpdateContactMediaStreamingBehavior', () => {
  const start = asked('UpdateContactMediaStreamingBehavior', parameters('Enabled'));
  const audio = '$.MediaStreams.Customer.Audio';

  it('gives flows a stream that begins with it', async () => {
    const { took, heard, told } = await ask(start, {
      reads: `${audio}.StreamARN <${audio}.StartTimestamp> <${audio}.StartFragmentNumber> <${audio}.StopTimestamp>`,
    });
    expect(took).toBe('next');
    expect(heard).toMatch(/stream\/stand-in\/0 <\d{13}> <1> <>$/);
    expect(told[0]?.service).toBe('Kinesis Video Streams');
  });

  it('ends it, and gives it to functions, also in the next flow', async () => {
    const given: unknown[] = [];
    const { centre, pass } = runCentre({
      flows: {
        inbound: written(
          action('start', 'UpdateContactMediaStreamingBehavior', parameters('Enabled'), 'go'),
          action('go', 'TransferToFlow', { ContactFlowId: 'second' }),
        ),
        second: written(
          action('stop', 'UpdateContactMediaStreamingBehavior', parameters('Disabled'), 'ask'),
          invoke('ask', 'look', {}, { next: 'hang-up' }),
          hangUp,
        ),
      },
      lambdas: {
        look: (event) => {
          given.push(
            (event as { Details: { ContactData: { MediaStreams: unknown } } }).Details.ContactData.MediaStreams,
          );
          return answers({})(event);
        },
      },
    });
    centre.ring('+33612345678');
    await pass(10);
    const time = expect.stringMatching(/^\d{13}$/) as unknown;
    expect(given).toEqual([
      {
        Customer: {
          Audio: {
            StreamARN: 'arn:aws:kinesisvideo:eu-central-1:111111111111:stream/stand-in/0',
            StartTimestamp: time,
            StartFragmentNumber: '1',
            StopTimestamp: time,
          },
        },
      },
    ]);
  });

  it('is for calls alone, and begins nothing where it fails', async () => {
    expect((await ask(start, { place: 'guide' })).took).toBe('NoMatchingError');
    const { took, heard } = await ask(start, {
      answers: [{ error: 'NoMatchingError' }],
      reads: `<${audio}.StreamARN>`,
    });
    expect([took, heard]).toEqual(['NoMatchingError', 'mal <>']);
    const { heard: said } = await ask(start, {
      answers: [{ values: { StreamARN: 'arn:other' } }],
      reads: `${audio}.StreamARN`,
    });
    expect(said).toBe('arn:other');
  });

  it('is refused in holds, and with what is no stream', () => {
    expect(refusal(start, 'AGENT_HOLD')).toContain('is not allowed in a flow of type AGENT_HOLD');
    for (const type of ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', 'MODULE'])
      expect(refusal(start, type)).toBeUndefined();
    expect(refusal(asked('UpdateContactMediaStreamingBehavior', parameters('On')))).toContain('not On');
    expect(refusal(asked('UpdateContactMediaStreamingBehavior'))).toContain('MediaStreamType is Audio');
  });
});
