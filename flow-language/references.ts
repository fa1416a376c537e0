import { isObject } from './flow-document.ts';

/** `$.External.name`, `$.Attributes['a key']`, also written `$.Attributes.['a key']`, `$.Queue.OutboundCallerId.Address`. */
const reference = /\$(?:\.[A-Za-z_](?:[\w-]*\w)?|\.?\['[^']*'\]|\.?\["[^"]*"\])+/g;
const step = /\.([A-Za-z_](?:[\w-]*\w)?)|\['([^']*)'\]|\["([^"]*)"\]/g;
const soleReference = new RegExp(`^${reference.source}$`);

/** Whether a text is one reference and nothing else. */
export const isReference = (text: string): boolean => soleReference.test(text);

/** Every reference in a text, as it is written. */
export const pathsOf = (text: string): string[] => [...text.matchAll(reference)].map(([path]) => path);

/** The namespace of every reference in a text: `External` of `$.External.name`. */
export const rootsOf = (text: string): string[] =>
  pathsOf(text).map((path) => {
    const [, plain, single, double] = path.matchAll(step).next().value ?? [];
    return plain ?? single ?? double ?? '';
  });

/** What a reference leads to; undefined where nothing is there. Arrays cannot be addressed. */
function follow(path: string, values: unknown): unknown {
  let value = values;
  for (const [, plain, single, double] of path.matchAll(step)) {
    if (!isObject(value)) return undefined;
    const key = plain ?? single ?? double ?? '';
    value = Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The text with every reference in it replaced; one that leads nowhere is empty. */
export function resolveText(text: string, values: unknown): string {
  return text.includes('$') ? text.replace(reference, (path) => asText(follow(path, values))) : text;
}

/** A parameter of a Lambda: a sole reference may lead to nested JSON, objects are resolved throughout. */
export function resolveValue(value: unknown, values: unknown): unknown {
  if (typeof value === 'string') {
    if (!isReference(value)) return resolveText(value, values);
    const found = follow(value, values);
    return isObject(found) || Array.isArray(found) ? found : asText(found);
  }
  if (Array.isArray(value)) return value.map((inner) => resolveValue(inner, values));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolveValue(inner, values)]));
  return value;
}
