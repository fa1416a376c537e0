import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import {
  alertKey,
  checkLineChange,
  switchKey,
  type CheckedChange,
  type LineChangeResult,
} from '../../domain/administration/line-changes.ts';
import type { GuidedChangeResult } from '../../domain/administration/supervisor-choice.ts';
import { guides } from '../runtime/connect-guides.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log, type LogFields } from '../runtime/log.ts';
import { guidedChange } from './guided-change.ts';

interface Dependencies {
  rules: Pick<LineRules, 'id' | 'queues'>;
  ledger: Pick<Ledger, 'put' | 'update'>;
  now: () => Date;
}

/**
 * The one way in which a line is changed without a deployment: a switch of a queue, the alert that callers hear first.
 * Whoever invokes it, what is done and what is refused stands in its log. Throws the ledger's errors.
 */
export function changeLine(dependencies: Dependencies) {
  return async (event: unknown): Promise<LineChangeResult> => {
    const { rules: line, now } = dependencies;
    const at = now();
    const answer = checkLineChange(event, line, at);
    if ('reasons' in answer) {
      log('lineChangeRefused', { administration: line.id, reasons: answer.reasons.length });
      return { status: 'refused', reasons: answer.reasons };
    }
    await write(dependencies.ledger, answer.checked, at);
    log('lineChanged', { administration: line.id, ...audited(answer.checked) });
    return { status: 'done' };
  };
}

async function write(table: Dependencies['ledger'], change: CheckedChange, at: Date): Promise<void> {
  const changedAt = at.toISOString();
  if (change.change === 'switch') {
    // The other switch of the queue stays as it is.
    await table.update(switchKey(change.queue), 'SET #what = :to, changedAt = :at, changedBy = :by', {
      names: { '#what': change.what },
      values: { ':to': change.to, ':at': changedAt, ':by': change.by },
    });
    return;
  }
  const [text, until] = change.change === 'alert' ? [change.text, change.until] : [{}, at];
  const ttl = Math.ceil(until.getTime() / 1000);
  await table.put({ pk: alertKey, ...text, until: until.toISOString(), ttl, changedAt, changedBy: change.by });
}

/** Who and what, without what callers are told: what was said is nobody's to keep. */
function audited(change: CheckedChange): LogFields {
  if (change.change !== 'alert') return { ...change };
  return { change: change.change, by: change.by, until: change.until.toISOString() };
}

const environment = required(environmentKeys.instanceId, environmentKeys.ledger);
const change = changeLine({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  now: () => new Date(),
});
const changeFromGuide = guidedChange({
  rules: rules(),
  guides: guides(environment[environmentKeys.instanceId]),
  change,
  now: () => new Date(),
});

/** A flow says that it is one; people and programs say what is to change. */
const isFromFlow = (event: unknown): boolean => typeof event === 'object' && event !== null && 'Details' in event;

export const handler = (event: unknown): Promise<LineChangeResult | GuidedChangeResult> =>
  isFromFlow(event) ? changeFromGuide(event) : change(event);
