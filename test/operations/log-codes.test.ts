import { globSync, readFileSync } from 'node:fs';
import { callbackMetrics } from '../../domain/callback/contract.ts';
import { positionMetrics } from '../../domain/position/contract.ts';
import { reportingMetrics } from '../../domain/reporting/contract.ts';
import { smsMetrics } from '../../domain/sms/contract.ts';
import { surveyMetrics } from '../../domain/survey/contract.ts';

const sources = globSync('lambdas/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const logged = new Set(
  sources.flatMap(({ text }) => [...text.matchAll(/\blog\(\s*'(\w+)'/gu)].map(([, code]) => code)),
);
const [codes = '', counts = ''] = readFileSync('docs/log-codes.md', 'utf8').split('## Counts for CloudWatch');
const rowsOf = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) =>
      [...(/^\| (`[^|]+)\|/u.exec(line)?.[1]?.matchAll(/`(\w+)`/gu) ?? [])].map(([, name]) => name ?? ''),
    );

describe('the page of log codes', () => {
  it('has every code that a function logs, and no other', () => {
    expect(new Set(rowsOf(codes))).toEqual(logged);
    expect(logged.size).toBeGreaterThan(40);
  });

  it('has every count that a function prints, and no other', () => {
    const printed = [callbackMetrics, positionMetrics, smsMetrics, surveyMetrics, reportingMetrics];
    expect(rowsOf(counts).toSorted()).toEqual(printed.flatMap((metrics) => Object.values(metrics)).toSorted());
  });
});

describe('a function', () => {
  it('prints by `log` and `count` alone, so that every line has a code and is JSON', () => {
    const others = sources.filter(
      ({ file, text }) => file !== 'lambdas/runtime/log.ts' && /\bconsole\b|\bprocess\.std(out|err)\b/u.test(text),
    );
    expect(others.map(({ file }) => file)).toEqual([]);
  });
});
