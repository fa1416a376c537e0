import * as fc from 'fast-check';
import { bookingId } from '../../domain/callback/booking-id.ts';
import { base32, callerKey } from '../../domain/callback/caller-key.ts';
import { recognitionCode } from '../../domain/callback/recognition-code.ts';

const key = Buffer.from('key');

describe('a caller key', () => {
  it('is base32 as RFC 4648 gives it', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(base32(Buffer.from('fooba'))).toBe('MZXW6YTB');
    expect(base32(Buffer.from(''))).toBe('');
  });

  it('is the same for a number, another for another number or key', () => {
    const number = '+33612345678';
    expect(callerKey(number, key)).toMatch(/^[A-Z2-7]{14}$/);
    expect(callerKey(number, key)).toBe(callerKey(number, Buffer.from('key')));
    expect(callerKey('+33612345679', key)).not.toBe(callerKey(number, key));
    expect(callerKey(number, Buffer.from('other'))).not.toBe(callerKey(number, key));
  });
});

describe('a booking id', () => {
  it('is the same for a retry and another for the next dialogue of the call', () => {
    expect(bookingId('contact', '1')).toBe(bookingId('contact', '1'));
    expect(bookingId('contact', '2')).not.toBe(bookingId('contact', '1'));
    expect(bookingId('contact', '1')).toMatch(/^[A-Z2-7]{16}$/);
  });
});

describe('a recognition code', () => {
  it('is three digits that nobody would guess first, the same each time', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const code = recognitionCode(id, key);
        expect(code).toMatch(/^\d{3}$/);
        expect(code).not.toMatch(/^(\d)\1\1$/);
        expect('0123456789'.includes(code) || '9876543210'.includes(code)).toBe(false);
        expect(recognitionCode(id, key)).toBe(code);
      }),
      { numRuns: 1000 },
    );
  });
});
