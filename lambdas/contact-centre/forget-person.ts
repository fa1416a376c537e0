import { environmentKeys } from '../../domain/administration/contract.ts';
import {
  addForgotten,
  checkForget,
  nothingForgotten,
  type ForgetContinuation,
  type ForgetResult,
  type Forgotten,
} from '../../domain/administration/forgetting.ts';
import { addDays, localTime } from '../../domain/administration/local-time.ts';
import { callerKey as keyOf } from '../../domain/callback/caller-key.ts';
import { reportingKeys } from '../../domain/reporting/contract.ts';
import { connect } from '../runtime/connect.ts';
import { contactErasure } from '../runtime/connect-erasure.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { ledgerScan } from '../runtime/dynamodb-scan.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { log } from '../runtime/log.ts';
import { bucket, type Bucket } from '../runtime/s3.ts';
import { ledgerKey, reportsKey } from '../runtime/secret.ts';
import { forgetMentions, forgetOwnItems, type LedgerForgetting } from './forget-in-ledger.ts';
import { forgetDay, hashesAround, listedByMonth, type ReportsForgetting } from './forget-in-reports.ts';

interface Dependencies extends LedgerForgetting, Omit<ReportsForgetting, 'keysOf' | 'bucket'> {
  bucket: Pick<Bucket, 'list' | 'lines' | 'putLines'>;
  ledgerKey: Uint8Array;
  reportsKeyOf: (year: string) => Uint8Array;
  /** After which an invocation begins no further piece of work, and says where to go on. */
  workSeconds: number;
}
interface Person {
  e164: string;
  callerKey: string;
}
type Progress = { forgotten: Forgotten } & ({ next: ForgetContinuation | undefined } | { underWay: true });

/**
 * Deletes what is held of a person, at their request: a promise is cancelled, the ledger forgets them, Connect's contacts lose their
 * number, the reports' lines are nobody's. Asked again, it does what is left. Who did it stands in its log, and of whom nowhere.
 */
export function forgetPerson(dependencies: Dependencies) {
  return async (event: unknown): Promise<ForgetResult> => {
    const { rules: line, workSeconds } = dependencies;
    const answer = checkForget(event, line.ownNumbers);
    if ('reasons' in answer) return { status: 'refused', reasons: answer.reasons };
    const { number: e164, by, continuation } = answer.asked;
    const person = { e164, callerKey: keyOf(e164, dependencies.ledgerKey) };
    const endsAt = performance.now() + workSeconds * 1000;
    const work = { ...dependencies, keysOf: listedByMonth(dependencies.bucket) };
    let forgotten = nothingForgotten;
    let at: ForgetContinuation | undefined = continuation;
    do {
      const progress: Progress = await forgetPiece(work, person, at);
      forgotten = addForgotten(forgotten, progress.forgotten);
      if ('underWay' in progress) return tell(line.id, by, { status: 'underWay', forgotten });
      at = progress.next;
    } while (at !== undefined && performance.now() < endsAt);
    return tell(
      line.id,
      by,
      at === undefined ? { status: 'done', forgotten } : { status: 'more', continuation: at, forgotten },
    );
  };
}

function tell(administration: string, by: string, result: Exclude<ForgetResult, { status: 'refused' }>): ForgetResult {
  log('personForgotten', { administration, by, status: result.status, ...result.forgotten });
  return result;
}

async function forgetPiece(
  dependencies: Dependencies & ReportsForgetting,
  { e164, callerKey }: Person,
  at: ForgetContinuation | undefined,
): Promise<Progress> {
  if (at === undefined) {
    const { underWay, forgotten } = await forgetOwnItems(dependencies, callerKey);
    return underWay ? { underWay, forgotten } : { forgotten, next: { step: 'ledger' } };
  }
  if (at.step === 'ledger') {
    const { after, forgotten } = await forgetMentions(dependencies, callerKey, at.after);
    return { forgotten, next: after === undefined ? { step: 'reports' } : { step: 'ledger', after } };
  }
  const { rules: line, now, reportsKeyOf } = dependencies;
  const today = localTime(now(), line.timeZone).date;
  const day = at.after === undefined ? today : addDays(at.after, -1);
  const { underWay, ...counts } = await forgetDay(dependencies, day, hashesAround(e164, day, reportsKeyOf));
  const forgotten = addForgotten(nothingForgotten, counts);
  if (underWay) return { underWay, forgotten };
  const isOldest = day <= addDays(today, -line.retentionDays.reports);
  return { forgotten, next: isOldest ? undefined : { step: 'reports', after: day } };
}

/** Of the 60 that the function has. */
const workSeconds = 40;

const environment = required(
  environmentKeys.ledger,
  environmentKeys.instanceId,
  environmentKeys.secret,
  reportingKeys.bucket,
);
const { [environmentKeys.secret]: secret, [environmentKeys.instanceId]: instanceId } = environment;
export const handler = forgetPerson({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  scan: ledgerScan(environment[environmentKeys.ledger]),
  bus: eventBus(),
  connect: connect(instanceId),
  erase: contactErasure(instanceId),
  bucket: bucket(environment[reportingKeys.bucket]),
  ledgerKey: ledgerKey(secret),
  reportsKeyOf: (year) => reportsKey(secret, year),
  now: () => new Date(),
  workSeconds,
});
