import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDifferences } from '../../local/change/differences.ts';
import { gate, run } from '../../local/commands/diff-gate.ts';
import { cafAssembly } from '../calls/synthesised.ts';
import { aNumber, type Resources } from '../stack/synthesise-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'rappel-gate-'));
let assembly: string;
let printed: string[];
let complained: string[];
const { log, error } = console;
beforeAll(async () => {
  assembly = await cafAssembly();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  printed = [];
  complained = [];
  console.log = (line: string) => printed.push(line);
  console.error = (line: string) => complained.push(line);
});
afterEach(() => Object.assign(console, { log, error }));

/** What is deployed: today's template, as it was before some change. */
function deployedAs(name: string, change: (resources: Resources) => void): string {
  const template = JSON.parse(readFileSync(join(assembly, 'Rappel-caf.template.json'), 'utf8'));
  change(template.Resources);
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(template));
  return path;
}
const rename = (resources: Resources, id: string, other: string): void => {
  resources[other] = resources[id]!;
  delete resources[id];
};

describe('npm run diff-gate', () => {
  it('refuses what would lose what is kept, says what that is, and lets it be accepted one by one', () => {
    const template = deployedAs('other', (resources) => {
      rename(resources, 'LedgerTable9343E4AA', 'BookingsTable');
      rename(resources, 'FoundationSecretEFD1A9C6', 'OtherSecret');
      resources['ContactCentreInstance9829F93B']!.Properties['InstanceAlias'] = 'rappel-former';
      resources['ContactCentreQueueimpots'] = structuredClone(resources['ContactCentreQueueallocations1A5233D2']!);
      resources['NumberPlacedNumber'] = {
        Type: 'Custom::PlacedNumber',
        Properties: { ServiceToken: 'arn', NumberArn: aNumber.arn },
      };
    });
    const accepted = ['ContactCentreQueueimpots', 'NumberPlacedNumber', 'Nothing'];
    expect(gate({ id: 'caf', template, accepted }, assembly)).toBe(1);
    const told = [
      /^REFUSED {2}BookingsTable .*leaves the stack.*lost is every promise made to callers/,
      /^REFUSED {2}OtherSecret .*nobody who rings again is recognised/,
      /^REFUSED {2}ContactCentreInstance9829F93B .*is replaced \(InstanceAlias\): lost is the telephone/,
      /^accepted {2}ContactCentreQueueimpots .*is deleted: lost is who waits in it/,
      /^accepted {2}NumberPlacedNumber .*who rings it reaches nobody/,
      /^--accept Nothing: nothing is lost with it$/,
    ];
    expect(printed).toEqual(expect.arrayContaining(told.map((each) => expect.stringMatching(each) as unknown)));
    expect(printed.at(-1)).toMatch(/^Rappel-caf: .* do not deploy: \d+ would lose what they keep$/);
  });

  it('lets an innocent change pass, however many resources it touches', () => {
    const template = deployedAs('innocent', (resources) => {
      for (const { Type, Properties } of Object.values(resources)) {
        if (Type === 'AWS::Lambda::Function') Properties['MemorySize'] = 256;
        if (Type === 'AWS::Logs::LogGroup') Properties['RetentionInDays'] = 30;
      }
      resources['LedgerTable9343E4AA']!.Properties['DeletionProtectionEnabled'] = false;
    });
    expect(gate({ id: 'caf', template, accepted: [] }, assembly)).toBe(0);
    expect(printed).toEqual([expect.stringMatching(/0 added, \d\d changed, 0 removed; nothing that is kept is lost$/)]);
  });

  it('refuses where the CDK could not tell the differences: then nothing is known', () => {
    const template = join(folder, 'cut.json');
    writeFileSync(template, '{"Resources": {');
    expect(gate({ id: 'caf', template, accepted: [] }, assembly)).toBe(1);
    expect(complained[0]).toMatch(/^cdk diff of Rappel-caf failed, so that nothing is known:\n./);
    expect(printed).toEqual([]);
  });

  it.each([
    ['without an administration', []],
    ['of no administration', ['atlantis']],
    ['with two', ['caf', 'assurance-maladie']],
    ['of a template that is not there', ['caf', '--template', join(folder, 'none.json')]],
    ['with an unknown option', ['caf', '--force']],
  ])('%s ends with status 2 and how it is written', async (_, parameters) => {
    expect(await run(parameters)).toBe(2);
    expect(complained.join('\n')).toMatch(/npm run diff-gate|one of|no such file/);
  });
});

describe('the text of a difference', () => {
  it('is read by resources alone, with what changes and what comes of it', () => {
    const text = [
      'Stack Rappel-caf',
      'Parameters',
      '[+] Parameter SecretName SecretName: {"Type":"String"}',
      'Resources',
      '[~] Custom::PlacedNumber Number/PlacedNumber NumberPlacedNumber1A ',
      ' ├─ [~] TakeOver',
      ' └─ [~] NumberArn',
      '     ├─ [-] a',
      '[-] AWS::SQS::Queue Old destroy',
      'Outputs',
      '[-] Output Alarms::Topic Old: {"Value":"x"}',
      '✨  Number of stacks with differences: 1',
    ].join('\n');
    expect(readDifferences(text)).toEqual([
      {
        change: 'changed',
        type: 'Custom::PlacedNumber',
        logicalId: 'NumberPlacedNumber1A',
        impact: undefined,
        properties: ['TakeOver', 'NumberArn'],
      },
      { change: 'removed', type: 'AWS::SQS::Queue', logicalId: 'Old', impact: 'destroy', properties: [] },
    ]);
    expect(readDifferences(text.replace(/✨.*/, ''))).toBeUndefined();
  });
});
