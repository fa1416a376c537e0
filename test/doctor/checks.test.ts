import type { Administration } from '../../domain/administration/administration.ts';
import type { AccountAnswers, InstanceAnswers } from '../../local/doctor/account-answers.ts';
import { checkLine } from '../../local/doctor/check-line.ts';
import { isWell, type Finding } from '../../local/doctor/findings.ts';
import { breakages } from './breakages.ts';
import { emptyAccount, healthyAccount, line } from './recorded-account.ts';

const now = new Date('2026-11-24T09:05:00Z');
const findingsOf = (answers: AccountAnswers, of: Administration = line): Finding[] => checkLine(of, answers, now);
const unwell = (findings: Finding[]): Finding[] => findings.filter(({ verdict }) => verdict !== 'good');

/** The answers of the healthy account, one of them changed. */
function changed(change: (answers: AccountAnswers) => void): AccountAnswers {
  const answers = healthyAccount();
  change(answers);
  return answers;
}
const instanceOf = ({ instance }: AccountAnswers): InstanceAnswers => instance!;

describe('a healthy account', () => {
  it('has nothing to mend, and every check says what it found', () => {
    const findings = findingsOf(healthyAccount());
    expect(unwell(findings)).toEqual([]);
    expect(isWell(findings)).toBe(true);
    const checks = findings.map(({ check }) => check);
    expect(new Set(checks).size).toBe(checks.length);
    expect(checks.length).toBeGreaterThan(25);
    expect(findings.filter(({ found }) => found === '' || found.includes('undefined'))).toEqual([]);
  });

  it('tells no number of a person: of opted-out numbers it counts', () => {
    const text = JSON.stringify(findingsOf(healthyAccount()));
    expect(text.match(/\+\d{6,}/gu)).toEqual(['+33970000001']);
    expect(text).toContain('2 numbers get no SMS of this account');
  });
});

describe('an account before the first deployment', () => {
  it('is well where there is room: what needs the stack is looked at later', () => {
    const findings = findingsOf(emptyAccount(), { ...line, number: 'none' });
    expect(findings.filter(({ verdict }) => verdict === 'mend' || verdict === 'unknown')).toMatchObject([
      { check: 'concurrent calls', verdict: 'mend' },
    ]);
    expect(findings.filter(({ verdict }) => verdict === 'later').map(({ check }) => check)).toEqual([
      'stack',
      'instance',
      'sms sender',
      'sms countries',
      'alarms',
      'logs',
      'ledger',
    ]);
  });

  it('is not, where the alias is taken, or no further instance is allowed', () => {
    const taken = emptyAccount();
    taken.instances = healthyAccount().instances;
    expect(findingsOf(taken)).toContainEqual(
      expect.objectContaining({ check: 'instances', verdict: 'mend', found: expect.stringContaining('is no stack') }),
    );
    const full = emptyAccount();
    full.instances = { value: [{ InstanceAlias: 'one' }, { InstanceAlias: 'two' }] };
    expect(findingsOf(full)).toContainEqual(
      expect.objectContaining({
        check: 'instances',
        verdict: 'mend',
        found: '2 in this region, and no more are allowed',
      }),
    );
  });
});

describe('what is wrong', () => {
  it.each(breakages)('%s is found, said, and told how to mend', (_, break_, check, found, mend) => {
    const findings = unwell(findingsOf(changed(break_)));
    expect(isWell(findings)).toBe(false);
    expect(findings).toContainEqual({
      check,
      verdict: 'mend',
      found: expect.stringMatching(found) as string,
      mend: expect.stringMatching(mend) as string,
    });
    expect(findings).toHaveLength(1);
  });

  it('may be one fault of which others come: without the instance, its number is elsewhere', () => {
    const renamed = changed((all) => {
      all.instances = { value: [{ InstanceAlias: 'other' }] };
      all.quotas = { value: [{ QuotaName: 'Concurrent calls per instance', Value: 300 }] };
    });
    expect(unwell(findingsOf(renamed))).toMatchObject([
      { check: 'instance', found: 'the stack is there, and no instance is named rappel-caf' },
      { check: 'number', found: 'it is on another instance' },
    ]);
  });

  it('is also in the file: no number yet, holidays that end, a raise that AWS has not given', () => {
    const file = {
      ...line,
      number: 'none' as const,
      holidays: { ...line.holidays, through: 2026 },
      quotas: { outboundCallsPerSecond: 5 },
    };
    expect(unwell(findingsOf(healthyAccount(), file))).toMatchObject([
      { check: 'outbound calls', found: '2 a second allowed, the file says 5' },
      { check: 'number', found: 'none: nobody can ring yet' },
      { check: 'holidays', found: 'known through 2026 only' },
    ]);
  });
});

describe('what the account would not say', () => {
  it('is not taken for good, and the right that is missing is named', () => {
    const answers = changed((all) => {
      all.sms.account = { refused: 'AccessDeniedException' };
      instanceOf(all).securityProfiles = { refused: 'AccessDeniedException' };
    });
    const findings = findingsOf(answers);
    expect(isWell(findings)).toBe(false);
    expect(unwell(findings)).toMatchObject([
      { check: 'users', verdict: 'unknown', mend: expect.stringContaining('connect:ListSecurityProfiles') },
      {
        check: 'sms account',
        verdict: 'unknown',
        found: 'the account did not say: AccessDeniedException',
        mend: expect.stringContaining('sms-voice:DescribeAccountAttributes'),
      },
    ]);
  });

  it('of the stack leaves nothing to be said of what it consists of', () => {
    const findings = findingsOf(changed((all) => (all.resources = { refused: 'AccessDenied' })));
    expect(unwell(findings)).toMatchObject([{ check: 'resources', verdict: 'unknown' }]);
    expect(findings.map(({ check }) => check)).not.toContain('flows');
  });

  it('of the quotas is unknown, with what is needed', () => {
    const findings = unwell(findingsOf(changed((all) => (all.quotas = { value: [] }))));
    expect(findings).toMatchObject([
      { check: 'concurrent calls', verdict: 'unknown', mend: expect.stringContaining('120') },
    ]);
  });
});
