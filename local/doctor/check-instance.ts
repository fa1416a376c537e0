import type {
  Attribute,
  ClaimedPhoneNumberSummary,
  ContactFlowSummary,
  FlowAssociationSummary,
} from '@aws-sdk/client-connect';
import type { Administration } from '../../domain/administration/administration.ts';
import { physicalIds, type AccountAnswers, type InstanceAnswers } from './account-answers.ts';
import { ofAlias } from './check-account.ts';
import { checked, good, later, missingOf, toMend, type Finding } from './findings.ts';

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** The instance of the stack and what stands in it. */
export function checkInstance(line: Administration, answers: AccountAnswers): Finding[] {
  const { instance, stack } = answers;
  if (!('value' in stack) || !stack.value) return [later('instance')];
  if (!instance) return [theInstance(line, answers)];
  return [
    theInstance(line, answers),
    ...checked('instance attributes', instance.attributes, 'connect:ListInstanceAttributes', attributes),
    ...checked('queues', instance.queues, 'connect:ListQueues', (names) => queues(line, names)),
    ...checked('hours', instance.hours, 'connect:ListHoursOfOperations', (names) => hours(line, names)),
    ...checked('flows', instance.flows, 'connect:ListContactFlows', (found) => flows(found, answers)),
    ...checked('functions', instance.functions, 'connect:ListLambdaFunctions', (found) => functions(found, answers)),
    ...checked('test cases', instance.testCases, 'connect:ListTestCases', (found) =>
      count(
        'test cases',
        found.map(({ Id = '' }) => Id),
        physicalIds(answers.resources, 'AWS::Connect::TestCase').map(lastPart),
      ),
    ),
    ...number(line, answers, instance),
  ];
}

function theInstance(line: Administration, answers: AccountAnswers): Finding {
  const found = ofAlias(line, answers);
  const redeploy = `deploy again; a changed alias or identity makes another instance, without the number: npm run diff-gate -- ${line.id} tells`;
  if (!found) return toMend('instance', `the stack is there, and no instance is named ${line.alias}`, redeploy);
  const wrong = [
    found.InstanceStatus === 'ACTIVE' ? '' : String(found.InstanceStatus),
    found.IdentityManagementType === (line.identity === 'saml' ? 'SAML' : 'CONNECT_MANAGED')
      ? ''
      : `identity is ${found.IdentityManagementType}, the file says ${line.identity}`,
    found.InboundCallsEnabled ? '' : 'takes no calls',
    found.OutboundCallsEnabled ? '' : 'makes no calls: nobody is called back',
  ].filter((text) => text !== '');
  if (wrong.length > 0) return toMend('instance', `${line.alias}: ${wrong.join('; ')}`, redeploy);
  return good('instance', `${line.alias} is active, takes and makes calls, ${line.identity} identity`);
}

const wantedAttributes = { CONTACTFLOW_LOGS: 'flow logs', AUTO_RESOLVE_BEST_VOICES: 'the best voice of a language' };

function attributes(found: readonly Attribute[]): Finding {
  const on = new Set(found.filter(({ Value }) => Value === 'true').map(({ AttributeType }) => String(AttributeType)));
  const off = Object.entries(wantedAttributes).flatMap(([name, told]) => (on.has(name) ? [] : [told]));
  if (off.length === 0) return good('instance attributes', Object.values(wantedAttributes).join(', '));
  return toMend(
    'instance attributes',
    `switched off: ${off.join(', ')}`,
    'deploy again, or switch them on in the console',
  );
}

function queues({ queues: wanted }: Administration, names: readonly string[]): Finding {
  const { told, missing } = missingOf([...Object.keys(wanted), 'supervision'], new Set(names));
  return missing.length === 0 ? good('queues', told) : toMend('queues', told, 'deploy again');
}

function hours({ id, queues: wanted }: Administration, names: readonly string[]): Finding {
  const own = Object.entries(wanted).flatMap(([queue, each]) =>
    Object.keys(each.hours).length > 0 ? [`${id}-${queue}`] : [],
  );
  const { told, missing } = missingOf([id, ...own], new Set(names));
  return missing.length === 0 ? good('hours', told) : toMend('hours', told, 'deploy again');
}

