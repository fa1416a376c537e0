import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { septets, smsSize, toGsm7 } from '../../domain/sms/gsm7.ts';

describe('the size of an SMS', () => {
  it.each([
    ['a'.repeat(160), 'gsm7', 160, 1],
    ['a'.repeat(161), 'gsm7', 161, 2],
    ['a'.repeat(306), 'gsm7', 306, 2],
    ['a'.repeat(307), 'gsm7', 307, 3],
    ['€'.repeat(80), 'gsm7', 160, 1],
    ['€'.repeat(81), 'gsm7', 162, 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 306, 3],
    ['ê'.repeat(70), 'ucs2', 70, 1],
    ['ê'.repeat(71), 'ucs2', 71, 2],
    ['ê'.repeat(134), 'ucs2', 134, 2],
    ['ê'.repeat(135), 'ucs2', 135, 3],
    ['', 'gsm7', 0, 1],
  ])('of %.20s… is counted as operators do', (text, encoding, units, parts) => {
    expect(smsSize(text)).toEqual({ encoding, units, parts });
  });

  it('agrees with an independent calculator on any text', () => {
    const characters = fc.constantFrom(...Array.from('abé è€[]^~ÇàùÉñ\n\\|{}êçœ’…😀'), '\u00A0', '\u202F', 'e\u0301');
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('abcdé €[]~ùÉ')), maxLength: 700 }),
      fc.string({ unit: characters, maxLength: 400 }),
    );
    fc.assert(
      fc.property(text, (sms) => {
        const oracle = new SegmentedMessage(sms, 'auto', false);
        const { encoding, parts } = smsSize(sms);
        expect(encoding).toBe(oracle.encodingName === 'GSM-7' ? 'gsm7' : 'ucs2');
        expect(parts).toBe(Math.max(oracle.segmentsCount, 1));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text degraded to GSM-7', () => {
  it.each([
    ['é è à ù ì ò Ç É €', 'é è à ù ì ò Ç É €'],
    ['e\u0301te\u0301', 'été'],
    ['l’être ‘là’', "l'etre 'là'"],
    ['« oui » “non”', '"\u0020oui " "non"'],
    ['à 10\u202Fh\u00A030…', 'à 10 h 30...'],
    ['9 h – 12 h — fermé', '9 h - 12 h - fermé'],
    ['cœur ŒUVRE n° 5', 'coeur OEUVRE no 5'],
    ['ça plaît À Noël, août', 'ca plait A Noel, aout'],
    ['rendez-vous 😀 中', 'rendez-vous ? ?'],
  ])('%s becomes %s', (text, plain) => {
    expect(toGsm7(text)).toBe(plain);
  });

  it('is always in the alphabet, and stays as it is when degraded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = toGsm7(text);
        expect(septets(plain)).toBeDefined();
        expect(toGsm7(plain)).toBe(plain);
      }),
    );
  });
});
