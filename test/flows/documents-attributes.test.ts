import { equals } from '../../lib/flows/branching.ts';
import { attributeFaults } from '../../lib/flows/attribute-check.ts';
import { flow } from '../../lib/flows/flow.ts';
import type { FlowDocument } from '../../lib/flows/flow-language.ts';
import { invoke } from '../../lib/flows/invocation.ts';
import { disconnect, endFlow, queuedCallback, transferToFlow } from '../../lib/flows/queueing.ts';
import { attribute, external } from '../../lib/flows/references.ts';
import { hook, remember } from '../../lib/flows/settings.ts';
import { say } from '../../lib/flows/speaking.ts';
import { plainSpeech } from '../../lib/flows/speech.ts';
import { administrations, lambdas, publishedFlows } from './published-flows.ts';

const end = disconnect();
const sayReason = say({ says: plainSpeech(attribute('reason')), next: 'end', error: 'end' });
const sayAnnouncement = say({ says: plainSpeech(external('sendSms', 'announcement')), next: 'end', error: 'end' });
const rememberReason = (next: string, error: string) => remember({ attributes: { reason: 'x' }, next, error });
const check = (next: string, error: string) =>
  invoke(lambdas, { lambda: 'checkNumber', parameters: { number: '1', language: 'fr' }, next, error });
const send = (next: string, error: string) => {
  const parameters = { callerKey: 'k', bookingId: 'b', revision: '1', kind: 'confirmation' } as const;
  return invoke(lambdas, { lambda: 'sendSms', parameters, next, error });
};

const hooked = (next: string) => hook({ hook: 'AgentWhisper', flowArn: 'whisper', next });

function faults(flows: Record<string, FlowDocument>, given: Record<string, string[]> = {}): string[] {
  return attributeFaults({
    flows: Object.entries(flows).map(([name, document]) => ({ name, document })),
    lambdas,
    given,
  });
}

describe('an attribute', () => {
  it('may be read after it was set', () => {
    const document = flow('f', 'CONTACT_FLOW', { keep: rememberReason('tell', 'end'), tell: sayReason, end });
    expect(faults({ f: document })).toEqual([]);
  });

  it('may not be read before', () => {
    const document = flow('f', 'CONTACT_FLOW', { tell: sayReason, end });
    expect(faults({ f: document })).toEqual(['f tell: $.Attributes.reason is not set on every path before']);
  });

  it('is not set on the error branch of the action that sets it', () => {
    const document = flow('f', 'CONTACT_FLOW', { keep: rememberReason('tell', 'tell'), tell: sayReason, end });
    expect(faults({ f: document })).toEqual(['f tell: $.Attributes.reason is not set on every path before']);
  });

  it('is set where the flow is given it', () => {
    const document = flow('f', 'CONTACT_FLOW', { tell: sayReason, end });
    expect(faults({ f: document }, { f: ['reason'] })).toEqual([]);
  });

  it('must be a plain key to be proven', () => {
    const document = flow('f', 'CONTACT_FLOW', { keep: rememberReason('tell', 'end'), tell: sayReason, end });
    const bracketed: FlowDocument = JSON.parse(
      JSON.stringify(document).replace('$.Attributes.reason', "$.Attributes['reason']"),
    );
    expect(faults({ f: bracketed })).toEqual(['f tell: $.Attributes is not set on every path before']);
  });
});

describe('what a Lambda answered', () => {
  it('may be read after it', () => {
    expect(faults({ f: flow('f', 'CONTACT_FLOW', { ask: send('tell', 'end'), tell: sayAnnouncement, end }) })).toEqual(
      [],
    );
  });

  it('is gone after the next Lambda', () => {
    const document = flow('f', 'CONTACT_FLOW', {
      ask: send('check', 'end'),
      check: check('tell', 'end'),
      tell: sayAnnouncement,
      end,
    });
    expect(faults({ f: document })).toEqual(['f tell: $.External.announcement is not set on every path before']);
  });

  it('is nothing on the error branch', () => {
    const document = flow('f', 'CONTACT_FLOW', { ask: send('tell', 'tell'), tell: sayAnnouncement, end });
    expect(faults({ f: document })).toEqual(['f tell: $.External.announcement is not set on every path before']);
  });

  it('must be a key of its contract', () => {
    const document = flow('f', 'CONTACT_FLOW', { check: check('tell', 'end'), tell: sayAnnouncement, end });
    expect(faults({ f: document })).toEqual(['f tell: $.External.announcement is not set on every path before']);
  });
});

