import type { ContactCentre } from '../../../local/connect/centre.ts';
import type { Entry } from './flow-map.ts';

/** Breaks, once, the service behind the action that a contact is about to come to, so that the flow meets that error. */
export function breakService(
  centre: ContactCentre,
  { from, name }: Entry,
  contact: { id: string; queueArn: string },
): void {
  const { faults } = centre;
  const { type, parameters } = from;
  const named = (parameter: string): string => {
    const value = parameters[parameter];
    return typeof value === 'string' ? value : '';
  };
  switch (type) {
    case 'MessageParticipant':
    case 'MessageParticipantIteratively':
    case 'GetParticipantInput':
      return faults.refuseSpeech({ contactId: contact.id, times: 1 });
    case 'UpdateContactAttributes':
      return faults.throttleAttributes({ contactId: contact.id, times: 1 });
    case 'UpdateContactTargetQueue':
      return faults.vanish('queue', named('QueueId'), 1);
    case 'TransferContactToQueue':
      return name === 'QueueAtCapacity'
        ? faults.fillQueue(contact.queueArn, 1)
        : faults.vanish('queue', contact.queueArn, 1);
    case 'CheckHoursOfOperation':
      return faults.vanish('hours', named('HoursOfOperationId'), 1);
    case 'TransferToFlow':
    case 'CreateCallbackContact':
    case 'CreateTask':
      return faults.vanish('flow', named('ContactFlowId'), 1);
    case 'UpdateContactEventHooks':
      return faults.vanish('flow', Object.values(parameters['EventHooks'] as Record<string, string>)[0] ?? '', 1);
    case 'UpdateContactCallbackNumber':
      // Another program has written over the attribute.
      return void centre.updateAttributes(contact.id, {
        callbackNumber: name === 'InvalidCallbackNumber' ? '12' : '+12025550123',
      });
    case 'TransferParticipantToThirdParty':
      return name === 'NoMatchingError' ? faults.refuseTransfers(1) : undefined;
    case 'ShowView':
      return name === 'NoMatchingError' ? faults.refuseViews({ times: 1 }) : undefined;
    default:
      return undefined;
  }
}
