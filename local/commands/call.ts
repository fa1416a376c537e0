import type { Administration } from '../../domain/administration/administration.ts';
import { lineNumber } from '../../domain/administration/line-numbers.ts';
import { leafSubjects } from '../../domain/administration/subjects.ts';
import { administrationsIn, ConfigurationFault } from '../administrations.ts';
import { SynthesisError } from '../assembly/synthesise.ts';
import type { CallEvent } from '../call-event.ts';
import { callText } from '../call-text.ts';
import { type Laptop, startLaptop } from '../laptop.ts';
import { sendFromGuide } from '../scripted-agent.ts';
import { ScriptedCaller } from '../scripted-caller.ts';
import { type CallOptions, readCallOptions, UsageFault } from './call-options.ts';
import { callLive } from './call-live.ts';
import { reportFailedDeliveries } from './failed-deliveries.ts';
import { wallInstant } from './wall-time.ts';

/** A scripted call that lasts longer than this has lost its way. */
const longestCallMilliseconds = 4 * 3600_000;

/** `npm run call -- <administration> [options]`. Status 0: the call ended as the flows meant it to; 1: it did not; 2: the command line was wrong. */
export async function run(parameters: string[]): Promise<number> {
  try {
    const options = readCallOptions(parameters);
    const administrations = administrationsIn('administrations');
    const administration = administrations.find(({ id }) => id === options.administration);
    if (administration === undefined) {
      const known = administrations.map(({ id }) => id).join(', ');
      throw new UsageFault(`no administration "${options.administration}": one of ${known}`);
    }
    const unknown = options.guide.find((text) => !Object.hasOwn(administration.sms.texts, text));
    if (unknown !== undefined) {
      const known = Object.keys(administration.sms.texts).join(', ') || 'none, the file has no sms.texts';
      throw new UsageFault(`--guide "${unknown}": texts that agents send, of ${known}`);
    }
    const instant = (wall: string): number => wallInstant(wall, administration.timeZone);
    const startMilliseconds = options.at === undefined ? Date.now() : instant(options.at);
    const untilMilliseconds = options.until === undefined ? undefined : instant(options.until);
    if (untilMilliseconds !== undefined && untilMilliseconds < startMilliseconds) {
      throw new UsageFault(`--until "${options.until}": later than --at`);
    }
    const laptop = await startLaptop({
      administrations: [administration, ...handedTo(administration, administrations)],
      startMilliseconds,
      seed: options.seed,
    });
    try {
      return await call(laptop, options, untilMilliseconds);
    } finally {
      await laptop.stop();
    }
  } catch (fault) {
    if (fault instanceof SynthesisError) return fault.exitCode;
    if (!(fault instanceof UsageFault) && !(fault instanceof ConfigurationFault)) throw fault;
    console.error(fault.message);
    return fault instanceof UsageFault ? 2 : 1;
  }
}

/** The lines to which this one hands calls over: they ring too. */
function handedTo(line: Administration, all: readonly Administration[]): Administration[] {
  const numbers = leafSubjects(line).flatMap(({ subject }) =>
    'transferNumber' in subject ? subject.transferNumber : [],
  );
  return all.filter((other) => other !== line && numbers.includes(lineNumber(other)));
}

async function call(laptop: Laptop, options: CallOptions, untilMilliseconds: number | undefined): Promise<number> {
  const [line] = laptop.lines;
  if (line === undefined) throw new Error('no line was started');
  let wentWrong = false;
  const print = options.json ? (event: CallEvent) => console.log(JSON.stringify(event)) : printText;
  for (const each of laptop.lines) {
    each.onEvent((event) => {
      wentWrong ||= event.kind === 'error' || (event.kind === 'ended' && event.outcome === 'dropped');
      print(event);
    });
    reportFailedDeliveries(each);
    each.staff(options.agents);
  }
  line.addWaitingCallers(options.queue);
  if (options.guide.length > 0) sendFromGuide(line.centre, laptop.clock, options.guide);
  if (options.tokens === undefined)
    await callLive({ ...line, clock: laptop.clock }, () => line.centre.ring(options.from), 'fr');
  else await callScripted(laptop, { ...options, tokens: options.tokens }, untilMilliseconds);
  return wentWrong ? 1 : 0;
}

async function callScripted(
  { clock, lines: [line, ...others] }: Laptop,
  { from, tokens, answers }: CallOptions & { tokens: NonNullable<CallOptions['tokens']> },
  untilMilliseconds: number | undefined,
): Promise<void> {
  if (line === undefined) return;
  const open = new Set<string>();
  line.centre.onOutboundCall(({ contactId }) => open.add(contactId));
  line.onEvent((event) => {
    if (event.kind === 'ended') open.delete(event.contactId);
  });
  const caller = new ScriptedCaller(line.centre, clock, {
    number: from,
    tokens,
    answers,
    elsewhere: others.map(({ centre }) => centre),
  });
  const isOver = (): boolean => open.size === 0 && !caller.isUnderWay;
  open.add(caller.ring());
  await clock.runWhile(isOver, clock.now() + longestCallMilliseconds);
  if (untilMilliseconds === undefined) return;
  await clock.runUntil(untilMilliseconds);
  await clock.runWhile(isOver, clock.now() + longestCallMilliseconds);
}

function printText(event: CallEvent): void {
  const text = callText(event);
  if (text !== undefined) console.log(text);
}
