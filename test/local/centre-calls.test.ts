import { runCentre } from './running-centre.ts';
import { end, hangUp, menu, queueArn, say, toQueue, written } from './written-flows.ts';

const queueFlow = {
  type: 'CUSTOMER_QUEUE',
  content: written(
    {
      Identifier: 'loop',
      Type: 'MessageParticipantIteratively',
      Parameters: { Messages: [{ Text: 'Nous vous remercions de patienter.' }], InterruptFrequencySeconds: '30' },
      Transitions: {
        NextAction: 'end',
        Conditions: [{ NextAction: 'offer', Condition: { Operator: 'Equals', Operands: ['MessagesInterrupted'] } }],
        Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }],
      },
    },
    menu('offer', 'Pour être rappelé, tapez 2.', { '2': 'promised' }, 'end'),
    say('promised', 'Nous vous rappellerons.', 'hang-up'),
    end,
    hangUp,
  ),
};
const whisper = (type: string, text: string): { type: string; content: string } => ({
  type,
  content: written(say('whisper', text, 'end'), end),
});
const flows = {
  inbound: written(
    say('welcome', 'Bonjour.', 'set-queue'),
    ...toQueue({
      CustomerQueue: 'queue-fr',
      AgentWhisper: 'agent-whisper',
      CustomerWhisper: 'customer-whisper',
      CustomerRemaining: 'survey',
    }),
  ),
  'queue-fr': queueFlow,
  'agent-whisper': whisper('AGENT_WHISPER', 'Un appel sur les allocations.'),
  'customer-whisper': whisper('CUSTOMER_WHISPER', 'Un agent vous répond.'),
  survey: written(
    menu('quality', 'Avez-vous été bien servi ?', { '5': 'thanks' }, 'hang-up'),
    say('thanks', 'Merci.', 'hang-up'),
    hangUp,
  ),
};

describe('a call that is queued', () => {
  it('hears the queue flow, whispers, an agent, then the survey', async () => {
    const { centre, heard, events, pass, outcome, contactEvents } = runCentre({ flows });
    const telephone = centre.ring('+33612345678');
    await pass(20);
    expect(centre.queueSizes()[0]).toMatchObject({ waiting: 1 });
    const agent = centre.logIn('Claire');
    await pass(2);
    expect(agent).toMatchObject({ state: 'ringing', contactId: telephone.contactId });
    const heardBefore = heard().length;
    agent.accept();
    await pass(10);
    expect(heard().slice(heardBefore)).toEqual(['Un agent vous répond.']);
    expect(heard('agent')).toEqual(['Un appel sur les allocations.']);
    expect(events.filter(({ kind }) => kind === 'answered')).toMatchObject([{ by: 'agent' }]);
    agent.hangUp();
    await pass(1);
    telephone.press('5');
    await pass(60);
    expect(heard().slice(-2)).toEqual(['Avez-vous été bien servi ?', 'Merci.']);
    expect(outcome()).toBe('served');
    expect(contactEvents.map(({ eventType }) => eventType)).toEqual([
      'INITIATED',
      'CONNECTED_TO_SYSTEM',
      'QUEUED',
      'CONNECTED_TO_AGENT',
      'DISCONNECTED',
      'COMPLETED',
    ]);
    expect(agent.state).toBe('available');
  });

  it('is served by a simulated agent, who hangs up, and then hears the survey', async () => {
    const { centre, events, heard, pass, outcome } = runCentre({ flows });
    centre.staffQueue(queueArn('allocations'), { busyAgents: 0, freeAgents: 1, handleTimeSeconds: 300 });
    centre.ring('+33612345678');
    await pass(3600);
    expect(heard()).toEqual([
      'Bonjour.',
      'Nous vous remercions de patienter.',
      'Un agent vous répond.',
      'Avez-vous été bien servi ?',
    ]);
    expect(events.flatMap((event) => (event.kind === 'state' ? event.to : []))).toEqual([
      'connectedToSystem',
      'queued',
      'connecting',
      'connectedToAgent',
      'customerRemaining',
      'disconnected',
    ]);
    expect(outcome()).toBe('served');
  });

  it('returns to the loop prompts after each interruption, and can end in the queue flow', async () => {
    const { centre, heard, pass, outcome } = runCentre({ flows });
    const telephone = centre.ring('+33612345678');
    await pass(50);
    expect(heard().filter((text) => text.startsWith('Pour être rappelé'))).toHaveLength(1);
    expect(heard().at(-1)).toBe('Nous vous remercions de patienter.');
    centre.onInputAsked(() => telephone.press('2'));
    await pass(60);
    expect(heard().at(-1)).toBe('Nous vous rappellerons.');
    expect(centre.queueSizes()[0]?.waiting).toBe(0);
    expect(outcome()).toBe('told');
  });

  it("hears Connect's own words where the flow sets no queue flow", async () => {
    const { centre, heard, pass } = runCentre({ flows: { inbound: written(...toQueue()) } });
    centre.ring('+33612345678');
    await pass(5);
    expect(heard()).toEqual(["[Connect's default CustomerQueue flow]"]);
  });
});
