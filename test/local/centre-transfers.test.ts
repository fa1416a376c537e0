import type { ThirdPartyCall } from '../../local/connect/third-party.ts';
import { type RunningCentre, runCentre } from './running-centre.ts';
import { action, hangUp, menu, say, toQueue, type WrittenAction, written } from './written-flows.ts';

const transfer = (parameters: Record<string, unknown> = {}): WrittenAction =>
  action(
    'transfer',
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '+33199000050',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'True',
      ...parameters,
    },
    { next: 'back', errors: { CallFailed: 'failed', ConnectionTimeLimitExceeded: 'late', NoMatchingError: 'wrong' } },
  );
const flowsWith = (parameters: Record<string, unknown> = {}) => ({
  inbound: written(
    transfer(parameters),
    menu('back', 'Vous revoilà.', { '1': 'hang-up' }, 'hang-up'),
    say('failed', 'Injoignable.', 'hang-up'),
    say('late', 'Pas de réponse.', 'hang-up'),
    say('wrong', 'Mauvais numéro.', 'hang-up'),
    hangUp,
  ),
});

/** A caller handed over to a number that somebody plays. */
function handedOver(
  played: (call: ThirdPartyCall, running: RunningCentre) => void,
  parameters: Record<string, unknown> = {},
): RunningCentre & { telephone: ReturnType<RunningCentre['centre']['ring']> } {
  const running = runCentre({ flows: flowsWith(parameters) });
  running.centre.onTransfer((call) => played(call, running));
  return { ...running, telephone: running.centre.ring('+33612345678') };
}

describe('a transfer to an outside number', () => {
  it('that nobody plays is answered, and ends the contact as transferred, named', async () => {
    for (const ContinueFlowExecution of ['True', 'False']) {
      const { centre, events, pass } = runCentre({ flows: flowsWith({ ContinueFlowExecution }) });
      const { contactId } = centre.ring('+33612345678');
      await pass(5);
      expect(events.map((event) => ('to' in event ? event.to : event.kind))).toEqual([
        'connectedToSystem',
        '+33199000050',
        'connectedToThirdParty',
        'disconnected',
        'ended',
      ]);
      expect(events.at(-1)).toMatchObject({ outcome: 'transferred', text: 'transferred to +33199000050' });
      expect(centre.describeContact(contactId)?.disconnectReason).toBe('THIRD_PARTY_DISCONNECT');
    }
  });

  it('tells whoever plays it who calls, and gives them the caller’s keys and hang-up', async () => {
    const keys: string[] = [];
    const { telephone, pass, outcome, events } = handedOver((call) => {
      expect(call).toMatchObject({ from: '+33612345678', to: '+33199000050' });
      call.answer({ press: (key) => keys.push(key), callerHungUp: () => keys.push('x') });
    });
    await pass(60);
    telephone.press('12');
    await pass(1);
    expect(keys).toEqual(['1', '2']);
    expect(outcome()).toBeUndefined();
    telephone.hangUp();
    expect(keys).toEqual(['1', '2', 'x']);
    expect(events.at(-1)).toMatchObject({ outcome: 'transferred', text: 'transferred to +33199000050' });
  });

  it('goes on with the flow once the far end has hung up, and keys are the flow’s again', async () => {
    const { telephone, heard, pass, events } = handedOver((call, { clock }) => {
      const line = call.answer();
      clock.at(clock.now() + 60_000, () => line.hangUp());
    });
    await pass(61);
    expect(heard()).toEqual(['Vous revoilà.']);
    telephone.press('1');
    await pass(1);
    expect(events.find(({ kind }) => kind === 'pressed')).toMatchObject({ keys: '1' });
    expect(events.at(-1)).toMatchObject({ kind: 'ended', outcome: 'transferred' });
  });

  it('ends with the far end where the flow does not continue', async () => {
    const { heard, pass, outcome } = handedOver((call) => call.answer().hangUp(), { ContinueFlowExecution: 'False' });
    await pass(5);
    expect(heard()).toEqual([]);
    expect(outcome()).toBe('transferred');
  });

  it.each(['busy', 'refused', 'unreachable'] as const)('that is %s has failed', async (reason) => {
    const { heard, pass, outcome } = handedOver((call) => call.refuse(reason));
    await pass(10);
    expect(heard()).toEqual(['Injoignable.']);
    expect(outcome()).toBe('told');
  });

  it('that is not answered takes its time limit', async () => {
    const { events, pass } = handedOver(() => undefined, { ThirdPartyConnectionTimeLimitSeconds: '20' });
    await pass(60);
    expect(events.find(({ kind }) => kind === 'heard')).toMatchObject({
      text: 'Pas de réponse.',
      at: '2026-11-24T10:00:20.000+01:00',
    });
  });

  it('cannot be answered any more once the caller has hung up', async () => {
    let ringing: ThirdPartyCall | undefined;
    const { telephone, pass, outcome, events } = handedOver((call) => {
      ringing = call;
    });
    await pass(5);
    telephone.hangUp();
    ringing?.answer();
    await pass(60);
    expect(outcome()).toBe('callerLeft');
    expect(events.at(-1)?.kind).toBe('ended');
  });

  it.each([
    [{ ThirdPartyPhoneNumber: '3230' }, 'Mauvais numéro.'],
    [{ ThirdPartyPhoneNumber: '$.Attributes.none' }, 'Mauvais numéro.'],
    [{ ThirdPartyPhoneNumber: '+14155550100' }, 'Injoignable.'],
  ])('to %j: %s', async (parameters, text) => {
    const { centre, heard, pass } = runCentre({ flows: flowsWith(parameters) });
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual([text]);
  });

  it('leaves the queue once it is answered, not before', async () => {
    const wait = { type: 'CUSTOMER_QUEUE', content: flowsWith().inbound };
    const { centre, pass } = runCentre({ flows: { inbound: written(...toQueue({ CustomerQueue: 'wait' })), wait } });
    let ringing: ThirdPartyCall | undefined;
    centre.onTransfer((call) => {
      ringing = call;
    });
    centre.ring('+33612345678');
    await pass(5);
    expect(centre.queueSizes()[0]?.waiting).toBe(1);
    ringing?.answer();
    expect(centre.queueSizes()[0]?.waiting).toBe(0);
  });

  it.each([
    [{ ContinueFlowExecution: undefined }, 'has no ContinueFlowExecution'],
    [{ ThirdPartyConnectionTimeLimitSeconds: '0' }, 'is at least 1'],
    [{ ThirdPartyConnectionTimeLimitSeconds: '0' }, 'ThirdPartyConnectionTimeLimitSeconds is at least 1'],
  ])('is refused for %j', (parameters, reason) => {
    expect(() => runCentre({ flows: flowsWith(parameters) })).toThrow(reason);
  });

  it('stands in no whisper', () => {
    const whisper = { type: 'CUSTOMER_WHISPER', content: written(transfer(), say('back', 'a', 'hang-up'), hangUp) };
    expect(() => runCentre({ flows: { inbound: written(hangUp), whisper } })).toThrow(
      'TransferParticipantToThirdParty is not allowed in a flow of type CUSTOMER_WHISPER',
    );
  });
});
