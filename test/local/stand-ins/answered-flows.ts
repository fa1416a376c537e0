import type { FlowTransition } from '../../../local/connect/branch.ts';
import { FlowRefused } from '../../../flow-language/read-flow.ts';
import { loadFlow } from '../../../local/connect/load-flow.ts';
import type { StandInAnswer } from '../../../local/connect/stand-ins.ts';
import { type RunningCentre, runCentre } from '../running-centre.ts';
import { action, hangUp, say, toQueue, type WrittenAction, written } from '../written-flows.ts';

/** Where an action is run: in a call, in a guide beside a call, in a task, or while a caller waits. */
type Place = 'call' | 'guide' | 'task' | 'queue';

interface Asking {
  place?: Place;
  /** Of the flow, where the place has none of its own. */
  type?: string;
  /** What the stand-in answers to the tested action, in order of use. */
  answers?: [StandInAnswer, ...StandInAnswer[]];
  /** Actions before the tested one, which lead to `asked`. */
  before?: WrittenAction[];
  /** Heard after success and after every result: a text with references. */
  reads?: string;
  from?: string;
  /** Done once the call has begun. */
  meanwhile?: (running: RunningCentre) => void;
}
interface Written {
  type: string;
  content: string;
}
interface Asked {
  running: RunningCentre;
  /** `next`, the word of a condition, or the type of an error; undefined where none was taken. */
  took: string | undefined;
  /** What the flow read out: after `mal` where it met an error. */
  heard: string | undefined;
  /** What stand-ins told of themselves. */
  told: { service: string; text: string }[];
}

/** An action with these branches: success and results lead to `read`, errors to `wrong`. */
export function asked(
  type: string,
  parameters: Record<string, unknown> = {},
  branches: { results?: string[]; errors?: string[]; next?: string } = {},
): WrittenAction {
  const { results = [], errors = ['NoMatchingError'], next = 'read' } = branches;
  return action('asked', type, parameters, {
    next,
    when: Object.fromEntries(results.map((result) => [result, 'read'])),
    errors: Object.fromEntries(errors.map((error) => [error, 'wrong'])),
  });
}

/** Runs a flow with that action, and tells what came of it. */
export async function ask(tested: WrittenAction, asking: Asking = {}): Promise<Asked> {
  const {
    place = 'call',
    type = 'CONTACT_FLOW',
    before = [],
    reads = 'bien',
    from = '+33612345678',
    answers,
    meanwhile,
  } = asking;
  const content = written(
    ...before,
    tested,
    say('read', reads, 'hang-up'),
    say('wrong', `mal ${reads}`, 'hang-up'),
    hangUp,
  );
  const running = runCentre({ flows: flowsFor(place, { type, content }) });
  if (answers) running.centre.standIns.answer('asked', ...answers);
  const transitions: FlowTransition[] = [];
  running.centre.onTransition((transition) => transitions.push(transition));
  begin(place, running, from);
  meanwhile?.(running);
  await running.pass(600);
  const taken = transitions.find((transition) => transition.action === 'asked')?.taken;
  return {
    running,
    took: taken && branchOf(taken, tested),
    heard: running.events.find(({ kind, action: at }) => kind === 'heard' && (at === 'read' || at === 'wrong'))?.text,
    told: running.events.flatMap((event) =>
      event.kind === 'standIn' ? { service: event.service, text: event.text } : [],
    ),
  };
}

function flowsFor(place: Place, tested: Written): Record<string, string | Written> {
  switch (place) {
    case 'call':
      return { inbound: tested };
    case 'guide':
      return { inbound: written(...toQueue({ DefaultAgentUI: 'tested' })), tested };
    case 'task':
      return { inbound: written(hangUp), tested };
    case 'queue':
      return {
        inbound: written(...toQueue({ CustomerQueue: 'tested' })),
        tested: { ...tested, type: 'CUSTOMER_QUEUE' },
      };
    default:
      return place satisfies never;
  }
}

function begin(place: Place, { centre, clock }: RunningCentre, from: string): void {
  if (place === 'guide') {
    const agent = centre.logIn('Claire');
    clock.at(clock.now() + 2000, () => agent.accept());
  }
  if (place !== 'task') centre.ring(from);
  else {
    const nothing = { attributes: {}, references: {}, delaySeconds: 0 };
    centre.startTaskContact({ flowId: 'tested', name: 'à faire', clientToken: 'once', ...nothing });
  }
}

function branchOf(taken: FlowTransition['taken'], { Transitions }: WrittenAction): string {
  if (taken === 'NextAction') return 'next';
  if ('error' in taken) return taken.error;
  const conditions = Transitions.Conditions as { Condition: { Operands: string[] } }[];
  return conditions[taken.condition]?.Condition.Operands[0] ?? '';
}

/** Why a flow of that type is not loaded that has this action in it; undefined where it is. */
export function refusal(tested: WrittenAction, type = 'CONTACT_FLOW'): string | undefined {
  // What it leads to may stand in every flow.
  const content = written(tested, action('read', 'Compare', {}, 'asked'), action('wrong', 'Compare', {}, 'asked'));
  try {
    loadFlow({ arn: 'arn', id: 'id', name: 'tested', type, content });
    return undefined;
  } catch (error) {
    if (error instanceof FlowRefused) return error.message;
    throw error;
  }
}
