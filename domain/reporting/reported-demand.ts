import { z } from 'zod';

const localDay = z.string().regex(/^20\d\d-\d\d-\d\d$/);
const demand = z.looseObject({ callsForAgent: z.number().min(0).nullable(), calls: z.number().nullable().optional() });

/** Of a report, what tells how many calls came, and when. */
const reportedDemand = z.looseObject({
  from: localDay,
  to: localDay,
  missingDays: z.array(localDay),
  byDay: z.record(localDay, demand),
  byQueue: z.record(z.string(), demand),
  byHalfHour: z.record(z.string(), demand),
  metrics: z.looseObject({ callsPerPerson: z.number().nullable() }),
});
export type ReportedDemand = z.infer<typeof reportedDemand>;

/** What a report says of the calls that came; undefined where the value is no report. */
export const readReportedDemand = (value: unknown): ReportedDemand | undefined => reportedDemand.safeParse(value).data;
