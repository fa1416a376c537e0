import type { StackResourceSummary } from '@aws-sdk/client-cloudformation';
import {
  GetProtectConfigurationCountryRuleSetCommand,
  paginateDescribeAccountAttributes,
  paginateDescribeConfigurationSets,
  paginateDescribeOptedOutNumbers,
  paginateDescribeSenderIds,
  paginateDescribeSpendLimits,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { physicalIds, type SmsAnswers } from './account-answers.ts';
import { asked, askedAll, clientSettings } from './asking.ts';
import type { Answer } from './findings.ts';

/** AWS End User Messaging SMS: the account's state, and what the stack has there. */
export async function askSms(region: string, resources: Answer<StackResourceSummary[]>): Promise<SmsAnswers> {
  const client = new PinpointSMSVoiceV2Client(clientSettings(region));
  const [setName] = physicalIds(resources, 'AWS::SMSVOICE::ConfigurationSet');
  const configurationSet = setName === undefined ? undefined : await askConfigurationSet(client, setName);
  const optedOut = await askedAll(
    () => paginateDescribeOptedOutNumbers({ client }, { OptOutListName: 'Default' }),
    (page) => page.OptedOutNumbers,
  );
  return {
    account: await askedAll(
      () => paginateDescribeAccountAttributes({ client }, {}),
      (page) => page.AccountAttributes,
    ),
    spendLimits: await askedAll(
      () => paginateDescribeSpendLimits({ client }, {}),
      (page) => page.SpendLimits,
    ),
    senderIds: await askedAll(
      () => paginateDescribeSenderIds({ client }, {}),
      (page) => page.SenderIds,
    ),
    // Their numbers are nobody's to see.
    optedOut: 'value' in optedOut ? { value: optedOut.value.length } : optedOut,
    configurationSet,
    countryRules: await askCountryRules(client, configurationSet),
  };
}

type SetAnswer = NonNullable<SmsAnswers['configurationSet']>;

async function askConfigurationSet(client: PinpointSMSVoiceV2Client, name: string): Promise<SetAnswer> {
  const sets = await askedAll(
    () => paginateDescribeConfigurationSets({ client }, { ConfigurationSetNames: [name] }),
    (page) => page.ConfigurationSets,
  );
  return 'value' in sets ? { value: sets.value[0] } : sets;
}

async function askCountryRules(
  client: PinpointSMSVoiceV2Client,
  set: SmsAnswers['configurationSet'],
): Promise<SmsAnswers['countryRules']> {
  const id = set && 'value' in set ? set.value?.ProtectConfigurationId : undefined;
  if (id === undefined) return undefined;
  const command = { ProtectConfigurationId: id, NumberCapability: 'SMS' as const };
  return asked(() => client.send(new GetProtectConfigurationCountryRuleSetCommand(command)));
}
