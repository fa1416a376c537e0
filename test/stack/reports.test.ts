import { columns } from '../../domain/reporting/columns.ts';
import { reportQueries } from '../../domain/reporting/queries.ts';
import { administration, ofType, property, resourcesOf, synthesiseLine } from './synthesise-line.ts';

const template = synthesiseLine(administration('caf'));
const resources = resourcesOf(template);
const propertiesOf = (type: string): Record<string, unknown>[] =>
  ofType(resources, type).map(([, { Properties }]) => Properties);
const [bucketId = ''] = ofType(resources, 'AWS::S3::Bucket').map(([id]) => id);

describe('the template', () => {
  it('stays a tenth below the million bytes that CloudFormation takes', () => {
    expect(Buffer.byteLength(JSON.stringify(template.toJSON()))).toBeLessThan(900_000);
  });
});

describe('the reports', () => {
  it('are compiled every night at half past three of the wall clock of the line, tried again, and else kept as failed', () => {
    const schedules = propertiesOf('AWS::Scheduler::Schedule');
    expect(schedules).toMatchObject([
      {
        ScheduleExpression: 'cron(30 3 * * ? *)',
        ScheduleExpressionTimezone: 'Europe/Paris',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          Input: '{}',
          RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 14_400 },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringContaining('DeadLetters'), 'Arn'] } },
        },
      },
    ]);
    const overseas = resourcesOf(synthesiseLine(administration('caf', { timeZone: 'Indian/Reunion' })));
    expect(ofType(overseas, 'AWS::Scheduler::Schedule')[0]?.[1].Properties).toMatchObject({
      ScheduleExpressionTimezone: 'Indian/Reunion',
    });
  });

  it('are compiled in a function that has a quarter of an hour, and read in one that has two minutes', () => {
    const timeouts = propertiesOf('AWS::Lambda::Function').map(({ FunctionName, Timeout }) => [FunctionName, Timeout]);
    expect(timeouts).toContainEqual(['Rappel-caf-compile-daily-report', 900]);
    expect(timeouts).toContainEqual(['Rappel-caf-query-report', 120]);
  });

  it('reach no object but those below the prefixes that each function needs, to list them as well', () => {
    expect(reach('Compile')).toEqual([
      ['s3:GetObject', ['/records/*'], []],
      ['s3:ListBucket', [''], ['records/*']],
      ['s3:GetObject s3:PutObject', ['/compiled/*', '/reports/*'], []],
      ['s3:ListBucket', [''], ['compiled/*', 'reports/*']],
    ]);
    expect(reach('Query')).toEqual([
      ['s3:GetObject', ['/compiled/persons/*', '/reports/*'], []],
      ['s3:ListBucket', [''], ['compiled/persons/*', 'reports/*']],
    ]);
  });

  it('are compiled by the schedule only through a role that may do nothing else', () => {
    const [role] = ofType(resources, 'AWS::IAM::Role').filter(([id]) =>
      id.startsWith('ReportingDailyReportNightlyRole'),
    );
    expect(role?.[1].Properties).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              {
                Action: 'lambda:InvokeFunction',
                Resource: { 'Fn::GetAtt': [expect.stringContaining('DailyReportCompile'), 'Arn'] },
              },
              { Action: 'sqs:SendMessage' },
            ],
          },
        },
      ],
    });
  });
});

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: { StringLike?: { 's3:prefix': string | string[] } };
}
/** What follows the ARN of the bucket. */
const reached = (resource: unknown): string[] =>
  (Array.isArray(resource) ? resource : [resource]).map((each) => {
    const text = JSON.stringify(each);
    expect(text).toContain(`{"Fn::GetAtt":["${bucketId}","Arn"]}`);
    return /\},"([^"]*)"\]\]/.exec(text)?.[1] ?? '';
  });
