import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { classifyNumber, type NumberPolicy } from '../../domain/sms/phone-number.ts';

const policy: NumberPolicy = {
  countries: ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'],
  ownNumbers: ['+33199003230'],
};
const classify = (text: string) => classifyNumber(text, policy);

const callable: [input: string, kind: string, e164: string, country: string][] = [
  ['01 42 34 56 78', 'fixed', '+33142345678', 'FR'],
  ['06.12.34.56.78', 'mobile', '+33612345678', 'FR'],
  ['+33 (0)6 12 34 56 78', 'mobile', '+33612345678', 'FR'],
  ['+330612345678', 'mobile', '+33612345678', 'FR'],
  ['0033612345678', 'mobile', '+33612345678', 'FR'],
  ['33612345678', 'mobile', '+33612345678', 'FR'],
  ['330612345678', 'mobile', '+33612345678', 'FR'],
  ['612345678', 'mobile', '+33612345678', 'FR'],
  ['0781234567', 'mobile', '+33781234567', 'FR'],
  ['0639981234', 'mobile', '+33639981234', 'FR'],
  ['0199001234', 'fixed', '+33199001234', 'FR'],
  ['0261911234', 'fixed', '+33261911234', 'FR'],
  ['0353011234', 'fixed', '+33353011234', 'FR'],
  ['0465711234', 'fixed', '+33465711234', 'FR'],
  ['0536491234', 'fixed', '+33536491234', 'FR'],
  ['0972123456', 'voip', '+33972123456', 'FR'],
  ['0976212345', 'voip', '+33976212345', 'FR'],
  ['0262161234', 'fixed', '+262262161234', 'RE'],
  ['0263101234', 'fixed', '+262263101234', 'RE'],
  ['0269601234', 'fixed', '+262269601234', 'YT'],
  ['0596301234', 'fixed', '+596596301234', 'MQ'],
  ['0508411234', 'fixed', '+508411234', 'PM'],
  ['+508411234', 'fixed', '+508411234', 'PM'],
  ['0508550123', 'mobile', '+508550123', 'PM'],
  ['0508000000', 'fixedOrMobile', '+508000000', 'PM'],
  ['0708412345', 'mobile', '+508708412345', 'PM'],
  ['+508708412345', 'mobile', '+508708412345', 'PM'],
  ['0692123456', 'mobile', '+262692123456', 'RE'],
  ['+33692123456', 'mobile', '+262692123456', 'RE'],
  ['262692123456', 'mobile', '+262692123456', 'RE'],
  ['+2620692123456', 'mobile', '+262692123456', 'RE'],
  ['+262692123456', 'mobile', '+262692123456', 'RE'],
  ['0639012345', 'mobile', '+262639012345', 'YT'],
  ['+590690271234', 'mobile', '+590690271234', 'GP'],
  ['+594694201234', 'mobile', '+594694201234', 'GF'],
  ['+596696201234', 'mobile', '+596696201234', 'MQ'],
  ['+508550123', 'mobile', '+508550123', 'PM'],
  ['+687751234', 'mobile', '+687751234', 'NC'],
  ['+687251234', 'fixed', '+687251234', 'NC'],
  ['+68987123456', 'mobile', '+68987123456', 'PF'],
  ['+681821234', 'mobile', '+681821234', 'WF'],
  ['+681721234', 'fixedOrMobile', '+681721234', 'WF'],
  ['+33755512501', 'mobile', '+33755512501', 'FR'],
  ['+33755512502', 'mobile', '+33755512502', 'FR'],
];

