import { type Answer, type RunningCentre, runCentre } from './running-centre.ts';
import {
  action,
  flowArn,
  hangUp,
  invoke,
  queueArn,
  say,
  toQueue,
  type WrittenAction,
  written,
} from './written-flows.ts';

const createTask = (parameters: Record<string, unknown> = {}): WrittenAction =>
  action(
    'create',
    'CreateTask',
    {
      ContactFlowId: flowArn('task'),
      Name: 'Avis de $.CustomerEndpoint.Address',
      Description: 'Une mauvaise note',
      Attributes: { score: '1' },
      References: { contact: { Type: 'STRING', Value: '$.ContactId' } },
      ...parameters,
    },
    { next: 'done', errors: { NoMatchingError: 'sorry' } },
  );
const flowsWith = (parameters: Record<string, unknown> = {}) => ({
  inbound: written(createTask(parameters), say('done', 'Merci.', 'hang-up'), say('sorry', 'Échec.', 'hang-up'), hangUp),
  task: written(...toQueue()),
});

async function withTask(
  parameters: Record<string, unknown> = {},
  lambdas: Record<string, Answer> = {},
  task: WrittenAction[] = [],
): Promise<RunningCentre & { inbound: string; task: string }> {
  const flows = { ...flowsWith(parameters), task: written(...task, ...toQueue()) };
  const running = runCentre({ flows, lambdas });
  const { contactId: inbound } = running.centre.ring('+33612345678');
  await running.pass(10);
  const created = running.centre.associatedContacts(inbound)[1]?.id ?? '';
  return { ...running, inbound, task: created };
}

describe('a task', () => {
  it('is done by an agent at the desk, and is served', async () => {
    const { centre, events, pass, heard, task, inbound } = await withTask();
    const agent = centre.logIn('Vous');
    await pass(1);
    expect(agent.contactId).toBe(task);
    agent.accept();
    await pass(60);
    expect(agent.talking).toBe(true);
    agent.hangUp();
    const own = events.filter(({ contactId, kind }) => contactId === task && kind !== 'answered');
    expect(own.flatMap((event) => (event.kind === 'state' && event.of === 'contact' ? event.to : []))).toEqual([
      'connectedToSystem',
      'queued',
      'connecting',
      'connectedToAgent',
      'disconnected',
    ]);
    expect(own.filter(({ kind }) => kind === 'ended')).toMatchObject([{ outcome: 'served' }]);
    expect(heard()).toEqual(['Merci.']);
    expect(centre.describeContact(task)).toMatchObject({ channel: 'TASK', relatedContactId: inbound });
  });

  it('counts for no caller and is left alone by simulated agents', async () => {
    const { centre, pass, task } = await withTask();
    centre.staffQueue(queueArn('allocations'), { busyAgents: 0, freeAgents: 2, handleTimeSeconds: 60 });
    await pass(600);
    expect(centre.queueSizes()[0]?.waiting).toBe(0);
    expect(centre.currentMetrics(['allocations'])[0]).toMatchObject({ contactsInQueue: 0, agentsAvailable: 2 });
    expect(centre.contactMetrics(task)).toEqual({ positionInQueue: 1 });
    expect(centre.stopContact(task)).toBe(true);
  });

  it('has its name, its references and attributes of its own', async () => {
    const received: unknown[] = [];
    const look: Answer = (event) => {
      received.push(event);
      return { result: 'ok', value: {}, logs: [] };
    };
    const { centre, task, inbound } = await withTask({}, { look }, [invoke('look', 'look', {}, { next: 'set-queue' })]);
    expect(received).toMatchObject([
      {
        Details: {
          ContactData: {
            Channel: 'TASK',
            Name: 'Avis de +33612345678',
            Description: 'Une mauvaise note',
            References: { contact: { Type: 'STRING', Value: inbound } },
            CustomerEndpoint: null,
            SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Task' } },
          },
        },
      },
    ]);
    expect(centre.attributes(task)).toEqual({ score: '1' });
  });

  it('begins after its delay', async () => {
    const { events, pass, task } = await withTask({ DelaySeconds: '120' });
    expect(events.filter(({ contactId }) => contactId === task)).toEqual([]);
    await pass(120);
    expect(events.filter(({ contactId }) => contactId === task)[0]).toMatchObject({ to: 'connectedToSystem' });
  });

  it('has nobody who could hear a prompt', async () => {
    const prompt = action(
      'say',
      'MessageParticipant',
      { Text: 'a' },
      { next: 'set-queue', errors: { NoMatchingError: 'hang-up' } },
    );
    const { heard, outcome } = await withTask({}, {}, [prompt]);
    expect(heard()).toEqual(['Merci.']);
    expect(outcome()).toBe('told');
  });

  it('that cannot be created is an error of the flow', async () => {
    for (const parameters of [{ ContactFlowId: 'nowhere' }, { Name: '$.Attributes.none' }]) {
      const { heard, task } = await withTask(parameters);
      expect(heard()).toEqual(['Échec.']);
      expect(task).toBe('');
    }
  });

  it.each([
    [{ Name: undefined }, 'CreateTask has no Name'],
    [{ ContactFlowId: undefined }, 'CreateTask has no ContactFlowId'],
    [{ DelaySeconds: '518401' }, 'DelaySeconds is from 1 to 518400'],
    [{ DelaySeconds: '5', ScheduledTime: '1' }, 'either DelaySeconds or ScheduledTime'],
  ])('is refused for %j', (parameters, reason) => {
    expect(() => runCentre({ flows: flowsWith(parameters) })).toThrow(reason);
  });

  it('of the API is one for one client token', () => {
    const { centre } = runCentre({ flows: flowsWith() });
    const request = { flowId: 'task', name: 'n', attributes: {}, references: {}, delaySeconds: 0, clientToken: 't' };
    expect(centre.startTaskContact(request)).toEqual(centre.startTaskContact(request));
    expect(() => centre.startTaskContact({ ...request, clientToken: 'u', flowId: 'none' })).toThrow('no flow none');
  });
});
