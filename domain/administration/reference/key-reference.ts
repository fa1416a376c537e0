import type { AnnotatedSchema } from '../json-schema.ts';
import { exampleName, exampleOf } from './examples.ts';

/** All that the documentation tells of one key. */
export interface KeyReference {
  /** `callback.attempts`, `queues.<queue>.hours`, `subjects[].key`. */
  path: string;
  /** As an example writes it: `attempts`, `allocations`. */
  key: string;
  /** Other keys of the same section that mean the same. */
  alike: string[];
  description: string | undefined;
  effect: string | undefined;
  allowed: string;
  isRequired: boolean;
  /** Undefined where there is none. */
  default: unknown;
  examples: unknown[];
}

/** What stands for the name that an administration gives. */
const anyName: Readonly<Record<string, string>> = {
  queues: '<queue>',
  'queues.<queue>.agents': '<range>',
  'sms.texts': '<text>',
};

interface Place {
  path: string;
  key: string;
  schema: AnnotatedSchema;
  isRequired: boolean;
}

/** The keys of a map: those it names, the names it lets people choose, those of each of its variants. */
function keysOf(schema: AnnotatedSchema, path: string): Place[] {
  const { properties = {}, required = [], additionalProperties, items, anyOf = [] } = schema;
  const below = (step: string): string => (path === '' ? step : `${path}.${step}`);
  const named = Object.entries(properties).map(([key, inner]) => {
    return { path: below(key), key, schema: inner, isRequired: required.includes(key) };
  });
  const step = anyName[path] ?? '<name>';
  const chosen = { path: below(step), key: exampleName(schema) ?? step, isRequired: false };
  return [
    ...named,
    ...(typeof additionalProperties === 'object' ? [{ ...chosen, schema: additionalProperties }] : []),
    ...(items ? keysOf(items, `${path}[]`) : []),
    ...keysOfVariants(
      anyOf.filter((variant) => variant.properties),
      path,
    ),
  ];
}

/** What one variant needs and another does not have is needed in neither. */
function keysOfVariants(variants: readonly AnnotatedSchema[], path: string): Place[] {
  const isNeeded = (key: string): boolean => variants.every(({ required }) => required?.includes(key));
  return variants.flatMap((variant) =>
    keysOf(variant, path).map((place) => ({ ...place, isRequired: place.isRequired && isNeeded(place.key) })),
  );
}

/** Each key, then what is inside of it; one that several variants have, or that means the same as another, comes once. */
export function keyReferences(schema: AnnotatedSchema, below = ''): KeyReference[] {
  const merged: KeyReference[] = [];
  for (const key of keysOf(schema, below).flatMap(within)) {
    const same = merged.find((known) => known.path === key.path || isAlike(known, key));
    if (!same) merged.push(key);
    else same.alike = [...new Set([...same.alike, key.path, ...key.alike])].filter((path) => path !== same.path);
  }
  return merged;
}

function within({ path, key, schema, isRequired }: Place): KeyReference[] {
  const { description, effect, default: otherwise } = schema;
  const allowed =
    schema.allowed ??
    `a map: ${keysOf(schema, '')
      .map((inner) => inner.path)
      .join(', ')}`;
  const examples = exampleOf(schema);
  const own = { path, key, alike: [], description, effect, allowed, isRequired, default: otherwise, examples };
  return [own, ...keyReferences(schema, path)];
}

const meaning = ({ path, description, effect, allowed, isRequired }: KeyReference): string =>
  JSON.stringify([path.split(/[.[]/u)[0], description, effect, allowed, isRequired]);

const isAlike = (one: KeyReference, other: KeyReference): boolean => meaning(one) === meaning(other);
