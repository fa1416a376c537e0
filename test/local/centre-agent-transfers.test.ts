import { type RunningCentre, runCentre } from './running-centre.ts';
import { action, flowArn, hangUp, queueArn, say, toQueue, written } from './written-flows.ts';

const enterQueue = action(
  'enter',
  'TransferContactToQueue',
  {},
  { next: 'fail', errors: { QueueAtCapacity: 'fail', NoMatchingError: 'fail' } },
);
const survey = action(
  'hook',
  'UpdateContactEventHooks',
  { EventHooks: { CustomerRemaining: flowArn('survey') } },
  { next: 'enter', errors: { NoMatchingError: 'enter' } },
);
const flows = {
  inbound: written(...toQueue({ CustomerRemaining: 'survey', CustomerHold: 'hold' })),
  survey: written(say('ask', 'Deux questions.', 'hang-up'), hangUp),
  hold: {
    type: 'CUSTOMER_HOLD',
    content: written(
      action(
        'hold',
        'MessageParticipantIteratively',
        { Messages: [{ Text: 'Nous revenons vers vous.' }] },
        { errors: { NoMatchingError: 'hold' } },
      ),
    ),
  },
  'pass-on': {
    type: 'QUEUE_TRANSFER',
    content: written(
      say('tell', 'Transfert vers $.Queue.Name.', 'hook'),
      survey,
      enterQueue,
      say('fail', 'Le transfert ne marche pas.', 'hang-up'),
      hangUp,
    ),
  },
};

async function talking({ centre, pass }: RunningCentre) {
  const telephone = centre.ring('+33612345678');
  await pass(5);
  const agent = centre.logIn('Claire');
  await pass(2);
  agent.accept();
  await pass(5);
  return { telephone, agent, first: telephone.contactId };
}

describe('an agent who passes a caller on', () => {
  it('hears the transfer flow while the caller is on hold, and is free once the caller is in the other queue', async () => {
    const running = runCentre({ flows });
    const { agent, telephone, first } = await talking(running);
    agent.transfer('logement');
    await running.pass(1);
    expect(running.heard('agent').at(-1)).toBe('Transfert vers logement.');
    expect(running.heard().at(-1)).toBe('Nous revenons vers vous.');
    await running.pass(5);
    expect(agent.state).toBe('afterContactWork');
    expect(running.centre.queueSizes().find(({ name }) => name === 'logement')?.waiting).toBe(1);
    expect(telephone.contactId).not.toBe(first);
    expect(running.centre.describeContact(telephone.contactId)).toMatchObject({
      initiationMethod: 'TRANSFER',
      previousContactId: first,
      initialContactId: first,
    });
  });

  it('sends the caller into the place that the call had from its beginning', async () => {
    const running = runCentre({ flows });
    const { agent, telephone } = await talking(running);
    running.centre.addWaitingCallers(queueArn('logement'), 3);
    agent.transfer('logement');
    await running.pass(5);
    expect(running.centre.contactMetrics(telephone.contactId)).toEqual({ positionInQueue: 1 });
  });

  it('leaves the survey to who talks with the caller last, and the hooks to the transfer flow', async () => {
    const running = runCentre({ flows });
    const { agent, telephone, first } = await talking(running);
    running.centre.updateAttributes(first, { subject: 'loyer' });
    agent.transfer('logement');
    await running.pass(5);
    expect(running.heard()).not.toContain('Deux questions.');
    expect(running.heard().at(-1)).toBe("[Connect's default CustomerQueue flow]");
    expect(running.centre.attributes(telephone.contactId)).toMatchObject({ subject: 'loyer' });
    await running.pass(15);
    agent.accept();
    await running.pass(5);
    agent.hangUp();
    await running.pass(5);
    expect(running.heard()).toContain('Deux questions.');
    expect(running.events.flatMap((event) => (event.kind === 'ended' ? [event.contactId] : []))).toEqual([
      first,
      telephone.contactId,
    ]);
  });

  it('keeps the caller where the flow does not reach the queue', async () => {
    const running = runCentre({ flows });
    const { agent, telephone, first } = await talking(running);
    running.centre.faults.fillQueue('logement');
    agent.transfer('logement');
    await running.pass(10);
    expect(running.heard('agent').at(-1)).toBe('Le transfert ne marche pas.');
    expect(agent.talking).toBe(true);
    expect(telephone.contactId).toBe(first);
    const heard = running.heard().length;
    await running.pass(60);
    expect(running.heard()).toHaveLength(heard);
  });

  it('queues nobody where the caller hangs up meanwhile', async () => {
    const running = runCentre({ flows });
    const { agent, telephone } = await talking(running);
    agent.transfer('logement');
    telephone.hangUp();
    await running.pass(10);
    expect(running.centre.queueSizes().map(({ waiting }) => waiting)).toEqual([0, 0]);
    expect(running.events.filter(({ kind }) => kind === 'ended')).toHaveLength(2);
  });

  it('is told where there is no such quick connect', async () => {
    const running = runCentre({ flows });
    const { agent } = await talking(running);
    expect(running.centre.quickConnects()).toEqual(['logement']);
    expect(() => agent.transfer('retraite')).toThrow('no quick connect retraite');
  });
});
