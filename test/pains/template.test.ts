import {
  administration,
  creationOrder,
  ofType,
  property,
  resourcesOf,
  synthesiseLine,
} from '../stack/synthesise-line.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}
const resources = resourcesOf(synthesiseLine(administration('caf')));
const flows = ofType(resources, 'AWS::Connect::ContactFlow');
const roles = ofType(resources, 'AWS::IAM::Role').map(([id, role]) => ({
  id,
  statements: property(role, 'Policies').flatMap(
    ({ PolicyDocument }: { PolicyDocument: { Statement: Statement[] } }) => PolicyDocument.Statement,
  ) as Statement[],
}));
const actionsOf = ({ Action }: Statement): string[] => [Action].flat();

describe('the flows of a stack', () => {
  it('pain: flows are full of ARNs of somebody else’s instance, to be re-pointed by hand', () => {
    const literal = /arn:aws[\w-]*:(connect|lambda|lex)|instance\/[0-9a-f-]{8}/u;
    // Connect's own views are the same in every instance of a region.
    const ofConnect = /arn:aws:connect:eu-central-1:aws:view\/[a-z]+:1/gu;
    expect(flows.length).toBeGreaterThan(20);
    for (const [id, flow] of flows) {
      const content = JSON.stringify(flow.Properties['Content']);
      expect([id, literal.exec(content.replaceAll(ofConnect, ''))?.[0]]).toEqual([id, undefined]);
      for (const [, named = ''] of content.matchAll(/"Fn::GetAtt":\["(\w+)"/gu))
        expect(resources).toHaveProperty(named);
    }
  });

  it('pain: flows that refer to one another in a circle cannot be deployed', () => {
    expect(creationOrder(resources)).toHaveLength(Object.keys(resources).length);
  });

  it('pain: what the API refuses is found out at the deployment', () => {
    const content = flows.map(([, flow]) => JSON.stringify(flow.Properties['Content'])).join('');
    for (const old of ['FlattenedQueueId', '"contactAttributes"', '"modules"', 'AWS::NoValue']) {
      expect(content).not.toContain(old);
    }
  });
});

describe('the callbacks of a stack', () => {
  it('pain: a callback keeps its place only where no queue has another priority, and nobody checks', () => {
    const voice = ofType(resources, 'AWS::Connect::RoutingProfile')
      .flatMap(([, profile]): { Priority: number; Delay: number; QueueReference: { Channel: string } }[] =>
        property(profile, 'QueueConfigs'),
      )
      .filter(({ QueueReference }) => QueueReference.Channel === 'VOICE');
    expect(voice.length).toBeGreaterThan(0);
    expect(new Set(voice.map(({ Priority, Delay }) => `${Priority} ${Delay}`))).toEqual(new Set(['1 0']));
  });
});

describe('the roles of a stack', () => {
  it('pain: one role may do everything, on every resource', () => {
    const functions = ofType(resources, 'AWS::Lambda::Function').map(([, fn]) => JSON.stringify(fn.Properties['Role']));
    expect(new Set(functions).size).toBe(functions.length);
    for (const { id, statements } of roles) {
      const wild = statements.filter(({ Resource }) => Resource === '*').flatMap(actionsOf);
      expect([id, wild.filter((action) => !action.startsWith('xray:'))]).toEqual([id, []]);
      expect([id, statements.flatMap(actionsOf).filter((action) => action.includes('*'))]).toEqual([id, []]);
    }
  });

  it('pain: each caller has the whole table scanned', () => {
    // Who asks to be forgotten is looked for everywhere, once, while no caller waits.
    const ofCalls = roles.filter(({ id }) => !id.startsWith('Forgetting'));
    const allowed = ofCalls.flatMap(({ statements }) => statements.flatMap(actionsOf));
    expect(allowed).toContain('dynamodb:GetItem');
    expect(allowed.filter((action) => /:(Scan|Query|PartiQL)/u.test(action))).toEqual([]);
  });

  it('pain: what people said or keyed in is kept for ever, unencrypted', () => {
    for (const [, { Properties }] of ofType(resources, 'AWS::DynamoDB::Table')) {
      expect(Properties).toMatchObject({
        TimeToLiveSpecification: { Enabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      });
    }
    for (const [, { Properties }] of ofType(resources, 'AWS::Logs::LogGroup')) {
      expect(Properties).toMatchObject({ RetentionInDays: expect.any(Number), KmsKeyId: expect.anything() });
    }
  });
});
