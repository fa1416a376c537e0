import type { FlowAction, FlowDocument } from './flow-language.ts';
import { resultKeysByLambda, type FlowLambdaName } from './lambda-contracts.ts';
import { knownEverywhere, type Known } from './known-values.ts';

export interface AttributeCheck {
  flows: { name: string; document: FlowDocument }[];
  /** ARN by name, as the documents have them. */
  lambdas: Record<FlowLambdaName, string>;
  /** Attributes that a flow's contacts have from the first action on, by flow name. */
  given: Record<string, readonly string[]>;
}

/**
 * Reads, comparisons apart, of `$.External.x` and `$.Attributes.x` that some path reaches without their having been set: one line each.
 * Documents refer to one another by flow name.
 */
export function attributeFaults({ flows, lambdas, given }: AttributeCheck): string[] {
  const answers = new Map(
    Object.entries<string>(lambdas).map(([name, arn]) => [arn, resultKeysByLambda.get(name) ?? new Set<string>()]),
  );
  const known = knownEverywhere(flows, answers, given);
  return flows.flatMap(({ name, document }) =>
    document.Actions.flatMap((action) => {
      const here = known.get(name)?.get(action.Identifier);
      // A comparison with what is not set finds no match, and goes on as it would with any other value.
      if (here === undefined || action.Type === 'Compare') return [];
      return unset(action, here).map((path) => `${name} ${action.Identifier}: ${path} is not set on every path before`);
    }),
  );
}

function unset(action: FlowAction, { attributes, external }: Known): string[] {
  const text = JSON.stringify(action.Parameters);
  const reads = [...text.matchAll(/\$\.(External|Attributes)\b(?:\.(\w+))?/gu)];
  const missing = reads.filter(([, group, key]) => {
    const set = group === 'External' ? external : attributes;
    // A path that is not a plain key, such as $.Attributes['x'], cannot be proven.
    return key === undefined || !set.has(key);
  });
  return [...new Set(missing.map(([path]) => path))];
}
