import { action, end, flowArn, hangUp, invoke, menu, say, toQueue, type WrittenAction } from '../written-flows.ts';
import { answers } from '../running-centre.ts';
import { call, failure, flowOf, heardIn, refusalOf, toFailure } from './one-call.ts';

const invokeModule = (id: string, next: string, extra: Record<string, unknown> = {}): WrittenAction =>
  action('module', 'InvokeFlowModule', { FlowModuleId: id, ...extra }, { next, errors: toFailure });
const returns = (parameters: Record<string, unknown> = {}): WrittenAction =>
  action('return', 'EndFlowModuleExecution', parameters);
const module = (...actions: WrittenAction[]) => flowOf('MODULE', ...actions, returns());
const after = say('after', 'après', 'hang-up');

describe('a module', () => {
  it.each(['greet', 'greet:$LATEST', flowArn('greet'), `${flowArn('greet')}:prod`])(
    'runs, by its id or ARN, alias or not, and its flow goes on: %s',
    async (id) => {
      const flows = { greet: module(say('hello', 'bonjour', 'return')) };
      await expect(heardIn([invokeModule(id, 'after'), after, failure], { flows })).resolves.toEqual([
        'bonjour',
        'après',
      ]);
    },
  );

  it('that does not exist, or is a flow, is an error', async () => {
    for (const id of ['nowhere', 'inbound'])
      await expect(heardIn([invokeModule(id, 'after'), after, failure])).resolves.toEqual(['erreur']);
  });

  it('is no flow that a call may be transferred to', async () => {
    const go = action('go', 'TransferToFlow', { ContactFlowId: 'greet' }, { errors: toFailure });
    await expect(heardIn([go, failure], { flows: { greet: module() } })).resolves.toEqual(['erreur']);
  });

  it('gets what its flow gives it and the attributes, and nothing else that the flow keeps', async () => {
    const flows = {
      tell: module(
        action('set', 'UpdateFlowAttributes', { FlowAttributes: { mine: { Value: 'perdu' } } }, 'say'),
        say(
          'say',
          '$.Modules.Input.who $.Attributes.kept [$.External.word][$.FlowAttributes.local][$.StoredCustomerInput]',
          'return',
        ),
      ),
    };
    const heard = await heardIn(
      [
        action('set', 'UpdateContactAttributes', { Attributes: { kept: 'oui' } }, 'flow-set'),
        action('flow-set', 'UpdateFlowAttributes', { FlowAttributes: { local: { Value: 'ici' } } }, 'ask'),
        invoke('ask', 'check', {}, { next: 'module' }),
        invokeModule('tell', 'after', { Input: { who: 'Ana $.External.word' } }),
        say('after', '$.External.word $.FlowAttributes.local [$.FlowAttributes.mine]', 'hang-up'),
        failure,
      ],
      { flows, lambdas: { check: answers({ word: 'dit' }) } },
    );
    expect(heard).toEqual(['Ana dit oui [][][]', 'dit ici []']);
  });

  it('gives back what it returns, in place of what the last one returned', async () => {
    const flows = {
      one: flowOf('MODULE', returns({ ResultData: { id: '12', name: 'Ana' } })),
      two: flowOf('MODULE', returns({ ResultData: { id: '$.Modules.Input.id' } })),
    };
    const heard = await heardIn(
      [
        invokeModule('one', 'say-one'),
        say('say-one', '$.Modules.ResultData.id $.Modules.ResultData.name', 'second'),
        { ...invokeModule('two', 'say-two', { Input: { id: '7' } }), Identifier: 'second' },
        say('say-two', '$.Modules.ResultData.id[$.Modules.ResultData.name]', 'hang-up'),
        failure,
      ],
      { flows },
    );
    expect(heard).toEqual(['12 Ana', '7[]']);
  });

  it('leads its flow along the branch that it names', async () => {
    const invocation = action(
      'module',
      'InvokeFlowModule',
      { FlowModuleId: 'm' },
      { next: 'after', when: { known: 'known' }, errors: { NoMatchingCondition: 'other', NoMatchingError: 'failure' } },
    );
    const actions = [invocation, after, failure, say('known', 'connu', 'hang-up'), say('other', 'autre', 'hang-up')];
    const heardOf = (result: Record<string, unknown>) =>
      heardIn(actions, { flows: { m: flowOf('MODULE', returns(result)) } });
    await expect(heardOf({ Result: 'known' })).resolves.toEqual(['connu']);
    await expect(heardOf({ Result: 'unknown' })).resolves.toEqual(['autre']);
    await expect(heardOf({})).resolves.toEqual(['après']);
  });

  it('may end the call', async () => {
    const flows = { bye: flowOf('MODULE', say('bye', 'au revoir', 'hang-up'), hangUp) };
    await expect(heardIn([invokeModule('bye', 'after'), after, failure], { flows })).resolves.toEqual(['au revoir']);
  });

  it('may transfer to a flow, which has no caller to go back to', async () => {
    const go = action('go', 'TransferToFlow', { ContactFlowId: 'second' }, { errors: { NoMatchingError: 'return' } });
    const flows = { away: module(go), second: flowOf('CONTACT_FLOW', say('there', 'là-bas', 'hang-up'), hangUp) };
    await expect(heardIn([invokeModule('away', 'after'), after, failure], { flows })).resolves.toEqual(['là-bas']);
  });
});

