import type { LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import type { Subscription } from '@aws-sdk/client-sns';
import type { Administration } from '../../domain/administration/administration.ts';
import { physicalIds, type AccountAnswers, type OperationsAnswers } from './account-answers.ts';
import { checked, good, later, toMend, type Finding } from './findings.ts';

/** Half a year: as long as somebody may take to look at the file again. */
const holidaysAheadDays = 183;

/** Somebody hears of the alarms, nothing personal lies open or for ever, what is lost can be restored. */
export function checkOperations(line: Administration, answers: AccountAnswers, now: Date): Finding[] {
  const { subscriptions, logGroups, table } = answers.operations;
  const names = physicalIds(answers.resources, 'AWS::Logs::LogGroup');
  return [
    holidays(line, now),
    ...(subscriptions ? checked('alarms', subscriptions, 'sns:ListSubscriptionsByTopic', hearers) : [later('alarms')]),
    ...(names.length > 0
      ? checked('logs', logGroups, 'logs:DescribeLogGroups', (found) => logs(line, names, found))
      : [later('logs')]),
    ...(table ? ledger(answers.operations, table) : [later('ledger')]),
  ];
}

function holidays({ id, holidays: { through } }: Administration, now: Date): Finding {
  const ahead = new Date(now.getTime() + holidaysAheadDays * 86_400_000).getUTCFullYear();
  if (through >= ahead) return good('holidays', `known through ${through}`);
  const mend = `raise "holidays.through" in administrations/${id}.yaml and deploy: on a holiday that is not known, callers wait for nobody`;
  return toMend('holidays', `known through ${through} only`, mend);
}

function hearers(subscriptions: readonly Subscription[]): Finding {
  const confirmed = subscriptions.filter(({ SubscriptionArn }) => SubscriptionArn?.startsWith('arn:')).length;
  const pending = subscriptions.filter(({ SubscriptionArn }) => SubscriptionArn === 'PendingConfirmation').length;
  const told = `${confirmed} subscribed${pending > 0 ? `, ${pending} not confirmed yet` : ''}`;
  if (confirmed > 0) return good('alarms', told);
  return toMend(
    'alarms',
    told,
    'subscribe whoever is on duty to the topic that the output AlarmTopic names, and confirm',
  );
}

function logs(
  { alias, retentionDays }: Administration,
  names: readonly string[],
  groups: readonly LogGroup[],
): Finding {
  const found = names.map((name) => groups.find(({ logGroupName }) => logGroupName === name));
  const open = found.filter((group) => group && !group.kmsKeyId).length;
  const long = found.filter((group) => group && group.retentionInDays !== retentionDays.logs).length;
  const gone = found.filter((group) => !group).length;
  const noFlows = names.includes(`/aws/connect/${alias}`) ? [] : ['that of the flows is not the stack’s'];
  const wrong = [
    ...(open > 0 ? [`${open} not encrypted`] : []),
    ...(long > 0 ? [`${long} not kept ${retentionDays.logs} days`] : []),
    ...(gone > 0 ? [`${gone} gone`] : []),
    ...noFlows,
  ];
  if (wrong.length === 0) return good('logs', `${names.length} groups, encrypted, kept ${retentionDays.logs} days`);
  return toMend('logs', wrong.join(', '), 'deploy again; a group that was made by hand is deleted first');
}

function ledger({ backups, timeToLive }: OperationsAnswers, table: NonNullable<OperationsAnswers['table']>): Finding[] {
  const notAsked = { refused: 'not asked' };
  return [
    ...checked('ledger', table, 'dynamodb:DescribeTable', (found) => {
      const wrong = [
        found.TableStatus === 'ACTIVE' ? '' : `is ${found.TableStatus}`,
        found.DeletionProtectionEnabled ? '' : 'may be deleted by mistake',
        found.SSEDescription?.SSEType === 'KMS' ? '' : 'is not under the key of the stack',
      ].filter((text) => text !== '');
      if (wrong.length > 0) return toMend('ledger', wrong.join('; '), 'deploy again');
      return good('ledger', 'active, protected from deletion, encrypted');
    }),
    ...checked('backup', backups ?? notAsked, 'dynamodb:DescribeContinuousBackups', (found) => {
      const days = found.PointInTimeRecoveryDescription;
      if (days?.PointInTimeRecoveryStatus === 'ENABLED')
        return good('backup', 'restorable to any second of the last 35 days at most');
      return toMend('backup', 'no point-in-time recovery: what is lost is lost', 'deploy again');
    }),
    ...checked('forgetting', timeToLive ?? notAsked, 'dynamodb:DescribeTimeToLive', (found) => {
      const isOn = found.TimeToLiveStatus === 'ENABLED' && found.AttributeName === 'ttl';
      if (isOn) return good('forgetting', 'items go when their time has come');
      return toMend(
        'forgetting',
        'nothing is ever forgotten: time to live is off',
        'switch it on for the attribute ttl, or deploy again',
      );
    }),
  ];
}
