import { readFileSync } from 'node:fs';
import { administration, ofType, property, resourcesOf, synthesiseLine } from './synthesise-line.ts';

const resources = resourcesOf(synthesiseLine(administration('assurance-maladie')));
const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
const runbook = readFileSync('docs/runbook.md', 'utf8');
/** As a code forge makes anchors of titles of one word. */
const sections = [...runbook.matchAll(/^## (\w+)$/gmu)].map(([, title = '']) => title.toLowerCase());

describe('an alarm', () => {
  it.each(alarms)('%s says what callers suffer, and names its section of the runbook', (_, alarm) => {
    const [, suffers, anchor] = /^(.+\.) docs\/runbook\.md#(\w+)$/u.exec(property(alarm, 'AlarmDescription')) ?? [];
    expect(suffers).toMatch(/\b(people|nobody|callers)\b/iu);
    expect(sections).toContain(anchor);
  });

  it.each(alarms)('%s is published when it begins and when it ends', (_, alarm) => {
    const topics = ofType(resources, 'AWS::SNS::Topic').map(([Ref]) => ({ Ref }));
    expect(property(alarm, 'AlarmActions')).toEqual(topics);
    expect(property(alarm, 'OKActions')).toEqual(topics);
  });

  it('may reach the topic, which is encrypted', () => {
    const [[, topic] = []] = ofType(resources, 'AWS::SNS::Topic');
    expect(topic?.Properties['KmsMasterKeyId']).toEqual({ 'Fn::GetAtt': ['FoundationKeyCE5FC256', 'Arn'] });
    const { Statement } = property(resources['FoundationKeyCE5FC256']!, 'KeyPolicy');
    const grants = Statement.find(({ Principal }: { Principal: { Service?: string } }) =>
      Principal.Service?.startsWith('cloudwatch'),
    );
    expect(grants.Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey*']);
  });

  it('is raised by one promise not kept, and by five minutes without a pass that succeeds, or without any news of one', () => {
    const rules = alarms.map(([id, alarm]) => [
      id.replaceAll(/^Callback|[0-9A-F]{8}$/gu, ''),
      ['ComparisonOperator', 'Threshold', 'TreatMissingData'].map((name) => property(alarm, name)),
    ]);
    const notKept = ['GreaterThanOrEqualToThreshold', 1, 'notBreaching'];
    expect(Object.fromEntries(rules)).toEqual({
      NotDialleddroits: notKept,
      NotDialledindemnites: notKept,
      Stopped: ['LessThanThreshold', 1, 'breaching'],
    });
  });
});

describe('the runbook', () => {
  it('has no section that no alarm leads to', () => {
    const anchors = alarms.map(([, alarm]) => String(property(alarm, 'AlarmDescription')).split('#')[1]);
    expect(new Set(sections)).toEqual(new Set(anchors));
  });
});
