import type { z } from 'zod';
import type { holidaysSchema } from './schema-line.ts';
import type { queueSchema } from './schema-queues.ts';
import type {
  informationSubjectSchema,
  menuSubjectSchema,
  queueSubjectSchema,
  transferSubjectSchema,
} from './schema-subjects.ts';
import type { administrationSchema } from './schema.ts';

/** One administration as its YAML file says, checked and with its defaults filled in; `schema.ts` describes each key. */
export type Administration = z.output<typeof administrationSchema>;

/** Local wall-clock ranges `HH:MM-HH:MM`, from 00:00 to 24:00, sorted and not overlapping; a day not named is closed. */
export type WeeklyHours = Administration['hours'];
export type Weekday = keyof WeeklyHours;

export type Holidays = z.output<typeof holidaysSchema>;
export type HolidayZone = Holidays['zone'];

/** Agents by local time: `default`, and ranges `HH:MM-HH:MM` that replace it. Empty `hours` mean those of the line. */
export type Queue = z.output<typeof queueSchema>;

export type QueueSubject = z.output<typeof queueSubjectSchema>;
export type InformationSubject = z.output<typeof informationSubjectSchema>;
/** Hands the call over to the line of another administration, E.164. */
export type TransferSubject = z.output<typeof transferSubjectSchema>;
/** Opens the second level. */
export type MenuSubject = z.output<typeof menuSubjectSchema>;

/** What the Lambdas know of their administration: `RULES` in their environment, as JSON. */
export type LineRules = Pick<
  Administration,
  | 'id'
  | 'name'
  | 'publicNumber'
  | 'timeZone'
  | 'holidays'
  | 'hours'
  | 'queues'
  | 'callback'
  | 'quotas'
  | 'retentionDays'
> & {
  /** Numbers that mean "hidden" as a caller ID: those of any administration, E.164. */
  ownNumbers: string[];
  /** ISO countries that may be written to and called back. */
  countries: string[];
};
