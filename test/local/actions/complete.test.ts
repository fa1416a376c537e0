import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionSpecifications } from '../../../flow-language/specification/catalogue.ts';
import { FLOW_ELSEWHERE } from '../../../local/connect/actions/elsewhere.ts';
import { actionKinds } from '../../../local/connect/actions/catalogue.ts';

const folder = join(import.meta.dirname, '..');
const tests = globSync('**/*.ts', { cwd: folder })
  .filter((file) => !file.endsWith('complete.test.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const types = [...actionSpecifications.keys()];

describe('every type of action that is known', () => {
  it('runs, and nothing else but what stands in for a flow that is not here', () => {
    expect([...actionKinds.keys()].toSorted()).toEqual([...types, FLOW_ELSEWHERE].toSorted());
  });

  it.each(types)('%s is in a test', (type) => {
    expect(tests).toMatch(new RegExp(`['\` .]${type}\\b`));
  });
});
