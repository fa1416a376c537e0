import { parseArgs } from 'node:util';
import type { Answer } from '../scripted-caller.ts';
import { readScript, ScriptFault, type Token } from '../script.ts';
import { isWallTime } from './wall-time.ts';

export interface CallOptions {
  administration: string;
  /** E.164, or `anonymous`. */
  from: string;
  /** Local wall time `YYYY-MM-DDTHH:MM`; absent means now. */
  at: string | undefined;
  queue: number;
  /** Agents free at the start besides those of the YAML; `none`: nobody is logged in. */
  agents: number | 'none';
  seed: number;
  /** Absent: interactive. */
  tokens: Token[] | undefined;
  /** Local wall time. */
  until: string | undefined;
  answers: Answer[];
  /** Names of the texts that whoever answers sends from the guide, one after the other. */
  guide: string[];
  json: boolean;
}

/** The command line was wrong: status 2, with what is allowed. */
export class UsageFault extends Error {}

const answers: readonly string[] = ['yes', 'no', 'busy', 'machine'];

/** @throws UsageFault */
export function readCallOptions(parameters: string[]): CallOptions {
  const { values, positionals } = parse(parameters);
  const [administration, ...others] = positionals;
  if (administration === undefined || others.length > 0)
    throw new UsageFault('npm run call -- <administration> [options]');
  return {
    administration,
    from: numberOf(values.from),
    at: wallTimeOf('--at', values.at),
    queue: wholeNumberOf('--queue', values.queue),
    agents: values.agents === 'none' ? 'none' : wholeNumberOf('--agents', values.agents),
    seed: wholeNumberOf('--seed', values.seed),
    tokens: values.press === undefined ? undefined : tokensOf(values.press),
    until: wallTimeOf('--until', values.until),
    answers: answersOf(values.answer),
    guide: values.guide.split(/[\s,]+/).filter((text) => text !== ''),
    json: values.json,
  };
}

export function numberOf(value: string): string {
  const from = value.replaceAll(/[\s.]/g, '');
  if (from !== 'anonymous' && !/^\+\d{6,15}$/.test(from)) {
    throw new UsageFault(`--from "${value}": a number such as +33612345678, or anonymous`);
  }
  return from;
}

/** For `parseArgs`: what every command understands that calls somebody. */
export const optionsOfEveryCall = {
  from: { type: 'string', default: '+33612345678' },
  at: { type: 'string' },
  until: { type: 'string' },
  queue: { type: 'string', default: '0' },
  agents: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  press: { type: 'string' },
  answer: { type: 'string', default: 'yes' },
  json: { type: 'boolean', default: false },
} as const;

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: withPressJoined(parameters),
      allowPositionals: true,
      options: {
        ...optionsOfEveryCall,
        guide: { type: 'string', default: '' },
      },
    });
  } catch (fault) {
    throw new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
}

/** A script may begin with `-` (silence), which would pass for an option if it stood alone. */
export function withPressJoined(parameters: string[]): string[] {
  const index = parameters.indexOf('--press');
  const script = parameters[index + 1];
  if (index === -1 || script === undefined) return parameters;
  return parameters.toSpliced(index, 2, `--press=${script}`);
}

export function wallTimeOf(option: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!isWallTime(value)) throw new UsageFault(`${option} "${value}": a local time such as 2026-11-24T10:05`);
  return value;
}

export function wholeNumberOf(option: string, value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw new UsageFault(`${option} "${value}": a whole number`);
  return Number(value);
}

export function tokensOf(press: string): Token[] {
  try {
    return readScript(press);
  } catch (fault) {
    if (fault instanceof ScriptFault) throw new UsageFault(fault.message);
    throw fault;
  }
}

export function answersOf(value: string): Answer[] {
  const given = value.split(',');
  const wrong = given.find((answer) => !answers.includes(answer));
  if (wrong !== undefined) throw new UsageFault(`--answer "${wrong}": ${answers.join(', ')}, one for each attempt`);
  return given as Answer[];
}
