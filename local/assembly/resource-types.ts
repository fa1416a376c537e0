/** What the identity of a resource is made from. */
interface ResourceContext {
  stackName: string;
  accountId: string;
  region: string;
  logicalId: string;
  /** A UUID that is always the same for this logical id of this stack. */
  uuid: string;
  /** The resolved text of a property, or undefined. */
  text(property: string): string | undefined;
}
/** What `Ref` and `Fn::GetAtt` give. */
export interface Identity {
  ref: string;
  attributes: Record<string, string>;
}
type Identify = (resource: ResourceContext) => Identity;

function arn(resource: ResourceContext, service: string, rest: string): string {
  return `arn:aws:${service}:${resource.region}:${resource.accountId}:${rest}`;
}
function nameOf(resource: ResourceContext, property: string): string {
  return resource.text(property) ?? `${resource.stackName}-${resource.logicalId}`;
}

/** A resource of a Connect instance: `Ref` is its ARN. */
function ofInstance(kind: string, attribute?: string): Identify {
  return (resource) => {
    const own = `${resource.text('InstanceArn') ?? ''}/${kind}/${resource.uuid}`;
    return { ref: own, attributes: attribute === undefined ? {} : { [attribute]: own } };
  };
}
/** `Ref` is the name, `Arn` the ARN. */
function named(service: string, prefix: string, property: string, further: Record<string, string> = {}): Identify {
  return (resource) => {
    const name = nameOf(resource, property);
    return { ref: name, attributes: { Arn: arn(resource, service, `${prefix}${name}`), ...further } };
  };
}
/** `Ref` is the ARN. */
function byArn(service: string, prefix: string, property: string, attribute = 'Arn'): Identify {
  return (resource) => {
    const own = arn(resource, service, `${prefix}${nameOf(resource, property)}`);
    return { ref: own, attributes: { [attribute]: own } };
  };
}
const anonymous: Identify = (resource) => ({ ref: `${resource.stackName}-${resource.logicalId}`, attributes: {} });

