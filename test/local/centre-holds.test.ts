import { type RunningCentre, runCentre } from './running-centre.ts';
import { action, toQueue, written } from './written-flows.ts';

const holding = (type: string, text: string) => ({
  type,
  content: written(
    action(
      'hold',
      'MessageParticipantIteratively',
      { Messages: [{ Text: text }] },
      { errors: { NoMatchingError: 'hold' } },
    ),
  ),
});
const flows = {
  inbound: written(...toQueue({ CustomerHold: 'customer-hold', AgentHold: 'agent-hold' })),
  'customer-hold': holding('CUSTOMER_HOLD', 'Nous revenons vers vous.'),
  'agent-hold': holding('AGENT_HOLD', 'En attente.'),
};

async function talking(running: RunningCentre) {
  const { centre, pass } = running;
  centre.ring('+33612345678');
  await pass(5);
  const agent = centre.logIn('Claire');
  await pass(2);
  agent.accept();
  await pass(5);
  return agent;
}

describe('a talk on hold', () => {
  it('plays both their hold flow until the agent resumes it', async () => {
    const running = runCentre({ flows });
    const agent = await talking(running);
    agent.hold();
    agent.hold();
    await running.pass(5);
    expect(running.heard()).toContain('Nous revenons vers vous.');
    expect(running.heard('agent')).toContain('En attente.');
    agent.resume();
    const heard = running.heard().length;
    await running.pass(60);
    expect(running.heard()).toHaveLength(heard);
    expect(agent.talking).toBe(true);
  });

  it('is over when the agent hangs up', async () => {
    const running = runCentre({ flows });
    const agent = await talking(running);
    agent.hold();
    await running.pass(5);
    agent.hangUp();
    await running.pass(1);
    expect(running.outcome()).toBe('served');
    const heard = running.heard().length;
    await running.pass(60);
    expect(running.heard()).toHaveLength(heard);
  });

  it('is none while nobody talks', async () => {
    const running = runCentre({ flows });
    const agent = running.centre.logIn('Claire');
    agent.hold();
    agent.resume();
    await running.pass(5);
    expect(running.heard()).toEqual([]);
  });
});
