import { parseArgs } from 'node:util';
import { UsageFault } from './call-options.ts';
import { administrationNamed, changeLine, destinationOptions, whoAsks, type AskedChange } from './line-change.ts';

const usage = 'npm run switch -- <administration> <queue> offering|dialling on|off [--aws] [--port 3939]';

/** `npm run switch`: pauses, or resumes, the offer of callbacks in a queue or the dialling of those promised, without deployment. */
export const run = (parameters: string[]): Promise<number> => changeLine(() => readSwitch(parameters));

function readSwitch(parameters: string[]): AskedChange {
  const { values, positionals } = parse(parameters);
  const [id, queue, what, to, ...more] = positionals;
  if (id === undefined || queue === undefined || more.length > 0) throw new UsageFault(usage);
  if ((what !== 'offering' && what !== 'dialling') || (to !== 'on' && to !== 'off')) throw new UsageFault(usage);
  const administration = administrationNamed(id);
  const queues = Object.keys(administration.queues);
  if (!queues.includes(queue)) throw new UsageFault(`no queue "${queue}": one of ${queues.join(', ')}`);
  return {
    administration,
    change: { change: 'switch', queue, what, to, by: whoAsks() },
    destination: values,
    done: `${what} of ${queue} is ${to}`,
  };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({ args: parameters, allowPositionals: true, options: destinationOptions });
  } catch (fault) {
    throw new UsageFault(`${usage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
