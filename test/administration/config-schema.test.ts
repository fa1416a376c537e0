import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { administrationJsonSchema } from '../../domain/administration/json-schema.ts';
import { shippedFiles, withValues, cafFile } from './configuration-files.ts';

interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
}

const written = readFileSync('administrations/administration.schema.json', 'utf8');
const accepts = new Ajv({ strictTypes: false }).compile(JSON.parse(written));

/** Every key of the schema and of what is inside, with its description. */
function describedKeys(schema: JsonSchema, path = ''): [string, string | undefined][] {
  const inside = [schema.items, ...(schema.anyOf ?? []), schema.additionalProperties].flatMap((inner) =>
    typeof inner === 'object' ? describedKeys(inner, `${path}[]`) : [],
  );
  const keys = Object.entries(schema.properties ?? {}).flatMap(([key, inner]): [string, string | undefined][] => [
    [`${path}.${key}`, inner.description],
    ...describedKeys(inner, `${path}.${key}`),
  ]);
  return [...inside, ...keys];
}

describe("the editor's JSON Schema", () => {
  it('is that of the rules: after a change, run `node bin/write-schema.ts`', () => {
    expect(written).toBe(administrationJsonSchema());
  });

  it('accepts the files of the repository', () => {
    for (const { text } of shippedFiles) expect([accepts(parse(text)), accepts.errors]).toEqual([true, null]);
  });

  it.each<[string, Parameters<typeof withValues>[1]]>([
    ['an unknown key', [[['colour'], 'blue']]],
    ['a wrong hour', [[['hours', 'monday'], ['25:00-26:00']]]],
    ['a wrong region', [[['region'], 'eu-west-3']]],
    ['agents at no hour', [[['queues', 'allocations', 'agents', 'midi'], 3]]],
    ['a word in place of yes or no', [[['survey'], { afterNoAnswer: 'later' }]]],
    ['a subject that leads nowhere', [[['subjects', 0, 'queue'], undefined]]],
    ['a third level', [[['subjects', 2, 'subjects', 0], { key: '1', id: 'x', spoken: { fr: 'x' }, subjects: [] }]]],
    ['a missing key', [[['sms', 'senderId'], undefined]]],
  ])('underlines %s', (_, values) => {
    expect(accepts(parse(withValues(cafFile.text, values)))).toBe(false);
  });

  it('describes every key, and says the unit of those that have one in their name', () => {
    const keys = describedKeys(JSON.parse(written));
    const weekdays = /\.(mon|tues|wednes|thurs|fri|satur|sun)day$/;
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter(([key, description]) => description === undefined && !weekdays.test(key))).toEqual([]);
    const measured = keys.filter(([key]) => /Seconds$|Minutes$|horizonDays$|retentionDays\./.test(key));
    expect(measured).toHaveLength(10);
    for (const [, description] of measured) expect(description).toMatch(/in seconds|in minutes|in days|days after/);
  });
});
