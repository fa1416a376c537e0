import { assuranceMaladieFile, cafFile, faultLines, withValues } from './configuration-files.ts';

/** Faults of the CAF's file, in an account, and of a second file with some values replaced. */
const pair = (...values: Parameters<typeof withValues>[1]): string[] =>
  faultLines([
    { path: 'caf.yaml', text: withValues(cafFile.text, [[['account'], '111111111111']]) },
    { path: 'other.yaml', text: withValues(assuranceMaladieFile.text, values) },
  ]).map((line) => line.replace(/:\d+:\d+/, ''));

describe('two files', () => {
  it('may not have one id, nor one alias', () => {
    expect(pair([['id'], 'caf'], [['alias'], 'rappel-caf'])).toEqual([
      'other.yaml id "caf": the same id as caf.yaml',
      'other.yaml alias "rappel-caf": the same alias as caf.yaml',
    ]);
  });

  it('may have one sender ID in two accounts, but not in one', () => {
    expect(pair([['sms', 'senderId'], 'Caf'], [['account'], '222222222222'])).toEqual([]);
    expect(pair([['sms', 'senderId'], 'Caf'], [['account'], '111111111111'])).toEqual([
      'other.yaml sms.senderId "Caf": the same sender ID, in one account and region as caf.yaml',
    ]);
  });

  it('tell of what they share even where one has another fault', () => {
    expect(pair([['id'], 'caf'], [['identity'], 'ldap'])).toEqual([
      'other.yaml id "caf": the same id as caf.yaml',
      'other.yaml identity "ldap": saml or connect',
    ]);
  });
});
