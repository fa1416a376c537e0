import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: `$CHROMIUM`, or the first on the PATH; undefined where there is none. */
const chromiumPath: string | undefined =
  process.env['CHROMIUM'] ||
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

/** @throws Error where no Chromium is found, or it does not start */
export async function startBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium is found: name one in CHROMIUM');
  return chromium.launch({ executablePath: chromiumPath, args: flags });
}

/** `describe` where there is a Chromium; elsewhere its tests are skipped, and say so: `.ci/count.ts` reads the name. */
export const describeInChromium = (name: string, tests: () => void): void => {
  if (chromiumPath === undefined) {
    console.warn(`NOT RUN, no Chromium is found: ${name}. Install one, or name it in CHROMIUM.`);
    describe.skip(`${name} (needs CHROMIUM)`, tests);
  } else describe(`${name} (needs CHROMIUM)`, tests);
};
