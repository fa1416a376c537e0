import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createCustomResources, placedNumbers } from '../../../local/assembly/custom-resources.ts';
import { readAssembly } from '../../../local/assembly/read-assembly.ts';
import { SynthesisError, synthesise } from '../../../local/assembly/synthesise.ts';
import { startConnectApi } from '../../../local/connect/api.ts';
import { shortName } from '../../../local/connect/known-functions.ts';
import type { Deployment } from '../../../local/deployment.ts';
import { refuseUnknownComparisons } from '../../../local/events/event-pattern.ts';
import { workerEnvironment } from '../../../local/lambda/environment.ts';
import { createLambdaWorkers } from '../../../local/lambda/workers.ts';

const directory = mkdtempSync(join(tmpdir(), 'synthesised-'));
const numberArn = 'arn:aws:connect:eu-central-1:111111111111:phone-number/n-1';
let deployment: Deployment;

/** The CAF's own file, with a number that another instance has. */
beforeAll(async () => {
  const administrations = join(directory, 'administrations');
  mkdirSync(administrations);
  const caf = readFileSync('administrations/caf.yaml', 'utf8');
  const number = `number: { arn: "${numberArn}", displayed: "+33123456789", takeOver: true }`;
  writeFileSync(join(administrations, 'caf.yaml'), caf.replace(/^number: none.*$/m, number));
  process.env['RAPPEL_ADMINISTRATIONS'] = administrations;
  await synthesise({ outDirectory: join(directory, 'out') });
  delete process.env['RAPPEL_ADMINISTRATIONS'];
  deployment = readAssembly(join(directory, 'out'), 'Rappel-caf', { number: '+33123456789' });
}, 60_000);
afterAll(() => rmSync(directory, { recursive: true }));

const arnsIn = (text: string): string[] => text.match(/arn:aws:(?:connect|lambda):[\w:/-]+/g) ?? [];
const unplayed = () => {
  throw new Error('no contact centre is needed to place a number');
};

it('a synthesis that refuses its files ends with its status', async () => {
  process.env['RAPPEL_ADMINISTRATIONS'] = join(directory, 'out');
  const refused = synthesise({ only: 'caf', outDirectory: join(directory, 'refused') });
  delete process.env['RAPPEL_ADMINISTRATIONS'];
  await expect(refused).rejects.toMatchObject({ constructor: SynthesisError, exitCode: 1 });
}, 30_000);

describe('the stack that is deployed, read for the laptop', () => {
  it('has no function, token or reference left unresolved', () => {
    expect(JSON.stringify(deployment)).not.toMatch(/Fn::|\$\{|\{\{resolve|"Ref":/);
  });

  it('has flows that name only flows, queues, hours and functions of the deployment, and views of Connect', () => {
    const { flows, queues, hours, functions } = deployment;
    const known = new Set([...flows, ...queues, ...hours, ...functions].map(({ arn }) => arn));
    const named = flows.flatMap(({ content }) => arnsIn(content));
    expect(named.length).toBeGreaterThan(flows.length);
    expect(named.filter((arn) => !known.has(arn) && !arn.includes(':aws:view/'))).toEqual([]);
    for (const { content } of flows) expect(() => JSON.parse(content) as unknown).not.toThrow();
  });

  it('tells each function by the name of its file', () => {
    const files = readdirSync('lambdas', { recursive: true, encoding: 'utf8' }).map((path) => basename(path, '.ts'));
    const names = deployment.functions.map(shortName);
    expect(names.filter((name) => !files.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a bundle for each function, and a dispatcher every minute, reminders every five, and a report each night', () => {
    const bundles = deployment.functions.map(({ directory: asset }) => join(asset, 'index.mjs'));
    expect(bundles.filter((file) => !existsSync(file))).toEqual([]);
    expect(deployment.schedules).toMatchObject([
      { runs: { everySeconds: 60 } },
      { runs: { everySeconds: 300 } },
      { runs: { cron: { hours: [3], minutes: [30] }, timeZone: 'Europe/Paris' } },
    ]);
    expect(deployment.tables).toMatchObject([{ partitionKey: 'pk', timeToLiveAttribute: 'ttl' }]);
  });

  it('has event rules that are played, and reaches by SMS the countries of the file only', () => {
    for (const { name, pattern } of deployment.eventRules) {
      expect(() => refuseUnknownComparisons(name, pattern)).not.toThrow();
    }
    expect(deployment.sms.allowedCountries).toEqual([
      'BL',
      'FR',
      'GF',
      'GP',
      'MF',
      'MQ',
      'NC',
      'PF',
      'PM',
      'RE',
      'WF',
      'YT',
    ]);
  });

  it('has custom resources that take the number over and attach it to the inbound flow', async () => {
    const connect = await startConnectApi({
      deployment,
      centre: unplayed,
      now: Date.now,
      allowedCountries: [],
      phoneNumbers: placedNumbers(deployment),
    });
    const endpoint = connect.endpoint;
    const endpoints = {
      dynamoDb: endpoint,
      connect: endpoint,
      sms: endpoint,
      eventBridge: endpoint,
      s3: endpoint,
      otherServices: endpoint,
    };
    const invoker = createLambdaWorkers({
      functions: deployment.functions,
      environment: (each) => workerEnvironment(each, deployment.region, endpoints),
      now: Date.now,
    });
    try {
      await createCustomResources(deployment, invoker);
      expect(connect.phoneNumbers.flowOf(numberArn)).toBe(deployment.entryFlowArn.split('/').at(-1));
      const [place] = deployment.customResources;
      const stray = { ...place, logicalId: 'Stray', properties: { ...place?.properties, NumberArn: 'arn:unknown' } };
      const broken = { ...deployment, customResources: [stray] } as Deployment;
      await expect(createCustomResources(broken, invoker)).rejects.toThrow(/^Stray: ResourceNotFoundException/);
    } finally {
      await invoker.stop();
      await connect.stop();
    }
  }, 30_000);
});
