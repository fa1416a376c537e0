import { jest } from '@jest/globals';
import { ServiceError } from '../../local/http-endpoint.ts';
import type { CallEvent } from '../../local/call-event.ts';
import { eventsOfContact, heard, outcomes, tellCall, type ToldCall } from '../calls/place-call.ts';
import { faultyLambdas } from '../calls/lambda-faults.ts';
import { faultsOf } from '../calls/sound-end.ts';

const secondsAt = (event: CallEvent | undefined): number => Date.parse(event?.at ?? '') / 1000;
const says = (pattern: RegExp) => (event: CallEvent) => event.kind === 'heard' && pattern.test(event.text);
const figures = (events: CallEvent[], pattern: RegExp): number[] =>
  heard(events).flatMap((text) => (pattern.exec(text) ? [Number(pattern.exec(text)?.[1])] : []));
const neverRise = (values: number[]): boolean => values.every((value, index) => value <= (values[index - 1] ?? value));

describe('twenty-odd callers who wait while agents leave', () => {
  let call: ToldCall;
  let hasty: string;
  const asked: string[] = [];
  const othersOnHold = Array.from({ length: 20 }, (_, index) => ({
    at: '2026-11-24T10:06',
    from: `+336123457${10 + index}`,
    // They enter the queue one after the other, and so ask at all moments.
    press: ['1 0', '* 1 0', '- 1 0', '9 1 0', '* * 1 0'][index % 5] ?? '',
  }));

  beforeAll(async () => {
    call = await tellCall({
      queue: 60,
      from: '+33612345601',
      press: '1 0',
      others: [{ from: '+33612345602', press: '1 0 w61 2 0' }, { from: '+33612345603', press: '1' }, ...othersOnHold],
      lambdas: faultyLambdas({ 'tell-position +33612345603': { throws: 'down' } }),
      before: (line, { clock }) => {
        const before = jest.spyOn(line.connect.faults, 'before');
        before.mockImplementation(async (operation) => {
          asked.push(operation);
          if (operation !== 'GetContactMetrics') return undefined;
          throw new ServiceError('TooManyRequestsException', 'Rate exceeded', 429);
        });
        const telephone = line.centre.ring('+33612345604');
        hasty = telephone.contactId;
        let keys = '10';
        line.centre.onInputAsked((contactId) => {
          if (contactId !== hasty || keys === '') return;
          telephone.press(keys.charAt(0));
          keys = keys.slice(1);
        });
        const queueArn = line.deployment.queues.find(({ name }) => name === 'allocations')?.arn ?? '';
        clock.at(Date.parse('2026-11-24T09:07:10Z'), () =>
          line.centre.staffQueue(queueArn, { busyAgents: 5, freeAgents: 0, handleTimeSeconds: 360 }),
        );
        let isOver = false;
        line.onEvent((event) => {
          if (isOver || secondsAt(event) < Date.parse('2026-11-24T09:20:00Z') / 1000) return;
          if (event.contactId === hasty && says(/personnes? avant vous|plus long/u)(event)) {
            isOver = true;
            clock.at(clock.now() + 1000, () => line.staff(300));
          }
        });
      },
    });
  });
  const of = (index: number): CallEvent[] => eventsOfContact(call.events, call.contactIds[index]);

  it('pain: a key pressed while the prompt is said is swallowed', () => {
    const own = eventsOfContact(call.events, hasty);
    const greeting = own.find(says(/^Bonjour/u));
    const pressed = own.find(({ kind }) => kind === 'pressed');
    expect(secondsAt(pressed) - secondsAt(greeting)).toBeLessThan(1);
    expect(own.filter((event) => event.kind === 'heard')[1]?.text).toMatch(/personnes avant vous/u);
  });

  it('pain: an agent who answers waits, in silence, until the announcement is over', () => {
    const own = eventsOfContact(call.events, hasty);
    const taken = own.findIndex((event) => event.kind === 'state' && event.to === 'connecting');
    const last = own.slice(0, taken).findLast(({ kind }) => kind === 'heard');
    expect(last?.text.split(' ').length).toBeGreaterThan(8);
    expect(secondsAt(own[taken]) - secondsAt(last)).toBeLessThanOrEqual(3);
  });

  it('pain: the position rises, and so does the wait', () => {
    for (const index of call.contactIds.keys()) {
      expect(neverRise(figures(of(index), /(\d+) personnes? avant vous/u))).toBe(true);
      expect(neverRise(figures(of(index), /attendre (?:entre .* et|environ) (\d+) minutes/u))).toBe(true);
    }
    expect(figures(of(0), /(\d+) personnes? avant vous/u).length).toBeGreaterThan(3);
    expect(heard(of(0)).some((text) => /plus long/u.test(text))).toBe(true);
  });

  it('pain: announcements stop after a while, or never come', () => {
    const told = of(0)
      .filter(says(/avant vous|plus long/u))
      .map(secondsAt);
    const pauses = told.map((at, index) => at - (told[index - 1] ?? at));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(90);
  });

  it('pain: a callback is offered once, at the end', () => {
    expect(of(0).filter(says(/rappelé à votre tour/u)).length).toBeGreaterThan(2);
  });

  it('pain: who looks at the hours and goes back to the queue loses the place', () => {
    expect(heard(of(1)).some((text) => /tapez 4/u.test(text))).toBe(true);
    expect(of(1).filter((event) => event.kind === 'state' && event.to === 'queued')).toHaveLength(1);
  });

  it('pain: a function that fails offers what cannot be kept', () => {
    expect(heard(of(2)).some((text) => /avant vous|rappelé/u.test(text))).toBe(false);
    expect(outcomes(of(2))).toEqual(['served']);
  });

  it('pain: the agent does not know why a person calls, nor how long they have waited', () => {
    const whisper = of(0).find((event) => event.kind === 'heard' && event.by === 'agent')?.text;
    expect(whisper).toMatch(/^La personne a choisi : vos droits et vos paiements\. Attend depuis \d+ minutes\.$/u);
  });

  it('pain: each caller asks Connect for the position, past its quota, again and again', () => {
    expect(faultsOf(call)).toEqual([]);
    const told = call.events.filter((event) => event.kind === 'lambda' && event.function === 'tell-position').length;
    expect(told).toBeGreaterThan(100);
    // One attempt each; where Connect refuses, the place comes of the figures that all callers share.
    expect(asked.filter((operation) => operation === 'GetContactMetrics').length).toBeLessThanOrEqual(told);
    expect(heard(of(10)).some((text) => /environ \d+ personnes avant vous/u.test(text))).toBe(true);
    const shared = asked.filter((operation) => operation === 'GetCurrentMetricData').length;
    expect(shared).toBeLessThanOrEqual(told / 6);
  });
});
