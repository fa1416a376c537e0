import { functionArn, hangUp, invoke, queueArn, say, toQueue, action, written } from '../local/written-flows.ts';
import { answers } from '../local/running-centre.ts';
import {
  content,
  endTest,
  error,
  hears,
  initiated,
  observation,
  override,
  result,
  runOn,
  starts,
  substitute,
  assert,
} from './written-test-cases.ts';

const looking = [
  invoke('look', 'look-up', {}, { next: 'tell', errors: { TimeLimitExceeded: 'late', NoMatchingError: 'failed' } }),
  say('tell', 'Trouvé $.External.found .', 'again'),
  invoke('again', 'look-up', {}, { next: 'tell-again', errors: { NoMatchingError: 'failed' } }),
  say('tell-again', 'Encore $.External.found .', 'hang-up'),
  say('late', 'Trop tard.', 'hang-up'),
  say('failed', 'Panne.', 'hang-up'),
  hangUp,
];
const lambdas = { 'look-up': answers({ found: 'vrai' }), other: answers({ found: 'autre' }) };
const lookUp = { LambdaFunctionARN: functionArn('look-up') };

/** What is heard where the function is overridden so at the start. */
const heardWith = async (...strategies: Record<string, unknown>[]) => {
  const actions = strategies.map((strategy) => override('InvokeLambdaFunction', lookUp, strategy));
  const ran = await runOn(looking, content(observation('start', initiated, { actions })), { lambdas });
  expect(ran.failures).toEqual([]);
  return ran.heard();
};

const late = (DelaySeconds: number) => result({ LoadedData: '{"found":"faux"}', DelaySeconds });

describe('a function', () => {
  it('is answered for once, and invoked the next time', async () => {
    expect(await heardWith()).toEqual(['Trouvé vrai .', 'Encore vrai .']);
    expect(await heardWith(result({ LoadedData: '{"found":"faux"}' }))).toEqual(['Trouvé faux .', 'Encore vrai .']);
    expect(await heardWith(result({ Value: '{"found":"faux"}' }))).toEqual(['Trouvé faux .', 'Encore vrai .']);
  });

  it('is answered for by several overrides one after the other', async () => {
    const faux = result({ LoadedData: '{"found":"faux"}' });
    const pire = result({ LoadedData: '{"found":"pire"}' });
    expect(await heardWith(faux, pire)).toEqual(['Trouvé faux .', 'Encore pire .']);
  });

  it('takes the branch of its error', async () => {
    expect(await heardWith(error('NoMatchingError'))).toEqual(['Panne.']);
    expect(await heardWith(error('TimeLimitExceeded'))).toEqual(['Trop tard.']);
  });

  it('answers late, and too late where that is its time limit', async () => {
    expect(await heardWith(late(7))).toEqual(['Trouvé faux .', 'Encore vrai .']);
    expect(await heardWith(late(8))).toEqual(['Trop tard.']);
  });

  it('refuses an answer that Connect would not take', async () => {
    expect(await heardWith(result({ LoadedData: '{"found":{"nested":"faux"}}' }))).toEqual(['Panne.']);
  });

  it('is another one', async () => {
    expect(await heardWith(substitute('Rappel-test-other'))).toEqual(['Trouvé autre .', 'Encore vrai .']);
  });
});

describe('opening hours', () => {
  const checking = [
    action(
      'check',
      'CheckHoursOfOperation',
      { HoursOfOperationId: 'office' },
      {
        next: 'open',
        when: { True: 'open', False: 'closed' },
        errors: { NoMatchingError: 'unknown' },
      },
    ),
    say('open', 'Ouvert.', 'hang-up'),
    say('closed', 'Fermé.', 'hang-up'),
    say('unknown', 'Inconnu.', 'hang-up'),
    hangUp,
  ];
  const said = async (...strategies: Record<string, unknown>[]) => {
    const actions = strategies.map((each) => override('CheckHoursOfOperation', { HoursOfOperationId: 'office' }, each));
    return (await runOn(checking, content(observation('start', initiated, { actions })))).heard();
  };

  it('are others, a result or an error', async () => {
    expect(await said()).toEqual(['Ouvert.']);
    expect(await said(substitute('never'))).toEqual(['Fermé.']);
    expect(await said(result({ Value: 'OutOfHours' }))).toEqual(['Fermé.']);
    expect(await said(result({ Value: 'InHours' }))).toEqual(['Ouvert.']);
    expect(await said(error('NoMatchingError'))).toEqual(['Inconnu.']);
  });
});

describe('a queue', () => {
  const queueing = toQueue().map((each) =>
    each.Identifier === 'queue'
      ? action(
          'queue',
          'TransferContactToQueue',
          {},
          { errors: { QueueAtCapacity: 'full', NoMatchingError: 'hang-up' } },
        )
      : each,
  );
  const flow = [...queueing, say('full', 'Complet.', 'hang-up')];
  const QueueId = queueArn('allocations');

  it('is full', async () => {
    const actions = [override('TransferContactToQueue', { QueueId }, error('QueueAtCapacity'))];
    expect((await runOn(flow, content(observation('start', initiated, { actions })))).heard()).toEqual(['Complet.']);
  });

  it('is another one, while its own is what the flow is seen to name', async () => {
    const waits = say('wait', 'Patientez.', 'end');
    const ran = await runOn(
      toQueue({ CustomerQueue: 'waiting' }),
      content(
        observation('start', initiated, {
          actions: [override('TransferContactToQueue', { QueueId }, substitute('logement'))],
        }),
        observation('queue', starts('TransferContactToQueue', { QueueId })),
        observation('waiting', hears('patientez'), {
          actions: [assert('$.Queue.Name', 'Equals', 'logement'), endTest()],
        }),
      ),
      { flows: { waiting: { type: 'CUSTOMER_QUEUE', content: written(waits, action('end', 'EndFlowExecution')) } } },
    );
    expect(ran.failures).toEqual([]);
  });
});
