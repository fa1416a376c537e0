import type { CallEvent } from '../call-event.ts';
import type { Clock } from '../clock.ts';
import type { ContactCentre, Telephone } from '../connect/centre.ts';
import { createEventClock } from '../event-clock.ts';
import { exportedInstance } from '../exported/exported-instance.ts';
import { runText } from '../exported/run-text.ts';
import { FlowRefused } from '../../flow-language/read-flow.ts';
import { ScriptedCaller } from '../scripted-caller.ts';
import { callLive } from './call-live.ts';
import { type FlowRunOptions, readFlowRunOptions } from './flow-run-options.ts';

/** A call that lasts longer than this has lost its way, or is in a hold that never ends: the caller hangs up. */
const longestCallMilliseconds = 4 * 3600_000;
const handleTimeSeconds = 300;

/**
 * `npm run flow -- run <file…> [options]`: calls the first flow. Status 0: the call ended as the flow meant it to; 1: the caller was dropped, an
 * error had no branch, or a file is refused; 2: the command line was wrong.
 */
export async function run(parameters: string[]): Promise<number> {
  try {
    const options = readFlowRunOptions(parameters);
    const clock = createEventClock(options.startMilliseconds);
    return await call(options, clock, centreOf(options, clock));
  } catch (fault) {
    if (!(fault instanceof FlowRefused)) throw fault;
    for (const problem of fault.problems) console.error(problem);
    return 1;
  }
}

function centreOf(options: FlowRunOptions, clock: Clock): ContactCentre {
  const { flows, seed, isOpen, timeZone, functions, queue, agents } = options;
  const centre = exportedInstance({
    flows,
    clock,
    seed,
    isOpen,
    timeZone,
    functions,
    populate: (of, queueArn) => {
      of.addWaitingCallers(queueArn, queue);
      // Without anybody at work, those who wait would wait for ever.
      const busyAgents = queue > 0 && agents !== 'none' ? 1 : 0;
      // A whisper is heard when somebody answers.
      const needed = flows[0]?.type === 'AGENT_WHISPER' || flows[0]?.type === 'CUSTOMER_WHISPER' ? 1 : 0;
      const freeAgents = agents === 'none' ? 0 : Math.max(agents, needed);
      of.staffQueue(queueArn, { busyAgents, freeAgents, handleTimeSeconds });
    },
  });
  for (const [name, answers] of options.answers) centre.standIns.answer(name, ...answers);
  return centre;
}

async function call(options: FlowRunOptions, clock: Clock, centre: ContactCentre): Promise<number> {
  let wentWrong = false;
  if (!options.json) tellErrorBranches(centre);
  centre.onEvent((event) => {
    wentWrong ||= event.kind === 'error' || (event.kind === 'ended' && event.outcome === 'dropped');
    const line = options.json ? JSON.stringify(event) : runText(event);
    if (line !== undefined) console.log(line);
  });
  const ringing = (telephone: Telephone): Telephone => {
    centre.updateAttributes(telephone.contactId, options.attributes);
    return telephone;
  };
  if (options.tokens === undefined) {
    const onEvent = (listener: (event: CallEvent) => void): void => centre.onEvent(listener);
    await callLive({ clock, centre, onEvent }, () => ringing(centre.ring(options.from)), 'en');
  } else await callScripted({ ...options, tokens: options.tokens }, clock, centre);
  return wentWrong ? 1 : 0;
}

/** Whoever wrote the flow wants to know why an error branch was taken; silence and other keys are seen by themselves. */
function tellErrorBranches(centre: ContactCentre): void {
  centre.onTransition(({ flow, action, taken, reason }) => {
    if (reason === undefined || typeof taken === 'string' || !('error' in taken)) return;
    if (taken.error !== 'InputTimeLimitExceeded') {
      console.log(`          → ${taken.error}: ${reason}   [${flow}: ${action}]`);
    }
  });
}

async function callScripted(
  {
    from,
    tokens,
    calledBack,
    attributes,
    untilMilliseconds,
  }: FlowRunOptions & {
    tokens: NonNullable<FlowRunOptions['tokens']>;
  },
  clock: Clock,
  centre: ContactCentre,
): Promise<void> {
  const open = new Set<string>();
  centre.onOutboundCall(({ contactId }) => open.add(contactId));
  centre.onEvent((event) => {
    if (event.kind === 'ended') open.delete(event.contactId);
  });
  const caller = new ScriptedCaller(centre, clock, { number: from, tokens, answers: calledBack });
  const contactId = caller.ring();
  open.add(contactId);
  centre.updateAttributes(contactId, attributes);
  const isOver = (): boolean => open.size === 0 && !caller.isUnderWay;
  await clock.runWhile(isOver, clock.now() + longestCallMilliseconds);
  if (untilMilliseconds !== undefined) {
    await clock.runUntil(untilMilliseconds);
    await clock.runWhile(isOver, clock.now() + longestCallMilliseconds);
  }
  caller.hangUp();
}
