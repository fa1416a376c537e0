import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readAssembly, type ReadAssemblyOptions } from '../../../local/assembly/read-assembly.ts';
import type { Template } from '../../../local/assembly/template.ts';
import type { Deployment } from '../../../local/deployment.ts';
import { smallTemplate, stackName, writeAssembly } from './hand-written-assembly.ts';

const written: string[] = [];
afterAll(() => written.forEach((directory) => rmSync(directory, { recursive: true })));

function read(change: (template: Template) => void = () => {}, options: ReadAssemblyOptions = {}): Deployment {
  const template = smallTemplate();
  change(template);
  const directory = writeAssembly(template);
  written.push(directory);
  return readAssembly(directory, stackName, options);
}
const withProperty = (logicalId: string, name: string, value: unknown) => (template: Template) => {
  const resource = template.Resources[logicalId];
  if (resource) resource.Properties = { ...resource.Properties, [name]: value };
};

describe('reading a synthesised stack', () => {
  it('gives every resource an id and an ARN that are the same at each reading', () => {
    const { stackName: name, instanceArn, instanceId, queues, flows } = read();
    const again = read();
    expect(name).toBe('Rappel-essai');
    expect(instanceArn).toBe(`arn:aws:connect:eu-central-1:111111111111:instance/${instanceId}`);
    expect(instanceId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(queues[0]?.arn).toBe(`${instanceArn}/queue/${queues[0]?.id}`);
    expect(again.queues).toEqual(queues);
    expect(again.flows).toEqual(flows);
  });

  it('resolves the references of flows and environments', () => {
    const { flows, queues, functions, tables, entryFlowArn } = read();
    const [teller] = functions;
    expect(JSON.parse(flows[0]?.content ?? '')).toEqual({ queue: queues[0]?.arn, hook: teller?.arn });
    expect(entryFlowArn).toBe(flows[0]?.arn);
    expect(teller?.environment).toEqual({
      LEDGER_TABLE: tables[0]?.name,
      RAPPEL_SECRET: expect.stringMatching(/^[0-9a-f]{64}$/),
      CONNECT_QUEUE_IDS: `{"allocations":"${queues[0]?.id}"}`,
    });
    expect(read().functions[0]?.environment).toEqual(teller?.environment);
  });

  it('reads flow modules among the flows', () => {
    const { flows, instanceArn } = read((template) => {
      template.Resources.Greeting = {
        Type: 'AWS::Connect::ContactFlowModule',
        Properties: { InstanceArn: { Ref: 'Instance' }, Name: 'greeting', Content: '{}' },
      };
    });
    expect(flows.at(-1)).toMatchObject({ name: 'greeting', type: 'MODULE', content: '{}' });
    expect(flows.at(-1)?.arn).toBe(`${instanceArn}/flow-module/${flows.at(-1)?.id}`);
  });

  it('finds the bundle of a function, its handler and its time-out', () => {
    const [teller] = read().functions;
    expect(teller).toMatchObject({ logicalId: 'Teller', handler: 'index.handler', timeoutSeconds: 8 });
    expect(teller?.directory).toBe(join(written.at(-1) ?? '', 'asset.abc'));
    expect(read().tables).toMatchObject([{ partitionKey: 'pk', timeToLiveAttribute: 'ttl' }]);
  });

  it('reads opening hours and their exceptions', () => {
    const [hours] = read().hours;
    expect(hours).toMatchObject({ timeZone: 'Europe/Paris', weekly: { monday: ['09:00-12:00', '13:30-24:00'] } });
    expect(hours?.overrides).toEqual([
      { date: '--12-25', ranges: [] },
      { date: '2026-05-14', ranges: [] },
      { date: '2026-05-15', ranges: ['10:00-11:00'] },
    ]);
  });

  it('gives the line a number kept for fiction, or its own', () => {
    expect(read().number).toBe('+33199000001');
    expect(read(undefined, { number: '+33199000002' }).queues[0]?.outboundCallerId).toBe('+33199000002');
    expect(read(undefined, { number: '+33123456789' }).number).toBe('+33123456789');
  });

  it('reads schedules, event rules and custom resources, without what a condition leaves out', () => {
    const { schedules, eventRules, customResources, functions } = read();
    const functionArn = functions[0]?.arn;
    expect(schedules).toEqual([{ name: expect.any(String), runs: { everySeconds: 60 }, functionArn, input: { a: 1 } }]);
    expect(eventRules).toMatchObject([{ pattern: { source: ['aws.connect'] }, functionArns: [functionArn] }]);
    expect(customResources).toEqual([{ logicalId: 'Place', functionArn, properties: { NumberArn: 'arn:number' } }]);
  });

  it('takes a country that the protect configuration does not name as one that an SMS reaches', () => {
    const { sms } = read();
    expect(sms.senderIds).toEqual([{ senderId: 'ESSAI', country: 'FR' }]);
    expect(sms.allowedCountries).toEqual(expect.arrayContaining(['FR', 'BE']));
    expect(sms.allowedCountries).not.toContain('US');
  });
});

describe('what is not played locally is refused by name', () => {
  it.each<[string, (template: Template) => void, RegExp]>([
    [
      'resource types, all at once',
      (template) => {
        template.Resources['Stream'] = { Type: 'AWS::Kinesis::Stream' };
        template.Resources['Consumer'] = { Type: 'AWS::Kinesis::StreamConsumer' };
      },
      /AWS::Kinesis::Stream \(Stream\), AWS::Kinesis::StreamConsumer \(Consumer\)/,
    ],
    [
      'a function',
      withProperty('Queue', 'Name', { 'Fn::ImportValue': 'x' }),
      /Queue\.Properties\.Name: Fn::ImportValue/,
    ],
    [
      'an attribute',
      withProperty('Queue', 'Name', { 'Fn::GetAtt': ['Ledger', 'StreamArn'] }),
      /Fn::GetAtt Ledger\.StreamArn \(AWS::DynamoDB::Table\)/,
    ],
    [
      'a dynamic reference',
      withProperty('Queue', 'Name', '{{resolve:ssm:/x}}'),
      /Queue\.Properties\.Name: \{\{resolve:ssm/,
    ],
    ['a pseudo parameter', withProperty('Queue', 'Name', { Ref: 'AWS::NotificationARNs' }), /AWS::NotificationARNs/],
    ['a missing resource', withProperty('Queue', 'Name', { Ref: 'Absent' }), /Absent: no such resource/],
    ['a single time', withProperty('Every', 'ScheduleExpression', 'at(2026-11-24T08:00:00)'), /at\(2026-11-24/],
    ['a last day', withProperty('Every', 'ScheduleExpression', 'cron(0 8 L * ? *)'), /"L" in the day of month of cron/],
    [
      'cron without any day',
      withProperty('Every', 'ScheduleExpression', 'cron(0 8 ? * ? *)'),
      /needs \? in exactly one/,
    ],
    [
      'a target outside the stack',
      withProperty('Contacts', 'Targets', [{ Id: 'Q', Arn: 'arn:aws:sqs:elsewhere' }]),
      /arn:aws:sqs:elsewhere/,
    ],
    [
      'a transformed input',
      withProperty('Contacts', 'Targets', [{ Id: 'Q', Arn: 'x', InputTransformer: {} }]),
      /InputTransformer of the target Q/,
    ],
    [
      'a property of another kind',
      withProperty('Queue', 'MaxContacts', 'many'),
      /Queue, AWS::Connect::Queue: [^]*expected number[^]*MaxContacts/,
    ],
    ['a stack without an inbound flow', withProperty('Inbound', 'Name', 'other'), /no flow inbound-fr/],
  ])('%s', (_, change, reason) => {
    expect(() => read(change)).toThrow(reason);
  });

  it('a stack that the assembly does not have', () => {
    read();
    expect(() => readAssembly(written.at(-1) ?? '', 'Rappel-autre')).toThrow('no stack Rappel-autre');
  });
});
