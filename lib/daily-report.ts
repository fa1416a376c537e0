import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { environmentKeys } from '../domain/administration/contract.ts';
import { reportingKeys } from '../domain/reporting/contract.ts';
import { longestCompilationSeconds } from '../domain/reporting/days-to-compile.ts';
import { compileReportFunctionName, queryReportFunctionName } from '../domain/reporting/report-request.ts';
import { reportRules } from '../domain/reporting/report-rules.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { ReportsBucket } from './reports-bucket.ts';

/**
 * Local. No clock in French territories is put forward or back at that time (in Europe, and in Saint-Pierre, between 1:00 and 3:00), so that it comes
 * once a day; the last records of the day before have come, and nobody rings.
 */
const nightly = 'cron(30 3 * * ? *)';
/** A night that fails is tried again while it is still early; the next night makes good the rest. */
const nightRetrySeconds = 4 * 3600;
/** As much as a day of 200,000 calls needs; see the benchmark. */
const compilationMegabytes = 1024;
/** A year of reports is read, and the persons of a million person-days. */
const querySeconds = 120;

interface DailyReportProps {
  platform: FunctionPlatform;
  administration: Administration;
  rules: string;
  reports: ReportsBucket;
}

/** Reports: what compiles the days, every night and on demand, and what answers a range of them. */
export class DailyReport extends Construct {
  readonly compile: ConnectFunction;
  readonly query: ConnectFunction;
  readonly nightly: CfnSchedule;

  constructor(scope: Construct, id: string, { platform, administration, rules, reports }: DailyReportProps) {
    super(scope, id);
    const bucket = { [reportingKeys.bucket]: reports.bucketName };
    this.compile = new ConnectFunction(this, 'Compile', {
      platform,
      entry: 'reporting/compile-daily-report',
      description: 'Compiles the reports of days from their records: every night, and on demand',
      functionName: compileReportFunctionName(administration.id),
      environment: { ...bucket, [environmentKeys.rules]: rules },
      timeoutSeconds: longestCompilationSeconds,
      memoryMegabytes: compilationMegabytes,
      events: { retries: 2, maximumAgeSeconds: nightRetrySeconds },
      may: [
        ...reports.allow(['records/'], 'GetObject'),
        ...reports.allow(['compiled/', 'reports/'], 'GetObject', 'PutObject'),
      ],
    });
    // Whoever may invoke this function reads the figures of the line: who that is, is the account's to say, by the function's name.
    this.query = new ConnectFunction(this, 'Query', {
      platform,
      entry: 'reporting/query-report',
      description: 'Answers the report of a range of days to other functions; see docs/reports.md',
      functionName: queryReportFunctionName(administration.id),
      environment: { ...bucket, [reportingKeys.rules]: JSON.stringify(reportRules(administration)) },
      timeoutSeconds: querySeconds,
      memoryMegabytes: compilationMegabytes,
      may: reports.allow(['compiled/persons/', 'reports/'], 'GetObject'),
    });
    this.nightly = this.#everyNight(platform, administration.timeZone);
    this.#acknowledge(reports, ['records/', 'compiled/', 'compiled/persons/', 'reports/']);
  }

  /** By the wall clock of the line, in winter and in summer. */
  #everyNight({ deadLetters }: FunctionPlatform, timeZone: string): CfnSchedule {
    const { functionArn } = this.compile;
    const role = new Role(this, 'NightlyRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: {
        Work: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
            new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
          ],
        }),
      },
    });
    return new CfnSchedule(this, 'Nightly', {
      description: 'The reports of the days that have ended, or that late records have changed',
      scheduleExpression: nightly,
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: nightRetrySeconds },
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
  }

  #acknowledge(reports: ReportsBucket, prefixes: readonly string[]): void {
    const stack = Stack.of(this);
    const arn = JSON.stringify(stack.resolve(reports.bucketArn));
    const logicalId = /"Fn::GetAtt":\["(\w+)"/.exec(arn)?.[1] ?? '';
    for (const prefix of prefixes) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}*]`,
        reason: 'Objects of a day have the name of the day, and those of records that Firehose gives them.',
      });
    }
  }
}
