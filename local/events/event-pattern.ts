type Matcher = string | number | boolean | null | Record<string, unknown>;

const played = new Set(['prefix', 'anything-but', 'exists']);

/** @throws Error naming a comparison that is not played, before any event comes */
export function refuseUnknownComparisons(ruleName: string, pattern: Record<string, unknown>): void {
  for (const [field, expected] of Object.entries(pattern)) {
    if (!Array.isArray(expected)) {
      const isNested = typeof expected === 'object' && expected !== null && field !== '$or';
      if (!isNested) throw new Error(`rule ${ruleName}: the pattern of ${field} is not played locally`);
      refuseUnknownComparisons(ruleName, expected as Record<string, unknown>);
      continue;
    }
    if (field === '$or') throw new Error(`rule ${ruleName}: $or is not played locally`);
    const objects = (expected as unknown[]).filter((each) => typeof each === 'object' && each !== null);
    const unknown = objects.flatMap((each) => Object.keys(each)).find((comparison) => !played.has(comparison));
    if (unknown !== undefined) throw new Error(`rule ${ruleName}: the comparison ${unknown} is not played locally`);
  }
}

/** Whether an event matches an EventBridge pattern: literals, `prefix`, `anything-but`, `exists`, nested objects. */
export function matchesPattern(pattern: Record<string, unknown>, event: unknown): boolean {
  const fields = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
  return Object.entries(pattern).every(([field, expected]) => {
    if (Array.isArray(expected)) return matchesAny(expected as Matcher[], fields[field]);
    return matchesPattern(expected as Record<string, unknown>, fields[field]);
  });
}

/** A list in the event matches if one of its elements does. */
function matchesAny(matchers: Matcher[], value: unknown): boolean {
  if (Array.isArray(value) && value.length > 0) return value.some((element) => matchesAny(matchers, element));
  return matchers.some((matcher) => matches(matcher, value));
}

function matches(matcher: Matcher, value: unknown): boolean {
  if (typeof matcher !== 'object' || matcher === null) return value === matcher;
  if ('exists' in matcher) return (value !== undefined) === matcher['exists'];
  if ('anything-but' in matcher) return value !== undefined && !isExcluded(matcher['anything-but'], value);
  return typeof value === 'string' && value.startsWith(String(matcher['prefix']));
}

function isExcluded(operand: unknown, value: unknown): boolean {
  if (Array.isArray(operand)) return operand.includes(value);
  if (typeof operand === 'object' && operand !== null) return matches(operand as Matcher, value);
  return operand === value;
}
