import { recognisableNumber } from '../../domain/callback/caller-id.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { territoryOf } from '../../domain/callback/territories.ts';
import { readWish, wishText, type Wish } from '../../domain/callback/wish.ts';
import { classifyNumber } from '../../domain/sms/phone-number.ts';
import { lineRules, tuesdayMorning } from './fixtures.ts';

const everywhere = ['FR', 'RE', 'YT', 'GP', 'BL', 'MF', 'MQ', 'GF', 'PM', 'NC', 'PF', 'WF', 'BE'];
const numbers = [
  '+262692123456',
  '+262262123456',
  '+262639123456',
  '+262269612345',
  '+590690123456',
  '+596696123456',
  '+594694123456',
  '+508411234',
  '+687751234',
  '+68987123456',
  '+681821234',
];

const said = (slot: string, number: string): string =>
  phrases('fr').choices([spokenSlot(lineRules(), slot, tuesdayMorning, number)]);

describe('a number of a territory', () => {
  it.each(numbers)('%s is of the one that the numbering tables say', (number) => {
    const { country } = classifyNumber(number, { countries: everywhere, ownNumbers: [] }) as { country: string };
    expect(territoryOf(number)?.territory).toBe(country);
  });

  it('is offered hours by its own clock alone, on the days that it has there', () => {
    const [morning, afternoon] = ['2026-11-24T09:30:00.000Z', '2026-11-24T13:30:00.000Z'];
    expect(said(morning, '+508411234')).toBe(
      "Heure de Saint-Pierre-et-Miquelon. Pour aujourd'hui vers 6 heures 30, tapez 1.",
    );
    expect(said(morning, '+590690123456')).toBe("Heure des Antilles. Pour aujourd'hui vers 5 heures 30, tapez 1.");
    expect(said(afternoon, '+687751234')).toBe('Heure de Nouvelle-Calédonie. Pour demain vers 0 heure 30, tapez 1.');
    expect(said(morning, '+68987123456')).toBe("Heure de Tahiti. Pour aujourd'hui vers 23 heures 30, tapez 1.");
    expect(said(morning, '+33612345678')).toBe("Pour aujourd'hui vers 10 heures 30, tapez 1.");
  });

  it('hears both clocks of what is booked, the day with its own where that differs', () => {
    const slot = spokenSlot(lineRules(), '2026-11-24T13:30:00.000Z', tuesdayMorning, '+687751234');
    expect(phrases('fr').booked(slot)).toBe(
      "C'est noté : nous vous rappellerons aujourd'hui entre 14 heures 30 et 15 heures. " +
        'Il sera 0 heure 30 le lendemain en Nouvelle-Calédonie.',
    );
  });
});

describe('a number by which somebody is recognised', () => {
  it.each([
    ...numbers,
    '+33612345678',
    '0612345678',
    '+33140000001',
    '+33692123456',
    '+262 0692 12 34 56',
    '+3225551234',
    'anonymous',
    '',
    '3230',
    '+33899123456',
    '+33600000000',
    '0937123456',
  ])('%s is written as where it is checked', (text) => {
    const checked = classifyNumber(text, { countries: everywhere, ownNumbers: [] });
    expect(recognisableNumber(text, [])).toBe(checked.callable ? checked.e164 : undefined);
  });
});

describe('a wish', () => {
  it('survives a contact attribute, and nothing else is one', () => {
    const wishes: Exclude<Wish, { of: 'soonest' }>[] = [
      { of: 'days', from: '2026-11-24' },
      { of: 'day', date: '2026-11-24' },
      { of: 'halfDay', date: '2026-11-24', half: 'morning' },
      { of: 'halfDay', date: '2026-11-24', half: 'afternoon' },
      { of: 'laterHours', from: '2026-11-24T09:30:00.000Z' },
    ];
    for (const wish of wishes) expect(readWish(wishText(wish))).toEqual(wish);
    for (const text of ['', 'days', 'day 24/11/2026', '2026-11-24T09:30:00.000Z', 'x'.repeat(5000)]) {
      expect(readWish(text)).toEqual({ of: 'soonest' });
    }
  });
});
