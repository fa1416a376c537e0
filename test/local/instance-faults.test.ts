import type { FlowTransition } from '../../local/connect/branch.ts';
import { type RunningCentre, runCentre } from './running-centre.ts';
import {
  action,
  end,
  flowArn,
  hangUp,
  menu,
  queueArn,
  say,
  toQueue,
  type WrittenAction,
  written,
} from './written-flows.ts';

/** What a call takes of one action, once `breaks` has broken something. */
async function takenWith(
  tested: WrittenAction,
  breaks: (running: RunningCentre) => void,
  before: WrittenAction[] = [],
): Promise<FlowTransition['taken'] | undefined> {
  const running = runCentre({
    flows: {
      inbound: written(...before, tested, say('well', 'bien', 'hang-up'), say('wrong', 'mal', 'hang-up'), hangUp),
      other: written(hangUp),
    },
  });
  breaks(running);
  return transitionFrom(running, tested.Identifier);
}

async function transitionFrom({ centre, pass }: RunningCentre, identifier: string) {
  const transitions: FlowTransition[] = [];
  centre.onTransition((transition) => transitions.push(transition));
  centre.ring('+33612345678');
  await pass(60);
  return transitions.find((transition) => transition.action === identifier)?.taken;
}

const branches = { next: 'well', errors: { InputTimeLimitExceeded: 'well', NoMatchingError: 'wrong' } };
const error = { error: 'NoMatchingError' };
const prompt = action('say', 'MessageParticipant', { Text: 'Bonjour.' }, branches);
const hours = action('hours', 'CheckHoursOfOperation', { HoursOfOperationId: 'office' }, branches);
const queue = action('queue', 'UpdateContactTargetQueue', { QueueId: queueArn('allocations') }, branches);
const attributes = action('set', 'UpdateContactAttributes', { Attributes: { a: '1' } }, branches);
const language = action('language', 'UpdateContactData', { LanguageCode: 'fr-FR' }, branches);
const voice = action('voice', 'UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Lea' }, branches);
const silence = action('silence', 'MessageParticipant', { SSML: '<speak><break time="1s"/></speak>' }, branches);
const recording = action('recording', 'MessageParticipant', { PromptId: 'beep' }, branches);
const input = action('input', 'GetParticipantInput', { Text: 'Tapez 1.', StoreInput: 'False' }, branches);
const askedByRecording = action('asked', 'GetParticipantInput', { PromptId: 'beep', StoreInput: 'False' }, branches);
const hook = action(
  'hook',
  'UpdateContactEventHooks',
  { EventHooks: { CustomerRemaining: flowArn('other') } },
  branches,
);

const breakOthers = ({ centre: { faults } }: RunningCentre): void => {
  faults.refuseSpeech({ containing: 'Bonsoir' });
  faults.refuseSpeech({ contactId: 'another' });
  faults.throttleAttributes({ contactId: 'another' });
  faults.withdrawVoice('Remi');
  faults.vanish('queue', 'logement');
  faults.vanish('hours', 'allocations');
};
const fillAttributes = ({ centre }: RunningCentre): void => {
  centre.onInputAsked((contactId) => centre.updateAttributes(contactId, { much: 'x'.repeat(32 * 1024 - 4) }));
};

