import type { InvocationResult } from '../../local/lambda/invoker.ts';
import { answers, runCentre } from './running-centre.ts';
import { action, invoke, menu, say, toQueue, written } from './written-flows.ts';

const flows = {
  inbound: written(
    menu('subject', 'Pour vos droits, tapez 1.', { '1': 'number' }, 'hang-up'),
    action(
      'number',
      'GetParticipantInput',
      {
        Text: 'Votre numéro ?',
        StoreInput: 'True',
        InputTimeLimitSeconds: '5',
        InputValidation: { CustomValidation: { MaximumLength: '10' } },
      },
      { next: 'book', errors: { NoMatchingError: 'hang-up' } },
    ),
    invoke('book', 'book-slot', {}, { next: 'booked', errors: { NoMatchingError: 'hang-up' } }),
    say('booked', 'Nous vous rappellerons à dix heures.', 'quality'),
    menu('quality', 'Avez-vous été bien servi ?', { '5': 'record' }, 'set-queue'),
    invoke('record', 'record-answer', { question: 'quality', answer: '5' }, { next: 'set-queue' }),
    ...toQueue(),
  ),
};
const lambdas = { 'book-slot': answers({ status: 'booked' }), 'record-answer': answers({ status: 'recorded' }) };

describe('a caller who hangs up', () => {
  it.each([
    [1, 'callerLeft'],
    [2, 'callerLeft'],
    [3, 'booked'],
  ])('at input %i ends the contact at once: %s', async (input, outcome) => {
    const { centre, events, pass } = runCentre({ flows, lambdas });
    const telephone = centre.ring('+33612345678');
    const keys = ['1', '0612345678', '5'];
    let asked = 0;
    centre.onInputAsked(() => {
      asked++;
      if (asked === input) telephone.hangUp();
      else telephone.press(keys[asked - 1] ?? '');
    });
    await pass(120);
    expect(asked).toBe(input);
    expect(events.filter(({ kind }) => kind === 'ended')).toMatchObject([{ outcome }]);
    expect(events.at(-1)?.kind).toBe('ended');
    expect(centre.describeContact(telephone.contactId)).toMatchObject({ disconnectReason: 'CUSTOMER_DISCONNECT' });
  });

  it('at any moment ends it exactly once, and nothing happens afterwards', async () => {
    for (let milliseconds = 0; milliseconds < 24_000; milliseconds += 370) {
      const { centre, clock, events, contactEvents, pass } = runCentre({ flows, lambdas });
      const telephone = centre.ring('+33612345678');
      const keys = ['1', '0612345678', '5'];
      centre.onInputAsked(() => telephone.press(keys.shift() ?? ''));
      clock.at(clock.now() + milliseconds, () => telephone.hangUp());
      await pass(90);
      telephone.hangUp();
      telephone.press('1');
      await pass(5);
      const ended = events.filter(({ kind }) => kind === 'ended');
      expect(ended).toHaveLength(1);
      expect(events.at(-1)).toBe(ended[0]);
      expect(contactEvents.slice(-2).map(({ eventType }) => eventType)).toEqual(['DISCONNECTED', 'COMPLETED']);
      expect(centre.queueSizes().every(({ waiting }) => waiting === 0)).toBe(true);
    }
  });

  it('during a Lambda ends it while the Lambda is under way, and its answer changes nothing', async () => {
    const invoked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<InvocationResult>();
    const bookSlot = (): Promise<InvocationResult> => {
      invoked.resolve();
      return answer.promise;
    };
    const { centre, events, pass, outcome } = runCentre({ flows, lambdas: { ...lambdas, 'book-slot': bookSlot } });
    const telephone = centre.ring('+33612345678');
    centre.onInputAsked(() => telephone.press('1'));
    const passing = pass(60);
    await invoked.promise;
    telephone.hangUp();
    expect(outcome()).toBe('callerLeft');
    answer.resolve({ result: 'ok', value: { status: 'booked' }, logs: [] });
    await passing;
    expect(events.at(-1)?.kind).toBe('ended');
  });

  it('before the flow begins hears nothing', async () => {
    const { centre, heard, pass, outcome } = runCentre({ flows, lambdas });
    centre.ring('+33612345678').hangUp();
    await pass(10);
    expect(heard()).toEqual([]);
    expect(outcome()).toBe('callerLeft');
  });

  it('while an agent is rung frees that agent for the next', async () => {
    const { centre, pass } = runCentre({ flows: { inbound: written(...toQueue()) } });
    const agent = centre.logIn('Claire');
    const first = centre.ring('+33612345678');
    await pass(2);
    expect(agent.contactId).toBe(first.contactId);
    first.hangUp();
    const second = centre.ring('+33612345679');
    await pass(2);
    expect(agent).toMatchObject({ state: 'ringing', contactId: second.contactId });
  });
});

describe('an answer to the survey', () => {
  it('is told with its question once it is recorded', async () => {
    const { centre, events, pass } = runCentre({ flows, lambdas });
    const telephone = centre.ring('+33612345678');
    const keys = ['1', '0612345678', '5'];
    centre.onInputAsked(() => telephone.press(keys.shift() ?? ''));
    await pass(60);
    expect(events.filter(({ kind }) => kind === 'survey')).toMatchObject([{ question: 'quality', answer: '5' }]);
  });
});
