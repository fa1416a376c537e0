/** What one check came to. `later`: it can only be checked once the stack is deployed; `unknown`: the account would not say. */
export interface Finding {
  check: string;
  verdict: 'good' | 'mend' | 'later' | 'unknown';
  /** A sentence, or the beginning of one. */
  found: string;
  /** How to mend it, or how to have it checked. */
  mend?: string;
}

/** What the account answered, or the name of the error where it did not. */
export type Answer<T> = { value: T } | { refused: string };

export const good = (check: string, found: string): Finding => ({ check, verdict: 'good', found });
export const toMend = (check: string, found: string, mend: string): Finding => ({
  check,
  verdict: 'mend',
  found,
  mend,
});
export const later = (check: string): Finding => ({ check, verdict: 'later', found: 'once the stack is deployed' });

/** The findings of an answer; where there is none, that it is not known, and which right is missing. */
export function checked<T>(
  check: string,
  answer: Answer<T>,
  action: string,
  judge: (value: T) => Finding | Finding[],
): Finding[] {
  if ('value' in answer) return [judge(answer.value)].flat();
  return [
    {
      check,
      verdict: 'unknown',
      found: `the account did not say: ${answer.refused}`,
      mend: `run it again with the right ${action}, or once the service answers`,
    },
  ];
}

/** "3 of 4: missing are a, b". */
export function missingOf(
  wanted: readonly string[],
  present: ReadonlySet<string>,
): { told: string; missing: string[] } {
  const missing = wanted.filter((name) => !present.has(name));
  const counted = `${wanted.length - missing.length} of ${wanted.length}`;
  return { missing, told: missing.length === 0 ? counted : `${counted}: missing ${missing.join(', ')}` };
}

/** All is well: nothing is to be mended, and nothing was left unsaid. */
export const isWell = (findings: readonly Finding[]): boolean =>
  findings.every(({ verdict }) => verdict === 'good' || verdict === 'later');
