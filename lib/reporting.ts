import { Construct } from 'constructs';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Administration } from '../domain/administration/administration.ts';
import type { FunctionPlatform } from './connect-function.ts';
import { DailyReport } from './daily-report.ts';
import { RecordStream } from './record-stream.ts';
import { ReportQueries } from './report-queries.ts';
import type { ReportsBucket } from './reports-bucket.ts';

interface ReportingProps {
  platform: FunctionPlatform;
  administration: Administration;
  rules: string;
  secret: string;
  instanceArn: string;
  key: IKey;
  reports: ReportsBucket;
}

/** What happened, from the records of calls to the reports: prepared as they come, compiled every night, answered on demand. */
export class Reporting extends Construct {
  readonly records: RecordStream;
  readonly dailyReport: DailyReport;
  readonly queries: ReportQueries;

  constructor(scope: Construct, id: string, props: ReportingProps) {
    super(scope, id);
    const { platform, administration, rules, secret, instanceArn, key, reports } = props;
    this.records = new RecordStream(this, 'Records', { platform, administration, rules, secret, instanceArn, reports });
    this.dailyReport = new DailyReport(this, 'DailyReport', { platform, administration, rules, reports });
    this.queries = new ReportQueries(this, 'Queries', { administration, key, reports });
  }
}
