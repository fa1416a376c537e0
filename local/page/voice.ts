import { spawn } from 'node:child_process';

const longestTextCharacters = 1000;
/** Words a minute, as in the figures on how long announcements take. */
const wordsAMinute = '150';

/** A French voice for browsers that have none: WAV from `espeak-ng`; undefined where that program is not installed. */
export function speak(text: string, program = 'espeak-ng'): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    // The text goes through the standard input: it shows neither in a list of processes nor in a log.
    const voice = spawn(program, ['-v', 'fr', '-s', wordsAMinute, '--stdin', '--stdout']);
    const sound: Buffer[] = [];
    voice.on('error', (fault) => ('code' in fault && fault.code === 'ENOENT' ? resolve(undefined) : reject(fault)));
    voice.stdin.on('error', () => undefined);
    voice.stdout.on('data', (part: Buffer) => sound.push(part));
    voice.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(sound));
      else reject(new Error(`${program} ended with ${status}`));
    });
    voice.stdin.end(text.slice(0, longestTextCharacters));
  });
}