/** `m1` invokes `m2`, and so on to that depth. */
const nested = (depth: number) =>
  Object.fromEntries(
    Array.from({ length: depth }, (_, index) => {
      const deepest = index === depth - 1;
      const inner = action(
        'inner',
        'InvokeFlowModule',
        { FlowModuleId: `m${index + 2}` },
        { next: 'back', errors: { NoMatchingError: 'failed' } },
      );
      const steps = deepest
        ? [say('deep', 'au fond', 'return')]
        : [inner, say('back', `retour ${index + 1}`, 'return'), say('failed', `trop profond ${index + 1}`, 'return')];
      return [`m${index + 1}`, module(...steps)];
    }),
  );

describe('modules within modules', () => {
  it('go five deep, and come back from each', async () => {
    await expect(heardIn([invokeModule('m1', 'after'), after, failure], { flows: nested(5) })).resolves.toEqual([
      'au fond',
      'retour 4',
      'retour 3',
      'retour 2',
      'retour 1',
      'après',
    ]);
  });

  it('take the error branch of the sixth', async () => {
    const heard = await heardIn([invokeModule('m1', 'after'), after, failure], { flows: nested(6) });
    expect(heard[0]).toBe('trop profond 5');
    expect(heard.at(-1)).toBe('après');
  });
});

describe('an action that a module cannot run', () => {
  const loop = action(
    'loop',
    'MessageParticipantIteratively',
    { Messages: [{ Text: 'musique' }] },
    { errors: { NoMatchingError: 'told' } },
  );
  const told = say('told', 'pas ici', 'return');

  it('is published there, and takes its error branch as it runs', async () => {
    expect(refusalOf([loop, told, returns()], 'MODULE')).toBe('');
    await expect(
      heardIn([invokeModule('m', 'after'), after, failure], { flows: { m: module(loop, told) } }),
    ).resolves.toEqual(['pas ici', 'après']);
  });

  it('without an error branch drops the caller', async () => {
    const flows = { m: flowOf('MODULE', end) };
    const { events, outcome } = await call([invokeModule('m', 'after'), after, failure], { flows });
    expect(outcome()).toBe('dropped');
    expect(events.find(({ kind }) => kind === 'error')?.text).toContain(
      'EndFlowExecution is not supported in a module',
    );
  });

  it('is also one that the type of the invoking flow forbids', async () => {
    const flows = {
      m: module(menu('choose', 'Tapez un.', {}, 'told'), say('told', 'erreur du menu', 'return')),
      whisper: flowOf('CUSTOMER_WHISPER', { ...invokeModule('m', 'end') }, say('failure', 'erreur', 'end'), end),
    };
    const running = await call(toQueue({ CustomerWhisper: 'whisper' }).slice(0, -1), { flows, seconds: 5 });
    const agent = running.centre.logIn('Vous');
    await running.pass(1);
    agent.accept();
    await running.pass(20);
    expect(running.heard().slice(-1)).toEqual(['erreur du menu']);
  });
});

describe('a module document', () => {
  it('alone may return to the flow that invokes it', () => {
    expect(refusalOf([returns()])).toContain('EndFlowModuleExecution is not allowed in a flow of type CONTACT_FLOW');
    expect(refusalOf([returns()], 'MODULE')).toBe('');
  });
  it('holds no wait', () => {
    const wait = action('wait', 'Wait', { TimeLimitSeconds: '5' }, 'return');
    expect(refusalOf([wait, returns()], 'MODULE')).toContain('Wait is not allowed in a flow of type MODULE');
  });
});
