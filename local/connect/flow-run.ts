import type { CallEvent } from '../call-event.ts';
import type { Clock } from '../clock.ts';
import type { DeployedQueue, Deployment } from '../deployment.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';
import type { Override } from './action-started.ts';
import type { FlowTransition } from './branch.ts';
import type { CurrentMetrics, InputAsked } from './centre.ts';
import type { Contact, ContactRecord } from './contact.ts';
import type { FlowData } from './flow-data.ts';
import type { FlowAction, FlowDocument, JsonObject } from '../../flow-language/flow-document.ts';
import type { FlowResources } from './flow-resources.ts';
import type { InstanceFaults } from './instance-faults.ts';
import type { CallbackPlan } from './queued-callbacks.ts';
import type { Pressed, ViewToShow } from './screens.ts';
import type { StandIns } from './stand-ins.ts';
import type { TaskPlan } from './tasks.ts';
import type { TransferRequest, TransferResult } from './third-party.ts';

type WithoutPlace<Event> = Event extends CallEvent ? Omit<Event, 'at' | 'contactId' | 'flow' | 'action'> : never;
export type EventDetails = WithoutPlace<CallEvent>;

/** What flows ask of the contact centre. */
export interface FlowHost {
  readonly clock: Clock;
  readonly lambdas: LambdaInvoker;
  readonly deployment: Deployment;
  readonly resources: FlowResources;
  readonly faults: InstanceFaults;
  readonly standIns: StandIns;
  readonly newId: () => string;
  /** In [0, 1), seeded. */
  random(): number;
  tell(contact: Contact, details: EventDetails, place?: { flow: string; action: string | null }): void;
  inputAsked(contact: Contact, asked: InputAsked): void;
  /** To be called before every action: what is to be done in its place, if anything. */
  started(action: FlowAction, run: FlowRun): Override | undefined;
  /** To be called for every transition taken. */
  took(contact: Contact, transition: Omit<FlowTransition, 'contactId'>): void;
  /** Puts the contact in its target queue, if that still takes anybody. */
  joinQueue(contact: Contact): 'queued' | 'full' | 'gone';
  /** To be called when the priority of a contact changed, which may be waiting. */
  reorder(contact: Contact): void;
  /** To be called when its routing criteria changed. */
  applyRoutingCriteria(contact: Contact): void;
  /** From its queue to another one, in a contact that continues it; `refused`: an agent's telephone rings, or the chain is too long. */
  moveToQueue(contact: Contact, queue: DeployedQueue): 'moved' | 'full' | 'gone' | 'refused';
  /** Whether it is an agent's own queue, and the agent could take somebody now. */
  isFree(queue: DeployedQueue): boolean;
  metrics(queueArn: string): CurrentMetrics;
  /** `$.Metrics`; undefined where nothing happens that could be measured. */
  flowMetrics(contact: Contact, queue: DeployedQueue, channel: string | undefined): JsonObject | undefined;
  /** Whether the instance may ring that number, E.164. */
  mayDial(number: string): boolean;
  /** The id of the callback; undefined where its queue takes nobody more. */
  createCallback(contact: Contact, plan: CallbackPlan): string | undefined;
  /** The id of the task. */
  createTask(plan: TaskPlan): string;
  /** The contact that this one has to do with, if any: whole while it is under way. */
  related(contact: Contact): { record: ContactRecord; contact: Contact | undefined } | undefined;
  /** On the screen of who has the guide: what was pressed, undefined where nothing was in time. Rejects when the guide is closed. */
  show(guide: Contact, view: ViewToShow): Promise<Pressed | undefined>;
  /** Rejects when the signal is aborted. */
  transfer(contact: Contact, request: TransferRequest, signal: AbortSignal): Promise<TransferResult>;
}

/** One flow being run for one contact. */
export interface FlowRun extends FlowData {
  readonly host: FlowHost;
  readonly contact: Contact;
  /** Whisper flows to the agent are heard by the agent; every other flow by the caller. */
  readonly hearer: 'caller' | 'agent';
  readonly signal: AbortSignal;
  flow: FlowDocument;
  /** Identifier of the action under way. */
  action: string;
  /** `$.Modules`: what the module that runs was given, and what the last module that it invoked returned. */
  modules: ModuleData;
  /** The flows and modules that wait for the module that runs, outermost first. */
  callers: readonly ModuleCaller[];
  /** What functions have taken since the caller last heard anything. */
  silentMilliseconds: number;
  /** The loop prompts that the caller returns to when an interruption of them ends. */
  resumeAt: string | undefined;
}

interface ModuleData {
  Input?: JsonObject;
  /** The branch that it chose, if it chose one. */
  Result?: string | undefined;
  ResultData?: JsonObject;
}
/** Where a flow goes on once the module that it has invoked returns. */
interface ModuleCaller {
  flow: FlowDocument;
  /** Identifier of the invocation. */
  action: string;
  data: FlowData;
  modules: ModuleData;
}

/** `ended`: by EndFlowExecution; `queued`: the contact waits, and its queue flow takes over; `moved`: another contact continues it; `transferred`: to an outside number, which is done with it. */
export type FlowEnd = 'disconnect' | 'ended' | 'queued' | 'moved' | 'transferred';

/** What an action leads to. */
export type Step =
  | { kind: 'next' }
  | { kind: 'result'; value: string }
  | { kind: 'error'; error: string; reason: string }
  | { kind: 'resume'; action: string }
  | { kind: 'flow'; flow: FlowDocument }
  | { kind: 'module'; module: FlowDocument; input: JsonObject }
  | { kind: 'return'; result: string | undefined; data: JsonObject }
  | { kind: 'end'; end: FlowEnd };

export const next: Step = { kind: 'next' };

export function failed(reason: string, error = 'NoMatchingError'): Step {
  return { kind: 'error', error, reason };
}

/** Tells what happens in a flow; nothing more once the contact has ended, as a Lambda may still be under way then. */
export function tell(run: FlowRun, details: EventDetails): void {
  if (run.contact.ended) return;
  run.host.tell(run.contact, details, { flow: run.flow.name, action: run.action });
}
