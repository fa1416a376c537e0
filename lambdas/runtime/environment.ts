import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';

/** The values of these environment variables. Throws once, naming every one that is missing. */
export function required<Name extends string>(...names: Name[]): Record<Name, string> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`environment variables missing: ${missing.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Record<Name, string>;
}

/** What this function knows of its administration; checked at synthesis, so not again here. */
export function rules(): LineRules {
  return JSON.parse(required(environmentKeys.rules)[environmentKeys.rules]) as LineRules;
}
