import { startConnectApi, type ConnectApi } from '../../local/connect/api.ts';
import type { ContactCentre } from '../../local/connect/centre.ts';
import type { Deployment } from '../../local/deployment.ts';
import { readAssembly } from '../../local/assembly/read-assembly.ts';
import { askInstance, connectClient } from '../../local/doctor/ask-instance.ts';
import { checkLine } from '../../local/doctor/check-line.ts';
import { cafAssembly } from '../calls/synthesised.ts';
import { healthyAccount, line } from './recorded-account.ts';

let api: ConnectApi;
let deployment: Deployment;
beforeAll(async () => {
  deployment = readAssembly(await cafAssembly(), 'Rappel-caf', { number: '+33970000001' });
  api = await startConnectApi({
    deployment,
    centre: () => ({}) as ContactCentre,
    now: () => 0,
    allowedCountries: ['FR'],
  });
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_CONNECT: api.endpoint,
  });
});
afterAll(async () => {
  delete process.env['AWS_ENDPOINT_URL_CONNECT'];
  await api.stop();
});

it('the instance of the laptop, asked as a real one is, has every queue, hours, flow and function of its stack', async () => {
  const answers = healthyAccount();
  const resources = [
    ...deployment.flows.map(({ arn }) => ['AWS::Connect::ContactFlow', arn]),
    ...deployment.functions.map(({ name }) => ['AWS::Lambda::Function', name]),
    ...Array.from({ length: 18 }, (_, index) => ['AWS::Connect::IntegrationAssociation', `association-${index}`]),
  ].map(([ResourceType, PhysicalResourceId], index) => ({
    ResourceType,
    PhysicalResourceId,
    LogicalResourceId: `resource-${index}`,
    LastUpdatedTimestamp: new Date(0),
    ResourceStatus: 'CREATE_COMPLETE' as const,
  }));
  answers.resources = { value: resources };
  answers.instance = await askInstance(connectClient('eu-central-1'), deployment.instanceId, {
    ...line,
    number: 'none',
  });
  const findings = checkLine(line, answers, new Date('2026-11-24T09:05:00Z'));
  const verdicts = Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]));
  expect(verdicts).toMatchObject({ queues: 'good', hours: 'good', flows: 'good', functions: 'good' });
  // What is not played locally is refused by name, and so is not taken for good.
  expect(answers.instance.testCases).toEqual({ refused: 'NotPlayedLocally' });
  expect(verdicts).toMatchObject({ 'test cases': 'unknown', users: 'unknown' });
});
