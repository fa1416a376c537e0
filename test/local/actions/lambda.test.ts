import type { InvocationResult } from '../../../local/lambda/invoker.ts';
import { type Answer, answers } from '../running-centre.ts';
import { action, functionArn, invoke, say, type WrittenAction } from '../written-flows.ts';
import { call, failure, heardIn, refusalOf, toFailure } from './one-call.ts';

const start = (next: string, extra: Record<string, unknown> = {}): WrittenAction =>
  action(
    'start',
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: functionArn('slow'),
      InvocationType: 'ASYNCHRONOUS',
      InvocationTimeLimitSeconds: '60',
      ...extra,
    },
    { next, errors: toFailure },
  );
const said = '[$.LambdaInvocation.ResultData.word][$.External.word]';

describe('an asynchronous Lambda', () => {
  it('lets the flow go on at once, and its answer is there afterwards, apart from the others', async () => {
    const heard = await heardIn(
      [start('before'), say('before', said, 'after'), say('after', said, 'hang-up'), failure],
      {
        lambdas: { slow: answers({ word: 'fait' }) },
      },
    );
    expect(heard).toEqual(['[][]', '[fait][]']);
  });

  it('has an invocation of its own', async () => {
    const { heard } = await call(
      [
        start('first'),
        say('first', '$.LambdaInvocation.InvocationId', 'again'),
        { ...start('second'), Identifier: 'again' },
        say('second', '$.LambdaInvocation.InvocationId', 'hang-up'),
        failure,
      ],
      { lambdas: { slow: answers({}) } },
    );
    expect(new Set(heard()).size).toBe(2);
    expect(heard()).not.toContain('');
  });

  it.each<[string, Answer]>([
    ['error', () => ({ result: 'error', message: 'boum', logs: [] })],
    ['timeout', () => ({ result: 'timeout', logs: [] })],
    ['error', answers({ word: { deep: 'a' } })],
    ['error', () => Promise.reject(new Error('no worker'))],
  ])('that ends in %s is told, and leads nowhere: its flow is long past it', async (result, slow) => {
    const { heard, events, outcome } = await call([start('after'), say('after', said, 'hang-up'), failure], {
      lambdas: { slow },
    });
    expect(heard()).toEqual(['[][]']);
    expect(events.filter(({ kind }) => kind === 'lambda')).toMatchObject([
      { result, flow: 'inbound', action: 'start' },
    ]);
    expect(outcome()).toBe('told');
  });

  it('that does not exist takes the error branch', async () => {
    await expect(heardIn([start('after'), say('after', said, 'hang-up'), failure])).resolves.toEqual(['erreur']);
  });
});

const late = (): InvocationResult => ({ result: 'timeout', logs: [] });
const chain = (length: number): WrittenAction[] =>
  Array.from({ length }, (_, index) => {
    const next = index === length - 1 ? 'tell' : `ask-${index + 1}`;
    return invoke(`ask-${index}`, 'late', {}, { next, errors: { NoMatchingError: next } });
  });

describe('functions without a word between them', () => {
  it('have 20 s together: what is left for the last, and nothing after it', async () => {
    const { events } = await call([...chain(4), say('tell', 'enfin', 'hang-up')], { lambdas: { late } });
    expect(events.filter(({ kind }) => kind === 'lambda').map(({ at }) => at.slice(17, 23))).toEqual([
      '08.000',
      '16.000',
      '20.000',
    ]);
    expect(events.find(({ kind }) => kind === 'heard')?.at.slice(17, 23)).toBe('20.000');
  });

  it('have 20 s anew after each prompt', async () => {
    const spoken = chain(4).flatMap((ask, index) => [
      {
        ...ask,
        Transitions: {
          NextAction: `say-${index}`,
          Errors: [{ ErrorType: 'NoMatchingError', NextAction: `say-${index}` }],
        },
      },
      say(`say-${index}`, 'un instant', index === 3 ? 'hang-up' : `ask-${index + 1}`),
    ]);
    const { events } = await call(spoken, { lambdas: { late } });
    expect(events.filter(({ kind }) => kind === 'lambda')).toHaveLength(4);
  });
});

describe('an invocation', () => {
  it.each([
    [{ InvocationType: 'LATER' }, 'InvocationType is SYNCHRONOUS or ASYNCHRONOUS, not LATER'],
    [{ InvocationTimeLimitSeconds: '0' }, 'InvocationTimeLimitSeconds is at least 1'],
  ])('is refused with %j', (extra, reason) => {
    expect(refusalOf([start('failure', extra), failure, action('hang-up', 'DisconnectParticipant')])).toContain(reason);
  });

  it('takes the 30 s of older exports for the 8 s that a caller is kept at most', async () => {
    const flow = [
      action(
        'ask',
        'InvokeLambdaFunction',
        { LambdaFunctionARN: functionArn('late'), InvocationTimeLimitSeconds: '30' },
        { next: 'failure', errors: toFailure },
      ),
      failure,
    ];
    const { events } = await call(flow, { lambdas: { late: () => ({ result: 'timeout', logs: [] }) } });
    expect(events.find(({ kind }) => kind === 'heard')?.at.slice(17, 23)).toBe('08.000');
  });
});
