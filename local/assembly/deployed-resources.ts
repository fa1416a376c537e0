import type { DeployedFlow, DeployedFunction, DeployedQueue, DeployedTable, Deployment } from '../deployment.ts';
import { readSmsSettings } from './sms-settings.ts';
import type { StackResources } from './stack-resources.ts';

export function readFlow(resources: StackResources, logicalId: string): DeployedFlow {
  const { Name, Type, Content } = resources.read('AWS::Connect::ContactFlow', logicalId);
  const arn = resources.ref(logicalId);
  return { arn, id: lastPart(arn), name: Name, type: Type, content: Content };
}

export function readModule(resources: StackResources, logicalId: string): DeployedFlow {
  const { Name, Content } = resources.read('AWS::Connect::ContactFlowModule', logicalId);
  const arn = resources.ref(logicalId);
  return { arn, id: lastPart(arn), name: Name, type: 'MODULE', content: Content };
}

/** @param number E.164: the line's own number is what every queue shows */
export function readQueue(resources: StackResources, logicalId: string, number: string): DeployedQueue {
  const properties = resources.read('AWS::Connect::Queue', logicalId);
  const arn = resources.ref(logicalId);
  return {
    arn,
    id: lastPart(arn),
    name: properties.Name,
    hoursArn: properties.HoursOfOperationArn,
    maxContacts: properties.MaxContacts,
    outboundFlowArn: properties.OutboundCallerConfig?.OutboundFlowArn,
    outboundCallerId: number,
  };
}

/** @throws Error where it leads to no queue: quick connects to people, numbers and flows are not played */
export function readQuickConnect(resources: StackResources, logicalId: string): Deployment['quickConnects'][number] {
  const { Name, QuickConnectConfig } = resources.read('AWS::Connect::QuickConnect', logicalId);
  const { QuickConnectType, QueueConfig } = QuickConnectConfig;
  if (!QueueConfig) throw new Error(`${logicalId}: a quick connect of type ${QuickConnectType} is not played locally`);
  return { name: Name, queueArn: QueueConfig.QueueArn, flowArn: QueueConfig.ContactFlowArn };
}

/** @throws Error where the code is not an asset of the assembly */
export function readFunction(resources: StackResources, logicalId: string): DeployedFunction {
  const { Code, Handler, Timeout, Environment } = resources.read('AWS::Lambda::Function', logicalId);
  const directory = resources.stack.assets.get(Code.S3Key ?? '');
  if (directory === undefined) throw new Error(`${logicalId}: its code is not an asset of the assembly`);
  return {
    arn: resources.attribute(logicalId, 'Arn'),
    name: resources.ref(logicalId),
    logicalId,
    directory,
    handler: Handler,
    environment: Environment?.Variables ?? {},
    timeoutSeconds: Timeout ?? 3,
  };
}

export function readTable(resources: StackResources, logicalId: string): DeployedTable {
  const { KeySchema, TimeToLiveSpecification } = resources.read('AWS::DynamoDB::Table', logicalId);
  const key = (type: string): string | undefined => KeySchema.find((part) => part.KeyType === type)?.AttributeName;
  return {
    name: resources.ref(logicalId),
    arn: resources.attribute(logicalId, 'Arn'),
    partitionKey: key('HASH') ?? '',
    sortKey: key('RANGE'),
    timeToLiveAttribute: TimeToLiveSpecification?.Enabled ? TimeToLiveSpecification.AttributeName : undefined,
  };
}

export function readTaskTemplate(resources: StackResources, logicalId: string): Deployment['taskTemplates'][number] {
  const { Name, ContactFlowArn } = resources.properties(logicalId);
  return { name: String(Name), flowArn: String(ContactFlowArn) };
}

export function readCustomResource(
  resources: StackResources,
  logicalId: string,
): Deployment['customResources'][number] {
  const { ServiceToken, ...properties } = resources.properties(logicalId);
  return { logicalId, functionArn: String(ServiceToken), properties };
}

export function readSms(resources: StackResources): Deployment['sms'] {
  const [configurationSet] = resources.ofType('AWS::SMSVOICE::ConfigurationSet');
  const [protect] = resources.ofType('AWS::SMSVOICE::ProtectConfiguration');
  const senderIds = resources.ofType('AWS::SMSVOICE::SenderId').map((logicalId) => {
    const { SenderId, IsoCountryCode } = resources.read('AWS::SMSVOICE::SenderId', logicalId);
    return { senderId: SenderId, country: IsoCountryCode };
  });
  const name = configurationSet ? resources.ref(configurationSet) : '';
  return readSmsSettings(
    name,
    senderIds,
    protect ? resources.read('AWS::SMSVOICE::ProtectConfiguration', protect) : undefined,
  );
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
