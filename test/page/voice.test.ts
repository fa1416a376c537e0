import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { speak } from '../../local/page/voice.ts';

describe('the voice of the laptop', () => {
  let folder: string;
  const programThat = (does: string): string => {
    const program = join(folder, 'voice');
    writeFileSync(program, `#!/bin/sh\n${does}\n`);
    chmodSync(program, 0o755);
    return program;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rappel-voice-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gets the text on its standard input, never as an argument', async () => {
    const sound = await speak('Votre code est 4, 8, 2.', programThat('echo "$@"; cat'));
    expect(sound?.toString()).toBe('-v fr -s 150 --stdin --stdout\nVotre code est 4, 8, 2.');
  });

  it('is missing where the program is not installed', async () => {
    expect(await speak('Bonjour.', join(folder, 'none'))).toBeUndefined();
  });

  it('says with which status the program failed', async () => {
    await expect(speak('Bonjour.', programThat('exit 3'))).rejects.toThrow('ended with 3');
  });
});
