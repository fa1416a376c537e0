import { callbackFlows } from './callback-flows.ts';
import { runCentre } from './running-centre.ts';
import { end, queueArn, say, toQueue, written } from './written-flows.ts';

const whisper = (type: string, text: string): { type: string; content: string } => ({
  type,
  content: written(say('whisper', text, 'end'), end),
});
const flows = {
  inbound: written(...toQueue({ CustomerWhisper: 'to-customer', AgentWhisper: 'to-agent' })),
  'to-customer': whisper('CUSTOMER_WHISPER', '$.Agent.FirstName vous répond pour les $.Queue.Name.'),
  'to-agent': whisper('AGENT_WHISPER', '$.Agent.UserName, $.ContactId, $.InitialContactId, $.PreviousContactId'),
};

/** What the caller hears of a simulated agent, of that seed. */
async function introducedBy(seed: number): Promise<string | undefined> {
  const { centre, heard, pass } = runCentre({ flows, seed });
  centre.addWaitingCallers(queueArn('allocations'), seed);
  centre.staffQueue(queueArn('allocations'), { busyAgents: 0, freeAgents: 9, handleTimeSeconds: 600 });
  centre.ring('+33612345678');
  await pass(10);
  return heard().at(-1);
}

describe('what a flow reads of its contact', () => {
  it('is the first name of an agent at the desk, as at log-in, and the queue', async () => {
    const { centre, heard, pass } = runCentre({ flows });
    const { contactId } = centre.ring('+33612345678');
    const agent = centre.logIn('Vous');
    await pass(1);
    agent.accept();
    await pass(10);
    expect(heard().at(-1)).toBe('Vous vous répond pour les allocations.');
    expect(heard('agent')).toEqual([`Vous, ${contactId}, ${contactId}, ${contactId}`]);
  });

  it('is a plausible first name of a simulated agent, one for each', async () => {
    const introductions = [await introducedBy(1), await introducedBy(3), await introducedBy(1)];
    for (const text of introductions) expect(text).toMatch(/^\p{Lu}\p{Ll}+ vous répond pour les allocations\.$/u);
    expect(introductions[0]).toBe(introductions[2]);
    expect(introductions[0]).not.toBe(introductions[1]);
  });

  it('is the chain of contacts that a callback continues', async () => {
    const spoken = whisper('AGENT_WHISPER', '$.InitialContactId, $.PreviousContactId');
    const { centre, heard, pass } = runCentre({ flows: { ...callbackFlows(), 'to-agent': spoken } });
    const telephone = centre.ring('+33612345678');
    centre.onInputAsked(() => telephone.press('1'));
    await pass(30);
    const agent = centre.logIn('Vous');
    await pass(1);
    agent.accept();
    await pass(5);
    expect(heard('agent')).toEqual([`${telephone.contactId}, ${telephone.contactId}`]);
  });
});
