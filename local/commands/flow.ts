import { UsageFault } from './call-options.ts';

const built: Record<string, () => Promise<{ run: (parameters: string[]) => Promise<number> }>> = {
  check: () => import('./flow-check.ts'),
  run: () => import('./flow-run.ts'),
  draw: () => import('./flow-draw.ts'),
};
const usage = 'npm run flow -- check|run <file…> [options], npm run flow -- draw [administration]';

/** `npm run flow -- check|run|draw`: flows of whoever exported them, and our own. */
export async function run([word = '', ...parameters]: string[]): Promise<number> {
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
