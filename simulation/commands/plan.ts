import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Administration } from '../../domain/administration/administration.ts';
import { formatFault } from '../../domain/administration/faults.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { plan } from '../plan.ts';
import { type Assumptions, usualAssumptions, usualCallsPerPerson, usualLoad } from '../planning/assumptions.ts';
import { planPhrases } from '../planning/plan-phrases.ts';
import { planText } from '../planning/plan-text.ts';
import { pricesFrom, PricesFault, usualPrices } from '../planning/prices.ts';
import { ProfileFault, readProfile } from '../planning/read-profile.ts';
import { type PlanOptions, readPlanOptions, UsageFault } from './plan-options.ts';

/**
 * `npm run plan -- <administration> [options]`: agents, seats, quotas and costs, as text or as JSON; the same options and files give the same
 * output. Status 1: a file of administrations/ is wrong; 2: the command line was, or a file that it names.
 */
export async function run(parameters: string[]): Promise<number> {
  try {
    const options = readPlanOptions(parameters);
    const { administrations, faults } = readAdministrations(files('administrations'));
    if (faults.length > 0) {
      console.error(faults.map(formatFault).join('\n'));
      return 1;
    }
    const administration = administrations.find(({ id }) => id === options.administration);
    if (administration === undefined) {
      const known = administrations.map(({ id }) => id).join(', ');
      throw new UsageFault(`no administration "${options.administration}": one of ${known}`);
    }
    const prices = options.prices === undefined ? usualPrices : pricesFrom(contents(options.prices));
    const made = plan(administration, assumptionsOf(options, administration), prices, {
      linesOfAccount: administrations.filter((other) => sharesAccount(other, administration)).length,
    });
    console.log(
      options.json ? JSON.stringify(made, null, 2) : planText(made, administration, planPhrases(options.language)),
    );
    return 0;
  } catch (fault) {
    if (!(fault instanceof UsageFault || fault instanceof PricesFault || fault instanceof ProfileFault)) throw fault;
    console.error(fault.message);
    return 2;
  }
}

/** Files that name no account are deployed with the same credentials. */
const sharesAccount = (a: Administration, b: Administration): boolean =>
  a.region === b.region && (a.account ?? '') === (b.account ?? '');

function assumptionsOf(options: PlanOptions, administration: Administration): Assumptions {
  const profile =
    options.profile === undefined ? undefined : readProfile(contents(options.profile), options.profile, administration);
  const demand =
    profile?.demand ??
    (options.callsPerHour === undefined
      ? { kind: 'load' as const, load: options.load ?? usualLoad }
      : { kind: 'perHour' as const, callsPerHour: options.callsPerHour });
  return {
    ...usualAssumptions,
    demand,
    callsPerPerson: options.callsPerPerson ?? profile?.callsPerPerson ?? usualCallsPerPerson(demand),
    ...(options.abandoned !== undefined && { abandonedAtMost: options.abandoned }),
    ...(options.take !== undefined && { takeShare: options.take }),
  };
}

const files = (folder: string): { path: string; text: string }[] =>
  globSync('*.yaml', { cwd: folder })
    .toSorted()
    .map((file) => ({ path: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));

/** @throws UsageFault where there is no such file */
function contents(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    throw new UsageFault(`${path}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
