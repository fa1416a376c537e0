import { functionArn, hangUp, invoke, menu, queueArn, say, toQueue } from '../local/written-flows.ts';
import { answers } from '../local/running-centre.ts';
import {
  assert,
  completed,
  content,
  endTest,
  hangsUp,
  hears,
  initiated,
  observation,
  press,
  runOn,
  starts,
} from './written-test-cases.ts';

const greeting = say('greet', 'Bonjour, ici la mairie.', 'choose');
const choice = menu('choose', 'Pour un acte, tapez 1.', { '1': 'act' }, 'other');
const line = [
  greeting,
  choice,
  say('act', 'Un acte de naissance.', 'hang-up'),
  say('other', 'Autre.', 'hang-up'),
  hangUp,
];

const order = (...names: [string, string][]) =>
  content(
    ...names.map(([name, next]) => observation(name, hears(name), { next: next === '' ? [] : [next] })),
    observation('naissance', hears('naissance')),
  );
const twoSentences = [say('one', 'Un naissance', 'two'), say('two', 'Deux', 'hang-up'), hangUp];

describe('observations', () => {
  it('are met one after the other, by what is heard and by the key that it is answered with', async () => {
    const { failures, events } = await runOn(
      line,
      content(
        observation('start', initiated, { next: ['greeting'] }),
        observation('greeting', hears('ici la mairie'), { next: ['choice'] }),
        observation('choice', hears('tapez 1'), { actions: [press('1')], next: ['act'] }),
        observation('act', hears('acte de naissance'), { next: ['end'] }),
        observation('end', completed),
      ),
    );
    expect(failures).toEqual([]);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'pressed', keys: '1' }));
  });

  it('take the keys as a number too', async () => {
    const { failures } = await runOn(
      line,
      content(
        observation('choice', hears('tapez 1'), { actions: [press(1)], next: ['act'] }),
        observation('act', hears('acte de naissance')),
      ),
    );
    expect(failures).toEqual([]);
  });

  it('fail where what is expected does not come, and say what was heard instead', async () => {
    const { failures } = await runOn(
      line,
      content(
        observation('choice', hears('tapez 1'), { next: ['act'] }),
        observation('act', hears('acte de naissance'), { next: ['after'] }),
        observation('after', hears('au revoir')),
      ),
    );
    expect(failures).toEqual([
      '"act" was not observed before the call ended: a message that contains « acte de naissance »; ' +
        'heard instead: « Bonjour, ici la mairie. », « Autre. »',
      '"after" was not reached: nothing that comes before it was observed',
    ]);
  });

  it('fail after five minutes of the line’s clock', async () => {
    const { failures, execution, outcome } = await runOn(
      toQueue(),
      content(observation('agent', hears('un agent vous répond'))),
    );
    expect(failures).toEqual([expect.stringContaining('"agent" was not observed within 5 minutes')]);
    expect(execution.endMilliseconds - execution.startMilliseconds).toBe(300_000);
    expect(outcome()).toBe('callerLeft');
  });

  it('that nothing leads to are met whenever their event comes; those in sequence only in their turn', async () => {
    expect((await runOn(twoSentences, order(['un', 'deux'], ['deux', '']))).failures).toEqual([]);
    expect((await runOn(twoSentences, order(['deux', 'un'], ['un', '']))).failures).toEqual([
      expect.stringContaining('"un" was not observed'),
    ]);
  });

  it('end the test before the action whose start they observe', async () => {
    const ended = await runOn(
      toQueue(),
      content(
        observation('queue', starts('TransferContactToQueue', { QueueId: queueArn('allocations') }), {
          actions: [assert('$.Queue.Name', 'Equals', 'allocations'), endTest()],
        }),
      ),
    );
    expect(ended.failures).toEqual([]);
    expect(ended.events).not.toContainEqual(expect.objectContaining({ kind: 'state', to: 'queued' }));
    expect(ended.events).toContainEqual(expect.objectContaining({ kind: 'ended' }));
  });

  it('are of functions, opening hours and queues, by id, ARN or name, and say what was started instead', async () => {
    const flow = [invoke('look', 'look-up', {}, { next: 'hang-up', errors: { NoMatchingError: 'hang-up' } }), hangUp];
    const lambdas = { 'look-up': answers({}), other: answers({}) };
    const looks = (LambdaFunctionARN: string) =>
      runOn(flow, content(observation('look', starts('InvokeLambdaFunction', { LambdaFunctionARN }))), { lambdas });
    expect((await looks(functionArn('look-up'))).failures).toEqual([]);
    expect((await looks('Rappel-test-look-up')).failures).toEqual([]);
    expect((await looks('Rappel-test-other')).failures).toEqual([
      '"look" was not observed before the call ended: InvokeLambdaFunction (Rappel-test-other); ' +
        'started instead: InvokeLambdaFunction (Rappel-test-look-up)',
    ]);
  });

  it('let the customer hang up, which completes the test', async () => {
    const { failures, outcome } = await runOn(
      line,
      content(
        observation('greeting', hears('la mairie'), { actions: [hangsUp()], next: ['end', 'choice'] }),
        observation('end', completed),
        observation('choice', hears('tapez 1')),
      ),
    );
    expect(failures).toEqual([expect.stringContaining('"choice" was not observed before the call ended')]);
    expect(outcome()).toBe('callerLeft');
  });
});
