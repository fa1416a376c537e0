import { z } from 'zod';
import type { FaultPath } from './faults.ts';
import { administrationSchema } from './schema.ts';

/** A fault by its place in the data; `at` says whether the key or the value is wrong. */
export interface DataFault {
  path: FaultPath;
  at: 'key' | 'value';
  message: string;
}

export const wrongValue = (path: FaultPath, message: string): DataFault => ({ path, at: 'value', message });

type Issue = z.core.$ZodIssue;

/** The value at a path, undefined where there is none. */
export function valueAt(data: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>((value, step) => {
    const here = typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, step) : undefined;
    return here?.value;
  }, data);
}

/** What is allowed, where the schema itself does not say. */
function allowed(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
    return `unknown key; allowed: ${keys.join(', ')}`;
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message;
  return issue.code === 'invalid_type' && issue.expected === 'object' ? 'a map' : undefined;
}

const failsAsAWhole = (issue: Issue): boolean => issue.path.length === 0 && issue.code !== 'unrecognized_keys';

/** Keys of the value itself that a variant does not have. */
const unknownKeys = (issues: readonly Issue[]): number =>
  issues.reduce((keys, issue) => {
    return issue.code === 'unrecognized_keys' && issue.path.length === 0 ? keys + issue.keys.length : keys;
  }, 0);

/**
 * Of the variants a value may have, the faults of the one it comes closest to: the one that knows most of its keys, then
 * the one with the fewest faults. Its own fault where it is none of them.
 */
function closestVariant(issue: z.core.$ZodIssueInvalidUnion): Issue[] {
  const alike = issue.errors.filter((issues) => !issues.some(failsAsAWhole));
  const [closest] = alike.toSorted((a, b) => unknownKeys(a) - unknownKeys(b) || a.length - b.length);
  return closest?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [{ ...issue, errors: [] }];
}

function faultsOfIssue(issue: Issue, data: unknown): DataFault[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closestVariant(issue).flatMap((inner) => faultsOfIssue(inner, data));
  }
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], at: 'key', message: issue.message }));
  }
  if (issue.code === 'invalid_key') return [{ path, at: 'key', message: issue.message }];
  const value = valueAt(data, path);
  if (value === undefined) return [{ path, at: 'value', message: `missing; ${issue.message}` }];
  const unquoted = issue.code === 'invalid_type' && issue.expected === 'string' && typeof value === 'number';
  return [{ path, at: 'value', message: unquoted ? `in quotes: ${issue.message}` : issue.message }];
}

const place = ({ path }: DataFault): string => JSON.stringify(path);

/** Everything the schema finds in the data of one file, at most one fault a place. */
export function schemaFaults(data: unknown): DataFault[] {
  const { error } = administrationSchema.safeParse(data, { error: allowed });
  const faults = (error?.issues ?? []).flatMap((issue) => faultsOfIssue(issue, data));
  const places = new Set<string>();
  return faults.filter((fault) => {
    if (places.has(place(fault))) return false;
    places.add(place(fault));
    return true;
  });
}
