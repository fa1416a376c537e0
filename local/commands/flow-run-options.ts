import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type FlowType, flowTypes, type JsonObject, scalar } from '../../flow-language/flow-document.ts';
import { flowTypeNamed } from '../../flow-language/flow-type-of.ts';
import { readExport, type ReadFlow } from '../../flow-language/read-export.ts';
import { FlowRefused, parseObject, readActions } from '../../flow-language/read-flow.ts';
import { readStandInAnswers } from '../connect/stand-in-answers.ts';
import type { StandInAnswer } from '../connect/stand-ins.ts';
import { answerFaults, type FunctionAnswers } from '../exported/exported-functions.ts';
import type { Token } from '../script.ts';
import type { Answer } from '../scripted-caller.ts';
import {
  answersOf,
  numberOf,
  optionsOfEveryCall,
  tokensOf,
  UsageFault,
  wallTimeOf,
  wholeNumberOf,
  withPressJoined,
} from './call-options.ts';
import { wallInstant } from './wall-time.ts';

export interface FlowRunOptions {
  /** The first one is run. */
  flows: ReadFlow[];
  from: string;
  startMilliseconds: number;
  untilMilliseconds: number | undefined;
  timeZone: string;
  queue: number;
  agents: number | 'none';
  seed: number;
  /** Absent: interactive. */
  tokens: Token[] | undefined;
  /** What happens when the caller is called back. */
  calledBack: Answer[];
  functions: FunctionAnswers;
  /** Of the stand-ins for other services. */
  answers: Map<string, [StandInAnswer, ...StandInAnswer[]]>;
  isOpen: boolean;
  attributes: Record<string, string>;
  json: boolean;
}

const usage = `npm run flow -- run <file…> [options]
  --press "1 2 - x"     keys, one word for each input; - silence, w90 waits, x hangs up; without it you call yourself
  --from NUMBER|anonymous, --at 2026-11-24T10:05, --until TIME, --answer yes|no|busy|machine, --seed N
  --queue N             callers who wait already; --agents N|none: agents free (none by default)
  --type TYPE           ${flowTypes.join(', ')}
  --lambda FILE         {"function name or ARN": {…} | "error" | "timeout" | [ in order ]}
  --answers FILE        what bots, profiles and other services answer: docs/stand-ins.md
  --hours open|closed, --attributes FILE, --time-zone ZONE, --json`;

/** @throws UsageFault, and FlowRefused where a file holds no flow */
export function readFlowRunOptions(parameters: string[]): FlowRunOptions {
  const { values, positionals } = parse(parameters);
  if (positionals.length === 0) throw new UsageFault(usage);
  const timeZone = timeZoneOf(values['time-zone']);
  const instant = (wall: string): number => wallInstant(wall, timeZone);
  const at = wallTimeOf('--at', values.at);
  const until = wallTimeOf('--until', values.until);
  const flows = flowsIn(positionals, typeOf(values.type));
  return {
    flows,
    from: numberOf(values.from),
    startMilliseconds: at === undefined ? Date.now() : instant(at),
    untilMilliseconds: until === undefined ? undefined : instant(until),
    timeZone,
    queue: wholeNumberOf('--queue', values.queue),
    agents: values.agents === 'none' ? 'none' : wholeNumberOf('--agents', values.agents),
    seed: wholeNumberOf('--seed', values.seed),
    tokens: values.press === undefined ? undefined : tokensOf(values.press),
    calledBack: answersOf(values.answer),
    functions: functionsIn(values.lambda),
    answers: answersIn(values.answers, flows),
    isOpen: isOpenOf(values.hours),
    attributes: attributesIn(values.attributes),
    json: values.json,
  };
}

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: withPressJoined(parameters),
      allowPositionals: true,
      options: {
        ...optionsOfEveryCall,
        'time-zone': { type: 'string', default: 'Europe/Paris' },
        type: { type: 'string' },
        lambda: { type: 'string' },
        answers: { type: 'string' },
        hours: { type: 'string', default: 'open' },
        attributes: { type: 'string' },
      },
    });
  } catch (fault) {
    throw new UsageFault(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    throw new UsageFault(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function objectIn(option: string, file: string | undefined): JsonObject {
  if (file === undefined) return {};
  try {
    return parseObject(textIn(file));
  } catch (fault) {
    if (!(fault instanceof FlowRefused)) throw fault;
    throw new UsageFault(`${option} ${file}: ${fault.problems.join('; ')}`);
  }
}

/** Every file is read before one is refused; one that is given twice, as in `main.json *.json`, is read once. */
function flowsIn(given: string[], type: FlowType | undefined): ReadFlow[] {
  const files = [...new Map(given.map((file) => [resolve(file), file])).values()];
  const problems: string[] = [];
  const flows = files.flatMap((file, index) => {
    const name = basename(file, extname(file));
    try {
      return readExport(textIn(file), { name, type: index === 0 ? type : undefined });
    } catch (fault) {
      if (!(fault instanceof FlowRefused)) throw fault;
      problems.push(...fault.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new FlowRefused(problems);
  const names = flows.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageFault(`two flows are named "${twice}"`);
  return flows;
}

function typeOf(word: string | undefined): FlowType | undefined {
  const type = flowTypeNamed(word ?? '');
  if (word !== undefined && type === undefined) throw new UsageFault(`--type "${word}": ${flowTypes.join(', ')}`);
  return type;
}

function timeZoneOf(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new UsageFault(`--time-zone "${zone}": a zone such as Europe/Paris`);
  }
}

function isOpenOf(word: string): boolean {
  if (word !== 'open' && word !== 'closed') throw new UsageFault(`--hours "${word}": open or closed`);
  return word === 'open';
}

function functionsIn(file: string | undefined): FunctionAnswers {
  const functions = objectIn('--lambda', file);
  const faults = answerFaults(functions);
  if (faults.length > 0) throw new UsageFault(faults.map((fault) => `--lambda ${file}: ${fault}`).join('\n'));
  return functions;
}

function answersIn(file: string | undefined, flows: readonly ReadFlow[]): FlowRunOptions['answers'] {
  if (file === undefined) return new Map();
  const documents = flows.map(({ content }) => ({
    actions: new Map(readActions(parseObject(content)).map((action) => [action.identifier, action])),
  }));
  const { answers, problems } = readStandInAnswers(textIn(file), documents);
  if (problems.length > 0) throw new UsageFault(problems.map((problem) => `--answers ${file}: ${problem}`).join('\n'));
  return answers;
}

function attributesIn(file: string | undefined): Record<string, string> {
  const attributes = Object.entries(objectIn('--attributes', file)).map(
    ([key, value]) => [key, scalar(value)] as const,
  );
  const wrong = attributes.find(([, value]) => value === undefined);
  if (wrong) throw new UsageFault(`--attributes ${file}: ${wrong[0]} is not a text`);
  return Object.fromEntries(attributes.map(([key, value]) => [key, value ?? '']));
}
