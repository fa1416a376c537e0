import type { Stack } from '@aws-sdk/client-cloudformation';
import type { InstanceSummary } from '@aws-sdk/client-connect';
import type { ServiceQuota } from '@aws-sdk/client-service-quotas';
import type { Administration } from '../../domain/administration/administration.ts';
import type { AccountAnswers } from './account-answers.ts';
import { checked, good, later, toMend, type Finding } from './findings.ts';

/** The account, the region, the stack, and what AWS allows. */
export function checkAccount(line: Administration, answers: AccountAnswers): Finding[] {
  const { accountId, instances, stack, quotas } = answers;
  return [
    theAccount(line, accountId),
    ...checked('region', instances, 'connect:ListInstances', () =>
      good('region', `Amazon Connect answers in ${line.region}`),
    ),
    ...checked('stack', stack, 'cloudformation:DescribeStacks', (found) => theStack(line, found)),
    ...checked('instances', instances, 'connect:ListInstances', (found) => roomForInstance(line, found, answers)),
    ...checked('concurrent calls', quotas, 'servicequotas:ListServiceQuotas', (found) =>
      concurrentCalls(line, found, ofAlias(line, answers)),
    ),
    ...outboundRate(line, answers),
  ];
}

export const ofAlias = ({ alias }: Administration, { instances }: AccountAnswers): InstanceSummary | undefined =>
  'value' in instances ? instances.value.find(({ InstanceAlias }) => InstanceAlias === alias) : undefined;

function theAccount({ id, account }: Administration, accountId: string): Finding {
  if (account === undefined) return good('account', `${accountId}, that of the credentials; the file names none`);
  if (account === accountId) return good('account', `${accountId}, as the file says`);
  return toMend(
    'account',
    `the credentials are of ${accountId}, the file says ${account}`,
    `use credentials of ${account}, or correct "account" in administrations/${id}.yaml`,
  );
}

function theStack({ id }: Administration, stack: Stack | undefined): Finding[] {
  if (!stack) return [later('stack')];
  const status = String(stack.StackStatus);
  const drift = stack.DriftInformation?.StackDriftStatus ?? 'NOT_CHECKED';
  const events = `read the events of the stack Rappel-${id}, mend what failed, and deploy again`;
  return [
    /^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)
      ? good('stack', status)
      : toMend('stack', status, status.endsWith('IN_PROGRESS') ? 'wait until it is done, and run this again' : events),
    drift === 'DRIFTED'
      ? toMend(
          'drift',
          'resources were changed by hand',
          'see which (detect-stack-drift), and put them back: the next deployment would',
        )
      : good(
          'drift',
          drift === 'IN_SYNC' ? 'nothing was changed by hand' : 'never looked for; detect-stack-drift does',
        ),
  ];
}

/** Before the first deployment: an alias that is in use already, or no room, makes it fail half an hour later. */
function roomForInstance(
  { id, alias }: Administration,
  instances: readonly InstanceSummary[],
  { stack, quotas }: AccountAnswers,
): Finding[] {
  if (!('value' in stack) || stack.value) return [];
  if (instances.some(({ InstanceAlias }) => InstanceAlias === alias)) {
    const mend = `an alias is unique in the world: give "alias" in administrations/${id}.yaml another value, or delete that instance`;
    return [toMend('instances', `an instance ${alias} is there, and is no stack's`, mend)];
  }
  const allowed = quotaNamed('value' in quotas ? quotas.value : [], /instances per/i);
  if (allowed === undefined || instances.length < allowed) {
    return [
      good(
        'instances',
        `${instances.length} in this region${allowed === undefined ? '' : ` of ${allowed} allowed`}, none named ${alias}`,
      ),
    ];
  }
  const mend = 'ask Service Quotas for more "Amazon Connect instances per account", or use an account of its own';
  return [toMend('instances', `${instances.length} in this region, and no more are allowed`, mend)];
}

/** Each agent on duty is in one call, and as many callers may wait; beyond, callers hear the engaged tone and no flow knows of them. */
function concurrentCalls(
  line: Administration,
  quotas: readonly ServiceQuota[],
  instance: InstanceSummary | undefined,
): Finding {
  const check = 'concurrent calls';
  const needed = 2 * mostAgents(line);
  const allowed = quotaNamed(quotas, /concurrent (active )?calls per instance/i, instance?.Arn);
  if (allowed === undefined) {
    return {
      check,
      verdict: 'unknown',
      found: 'Service Quotas lists none for this instance',
      mend: `see it in the console; about ${needed} are needed for ${mostAgents(line)} agents`,
    };
  }
  const found = `${allowed} allowed; about ${needed} are needed for ${mostAgents(line)} agents`;
  if (allowed >= needed) return good(check, found);
  return toMend(check, found, 'ask Service Quotas for more, once the instance exists: it takes hours to three weeks');
}

/** On duty at once, in all queues. */
const mostAgents = ({ queues }: Administration): number =>
  Object.values(queues).reduce((sum, { agents }) => sum + Math.max(...Object.values(agents)), 0);

function outboundRate(
  { quotas: { outboundCallsPerSecond: stated } }: Administration,
  { quotas }: AccountAnswers,
): Finding[] {
  if (stated === undefined || !('value' in quotas)) return [];
  const allowed = quotaNamed(quotas.value, /StartOutboundVoiceContact/i);
  if (allowed !== undefined && allowed < stated) {
    const mend =
      'ask for the raise, or lower "quotas.outboundCallsPerSecond": what is beyond is refused, and dialled again';
    return [toMend('outbound calls', `${allowed} a second allowed, the file says ${stated}`, mend)];
  }
  const told = allowed === undefined ? 'Service Quotas lists none' : `${allowed} a second allowed`;
  return [good('outbound calls', `${told}; the file says ${stated}`)];
}

/** That of the resource, where it has one of its own. */
function quotaNamed(quotas: readonly ServiceQuota[], name: RegExp, resourceArn?: string): number | undefined {
  const named = quotas.filter(({ QuotaName }) => name.test(QuotaName ?? ''));
  const own = named.find(({ QuotaContext }) => resourceArn !== undefined && QuotaContext?.ContextId === resourceArn);
  return (
    own ?? named.find(({ QuotaContext }) => QuotaContext?.ContextId === undefined || QuotaContext.ContextId === '*')
  )?.Value;
}
