import { lossOf } from '../../local/change/what-is-kept.ts';
import { administration, aNumber, resourcesOf, synthesiseLine, type Resources } from './synthesise-line.ts';

interface Kept {
  type: string;
  /** Those whose change makes another resource, as the CloudFormation reference says of each; undefined where it is to be left out. */
  properties: Record<string, unknown>;
}

/** Everything of the CAF's line that another resource of the same kind cannot stand for. These ids and values are for ever. */
const kept: Record<string, Kept> = {
  FoundationKeyCE5FC256: { type: 'AWS::KMS::Key', properties: { KeySpec: undefined, MultiRegion: undefined } },
  FoundationSecretEFD1A9C6: { type: 'AWS::SecretsManager::Secret', properties: { Name: undefined } },
  FoundationDeadLetters4BBE33CA: {
    type: 'AWS::SQS::Queue',
    properties: { QueueName: undefined, FifoQueue: undefined },
  },
  FoundationAlarmsC79D2C89: { type: 'AWS::SNS::Topic', properties: { TopicName: undefined, FifoTopic: undefined } },
  LedgerTable9343E4AA: {
    type: 'AWS::DynamoDB::Table',
    properties: {
      TableName: undefined,
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      LocalSecondaryIndexes: undefined,
    },
  },
  ReportsBucket95FE29A2: {
    type: 'AWS::S3::Bucket',
    properties: { BucketName: undefined, ObjectLockEnabled: undefined },
  },
  ReportingRecordsStream6BE2FF22: {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    properties: { DeliveryStreamName: undefined, DeliveryStreamType: 'DirectPut' },
  },
  ContactCentreInstance9829F93B: {
    type: 'AWS::Connect::Instance',
    properties: { InstanceAlias: 'rappel-caf', IdentityManagementType: 'SAML', DirectoryId: undefined },
  },
  ContactCentreQueueallocations1A5233D2: { type: 'AWS::Connect::Queue', properties: { Name: 'allocations' } },
  ContactCentreSupervisionD76B1E44: { type: 'AWS::Connect::Queue', properties: { Name: 'supervision' } },
  AgentsRoutingProfile4E610099: { type: 'AWS::Connect::RoutingProfile', properties: { Name: 'rappel' } },
  AgentsSupervisorRoutingEC45DE9A: {
    type: 'AWS::Connect::RoutingProfile',
    properties: { Name: 'rappel-supervisor' },
  },
  AgentsAgentProfile511D23D5: {
    type: 'AWS::Connect::SecurityProfile',
    properties: { SecurityProfileName: 'rappel-agent' },
  },
  AgentsSupervisorProfile389283E7: {
    type: 'AWS::Connect::SecurityProfile',
    properties: { SecurityProfileName: 'rappel-supervisor' },
  },
  NumberPlacedNumber6A391A5A: { type: 'Custom::PlacedNumber', properties: { NumberArn: aNumber.arn } },
  NumberAttachedNumberFBE46A05: { type: 'Custom::AttachedNumber', properties: { NumberArn: aNumber.arn } },
  ...Object.fromEntries(
    Object.entries({
      FR: '9A7982C6',
      GF: '3A737346',
      GP: 'FFC7FD37',
      MQ: '9CD9D8A4',
      NC: '7C55CFE7',
      PF: 'C919FE08',
      RE: '8614EC59',
      YT: '03BB834C',
    }).map(([country, hash]): [string, Kept] => [
      `SmsSenderId${country}${hash}`,
      { type: 'AWS::SMSVOICE::SenderId', properties: { SenderId: 'CAF', IsoCountryCode: country } },
    ]),
  ),
};

