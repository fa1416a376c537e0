import type { Agent } from '../../local/connect/centre.ts';
import type { CallEvent } from '../../local/call-event.ts';
import { eventsOfContact, heard, outcomes, tellCall, type ToldCall } from '../calls/place-call.ts';
import { faultsOf } from '../calls/sound-end.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}Z`);
const secondsAt = (event: CallEvent | undefined): number => Date.parse(event?.at ?? '') / 1000;

describe('an agent who lets it ring, another who refuses', () => {
  let call: ToldCall;
  const offeredTo: string[] = [];
  beforeAll(async () => {
    call = await tellCall({
      from: '+33612345601',
      press: '1 0',
      others: [{ at: '2026-11-24T10:07', from: '+33612345602', press: '1 0' }],
      before: (line, { clock }) => {
        const queueArn = line.deployment.queues.find(({ name }) => name === 'allocations')?.arn ?? '';
        line.centre.staffQueue(queueArn, { busyAgents: 60, freeAgents: 0, handleTimeSeconds: 360_000 });
        const agents: Agent[] = [];
        clock.at(at('09:06:00'), () => agents.push(line.centre.logIn('Alice')));
        clock.at(at('09:07:30'), () => agents.push(line.centre.logIn('Bruno')));
        clock.at(at('09:09:30'), () => agents.push(line.centre.logIn('Chloé')));
        line.onEvent((event) => {
          if (event.kind === 'state' && event.of === 'agent' && event.to === 'ringing') {
            offeredTo.push(event.contactId);
            const [name] = event.text.split(':');
            clock.at(clock.now() + 2000, () => {
              if (name === 'Bruno') agents.find((agent) => agent.name === name)?.refuse();
              if (name === 'Chloé') agents.find((agent) => agent.name === name)?.accept();
            });
          }
          if (event.kind === 'answered' && event.by === 'agent') {
            clock.at(clock.now() + 30_000, () => agents.find(({ talking }) => talking)?.hangUp());
          }
        });
      },
    });
  });
  const own = (): CallEvent[] => eventsOfContact(call.events, call.contactIds[0]);

  it('pain: the caller goes back to the end of the queue', () => {
    expect(faultsOf(call)).toEqual([]);
    const [first, second] = call.contactIds;
    expect(offeredTo).toEqual([first, first, first, second]);
    expect(outcomes(own())).toEqual(['served']);
  });

  it('pain: the caller hears nothing of it, or that the wait is still a minute', () => {
    const told = heard(own()).filter((text) => /prochaine personne|attendre/u.test(text));
    expect(told).toContain(
      "Aucun agent n'a encore pu prendre votre appel. Nous en sommes désolés. Vous restez la prochaine personne.",
    );
    expect(told.filter((text) => text.includes("moins d'une minute")).length).toBeLessThanOrEqual(2);
  });

  it('pain: the caller does not know who answers', () => {
    expect(heard(own()).some((text) => text.startsWith('Vous allez parler avec Chloé'))).toBe(true);
  });

  it('pain: the agent hears silence until the whisper to the caller is over', () => {
    const whispered = own().find((event) => event.kind === 'heard' && event.by === 'agent');
    const spoken = own().find((event) => event.kind === 'heard' && event.text.startsWith('Vous allez parler'));
    expect(secondsAt(whispered) - secondsAt(spoken)).toBeLessThan(1);
  });
});
