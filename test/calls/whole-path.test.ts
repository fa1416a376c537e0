import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import type { CallEvent } from '../../local/call-event.ts';
import { heard, outcomes, placeCall, type PlacedCall } from './place-call.ts';

const keptPromise: PlacedCall = {
  queue: 40,
  press: '1 2 1 - 1 5 1',
  until: '2026-11-24T18:00',
  answers: ['yes'],
};
const wordsPerMinute = 150;

const positionOf = (events: CallEvent[], matches: (event: CallEvent) => boolean): number => events.findIndex(matches);
const says = (pattern: RegExp) => (event: CallEvent) => event.kind === 'heard' && pattern.test(event.text);

describe('a caller who books an hour and is called back', () => {
  let events: CallEvent[];
  beforeAll(async () => {
    events = await placeCall(keptPromise);
  });

  it('hears the place and the wait, chooses, gets the SMS, is called, hears the code, reaches an agent, answers, in that order', () => {
    const order = [
      says(/personnes avant vous.*attendre/),
      says(/vers 10 heures 30, tapez 1/),
      (event: CallEvent) => event.kind === 'sms',
      (event: CallEvent) => event.kind === 'ended' && event.outcome === 'booked',
      (event: CallEvent) => event.kind === 'ringing',
      says(/Votre code est/),
      (event: CallEvent) => event.kind === 'answered' && event.by === 'agent',
      (event: CallEvent) => event.kind === 'survey' && event.question === 'quality' && event.answer === '5',
      (event: CallEvent) => event.kind === 'survey' && event.question === 'answered' && event.answer === '1',
      (event: CallEvent) => event.kind === 'ended' && event.outcome === 'served',
    ].map((matches) => positionOf(events, matches));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('hears on the telephone the code that the SMS gave', () => {
    const sms = events.find((event) => event.kind === 'sms');
    expect(sms).toMatchObject({ parts: 1, to: '+33612345678', template: 'confirmation' });
    const code = /Code (\d{3})/.exec(sms?.text ?? '')?.[1] ?? 'no code';
    expect(heard(events).find((text) => text.includes('Votre code est'))).toContain(code.split('').join(', '));
  });

  it('has one end for each contact', () => {
    const ends = events.filter(({ kind }) => kind === 'ended').map(({ contactId }) => contactId);
    expect(new Set(ends).size).toBe(ends.length);
    expect(outcomes(events)).toEqual(['booked', 'served']);
  });

  it('leaves the booking done', () => {
    const states = events.flatMap((event) => (event.kind === 'state' && event.of === 'booking' ? [event.to] : []));
    expect(states).toEqual(['booked', 'dialling', 'answered', 'connected', 'done']);
  });

  it('needs three keys and at most 45 seconds of speech from the first ring to the booked hour', () => {
    const untilBooked = events.slice(0, positionOf(events, says(/C'est noté/)));
    const keys = untilBooked.flatMap((event) => (event.kind === 'pressed' ? [event.keys] : [])).join('');
    expect(keys).toBe('121');
    const words = heard(untilBooked).join(' ').split(/\s+/).length;
    expect((words / wordsPerMinute) * 60).toBeLessThanOrEqual(45);
  });

  it('prints only lines that the published schema allows', () => {
    const schema: object = JSON.parse(readFileSync('docs/call-events.schema.json', 'utf8'));
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    const refused = events.flatMap((event) => (validate(event) ? [] : [{ event, errors: validate.errors }]));
    expect(refused).toEqual([]);
  });

  it('is the same twice with the same seed', async () => {
    expect(await placeCall(keptPromise)).toEqual(events);
  });
});
