import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionSpecifications } from '../../../flow-language/specification/catalogue.ts';
import { actionKinds } from '../../../local/connect/actions/catalogue.ts';

const folder = join(import.meta.dirname, '..');
const tests = globSync('**/*.ts', { cwd: folder })
  .filter((file) => !file.endsWith('complete.test.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const types = [...actionSpecifications.keys()];

describe('every type of action that is known', () => {
  it('runs', () => {
    expect(types.filter((type) => !actionKinds.has(type))).toEqual([]);
  });

  it.each(types)('%s is in a test', (type) => {
    expect(tests).toMatch(new RegExp(`['\` .]${type}\\b`));
  });
});
