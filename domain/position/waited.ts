/** Whole minutes since an instant, ISO 8601; undefined where it is none, or was less than a minute ago. */
export function waitedMinutes(since: string, now: Date): number | undefined {
  const milliseconds = now.getTime() - Date.parse(since);
  return Number.isNaN(milliseconds) || milliseconds < 60_000 ? undefined : Math.floor(milliseconds / 60_000);
}
