import type { LineRules } from '../administration/administration.ts';
import type { ReportRules } from './contract.ts';

/** What reports need to know of a line. */
export const reportRules = ({ id, name, timeZone, queues, callback, retentionDays }: ReportSource): ReportRules => ({
  id,
  name,
  timeZone,
  queues: Object.keys(queues),
  slotMinutes: callback.slotMinutes,
  retentionDays: { reports: retentionDays.reports },
});
type ReportSource = Pick<LineRules, 'id' | 'name' | 'timeZone' | 'queues' | 'callback' | 'retentionDays'>;
