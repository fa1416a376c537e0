import { ask, asked, refusal } from './answered-flows.ts';

const failure: [object] = [{ error: 'NoMatchingError' }];

const chat = (parameters: Record<string, unknown> = {}) =>
  asked('StartOutboundChatContact', {
    SourceEndpoint: {
      Address: 'arn:aws:connect:eu-central-1:111111111111:phone-number/1',
      Type: 'CONNECT_PHONENUMBER_ARN',
    },
    DestinationEndpoint: { Address: '$.CustomerEndpoint.Address', Type: 'TELEPHONE_NUMBER' },
    ContactFlowArn: 'arn:aws:connect:eu-central-1:111111111111:instance/i/contact-flow/other',
    ContactSubtype: 'connect:SMS',
    InitialSystemMessage: { Content: 'Bonjour $.CustomerEndpoint.Address' },
    ...parameters,
  });

describe('StartOutboundChatContact', () => {
  it('sends nothing and goes on; what it tells has neither the number nor the text', async () => {
    const { took, told } = await ask(chat());
    expect(took).toBe('next');
    expect(told).toEqual([
      { service: 'Connect outbound messages', text: 'stand-in for StartOutboundChatContact: success' },
    ]);
    expect((await ask(chat(), { answers: failure })).took).toBe('NoMatchingError');
  });

  it('fails without anybody to write to', async () => {
    const { took, told } = await ask(chat(), { from: 'anonymous' });
    expect(took).toBe('NoMatchingError');
    expect(told[0]?.text).toContain('the destination is no telephone number');
    const nowhere = chat({ SourceEndpoint: { Address: '$.Attributes.none', Type: 'CONNECT_PHONENUMBER_ARN' } });
    expect((await ask(nowhere)).took).toBe('NoMatchingError');
  });

  it('is refused for other channels, and in no type of flow', () => {
    expect(refusal(chat({ ContactSubtype: 'connect:Telephony' }))).toContain('connect:SMS or connect:WhatsApp');
    expect(refusal(chat({ ContactSubtype: 'connect:WhatsApp' }))).toBeUndefined();
    expect(refusal(chat({ SourceEndpoint: {} }))).toContain('SourceEndpoint.Type is CONNECT_PHONENUMBER_ARN');
    expect(refusal(chat({ DestinationEndpoint: undefined }))).toContain('DestinationEndpoint.Type is TELEPHONE_NUMBER');
    expect(refusal(chat({ ContactFlowArn: undefined }))).toContain('has no ContactFlowArn');
    expect(refusal(chat({ RelatedContact: 'OTHER' }))).toContain('RelatedContact is CURRENT');
    for (const type of ['CUSTOMER_HOLD', 'AGENT_WHISPER', 'MODULE']) expect(refusal(chat(), type)).toBeUndefined();
  });
});

describe('StartOutboundEmailContact', () => {
  it('sends nothing and goes on, or fails', async () => {
    expect((await ask(asked('StartOutboundEmailContact'))).took).toBe('next');
    expect((await ask(asked('StartOutboundEmailContact'), { answers: failure })).took).toBe('NoMatchingError');
  });
});

describe('CreatePersistentContactAssociation', () => {
  const persist = asked('CreatePersistentContactAssociation', {
    RehydrationType: 'FROM_SEGMENT',
    SourceContactId: '1',
  });

  it('is for chats alone', async () => {
    expect((await ask(persist)).took).toBe('NoMatchingError');
    expect((await ask(persist, { place: 'guide' })).took).toBe('next');
    expect((await ask(persist, { place: 'guide', answers: failure })).took).toBe('NoMatchingError');
  });
});

const hold = (PreviousContactParticipantState: string) =>
  asked('UpdatePreviousContactParticipantState', { PreviousContactParticipantState });

describe('UpdatePreviousContactParticipantState', () => {
  it('is for calls alone', async () => {
    for (const state of ['AgentOnHold', 'CustomerOnHold', 'OffHold'])
      expect((await ask(hold(state))).took).toBe('next');
    expect((await ask(hold('OffHold'), { place: 'guide' })).took).toBe('NoMatchingError');
    expect((await ask(hold('OffHold'), { answers: failure })).took).toBe('NoMatchingError');
  });

  it('is refused where nobody is held, and for what is no state', () => {
    for (const type of ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'OUTBOUND_WHISPER', 'MODULE'])
      expect(refusal(hold('AgentOnHold'), type)).toBeUndefined();
    for (const type of ['CUSTOMER_QUEUE', 'AGENT_HOLD'])
      expect(refusal(hold('AgentOnHold'), type)).toContain('is not allowed in');
    expect(refusal(hold('Away'))).toContain('AgentOnHold, CustomerOnHold, OffHold, not Away');
  });
});

describe('ResumeContact', () => {
  const resume = asked('ResumeContact');

  it('is for tasks alone', async () => {
    expect((await ask(resume, { place: 'task' })).took).toBe('next');
    expect((await ask(resume, { place: 'task', answers: failure })).took).toBe('NoMatchingError');
    expect((await ask(resume)).took).toBe('NoMatchingError');
    for (const type of ['CUSTOMER_HOLD', 'MODULE']) expect(refusal(resume, type)).toBeUndefined();
  });
});

describe('RouteContactToAgent', () => {
  const interrupt = asked('RouteContactToAgent', { AgentId: '$.Attributes.agent' });

  it('offers the contact to nobody and goes on in the queue, or fails', async () => {
    expect((await ask(interrupt, { place: 'queue' })).took).toBe('next');
    expect((await ask(interrupt, { place: 'queue', answers: failure })).took).toBe('NoMatchingError');
  });

  it('fails where the contact does not wait', async () => {
    expect((await ask(interrupt, { type: 'CUSTOMER_QUEUE' })).took).toBe('NoMatchingError');
  });

  it('is refused anywhere but in a queue flow, and in a module invoked there', () => {
    expect(refusal(interrupt)).toContain('is not allowed in a flow of type CONTACT_FLOW');
    expect(refusal(interrupt, 'CUSTOMER_QUEUE')).toBeUndefined();
    expect(refusal(interrupt, 'MODULE')).toBeUndefined();
  });
});
