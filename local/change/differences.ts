/** One resource that a deployment would touch, as `cdk diff` tells of it. */
export interface Difference {
  change: 'added' | 'changed' | 'removed';
  type: string;
  logicalId: string;
  /** What the change comes to, in the CDK's words; undefined where the resource stays. `orphan`: removed from the stack, left in the account. */
  impact: 'replace' | 'may be replaced' | 'destroy' | 'orphan' | undefined;
  /** Names of the properties that are changed. */
  properties: string[];
}

const changes = { '+': 'added', '~': 'changed', '-': 'removed' } as const;
const impacts: readonly string[] = ['replace', 'may be replaced', 'destroy', 'orphan'];

/** The resources that the text of `cdk diff` tells of. Undefined where it is not such a text, or one that was cut. */
export function readDifferences(text: string): Difference[] | undefined {
  const lines = text.split('\n');
  if (!lines.some((line) => /Number of stacks with differences: \d+/.test(line))) return undefined;
  const differences: Difference[] = [];
  let inResources = false;
  for (const line of lines) {
    // Of parameters, conditions and outputs nothing is lost.
    if (/^[A-Z][A-Za-z ]+$/.test(line)) inResources = line === 'Resources';
    if (!inResources) continue;
    const resource = resourceOf(line);
    if (resource) differences.push(resource);
    else noteProperty(line, differences.at(-1));
  }
  return differences;
}

/** `[~] AWS::Connect::Queue ContactCentre/Queue ContactCentreQueue1A replace`; the path is absent of what the template has lost. */
function resourceOf(line: string): Difference | undefined {
  const [, sign, type = '', rest = ''] = /^\[([-+~])\] (\S+::\S+) (.+)$/.exec(line) ?? [];
  if (sign === undefined) return undefined;
  const impact = impacts.find((each) => rest.endsWith(` ${each}`)) as Difference['impact'];
  const names = (impact === undefined ? rest : rest.slice(0, -impact.length)).trim().split(/\s+/);
  return { change: changes[sign as '+'], type, logicalId: names.at(-1) ?? '', impact, properties: [] };
}

function noteProperty(line: string, difference: Difference | undefined): void {
  const [, name] = /^ [├└]─ \[[-+~]\] (\w+)/.exec(line) ?? [];
  if (name !== undefined) difference?.properties.push(name);
}
