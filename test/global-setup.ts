import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that all test files of a run share, gone when it ends: the stack that calls run on is synthesised in it once. */
export default function setUp(): void {
  const shared = mkdtempSync(join(tmpdir(), 'rappel-tests-'));
  process.env['RAPPEL_TESTS_SHARED'] = shared;
  process.once('exit', () => rmSync(shared, { recursive: true, force: true }));
}
