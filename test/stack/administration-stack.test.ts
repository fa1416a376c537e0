import {
  creationOrder,
  administration,
  aNumber,
  ofType,
  property,
  resourcesOf,
  synthesiseLine,
  waitsFor,
} from './synthesise-line.ts';

const template = synthesiseLine(administration('caf'));
const resources = resourcesOf(template);
const withNumber = resourcesOf(synthesiseLine(administration('caf', { number: aNumber })));

/** All queues but the line's own, where no caller waits and from which nobody is called. */
const callersQueues = (of: typeof resources) =>
  ofType(of, 'AWS::Connect::Queue').filter(([id]) => id.startsWith('ContactCentreQueue'));
const idsOf = (type: string): string[] => ofType(resources, type).map(([id]) => id);

describe('what holds data', () => {
  it('keeps its logical ids, since another id is another, empty resource', () => {
    const line = resourcesOf(synthesiseLine(administration('caf')));
    const holding = [
      'AWS::KMS::Key',
      'AWS::SecretsManager::Secret',
      'AWS::DynamoDB::Table',
      'AWS::Connect::Instance',
      'AWS::Connect::Queue',
    ];
    expect(holding.map((type) => ofType(line, type).map(([id]) => id))).toEqual([
      ['FoundationKeyCE5FC256'],
      ['FoundationSecretEFD1A9C6'],
      ['LedgerTable9343E4AA'],
      ['ContactCentreInstance9829F93B'],
      ['ContactCentreQueueallocations1A5233D2', 'ContactCentreSupervisionD76B1E44'],
    ]);
  });

  it.each(['AWS::KMS::Key', 'AWS::SecretsManager::Secret', 'AWS::DynamoDB::Table', 'AWS::Connect::Instance'])(
    'outlives the stack: %s',
    (type) => {
      for (const [, { DeletionPolicy, UpdateReplacePolicy }] of ofType(resources, type)) {
        expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
      }
    },
  );

  it('is a ledger encrypted under a key that rotates, restorable to any second, forgetful by ttl, protected from deletion', () => {
    expect(resources['LedgerTable9343E4AA']?.Properties).toMatchObject({
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: {
        SSEEnabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: { 'Fn::GetAtt': ['FoundationKeyCE5FC256', 'Arn'] },
      },
    });
    expect(resources['FoundationKeyCE5FC256']?.Properties).toMatchObject({ EnableKeyRotation: true });
  });

  it('has no secret value in the template', () => {
    const [[, fn] = ['', undefined]] = ofType(resources, 'AWS::Lambda::Function').filter(([id]) =>
      id.startsWith('CallbackBookSlot'),
    );
    const variables = JSON.stringify(fn?.Properties['Environment']);
    expect(variables).toContain('{{resolve:secretsmanager:');
    expect(variables).toContain('FoundationSecretEFD1A9C6');
  });
});

describe('every log group', () => {
  it('is encrypted and forgets after the days of the file', () => {
    const groups = ofType(resources, 'AWS::Logs::LogGroup');
    // Beside those of the functions: of the flows, and of the stream of records.
    expect(groups.length).toBe(idsOf('AWS::Lambda::Function').length + 2);
    for (const [, { Properties }] of groups) {
      expect(Properties).toMatchObject({
        RetentionInDays: 90,
        KmsKeyId: { 'Fn::GetAtt': ['FoundationKeyCE5FC256', 'Arn'] },
      });
    }
  });

  it('of the flows has the name Connect writes to, and exists before the instance', () => {
    const [id = ''] =
      ofType(resources, 'AWS::Logs::LogGroup').find(([, { Properties }]) => Properties['LogGroupName']) ?? [];
    expect(resources[id]?.Properties['LogGroupName']).toBe(`/aws/connect/${administration('caf').alias}`);
    expect(waitsFor(resources['ContactCentreInstance9829F93B']!)).toContain(id);
  });
});

