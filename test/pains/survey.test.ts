import type { Line } from '../../local/line.ts';
import { eventsOfContact, heard, tellCall, type ToldCall } from '../calls/place-call.ts';
import { faultsOf } from '../calls/sound-end.ts';

const numberOf = (index: number): string => `+3361234560${index}`;

describe('callers who were served and are asked how', () => {
  let call: ToldCall;
  let line: Line;
  beforeAll(async () => {
    const [first, ...others] = ['1 1 x', '1 - - 2', '1 5 1', '1 2 2', '1'].map((press, index) => ({
      press,
      from: numberOf(index),
    }));
    call = await tellCall({
      agents: 9,
      ...first,
      others: [
        ...others,
        { at: '2026-11-24T10:25', from: numberOf(5), press: '1 5 1' },
        { at: '2026-11-24T11:20', from: numberOf(6), press: '8 1 5 1' },
      ],
      until: '2026-11-24T11:21',
      before: (its, { dynamoDb }) => {
        line = its;
        line.onEvent((event) => {
          if (event.kind !== 'state' || event.of !== 'contact' || !event.at.includes('T10:')) return;
          if (Number(event.at.slice(14, 16)) < 25) return;
          if (event.to === 'customerRemaining') dynamoDb.inject({ throttling: 1 });
          if (event.to === 'disconnected') dynamoDb.inject({});
        });
      },
    });
  });
  const tasksOf = (index: number) =>
    line.centre
      .associatedContacts(call.contactIds[index] ?? '')
      .filter(({ channel }) => channel === 'TASK')
      .map(({ id, queueId }) => ({
        queue: line.deployment.queues.find((queue) => queue.id === queueId)?.name,
        attributes: line.centre.attributes(id),
      }));

  it('pain: a bad experience stays in a table: a supervisor gets a task, with the call and without the number', () => {
    expect(faultsOf(call)).toEqual([]);
    const about = (index: number, question: string) => ({
      queue: 'supervision',
      attributes: { contactId: call.contactIds[index], question, queue: 'allocations' },
    });
    expect(tasksOf(0)).toEqual([about(0, 'quality')]);
    expect(tasksOf(1)).toEqual([about(1, 'answered')]);
    expect(tasksOf(2)).toEqual([]);
    expect(tasksOf(3)).toEqual([about(3, 'quality')]);
    expect(tasksOf(4)).toEqual([]);
  });

  it('pain: tasks count as callers who wait, or ring at those who take calls', () => {
    expect(line.centre.queueSizes().every(({ waiting }) => waiting === 0)).toBe(true);
    const desk = line.centre.logIn('Vous', ['VOICE']);
    expect(desk.state).toBe('available');
    expect(line.centre.logIn('Superviseur', ['TASK']).state).toBe('ringing');
  });

  it('pain: a question that nobody answered is stored as 0, or as an empty text', () => {
    const answers = call.ledger.surveys.map(({ quality, answered }) => `${quality?.S} ${answered?.S}`);
    expect(answers.toSorted()).toEqual(['1 undefined', '2 2', '5 1', '5 1', 'undefined 2']);
  });

  it('pain: an answer that could not be written is swallowed, and counts as success', () => {
    const invoked = eventsOfContact(call.events, call.contactIds[5]).filter(
      (event) => event.kind === 'lambda' && event.function === 'record-answer',
    );
    expect(invoked.map((event) => event.kind === 'lambda' && event.result)).toEqual(['error', 'error']);
  });

  it('pain: callers hang up with the agent, since nobody told them that questions follow', () => {
    expect(heard(eventsOfContact(call.events, call.contactIds[2])).join(' ')).toContain(
      "Quand l'agent aura raccroché, restez en ligne. Nous vous poserons deux questions",
    );
  });

  it('pain: only the first question is asked in another language', () => {
    const [quality, answered] = heard(eventsOfContact(call.events, call.contactIds[6])).slice(-3);
    expect(quality).toMatch(/^Two questions before you hang up\./u);
    expect(answered).toMatch(/^Did you get the answer you needed\?/u);
  });
});