/** Resources that the local contact centre reads or runs. */
const playedTypes: Readonly<Record<string, Identify>> = {
  'AWS::CloudWatch::Alarm': named('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::CloudWatch::CompositeAlarm': named('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::Connect::Instance': (resource) => {
    const own = arn(resource, 'connect', `instance/${resource.uuid}`);
    return { ref: own, attributes: { Arn: own, Id: resource.uuid, InstanceStatus: 'ACTIVE' } };
  },
  'AWS::Connect::HoursOfOperation': ofInstance('operating-hours', 'HoursOfOperationArn'),
  'AWS::Connect::Queue': ofInstance('queue', 'QueueArn'),
  'AWS::Connect::TaskTemplate': ofInstance('task-template', 'Arn'),
  'AWS::Connect::ContactFlow': ofInstance('contact-flow', 'ContactFlowArn'),
  'AWS::Connect::TestCase': ofInstance('test-case', 'TestCaseArn'),
  'AWS::Connect::ContactFlowModule': ofInstance('flow-module', 'ContactFlowModuleArn'),
  'AWS::Connect::QuickConnect': ofInstance('transfer-destination', 'QuickConnectArn'),
  'AWS::Lambda::Function': named('lambda', 'function:', 'FunctionName'),
  'AWS::DynamoDB::Table': named('dynamodb', 'table/', 'TableName'),
  'AWS::DynamoDB::GlobalTable': named('dynamodb', 'table/', 'TableName'),
  'AWS::S3::Bucket': (resource) => {
    const name = nameOf(resource, 'BucketName').toLowerCase();
    const DomainName = `${name}.s3.amazonaws.com`;
    const RegionalDomainName = `${name}.s3.${resource.region}.amazonaws.com`;
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}`, DomainName, RegionalDomainName } };
  },
  'AWS::KinesisFirehose::DeliveryStream': named('firehose', 'deliverystream/', 'DeliveryStreamName'),
  'AWS::Connect::InstanceStorageConfig': anonymous,
  'AWS::Events::Rule': named('events', 'rule/', 'Name'),
  'AWS::Scheduler::Schedule': named('scheduler', 'schedule/default/', 'Name'),
  'AWS::SecretsManager::Secret': byArn('secretsmanager', 'secret:', 'Name', 'Id'),
  'AWS::SMSVOICE::ConfigurationSet': named('sms-voice', 'configuration-set/', 'ConfigurationSetName'),
  'AWS::SMSVOICE::SenderId': (resource) => {
    const senderId = resource.text('SenderId') ?? '';
    const own = arn(resource, 'sms-voice', `sender-id/${senderId}/${resource.text('IsoCountryCode') ?? ''}`);
    return { ref: senderId, attributes: { Arn: own } };
  },
  'AWS::SMSVOICE::ProtectConfiguration': (resource) => ({
    ref: `protect-${resource.uuid}`,
    attributes: {
      Arn: arn(resource, 'sms-voice', `protect-configuration/protect-${resource.uuid}`),
      ProtectConfigurationId: `protect-${resource.uuid}`,
    },
  }),
};

/**
 * Resources without an effect on a call on the laptop: rights, encryption, what people log in with, what is kept of logs,
 * dashboards. They have an identity, since others refer to them. A type in neither table is refused.
 */
const typesWithoutLocalEffect: Readonly<Record<string, Identify>> = {
  'AWS::Athena::NamedQuery': anonymous,
  'AWS::Athena::WorkGroup': named('athena', 'workgroup/', 'Name'),
  'AWS::CDK::Metadata': anonymous,
  'AWS::CloudWatch::Dashboard': anonymous,
  'AWS::Connect::IntegrationAssociation': anonymous,
  'AWS::Connect::RoutingProfile': ofInstance('routing-profile', 'RoutingProfileArn'),
  'AWS::Connect::SecurityProfile': ofInstance('security-profile', 'SecurityProfileArn'),
  'AWS::Glue::Database': anonymous,
  'AWS::Glue::Table': anonymous,
  'AWS::IAM::ManagedPolicy': byArn('iam', 'policy/', 'ManagedPolicyName'),
  'AWS::IAM::Policy': anonymous,
  'AWS::IAM::Role': named('iam', 'role/', 'RoleName'),
  'AWS::KMS::Alias': anonymous,
  'AWS::KMS::Key': (resource) => ({
    ref: resource.uuid,
    attributes: { Arn: arn(resource, 'kms', `key/${resource.uuid}`), KeyId: resource.uuid },
  }),
  'AWS::Lambda::EventInvokeConfig': anonymous,
  'AWS::Lambda::Permission': anonymous,
  'AWS::Logs::LogGroup': named('logs', 'log-group:', 'LogGroupName'),
  'AWS::Logs::LogStream': anonymous,
  'AWS::Logs::MetricFilter': anonymous,
  'AWS::Logs::ResourcePolicy': anonymous,
  'AWS::S3::BucketPolicy': anonymous,
  'AWS::Scheduler::ScheduleGroup': named('scheduler', 'schedule-group/', 'Name'),
  'AWS::SecretsManager::ResourcePolicy': anonymous,
  'AWS::SNS::Topic': byArn('sns', '', 'TopicName', 'TopicArn'),
  'AWS::SNS::TopicPolicy': anonymous,
  'AWS::SQS::Queue': (resource) => {
    const name = nameOf(resource, 'QueueName');
    const url = `https://sqs.${resource.region}.amazonaws.com/${resource.accountId}/${name}`;
    return { ref: url, attributes: { Arn: arn(resource, 'sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::SQS::QueuePolicy': anonymous,
};

/** A custom resource: its function runs locally; `Ref` is what it is taken to be called. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

export function identifierOf(type: string): Identify | undefined {
  return playedTypes[type] ?? typesWithoutLocalEffect[type] ?? (isCustomResource(type) ? anonymous : undefined);
}
