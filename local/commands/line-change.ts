import { userInfo } from 'node:os';
import type { Administration } from '../../domain/administration/administration.ts';
import {
  changeLineFunctionName,
  type LineChange,
  type LineChangeResult,
} from '../../domain/administration/line-changes.ts';
import { administrationsIn, ConfigurationFault } from '../administrations.ts';
import { UsageFault } from './call-options.ts';
import { invokeDeployed } from './deployed-line.ts';

/** Where a change goes: the running centre of this laptop, or the deployed line. */
export const destinationOptions = {
  aws: { type: 'boolean', default: false },
  port: { type: 'string', default: '3939' },
} as const;
export interface Destination {
  aws: boolean;
  port: string;
}
export interface AskedChange {
  administration: Administration;
  change: LineChange;
  destination: Destination;
  /** What to print once it is done. */
  done: string;
}

/** The centre is not there, or would not do it. */
export class Refusal extends Error {}

/** Makes the change that a command line asks for. Status 0: it is done; 1: the centre refused or is not running; 2: the command line was wrong. */
export const changeLine = (asked: () => AskedChange): Promise<number> =>
  statusOf(async () => {
    const { administration, change, destination, done } = asked();
    if (destination.aws) await askDeployed(administration, change);
    else await askRunningCentre(administration, 'changeLine', change, destination);
    console.log(`${administration.id}: ${done}`);
    return 0;
  });

/** What a command returns, or 1 and 2 with the reason on stderr. */
export async function statusOf(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (fault) {
    const known = fault instanceof UsageFault || fault instanceof ConfigurationFault || fault instanceof Refusal;
    if (!known) throw fault;
    console.error(fault.message);
    return fault instanceof UsageFault ? 2 : 1;
  }
}

/** @throws UsageFault where there is no such file */
export function administrationNamed(id: string): Administration {
  const all = administrationsIn('administrations');
  const named = all.find((administration) => administration.id === id);
  if (named === undefined) {
    throw new UsageFault(`no administration "${id}": one of ${all.map((known) => known.id).join(', ')}`);
  }
  return named;
}

/** Who asks, for the log of the line. */
export const whoAsks = (): string =>
  userInfo()
    .username.replaceAll(/[^\w.@+-]/g, '-')
    .slice(0, 64) || 'somebody';

/** @throws UsageFault */
export function portOf({ port }: Pick<Destination, 'port'>): number {
  if (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65_535) return Number(port);
  throw new UsageFault(`--port "${port}": 1 to 65535`);
}

/** What the centre of this laptop answers, as text. @throws Refusal */
export async function askRunningCentre(
  { id }: Administration,
  action: string,
  asked: unknown,
  destination: Destination,
): Promise<string> {
  const port = portOf(destination);
  const url = `http://127.0.0.1:${port}/${id}/${action}`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(asked) }).catch(() => undefined);
  if (answer === undefined) {
    throw new Refusal(`no centre runs on port ${port}: "npm start" starts one, --aws changes the deployed line`);
  }
  const text = await answer.text();
  if (!answer.ok) throw new Refusal(text);
  return text;
}

async function askDeployed(administration: Administration, change: LineChange): Promise<void> {
  const name = changeLineFunctionName(administration.id);
  const answer = await unlessFault(invokeDeployed<LineChangeResult>(administration, name, change));
  if (answer.status === 'refused') throw new Refusal(answer.reasons.join('\n'));
}

/** @throws Refusal with what the SDK or the function said */
export async function unlessFault<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (fault) {
    throw new Refusal(fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));
  }
}
