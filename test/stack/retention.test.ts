import { readFileSync } from 'node:fs';
import { administration, aNumber, ofType, property, resourcesOf, synthesiseLine } from './synthesise-line.ts';

const line = administration('caf', { number: aNumber, retentionDays: { bookings: 20, reports: 200, logs: 60 } });
const resources = resourcesOf(synthesiseLine(line));
const daySeconds = 86_400;
const page = readFileSync('docs/personal-data.md', 'utf8');

interface LifecycleRule {
  Status: string;
  Prefix?: string;
  ExpirationInDays?: number;
  NoncurrentVersionExpiration?: { NoncurrentDays: number };
}

/** What keeps something by its type; whatever else does is to be added here, and to the page. */
const keeping = ['AWS::DynamoDB::Table', 'AWS::Logs::LogGroup', 'AWS::S3::Bucket', 'AWS::SQS::Queue'];
const keepsToo = /^AWS::(RDS|EFS|Kinesis::Stream|OpenSearch|Timestream|DocDB|ElastiCache|Backup)/;

describe('everything personal has its end', () => {
  it('and is kept by nothing but a table, logs, buckets and queues', () => {
    const types = new Set(Object.values(resources).map(({ Type }) => Type));
    expect([...types].filter((type) => keepsToo.test(type))).toEqual([]);
    expect(keeping.filter((type) => !types.has(type))).toEqual([]);
  });

  it('in every log group: after the days of the file', () => {
    const kept = ofType(resources, 'AWS::Logs::LogGroup').map(([id, { Properties }]) => [
      id,
      Properties['RetentionInDays'],
    ]);
    expect(kept.filter(([, days]) => days !== 60)).toEqual([]);
  });

  it('in every bucket: after the days of the file, former versions within a week', () => {
    for (const [id, bucket] of ofType(resources, 'AWS::S3::Bucket')) {
      const { Rules } = property(bucket, 'LifecycleConfiguration') as { Rules: LifecycleRule[] };
      const ofAll = Rules.find(({ Prefix, Status }) => Prefix === undefined && Status === 'Enabled');
      expect([id, ofAll?.ExpirationInDays]).toEqual([id, 200]);
      expect(ofAll?.NoncurrentVersionExpiration?.NoncurrentDays).toBeLessThanOrEqual(7);
    }
  });

  it('in every queue of events: after 14 days at most', () => {
    for (const [id, queue] of ofType(resources, 'AWS::SQS::Queue')) {
      expect([id, Number(property(queue, 'MessageRetentionPeriod'))]).toEqual([id, 14 * daySeconds]);
    }
  });

  it('in the ledger: by the time to live of each item, with backups of at most 35 days', () => {
    for (const [, table] of ofType(resources, 'AWS::DynamoDB::Table')) {
      expect(property(table, 'TimeToLiveSpecification')).toEqual({ AttributeName: 'ttl', Enabled: true });
      const { RecoveryPeriodInDays = 35 } = property(table, 'PointInTimeRecoverySpecification') as {
        RecoveryPeriodInDays?: number;
      };
      expect(RecoveryPeriodInDays).toBeLessThanOrEqual(35);
    }
  });
});

describe('the page of personal data', () => {
  it('names every kind of item of the ledger that names a person, or a contact', () => {
    const sources = [
      'domain/callback/shards.ts',
      'domain/callback/traces.ts',
      'domain/sms/ledger-keys.ts',
      'domain/survey/contract.ts',
    ];
    const prefixes = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/`([A-Z]+)#\$\{/g)].map(([, prefix]) => prefix),
    );
    expect(new Set(prefixes).size).toBeGreaterThan(10);
    expect(prefixes.filter((prefix) => !page.includes(`\`${prefix}#`))).toEqual([]);
  });

  it('says what cannot be shortened: two years at Connect, 35 days of backup, 14 days of failed events', () => {
    expect(page).toMatch(/Amazon Connect \| \*\*24 months\*\*/);
    expect(page).toMatch(/point-in-time recovery \| 35 days/);
    expect(page).toMatch(/dead-letter queue \| 14 days/);
  });
});
