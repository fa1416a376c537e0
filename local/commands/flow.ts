import { UsageFault } from './call-options.ts';

const built: Record<string, () => Promise<{ run: (parameters: string[]) => Promise<number> }>> = {
  check: () => import('./flow-check.ts'),
  run: () => import('./flow-run.ts'),
};
const notBuiltYet = ['draw'];
const usage = 'npm run flow -- check|run <file…> [options]';

/** `npm run flow -- check|run`: flows of whoever exported them. */
export async function run([word = '', ...parameters]: string[]): Promise<number> {
  if (notBuiltYet.includes(word)) {
    console.error(`not built yet: flow ${word}`);
    return 2;
  }
  const load = built[word];
  if (load === undefined) {
    console.error(usage);
    return 2;
  }
  try {
    const command = await load();
    return await command.run(parameters);
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    console.error(fault.message);
    return 2;
  }
}
