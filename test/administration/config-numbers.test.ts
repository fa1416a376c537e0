import { displayedNumberFault, publicNumberFault } from '../../domain/administration/publicly-known-numbers.ts';
import { senderIdFault } from '../../domain/administration/sender-id.ts';

describe('the number people dial', () => {
  it.each([
    '3230', '3646', '39 39', '3919', '01 23 45 67 89', '05.36.49.00.00', '+33 1 23 45 67 89', '0972123456', '0800 123 456',
    '0805123456', '0809 401 401', '0262 40 12 34', '0596301234', '+262 262 40 12 34', '+508 41 12 34', '+687 24 12 34',
    '+689 40 41 23 45', '+681 72 12 34',
  ])('may be %s', (number) => {
    expect(publicNumberFault(number)).toBeUndefined();
  }); // prettier-ignore

  it.each([
    ['0810 123 456', 'premium'], ['0825123456', 'premium'], ['+33 892 70 12 34', 'premium'], ['0899123456', 'premium'],
    ['0836 65 65 65', 'premium'], ['118 218', 'premium'], ['06 12 34 56 78', 'mobile'], ['+33612345678', 'mobile'],
    ['0781234567', 'mobile'], ['0937123456', 'technical platform'], ['15', 'emergency'], ['112', 'emergency'],
    ['116117', 'emergency'], ['1014', "operator's own"], ['', 'ten digits'], ['4230', 'ten digits'], ['32300', 'ten digits'],
    ['012345678', 'ten digits'], ['00 33 1 23 45 67 89', 'ten digits'], ['0870123456', 'ten digits'], ['32-trente', 'ten digits'],
    ['+44 20 7946 0000', 'ten digits'],
  ])('may not be %j: %s', (number, reason) => {
    expect(publicNumberFault(number)).toContain(reason);
  }); // prettier-ignore
});

describe('the number shown as caller ID', () => {
  it.each(['+33199001234', '+33972123456', '+33800123456', '+262262401234', '+68940412345'])('may be %s', (number) => {
    expect(displayedNumberFault(number)).toBeUndefined();
  });

  it.each(['3230', '+333230', '0199001234', '+33 1 99 00 12 34', '+33612345678', '+33892701234', '+442079460000', ''])(
    'may not be %j',
    (number) => {
      expect(displayedNumberFault(number)).toEqual(expect.any(String));
    },
  );
});

describe('a sender ID', () => {
  it.each(['CAF', 'AMELI', 'Impots', 'CPAM75', 'ABCDEFGHIJK'])('may be %s', (senderId) => {
    expect(senderIdFault(senderId)).toBeUndefined();
  });

  it.each([
    'RDV', 'rappel', 'Info', 'SMS', 'ALERTE', 'Alert', 'URGENT', 'GOUV', 'PAYMENT', 'Colis', 'BANK', 'AB', '12345', 'ABCDEFGHIJKL',
    'MA CAF', 'MA-CAF', 'Impôts', '', 'CAF\n',
  ])('may not be %j', (senderId) => {
    expect(senderIdFault(senderId)).toEqual(expect.any(String));
  }); // prettier-ignore
});
