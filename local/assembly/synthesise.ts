import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The app refused: its fault lines are on stderr already. */
export class SynthesisError extends Error {
  readonly exitCode: number;
  constructor(exitCode: number) {
    super(`synthesis ended with status ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/**
 * Synthesises the administrations into a cloud assembly with the CDK app itself, its template validation off: that is the
 * gate's work and costs seconds.
 * @param only id of the one administration wanted; all of them without it
 * @param folder of their files, where it is another one than `administrations/`
 * @throws SynthesisError
 */
export async function synthesise({
  only,
  outDirectory,
  folder,
}: {
  only?: string | undefined;
  folder?: string | undefined;
  outDirectory: string;
}): Promise<void> {
  const app = fileURLToPath(new URL('../../bin/app.ts', import.meta.url));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, [app], {
    cwd: root,
    env: {
      ...process.env,
      CDK_OUTDIR: outDirectory,
      CDK_VALIDATION: 'false',
      ...(only === undefined ? {} : { RAPPEL_ONLY: only }),
      ...(folder === undefined ? {} : { RAPPEL_ADMINISTRATIONS: folder }),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  if (exitCode !== 0) throw new SynthesisError(exitCode);
}
