import { jest } from '@jest/globals';
import { line } from './example-booking.ts';

process.env['RULES'] = JSON.stringify(line);
const { handler } = await import('../../lambdas/callback/check-number.ts');
const check = (number: string) => handler({ Details: { Parameters: { number, language: 'fr' } } });

describe('checking a number', () => {
  it.each([
    ['+33612345678', 'mobile', '+33612345678'],
    ['0142345678', 'landline', '+33142345678'],
    ['+33972123456', 'landline', '+33972123456'],
    ['0692123456', 'mobile', '+262692123456'],
  ])('%s passes as %s', async (number, status, e164) => {
    const result = await check(number);
    expect(result).toMatchObject({ status, number: e164, reason: '' });
    expect(result.spokenNumber.endsWith(result.spokenEnding)).toBe(true);
  });

  it.each([
    '',
    'anonymous',
    'Timeout',
    '+33199003230',
    '3230',
    '0899123456',
    '0948123456',
    '+4915112345678',
    '0696301234',
  ])('%s is refused with a sentence that asks for another', async (number) => {
    expect(await check(number)).toEqual({
      status: 'refused',
      number: '',
      spokenNumber: '',
      spokenEnding: '',
      reason: expect.stringMatching(/Composez les dix chiffres/),
    });
  });

  it('prints nothing', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await check('+33612345678');
    await check('0899123456');
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  });
});
