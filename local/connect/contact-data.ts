import type { Contact } from './contact.ts';
import type { FlowHost, FlowRun } from './flow-run.ts';

const endpoint = (address: string | undefined): { Address: string; Type: 'TELEPHONE_NUMBER' } | null =>
  address ? { Address: address, Type: 'TELEPHONE_NUMBER' } : null;

/** What both a flow's references and a Lambda's event tell of a contact. A withheld number is a null endpoint. */
function systemValues(contact: Contact, host: FlowHost): Record<string, unknown> {
  const { id, initiationMethod, initialContactId = id, previousContactId = id } = contact.record.description;
  const { targetQueue, data } = contact;
  return {
    Attributes: contact.record.attributes,
    Channel: contact.channel,
    ContactId: id,
    InitialContactId: initialContactId,
    PreviousContactId: previousContactId,
    InitiationMethod: initiationMethod,
    InstanceARN: host.deployment.instanceArn,
    CustomerEndpoint: endpoint(contact.customerNumber),
    SystemEndpoint: endpoint(contact.systemNumber),
    CustomerId: data.CustomerId ?? null,
    Description: data.Description ?? null,
    LanguageCode: data.LanguageCode ?? null,
    Name: data.Name ?? null,
    References: data.References ?? {},
    Queue: targetQueue
      ? {
          ARN: targetQueue.arn,
          Name: targetQueue.name,
          OutboundCallerId: endpoint(targetQueue.outboundCallerId),
        }
      : null,
  };
}

const subtypes = { VOICE: 'connect:Telephony', TASK: 'connect:Task', CHAT: 'connect:Guide' };

const mediaStreams = ({ audioStream }: Contact) => ({ Customer: { Audio: audioStream ?? null } });

/** The event of a Lambda that a flow invokes: Administrator Guide, "Invoke Lambda functions". */
export function lambdaEvent(run: FlowRun, parameters: unknown): unknown {
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        ...systemValues(run.contact, run.host),
        MediaStreams: mediaStreams(run.contact),
        SegmentAttributes: { 'connect:Subtype': { ValueString: subtypes[run.contact.channel] } },
        Tags: {},
      },
      Parameters: parameters,
    },
  };
}

/** What `$.` references read. */
export function referenceValues(run: FlowRun): Record<string, unknown> {
  const { contact, host } = run;
  return {
    ...systemValues(contact, host),
    AwsRegion: host.deployment.region,
    External: run.external,
    LambdaInvocation: run.lambdaInvocation,
    FlowAttributes: run.flowAttributes,
    Modules: run.modules,
    Metrics: run.metrics,
    Loop: run.loops,
    StoredCustomerInput: run.storedInput,
    TextToSpeechVoiceId: contact.voice,
    Views: run.views,
    MediaStreams: mediaStreams(contact),
    ...run.services,
    Agent: contact.agent && {
      UserName: contact.agent.name,
      FirstName: contact.agent.firstName,
      LastName: '',
      ARN: contact.agent.arn,
    },
  };
}
