import { heard, outcomes, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

const tenTimes = (token: string): string => Array.from({ length: 10 }, () => token).join(' ');
const closed = '2026-11-24T19:30';

describe('ten wrong keys', () => {
  it('in the menus lead to an agent', async () => {
    const call = await tellCall({ queue: 40, press: tenTimes('8') });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['served']);
  });

  it('where hours are offered book nothing, which is said, and lead to an agent', async () => {
    const call = await tellCall({ queue: 40, press: `1 2 ${tenTimes('8')}` });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events)).toContain("Vous n'avez pas choisi d'heure.");
    expect(call.ledger.bookings).toEqual([]);
    expect(outcomes(call.events)).toEqual(['served']);
  });

  it('in place of a number are refused with a reason, and lead to an agent', async () => {
    const call = await tellCall({ queue: 40, from: 'anonymous', press: `1 2 ${tenTimes('8888888888#')}` });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events).filter((text) => text.startsWith("Ce numéro n'est pas un numéro"))).toHaveLength(2);
    expect(heard(call.events)).toContain("Nous n'avons pas pu noter votre numéro.");
    expect(outcomes(call.events)).toEqual(['served']);
  });

  it('while the line is closed end with when it opens, heard twice', async () => {
    const call = await tellCall({ at: closed, press: `1 ${tenTimes('8')}` });
    expect(faultsOf(call)).toEqual([]);
    expect(
      heard(call.events).filter((text) => text.includes('Ils ouvriront demain, mercredi 25 novembre, à 9 heures.')),
    ).toHaveLength(2);
    expect(outcomes(call.events)).toEqual(['informed']);
  });

  it('while the line is closed and hours are offered end with how to call again', async () => {
    const call = await tellCall({ at: closed, press: `1 2 ${tenTimes('8')}` });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events).slice(-2)).toEqual([
      "Vous n'avez pas choisi d'heure.",
      "Vous pouvez nous rappeler à ce même numéro, aux heures d'ouverture. Au revoir.",
    ]);
    expect(call.ledger.bookings).toEqual([]);
  });

  it('after the booking change nothing', async () => {
    const call = await tellCall({ queue: 40, press: `1 2 1 ${tenTimes('8')}` });
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger.bookings).toHaveLength(1);
    expect(textsSent(call.events)).toEqual(['confirmation']);
    expect(outcomes(call.events)).toEqual(['booked']);
  });
});

describe('silence', () => {
  it.each([
    ['everywhere', '', '+33612345678'],
    ['where hours are offered', '1 2', '+33612345678'],
    ['where a number is asked for', '1 2', 'anonymous'],
    ['where a number is read back', '1 2 0612345678#', 'anonymous'],
  ])('%s leads to an agent, and to the end of the survey', async (_, press, from) => {
    const call = await tellCall({ queue: 40, from, press });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['served']);
    expect(call.ledger).toMatchObject({ bookings: [], surveys: [] });
    expect(heard(call.events).at(-1)).toBe('Merci de vos réponses. Au revoir.');
  });

  it('while the line is closed ends with when it opens', async () => {
    const call = await tellCall({ at: closed });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events).join(' ')).toContain('Ils ouvriront demain, mercredi 25 novembre, à 9 heures.');
    expect(outcomes(call.events)).toEqual(['informed']);
  });

  it.each([
    ['hours are offered', '1 2', '+33612345678'],
    ['a number is asked for', '1 2', 'anonymous'],
  ])('while the line is closed, where %s, ends with how to call again', async (_, press, from) => {
    const call = await tellCall({ at: closed, from, press });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events).at(-1)).toBe(
      "Vous pouvez nous rappeler à ce même numéro, aux heures d'ouverture. Au revoir.",
    );
  });
});
