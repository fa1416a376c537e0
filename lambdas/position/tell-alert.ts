import { environmentKeys } from '../../domain/administration/contract.ts';
import { builtLanguages } from '../../domain/administration/language.ts';
import { alertKey } from '../../domain/administration/line-changes.ts';
import type { TellAlertResult } from '../../domain/position/contract.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger, type Item, type Ledger } from '../runtime/dynamodb.ts';
import { required } from '../runtime/environment.ts';
import { errorName, log } from '../runtime/log.ts';

interface Dependencies {
  ledger: Pick<Ledger, 'get'>;
  now: () => Date;
}

/** Tells the alert of the line while it lasts. A caller is not kept from the queue by an alert that cannot be read, which is logged. */
export function tellAlert({ ledger: table, now }: Dependencies) {
  return async (event: unknown): Promise<TellAlertResult> => {
    const { parameters } = readFlowInvocation(event);
    const announcement = spokenNow(await read(table), parameters['language'] ?? '', now());
    return announcement === undefined ? { alert: 'no', announcement: '' } : { alert: 'yes', announcement };
  };
}

async function read(table: Dependencies['ledger']): Promise<Item | undefined> {
  try {
    return await table.get(alertKey);
  } catch (error) {
    log('alertUnavailable', { error: errorName(error) });
    return undefined;
  }
}

/** In the caller's language, else in French. The ledger forgets an alert hours after it has ended: only `until` ends it. */
function spokenNow(alert: Item | undefined, language: string, now: Date): string | undefined {
  const until = alert?.['until'];
  if (typeof until !== 'string' || new Date(until) <= now) return undefined;
  const own = builtLanguages.some((built) => built === language) ? alert?.[language] : undefined;
  const text = own ?? alert?.['fr'];
  return typeof text === 'string' ? text : undefined;
}

const environment = required(environmentKeys.ledger);
export const handler = tellAlert({ ledger: ledger(environment[environmentKeys.ledger]), now: () => new Date() });
