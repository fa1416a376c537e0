import { environmentKeys } from '../../domain/administration/contract.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { SmsRules, StopWritingParameters, StopWritingResult } from '../../domain/sms/contract.ts';
import { doNotWriteKey } from '../../domain/sms/ledger-keys.ts';
import { phrases } from '../../domain/sms/phrases.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';

interface Dependencies {
  table: Pick<Ledger, 'put' | 'remove'>;
  line: Pick<SmsRules, 'id'>;
  ledgerKey: Uint8Array;
  now: () => Date;
}

/** Notes that a person wishes no SMS, or wishes them again. A wish is kept until it is taken back: it has no time to live. */
export function stopWriting(dependencies: Dependencies) {
  return async (event: unknown): Promise<StopWritingResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const { number, write, language } = parse(parameters);
    const pk = doNotWriteKey(callerKey(number, dependencies.ledgerKey));
    const status = write === 'resume' ? await resume(dependencies, pk) : await stop(dependencies, pk);
    log('smsWish', { administration: dependencies.line.id, contactId, status });
    const { writingStopped, writingResumed } = phrases(language);
    return { status, announcement: status === 'resumed' ? writingResumed : writingStopped };
  };
}

async function stop({ table, now }: Dependencies, pk: string): Promise<StopWritingResult['status']> {
  const wish = { pk, at: now().toISOString() };
  const { written } = await table.put(wish, { condition: 'attribute_not_exists(pk)' });
  return written ? 'stopped' : 'alreadyStopped';
}

async function resume({ table }: Dependencies, pk: string): Promise<StopWritingResult['status']> {
  await table.remove(pk);
  return 'resumed';
}

function parse(parameters: Record<string, string>): StopWritingParameters {
  const { number = '', write } = parameters;
  if (!number.startsWith('+')) throw new Error('no number in E.164');
  if (write !== 'stop' && write !== 'resume') throw new Error(`no such wish: ${write}`);
  return { number, write, language: languageOf(parameters) };
}

const environment = required(environmentKeys.ledger, environmentKeys.secret, environmentKeys.smsRules);
export const handler = stopWriting({
  table: ledger(environment[environmentKeys.ledger]),
  line: JSON.parse(environment[environmentKeys.smsRules]) as SmsRules,
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
