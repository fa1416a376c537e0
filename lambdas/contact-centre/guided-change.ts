import type { LineRules } from '../../domain/administration/administration.ts';
import type { LineChange, LineChangeResult } from '../../domain/administration/line-changes.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { supervisorResults } from '../../domain/administration/phrases/supervisors-fr.ts';
import {
  changeOfChoice,
  type GuidedChangeParameters,
  type GuidedChangeResult,
} from '../../domain/administration/supervisor-choice.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import type { Guides } from '../runtime/connect-guides.ts';

interface Dependencies {
  rules: Pick<LineRules, 'queues' | 'timeZone'>;
  guides: Guides;
  change: (change: LineChange) => Promise<LineChangeResult>;
  now: () => Date;
}

/**
 * What a supervisor asks from the guide of a task: who that is, Connect says of the task, and nobody else. Throws the errors of
 * Connect and of the ledger.
 */
export function guidedChange({ rules, guides, change, now }: Dependencies) {
  return async (event: unknown): Promise<GuidedChangeResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const by = await whoHas(guides, contactId);
    if (by === undefined) return { status: 'refused', announcement: supervisorResults.nobody };
    const asked = changeOfChoice(parameters as Record<string, string> & GuidedChangeParameters, rules, by);
    if (!asked) throw new Error('the choice asks for no change');
    const { status } = await change(asked);
    return { status, announcement: status === 'done' ? done(asked, rules.timeZone, now()) : refused(asked) };
  };
}

async function whoHas(guides: Guides, guideContactId: string): Promise<string | undefined> {
  const { agentId } = await guides.contactOf(guideContactId);
  return agentId === undefined ? undefined : await guides.userName(agentId);
}

function done(change: LineChange, timeZone: string, now: Date): string {
  if (change.change === 'switch') return supervisorResults.switch[change.what][change.to];
  if (change.change === 'endAlert') return supervisorResults.endAlert;
  const { date, minutes } = localTime(new Date(change.until), timeZone);
  return supervisorResults.alert(date, localTime(now, timeZone).date, minutes);
}

const refused = ({ change }: LineChange): string =>
  change === 'alert' ? supervisorResults.alertRefused : supervisorResults.refused;
