import * as fc from 'fast-check';
import { phrases } from '../../domain/position/phrases.ts';
import { countedPlace, estimatedPlace } from '../../domain/position/place.ts';
import { isFresh, isUsable, shareOnLine, type QueueSnapshot } from '../../domain/position/snapshot.ts';

const takenAt = Date.parse('2026-11-24T09:05:00Z');
const snapshot: QueueSnapshot = {
  queue: 'allocations',
  takenAt,
  contactsInQueue: 40,
  placesKept: 0,
  oldestContactAgeSeconds: 200,
  agentsStaffed: 60,
  agentsAvailable: 0,
  seatsDue: 0,
};
const since = (secondsBefore: number): Date => new Date(takenAt - secondsBefore * 1000);
const french = phrases('fr');

describe('a place in the queue', () => {
  it.each([
    [1, 'Vous êtes la prochaine personne.'],
    [2, 'Il y a une personne avant vous.'],
    [22, 'Il y a vingt et une personnes avant vous.'],
    [41, 'Il y a 40 personnes avant vous.'],
    [101, 'Il y a cent personnes avant vous.'],
    [102, 'Plus de cent personnes sont avant vous.'],
    [301, 'Plus de deux cents personnes sont avant vous.'],
    [1002, 'Plus de mille personnes sont avant vous.'],
    [999_999, 'Plus de mille personnes sont avant vous.'],
  ])('counted by Connect as %i is said "%s"', (position, sentence) => {
    expect(french.place(countedPlace(position))).toBe(sentence);
  });

  it.each([
    ['who came after the snapshot', -5, 'Il y a environ 40 personnes avant vous.'],
    ['who has waited half as long as the oldest', 100, 'Il y a environ 20 personnes avant vous.'],
    ['who has waited nearly as long', 195, 'Il y a environ une personne avant vous.'],
    ['who is the oldest', 200, 'Votre tour approche.'],
    ['who is older than the oldest seen', 230, 'Votre tour approche.'],
  ])('of a caller %s is estimated and said to be', (_who, secondsBefore, sentence) => {
    expect(french.place(estimatedPlace(snapshot, since(secondsBefore)))).toBe(sentence);
  });

  it('is the front where the snapshot saw nobody', () => {
    const empty = { ...snapshot, contactsInQueue: 0, oldestContactAgeSeconds: 0 };
    expect(estimatedPlace(empty, since(0)).ahead).toBe(0);
    expect(estimatedPlace(empty, since(30)).ahead).toBe(0);
  });

  it('is estimated within the queue, and further to the front the longer the caller has waited', () => {
    const seconds = fc.integer({ min: -60, max: 4000 });
    fc.assert(
      fc.property(
        seconds,
        seconds,
        fc.nat(500),
        fc.nat(3600),
        (one, other, contactsInQueue, oldestContactAgeSeconds) => {
          const seen = { ...snapshot, contactsInQueue, oldestContactAgeSeconds };
          const [newer, older] = [Math.min(one, other), Math.max(one, other)].map(
            (age) => estimatedPlace(seen, since(age)).ahead,
          );
          expect(newer).toBeLessThanOrEqual(contactsInQueue);
          expect(older).toBeLessThanOrEqual(newer ?? 0);
          expect(older).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('a snapshot', () => {
  it('is fresh for 15 s and of use for 60 s', () => {
    expect([15, 16].map((seconds) => isFresh(snapshot, since(-seconds)))).toEqual([true, false]);
    expect([60, 61].map((seconds) => isUsable(snapshot, since(-seconds)))).toEqual([true, false]);
  });
});

describe('a closed line', () => {
  const today = '2026-11-23';

  it.each([
    [
      { date: '2026-11-24', minutes: 540, today },
      'Nos bureaux sont fermés. Ils ouvriront demain, mardi 24 novembre, à 9 heures.',
    ],
    [{ date: today, minutes: 810, today }, "Nos bureaux sont fermés. Ils ouvriront aujourd'hui à 13 heures 30."],
    [
      { date: '2026-12-01', minutes: 720, today },
      'Nos bureaux sont fermés. Ils ouvriront mardi premier décembre à midi.',
    ],
  ])('says when it opens: %j', (opening, sentence) => {
    expect(french.closed(opening)).toBe(sentence);
  });

  it('says so where no opening is foreseen', () => {
    expect(french.closed(undefined)).toContain('Nous ne connaissons pas encore');
  });
});

describe('the share of a queue that may lose patience', () => {
  it.each([
    [40, 0, 1],
    [40, 10, 0.75],
    [40, 40, 0],
    [0, 0, 1],
    // Places are counted by the ledger, callers by Connect: one may be a moment ahead.
    [3, 4, 0],
  ])('of %i who wait, %i on kept places, is %f', (contactsInQueue, placesKept, share) => {
    expect(shareOnLine({ ...snapshot, contactsInQueue, placesKept })).toBe(share);
  });
});