describe('across flows', () => {
  const reader = flow('reader', 'CONTACT_FLOW', { tell: sayReason, end });
  const whisper = flow('whisper', 'AGENT_WHISPER', { tell: sayReason, end: endFlow() });
  const go = transferToFlow({ flowArn: 'reader', error: 'end' });

  it('an attribute follows a transfer', () => {
    const first = flow('first', 'CONTACT_FLOW', { keep: rememberReason('go', 'end'), go, end });
    expect(faults({ reader, first })).toEqual([]);
  });

  it('an attribute must be set by every flow that transfers', () => {
    const first = flow('first', 'CONTACT_FLOW', { keep: rememberReason('go', 'end'), go, end });
    const second = flow('second', 'CONTACT_FLOW', { go, end });
    expect(faults({ reader, first, second })).toEqual([
      'reader tell: $.Attributes.reason is not set on every path before',
    ]);
  });

  it('an answer of a Lambda stays behind', () => {
    const listener = flow('reader', 'CONTACT_FLOW', { tell: sayAnnouncement, end });
    const first = flow('first', 'CONTACT_FLOW', { ask: send('go', 'end'), go, end });
    expect(faults({ reader: listener, first })).toEqual([
      'reader tell: $.External.announcement is not set on every path before',
    ]);
  });

  it('a hook may run from the moment it is set: what is set later is too late', () => {
    const early = flow('f', 'CONTACT_FLOW', { hook: hooked('keep'), keep: rememberReason('end', 'end'), end });
    expect(faults({ whisper, f: early })).toEqual([
      'whisper tell: $.Attributes.reason is not set on every path before',
    ]);
    const late = flow('f', 'CONTACT_FLOW', { keep: rememberReason('hook', 'end'), hook: hooked('end'), end });
    expect(faults({ whisper, f: late })).toEqual([]);
  });
});

describe('a comparison', () => {
  it('may read what is not set: it finds no match', () => {
    const compare = equals({ value: attribute('promise'), cases: { place: 'end' }, otherwise: 'end' });
    expect(faults({ f: flow('f', 'CONTACT_FLOW', { compare, end }) })).toEqual([]);
  });
});

describe('a contact that is created', () => {
  it('knows what its creator knew', () => {
    const created = flow('created', 'CONTACT_FLOW', { tell: sayReason, end });
    const branches = { creationFlowArn: 'created', retries: 1, retryDelaySeconds: 60, next: 'end', error: 'end' };
    const create = queuedCallback(branches);
    const keep = rememberReason('create', 'end');
    expect(faults({ created, f: flow('f', 'CONTACT_FLOW', { keep, create, end }) })).toEqual([]);
    expect(faults({ created, f: flow('f', 'CONTACT_FLOW', { create, end }) })).toHaveLength(1);
  });
});

describe.each(administrations.map((administration) => [administration.id, administration] as const))(
  'the flows of %s',
  (_, administration) => {
    const published = publishedFlows(administration).map(({ name, published: document }) => ({ name, document }));

    it('would be refused without what the dispatcher gives to the callback', () => {
      const found = attributeFaults({ flows: published, lambdas, given: {} });
      const unset = 'is not set on every path before';
      expect(found).toContain(`callback-answered-fr say-code: $.Attributes.spokenCode ${unset}`);
      expect(found).toContain(`agent-whisper-fr brief-agent: $.Attributes.reason ${unset}`);
    });

    it('would be refused if the arrival did not remember the queue', () => {
      const text = JSON.stringify(published).replaceAll(/"queue":"[a-z-]*",/gu, '');
      const found = attributeFaults({ flows: JSON.parse(text), lambdas, given: {} });
      expect(found).toContain('queue-fr tell-position: $.Attributes.queue is not set on every path before');
      expect(found).toContain('inbound-fr tell-arrival: $.Attributes.queue is not set on every path before');
    });
  },
);
