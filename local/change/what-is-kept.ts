/**
 * What is lost where a resource of that type is replaced or removed: CloudFormation then makes another, empty one, and the line goes on
 * with that. Also where the former one is retained: nobody reads it any more.
 */
const lostWith: Record<string, string> = {
  'AWS::DynamoDB::Table':
    'every promise made to callers, the numbers to call back, who wishes no SMS, the answers to the survey, and the switches',
  'AWS::KMS::Key': 'whatever is encrypted under it: the ledger, the secret and the logs can be read no more',
  'AWS::SecretsManager::Secret':
    'every person: under another secret nobody who rings again is recognised, and no promise is found',
  'AWS::S3::Bucket': 'the records of the calls and every report made of them',
  'AWS::KinesisFirehose::DeliveryStream': 'the records of calls that are under way to the reports',
  'AWS::Connect::Instance':
    'the telephone number, the contacts of two years, the recordings, the users, the callbacks that Connect keeps, and the address at which agents log in',
  'AWS::Connect::Queue':
    'who waits in it, the callbacks that Connect keeps in it, its history, and every promise that names it',
  'AWS::Connect::RoutingProfile': 'which agents are given calls: each of them is to be given the other profile by hand',
  'AWS::Connect::SecurityProfile': 'what its users may do: each of them is to be given the other profile by hand',
  'AWS::SMSVOICE::SenderId': 'the sender of the SMS, and the leave of the operators to use it',
  'AWS::SMSVOICE::PhoneNumber': 'the number that SMS come from',
  'AWS::SMSVOICE::OptOutList': 'who wishes no SMS',
  'AWS::SQS::Queue': 'the failed events that wait to be looked at',
  'AWS::SNS::Topic': 'who hears of the alarms: nobody is subscribed to the new topic',
  'Custom::PlacedNumber': 'the telephone number: who rings it reaches nobody',
  'Custom::AttachedNumber': 'the way from the telephone number to its first flow: who rings it hears nothing',
};

/** Properties of a custom resource whose change is as good as another resource: CloudFormation cannot know them. */
const identityOfCustom: Record<string, readonly string[]> = {
  'Custom::PlacedNumber': ['NumberArn', 'InstanceArn'],
  'Custom::AttachedNumber': ['NumberArn', 'InstanceId'],
};

/** What is lost with a resource of that type, in words; undefined where nothing is. */
export const lossOf = (type: string): string | undefined => lostWith[type];

export const isIdentity = (type: string, property: string): boolean =>
  identityOfCustom[type]?.includes(property) ?? false;
