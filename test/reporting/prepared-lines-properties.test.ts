import * as fc from 'fast-check';
import { keptAttributes } from '../../domain/reporting/contract.ts';
import { prepareLine } from '../../domain/reporting/prepared-line.ts';
import { callerNumber, line, rawBooking, rawContact, rawDelivery } from './raw-records.ts';

const fieldNames = Object.keys(rawContact());
const innerNames = [
  'Address',
  'Type',
  'ConnectedToAgentTimestamp',
  'EnqueueTimestamp',
  'ValueString',
  'AgentInteractionDuration',
  ...keptAttributes,
];

/** The number of somebody, as a program may have written it. */
const writings = (national: string) => [
  `+33${national}`,
  `0${national}`,
  `0033${national}`,
  national,
  Number(national),
  `(0)${national.slice(0, 1)} ${national.slice(1).replaceAll(/(..)/gu, '$1 ').trim()}`,
  `x${national}`,
  `a-${national.replaceAll(/(...)/gu, '$1-')}z`,
];

/** Of Connect's field names and whatever else, with the number anywhere. */
const records = (national: string) => {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(...writings(national)),
    fc.constantFrom<unknown>('2026-11-24T09:05:00Z', null, 0, -1, 1e300, Number.NaN, true, '', [], 'VOICE'),
    fc.jsonValue(),
  );
  const inner = fc.dictionary(fc.constantFrom(...innerNames), leaf);
  const field = fc.tuple(fc.constantFrom(...fieldNames), fc.oneof(leaf, inner));
  return fc.array(field, { maxLength: 12 }).map((changed) => rawContact(Object.fromEntries(changed)));
};
const people = fc.integer({ min: 600_000_000, max: 799_999_999 }).map(String);

it('no digits of the number are left in what is made of a contact, whatever a program wrote where', () => {
  fc.assert(
    fc.property(
      people.chain((national) => fc.tuple(fc.constant(national), records(national))),
      ([national, record]) => {
        const known = { ...record, CustomerEndpoint: { Address: `+33${national}`, Type: 'TELEPHONE_NUMBER' } };
        const text = JSON.stringify(prepareLine(known, line));
        // Dots and hyphens between the digits would hide it from no reader.
        expect(text.replaceAll(/[^\d"]/gu, '')).not.toContain(national);
      },
    ),
    { numRuns: 500 },
  );
});

it('nothing that is sent to be prepared is beyond it: a line, a reason, or that it cannot be read', () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    records('612345678'),
    fc.dictionary(fc.string(), fc.jsonValue()).map((detail) => ({ ...rawBooking(), detail })),
    fc.dictionary(fc.constantFrom('at', 'bookingId', 'to', 'slot', 'revision'), fc.jsonValue()).map(rawBooking),
    fc.dictionary(fc.constantFrom('eventTimestamp', 'messageId', 'isFinal'), fc.jsonValue()).map(rawDelivery),
  );
  fc.assert(
    fc.property(anything, (raw) => {
      const result = prepareLine(raw, line);
      if (result === 'unreadable' || 'leftOut' in result) return;
      expect(result.day).toMatch(/^\d{4}-\d\d-\d\d$/u);
      expect(['calls', 'callbacks', 'bookings', 'messages', 'answers']).toContain(result.kind);
    }),
    { numRuns: 500 },
  );
});

it('a contact is lost for nothing but its id, its instants and its channel', () => {
  const dispensable = fieldNames.filter(
    (name) => !['ContactId', 'InitiationTimestamp', 'Channel', 'SegmentAttributes'].includes(name),
  );
  fc.assert(
    fc.property(fc.subarray(dispensable), fc.jsonValue(), (names, value) => {
      const changes = Object.fromEntries(names.map((name) => [name, value]));
      expect(prepareLine(rawContact(changes), line)).toMatchObject({ day: '2026-11-24' });
    }),
  );
});

it('the same record is the same line, byte by byte', () => {
  const once = JSON.stringify(prepareLine(rawContact(), line));
  expect(JSON.stringify(prepareLine(rawContact(), line))).toBe(once);
  expect(once).not.toContain(callerNumber.slice(4));
});
