import type { Agent } from '../../local/connect/centre.ts';
import type { Laptop } from '../../local/laptop.ts';
import type { Line } from '../../local/line.ts';
import { heard, outcomes, type PlacedCall, tellCall, type ToldCall } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

/** An agent at the desk who takes whatever rings, and does this once the talk has lasted half a minute. */
function atTheDesk(name: string, then: (agent: Agent) => void, line: Line, { clock }: Laptop): Agent {
  const agent = line.centre.logIn(name);
  const after = (seconds: number, action: () => void) => clock.at(clock.now() + seconds * 1000, action);
  line.onEvent((event) => {
    if (agent.state === 'ringing') after(2, () => agent.accept());
    if (event.kind === 'answered' && event.text === name) after(30, () => then(agent));
  });
  return agent;
}

const heardByAgents = ({ events }: ToldCall): string[] =>
  events.flatMap((event) => (event.kind === 'heard' && event.by === 'agent' ? [event.text] : []));

const queueArnOf = ({ deployment }: Line, name: string): string =>
  deployment.queues.find((queue) => queue.name === name)?.arn ?? '';
const keptOnTheLine = 'Personne ne pourra prendre cet appel à temps. Vous gardez la personne en ligne.';

const call = {
  administration: 'assurance-maladie',
  agents: 'none',
  press: '1 5 1',
  until: '2026-11-24T10:15',
} as const;

describe('an agent of one queue who passes a caller on to another', () => {
  it('is heard of by the colleague, and the caller, who waits at the front, is asked once how it went', async () => {
    const told = await tellCall({
      ...call,
      before: (line, laptop) => {
        atTheDesk('Claire', (agent) => agent.transfer('indemnites'), line, laptop);
        atTheDesk('Karim', (agent) => agent.hangUp(), line, laptop);
      },
    });
    expect(faultsOf(told)).toEqual([]);
    const toAgents = heardByAgents(told);
    expect(toAgents).toContain('Nous transférons cet appel.');
    expect(toAgents.some((text) => text.includes('Un collègue vous transfère cet appel.'))).toBe(true);
    expect(heard(told.events).some((text) => text.startsWith('Vous allez parler avec Karim'))).toBe(true);
    expect(heard(told.events).filter((text) => text.startsWith('Deux questions'))).toHaveLength(1);
    expect(outcomes(told.events)).toEqual(['served', 'served']);
    expect(told.ledger.surveys).toMatchObject([{ queue: { S: 'indemnites' } }]);
  });

  it.each<[string, Partial<PlacedCall>, (line: Line) => void]>([
    ['the other queue takes nobody more', {}, (line) => line.centre.faults.fillQueue('indemnites')],
    [
      'the other queue closes before the caller would be answered',
      { at: '2026-11-24T17:24', until: '2026-11-24T17:29' },
      (line) => line.centre.addWaitingCallers(queueArnOf(line, 'indemnites'), 200),
    ],
  ])('keeps the caller where %s, and is told so', async (_, when, breaks) => {
    const told = await tellCall({
      ...call,
      ...when,
      before: (line, laptop) => {
        // The caller is answered before those who wait elsewhere take the agent.
        line.onEvent((event) => {
          if (event.kind === 'answered' && event.text === 'Claire') breaks(line);
        });
        const transfersInVain = (agent: Agent): void => {
          agent.transfer('indemnites');
          laptop.clock.at(laptop.clock.now() + 20_000, () => agent.hangUp());
        };
        atTheDesk('Claire', transfersInVain, line, laptop);
      },
    });
    const toAgents = heardByAgents(told);
    expect(toAgents.at(-1)).toBe(keptOnTheLine);
    expect(heard(told.events)).toContain('Merci de vos réponses. Au revoir.');
    expect(told.ledger.surveys).toMatchObject([{ queue: { S: 'droits' } }]);
  });
});
