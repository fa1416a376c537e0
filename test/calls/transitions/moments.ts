import { shortName } from '../../../local/connect/known-functions.ts';
import type { InvocationResult } from '../../../local/lambda/invoker.ts';
import type { LambdaWrapping } from '../../../local/line.ts';
import type { Entry, Place } from './flow-map.ts';
import type { OtherPeople } from './other-people.ts';

/** An invocation by a flow, with what the caller's way needs of it: its own entry, then those of the comparisons of its answer. */
interface Moment {
  function: string;
  parameters: Record<string, string>;
  way: readonly Entry[];
}

type Work = () => Promise<InvocationResult>;
type Undo = () => Promise<void>;

/** Functions that no endpoint can make fail: they ask none, or say what they know without its answer. */
const askNobody = new Set(['check-number', 'brief-agent', 'tell-alert', 'tell-position', 'send-sms']);

const nonsense: InvocationResult = { result: 'ok', value: {}, logs: [] };
const failure: InvocationResult = { result: 'error', message: 'Runtime.ExitError', logs: [] };

/** What others do just before a function works, by function and what it is to find. */
const before: Record<string, (others: OtherPeople, parameters: Record<string, string>) => Promise<Undo | void>> = {
  'tell-alert yes': (others) => others.publishAlert(),
  'find-booking booked': (others, parameters) => others.promise(parameters, 'booked'),
  'find-booking queued': (others, parameters) => others.promise(parameters, 'queued'),
  'find-booking missed': (others, parameters) => others.promise(parameters, 'missed'),
  'find-booking underWay': (others, parameters) => others.promise(parameters, 'dialling'),
  'offer-slots already': (others, parameters) => others.promiseMeanwhile(parameters),
  'offer-slots paused': (others, parameters) => others.pauseOffering(parameters['queue'] ?? ''),
  'offer-slots full': (others, parameters) => others.takeSeats(parameters['queue'] ?? ''),
  'tell-position hour': (others, parameters) => others.leaveWork(parameters['queue'] ?? ''),
  'book-slot already': (others, parameters) => others.promiseMeanwhile(parameters),
  'book-slot full': (others, parameters) => others.takeSeats(parameters['queue'] ?? '', parameters['slot']),
  'keep-place already': (others, parameters) => others.promiseMeanwhile(parameters),
  'move-booking full': (others, parameters) => others.takeSeatsOfBooking(parameters),
  'move-booking changed': (others, parameters) => others.giveUp(parameters['callerKey'] ?? ''),
  'send-information NoMatchingCondition': (others, parameters) => others.stopWriting(parameters['number'] ?? ''),
  'note-outcome stale': (others, parameters) => others.change(parameters['callerKey'] ?? ''),
};

/** Answers that need nobody: what is found in the ordinary course. Another comparison without a match is met by nonsense. */
const ordinaryOtherwise = new Set([
  'find-booking',
  'tell-alert',
  'note-outcome',
  'tell-position',
  'check-number',
  'send-information',
]);

export interface Moments {
  /** The way of the caller for whom a flow invokes the function, from that invocation on. */
  wayOf(contactId: string, functionArn: string): readonly Entry[] | undefined;
  /** Whether no call needs what a function does that no flow invokes: what a schedule or an event sets off. */
  rests(name: string): boolean;
  others(): OtherPeople;
  /** The share of the ledger's requests that are refused from now on. */
  refuse(share: number): void;
  heardAnswer(contactId: string, name: string, answer: Record<string, string>): void;
}

/** Between the flows and the real bundles: before one works, others do what the caller's way needs; where it is to fail, its ledger refuses. */
export function withMoments(moments: Moments): LambdaWrapping {
  return (invoker, { functions }) => ({
    stop: () => invoker.stop(),
    invoke: async (arn, event, ...limits) => {
      const work = () => invoker.invoke(arn, event, ...limits);
      const deployed = functions.find((each) => each.arn === arn);
      const name = deployed ? shortName(deployed) : arn;
      const { contactId, parameters } = invocationOf(event);
      if (contactId === undefined) return moments.rests(name) ? { result: 'ok', value: null, logs: [] } : work();
      const way = moments.wayOf(contactId, arn);
      if (way === undefined) return work();
      const result = await meet({ function: name, parameters, way }, moments, work);
      if (result.result === 'ok') moments.heardAnswer(contactId, name, result.value as Record<string, string>);
      return result;
    },
  });
}

async function meet(moment: Moment, moments: Moments, work: Work): Promise<InvocationResult> {
  const [own] = moment.way;
  if (own?.kind === 'error') return fail(moment, moments, work);
  const wanted = comparisonOf(moment.way);
  if (wanted === undefined) return work();
  const isOrdinary =
    ordinaryOtherwise.has(moment.function) && !moment.parameters['code'] && moment.parameters['stage'] !== 'closed';
  if (wanted.kind === 'otherwise' && !isOrdinary) return nonsense;
  const undo = await before[`${moment.function} ${wanted.name.replace(/^\w+ /u, '')}`]?.(
    moments.others(),
    moment.parameters,
  );
  const result = await work();
  if (undo) await undo();
  return result;
}

async function fail(moment: Moment, moments: Moments, work: Work): Promise<InvocationResult> {
  if (askNobody.has(moment.function)) return failure;
  moments.refuse(1);
  const result = await work();
  moments.refuse(0);
  return result;
}

/** The comparison of this function's answer that the way leads through, before the next invocation. */
function comparisonOf(way: readonly Entry[]): Entry | undefined {
  for (const entry of way.slice(1)) {
    const { type, parameters } = entry.from;
    if (type === 'Compare') {
      return String(parameters['ComparisonValue']).startsWith('$.External.') ? entry : undefined;
    }
    if (type !== 'UpdateContactAttributes') return undefined;
  }
  return undefined;
}

function invocationOf(event: unknown): { contactId?: string; parameters: Record<string, string> } {
  const { Details } = event as { Details?: { ContactData: { ContactId: string }; Parameters: Record<string, string> } };
  return Details ? { contactId: Details.ContactData.ContactId, parameters: Details.Parameters } : { parameters: {} };
}

export const invokes = ({ type, parameters }: Place, functionArn: string): boolean =>
  type === 'InvokeLambdaFunction' && parameters['LambdaFunctionARN'] === functionArn;
