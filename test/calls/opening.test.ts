import { heard, outcomes, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

describe('a closed line', () => {
  it.each([
    ['at night', '2026-11-24T22:15', 'demain, mercredi 25 novembre, à 9 heures', '2026-11-25T08:00:00.000Z'],
    ['before it opens', '2026-11-24T07:15', "aujourd'hui à 9 heures", '2026-11-24T08:00:00.000Z'],
    ['on a Friday evening', '2026-11-27T18:00', 'lundi 30 novembre à 9 heures', '2026-11-30T08:00:00.000Z'],
    ['on a Sunday', '2026-11-22T11:00', 'demain, lundi 23 novembre, à 9 heures', '2026-11-23T08:00:00.000Z'],
    ['on 25 December', '2026-12-25T11:00', 'lundi 28 décembre à 9 heures', '2026-12-28T08:00:00.000Z'],
  ])('%s says when it opens, and books an hour then', async (_, at, opening, slot) => {
    const call = await tellCall({ at, press: '1 2 1' });
    expect(faultsOf(call)).toEqual([]);
    const said = heard(call.events).find((text) => text.startsWith('Nos bureaux sont fermés.'));
    expect(said).toContain(`Ils ouvriront ${opening}. Pour choisir une heure de rappel, tapez 2.`);
    expect(outcomes(call.events)).toEqual(['booked']);
    expect(call.ledger.bookings).toMatchObject([{ slot, state: 'booked' }]);
    expect(textsSent(call.events)).toEqual(['confirmation']);
  });

  it('keeps the promise of the night in the morning', async () => {
    const call = await tellCall({ at: '2026-11-24T07:15', press: '1 2 1 - 1 5 1', until: '2026-11-24T09:15' });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['booked', 'served']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'done' }]);
  });
});

describe('a subject of information alone', () => {
  it('is told, repeated on the star, and needs no agent', async () => {
    const call = await tellCall({ press: '2 *' });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events).filter((text) => text.includes('attestation de paiement'))).toHaveLength(2);
    expect(outcomes(call.events)).toEqual(['informed']);
  });

  it('still leads to an agent on 0', async () => {
    const call = await tellCall({ agents: 1, press: '2 0' });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['served']);
  });

  it('is told while the line is closed', async () => {
    const call = await tellCall({ at: '2026-11-22T11:00', press: '2' });
    expect(faultsOf(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(['informed']);
  });
});
