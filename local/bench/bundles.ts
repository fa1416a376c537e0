import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shortName } from '../connect/known-functions.ts';
import type { DeployedFunction } from '../deployment.ts';
import { workerEnvironment } from '../lambda/environment.ts';
import type { Line } from '../line.ts';

const loads = 5;
const nowhere = 'http://127.0.0.1:9';

/** Size of each bundle, and the time that a new process takes to import it, best of five. */
export function benchBundles({ deployment }: Line): void {
  for (const deployed of deployment.functions.toSorted((a, b) => shortName(a).localeCompare(shortName(b)))) {
    const file = bundleOf(deployed);
    const kilobytes = Math.round(statSync(file).size / 1000);
    const milliseconds = Math.min(
      ...Array.from({ length: loads }, () => loadMilliseconds(deployed, file, deployment.region)),
    );
    console.log(
      `bundle ${shortName(deployed).padEnd(20)} ${String(kilobytes).padStart(5)} kB, loads in ${milliseconds.toFixed(0)} ms`,
    );
  }
}

function bundleOf({ directory, handler }: DeployedFunction): string {
  return join(directory, `${handler.slice(0, handler.lastIndexOf('.'))}.mjs`);
}

function loadMilliseconds(deployed: DeployedFunction, file: string, region: string): number {
  const script = `const started = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - started);`;
  const endpoints = {
    dynamoDb: nowhere,
    connect: nowhere,
    sms: nowhere,
    eventBridge: nowhere,
    s3: nowhere,
    otherServices: nowhere,
  };
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: workerEnvironment(deployed, region, endpoints),
  });
  if (status !== 0) throw new Error(`${file} does not load: ${stderr}`);
  return Number(stdout.trim().split('\n').at(-1));
}
