import { ServiceError } from '../../local/http-endpoint.ts';
import { heard, outcomes, type PlacedCall, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

type Before = NonNullable<PlacedCall['before']>;

const booking: PlacedCall = { queue: 40, press: '1 2 1' };
const refusedBy =
  (code: string, status: number): Before =>
  (line) =>
    line.sms.faults.inject('SendTextMessage', { error: new ServiceError(code, 'refused by the test', status) });
const codeTwice = /Notez votre code : (.*?)\. Je répète : \1\./;

describe('an SMS that the service refuses', () => {
  it.each<[string, Before]>([
    ['of who opted out', (line) => void line.sms.optedOut.add('+33612345678')],
    ['by the protect configuration', (line) => void line.deployment.sms.allowedCountries.splice(0)],
    ['for the quota', refusedBy('ServiceQuotaExceededException', 402)],
    ['for too many at once', refusedBy('ThrottlingException', 429)],
    ['for want of a right', refusedBy('AccessDeniedException', 403)],
  ])('%s: that and the code are said by voice, the hour stays booked', async (_, before) => {
    const call = await tellCall({ ...booking, before });
    expect(faultsOf(call)).toEqual([]);
    const said = heard(call.events).find((text) => text.startsWith("C'est noté")) ?? '';
    expect(said).toContain("Nous n'avons pas pu vous envoyer de SMS, mais votre rappel est bien noté.");
    expect(said).toMatch(codeTwice);
    expect(outcomes(call.events)).toEqual(['booked']);
    expect(call.ledger.bookings).toMatchObject([{ state: 'booked' }]);
    expect(textsSent(call.events)).toEqual([]);
  });

  it.each<[string, Before]>([
    ['the service fails', refusedBy('InternalServerException', 500)],
    ['the answer is nonsense', (line) => line.sms.faults.inject('SendTextMessage', { body: '<html>' })],
    ['the answer is late', (line) => line.sms.faults.inject('SendTextMessage', { delayMilliseconds: 2500 })],
  ])('perhaps, because %s: doubt and code are said by voice, and no second SMS is tried', async (_, before) => {
    const call = await tellCall({ ...booking, before });
    expect(faultsOf(call)).toEqual([]);
    const said = heard(call.events).find((text) => text.startsWith("C'est noté")) ?? '';
    expect(said).toContain('Nous ne savons pas si le SMS est parti, mais votre rappel est bien noté.');
    expect(said).toMatch(codeTwice);
    expect(textsSent(call.events).length).toBeLessThanOrEqual(1);
    expect(call.ledger.bookings).toMatchObject([{ state: 'booked' }]);
  });
});
