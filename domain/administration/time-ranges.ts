import { minutesRange } from './opening-hours.ts';

/** Why a text is not a range of one local day, `HH:MM-HH:MM`; undefined where it is one. */
export function timeRangeFault(text: string): string | undefined {
  const digits = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (!digits) return 'hours are written "HH:MM-HH:MM"';
  const [, fromMinute = 0, , toMinute = 0] = digits;
  if (fromMinute > 59 || toMinute > 59) return 'minutes run from 00 to 59';
  const { fromMinutes, toMinutes } = minutesRange(text);
  if (fromMinutes > 24 * 60 || toMinutes > 24 * 60) return 'hours run from 00:00 to 24:00';
  if (fromMinutes >= toMinutes) return 'a range ends after it begins; one that passes midnight is written as two';
  return undefined;
}

/**
 * For each range that begins before an earlier one has ended: its index, and the text of that earlier one.
 * Ranges that are not ranges are passed over.
 */
export function overlaps(ranges: readonly unknown[]): { index: number; text: string; earlier: string }[] {
  const found: { index: number; text: string; earlier: string }[] = [];
  const sound = ranges
    .map((text, index) => ({ index, text }))
    .filter((range): range is { index: number; text: string } => {
      return typeof range.text === 'string' && timeRangeFault(range.text) === undefined;
    })
    .map((range) => ({ ...range, ...minutesRange(range.text) }))
    .toSorted((a, b) => a.fromMinutes - b.fromMinutes || a.index - b.index);
  let latest = sound[0];
  for (const range of sound.slice(1)) {
    if (latest && range.fromMinutes < latest.toMinutes) {
      found.push({ index: range.index, text: range.text, earlier: latest.text });
    }
    if (!latest || range.toMinutes > latest.toMinutes) latest = range;
  }
  return found;
}
