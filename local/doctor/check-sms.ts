import type {
  GetProtectConfigurationCountryRuleSetResult,
  SenderIdInformation,
  SpendLimit,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { Administration } from '../../domain/administration/administration.ts';
import { physicalIds, type AccountAnswers } from './account-answers.ts';
import { checked, good, later, toMend, type Finding } from './findings.ts';

/** What an account may spend a month before anybody has asked for more, in US dollars. */
const initialSpendUsd = 1;

/** Whether confirmations and reminders reach anybody. */
export function checkSms(line: Administration, answers: AccountAnswers): Finding[] {
  const { sms } = answers;
  return [
    ...checked('sms account', sms.account, 'sms-voice:DescribeAccountAttributes', (attributes) =>
      tier(attributes.find(({ Name }) => Name === 'ACCOUNT_TIER')?.Value),
    ),
    ...checked('sms spending', sms.spendLimits, 'sms-voice:DescribeSpendLimits', spending),
    ...senderIds(line, answers),
    ...protection(line, answers),
    ...checked('sms opted out', sms.optedOut, 'sms-voice:DescribeOptedOutNumbers', (count) =>
      good('sms opted out', `${count} number${count === 1 ? ' gets' : 's get'} no SMS of this account, at their wish`),
    ),
  ];
}

function tier(found: string | undefined): Finding {
  if (found === 'PRODUCTION') return good('sms account', 'out of the sandbox');
  const mend = 'ask AWS Support to leave the sandbox: until then, verified numbers alone get an SMS, for 1 USD a month';
  return toMend('sms account', found === 'SANDBOX' ? 'in the sandbox' : `of the tier ${found}`, mend);
}

function spending(limits: readonly SpendLimit[]): Finding {
  const limit = limits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT');
  const [enforced, most] = [limit?.EnforcedLimit ?? 0, limit?.MaxLimit ?? 0];
  const found = `${enforced} USD a month, of at most ${most}`;
  if (enforced > initialSpendUsd) return good('sms spending', found);
  const mend =
    most > initialSpendUsd
      ? 'raise it to what npm run plan foresees (aws pinpoint-sms-voice-v2 set-text-message-spend-limit-override)'
      : 'ask Service Quotas for more: beyond it, every SMS is refused until the month ends';
  return toMend('sms spending', found, mend);
}

function senderIds({ sms: { senderId } }: Administration, { sms, resources, stack }: AccountAnswers): Finding[] {
  if (!('value' in stack) || !stack.value) return [later('sms sender')];
  const wanted = physicalIds(resources, 'AWS::SMSVOICE::SenderId').length;
  return checked(
    'sms sender',
    sms.senderIds,
    'sms-voice:DescribeSenderIds',
    (found: readonly SenderIdInformation[]) => {
      const countries = found
        .filter((each) => each.SenderId === senderId)
        .map(({ IsoCountryCode }) => String(IsoCountryCode));
      const told = `${senderId} in ${countries.toSorted().join(', ') || 'no country'}`;
      if (countries.length >= wanted) return good('sms sender', told);
      return toMend('sms sender', `${told}; the stack has it in ${wanted} countries`, 'deploy again');
    },
  );
}

function protection({ sms: { countries } }: Administration, { sms }: AccountAnswers): Finding[] {
  const { configurationSet, countryRules } = sms;
  if (!configurationSet) return [later('sms countries')];
  return checked('sms countries', configurationSet, 'sms-voice:DescribeConfigurationSets', (set) => {
    if (!set?.ProtectConfigurationId || !countryRules) {
      return toMend('sms countries', 'nothing protects from SMS to other countries', 'deploy again');
    }
    const action = 'sms-voice:GetProtectConfigurationCountryRuleSet';
    return checked('sms countries', countryRules, action, (rules) => countriesOf(countries, rules));
  });
}

function countriesOf(
  wanted: readonly string[],
  { CountryRuleSet: rules = {} }: GetProtectConfigurationCountryRuleSetResult,
): Finding {
  const allowed = new Set(
    Object.entries(rules).flatMap(([country, { ProtectStatus }]) => (ProtectStatus === 'BLOCK' ? [] : [country])),
  );
  const blocked = wanted.filter((country) => !allowed.has(country));
  const others = [...allowed].filter((country) => !wanted.includes(country));
  if (blocked.length === 0 && others.length === 0)
    return good('sms countries', `${wanted.length} of ${wanted.length} allowed, all others blocked`);
  const told = [
    ...(blocked.length > 0 ? [`blocked although the file has them: ${blocked.join(', ')}`] : []),
    ...(others.length > 0
      ? [`allowed although the file has them not: ${others.toSorted().slice(0, 10).join(', ')}`]
      : []),
  ];
  return toMend('sms countries', told.join('; '), 'deploy again');
}
