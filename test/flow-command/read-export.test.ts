import { FlowRefused } from '../../flow-language/read-flow.ts';
import { readExport, type ReadFlow } from '../../flow-language/read-export.ts';
import { goodbye, type Json, loop, whisper } from './exported-flows.ts';

const read = (value: unknown, name = 'office'): ReadFlow[] =>
  readExport(typeof value === 'string' ? value : JSON.stringify(value), { name });

const only = (value: unknown, name?: string): ReadFlow => {
  const [flow, ...others] = read(value, name);
  if (!flow || others.length > 0) throw new Error('not one flow');
  return flow;
};

const problemsOf = (value: unknown): string[] => {
  try {
    read(value);
  } catch (error) {
    if (error instanceof FlowRefused) return error.problems;
    throw error;
  }
  throw new Error('nothing is refused');
};

const typed = (value: unknown, name?: string) => {
  const { type, typeFrom } = only(value, name);
  return [type, typeFrom];
};

const resource = (Type: string, properties: Json): Json => ({ Type, Properties: properties });

const broken = (Content: unknown): Json => ({ Type: 'AWS::Connect::ContactFlow', Properties: { Content } });

const text = JSON.stringify(goodbye());

describe('a flow is read however it is wrapped', () => {
  const spellings: Record<string, unknown> = {
    'a bare document': goodbye(),
    'a document after a byte-order mark': `\uFEFF${text}`,
    'a document with line ends and spaces': `\r\n${JSON.stringify(goodbye(), null, 2)}\r\n`,
    'Content as text': { Content: text },
    'Content as an object': { Content: goodbye() },
    'Content as text with a byte-order mark': { Content: `\uFEFF${text}` },
    'Content in Content': { Content: JSON.stringify({ Content: goodbye() }) },
    'lower case': { name: 'office', type: 'CONTACT_FLOW', content: text },
    DescribeContactFlow: {
      ContactFlow: { Arn: 'arn:x', Id: 'x', Name: 'office', Type: 'CONTACT_FLOW', Content: text },
    },
    'a resource of CloudFormation': {
      Type: 'AWS::Connect::ContactFlow',
      Properties: { Name: 'office', Type: 'CONTACT_FLOW', InstanceArn: { Ref: 'Instance' }, Content: text },
    },
    'Fn::Sub': { Name: 'office', Content: { 'Fn::Sub': text } },
    'Fn::Sub with variables': { Name: 'office', Content: { 'Fn::Sub': [text, { Queue: 'q' }] } },
    'Fn::Join': { Name: 'office', Content: { 'Fn::Join': ['', [text.slice(0, 40), text.slice(40)]] } },
    'Fn::ToJsonString': { Name: 'office', Content: { 'Fn::ToJsonString': goodbye() } },
  };

  test.each(Object.entries(spellings))('%s', (_, value) => {
    const flow = only(value);
    expect(JSON.parse(flow.content)).toEqual(goodbye());
    expect(flow).toMatchObject({ name: 'office', type: 'CONTACT_FLOW' });
  });

  test('what only a deployment knows stays in the text as a placeholder', () => {
    const parts = [
      '{"StartAction":"',
      { Ref: 'Start' },
      '","Actions":[],"Arn":"',
      { 'Fn::GetAtt': ['Queue', 'QueueArn'] },
      '"}',
    ];
    const { content } = only({ Content: { 'Fn::Join': ['', parts] } });
    expect(JSON.parse(content)).toMatchObject({ StartAction: '${Start}', Arn: '${Queue.QueueArn}' });
  });

  test('a template gives every flow in it, each known by its logical id', () => {
    const flows = read({
      Resources: {
        Bucket: resource('AWS::S3::Bucket', {}),
        Main: resource('AWS::Connect::ContactFlow', { Name: 'main', Type: 'CONTACT_FLOW', Content: text }),
        Rules: resource('AWS::Connect::ContactFlowModule', { Name: { 'Fn::Sub': '${Stage}-rules' }, Content: text }),
      },
    });
    expect(flows.map(({ name, type }) => [name, type])).toEqual([
      ['main', 'CONTACT_FLOW'],
      ['${Stage}-rules', 'MODULE'],
    ]);
    expect(flows[0]?.otherNames).toContain('${Main.ContactFlowArn}');
  });

  test('the id and the ARN that the API answers are other names of the flow', () => {
    const { otherNames } = only({ ContactFlow: { Id: 'f-1', Arn: 'arn:f-1', Name: 'office', Content: text } });
    expect(otherNames).toEqual(['f-1', 'arn:f-1']);
  });

  test('the name is that of the wrapper, else of the metadata, else of the file', () => {
    expect(only({ Name: 'hall', Content: goodbye({ name: 'desk' }) }, 'file').name).toBe('hall');
    expect(only(goodbye({ name: 'desk' }), 'file').name).toBe('desk');
    expect(only(goodbye(), 'file').name).toBe('file');
  });
});

