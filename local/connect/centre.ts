import type { CallEvent } from '../call-event.ts';
import type { ActionStarted, Override } from './action-started.ts';
import type { FlowTransition } from './branch.ts';
import type { ContactRecord } from './contact.ts';
import type { InstanceFaults } from './instance-faults.ts';
import type { ShownView } from './screens.ts';
import type { StandIns } from './stand-ins.ts';
import type { ThirdPartyCall } from './third-party.ts';

/** What the Connect endpoint and the pages ask of the contact centre. Ids are Connect ids. Numbers are E.164. */
export interface ContactCentre {
  /** What a test breaks in the services behind the instance. */
  readonly faults: InstanceFaults;
  /** Of the instance; calls beyond are refused where a number is given, and a test may change it. */
  readonly quotas: InstanceQuotas;
  /** What a script has services answer that are not there. */
  readonly standIns: StandIns;
  /** A caller rings the line, or a flow of it by id or ARN. `from` is E.164, or `anonymous`. Throws where there is no such flow. */
  ring(from: string, flow?: string): Telephone;
  /** Telephones that callbacks ring; called for each outbound contact. */
  onOutboundCall(listener: (call: OutboundRinging) => void): void;
  /** Calls of people who hear no flow at all: too many at once, or the number leads to none. */
  onRefusedCall(listener: (reason: RefusedCall) => void): void;
  /** Outside numbers that flows hand callers over to; where nobody listens, they answer and the contact ends as `transferred`. */
  onTransfer(listener: (call: ThirdPartyCall) => void): void;
  onEvent(listener: (event: CallEvent) => void): void;
  /** Called whenever a contact waits for keys, so that a script can press: from the start of the prompt, which a key interrupts. */
  onInputAsked(listener: (contactId: string, asked: InputAsked) => void): void;
  /** Called for every action that a flow begins. What a listener returns is done in its place. */
  onAction(listener: (started: ActionStarted) => Override | undefined): void;
  /**
   * Called for every transition that a flow takes, with the very entry of `Transitions`, before the action that it leads to. What a flow leaves
   * otherwise (a transfer, the queue, its end) takes none.
   */
  onTransition(listener: (transition: FlowTransition) => void): void;
  /** Called for every function that a flow invoked, once it has answered. */
  onInvocation(listener: (invocation: Invocation) => void): void;
  /** Called for every view that a guide shows: on the screens of the desk, or of everybody. Simulated agents look at no screen of their own. */
  onView(listener: (view: ShownView) => void, of?: 'desk' | 'everybody'): void;
  agents(): Agent[];
  /** Names of the quick connects. */
  quickConnects(): string[];
  /** At the desk, for these channels; all by default. */
  logIn(name: string, channels?: readonly ('VOICE' | 'TASK')[], proficiencies?: readonly Proficiency[]): Agent;
  queueSizes(): { queueArn: string; name: string; waiting: number }[];
  /** Puts simulated agents on a queue, in place of those it had: they leave as soon as they are free. */
  staffQueue(queueArn: string, staffing: Staffing): void;
  /** Callers who wait already: they run no flow, only count and are served in their turn. */
  addWaitingCallers(queueArn: string, count: number): void;

  /**
   * Takes over the contacts of a centre that was cut at that instant (milliseconds since the epoch), oldest first. Those under way then are over,
   * and told of as contact events.
   */
  restore(records: readonly ContactRecord[], cutMilliseconds: number): void;

  // What the Connect API serves.
  currentMetrics(queueIds: string[]): CurrentMetrics[];
  contactMetrics(contactId: string): { positionInQueue: number } | undefined;
  /** @throws TooManyCalls where the instance has as many calls as it may */
  startOutboundVoiceContact(request: OutboundRequest): { contactId: string };
  describeContact(contactId: string): ContactDescription | undefined;
  /** Throws where the flow does not exist. */
  startTaskContact(request: TaskRequest): { contactId: string };
  stopContact(contactId: string): boolean;
  /** A contact with those it comes from and those that came of them; empty where it does not exist. */
  associatedContacts(contactId: string): ContactDescription[];
  attributes(contactId: string): Record<string, string> | undefined;
  updateAttributes(contactId: string, attributes: Record<string, string>): boolean;
  /** Takes the customer's number out of a contact that has ended. */
  deleteCustomerNumber(contactId: string): 'deleted' | 'notEnded' | 'noContact';
}

/** Why a caller hears a busy tone: `quota`, as many calls as the instance may have; `number`, the number leads to no flow. */
export type RefusedCall = 'quota' | 'number';
export interface InstanceQuotas {
  /** Undefined: none is refused. */
  concurrentCalls: number | undefined;
}

/** For the page alone: it may hold numbers and keys, so nothing of it is ever logged. */
export interface Invocation {
  contactId: string;
  /** As call events name it. */
  function: string;
  parameters: unknown;
  /** What it answered, or why it did not. */
  answer: unknown;
  /** In real time. */
  milliseconds: number;
}
/** What an agent is good at, 1 to 5, as the routing criteria of contacts ask for it. */
export interface Proficiency {
  name: string;
  value: string;
  level: number;
}
export interface InputAsked {
  /** How long the prompt takes when no key interrupts it. */
  promptSeconds: number;
  /** Time to the first key, from the end of the prompt. */
  timeLimitSeconds: number;
  /** `menu`: one key; `digits`: several, up to a terminator, a length or a pause; `intent`: something said to a bot, or digits. */
  expects: 'menu' | 'digits' | 'intent';
}
export interface Staffing {
  /** They finish what they are at first, after an exponential time of mean `handleTimeSeconds`. */
  busyAgents: number;
  freeAgents: number;
  /** Mean of the exponential time that a contact takes a simulated agent. */
  handleTimeSeconds: number;
}

