import { type RunningCentre, runCentre } from '../running-centre.ts';
import { action, end, flowArn, hangUp, say, toQueue, type WrittenAction, written } from '../written-flows.ts';
import { call, failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const step = (type: string, parameters: Record<string, unknown>, next = 'tell', identifier = 'step'): WrittenAction =>
  action(identifier, type, parameters, { next, errors: toFailure });
const tell = (text: string): WrittenAction => say('tell', text, 'hang-up');
const large = 'x'.repeat(31 * 1024);

const before = ({ centre }: RunningCentre) => centre.faults.throttleAttributes();

const set = (Attributes: Record<string, string>, extra: Record<string, unknown> = {}) =>
  step('UpdateContactAttributes', { Attributes, ...extra });

it.each([
  [{ a: 'un $.CustomerEndpoint.Address' }, '[un +33612345678]'],
  [{ a: large }, `[${large}]`],
  [{ a: `${large}${large}` }, 'erreur'],
  [{ 'a.b': 'x' }, 'erreur'],
  [{ $a: 'x' }, 'erreur'],
])('%#: set, or refused whole', async (attributes, text) => {
  await expect(heardIn([set(attributes), tell('[$.Attributes.a]'), failure], { seconds: 9000 })).resolves.toEqual([
    text,
  ]);
});

describe('attributes of a contact', () => {
  it('are not set at all where one of them cannot be', async () => {
    const { centre, contactId } = await call([set({ good: 'x', 'bad.key': 'y' }), tell('x'), failure]);
    expect(centre.attributes(contactId)).toEqual({});
  });

  it('are an error while their store is throttled', async () => {
    await expect(heardIn([set({ a: 'x' }), tell('x'), failure], { before })).resolves.toEqual(['erreur']);
  });

  it('can be those of the contact that this one has to do with', async () => {
    const related = runCentre({
      flows: {
        inbound: written(...toQueue()),
        task: written(
          { ...set({ from: 'tâche' }, { TargetContact: 'Related' }), Transitions: { NextAction: 'hang-up' } },
          hangUp,
        ),
      },
    });
    const { contactId } = related.centre.ring('+33612345678');
    await related.pass(1);
    related.centre.startTaskContact({
      flowId: 'task',
      name: 'a',
      attributes: {},
      references: {},
      delaySeconds: 0,
      clientToken: 't',
      relatedContactId: contactId,
    });
    await related.pass(1);
    expect(related.centre.attributes(contactId)).toEqual({ from: 'tâche' });
    await expect(heardIn([set({ a: 'x' }, { TargetContact: 'Related' }), tell('x'), failure])).resolves.toEqual([
      'erreur',
    ]);
  });

  it('are refused of any other contact', () => {
    for (const type of ['UpdateContactAttributes', 'UpdateContactData'])
      expect(refusalOf([step(type, { TargetContact: 'Other' }, 'hang-up'), failure, hangUp])).toContain(
        `TargetContact of ${type} is Current or Related, not Other`,
      );
  });
});

describe('attributes of a flow', () => {
  it('are texts with references, each beside the others', async () => {
    const flow = [
      step('UpdateFlowAttributes', { FlowAttributes: { a: { Type: 'String', Value: '$.ContactId' } } }, 'more'),
      step('UpdateFlowAttributes', { FlowAttributes: { b: { Value: 'deux' } } }, 'tell', 'more'),
      tell('[$.FlowAttributes.a][$.FlowAttributes.b]'),
      failure,
    ];
    const { heard, contactId, centre } = await call(flow);
    expect(heard()).toEqual([`[${contactId}][deux]`]);
    expect(centre.attributes(contactId)).toEqual({});
  });
});

describe('tags of a contact', () => {
  const six = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, `${key}1`]));

  it('are read, changed and removed', async () => {
    const flow = [
      step('TagContact', { Tags: { topic: 'aide', place: '$.CustomerEndpoint.Type' } }, 'change'),
      step('TagContact', { Tags: { topic: 'logement' } }, 'remove', 'change'),
      step('UntagContact', { TagKeys: ['place'] }, 'tell', 'remove'),
      tell('[$.Tags.topic][$.Tags.place]'),
      failure,
    ];
    await expect(heardIn(flow)).resolves.toEqual(['[logement][]']);
  });

  it('are six at most, and then none more is set', async () => {
    const flow = [
      step('TagContact', { Tags: six }, 'more'),
      step('TagContact', { Tags: { g: 'g1' } }, 'tell', 'more'),
      tell('x'),
      { ...failure, Parameters: { Text: '[$.Tags.g][$.Tags.a]' } },
    ];
    await expect(heardIn(flow)).resolves.toEqual(['[][a1]']);
  });

  it.each(['UnTagContact', 'UntagContact'])('that are not there are an error of %s', async (type) => {
    await expect(heardIn([step(type, { TagKeys: ['none'] }), tell('x'), failure])).resolves.toEqual(['erreur']);
  });

  it.each([
    ['TagContact', {}, 'has no Tags'],
    ['TagContact', { Tags: { ...six, g: 'x' } }, 'sets 6 tags at most'],
    ['TagContact', { Tags: { 'aws:owner': 'x' } }, "aws:owner is a tag of the service's own"],
    ['UnTagContact', {}, 'UnTagContact has no TagKeys'],
    ['UntagContact', { TagKeys: [] }, 'UntagContact has no TagKeys'],
  ])('%s %j is refused', (type, parameters, reason) => {
    expect(refusalOf([step(type, parameters, 'hang-up'), failure, hangUp])).toContain(reason);
  });
});

