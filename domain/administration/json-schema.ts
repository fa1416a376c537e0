import { z } from 'zod';
import { administrationSchema } from './schema.ts';

/** The rules as a JSON Schema; of each key also what somebody notices of it, what is allowed, and values to start from. */
export interface AnnotatedSchema {
  description?: string;
  effect?: string;
  allowed?: string;
  examples?: unknown[];
  default?: unknown;
  properties?: Record<string, AnnotatedSchema>;
  required?: string[];
  items?: AnnotatedSchema;
  anyOf?: AnnotatedSchema[];
  additionalProperties?: boolean | AnnotatedSchema;
  propertyNames?: AnnotatedSchema;
}

export const annotatedSchema = (): AnnotatedSchema =>
  z.toJSONSchema(administrationSchema, { io: 'input', target: 'draft-7' }) as AnnotatedSchema;

/** The JSON Schema that editors use for `administrations/*.yaml`, as the text of its file. */
export function administrationJsonSchema(): string {
  const schema = { title: 'One administration', ...annotatedSchema() };
  return `${JSON.stringify(schema, (_key, value: unknown) => (isAnnotated(value) ? hovered(value) : value), 2)}\n`;
}

const isAnnotated = (value: unknown): value is AnnotatedSchema =>
  typeof value === 'object' && value !== null && 'effect' in value;

/** Editors show the description and the examples, and know no other words of ours. */
function hovered({ description, effect, allowed, ...schema }: AnnotatedSchema): AnnotatedSchema {
  const told = [description, effect, allowed && `Allowed: ${allowed}.`].filter((part) => part !== undefined);
  return { ...schema, description: told.join('\n\n') };
}
