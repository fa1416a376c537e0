import { runCentre, type RunningCentre } from './running-centre.ts';
import { createCallback, endings, setNumber } from './callback-flows.ts';
import { action, end, flowArn, hangUp, queueArn, say, toQueue, type WrittenAction, written } from './written-flows.ts';

const target = toQueue().filter(({ Identifier }) => Identifier === 'set-queue');
const setTarget = (next: string): WrittenAction =>
  action('target', 'UpdateContactTargetQueue', { QueueId: queueArn('allocations') }, next);

/** A call whose flow asks for a callback to the number in an attribute. */
async function promised(
  {
    number = '+33612345679',
    from = '+33612345678',
    parameters = {},
  }: { number?: string | undefined; from?: string; parameters?: Record<string, unknown> },
  breaks: (running: RunningCentre) => void = () => undefined,
): Promise<RunningCentre & { contactId: string }> {
  const running = runCentre({
    flows: {
      inbound: written(
        action('set', 'UpdateContactAttributes', { Attributes: { number } }, 'target'),
        setTarget('set-number'),
        setNumber('$.Attributes.number', 'create'),
        createCallback(parameters),
        ...endings,
      ),
      aside: { type: 'CUSTOMER_QUEUE', content: written(end) },
      creation: written(...toQueue({}, 'logement')),
      silent: written(say('aloud', 'Personne n’écoute.', 'hang-up'), hangUp),
    },
  });
  breaks(running);
  const { contactId } = running.centre.ring(from);
  await running.pass(30);
  return { ...running, contactId };
}
const heardOf = async (...asked: Parameters<typeof promised>): Promise<string[]> => (await promised(...asked)).heard();

describe('a callback number', () => {
  it.each([
    ['+33612345679', 'Vous serez rappelé.'],
    ['0612345679', 'Numéro invalide.'],
    ['+331', 'Numéro invalide.'],
    ['Timeout', 'Numéro invalide.'],
    ['', 'Numéro invalide.'],
    ['+14155550100', 'Numéro refusé.'],
  ])('"%s": %s', async (number, text) => {
    await expect(heardOf({ number })).resolves.toEqual([text]);
  });

  it('is what is rung, in place of the caller’s own', async () => {
    const { centre, pass } = await promised({});
    const rung: string[] = [];
    centre.onOutboundCall(({ to }) => rung.push(to));
    const agent = centre.logIn('Vous');
    await pass(1);
    agent.accept();
    await pass(5);
    expect(rung).toEqual(['+33612345679']);
  });

  it('is the caller’s own where none is set; a withheld number cannot be called back', async () => {
    const flows = {
      inbound: written(
        ...target.map((each) => ({ ...each, Transitions: { NextAction: 'create' } })),
        createCallback(),
        ...endings,
      ),
    };
    for (const [from, text] of [
      ['+33612345678', 'Vous serez rappelé.'],
      ['anonymous', 'Impossible.'],
    ] as const) {
      const { centre, heard, pass } = runCentre({ flows });
      centre.ring(from);
      await pass(30);
      expect(heard()).toEqual([text]);
    }
  });

  it('is one reference', () => {
    const flows = { inbound: written(setNumber('+33612345678', 'create'), createCallback(), ...endings) };
    expect(() => runCentre({ flows })).toThrow('CallbackNumber is one reference');
  });
});

describe('a callback that is created', () => {
  it('joins the target queue after its delay, with Connect’s own words, where no flow creates it', async () => {
    const { centre, heard, pass, contactId } = await promised({ parameters: { InitialCallDelaySeconds: '60' } });
    expect(centre.queueSizes()[0]?.waiting).toBe(0);
    await pass(60);
    expect(centre.queueSizes()[0]?.waiting).toBe(1);
    centre.onOutboundCall((call) => call.answer('caller'));
    const agent = centre.logIn('Vous');
    await pass(1);
    agent.accept();
    await pass(5);
    expect(heard('agent')).toEqual(["[Connect's default AgentWhisper flow]"]);
    expect(heard().at(-1)).toBe("[Connect's default OutboundWhisper flow]");
    expect(centre.associatedContacts(contactId)).toHaveLength(2);
  });

  it('goes to the queue that the action or its creation flow names, and takes no time for its delay then', async () => {
    const named = await promised({ parameters: { QueueId: queueArn('logement') } });
    const sent = await promised({
      parameters: { ContactFlowId: flowArn('creation'), InitialCallDelaySeconds: '3600' },
    });
    for (const { centre } of [named, sent]) expect(centre.queueSizes().map(({ waiting }) => waiting)).toEqual([0, 1]);
  });

  it('shows the number that the action names', async () => {
    const { centre, pass } = await promised({ parameters: { CallerId: '+33199000009' } });
    const from: string[] = [];
    centre.onOutboundCall((call) => from.push(call.from));
    const agent = centre.logIn('Vous');
    await pass(1);
    agent.accept();
    await pass(5);
    expect(from).toEqual(['+33199000009']);
  });

  it.each<[string, Record<string, unknown>, (running: RunningCentre) => void]>([
    ['a full queue', {}, ({ centre }) => centre.faults.fillQueue('allocations')],
    ['a queue that vanished', { QueueId: 'logement' }, ({ centre }) => centre.faults.vanish('queue', 'logement')],
    ['no such queue', { QueueId: 'nowhere' }, () => undefined],
    ['no such creation flow', { ContactFlowId: 'nowhere' }, () => undefined],
    ['a creation flow of another type', { ContactFlowId: flowArn('aside') }, () => undefined],
  ])('is an error for %s, and nothing is promised', async (_what, parameters, breaks) => {
    const { centre, heard, outcome, contactId } = await promised({ parameters }, breaks);
    expect(heard()).toEqual(['Impossible.']);
    expect(outcome()).toBe('told');
    expect(centre.associatedContacts(contactId)).toHaveLength(1);
  });

  it('whose creation flow speaks takes the error of that prompt: nobody is on the line', async () => {
    const { events, heard, contactId } = await promised({ parameters: { ContactFlowId: flowArn('silent') } });
    expect(heard()).toEqual(['Vous serez rappelé.']);
    const ended = events.filter((event) => event.kind === 'ended' && event.contactId !== contactId);
    expect(ended).toMatchObject([{ outcome: 'told' }]);
  });

  it.each([
    [{ InitialCallDelaySeconds: '0' }, 'InitialCallDelaySeconds of CreateCallbackContact is from 1 to 259200'],
    [{ RetryDelaySeconds: '259201' }, 'RetryDelaySeconds of CreateCallbackContact is from 1 to 259200'],
    [{ MaximumConnectionAttempts: '-1' }, 'MaximumConnectionAttempts is a number, 0 or more'],
    [{ QueueId: 'q', AgentId: 'a' }, 'CreateCallbackContact names either QueueId or AgentId'],
  ])('is refused for %j', (parameters, reason) => {
    expect(() => runCentre({ flows: { inbound: written(createCallback(parameters), ...endings) } })).toThrow(reason);
  });

  it('stands in no whisper', () => {
    const whisper = { type: 'AGENT_WHISPER', content: written(createCallback(), ...endings) };
    expect(() => runCentre({ flows: { inbound: written(hangUp), whisper } })).toThrow(
      'CreateCallbackContact is not allowed in a flow of type AGENT_WHISPER',
    );
  });
});
