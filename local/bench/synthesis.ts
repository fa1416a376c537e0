import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const samplingMilliseconds = 20;

/** Cold synthesis in processes of their own: one administration, and a hundred copies of it. */
export async function benchSynthesis(): Promise<void> {
  const one = await synthesis({ RAPPEL_ONLY: 'caf' });
  console.log(`synthesis, one administration, validation off, cold: ${describe(one)} (target 1 s)`);
  const folder = mkdtempSync(join(tmpdir(), 'rappel-bench-'));
  try {
    writeCopies(folder, 100);
    const hundred = await synthesis({ RAPPEL_ADMINISTRATIONS: folder });
    console.log(`synthesis, 100 administrations: ${describe(hundred)} (target 10 s and 350 MB)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  seconds: number;
  /** Largest resident set seen while sampling `/proc`; absent elsewhere than on Linux. */
  peakMegabytes: number | undefined;
}

async function synthesis(environment: Record<string, string>): Promise<Run> {
  const output = mkdtempSync(join(tmpdir(), 'rappel-bench-'));
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/app.ts')], {
    env: { ...process.env, CDK_VALIDATION: 'false', CDK_OUTDIR: output, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakMegabytes: number | undefined;
  const sampling = setInterval(() => {
    peakMegabytes = residentPeakMegabytes(child.pid) ?? peakMegabytes;
  }, samplingMilliseconds);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(sampling);
  rmSync(output, { recursive: true, force: true });
  if (status !== 0) throw new Error(`synthesis ended with status ${status}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes };
}

function residentPeakMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined; // no /proc here, or the process has just ended
  }
}

function writeCopies(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(join(root, 'administrations/caf.yaml'), 'utf8');
  for (let copy = 0; copy < count; copy++) {
    const id = `caf-${copy}`;
    const own = text
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^alias: .*$/m, `alias: rappel-${id}`)
      .replace(/senderId: \w+/, `senderId: CAF${copy}`);
    writeFileSync(join(folder, `${id}.yaml`), own);
  }
}

function describe({ seconds, peakMegabytes }: Run): string {
  const memory = peakMegabytes === undefined ? '' : `, ${Math.round(peakMegabytes)} MB`;
  return `${seconds.toFixed(2)} s${memory}`;
}
