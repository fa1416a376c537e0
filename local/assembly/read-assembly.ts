import type { DeployedFlow, Deployment } from '../deployment.ts';
import { readAlarms } from './alarms.ts';
import { readBucket, readContactRecordsStream, readDeliveryStream } from './delivery-streams.ts';
import {
  readCustomResource,
  readFlow,
  readFunction,
  readModule,
  readQueue,
  readQuickConnect,
  readSms,
  readTable,
  readTaskTemplate,
} from './deployed-resources.ts';
import { readRule, readSchedule } from './event-sources.ts';
import { readHours } from './opening-hours.ts';
import { StackResources } from './stack-resources.ts';
import { readStack } from './template.ts';

export interface ReadAssemblyOptions {
  /** E.164 of the line; without it, one of the range reserved for fiction. */
  number?: string | undefined;
  /** Name of the flow that callers enter. */
  entryFlowName?: string;
}

/** 01 99 00 00 00 to 01 99 00 99 99 is kept for fiction by the French numbering plan. */
const fictionNumber = '+33199000001';

/**
 * Reads one stack of a synthesised cloud assembly.
 * @throws Error naming every resource type, or the CloudFormation function, that the local contact centre does not play
 */
export function readAssembly(directory: string, stackName: string, options: ReadAssemblyOptions = {}): Deployment {
  const { number = fictionNumber, entryFlowName = 'inbound-fr' } = options;
  const resources = new StackResources(readStack(directory, stackName));
  const [instance] = resources.ofType('AWS::Connect::Instance');
  if (instance === undefined) throw new Error(`${stackName} has no AWS::Connect::Instance`);
  const flows = [
    ...resources.ofType('AWS::Connect::ContactFlow').map((id) => readFlow(resources, id)),
    ...resources.ofType('AWS::Connect::ContactFlowModule').map((id) => readModule(resources, id)),
  ];
  const tables = [...resources.ofType('AWS::DynamoDB::Table'), ...resources.ofType('AWS::DynamoDB::GlobalTable')];
  const deployment: Deployment = {
    stackName,
    region: resources.stack.region,
    accountId: resources.stack.accountId,
    instanceArn: resources.ref(instance),
    instanceId: resources.attribute(instance, 'Id'),
    number,
    entryFlowArn: entryFlow(stackName, flows, entryFlowName).arn,
    flows,
    queues: resources.ofType('AWS::Connect::Queue').map((id) => readQueue(resources, id, number)),
    taskTemplates: resources.ofType('AWS::Connect::TaskTemplate').map((id) => readTaskTemplate(resources, id)),
    quickConnects: resources.ofType('AWS::Connect::QuickConnect').map((id) => readQuickConnect(resources, id)),
    hours: resources
      .ofType('AWS::Connect::HoursOfOperation')
      .map((id) => readHours(resources.ref(id), resources.read('AWS::Connect::HoursOfOperation', id))),
    functions: resources.ofType('AWS::Lambda::Function').map((id) => readFunction(resources, id)),
    tables: tables.map((id) => readTable(resources, id)),
    ...readEventSources(resources),
    buckets: resources.ofType('AWS::S3::Bucket').map((id) => readBucket(resources, id)),
    deliveryStreams: resources
      .ofType('AWS::KinesisFirehose::DeliveryStream')
      .map((id) => readDeliveryStream(resources, id)),
    contactRecordsStream: readContactRecordsStream(resources),
    customResources: resources.custom().map((id) => readCustomResource(resources, id)),
    sms: readSms(resources),
    alarms: readAlarms(resources),
    deadLetterQueue: deadLetterQueue(resources),
  };
  refuseUnknownTargets(deployment);
  return deployment;
}

function readEventSources(resources: StackResources): Pick<Deployment, 'schedules' | 'eventRules'> {
  const rules = resources
    .ofType('AWS::Events::Rule')
    .map((id) => readRule(resources.ref(id), resources.read('AWS::Events::Rule', id)));
  const schedules = resources
    .ofType('AWS::Scheduler::Schedule')
    .flatMap((id) => readSchedule(resources.ref(id), resources.read('AWS::Scheduler::Schedule', id)));
  return {
    schedules: [...rules.flatMap((rule) => rule.schedules), ...schedules],
    eventRules: rules.flatMap((rule) => rule.eventRules),
  };
}

/** Events that are given up lie in one queue here. */
function deadLetterQueue(resources: StackResources): string | undefined {
  const [queue, ...others] = resources.ofType('AWS::SQS::Queue');
  if (others.length > 0) throw new Error(`${resources.stack.stackName}: only one AWS::SQS::Queue is played locally`);
  return queue && resources.attribute(queue, 'QueueName');
}

/** Whether or not a number is attached yet, callers enter the flow of that name. */
function entryFlow(stackName: string, flows: DeployedFlow[], name: string): DeployedFlow {
  const flow = flows.find((each) => each.name === name || each.name.endsWith(`-${name}`));
  if (!flow) throw new Error(`${stackName} has no flow ${name} for callers to enter`);
  return flow;
}

function refuseUnknownTargets(deployment: Deployment): void {
  const { stackName, schedules, eventRules, customResources, deliveryStreams, contactRecordsStream } = deployment;
  const arns = new Set([...deployment.functions, ...deliveryStreams].map(({ arn }) => arn));
  const targets = [
    ...schedules.map((each) => each.functionArn),
    ...eventRules.flatMap((each) => [...each.functionArns, ...each.streamArns]),
    ...customResources.map((each) => each.functionArn),
    ...deliveryStreams.flatMap(({ transformation }) => transformation?.functionArn ?? []),
    ...(contactRecordsStream === undefined ? [] : [contactRecordsStream]),
  ];
  const unknown = targets.filter((target) => !arns.has(target));
  if (unknown.length === 0) return;
  throw new Error(
    `${stackName}: only functions and delivery streams of the stack are played locally, not ${unknown.join(', ')}`,
  );
}
