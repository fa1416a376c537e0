import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { environmentKeys } from '../domain/administration/contract.ts';
import { forgetFunctionName } from '../domain/administration/forgetting.ts';
import { bookingEventSource } from '../domain/callback/contract.ts';
import { reportingKeys } from '../domain/reporting/contract.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { Ledger } from './ledger.ts';
import type { ReportsBucket } from './reports-bucket.ts';

/** An invocation works 40 s, then says where to go on; whoever invokes it waits. */
const forgettingSeconds = 60;
/** Where lines name a person: no report does. */
const personalPrefixes = ['records/calls/', 'records/callbacks/', 'compiled/calls/', 'compiled/persons/'];

interface ForgettingProps {
  platform: FunctionPlatform;
  line: string;
  rules: string;
  secret: string;
  centre: ContactCentre;
  ledger: Ledger;
  reports: ReportsBucket;
}

/** Deletes what is held of a person who asks for it. Who may invoke the function is the account's to say, by its name. */
export class Forgetting extends Construct {
  readonly forgetPerson: ConnectFunction;

  constructor(
    scope: Construct,
    id: string,
    { platform, line, rules, secret, centre, ledger, reports }: ForgettingProps,
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    this.forgetPerson = new ConnectFunction(this, 'ForgetPerson', {
      platform,
      entry: 'contact-centre/forget-person',
      description: 'Deletes what is held of a person, at their request; its log says who did, and not of whom',
      functionName: forgetFunctionName(line),
      environment: {
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
        [environmentKeys.secret]: secret,
        [environmentKeys.instanceId]: centre.instanceId,
        [reportingKeys.bucket]: reports.bucketName,
      },
      timeoutSeconds: forgettingSeconds,
      may: [
        ...ledger.allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Scan'),
        centre.allowContacts(
          'DeleteContactData',
          'GetContactAttributes',
          'ListAssociatedContacts',
          'StopContact',
          'UpdateContactAttributes',
        ),
        ...reports.allow(personalPrefixes, 'GetObject', 'PutObject'),
        new PolicyStatement({
          actions: ['events:PutEvents'],
          resources: [stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' })],
          conditions: { StringEquals: { 'events:source': bookingEventSource } },
        }),
      ],
    });
    const bucket: { 'Fn::GetAtt': [string, string] } = stack.resolve(reports.bucketArn);
    for (const prefix of personalPrefixes) {
      Validations.of(this.forgetPerson).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${bucket['Fn::GetAtt'].join('.')}>/${prefix}*]`,
        reason: 'Which days and records name a person is known only once they are read.',
      });
    }
  }
}
