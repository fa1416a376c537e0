import { z } from 'zod';
import { timeRangeFault } from './time-ranges.ts';

/** The kinds of value a file is made of. `allowed` is what a fault says, and what the documentation says is allowed. */

/** What the editor shows of a key, and `docs/configuration.md` tells of it. */
export interface KeyText {
  /** What it is, with its unit. */
  description: string;
  /** What a caller, an agent or the cloud team notices of it. */
  effect: string;
  /** Values to start from; those of a map may be those of its keys. */
  examples?: readonly unknown[];
  /** What is allowed, where a fault says it shorter. */
  allowed?: string;
}

type Exemplified = KeyText & { examples: readonly [unknown, ...unknown[]] };

export const described = <Schema extends z.ZodType>(schema: Schema, about: KeyText, allowed?: string): Schema =>
  schema.meta({ ...(allowed !== undefined && { allowed }), ...about });

export function text(pattern: RegExp, allowed: string, about: Exemplified) {
  return described(z.string({ error: allowed }).regex(pattern, { error: allowed }), about, allowed);
}

/** A text that a rule accepts or refuses, giving its reason. */
export function textWithout(fault: (value: string) => string | undefined, allowed: string, about: Exemplified) {
  return described(z.string({ error: allowed }).check(refusing(fault)), about, allowed);
}

const refusing =
  (fault: (value: string) => string | undefined): z.core.CheckFn<string> =>
  (checked) => {
    const message = fault(checked.value);
    if (message !== undefined) checked.issues.push({ code: 'custom', message, input: checked.value });
  };

export function wholeNumber(least: number, most: number, unit: string, about: Exemplified) {
  const error = `${unit}, a whole number from ${least} to ${most}`;
  return described(z.int({ error }).min(least, { error }).max(most, { error }), about, error);
}

export function oneOf(values: readonly number[], unit: string, about: Exemplified) {
  const allowed = `${unit}: one of ${values.join(', ')}`;
  const one = z
    .number({ error: allowed })
    .refine((value) => values.includes(value), { error: allowed })
    .meta({ enum: [...values] });
  return described(one, about, allowed);
}

export function yesOrNo(about: Exemplified) {
  return described(z.boolean({ error: 'true or false' }), about, 'true or false');
}

/** What names an administration, a queue or a subject in stacks, keys and reports. */
export const identifierPattern = /^[a-z][a-z0-9-]{0,30}$/;

export function identifier(about: Exemplified) {
  return text(identifierPattern, '1 to 31 lower-case letters, digits and hyphens, a letter first', about);
}

const timeRange = z
  .string({ error: 'hours are written "HH:MM-HH:MM"' })
  .check(refusing(timeRangeFault))
  .meta({ pattern: String.raw`^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$` });

const allowedRanges = 'a list of ranges "HH:MM-HH:MM"';

export function weeklyHours(about: KeyText) {
  const day = described(
    z.array(timeRange, { error: allowedRanges }).overwrite((ranges) => ranges.toSorted()),
    {
      description: 'The hours of that weekday, local time; a day not named, or with an empty list, is closed.',
      effect: 'Between two ranges, as at lunch, callers find it closed and are told when it opens.',
      examples: [['09:00-12:00', '13:30-16:30']],
    },
    `${allowedRanges}, from 00:00 to 24:00, that do not overlap`,
  ).exactOptional();
  const week = z.strictObject({
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  });
  return described(week, about);
}

function isDate(value: string): boolean {
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

const allowedDate = 'a date that exists, "YYYY-MM-DD"';
const date = z
  .string({ error: allowedDate })
  .refine((value) => /^\d{4}-\d\d-\d\d$/.test(value) && isDate(value), { error: allowedDate })
  .meta({ pattern: String.raw`^\d{4}-\d\d-\d\d$` });

export function dates(about: Exemplified) {
  const allowed = 'a list of dates "YYYY-MM-DD"';
  return described(z.array(date, { error: allowed }), about, allowed).default([]);
}
