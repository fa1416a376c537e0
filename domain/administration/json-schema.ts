import { z } from 'zod';
import { administrationSchema } from './schema.ts';

/** The JSON Schema that editors use for `administrations/*.yaml`, as the text of its file. */
export function administrationJsonSchema(): string {
  const schema = z.toJSONSchema(administrationSchema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'One administration', ...schema }, null, 2)}\n`;
}
