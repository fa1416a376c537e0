import type { Difference } from './differences.ts';
import { isIdentity, lossOf } from './what-is-kept.ts';

export interface Loss {
  logicalId: string;
  /** One sentence: what happens to the resource, and what is lost. */
  told: string;
}

/** What a deployment with these differences would lose. */
export function lossesOf(differences: readonly Difference[]): Loss[] {
  return differences.flatMap((difference) => {
    const { type, logicalId } = difference;
    const lost = lossOf(type);
    const happens = happensTo(difference);
    if (lost === undefined || happens === undefined) return [];
    return [{ logicalId, told: `${logicalId} (${type}) ${happens}: lost is ${lost}` }];
  });
}

function happensTo({ change, type, impact, properties }: Difference): string | undefined {
  const identity = properties.filter((name) => isIdentity(type, name));
  const by = properties.length > 0 ? ` (${properties.join(', ')})` : '';
  if (impact === 'orphan') return 'leaves the stack and stays in the account, where the line reads it no more';
  if (change === 'removed' || impact === 'destroy') return 'is deleted';
  if (impact === 'replace') return `is replaced${by}`;
  if (change === 'changed' && identity.length > 0) return `becomes another one (${identity.join(', ')})`;
  if (impact === 'may be replaced') return `may be replaced${by}`;
  return undefined;
}
