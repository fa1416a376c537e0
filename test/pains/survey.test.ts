import type { Line } from '../../local/line.ts';
import { eventsOfContact, heard, tellCall, type ToldCall } from '../calls/place-call.ts';
import { laterSurveyFolder } from '../calls/synthesised.ts';
import { faultsOf } from '../calls/sound-end.ts';
import { watchFunctions } from './watched-functions.ts';

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

describe('callers who were never served, on a line that calls them later', () => {
  const [inVain, landline, silent, quick, informed, promised, again, wishing, english, unreached] = [
    '+33612345670',
    '+33142345671',
    '+33612345672',
    '+33612345673',
    '+33612345674',
    '+33612345675',
    '+33612345676',
    '+33612345677',
    '+33612345678',
    '+33612345679',
  ] as const;
  const { logs, wrapping } = watchFunctions({
    isInvokedTwice: (name) => ['dial-later-surveys', 'note-never-served'].includes(name),
  });
  let call: ToldCall;
  beforeAll(async () => {
    call = await tellCall({
      folder: laterSurveyFolder(),
      queue: 400,
      from: inVain,
      press: '1 w40 x 1 1 2 2 0 5 1',
      others: [
        { from: landline, press: '1 w40 x', answers: ['no'] },
        { from: silent, press: '1 w40 x', answers: ['machine'] },
        { from: quick, press: 'x', answers: ['yes'] },
        { from: 'anonymous', press: '1 w40 x', answers: ['yes'] },
        { from: '+33899123456', press: '1 w40 x', answers: ['yes'] },
        { from: '+4930123456', press: '1 w40 x', answers: ['yes'] },
        { from: informed, press: '2 - -', answers: ['yes'] },
        { from: promised, press: '1 2 3', answers: ['yes'] },
        { from: again, press: '1 w40 x', answers: ['yes'] },
        { at: '2026-11-24T11:20', from: again, press: '1 5 1', answers: ['yes'] },
        { from: wishing, press: '1 w40 x 2', answers: ['yes'] },
        { from: english, press: '8 9 1 w40 x 1 -', answers: ['yes'] },
        { from: unreached, press: '1 2 1 x', answers: ['no', 'no', 'yes'] },
      ],
      lambdas: wrapping,
      until: '2026-11-24T14:05',
    });
    // Four hours of a line: on a busy machine they take longer than a test may.
  }, 180_000);
  const ringsOf = (to: string) => call.events.filter((event) => event.kind === 'ringing' && event.to === to);
  const lastCallTo = (to: string) => eventsOfContact(call.events, ringsOf(to).at(-1)?.contactId);

  it('pain: the survey hears those alone who were served, and the figures flatter', () => {
    expect(faultsOf(call)).toEqual([]);
    for (const person of [inVain, landline, silent, wishing, english]) expect(ringsOf(person)).toHaveLength(1);
    const later = call.ledger.surveys.filter(({ kind }) => kind?.S === 'later');
    const answers = later.map(({ invitation, quality, answered }) =>
      [invitation, quality, answered].map((answer) => answer?.S ?? '-').join(' '),
    );
    expect(answers.toSorted()).toEqual(['1 - -', '1 2 2', '2 - -']);
  });

  it('pain: a machine rings at lunch, in the evening, or while they may still ring again', () => {
    const hours = [inVain, landline, silent, wishing, english].map((person) => ringsOf(person)[0]?.at.slice(11, 16));
    expect(hours).toEqual(hours.map(() => expect.stringMatching(/^12:3[0-2]$/)));
  });

  it('pain: the surveys use up the calls that callbacks need', () => {
    const perMinute = Object.values(
      Object.groupBy(
        call.events.filter((event) => event.kind === 'ringing' && event.at.includes('T12:3')),
        ({ at }) => at.slice(0, 16),
      ),
    );
    // Two a pass; the double of a pass may run beside it, or after it and take the next two.
    const counts = perMinute.map((calls) => calls?.length ?? 0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
    expect(counts.length).toBeGreaterThan(1);
  });

  it('pain: who hung up at once, was informed, promised a call or served since is disturbed all the same', () => {
    for (const person of [quick, informed, promised, again]) expect(ringsOf(person)).toEqual([]);
  });

  it('pain: foreign, premium and hidden numbers are called', () => {
    const called = call.events.flatMap((event) => (event.kind === 'ringing' ? [event.to] : []));
    expect(called.filter((number) => /^\+(?!33[1-7])/u.test(number) || number === 'anonymous')).toEqual([]);
  });

  it('pain: a voicemail, or somebody else of the house, hears that this person had called', () => {
    const sentence =
      "Bonjour, ici la Caisse d'allocations familiales. Cet appel automatique est gratuit et court. " +
      "Pour l'écouter, tapez 1. Pour ne plus en recevoir, tapez 2.";
    expect(heard(lastCallTo(silent))).toEqual([sentence, sentence, 'Au revoir.']);
  });

  it('pain: who was left alone is left alone again: asked, and given no agent', () => {
    const told = lastCallTo(inVain);
    expect(heard(told)).toContain(
      'Vous nous avez appelés sans pouvoir parler à un agent. Nous en sommes désolés. ' +
        'Pour un agent maintenant, tapez 0. Pour répondre à deux questions, tapez 1.',
    );
    expect(told.filter(({ kind }) => kind === 'answered').map((event) => 'by' in event && event.by)).toEqual([
      'caller',
      'agent',
    ]);
    expect(
      call.events.some(
        (event) =>
          event.kind === 'heard' &&
          event.by === 'agent' &&
          event.text.startsWith('Cette personne avait appelé sans parler à un agent.'),
      ),
    ).toBe(true);
  });

  it('pain: what they answered later and what they think of the talk that followed are one answer', () => {
    const contact = ringsOf(inVain)[0]?.contactId;
    const ofTalk = call.ledger.surveys.find(({ pk }) => pk?.S === `SURVEY#${contact}`);
    expect(ofTalk).toMatchObject({ quality: { S: '5' }, answered: { S: '1' } });
  });

  it('pain: nobody can stop a machine from calling', () => {
    expect(heard(lastCallTo(wishing)).at(-1)).toBe('Entendu : nous ne vous appellerons plus ainsi. Au revoir.');
    const [wish] = call.ledger.laterSurveys.filter(({ stoppedAt }) => stoppedAt !== undefined);
    expect(wish).toMatchObject({ calledAt: { S: expect.stringMatching(/^2026-11-24T11:3/u) } });
    expect(wish).not.toHaveProperty('ttl');
  });

  it('pain: the machine speaks French to who chose English', () => {
    const [greeting] = heard(lastCallTo(english));
    expect(greeting).toBe(
      'Hello, this is the family benefits office. This automatic call is free and short. ' +
        'To listen to it, press 1. To receive no more of them, press 2.',
    );
  });

  it('pain: nobody asks those whose promise was not kept', () => {
    const [first, second, third] = ringsOf(unreached).map(({ at }) => at.slice(11, 16));
    expect([first, second]).toEqual(['10:30', expect.stringMatching(/^10:5/u)]);
    expect(third).toBe('14:00');
  });

  it('pain: numbers lie in tables and logs once nobody needs them', () => {
    expect(call.ledger.laterSurveys.filter(({ number }) => number !== undefined)).toEqual([]);
    expect(logs.some((line) => line.includes('neverServed'))).toBe(true);
    for (const person of [inVain, landline, wishing, again]) expect(logs.join('\n')).not.toContain(person.slice(3));
  });
});
