import { instantOf } from '../../domain/administration/local-time.ts';

const wallTime = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a text is a local time that exists in the calendar, `2026-11-24T10:05`. */
export function isWallTime(text: string): boolean {
  const instant = new Date(`${text}:00Z`);
  return wallTime.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The instant of a local time, in milliseconds since the epoch. */
export function wallInstant(wall: string, timeZone: string): number {
  const [date = '', time = ''] = wall.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(date, hours * 60 + minutes, timeZone).getTime();
}