const refused: [input: string, kind: string, refusal: string][] = [
  ['0700001234', 'machine', 'machine'],
  ['0600000000', 'dummy', 'invalid'],
  ['0937123456', 'platform', 'platform'],
  ['0948123456', 'npv', 'platform'],
  ['0162123456', 'npv', 'platform'],
  ['0947512345', 'npv', 'platform'],
  ['0569123456', 'npv', 'platform'],
  ['0800123456', 'free', 'special'],
  ['0805123456', 'free', 'special'],
  ['0809401401', 'standardRate', 'special'],
  ['0820123456', 'premium', 'premium'],
  ['0899123456', 'premium', 'premium'],
  ['0836123456', 'premium', 'premium'],
  ['3230', 'short', 'short'],
  ['+333230', 'short', 'short'],
  ['38600', 'short', 'short'],
  ['1014', 'short', 'short'],
  ['15', 'emergency', 'short'],
  ['112', 'emergency', 'short'],
  ['116117', 'emergency', 'short'],
  ['118218', 'directory', 'short'],
  ['anonymous', 'masked', 'masked'],
  ['', 'masked', 'masked'],
  ['Timeout', 'masked', 'masked'],
  ['+', 'masked', 'masked'],
  ['0000', 'masked', 'masked'],
  ['+33000000000', 'masked', 'masked'],
  ['+266696687', 'masked', 'masked'],
  ['061234', 'invalid', 'invalid'],
  ['06123456', 'invalid', 'invalid'],
  ['061234567', 'invalid', 'invalid'],
  ['06123456789', 'invalid', 'invalid'],
  ['+3361234567', 'invalid', 'invalid'],
  ['+262612345678', 'invalid', 'invalid'],
  ['5', 'invalid', 'invalid'],
  ['+4915112345678', 'foreign', 'foreign'],
  ['+41791234567', 'foreign', 'foreign'],
  ['+212612345678', 'foreign', 'foreign'],
];

describe('a telephone number', () => {
  it.each(callable)('%s can be called back: %s %s of %s', (input, kind, e164, country) => {
    const smsPossible = kind === 'mobile' || kind === 'fixedOrMobile';
    expect(classify(input)).toEqual({ callable: true, kind, e164, country, smsPossible });
  });

  it.each(refused)('%s is refused as %s', (input, kind, refusal) => {
    expect(classify(input)).toEqual({ callable: false, kind, refusal });
  });

  it.each(['+33199003230', '0199003230', '01 99 00 32 30', '33199003230'])(
    'equal to the own number of a line counts as hidden: %s',
    (input) => expect(classify(input)).toMatchObject({ callable: false, refusal: 'masked' }),
  );

  it('of an allowed foreign country is accepted, its premium numbers are not', () => {
    const abroad = { ...policy, countries: ['FR', 'DE'] };
    const german = { callable: true, kind: 'mobile', country: 'DE', smsPossible: true };
    expect(classifyNumber('+4915112345678', abroad)).toMatchObject(german);
    expect(classifyNumber('+499001234567', abroad)).toMatchObject({ callable: false, refusal: 'premium' });
  });

  it('of an overseas territory that is not allowed is refused', () => {
    const metropolitan = { ...policy, countries: ['FR'] };
    expect(classifyNumber('0692123456', metropolitan)).toMatchObject({ callable: false, refusal: 'foreign' });
  });

  it('of +590 is accepted where any of its three territories is allowed', () => {
    const saintMartin = { ...policy, countries: ['FR', 'MF'] };
    expect(classifyNumber('0690271234', saintMartin)).toMatchObject({ callable: true, country: 'MF' });
  });
});

const digit = fc.constantFrom(...Array.from('0123456789'));
const text = (unit: fc.Arbitrary<string>, maxLength: number) => fc.string({ unit, maxLength });
const keyed = fc.oneof(
  text(digit, 20),
  text(fc.constantFrom(...Array.from('0123456789+ .()-*#')), 20),
  fc.string(),
  fc
    .tuple(fc.constantFrom('0', '+33', '0033', '+262', '+590', '+508', '+687', '+689'), text(digit, 10))
    .map(([p, d]) => p + d),
);

describe('any text', () => {
  it('is classified, and what can be called is an E.164 number of an allowed country', () => {
    fc.assert(
      fc.property(keyed, (input) => {
        const number = classify(input);
        if (!number.callable) return;
        expect(number.e164).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(policy.countries).toContain(number.country);
        expect(parsePhoneNumberFromString(number.e164)?.isPossible()).toBe(true);
        expect(classify(number.e164)).toEqual(number);
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same number however it is written', () => {
    const national = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.string({ unit: digit, minLength: 8, maxLength: 8 }));
    fc.assert(
      fc.property(national, ([first, rest]) => {
        const nine = `${first}${rest}`;
        const pairs = `0${nine}`.match(/../g) ?? [];
        // The one national number that networks use for "anonymous" when they leave out the 0.
        fc.pre(nine !== '266696687');
        const writings = [
          pairs.join(' '),
          pairs.join('.'),
          `+33${nine}`,
          `+33 (0)${nine}`,
          `0033${nine}`,
          `+330${nine}`,
          nine,
        ];
        for (const writing of writings) expect(classify(writing)).toEqual(classify(`0${nine}`));
      }),
      { numRuns: 500 },
    );
  });
});
