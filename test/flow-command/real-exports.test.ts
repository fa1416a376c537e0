import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFlow, flowToCheck } from '../../flow-language/check/check-flow.ts';
import { readExport, type ReadFlow } from '../../flow-language/read-export.ts';
import type { FlowTransition } from '../../local/connect/branch.ts';
import { createEventClock } from '../../local/event-clock.ts';
import { exportedInstance } from '../../local/exported/exported-instance.ts';
import { readScript } from '../../local/script.ts';
import { ScriptedCaller } from '../../local/scripted-caller.ts';

/** A folder of flows exported by others, which are in no commit: `RAPPEL_FLOWS=<folder> npm test -- test/flow-command`. */
const folder = process.env.RAPPEL_FLOWS ?? '';
const files = folder === '' ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'));
const isInvalid = (file: string): boolean => file.startsWith('invalid-');

interface Circumstances {
  press: string;
  answers: unknown;
  isOpen: boolean;
  agents: number;
  /** Every attribute that a flow refers to has a value. */
  hasAttributes: boolean;
  /** What fails in the instance; `flows`: those that are named are not there. */
  broken: 'nothing' | 'speech' | 'attributes' | 'flows';
}

const scripts = ['- - - - - -', '1 1 1 1 1 1', '2 2 2 2 2 2', '0612345678 1 1 1', '0612345678 2 9 1', 'x', 'w2 x'];
const circumstances: Circumstances[] = scripts.flatMap((press) =>
  [undefined, { Status: 'PENDING', CallBackStatus: 'PENDING' }].flatMap((answers) =>
    (['nothing', 'speech', 'attributes', 'flows'] as const).map((broken) => ({
      press,
      answers,
      broken,
      isOpen: press !== 'x',
      agents: press.length % 2,
      hasAttributes: answers !== undefined,
    })),
  ),
);

/** Ids and ARNs of flows and modules, wherever they stand in a flow. */
const flowsNamed = ({ content }: ReadFlow): string[] =>
  [...content.matchAll(/"(?:FlowModuleId|ContactFlowId)": ?"([^"]+)"|"(arn:[^"]*contact-flow[^"]*)"/g)].map(
    ([, id, arn]) => id ?? arn ?? '',
  );

async function runOnce(flows: ReadFlow[], given: Circumstances): Promise<string> {
  const clock = createEventClock(Date.parse('2026-11-24T09:05:00Z'));
  const functions = new Proxy({}, { get: () => given.answers, ownKeys: () => [] });
  const centre = exportedInstance({
    flows,
    clock,
    seed: 1,
    isOpen: given.isOpen,
    timeZone: 'Europe/Paris',
    functions: given.answers === undefined ? {} : functions,
    populate: (of, queueArn) =>
      of.staffQueue(queueArn, { busyAgents: 0, freeAgents: given.agents, handleTimeSeconds: 60 }),
  });
  if (given.broken === 'speech') centre.faults.refuseSpeech();
  if (given.broken === 'attributes') centre.faults.throttleAttributes();
  if (given.broken === 'flows') {
    for (const id of flows.flatMap(flowsNamed)) centre.faults.vanish('flow', id);
  }
  const steps: string[] = [];
  let isOver = false;
  centre.onTransition(({ action, taken }: FlowTransition) => steps.push(`${action} ${JSON.stringify(taken)}`));
  centre.onEvent((event) => {
    if (event.kind !== 'ended') return;
    isOver = true;
    steps.push(event.outcome);
  });
  const caller = new ScriptedCaller(centre, clock, {
    number: '+33612345678',
    tokens: readScript(given.press),
    answers: ['yes'],
  });
  const named = flows.flatMap(({ content }) => [...content.matchAll(/\$\.Attributes\.(\w+)/g)].map(([, name]) => name));
  const attributes = Object.fromEntries(named.map((name) => [name, 'PENDING']));
  centre.updateAttributes(caller.ring(), given.hasAttributes ? attributes : {});
  await clock.runWhile(() => isOver, clock.now() + 4 * 3600_000);
  caller.hangUp();
  return steps.join('\n');
}

const errorsIn = (flows: readonly ReadFlow[]): string[] =>
  flows
    .flatMap((flow) => checkFlow(flowToCheck(flow.content, flow.name, flow.type)))
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

const flowsIn = (file: string): ReadFlow[] =>
  readExport(readFileSync(join(folder, file), 'utf8'), { name: file.replace('.json', '') });

(folder === '' ? describe.skip : describe)('flows exported by others', () => {
  const soundFiles = files.filter((file) => !isInvalid(file));
  const wrongFiles = files.filter(isInvalid);
  it('load, are checked, and run along three paths each (needs RAPPEL_FLOWS)', async () => {
    expect(soundFiles).not.toEqual([]);
    for (const file of soundFiles) {
      const flows = flowsIn(file);
      expect({ file, errors: errorsIn(flows) }).toEqual({ file, errors: [] });
      const paths = new Set<string>();
      for (const given of circumstances) paths.add(await runOnce(flows, given));
      expect({ file, hasThreePaths: paths.size >= 3 }).toEqual({ file, hasThreePaths: true });
    }
  });

  it('are refused for what is wrong with them where they are invalid (needs RAPPEL_FLOWS)', () => {
    expect(wrongFiles).not.toEqual([]);
    for (const file of wrongFiles) expect(errorsIn(flowsIn(file))).toEqual(['start-action']);
  });
});
