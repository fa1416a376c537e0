import type { DeployedFlow, DeployedFunction, DeployedQueue, DeployedTable, Deployment } from '../deployment.ts';
import { readSmsSettings } from './sms-settings.ts';
import type { StackResources } from './stack-resources.ts';

interface FlowProperties {
  Name: string;
  Type: string;
  Content: string;
}
interface QueueProperties {
  Name: string;
  HoursOfOperationArn: string;
  MaxContacts?: number;
  OutboundCallerConfig?: { OutboundFlowArn?: string };
}
interface QuickConnectProperties {
  Name: string;
  QuickConnectConfig: { QuickConnectType: string; QueueConfig?: { QueueArn: string; ContactFlowArn: string } };
}
interface FunctionProperties {
  Code: { S3Key?: string };
  Handler: string;
  Timeout?: number;
  Environment?: { Variables?: Record<string, string> };
}
interface TableProperties {
  KeySchema: { AttributeName: string; KeyType: string }[];
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
}

export function readFlow(resources: StackResources, logicalId: string): DeployedFlow {
  const { Name, Type, Content } = resources.properties(logicalId) as unknown as FlowProperties;
  const arn = resources.ref(logicalId);
  return { arn, id: lastPart(arn), name: Name, type: Type, content: Content };
}

/** @param number E.164: the line's own number is what every queue shows */
export function readQueue(resources: StackResources, logicalId: string, number: string): DeployedQueue {
  const properties = resources.properties(logicalId) as unknown as QueueProperties;
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
  const { Name, QuickConnectConfig } = resources.properties(logicalId) as unknown as QuickConnectProperties;
  const { QuickConnectType, QueueConfig } = QuickConnectConfig;
  if (!QueueConfig) throw new Error(`${logicalId}: a quick connect of type ${QuickConnectType} is not played locally`);
  return { name: Name, queueArn: QueueConfig.QueueArn, flowArn: QueueConfig.ContactFlowArn };
}

/** @throws Error where the code is not an asset of the assembly */
export function readFunction(resources: StackResources, logicalId: string): DeployedFunction {
  const { Code, Handler, Timeout, Environment } = resources.properties(logicalId) as unknown as FunctionProperties;
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
  const { KeySchema, TimeToLiveSpecification } = resources.properties(logicalId) as unknown as TableProperties;
  const key = (type: string): string | undefined => KeySchema.find((part) => part.KeyType === type)?.AttributeName;
  return {
    name: resources.ref(logicalId),
    arn: resources.attribute(logicalId, 'Arn'),
    partitionKey: key('HASH') ?? '',
    sortKey: key('RANGE'),
    timeToLiveAttribute: TimeToLiveSpecification?.Enabled ? TimeToLiveSpecification.AttributeName : undefined,
  };
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
    const { SenderId, IsoCountryCode } = resources.properties(logicalId);
    return { senderId: String(SenderId), country: String(IsoCountryCode) };
  });
  const name = configurationSet ? resources.ref(configurationSet) : '';
  return readSmsSettings(name, senderIds, protect ? resources.properties(protect) : undefined);
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
