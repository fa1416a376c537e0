import { Duration } from 'aws-cdk-lib';
import { MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { reportingMetrics } from '../../domain/reporting/contract.ts';
import { callerAlarm, fiveMinutes, ownMetric, silenceIsGood, type Watch } from './caller-alarm.ts';

/** With fewer calls, one caller more or less would decide. */
const fewestServed = 20;
const leastOfferedPercent = 80;
/** The design's warning time before the line would be open on a public holiday. */
const fewestHolidayDays = 60;
/** A night's run, and two hours for it. */
const longestHoursBetweenReports = 26;

/** What the functions of the reports tell. */
export function alarmsOfReports(watch: Watch): void {
  const dimensions = { administration: watch.line };
  const threeHours = Duration.hours(3);
  callerAlarm(watch, {
    name: 'SurveyNotOffered',
    suffers: `Callers are not asked how they were served: fewer than ${leastOfferedPercent} in a hundred of those served.`,
    metric: new MathExpression({
      expression: `IF(served >= ${fewestServed} AND 100 * offered < ${leastOfferedPercent} * served, served - offered, 0)`,
      usingMetrics: {
        served: ownMetric(reportingMetrics.served, dimensions, threeHours),
        offered: ownMetric(reportingMetrics.surveysOffered, dimensions, threeHours),
      },
      period: threeHours,
    }),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
  callerAlarm(watch, {
    name: 'RecordsDropped',
    suffers: 'What some callers lived is in no report: their records could not be read.',
    metric: ownMetric(reportingMetrics.recordsDropped, dimensions, fiveMinutes),
    breaches: { atLeast: 1 },
    missing: silenceIsGood,
  });
  callerAlarm(watch, {
    name: 'ReportMissing',
    suffers: 'Nobody knows what callers lived yesterday: no report was written for more than a day.',
    metric: ownMetric(reportingMetrics.daysCompiled, dimensions, Duration.hours(1)),
    breaches: { below: 1 },
    periods: { breaching: longestHoursBetweenReports, of: longestHoursBetweenReports },
    missing: TreatMissingData.BREACHING,
  });
  callerAlarm(watch, {
    name: 'HolidaysEnding',
    suffers:
      'Callers will find the line open, and nobody there, on a public holiday: those known end within two months.',
    metric: ownMetric(reportingMetrics.holidayDaysLeft, dimensions, Duration.days(1), 'Minimum'),
    breaches: { below: fewestHolidayDays },
    missing: TreatMissingData.IGNORE,
  });
}
