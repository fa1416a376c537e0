import type { OutboundRequest, OutboundRinging } from '../../local/connect/centre.ts';
import { type RunningCentre, runCentre } from './running-centre.ts';
import { hangUp, menu, say, toQueue, written } from './written-flows.ts';

const flows = {
  inbound: written(hangUp),
  callback: written(
    menu('confirm', 'Votre code est $.Attributes.spokenCode. Tapez 1.', { '1': 'set-queue' }, 'goodbye'),
    say('goodbye', 'Au revoir.', 'hang-up'),
    ...toQueue(),
  ),
};
const request: OutboundRequest = {
  to: '+33612345678',
  flowId: 'callback',
  queueId: 'allocations',
  attributes: { spokenCode: '4, 8, 2' },
  clientToken: 'booking-1',
  ringTimeoutSeconds: 40,
};

/** Calls the caller back; `whenRinging` is what the caller does. */
function callBack(
  whenRinging: (call: OutboundRinging, running: RunningCentre) => void,
): RunningCentre & { contactId: string } {
  const running = runCentre({ flows });
  running.centre.onOutboundCall((call) => whenRinging(call, running));
  return { ...running, ...running.centre.startOutboundVoiceContact(request) };
}

describe('a call that the contact centre makes', () => {
  it('rings, is answered, runs its flow with its attributes, reaches an agent', async () => {
    const { centre, events, heard, pass, outcome, contactEvents, contactId } = callBack((call, { centre: asked }) => {
      expect(call).toMatchObject({ to: '+33612345678', from: '+33199000001' });
      const telephone = call.answer('caller');
      asked.onInputAsked(() => telephone.press('1'));
    });
    const agent = centre.logIn('Claire');
    await pass(5);
    agent.accept();
    await pass(30);
    expect(heard()[0]).toBe('Votre code est 4, 8, 2. Tapez 1.');
    agent.hangUp();
    expect(outcome()).toBe('served');
    expect(events.slice(0, 2)).toMatchObject([
      { kind: 'ringing', to: '+33612345678' },
      { kind: 'answered', by: 'caller' },
    ]);
    expect(contactEvents[0]).toMatchObject({ eventType: 'INITIATED', initiationMethod: 'API', contactId });
    expect(centre.describeContact(contactId)).toMatchObject({ queueId: 'allocations', agentId: agent.id });
  });

  it.each([
    ['busy', 'TELECOM_BUSY'],
    ['unreachable', 'TELECOM_NUMBER_INVALID'],
    ['refused', 'CUSTOMER_DISCONNECT'],
  ] as const)('that is %s is disconnected with %s, and never connected', async (reason, disconnectReason) => {
    const { centre, pass, contactEvents, contactId } = callBack((call) => call.refuse(reason));
    await pass(60);
    expect(centre.describeContact(contactId)).toMatchObject({ disconnectReason });
    expect(contactEvents.map(({ eventType }) => eventType)).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
  });

  it('rings until its time-out', async () => {
    const { centre, events, pass, contactId, outcome } = callBack(() => undefined);
    await pass(60);
    expect(centre.describeContact(contactId)).toMatchObject({ disconnectReason: 'TELECOM_UNANSWERED' });
    expect(events.at(-1)).toMatchObject({ kind: 'ended', at: '2026-11-24T10:00:40.000+01:00' });
    expect(outcome()).toBe('callerLeft');
  });

  it('answered by a machine gets no key', async () => {
    const { heard, pass, outcome } = callBack((call, { centre }) => {
      const telephone = call.answer('machine');
      centre.onInputAsked(() => telephone.press('1'));
    });
    await pass(60);
    expect(heard()).toEqual(['Votre code est 4, 8, 2. Tapez 1.', 'Au revoir.']);
    expect(outcome()).toBe('told');
  });

  it('is one call for one client token', async () => {
    let rung = 0;
    const { centre, pass, contactId } = callBack(() => rung++);
    expect(centre.startOutboundVoiceContact(request)).toEqual({ contactId });
    await pass(60);
    expect(centre.startOutboundVoiceContact(request)).toEqual({ contactId });
    await pass(60);
    expect(rung).toBe(1);
  });

  it('can be stopped while it rings, and cannot be answered then', async () => {
    let call: OutboundRinging | undefined;
    const { centre, events, pass, contactId } = callBack((rings) => {
      call = rings;
    });
    await pass(5);
    expect(centre.stopContact(contactId)).toBe(true);
    expect(centre.stopContact(contactId)).toBe(false);
    call?.answer('caller').press('1');
    await pass(60);
    expect(events.filter(({ kind }) => kind === 'answered')).toEqual([]);
    expect(events.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
  });

  it('keeps its attributes for whoever asks after its end', async () => {
    const { centre, pass, contactId } = callBack((call) => call.refuse('busy'));
    await pass(60);
    expect(centre.updateAttributes(contactId, { outcome: 'noted' })).toBe(true);
    expect(centre.attributes(contactId)).toEqual({ spokenCode: '4, 8, 2', outcome: 'noted' });
    expect(centre.attributes('unknown')).toBeUndefined();
  });

  it('to a flow or a queue that does not exist is a fault', () => {
    const { centre } = runCentre({ flows });
    expect(() => centre.startOutboundVoiceContact({ ...request, flowId: 'none' })).toThrow('no flow none');
    expect(() => centre.startOutboundVoiceContact({ ...request, queueId: 'none' })).toThrow('no queue none');
  });
});
