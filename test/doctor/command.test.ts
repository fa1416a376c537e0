import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { run } from '../../local/commands/doctor.ts';
import type { Finding } from '../../local/doctor/findings.ts';
import { startAccountEndpoint, type AccountEndpoint, type Played } from './account-endpoint.ts';

const account = '111111111111';
const instanceId = '12345678-1234-1234-1234-123456789012';
const instanceArn = `arn:aws:connect:eu-central-1:${account}:instance/${instanceId}`;

const awsQuery = (operation: string, result: string): Played => ({
  xml: `<${operation}Response xmlns="https://example.com/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${operation}Response>`,
});
const member = (fields: Record<string, string>): string =>
  `<member>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</member>`;
const resource = (logicalId: string, type: string, physicalId: string): string =>
  member({
    LogicalResourceId: logicalId,
    ResourceType: type,
    PhysicalResourceId: physicalId,
    LastUpdatedTimestamp: '2026-11-20T09:00:00Z',
    ResourceStatus: 'CREATE_COMPLETE',
  });

const stackResources = {
  first: [
    resource('FoundationAlarmsC79D2C89', 'AWS::SNS::Topic', `arn:aws:sns:eu-central-1:${account}:alarms`),
    resource('LedgerTable9343E4AA', 'AWS::DynamoDB::Table', 'Rappel-caf-Ledger'),
    resource('FlowsinboundfrE86EBE26', 'AWS::Connect::ContactFlow', `${instanceArn}/contact-flow/inbound`),
  ],
  second: [resource('SmsConfigurationSetA4AEECC3', 'AWS::SMSVOICE::ConfigurationSet', 'the-set')],
};

/** Answers in the shapes of the API references: a stack of few resources, its lists in two pages where a token is asked for. */
const answers: Record<string, (parameters: string) => Played> = {
  GetCallerIdentity: () =>
    awsQuery(
      'GetCallerIdentity',
      `<Account>${account}</Account><UserId>A</UserId><Arn>arn:aws:iam::${account}:user/a</Arn>`,
    ),
  DescribeStacks: () =>
    awsQuery(
      'DescribeStacks',
      `<Stacks>${member({ StackName: 'Rappel-caf', StackStatus: 'CREATE_COMPLETE', CreationTime: '2026-11-20T09:00:00Z' })}</Stacks>`,
    ),
  ListStackResources: (parameters) => {
    const isSecond = parameters.includes('NextToken=more');
    const { first, second } = stackResources;
    const page = `<StackResourceSummaries>${(isSecond ? second : first).join('')}</StackResourceSummaries>`;
    return awsQuery('ListStackResources', isSecond ? page : `${page}<NextToken>more</NextToken>`);
  },
  ListSubscriptionsByTopic: () =>
    awsQuery(
      'ListSubscriptionsByTopic',
      `<Subscriptions>${member({ SubscriptionArn: `arn:aws:sns:eu-central-1:${account}:alarms:1`, Protocol: 'sms' })}</Subscriptions>`,
    ),
  ListServiceQuotas: () => ({ json: { Quotas: [{ QuotaName: 'Concurrent calls per instance', Value: 10 }] } }),
  DescribeLogGroups: () => ({ json: { logGroups: [] } }),
  DescribeTable: () => ({
    json: { Table: { TableStatus: 'ACTIVE', DeletionProtectionEnabled: true, SSEDescription: { SSEType: 'KMS' } } },
  }),
  DescribeTimeToLive: () => ({
    json: { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' } },
  }),
  DescribeAccountAttributes: () => ({ json: { AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: 'SANDBOX' }] } }),
  DescribeOptedOutNumbers: () => ({
    json: { OptedOutNumbers: [{ OptedOutNumber: '+33612345678', OptedOutTimestamp: 1 }] },
  }),
  'GET /instance': () => ({
    json: {
      InstanceSummaryList: [
        {
          Id: instanceId,
          Arn: instanceArn,
          InstanceAlias: 'rappel-caf',
          IdentityManagementType: 'SAML',
          InstanceStatus: 'ACTIVE',
          InboundCallsEnabled: true,
          OutboundCallsEnabled: true,
        },
      ],
    },
  }),
  'GET /queues-summary': (parameters) =>
    parameters.includes('nextToken=more')
      ? { json: { QueueSummaryList: [{ Name: 'supervision' }] } }
      : { json: { QueueSummaryList: [{ Name: 'allocations' }], NextToken: 'more' } },
  'GET /contact-flows-summary': () => ({ json: { ContactFlowSummaryList: [{ Id: 'inbound', Name: 'inbound-fr' }] } }),
  'POST /search-users': () => ({ json: { Users: [] } }),
};
const refused: Played = { error: 'AccessDeniedException', status: 403 };

const { log, error } = console;
const env = { ...process.env };
let endpoint: AccountEndpoint;
let played: typeof answers;
let printed: string[];
let complained: string[];
beforeAll(async () => {
  endpoint = await startAccountEndpoint((operation, parameters) => played[operation]?.(parameters) ?? refused);
});
afterAll(() => endpoint.stop());
beforeEach(() => {
  played = answers;
  endpoint.asked.length = 0;
  printed = [];
  complained = [];
  console.log = (text: string) => printed.push(text);
  console.error = (text: string) => complained.push(text);
  process.env['AWS_ACCESS_KEY_ID'] = 'local';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'local';
  process.env['AWS_ENDPOINT_URL'] = endpoint.endpoint;
  process.env['AWS_CONFIG_FILE'] = process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/dev/null';
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
});
afterEach(() => {
  Object.assign(console, { log, error });
  process.env = { ...env };
});

