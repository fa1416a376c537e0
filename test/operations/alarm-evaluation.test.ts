import * as fc from 'fast-check';
import type { AlarmState, MetricAlarm } from '../../local/alarms/alarm-definition.ts';
import { readAlarmRule } from '../../local/alarms/alarm-rule.ts';
import { evaluationRange, stateAfter } from '../../local/alarms/evaluation.ts';
import { readExpression } from '../../local/alarms/metric-math.ts';

type Missing = MetricAlarm['missing'];
const treatments: Missing[] = ['missing', 'ignore', 'breaching', 'notBreaching'];
const breaches = (value: number): boolean => value >= 1;

/** As the documentation writes it: 0 within the threshold, X breaching, - missing; the newest on the right. */
const written = (text: string): (number | undefined)[] =>
  text
    .split(' ')
    .map((each) => ({ '0': 0, X: 1 })[each])
    .toReversed();

const statesOf = (text: string, datapointsToAlarm: number, current: AlarmState): AlarmState[] =>
  treatments.map((missing) =>
    stateAfter(written(text), { evaluationPeriods: 3, datapointsToAlarm, breaches, missing }, current),
  );

describe('an alarm with missing data, as the tables of the CloudWatch User Guide have it', () => {
  const retained = 'retained';
  it.each<[string, number, [string, string, string, string]]>([
    ['0 - X - X', 3, ['OK', 'OK', 'OK', 'OK']],
    ['0 - - - -', 3, ['OK', 'OK', 'OK', 'OK']],
    ['- - - - -', 3, ['INSUFFICIENT_DATA', retained, 'ALARM', 'OK']],
    ['0 X X - X', 3, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['- - X - -', 3, ['ALARM', retained, 'ALARM', 'OK']],
    ['0 - X - X', 2, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 0 X 0 X', 2, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 - X - -', 2, ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - - 0', 2, ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - X -', 2, ['ALARM', retained, 'ALARM', 'OK']],
  ])('%s, %i of 3', (text, datapointsToAlarm, expected) => {
    for (const current of ['OK', 'ALARM'] as const) {
      const states = expected.map((state) => (state === retained ? current : state));
      expect(statesOf(text, datapointsToAlarm, current)).toEqual(states);
    }
  });

  it('does not go into alarm on what the next datapoint may still contradict', () => {
    for (const text of ['- - - - X', '- - - X -']) expect(statesOf(text, 3, 'OK')[0]).toBe('OK');
  });
});

describe('an alarm without missing data', () => {
  const state = fc.constantFrom<AlarmState>('OK', 'ALARM', 'INSUFFICIENT_DATA');
  const judgement = fc
    .record({ evaluationPeriods: fc.integer({ min: 1, max: 30 }), missing: fc.constantFrom(...treatments) })
    .chain((rule) =>
      fc.integer({ min: 1, max: rule.evaluationPeriods }).map((m) => ({ ...rule, datapointsToAlarm: m })),
    );

  it('is raised by M of the newest N datapoints, whatever they were before and however missing ones are treated', () => {
    fc.assert(
      fc.property(judgement, state, fc.infiniteStream(fc.constantFrom(0, 1, 2)), (rule, current, stream) => {
        const points = [...stream.take(evaluationRange(rule.evaluationPeriods))];
        const breaching = points.slice(0, rule.evaluationPeriods).filter(breaches).length;
        const expected = breaching >= rule.datapointsToAlarm ? 'ALARM' : 'OK';
        expect(stateAfter(points, { ...rule, breaches }, current)).toBe(expected);
      }),
    );
  });

  it('that treats silence as bad is raised by silence, one that treats it as good ended, one that ignores it left as it is', () => {
    fc.assert(
      fc.property(judgement, state, (rule, current) => {
        const silence = Array.from({ length: evaluationRange(rule.evaluationPeriods) }, () => undefined);
        const judged = (missing: Missing) => stateAfter(silence, { ...rule, missing, breaches }, current);
        expect(treatments.map(judged)).toEqual(['INSUFFICIENT_DATA', current, 'ALARM', 'OK']);
      }),
    );
  });

  it('is not raised by datapoints and silence that together are too few, where silence is good', () => {
    const points = fc.array(fc.constantFrom(0, 1, undefined), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(judgement, state, points, (rule, current, all) => {
        const datapoints = all.slice(0, evaluationRange(rule.evaluationPeriods));
        fc.pre(datapoints.filter((point) => point === 1).length < rule.datapointsToAlarm);
        expect(stateAfter(datapoints, { ...rule, missing: 'notBreaching', breaches }, current)).toBe('OK');
      }),
    );
  });
});

describe('a composite alarm', () => {
  const states: Record<string, AlarmState> = {
    a: 'ALARM',
    b: 'OK',
    c: 'INSUFFICIENT_DATA',
    'arn:x:alarm:d e': 'ALARM',
  };
  const holds = (rule: string): boolean => readAlarmRule(rule)((name) => states[name]);

  it.each<[string, boolean]>([
    ['ALARM(a)', true],
    ['ALARM("a")', true],
    ['OK("b")', true],
    ['ALARM("arn:x:alarm:d e")', true],
    ['ALARM("unknown")', false],
    ['INSUFFICIENT_DATA(c)', true],
    ['ALARM(a) AND ALARM(b)', false],
    ['ALARM(a) OR ALARM(b)', true],
    ['NOT ALARM(b)', true],
    ['NOT (ALARM(a) OR OK(b))', false],
    ['ALARM(a) OR ALARM(b) AND ALARM(b)', true],
    ['(ALARM(a) OR ALARM(b)) AND ALARM(b)', false],
    ['NOT ALARM(a) AND ALARM(b) OR TRUE', true],
    ['FALSE', false],
  ])('%s', (rule, expected) => {
    expect(holds(rule)).toBe(expected);
  });

  it.each(['', 'ALARM(', 'ALARM(a) ALARM(b)', 'ALARM(a) XOR OK(b)', '(ALARM(a)', 'AT_LEAST(2, ALARM, (a, b))'])(
    'whose rule is "%s" is refused',
    (rule) => {
      expect(() => readAlarmRule(rule)).toThrow('is not understood');
    },
  );
});

describe('metric math', () => {
  const values: Record<string, number> = { a: 6, b: 2, zero: 0 };
  const value = (expression: string) => readExpression(expression)((id) => values[id]);

  it.each<[string, number | undefined]>([
    ['a - b', 4],
    ['a - b - b', 2],
    ['a + b * 3', 12],
    ['(a + b) * 3', 24],
    ['a / b', 3],
    ['a / zero', undefined],
    ['a + missing', undefined],
    ['a + FILL(missing, 0)', 6],
    ['FILL(a, 0)', 6],
    ['IF(a > b, a, b)', 6],
    ['IF(a < b, a, b)', 2],
    ['IF(a >= 6 AND b >= 3, 1, 0)', 0],
    ['IF(a >= 7 OR b == 2, 1, 0)', 1],
    ['IF(missing, 1, 0)', undefined],
    ['a != 6', 0],
    ['0.5 * a', 3],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each(['SUM(METRICS())', 'RATE(a)', 'a +', 'SEARCH(a, b)', "'a'", 'a b', 'FILL(a, 0'])('%s is refused', (text) => {
    expect(() => readExpression(text)).toThrow(`metric math ${text}: `);
  });
});