describe('a fault of the services behind the instance', () => {
  it.each<[string, WrittenAction, (running: RunningCentre) => void]>([
    ['speech, of a prompt', prompt, ({ centre }) => centre.faults.refuseSpeech()],
    ['speech, of some words', prompt, ({ centre }) => centre.faults.refuseSpeech({ containing: 'jour' })],
    ['speech, of silence', silence, ({ centre }) => centre.faults.refuseSpeech()],
    ['speech, before an input', input, ({ centre }) => centre.faults.refuseSpeech()],
    ['a prompt that vanished', recording, ({ centre }) => centre.faults.vanish('prompt', 'beep')],
    [
      'a prompt that vanished, before an input',
      askedByRecording,
      ({ centre }) => centre.faults.vanish('prompt', 'beep'),
    ],
    ['a voice', voice, ({ centre }) => centre.faults.withdrawVoice('Lea')],
    ['a language', language, ({ centre }) => centre.faults.withdrawLanguage('fr-FR')],
    ['the attributes', attributes, ({ centre }) => centre.faults.throttleAttributes()],
    ['a queue, by its ARN', queue, ({ centre }) => centre.faults.vanish('queue', queueArn('allocations'))],
    ['hours, by their name', hours, ({ centre }) => centre.faults.vanish('hours', 'office')],
    ['a flow, by its id', hook, ({ centre }) => centre.faults.vanish('flow', 'other')],
  ])('takes the error of the action: %s', async (_what, tested, breaks) => {
    await expect(takenWith(tested, breaks)).resolves.toEqual(error);
    await expect(takenWith(tested, () => undefined)).resolves.not.toEqual(error);
    await expect(takenWith(tested, (running) => (breaks(running), running.centre.faults.clear()))).resolves.not.toEqual(
      error,
    );
  });

  it('touches nothing that it does not name', async () => {
    for (const tested of [prompt, attributes, voice, queue, hours]) {
      await expect(takenWith(tested, breakOthers)).resolves.toBe('NextAction');
    }
  });

  it('lasts as often as told', async () => {
    const running = runCentre({
      flows: {
        inbound: written(
          action('one', 'MessageParticipant', { Text: 'un' }, { next: 'two', errors: { NoMatchingError: 'two' } }),
          say('two', 'deux', 'hang-up'),
          hangUp,
        ),
      },
    });
    running.centre.faults.refuseSpeech({ times: 1 });
    await expect(transitionFrom(running, 'one')).resolves.toEqual(error);
    expect(running.heard()).toEqual(['deux']);
  });

  it('hits a transfer to a flow that vanished', async () => {
    const tested = action('go', 'TransferToFlow', { ContactFlowId: flowArn('other') }, branches);
    await expect(takenWith(tested, ({ centre }) => centre.faults.vanish('flow', 'other'))).resolves.toEqual(error);
  });

  it('hits a transfer to an outside number, whatever that number does', async () => {
    const tested = action(
      'transfer',
      'TransferParticipantToThirdParty',
      { ThirdPartyPhoneNumber: '+33199000050', ContinueFlowExecution: 'True' },
      branches,
    );
    await expect(takenWith(tested, ({ centre }) => centre.faults.refuseTransfers())).resolves.toEqual(error);
  });

  it('hits the attributes once another program has filled them', async () => {
    const before = [menu('ask', 'Tapez 1.', {}, 'set')];
    await expect(takenWith(attributes, fillAttributes, before)).resolves.toEqual(error);
  });
});

describe('a language or a voice that does not exist', () => {
  it('is refused', async () => {
    const unknownLanguage = action('language', 'UpdateContactData', { LanguageCode: 'fr' }, branches);
    const unknownVoice = action(
      'voice',
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: '$.Attributes.none' },
      branches,
    );
    await expect(takenWith(unknownLanguage, () => undefined)).resolves.toEqual(error);
    await expect(takenWith(unknownVoice, () => undefined)).resolves.toEqual(error);
  });
});

describe('a queue', () => {
  const errors = { QueueAtCapacity: 'full', NoMatchingError: 'gone' };
  const flows = {
    inbound: written(
      ...toQueue().filter(({ Identifier }) => Identifier === 'set-queue'),
      action('queue', 'TransferContactToQueue', {}, { errors }),
      say('full', 'complet', 'hang-up'),
      say('gone', 'disparue', 'hang-up'),
      hangUp,
    ),
  };

  it('that vanishes once it is the target cannot be joined', async () => {
    const { centre, heard, pass } = runCentre({ flows });
    centre.onTransition(({ action: of }) => of === 'set-queue' && centre.faults.vanish('queue', 'allocations'));
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual(['disparue']);
  });

  it('that is filled takes nobody, and then again', async () => {
    const { centre, heard, pass } = runCentre({ flows });
    centre.faults.fillQueue('allocations', 1);
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual(['complet']);
    centre.ring('+33612345679');
    await pass(10);
    expect(centre.queueSizes()[0]?.waiting).toBe(1);
  });
});

describe('the loop of a queue flow whose speech fails', () => {
  it('is left by its error, and the end of the flow leaves the caller waiting in silence', async () => {
    const loop = action(
      'loop',
      'MessageParticipantIteratively',
      { Messages: [{ Text: 'Patientez.' }], InterruptFrequencySeconds: '30' },
      { when: { MessagesInterrupted: 'end' }, errors: { NoMatchingError: 'end' } },
    );
    const { centre, heard, events, pass } = runCentre({
      flows: {
        inbound: written(...toQueue({ CustomerQueue: 'wait' })),
        wait: { type: 'CUSTOMER_QUEUE', content: written(loop, end) },
      },
    });
    centre.ring('+33612345678');
    await pass(10);
    centre.faults.refuseSpeech();
    await pass(600);
    expect(heard().length).toBeGreaterThan(1);
    expect(events.filter(({ kind }) => kind === 'error')).toEqual([]);
    expect(centre.queueSizes()[0]?.waiting).toBe(1);
  });
});