/** What EventBridge would tell of a contact: `description` is the contact as it is then. */
export interface ContactEvent {
  eventType: 'INITIATED' | 'CONNECTED_TO_SYSTEM' | 'QUEUED' | 'CONNECTED_TO_AGENT' | 'DISCONNECTED' | 'COMPLETED';
  contactId: string;
  initiationMethod: ContactDescription['initiationMethod'];
  queueArn?: string | undefined;
  agentArn?: string | undefined;
  at: Date;
  description: ContactDescription;
}

/** The caller's end of a call. */
export interface Telephone {
  /** Another one once an agent has passed the caller on. */
  readonly contactId: string;
  /** Keys `0-9*#`, heard only while an input is asked for, or buffered by it. */
  press(keys: string): void;
  /** To a bot, heard only while one listens: the intent that it understands, in the words of the flow, and the values of its slots. */
  say(intent: string, slots?: Record<string, string>): void;
  hangUp(): void;
}
export interface OutboundRinging {
  contactId: string;
  from: string;
  to: string;
  /** `machine`: it is answered, but nobody presses a key. */
  answer(by: 'caller' | 'machine'): Telephone;
  /** Not answering lets it ring until its time-out. */
  refuse(reason: 'busy' | 'refused' | 'unreachable'): void;
}
export interface Agent {
  id: string;
  name: string;
  simulated: boolean;
  /** `missed`: let a contact ring out or refused it; offered nothing more until set available. */
  state: 'offline' | 'available' | 'ringing' | 'busy' | 'afterContactWork' | 'missed';
  contactId: string | undefined;
  /** Whispers are over: the caller and the agent hear each other. */
  talking: boolean;
  onHold: boolean;
  /** The contact in which the agent hears the transfer flow, while it lasts. */
  transferContactId: string | undefined;
  /** What a guide shows at this moment. */
  shown: ShownView | undefined;
  accept(): void;
  refuse(): void;
  hangUp(): void;
  /** Both hear their hold flow until the agent resumes the talk. */
  hold(): void;
  resume(): void;
  /**
   * Passes the caller on by a quick connect, and leaves as soon as the caller is in its queue; where its flow ends otherwise, the talk goes on.
   * Throws where there is no such quick connect.
   */
  transfer(quickConnect: string): void;
  setState(state: 'available' | 'offline'): void;
}
export interface CurrentMetrics {
  queueId: string;
  contactsInQueue: number;
  oldestContactAgeSeconds: number;
  agentsOnline: number;
  agentsStaffed: number;
  agentsAvailable: number;
  agentsOnContact: number;
}
export interface OutboundRequest {
  to: string;
  flowId: string;
  queueId: string;
  attributes: Record<string, string>;
  clientToken: string;
  ringTimeoutSeconds: number;
}
export interface TaskRequest {
  flowId: string;
  name: string;
  description?: string | undefined;
  attributes: Record<string, string>;
  references: Record<string, { Type: string; Value: string }>;
  delaySeconds: number;
  clientToken: string;
  previousContactId?: string | undefined;
  relatedContactId?: string | undefined;
}
export interface ContactDescription {
  id: string;
  /** A call where it is absent. */
  channel?: 'VOICE' | 'TASK' | 'CHAT' | undefined;
  /** The first contact of the chain, and the one that this one continues: both absent where it is the first. */
  initialContactId?: string | undefined;
  previousContactId?: string | undefined;
  /** A contact that this one has to do with, without continuing it. */
  relatedContactId?: string | undefined;
  initiationMethod: 'INBOUND' | 'OUTBOUND' | 'API' | 'CALLBACK' | 'TRANSFER' | 'QUEUE_TRANSFER';
  initiatedAt: Date;
  connectedToSystemAt?: Date | undefined;
  enqueuedAt?: Date | undefined;
  agentConnectedAt?: Date | undefined;
  disconnectedAt?: Date | undefined;
  /** Connect's words: CUSTOMER_DISCONNECT, AGENT_DISCONNECT, CONTACT_FLOW_DISCONNECT, TELECOM_BUSY, TELECOM_UNANSWERED, … */
  disconnectReason?: string | undefined;
  queueId?: string | undefined;
  agentId?: string | undefined;
  /** E.164; absent where it is withheld. No contact event has it. */
  customerNumber?: string | undefined;

  // What its record alone tells.
  /** Ours: dialled, or shown. Absent where there is none. */
  systemNumber?: string | undefined;
  nextContactId?: string | undefined;
  /** Left the queue: an agent took it, or whoever waited is gone. */
  dequeuedAt?: Date | undefined;
  /** Of the agent who talked with the caller. */
  agentPart?: AgentPart | undefined;
  /** Times that it rang at an agent. */
  agentConnectionAttempts?: number | undefined;
  /** E.164, of whoever it was handed over to outside the instance. */
  transferredTo?: string | undefined;
  transferCompletedAt?: Date | undefined;
  /** When its record was last sent: once it is complete, and again after a later change of its attributes. */
  recordedAt?: Date | undefined;
}
/** What an agent did for a contact. */
export interface AgentPart {
  arn: string;
  name: string;
  connectedAt: Date;
  /** The agent's part of the talk is over, and what is left to write up begins. */
  leftAt?: Date | undefined;
  writtenUpAt?: Date | undefined;
  holds: { from: Date; to?: Date | undefined }[];
}