/** Calls that are under way when the line is deployed, and callbacks that Connect keeps, are in these very flows. */
const flows = [
  'FlowsinboundfrE86EBE26',
  'FlowspromisefrEF38FE5F',
  'Flowsqueuefr595A1A4E',
  'FlowswaitingfrA2ACAE21',
  'Flowssurveyfr4564C78E',
  'Flowscallbackcreatedfr91D24515',
  'FlowscallbackansweredfrF2A82F57',
  'Flowsagentwhisperfr41F5BB9B',
  'Flowscustomerwhisperfr61EC841D',
  'Flowscustomerholdfr24E0CEA7',
  'FlowsinboundenD657929C',
  'Flowspromiseen1D2F4487',
  'Flowsqueueen23EEEB62',
  'FlowscallbackcreatedenC40BB744',
  'Flowscallbackanswereden0ACDA36A',
  'Flowsoutboundwhisper5ADB761E',
  'Flowsagenthold1DF89440',
];

/** What would be lost if this were deployed over the line of today: a sentence for each. */
function losses(resources: Resources): string[] {
  const replaced = Object.entries(kept).flatMap(([id, { type, properties }]) => {
    const found = resources[id];
    if (found?.Type !== type) return [`${id} (${type}) is gone, so that the line begins anew: lost is ${lossOf(type)}`];
    return Object.entries(properties).flatMap(([name, value]) =>
      JSON.stringify(found.Properties[name]) === JSON.stringify(value)
        ? []
        : [`${name} of ${id} makes another ${type}: lost is ${lossOf(type)}`],
    );
  });
  const flowsGone = flows.filter((id) => resources[id]?.Type !== 'AWS::Connect::ContactFlow');
  return [
    ...replaced,
    ...flowsGone.map((id) => `the flow ${id} is gone: so are the calls and callbacks that are in it`),
  ];
}

/** What holds data, and is not written down above. */
const unwritten = (resources: Resources): string[] =>
  Object.entries(resources)
    .filter(([id, { Type }]) => lossOf(Type) !== undefined && !(id in kept))
    .map(([id, { Type }]) => `${id} (${Type}) keeps what can be lost: write it down here, for ever`);

const line = administration('caf', { number: aNumber });
const synthesised = (): Resources => structuredClone(resourcesOf(synthesiseLine(line)));
const resources = synthesised();

describe('a deployment over the line of today', () => {
  it('loses nothing: every id and every value that makes another resource is the one written down', () => {
    expect(losses(resources)).toEqual([]);
  });

  it('brings nothing that holds data and is not written down here', () => {
    expect(unwritten(resources)).toEqual([]);
  });

  it('is refused with what would be lost, where the ledger is renamed, the alias changed, a queue or a flow gone', () => {
    const changed = synthesised();
    changed['Bookings'] = changed['LedgerTable9343E4AA']!;
    delete changed['LedgerTable9343E4AA'];
    changed['ContactCentreInstance9829F93B']!.Properties['InstanceAlias'] = 'other';
    delete changed['ContactCentreQueueallocations1A5233D2'];
    delete changed['FlowsinboundfrE86EBE26'];
    expect(losses(changed)).toEqual([
      expect.stringMatching(/^LedgerTable9343E4AA .*is gone.*lost is every promise made to callers/),
      expect.stringMatching(/^InstanceAlias of ContactCentreInstance9829F93B makes another .*the telephone number/),
      expect.stringMatching(/^ContactCentreQueueallocations1A5233D2 .*who waits in it/),
      'the flow FlowsinboundfrE86EBE26 is gone: so are the calls and callbacks that are in it',
    ]);
    expect(unwritten(changed)).toEqual([expect.stringMatching(/^Bookings \(AWS::DynamoDB::Table\)/)]);
  });

  it('has the same ids in the line of whoever has several queues', () => {
    const other = resourcesOf(synthesiseLine(administration('assurance-maladie', { number: aNumber })));
    const shared = Object.entries(kept).filter(([id]) => !/Queueallocations|SenderId/.test(id));
    expect(shared.filter(([id, { type }]) => other[id]?.Type !== type)).toEqual([]);
  });
});