const listed = (condition: Statement['Condition']): string[] => [condition?.StringLike?.['s3:prefix'] ?? []].flat();
/** Actions on the bucket that a function may do, with where. */
const reach = (name: string): unknown[] => {
  const [role] = ofType(resources, 'AWS::IAM::Role').filter(([id]) => id.startsWith(`ReportingDailyReport${name}Role`));
  const policies =
    role === undefined ? [] : (property(role[1], 'Policies') as { PolicyDocument: { Statement: Statement[] } }[]);
  const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return statements
    .filter(({ Action }) => [Action].flat().some((action) => action.startsWith('s3:')))
    .map(({ Action, Resource, Condition }) => [[Action].flat().join(' '), reached(Resource), listed(Condition)]);
};

describe('Athena', () => {
  const tables = propertiesOf('AWS::Glue::Table').map(
    ({ TableInput }) => JSON.parse(JSON.stringify(TableInput)) as Table,
  );

  it('has a table for each compiled one, with its columns, by local day', () => {
    expect(tables.map(({ Name }) => Name)).toEqual(['calls', 'bookings', 'messages', 'persons']);
    for (const { Name, PartitionKeys, StorageDescriptor } of tables) {
      const named = StorageDescriptor.Columns.map((column) => ({ name: column.Name, type: column.Type }));
      expect(named).toEqual(columns[Name as keyof typeof columns]);
      expect(PartitionKeys).toEqual([{ Name: 'day', Type: 'string' }]);
      expect(StorageDescriptor.SerdeInfo).toEqual({ SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' });
    }
  });

  it('projects the days for which reports are kept, also east of UTC, onto the folders where they lie', () => {
    for (const { Name, Parameters } of tables) {
      expect(Parameters).toMatchObject({
        'projection.enabled': 'true',
        'projection.day.type': 'date',
        'projection.day.format': 'yyyy-MM-dd',
        'projection.day.range': 'NOW-400DAYS,NOW+1DAYS',
        'projection.day.interval': '1',
        'projection.day.interval.unit': 'DAYS',
        'storage.location.template': {
          'Fn::Join': ['', ['s3://', { Ref: bucketId }, `/compiled/${Name}/day=\${day}/`]],
        },
      });
    }
  });

  it('encrypts what it finds, below the prefix that is forgotten in days, and refuses to scan much', () => {
    expect(propertiesOf('AWS::Athena::WorkGroup')).toMatchObject([
      {
        Name: 'rappel-caf',
        WorkGroupConfiguration: {
          EnforceWorkGroupConfiguration: true,
          BytesScannedCutoffPerQuery: 21_474_836_480,
          ResultConfiguration: {
            OutputLocation: { 'Fn::Join': ['', ['s3://', { Ref: bucketId }, '/query-results/']] },
            EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' },
          },
        },
      },
    ]);
  });

  it('has every query, over these tables, unchanged but for their names', () => {
    const queries = propertiesOf('AWS::Athena::NamedQuery');
    expect(new Set(queries.map(({ Name }) => Name))).toEqual(new Set(reportQueries.map(({ name }) => name)));
    expect(queries).toHaveLength(reportQueries.length);
    for (const { Name, QueryString, Database } of queries) {
      expect(Database).toBe('rappel_caf');
      const restored = String(QueryString).replaceAll(/"rappel_caf"\."(\w+)"/g, '{$1}');
      expect(restored).toBe(reportQueries.find(({ name }) => name === Name)?.sql);
    }
  });

  it('names the database of an administration with a hyphen as Glue allows', () => {
    const hyphened = resourcesOf(synthesiseLine(administration('allo-service-public')));
    const [database] = ofType(hyphened, 'AWS::Glue::Database');
    expect(database?.[1].Properties).toMatchObject({ DatabaseInput: { Name: 'rappel_allo_service_public' } });
  });
});

interface Table {
  Name: string;
  Parameters: Record<string, unknown>;
  PartitionKeys: unknown[];
  StorageDescriptor: { Columns: { Name: string; Type: string }[]; SerdeInfo: unknown };
}
