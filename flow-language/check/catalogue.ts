import { actionRules } from './action-rules.ts';
import { callerRules } from './caller-rules.ts';
import { documentRules } from './document-rules.ts';
import type { Rule } from './finding.ts';
import { pathRules } from './path-rules.ts';
import { queueRules } from './queue-rules.ts';
import { valueRules } from './value-rules.ts';

/** Every rule of `npm run flow -- check`, errors first. */
export const rules: readonly Rule[] = [
  ...documentRules,
  ...actionRules,
  ...callerRules,
  ...pathRules,
  ...queueRules,
  ...valueRules,
];
