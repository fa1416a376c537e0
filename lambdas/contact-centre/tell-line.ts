import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { alertKey, switchKey } from '../../domain/administration/line-changes.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { lineInForce } from '../../domain/administration/phrases/supervisors-fr.ts';
import type { TellLineResult } from '../../domain/administration/supervisor-choice.ts';
import { ledger, type Item, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';

interface Dependencies {
  rules: Pick<LineRules, 'queues' | 'timeZone'>;
  ledger: Pick<Ledger, 'getMany'>;
  now: () => Date;
}

/** Tells a supervisor what is in force: the alert, and the switches of each queue. Throws the ledger's errors. */
export function tellLine({ rules: line, ledger: table, now }: Dependencies) {
  return async (): Promise<TellLineResult> => {
    const queues = Object.keys(line.queues);
    const items = await table.getMany([alertKey, ...queues.map(switchKey)], { consistent: true });
    const at = now();
    return {
      alert: alertInForce(items.get(alertKey), line.timeZone, at),
      callbacks: queues.map((queue) => lineInForce.queue(queue, switches(items.get(switchKey(queue))))).join(' '),
      today: localTime(at, line.timeZone).date,
    };
  };
}

function alertInForce(alert: Item | undefined, timeZone: string, now: Date): string {
  const { fr: text, until } = alert ?? {};
  if (typeof text !== 'string' || typeof until !== 'string' || new Date(until) <= now) return lineInForce.noAlert;
  const { date, minutes } = localTime(new Date(until), timeZone);
  return lineInForce.alert(text, date, localTime(now, timeZone).date, minutes);
}

/** Both are on until they are switched off. */
const switches = (item: Item | undefined) => ({
  offering: item?.['offering'] === 'off' ? ('off' as const) : ('on' as const),
  dialling: item?.['dialling'] === 'off' ? ('off' as const) : ('on' as const),
});

const environment = required(environmentKeys.ledger);
export const handler = tellLine({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  now: () => new Date(),
});
