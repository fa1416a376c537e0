import { fictionNumber, lineNumber, numbersOfLine } from '../../domain/administration/line-numbers.ts';
import { publicNumberE164, transferNumberFault } from '../../domain/administration/publicly-known-numbers.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import {
  alloServicePublicFile,
  assuranceMaladieFile,
  cafFile,
  faultLines,
  shippedFiles,
  withValues,
} from './configuration-files.ts';

describe('the number that a call is handed over to', () => {
  it.each(['+33199001234', '+33123456789', '+33972123456', '+33800123456', '+33809401401', '+262262401234'])(
    'may be %s',
    (number) => {
      expect(transferNumberFault(number)).toBeUndefined();
    },
  );

  it.each([
    ['3230', 'short'], ['+333230', 'short'], ['15', 'short'], ['118218', 'short'], ['+33612345678', 'mobile'], ['+33781234567', 'mobile'],
    ['+33892701234', 'premium'], ['+33820123456', 'premium'], ['+33162123456', 'automated callers'], ['+33947512345', 'automated callers'],
    ['+33937123456', 'technical platform'], ['0199001234', 'E.164'], ['+33 1 99 00 12 34', 'E.164'], ['', 'E.164'],
    ['+442079460000', 'ten digits'],
  ])('may not be %j: %s', (number, reason) => {
    expect(transferNumberFault(number)).toContain(reason);
  }); // prettier-ignore
});

describe('the number of a line', () => {
  it('is that of its file, else one kept for fiction that ends as its public number', () => {
    const { administrations } = readAdministrations(shippedFiles);
    expect(administrations.map(lineNumber)).toEqual(['+33199003939', '+33199003646', '+33199003230']);
    expect(lineNumber({ publicNumber: '3230', number: { arn: '', displayed: '+33536490001', takeOver: false } })).toBe(
      '+33536490001',
    );
    expect(fictionNumber('0 809 401 401')).toBe('+33199001401');
  });

  it('is known under its public number too, unless that is a short one', () => {
    expect(numbersOfLine({ publicNumber: '01 23 45 67 89', number: 'none' })).toEqual(['+33123456789', '+33199006789']);
    expect(numbersOfLine({ publicNumber: '3230', number: { displayed: '+33536490001' } })).toEqual(['+33536490001']);
    expect(numbersOfLine({})).toEqual([]);
  });

  it('is written with the code of its territory', () => {
    expect(publicNumberE164('0262 40 12 34')).toBe('+262262401234');
    expect(publicNumberE164('+687 24 12 34')).toBe('+687241234');
    expect(publicNumberE164('0809 401 401')).toBe('+33809401401');
    expect(publicNumberE164('+33 1 23 45 67 89')).toBe('+33123456789');
    expect(publicNumberE164('3230')).toBeUndefined();
  });
});

const leadingTo = (transferNumber: string, id = 'ailleurs') => ({
  key: '4',
  id,
  spoken: { fr: 'autre chose' },
  transferNumber,
});

/** Where the CAF and the Assurance Maladie hand calls over to these numbers. */
const faults = (caf: string, assuranceMaladie: string): string[] =>
  faultLines([
    alloServicePublicFile,
    {
      path: 'am.yaml',
      text: withValues(assuranceMaladieFile.text, [[['subjects', 2], leadingTo(assuranceMaladie)]]),
    },
    {
      path: 'caf.yaml',
      text: withValues(cafFile.text, [
        [['subjects', 1], { ...leadingTo(caf), spoken: { fr: 'autre chose', en: 'something else' } }],
      ]),
    },
  ]).map((line) => line.replace(/:\d+:\d+/, ''));

describe('calls handed over', () => {
  it('may come to a line that hands over in its turn', () => {
    expect(faults('+33199003646', '+33199001234')).toEqual([]);
  });

  it('may not come back to the first line, by way of however many others', () => {
    const allo = 'administrations/allo-service-public.yaml';
    expect(faults('+33199003646', '+33199003939')).toEqual([
      `${allo} subjects[0].subjects[0].transferNumber "+33199003230": leads back to this line, by way of caf.yaml, then am.yaml`,
      `${allo} subjects[0].subjects[1].transferNumber "+33199003646": leads back to this line, by way of am.yaml`,
      `am.yaml subjects[2].transferNumber "+33199003939": leads back to this line, by way of ${allo}`,
      `caf.yaml subjects[1].transferNumber "+33199003646": leads back to this line, by way of am.yaml, then ${allo}`,
    ]);
  });

  it('may come round to lines that are not on the way, without blame for the first', () => {
    expect(faults('+33199003646', '+33199003230').filter((line) => line.includes('allo'))).toEqual([]);
  });
});