describe('the telephone number', () => {
  it('has no resource while the file says none', () => {
    expect(Object.values(resources).filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([]);
    expect(JSON.stringify(resources)).not.toContain('OutboundCallerIdNumberArn');
  });

  it('is placed on the instance, then named by the queues, and enters the inbound flow last', () => {
    const order = creationOrder(withNumber);
    const at = (type: string): number[] => ofType(withNumber, type).map(([id]) => order.indexOf(id));
    const [placed = -1] = at('Custom::PlacedNumber');
    const [attached = -1] = at('Custom::AttachedNumber');
    expect(placed).toBeGreaterThan(at('AWS::Connect::Instance')[0]!);
    for (const [, queue] of callersQueues(withNumber)) {
      expect(waitsFor(queue)).toContain(ofType(withNumber, 'Custom::PlacedNumber')[0]![0]);
      expect(queue.Properties['OutboundCallerConfig']).toMatchObject({ OutboundCallerIdNumberArn: aNumber.arn });
    }
    const [attachedResource] = ofType(withNumber, 'Custom::AttachedNumber').map(([, resource]) => resource);
    expect([...waitsFor(attachedResource!)].filter((id) => id.startsWith('Flowsinboundfr'))).toHaveLength(1);
    expect(attached).toBeGreaterThan(placed);
  });

  it('changes nothing else: the same ids as without it', () => {
    const others = Object.keys(withNumber).filter((id) => !id.startsWith('Number'));
    expect(others).toEqual(Object.keys(resources));
  });
});

describe('the contact centre', () => {
  it.each(['caf', 'assurance-maladie'])('of %s can be created: nothing waits for itself', (id) => {
    for (const number of ['none', aNumber] as const) {
      expect(creationOrder(resourcesOf(synthesiseLine(administration(id, { number })))).length).toBeGreaterThan(50);
    }
  });

  it('gives every queue one priority and no delay, so that a place in the queue is a place', () => {
    const configured = ofType(resources, 'AWS::Connect::RoutingProfile').flatMap(
      ([, profile]): { Priority: number; Delay: number }[] => property(profile, 'QueueConfigs'),
    );
    expect(configured).toHaveLength(idsOf('AWS::Connect::Queue').length);
    expect(new Set(configured.map(({ Priority, Delay }) => `${Priority} ${Delay}`))).toEqual(new Set(['1 0']));
  });

  it('says the outbound whisper on every call it makes, and that flow names no queue', () => {
    for (const [, { Properties }] of callersQueues(resources)) {
      expect(JSON.stringify(Properties['OutboundCallerConfig'])).toMatch(/Flowsoutboundwhisper/);
    }
    const [[, whisper] = ['', undefined]] = ofType(resources, 'AWS::Connect::ContactFlow').filter(([id]) =>
      id.startsWith('Flowsoutboundwhisper'),
    );
    expect([...waitsFor(whisper!)].filter((id) => id.startsWith('ContactCentreQueue'))).toEqual([]);
  });

  it('opens to its flows the functions they invoke, before they are published, a few at a time', () => {
    const associations = ofType(resources, 'AWS::Connect::IntegrationAssociation');
    expect(associations).toHaveLength(18);
    const functionOf = new Map(
      associations.map(([id, { Properties }]) => [id, JSON.stringify(Properties['IntegrationArn'])]),
    );
    for (const [, flow] of ofType(resources, 'AWS::Connect::ContactFlow')) {
      const content = JSON.stringify(flow.Properties['Content']);
      for (const [id, arn] of functionOf) expect([id, waitsFor(flow).has(id)]).toEqual([id, content.includes(arn)]);
    }
    const waiting = associations.filter(([, association]) =>
      [association.DependsOn ?? []].flat().some((id) => functionOf.has(id)),
    );
    expect(waiting).toHaveLength(15);
  });

  it('calls back through the flow that answers, which no function it invokes waits for', () => {
    const dispatcher = ofType(resources, 'AWS::Lambda::Function').find(([id]) =>
      id.startsWith('CallbackDialDueCallbacks'),
    )?.[1];
    expect(JSON.stringify(dispatcher?.Properties['Environment'])).toMatch(
      /CONNECT_CALLBACK_FLOW_ID.*Flowscallbackansweredfr/,
    );
  });
});

describe('the supervisors', () => {
  it('have a queue of their own, open as the line is, and take tasks of it and no calls', () => {
    const queueArn = { 'Fn::GetAtt': ['ContactCentreSupervisionD76B1E44', 'QueueArn'] };
    const profiles = ofType(resources, 'AWS::Connect::RoutingProfile').map(([, { Properties }]) => Properties);
    expect(profiles).toContainEqual(
      expect.objectContaining({
        Name: 'rappel-supervisor',
        MediaConcurrencies: [{ Channel: 'TASK', Concurrency: 1 }],
        QueueConfigs: [{ Priority: 1, Delay: 0, QueueReference: { Channel: 'TASK', QueueArn: queueArn } }],
      }),
    );
    const agents = profiles.find(({ Name }) => Name === 'rappel');
    expect(JSON.stringify(agents)).not.toMatch(/TASK|Supervision/u);
  });
});

const permissionsOf = (name: string): string[] => {
  const profiles = ofType(resources, 'AWS::Connect::SecurityProfile').map(([, { Properties }]) => Properties);
  return profiles.find(({ SecurityProfileName }) => SecurityProfileName === name)?.['Permissions'] as string[];
};

const agentGuides = (id: string): unknown[] =>
  ofType(resourcesOf(synthesiseLine(administration(id))), 'AWS::Connect::ContactFlow')
    .map(([, { Properties }]) => Properties['Name'])
    .filter((name) => String(name).includes('agent-guide'));

describe('the guide of supervisors', () => {
  it('comes with a task that supervisors create, and that waits in their own queue', () => {
    const [[, task] = []] = ofType(resources, 'AWS::Connect::TaskTemplate');
    expect(task?.Properties).toMatchObject({
      Name: 'Annonce et rappels de la ligne',
      Status: 'ACTIVE',
      Fields: [{ Id: { Name: 'Name' }, Type: 'NAME' }],
    });
    const flow = JSON.stringify(task?.Properties['ContactFlowArn']);
    const [request] = ofType(resources, 'AWS::Connect::ContactFlow').filter(([id]) => flow.includes(id));
    expect(request?.[1].Properties['Name']).toBe('supervisor-request');
    expect(JSON.stringify(request?.[1].Properties['Content'])).toMatch(
      /DefaultAgentUI.*Flowssupervisorguide.*UpdateContactTargetQueue.*ContactCentreSupervision/,
    );
  });

  it('is seen by whoever may see guides, and started by nobody but supervisors: agents create no tasks, and get none', () => {
    expect(permissionsOf('rappel-supervisor')).toContain('CustomViews.Access');
    expect(permissionsOf('rappel-supervisor')).not.toContain('RestrictTaskCreation.Access');
    expect(permissionsOf('rappel-agent')).toEqual([
      'BasicAgentAccess',
      'CustomViews.Access',
      'RestrictTaskCreation.Access',
    ]);
  });
});

describe('the guide of agents', () => {
  it('is there in each language of a line whose file has texts to send, and for callers of whom nothing is remembered', () => {
    expect(agentGuides('caf')).toEqual(['plain-agent-guide', 'agent-guide-en', 'agent-guide-fr']);
  });

  it('is absent where the file has none', () => {
    expect(agentGuides('allo-service-public')).toEqual([]);
    const flows = ofType(
      resourcesOf(synthesiseLine(administration('allo-service-public'))),
      'AWS::Connect::ContactFlow',
    ).filter(([, { Properties }]) => Properties['Name'] !== 'supervisor-request');
    expect(JSON.stringify(flows)).not.toContain('AgentUI');
  });
});

describe('where an agent may pass a caller on to', () => {
  const line = resourcesOf(synthesiseLine(administration('assurance-maladie')));
  const arnOf = (type: string, name: string, attribute: string) => {
    const [id] = ofType(line, type).find(([, each]) => property(each, 'Name') === name) ?? [];
    return { 'Fn::GetAtt': [id, attribute] };
  };

  it('is every queue of the line, shown by one queue that each routing profile of agents has', () => {
    const shown = ofType(line, 'AWS::Connect::QuickConnect');
    const configs = ['droits', 'indemnites'].map((name) => ({
      QuickConnectType: 'QUEUE',
      QueueConfig: {
        QueueArn: arnOf('AWS::Connect::Queue', name, 'QueueArn'),
        ContactFlowArn: arnOf('AWS::Connect::ContactFlow', 'queue-transfer', 'ContactFlowArn'),
      },
    }));
    expect(shown.map(([, each]) => property(each, 'QuickConnectConfig'))).toEqual(configs);
    const [, transfers] = ofType(line, 'AWS::Connect::Queue').find(
      ([, each]) => property(each, 'Name') === 'transfers',
    )!;
    expect(property(transfers, 'QuickConnectArns')).toEqual(
      shown.map(([id]) => ({ 'Fn::GetAtt': [id, 'QuickConnectArn'] })),
    );
    const agents = ofType(line, 'AWS::Connect::RoutingProfile').find(
      ([, each]) => property(each, 'Name') === 'rappel',
    )!;
    expect(property(agents[1], 'DefaultOutboundQueueArn')).toEqual(
      arnOf('AWS::Connect::Queue', 'transfers', 'QueueArn'),
    );
  });

  it('is nowhere on a line with one queue', () => {
    expect(ofType(resources, 'AWS::Connect::QuickConnect')).toEqual([]);
  });
});

describe('a function that names queues', () => {
  it.each(['caf', 'assurance-maladie'])('knows each queue of %s by the id of that same queue', (id) => {
    const line = resourcesOf(synthesiseLine(administration(id)));
    const queues = callersQueues(line);
    const functions = ofType(line, 'AWS::Lambda::Function').map(([, each]) => JSON.stringify(each));
    const naming = functions.filter((text) => text.includes('CONNECT_QUEUE_IDS'));
    expect(naming).toHaveLength(2);
    for (const [queueId, { Properties }] of queues) {
      const entry = `${JSON.stringify(`"${String(Properties['Name'])}":"`).slice(1, -1)}",{"Fn::Select":[3,{"Fn::Split":["/",{"Fn::GetAtt":["${queueId}","QueueArn"]}]}]}`;
      for (const text of naming) expect(text).toContain(entry);
    }
  });
});

describe('synthesis', () => {
  it('gives the same template twice', () => {
    expect(synthesiseLine(administration('caf')).toJSON()).toEqual(template.toJSON());
  });

  it('needs no account: where the file names none, the template holds that of the deployment', () => {
    expect(JSON.stringify(resources)).toContain('AWS::AccountId');
    const fixed = synthesiseLine(administration('caf', { account: '111111111111' }));
    expect(JSON.stringify(fixed.toJSON())).not.toContain('AWS::AccountId');
  });
});
