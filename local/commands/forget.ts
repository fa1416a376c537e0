import { text as textOf } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Administration } from '../../domain/administration/administration.ts';
import {
  addForgotten,
  checkForget,
  forgetFunctionName,
  nothingForgotten,
  type ForgetRequest,
  type ForgetResult,
  type Forgotten,
} from '../../domain/administration/forgetting.ts';
import { ownNumbersOf } from '../../domain/administration/line-rules.ts';
import { administrationsIn } from '../administrations.ts';
import { UsageFault } from './call-options.ts';
import { invokeDeployed } from './deployed-line.ts';
import {
  administrationNamed,
  askRunningCentre,
  destinationOptions,
  Refusal,
  statusOf,
  unlessFault,
  whoAsks,
  type Destination,
} from './line-change.ts';

const usage =
  'npm run --silent forget -- <administration> <number> [--aws] [--port 3939]\n' +
  'The number as people write it, such as 06 12 34 56 78 or +33612345678; or -, to read it from standard input.';

/** `npm run forget`: deletes what is held of a person. Prints how much it was, never the number. Status 0: done; 1: not, or not yet; 2: the command line was wrong. */
export const run = (parameters: string[]): Promise<number> =>
  statusOf(async () => {
    const { administration, request, destination } = await readAsked(parameters);
    const { status, forgotten } = await forgetAll(administration, request, destination);
    console.log(`${administration.id}: ${told(forgotten)}`);
    if (status === 'done') return 0;
    console.error('this person is on the line, or being called: ask again once that call is over');
    return 1;
  });

/** One invocation after the other, until nothing is left or somebody is on the line. */
async function forgetAll(
  administration: Administration,
  request: ForgetRequest,
  destination: Destination,
): Promise<{ status: 'done' | 'underWay'; forgotten: Forgotten }> {
  let forgotten = nothingForgotten;
  let asked = request;
  for (;;) {
    const answer = await ask(administration, asked, destination);
    if (answer.status === 'refused') throw new Refusal(answer.reasons.join('\n'));
    forgotten = addForgotten(forgotten, answer.forgotten);
    if (answer.status !== 'more') return { status: answer.status, forgotten };
    asked = { ...request, continuation: answer.continuation };
  }
}

async function ask(line: Administration, request: ForgetRequest, destination: Destination): Promise<ForgetResult> {
  if (destination.aws) return unlessFault(invokeDeployed<ForgetResult>(line, forgetFunctionName(line.id), request));
  return JSON.parse(await askRunningCentre(line, 'forgetPerson', request, destination)) as ForgetResult;
}

function told({ promisesCancelled, ledgerItems, mentions, contacts, reportLines, wishesKept }: Forgotten): string {
  const deleted = [
    [promisesCancelled, 'promise cancelled', 'promises cancelled'],
    [ledgerItems, 'item of the ledger deleted', 'items of the ledger deleted'],
    [mentions, 'mention in slots and lists deleted', 'mentions in slots and lists deleted'],
    [contacts, 'contact without its number', 'contacts without their number'],
    [reportLines, 'line of the reports of nobody now', 'lines of the reports of nobody now'],
  ] as const;
  const counts = deleted.flatMap(([count, one, several]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : several}`],
  );
  const kept =
    wishesKept === 0 ? '' : `; kept is the wish not to be written to, or called by a machine (${wishesKept})`;
  return `${counts.length === 0 ? 'nothing was held of this person' : counts.join(', ')}${kept}`;
}

async function readAsked(parameters: string[]) {
  const { values, positionals } = parse(parameters);
  const [id, ...written] = positionals;
  if (id === undefined || written.length === 0) throw new UsageFault(usage);
  const administration = administrationNamed(id);
  const number = written.join(' ') === '-' ? (await textOf(process.stdin)).trim() : written.join(' ');
  const answer = checkForget({ number, by: whoAsks() }, ownNumbersOf(administrationsIn('administrations')));
  // Nothing of what was written is repeated: it may be a number with one digit too many.
  if ('reasons' in answer) throw new UsageFault(`That is no number of a person.\n${usage}`);
  return { administration, request: answer.asked, destination: values };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({ args: parameters, allowPositionals: true, options: destinationOptions });
  } catch {
    throw new UsageFault(usage);
  }
}
