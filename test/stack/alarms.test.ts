import { readFileSync } from 'node:fs';
import { administration, ofType, property, resourcesOf, synthesiseLine } from './synthesise-line.ts';

const resources = resourcesOf(synthesiseLine(administration('assurance-maladie')));
const metricAlarms = ofType(resources, 'AWS::CloudWatch::Alarm');
const alarms = [...metricAlarms, ...ofType(resources, 'AWS::CloudWatch::CompositeAlarm')];
const runbook = readFileSync('docs/runbook.md', 'utf8');
/** As a code forge makes anchors of titles of one word. */
const sections = [...runbook.matchAll(/^## (\w+)$/gmu)].map(([, title = '']) => title);
const parts = ['What callers live', 'How to check', 'How to mend it', 'When not to act'];

describe('an alarm', () => {
  it.each(alarms)('%s says what callers suffer, and names its section of the runbook', (_, alarm) => {
    const [, suffers, anchor] = /^(.+\.) docs\/runbook\.md#(\w+)$/u.exec(property(alarm, 'AlarmDescription')) ?? [];
    expect(suffers).toMatch(/\b(people|nobody|callers)\b/iu);
    expect(sections.map((title) => title.toLowerCase())).toContain(anchor);
  });

  it.each(alarms)('%s is named as its section is, after the administration', (_, alarm) => {
    const [, , name] = String(property(alarm, 'AlarmName')).split(/^(Rappel-assurance-maladie)-/u);
    expect(sections).toContain(name?.split('-')[0]);
    expect(String(property(alarm, 'AlarmDescription'))).toContain(`#${name?.split('-')[0]?.toLowerCase()}`);
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

  it('reads ten metrics at most, all of one period, as CloudWatch has it', () => {
    for (const [, { Properties }] of metricAlarms) {
      const metrics = (Properties['Metrics'] ?? []) as { MetricStat?: { Period: number } }[];
      const periods = metrics.flatMap(({ MetricStat }) => MetricStat?.Period ?? []);
      expect(periods.length).toBeLessThanOrEqual(10);
      expect(new Set(periods).size).toBeLessThanOrEqual(1);
    }
  });

  it('takes silence as good news, but for what must be heard of', () => {
    const others = metricAlarms.filter(([, { Properties }]) => Properties['TreatMissingData'] !== 'notBreaching');
    expect(Object.fromEntries(others.map(([, alarm]) => [nameOf(alarm), property(alarm, 'TreatMissingData')]))).toEqual(
      {
        DispatcherStopped: 'breaching',
        ReportMissing: 'breaching',
        HolidaysEnding: 'ignore',
      },
    );
  });
});

const nameOf = (alarm: Parameters<typeof property>[0]): string =>
  String(property(alarm, 'AlarmName')).replace('Rappel-assurance-maladie-', '');

describe('the line is down', () => {
  it('when its number leads nowhere, its first flow fails, or no queue at all has anybody to serve it', () => {
    const [[, composite] = []] = ofType(resources, 'AWS::CloudWatch::CompositeAlarm');
    const rule = JSON.stringify(composite && property(composite, 'AlarmRule'));
    const named = [...rule.matchAll(/Alarms(\w+?)[0-9A-F]{8}/gu)].map(([, name]) => name);
    expect(named).toEqual([
      'NumberMisplaced',
      'CallersDroppedAtOnce',
      'QueueUnstaffeddroits',
      'QueueUnstaffedindemnites',
    ]);
    expect(rule.match(/\bAND\b/gu)).toHaveLength(1);
    expect(rule.match(/\bOR\b/gu)).toHaveLength(2);
  });
});

describe('the runbook', () => {
  it('has no section that no alarm leads to', () => {
    const anchors = alarms.map(([, alarm]) => String(property(alarm, 'AlarmDescription')).split('#')[1]);
    expect(new Set(sections.map((title) => title.toLowerCase()))).toEqual(new Set(anchors));
  });

  it.each(sections)('says of %s what callers live, how to check, how to mend it and when not to act', (title) => {
    const section = runbook.split(/^## /mu).find((text) => text.startsWith(`${title}\n`)) ?? '';
    for (const part of parts) expect(section).toContain(`**${part}.**`);
  });
});
