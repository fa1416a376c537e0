import { type FlowAction, isObject, scalar } from '../../../flow-language/flow-document.ts';
import { resolveText } from '../../../flow-language/references.ts';
import { referenceValues } from '../contact-data.ts';
import type { FlowRun } from '../flow-run.ts';

/** The number that `CallerId{Number}` shows to whoever is called; undefined where it names none. */
export function callerIdOf({ parameters: { CallerId } }: FlowAction, run: FlowRun): string | undefined {
  const written = isObject(CallerId) ? scalar(CallerId.Number) : undefined;
  return resolveText(written ?? '', referenceValues(run)).trim() || undefined;
}