describe('the type of a flow', () => {
  test('is the given one before what the file says', () => {
    const [flow] = readExport(JSON.stringify(goodbye({ type: 'customerQueue' })), {
      name: 'x',
      type: 'AGENT_TRANSFER',
    });
    expect(flow).toMatchObject({ type: 'AGENT_TRANSFER', typeFrom: 'given' });
  });

  test.each([
    ['contactFlow', 'CONTACT_FLOW'],
    ['ContactFlow', 'CONTACT_FLOW'],
    ['customerQueue', 'CUSTOMER_QUEUE'],
    ['CustomerQueue', 'CUSTOMER_QUEUE'],
    ['CUSTOMER_QUEUE', 'CUSTOMER_QUEUE'],
    ['agentWhisper', 'AGENT_WHISPER'],
    ['customerWhisper', 'CUSTOMER_WHISPER'],
    ['outboundWhisper', 'OUTBOUND_WHISPER'],
    ['customerHold', 'CUSTOMER_HOLD'],
    ['agentHold', 'AGENT_HOLD'],
    ['agentTransfer', 'AGENT_TRANSFER'],
    ['queueTransfer', 'QUEUE_TRANSFER'],
    ['flowModule', 'MODULE'],
  ])('is what the console writes as %s in the metadata', (word, type) => {
    expect(typed(goodbye({ type: word }))).toEqual([type, 'metadata']);
    expect(typed({ ...goodbye(), Metadata: { Type: word } })).toEqual([type, 'metadata']);
  });

  test('is that of the wrapper where the metadata say nothing', () => {
    expect(typed({ Type: 'QUEUE_TRANSFER', Content: text })).toEqual(['QUEUE_TRANSFER', 'wrapper']);
    expect(typed({ ContactFlowModule: { Name: 'm', Content: text } })).toEqual(['MODULE', 'wrapper']);
  });

  test('is inferred from the actions', () => {
    expect(typed(loop())).toEqual(['CUSTOMER_QUEUE', 'inferred']);
    expect(typed(loop(), 'Agent hold of the office')).toEqual(['AGENT_HOLD', 'inferred']);
    expect(typed(whisper())).toEqual(['AGENT_WHISPER', 'inferred']);
    expect(typed(whisper(), 'customer-whisper')).toEqual(['CUSTOMER_WHISPER', 'inferred']);
    const module = { ...goodbye(), Actions: [{ Identifier: 'end', Type: 'EndFlowModuleExecution' }] };
    expect(typed(module)).toEqual(['MODULE', 'inferred']);
  });

  test('is that of an inbound flow where nothing tells', () => {
    expect(typed(goodbye())).toEqual(['CONTACT_FLOW', 'default']);
  });
});

describe('what is no flow is refused with the reason', () => {
  test('the former format of the console', () => {
    const legacy = { modules: [{ id: 'a', type: 'PlayPrompt' }], version: '1', type: 'contactFlow', start: 'a' };
    expect(problemsOf(legacy).join()).toMatch(/^flow office: it is in the former format .* export it again$/);
    expect(problemsOf({ Name: 'old', Content: JSON.stringify(legacy) }).join()).toContain('former format');
  });

  test.each([
    ['nothing', '', 'it is empty'],
    ['cut JSON', '{"Actions": [', 'not JSON'],
    ['a list', '[]', 'not a JSON object'],
    ['another document', '{"swagger": "2.0"}', 'neither Actions nor Content'],
    ['a template without a flow', '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', 'a template without a flow'],
    ['a type that is not known', '{"Type": "FAX", "Content": "{}"}', 'its type FAX is not one of those'],
    ['Content that is a list', '{"Content": []}', 'neither text nor an object'],
  ])('%s', (_, value, reason) => {
    expect(problemsOf(value)).toEqual([expect.stringContaining(reason)]);
  });

  test('every faulty flow of a template, each by its name', () => {
    expect(problemsOf({ Resources: { One: broken('{'), Two: broken({}) } })).toEqual([
      expect.stringContaining('flow One: not JSON'),
      expect.stringContaining('flow Two: it is no flow'),
    ]);
  });
});