describe('npm run doctor', () => {
  it('asks the account, all pages, and says what is good, what to mend and how, and what it could not see: status 1', async () => {
    expect(await run(['caf', '--json'])).toBe(1);
    const findings = JSON.parse(printed.join('')) as Finding[];
    const verdicts = Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]));
    expect(verdicts).toMatchObject({
      account: 'good',
      region: 'good',
      stack: 'good',
      'concurrent calls': 'mend',
      instance: 'good',
      'instance attributes': 'unknown',
      queues: 'good',
      hours: 'unknown',
      flows: 'good',
      'test cases': 'unknown',
      number: 'mend',
      users: 'unknown',
      'sms account': 'mend',
      'sms spending': 'unknown',
      'sms countries': 'unknown',
      'sms opted out': 'good',
      alarms: 'good',
      ledger: 'good',
      backup: 'unknown',
      forgetting: 'good',
    });
    expect(printed.join('')).not.toContain('612345678');
  });

  it('prints a line for each finding, and below it how to mend it', async () => {
    expect(await run(['caf'])).toBe(1);
    const lines = printed.join('\n').split('\n');
    expect(lines[0]).toMatch(/^good {4}account {13}111111111111, that of the credentials/);
    const sandbox = lines.findIndex((line) => line.startsWith('MEND    sms account'));
    expect(lines[sandbox]).toMatch(/in the sandbox$/);
    expect(lines[sandbox + 1]).toMatch(/^ {28}-> ask AWS Support to leave the sandbox/);
  });

  it('looks at an account before the first deployment, too', async () => {
    const absent =
      '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id Rappel-caf does not exist</Message></Error></ErrorResponse>';
    played = {
      ...answers,
      DescribeStacks: () => ({ xml: absent, status: 400 }),
      'GET /instance': () => ({ json: {} }),
    };
    expect(await run(['caf', '--json'])).toBe(1);
    expect(JSON.parse(printed.join(''))).toEqual(
      expect.arrayContaining([
        { check: 'stack', verdict: 'later', found: 'once the stack is deployed' },
        { check: 'instances', verdict: 'good', found: '0 in this region, none named rappel-caf' },
      ]),
    );
    expect(endpoint.asked).not.toContain('ListStackResources');
  });

  it('only ever describes, lists, gets and searches', async () => {
    await run(['caf']);
    expect(endpoint.asked.length).toBeGreaterThan(20);
    expect(
      endpoint.asked.filter((operation) => !/^(Describe|List|Get[A-Z]|GET |POST \/search-users)/.test(operation)),
    ).toEqual([]);
    const sources = globSync('local/doctor/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('');
    const commands = [...sources.matchAll(/\b(\w+)Command\b|\bpaginate([A-Z]\w+)/g)].map(
      ([, command, list]) => command ?? list,
    );
    expect(commands.filter((name) => !/^(Describe|List|Get|Search)/.test(name ?? ''))).toEqual([]);
    expect(new Set(commands).size).toBeGreaterThan(25);
  });
});

describe('an account that cannot be asked', () => {
  it('for want of credentials is said in a sentence, status 1', async () => {
    delete process.env['AWS_ACCESS_KEY_ID'];
    delete process.env['AWS_SECRET_ACCESS_KEY'];
    delete process.env['AWS_PROFILE'];
    expect(await run(['caf'])).toBe(1);
    expect(complained).toEqual([
      expect.stringMatching(/^AWS does not know who asks \(CredentialsProviderError\): sign in first/),
    ]);
    expect(printed).toEqual([]);
  });

  it('by credentials that have expired, or are nobody’s, is said in a sentence, status 1', async () => {
    const expired =
      '<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>expired</Message></Error></ErrorResponse>';
    played = { ...answers, GetCallerIdentity: () => ({ xml: expired, status: 403 }) };
    expect(await run(['caf'])).toBe(1);
    expect(complained).toEqual([expect.stringMatching(/^AWS does not know who asks \(ExpiredToken\w*\)/)]);
  });

  // In a process of its own, as the SDK takes no errors of Node's that come out of another realm.
  it('without a network is said in a sentence, status 1, without a stack trace', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/rappel.ts', 'doctor', 'caf'], {
      encoding: 'utf8',
      env: { ...process.env, AWS_ENDPOINT_URL: 'http://127.0.0.1:9', NODE_NO_WARNINGS: '1' },
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'AWS cannot be reached (ECONNREFUSED): the doctor needs the network, and a region that answers\n',
    );
  });

  it.each([
    ['without an administration', []],
    ['with two', ['caf', 'assurance-maladie']],
    ['of none', ['atlantis']],
    ['with an unknown option', ['caf', '--mend']],
  ])('%s ends with status 2 and how it is written', async (_, parameters) => {
    expect(await run(parameters)).toBe(2);
    expect(complained.join('\n')).toMatch(/npm run doctor|one of/);
  });
});