function flows(found: readonly ContactFlowSummary[], { resources }: AccountAnswers): Finding {
  const deployed = physicalIds(resources, 'AWS::Connect::ContactFlow');
  const there = new Map(found.map((flow) => [flow.Id, flow]));
  const missing = deployed.filter((arn) => !there.has(lastPart(arn)));
  const idle = deployed.flatMap((arn) => there.get(lastPart(arn)) ?? []).filter((flow) => !isInForce(flow));
  if (missing.length === 0 && idle.length === 0)
    return good('flows', `${deployed.length} of ${deployed.length} published`);
  const told = `${missing.length} are gone, ${idle.length} are not published or archived${names(idle)}`;
  return toMend('flows', told, 'deploy again: callers who reach one of them are dropped');
}

const names = (idle: readonly ContactFlowSummary[]): string =>
  idle.length === 0 ? '' : `: ${idle.map(({ Name }) => Name).join(', ')}`;

/** Older answers tell no status: what is listed then was published. */
const isInForce = ({ ContactFlowState, ContactFlowStatus }: ContactFlowSummary): boolean =>
  ContactFlowState !== 'ARCHIVED' && ContactFlowStatus !== 'SAVED';

function functions(associated: readonly string[], { resources }: AccountAnswers): Finding {
  const ours = new Set(physicalIds(resources, 'AWS::Lambda::Function'));
  const wanted = physicalIds(resources, 'AWS::Connect::IntegrationAssociation').length;
  const found = associated.filter((arn) => ours.has(arn.slice(arn.lastIndexOf(':') + 1))).length;
  if (found >= wanted) return good('functions', `flows may invoke ${found} of ${wanted}`);
  return toMend(
    'functions',
    `flows may invoke ${found} of ${wanted}`,
    'deploy again: what flows ask of the others fails',
  );
}

function count(check: string, present: readonly string[], wanted: readonly string[]): Finding {
  const { told, missing } = missingOf(wanted, new Set(present));
  if (missing.length === 0) return good(check, told);
  return toMend(check, `${wanted.length - missing.length} of ${wanted.length}`, 'deploy again');
}

function number(line: Administration, answers: AccountAnswers, instance: InstanceAnswers): Finding[] {
  if (line.number === 'none' || !instance.number) {
    const mend = `order or port a number for the instance, then write its ARN under "number" in administrations/${line.id}.yaml`;
    return [toMend('number', 'none: nobody can ring yet', mend)];
  }
  const { displayed } = line.number;
  return [
    ...checked('number', instance.number, 'connect:DescribePhoneNumber', (found) =>
      claimed(displayed, found, ofAlias(line, answers)?.Arn),
    ),
    ...checked('number enters', instance.numberFlows, 'connect:ListFlowAssociations', (found) =>
      attached(line.number === 'none' ? '' : line.number.arn, found, instance),
    ),
  ];
}

function claimed(displayed: string, found: ClaimedPhoneNumberSummary, instanceArn: string | undefined): Finding {
  const wrong = [
    found.PhoneNumber === displayed ? '' : `it is ${found.PhoneNumber}, the file says ${displayed}`,
    found.PhoneNumberStatus?.Status === 'CLAIMED' ? '' : `its status is ${found.PhoneNumberStatus?.Status}`,
    found.TargetArn === instanceArn ? '' : 'it is on another instance',
  ].filter((text) => text !== '');
  if (wrong.length === 0) return good('number', `${displayed} is claimed, on this instance`);
  return toMend(
    'number',
    wrong.join('; '),
    'correct "number" in the file (takeOver: true moves it here), and deploy again',
  );
}

const entryFlow = 'inbound-fr';

function attached(
  numberArn: string,
  found: readonly FlowAssociationSummary[],
  { flows: listed }: InstanceAnswers,
): Finding {
  const association = found.find(({ ResourceId = '' }) => lastPart(ResourceId) === lastPart(numberArn));
  const flow =
    'value' in listed ? listed.value.find(({ Id }) => Id === lastPart(association?.FlowId ?? '')) : undefined;
  if (flow?.Name === entryFlow) return good('number enters', entryFlow);
  const told = association
    ? `another flow${flow?.Name === undefined ? '' : `, ${flow.Name}`}`
    : 'no flow: callers hear nothing';
  return toMend('number enters', told, `attach it to ${entryFlow}, or deploy again`);
}
