import type { Administration, LineRules } from './administration.ts';

/** Lambda's whole environment holds 4 KB: names, ARNs and the other keys take the rest. */
const mostBytes = 3000;

/** The numbers, E.164, that the administrations show: as a caller ID they mean a forwarded call, so a hidden number. */
export function ownNumbersOf(administrations: readonly Administration[]): string[] {
  return administrations.flatMap(({ number }) => (number === 'none' ? [] : [number.displayed]));
}

/** What the Lambdas need of an administration; `ownNumbers` are those of all administrations. */
export function lineRules(administration: Administration, ownNumbers: readonly string[]): LineRules {
  const { id, name, publicNumber, timeZone, holidays, hours, queues, callback, sms, quotas, retentionDays } =
    administration;
  return {
    id,
    name,
    publicNumber,
    timeZone,
    holidays,
    hours,
    queues,
    callback,
    quotas,
    retentionDays,
    ownNumbers: [...ownNumbers],
    countries: sms.countries,
  };
}

/** Why these rules do not fit into a Lambda's environment; undefined where they do. */
export function lineRulesFault(rules: LineRules): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(rules)).length;
  if (bytes <= mostBytes) return undefined;
  return `hours, queues and holidays take ${bytes} bytes where Lambda has room for ${mostBytes}: shorten them`;
}