describe('data of a contact', () => {
  it('are read by references, those to documents by their names', async () => {
    const data = {
      Name: 'Ana',
      Description: 'un appel',
      LanguageCode: 'fr-FR',
      CustomerId: 'c-1',
      References: { site: { Type: 'URL', Value: 'https://exemple.fr' }, note: 'bref' },
    };
    const flow = [
      step('UpdateContactData', data),
      tell('$.Name, $.Description, $.LanguageCode, $.CustomerId, $.References.site.Value, $.References.note.Value'),
      failure,
    ];
    await expect(heardIn(flow)).resolves.toEqual(['Ana, un appel, fr-FR, c-1, https://exemple.fr, bref']);
  });

  it('are an error of an unknown language, and of a related contact where there is none', async () => {
    for (const data of [{ LanguageCode: 'xx-XX' }, { Name: 'a', TargetContact: 'Related' }])
      await expect(heardIn([step('UpdateContactData', data), tell('x'), failure])).resolves.toEqual(['erreur']);
  });

  it('of services that are not here are accepted; others are refused by name', () => {
    expect(
      refusalOf([
        step('UpdateContactData', { WisdomSessionArn: 'a', IsVoiceIdStreamingEnabled: 'FALSE' }, 'hang-up'),
        failure,
        hangUp,
      ]),
    ).toBe('');
    expect(refusalOf([step('UpdateContactData', { Mood: 'a' }, 'hang-up'), failure, hangUp])).toContain(
      'Mood of UpdateContactData is not implemented',
    );
  });
});

describe('references', () => {
  it.each([
    ['$.AwsRegion $.Channel $.InitiationMethod', 'eu-central-1 VOICE INBOUND'],
    ['$.InstanceARN', 'arn:aws:connect:eu-central-1:111111111111:instance/i'],
    ['$.SystemEndpoint.Address $.SystemEndpoint.Type', '+33199000000 TELEPHONE_NUMBER'],
    ['$.CallbackNumber $.CustomerCallBackPhoneNumber', '+33612345678 +33612345678'],
    ["$.SegmentAttributes['connect:Subtype']", 'connect:Telephony'],
    ['$.Media.Sip.Headers.From[$.Media.Sip.Headers.JIP]', 'sip:+33612345678@localhost[]'],
    ['$.TextToSpeechVoiceId [$.Agent.UserName][$.Task.ContactId]', 'Joanna [][]'],
    ["$['CustomerEndpoint']['Address'] $.CustomerEndpoint.['Type']", '+33612345678 TELEPHONE_NUMBER'],
    ['[$.External.none][$.LambdaInvocation.InvocationId][$.Modules.Result][$.Metrics.Queue.Size]', '[][][][]'],
    ['5 $ et $.', '5 $ et $.'],
  ])('%s: %s', async (text, heard) => {
    await expect(heardIn([tell(text)])).resolves.toEqual([heard]);
  });

  it('to the number to call back lead to the one that the flow has set', async () => {
    const flow = [
      step('UpdateContactAttributes', { Attributes: { n: '+33698765432' } }, 'number'),
      action(
        'number',
        'UpdateContactCallbackNumber',
        { CallbackNumber: '$.Attributes.n' },
        { next: 'tell', errors: { InvalidCallbackNumber: 'failure', CallbackNumberNotDialable: 'failure' } },
      ),
      tell('$.CallbackNumber'),
      failure,
    ];
    await expect(heardIn(flow)).resolves.toEqual(['+33698765432']);
  });

  it('to the agent lead somewhere in whispers', async () => {
    const flows = {
      whisper: flowOf('CUSTOMER_WHISPER', say('who', '$.Agent.UserName, $.Agent.FirstName', 'end'), end),
    };
    const running = await call(toQueue({ CustomerWhisper: 'whisper' }).slice(0, -1), { flows, seconds: 2 });
    const agent = running.centre.logIn('Claire');
    await running.pass(1);
    agent.accept();
    await running.pass(5);
    expect(running.heard().at(-1)).toBe('Claire, Claire');
  });

  it('to the last task lead to its contact', async () => {
    const flow = [step('CreateTask', { ContactFlowId: flowArn('task'), Name: 'a' }), tell('$.Task.ContactId'), failure];
    const { heard, centre } = await call(flow, { flows: { task: written(hangUp) } });
    expect(centre.describeContact(heard()[0] ?? '')?.channel).toBe('TASK');
  });
});
