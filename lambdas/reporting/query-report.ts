import { reportingKeys, type ReportRules } from '../../domain/reporting/contract.ts';
import { checkReportRequest, daysFrom, type QueryReportAnswer } from '../../domain/reporting/report-request.ts';
import { rangeReport } from '../../domain/reporting/report.ts';
import { servicesPublicsPlus } from '../../domain/reporting/services-publics-plus.ts';
import { required } from '../runtime/environment.ts';
import { inParallel } from '../runtime/in-parallel.ts';
import { log } from '../runtime/log.ts';
import { bucket, type Bucket } from '../runtime/s3.ts';
import { personsOfRange } from './persons-of-range.ts';
import { requestsAtOnce } from './read-records.ts';
import { StoredReports } from './stored-reports.ts';

interface Dependencies {
  bucket: Pick<Bucket, 'list' | 'lines' | 'text'>;
  rules: ReportRules;
  now: () => Date;
}

/**
 * Answers the report of a range of days to whoever may invoke it, from the reports of its days; days that were never compiled are named in it.
 * What is wrong with a request is a value. Throws the bucket's errors.
 */
export function queryReport({ bucket: objects, rules, now }: Dependencies) {
  return async (event: unknown): Promise<QueryReportAnswer> => {
    const checked = checkReportRequest(event, rules, now());
    if ('error' in checked) {
      log('reportRefused', { administration: rules.id, code: checked.error.code });
      return checked;
    }
    const { from, to, format } = checked.request;
    const stored = await StoredReports.list(objects);
    const read = await inParallel(daysFrom(from, to), requestsAtOnce, (day) => stored.read(day));
    const reports = read.filter((report) => report !== undefined);
    const persons = await personsOfRange(objects, reports);
    const report = rangeReport(reports, { rules, from, to, persons });
    return format === 'report' ? report : { csv: servicesPublicsPlus(report) };
  };
}

const environment = required(reportingKeys.bucket, reportingKeys.rules);
export const handler = queryReport({
  bucket: bucket(environment[reportingKeys.bucket]),
  rules: JSON.parse(environment[reportingKeys.rules]) as ReportRules,
  now: () => new Date(),
});
