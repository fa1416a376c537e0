import * as fc from 'fast-check';
import { addDays } from '../../domain/administration/local-time.ts';
import { phrases } from '../../domain/administration/phrases.ts';

const french = phrases('fr');
const today = '2026-11-24';
const minutesOfDay = fc.integer({ min: 0, max: 1440 });
const dates = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(today, days));

describe('an hour in French', () => {
  it.each([
    [0, 'minuit'],
    [1, '0 heure une'],
    [60, 'une heure'],
    [90, 'une heure 30'],
    [540, '9 heures'],
    [630, '10 heures 30'],
    [720, 'midi'],
    [750, '12 heures 30'],
    [785, '13 heures 5'],
    [801, '13 heures vingt et une'],
    [1260, 'vingt et une heures'],
    [1291, 'vingt et une heures trente et une'],
    [1440, 'minuit'],
  ])('minute %i is said "%s"', (minutes, said) => {
    expect(french.clock(minutes)).toBe(said);
  });

  it('has its own words for every minute of a day', () => {
    const said = Array.from({ length: 1440 }, (_, minutes) => french.clock(minutes));
    expect(new Set(said).size).toBe(1440);
    for (const words of said)
      expect(words).toMatch(/^(minuit|midi|(\d+|une|vingt et une) heures?( (\d+|[a-z ]+ et une|une))?)$/u);
  });

  it('opens and closes a window', () => {
    expect(french.window(840, 870)).toBe('entre 14 heures et 14 heures 30');
    expect(french.window(690, 720)).toBe('entre 11 heures 30 et midi');
  });

  it.each([
    [630, '10h30'],
    [540, '9h'],
    [5, '0h05'],
    [720, '12h'],
    [1440, '24h'],
  ])('minute %i is written "%s" in an SMS', (minutes, written) => {
    expect(french.shortClock(minutes)).toBe(written);
  });
});

describe('a day in French', () => {
  it.each([
    ['2026-11-24', "aujourd'hui", "aujourd'hui"],
    ['2026-11-25', 'demain', 'demain, mercredi 25 novembre,'],
    ['2026-11-26', 'jeudi 26 novembre', 'jeudi 26 novembre'],
    ['2026-12-01', 'mardi premier décembre', 'mardi premier décembre'],
    ['2027-08-21', 'samedi 21 août', 'samedi 21 août'],
    ['2028-02-29', 'mardi 29 février', 'mardi 29 février'],
  ])('%s is said "%s", in full "%s"', (date, said, inFull) => {
    expect(french.day(date, today)).toBe(said);
    expect(french.dayInFull(date, today)).toBe(inFull);
  });

  it('is tomorrow over the end of a year', () => {
    expect(french.dayInFull('2027-01-01', '2026-12-31')).toBe('demain, vendredi premier janvier,');
  });

  it('is written with its month as a number in an SMS', () => {
    expect(french.shortDate('2026-11-24')).toBe('mardi 24/11');
    expect(french.shortDate('2027-08-01')).toBe('dimanche 01/08');
  });
});

describe('a number in French', () => {
  it.each([
    [0, 'zéro'],
    [16, 'seize'],
    [17, 'dix-sept'],
    [21, 'vingt et un'],
    [22, 'vingt-deux'],
    [61, 'soixante et un'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [79, 'soixante-dix-neuf'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [101, 'cent un'],
    [280, 'deux cent quatre-vingts'],
    [300, 'trois cents'],
    [1001, 'mille un'],
    [2000, 'deux mille'],
    [80_000, 'quatre-vingt mille'],
    [200_300, 'deux cent mille trois cents'],
  ])('%i is "%s"', (value, words) => {
    expect(french.numberInWords(value, 'masculine')).toBe(words);
  });

  it.each([
    [1, 'une minute', 'une'],
    [2, '2 minutes', '2'],
    [11, '11 minutes', '11'],
    [21, 'vingt et une minutes', 'vingt et une'],
    [71, '71 minutes', '71'],
    [81, 'quatre-vingt-une minutes', 'quatre-vingt-une'],
    [91, '91 minutes', '91'],
    [101, 'cent une minutes', 'cent une'],
  ])('%i of a feminine noun agrees: "%s"', (count, minutes, feminine) => {
    expect(french.minutes(count)).toBe(minutes);
    expect(french.feminineCount(count)).toBe(feminine);
  });

  it('has its own words for each of the first thousand', () => {
    const words = Array.from({ length: 1000 }, (_, value) => french.numberInWords(value, 'masculine'));
    expect(new Set(words).size).toBe(1000);
    for (const word of words) expect(word).toMatch(/^[a-zé]+([ -][a-zé]+)*$/u);
  });

  it.each([
    ['0612345670', 'zéro six, douze, trente-quatre, cinquante-six, soixante-dix'],
    ['3230', 'trente-deux, trente'],
    ['0800', 'zéro huit, zéro zéro'],
    ['33612', 'trois, trente-six, douze'],
  ])('%s is read in pairs: %s', (digits, pairs) => {
    expect(french.digitsInPairs(digits)).toBe(pairs);
  });

  it('is read digit by digit where it is a code', () => {
    expect(french.digitsOneByOne('482')).toBe('quatre, huit, deux');
    expect(french.digitsOneByOne('007')).toBe('zéro, zéro, sept');
  });
});

describe('every phrase', () => {
  it('is neither empty nor half made', () => {
    fc.assert(
      fc.property(minutesOfDay, minutesOfDay, dates, (from, to, date) => {
        const { clock, window, day, dayInFull, shortClock, shortWindow, shortDate } = french;
        const said = [clock(from), window(from, to), french.date(date), day(date, today), dayInFull(date, today)];
        const written = [shortClock(from), shortWindow(from, to), shortDate(date)];
        for (const phrase of [...said, ...written]) {
          expect(phrase.trim()).not.toBe('');
          expect(phrase).not.toMatch(/NaN|undefined|Infinity| {2}/u);
        }
      }),
    );
  });

  it('for an SMS keeps to letters, digits, spaces and the slash, all of GSM-7', () => {
    fc.assert(
      fc.property(minutesOfDay, minutesOfDay, dates, (from, to, date) => {
        expect(`${french.shortDate(date)} ${french.shortWindow(from, to)}`).toMatch(/^[a-z0-9 /]+$/u);
      }),
    );
  });
});
