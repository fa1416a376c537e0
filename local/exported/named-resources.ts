import { isObject, type JsonObject, scalar } from '../../flow-language/flow-document.ts';

/** The last part of an ARN or a path: what is left of a name where nothing else tells it. */
export const lastPart = (id: string): string => /[^/:]+$/.exec(id)?.[0] ?? id;

/** Names of resources by id or ARN, where the console wrote them beside the identifiers (`Metadata.ActionMetadata`). */
export function displayNames(documents: readonly JsonObject[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { Actions, Metadata } of documents) {
    const metadata = isObject(Metadata) && isObject(Metadata.ActionMetadata) ? Metadata.ActionMetadata : {};
    for (const action of Array.isArray(Actions) ? Actions.filter(isObject) : []) {
      const beside = metadata[scalar(action.Identifier) ?? ''];
      collect(action.Parameters, isObject(beside) ? beside.parameters : undefined, names);
    }
  }
  return names;
}

function collect(parameters: unknown, beside: unknown, names: Map<string, string>): void {
  if (!isObject(parameters) || !isObject(beside)) return;
  for (const [key, told] of Object.entries(beside)) {
    const name = isObject(told) ? scalar(told.displayName) : undefined;
    const id = scalar(parameters[key]);
    if (name !== undefined && id !== undefined) names.set(id, name);
    else collect(parameters[key], told, names);
  }
}
