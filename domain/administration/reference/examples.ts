import type { AnnotatedSchema } from '../json-schema.ts';

/** A name that an administration may give, where a map lets it choose names. */
export function exampleName({ propertyNames }: AnnotatedSchema): string | undefined {
  const name = propertyNames?.examples?.[0];
  return typeof name === 'string' ? name : undefined;
}

/** The examples of a key; those of a map that has none are put together from the first ones of its keys. */
export function exampleOf(schema: AnnotatedSchema): unknown[] {
  const { examples, properties = {}, additionalProperties } = schema;
  if (examples) return examples;
  const name = exampleName(schema);
  const chosen = name !== undefined && typeof additionalProperties === 'object' ? { [name]: additionalProperties } : {};
  const parts = Object.entries({ ...properties, ...chosen }).map(([key, inner]) => [key, exampleOf(inner)[0]]);
  const isWhole = parts.length > 0 && parts.every(([, example]) => example !== undefined);
  return isWhole ? [Object.fromEntries(parts)] : [];
}
