import { type Answer, type RunningCentre, runCentre } from '../running-centre.ts';
import { hangUp, say, type WrittenAction, written } from '../written-flows.ts';

export interface Call extends RunningCentre {
  contactId: string;
}
type Flows = Record<string, string | { type: string; content: string }>;
interface Options {
  flows?: Flows;
  lambdas?: Record<string, Answer>;
  from?: string;
  seconds?: number;
  maxContacts?: number;
  /** Before the call. */
  before?: (running: RunningCentre) => void;
  /** What is keyed, once at each input that is asked for; the last is repeated. */
  press?: string[];
}

/** One call into a flow of these actions, which begins with the first; `hang-up` is added. */
export async function call(actions: WrittenAction[], options: Options = {}): Promise<Call> {
  const {
    flows = {},
    from = '+33612345678',
    seconds = 60,
    before = () => undefined,
    press = [],
    ...settings
  } = options;
  const running = runCentre({ flows: { inbound: written(...actions, hangUp), ...flows }, ...settings });
  before(running);
  const telephone = running.centre.ring(from);
  const { contactId } = telephone;
  const keys = [...press];
  running.centre.onInputAsked(() => {
    const next = keys.length > 1 ? keys.shift() : keys[0];
    if (next) telephone.press(next);
  });
  await running.pass(seconds);
  return { ...running, contactId };
}

/** What the caller hears in such a call. */
export const heardIn = async (actions: WrittenAction[], options: Options = {}): Promise<string[]> =>
  (await call(actions, options)).heard();

/** Where errors lead that a test does not expect, or asks for. */
export const failure = say('failure', 'erreur', 'hang-up');
export const toFailure = { NoMatchingError: 'failure' };

/** Why a flow of these actions cannot be loaded; empty where it can. */
export function refusalOf(actions: WrittenAction[], type = 'CONTACT_FLOW'): string {
  try {
    runCentre({ flows: { inbound: written(hangUp), refused: { type, content: written(...actions) } } });
    return '';
  } catch (error) {
    return String(error);
  }
}

/** A flow of another type, of these actions. */
export const flowOf = (type: string, ...actions: WrittenAction[]): { type: string; content: string } => ({
  type,
  content: written(...actions),
});
