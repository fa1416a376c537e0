import { z } from 'zod';
import { smsTextFault, spokenTextFault } from './caller-texts.ts';
import { timeRangeFault } from './time-ranges.ts';

/** The kinds of value a file is made of. `allowed` is what a fault says; the description is what the editor shows. */

export function text(pattern: RegExp, allowed: string, description: string) {
  return z.string({ error: allowed }).regex(pattern, { error: allowed }).describe(description);
}

/** A text that a rule accepts or refuses, giving its reason. */
export function textWithout(fault: (value: string) => string | undefined, allowed: string, description: string) {
  return z
    .string({ error: allowed })
    .check((checked) => {
      const message = fault(checked.value);
      if (message !== undefined) checked.issues.push({ code: 'custom', message, input: checked.value });
    })
    .describe(description);
}

export function wholeNumber(least: number, most: number, unit: string, description: string) {
  const error = `${unit}, a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error }).describe(description);
}

export function oneOf(values: readonly number[], unit: string, description: string) {
  const allowed = `${unit}: one of ${values.join(', ')}`;
  return z
    .number({ error: allowed })
    .refine((value) => values.includes(value), { error: allowed })
    .meta({ description, enum: [...values] });
}

/** What names an administration, a queue or a subject in stacks, keys and reports. */
export const identifierPattern = /^[a-z][a-z0-9-]{0,30}$/;

export function identifier(description: string) {
  return text(identifierPattern, '1 to 31 lower-case letters, digits and hyphens, a letter first', description);
}

/** A sentence, or part of one, in each language; French is always there. */
export function spokenText(longest: number, description: string) {
  const allowed = `a text of 1 to ${longest} characters`;
  const fault = (spoken: string): string | undefined =>
    spoken.length > longest || !/\S/.test(spoken) ? allowed : spokenTextFault(spoken);
  return inEachLanguage((name) => textWithout(fault, allowed, `In ${name}, as it is to be read aloud.`), description);
}

/** What follows the administration's name in an SMS, in each language. */
export function smsText(description: string) {
  const allowed = 'the text of an SMS';
  return inEachLanguage((name) => textWithout(smsTextFault, allowed, `In ${name}, in letters of GSM-7.`), description);
}

function inEachLanguage<Text extends z.ZodType>(textIn: (name: string) => Text, description: string) {
  return z
    .strictObject({ fr: textIn('French, with its accents'), en: textIn('English').optional() })
    .describe(description);
}

const timeRange = z
  .string({ error: 'hours are written "HH:MM-HH:MM"' })
  .check((checked) => {
    const message = timeRangeFault(checked.value);
    if (message !== undefined) checked.issues.push({ code: 'custom', message, input: checked.value });
  })
  .meta({ pattern: String.raw`^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$` });

const dayHours = z
  .array(timeRange, { error: 'a list of ranges "HH:MM-HH:MM"' })
  .overwrite((ranges) => ranges.toSorted());

export function weeklyHours(description: string) {
  return z
    .strictObject({
      monday: dayHours.exactOptional(),
      tuesday: dayHours.exactOptional(),
      wednesday: dayHours.exactOptional(),
      thursday: dayHours.exactOptional(),
      friday: dayHours.exactOptional(),
      saturday: dayHours.exactOptional(),
      sunday: dayHours.exactOptional(),
    })
    .describe(description);
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

export function dates(description: string) {
  return z.array(date, { error: 'a list of dates "YYYY-MM-DD"' }).default([]).describe(description);
}
