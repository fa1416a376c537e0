import type { EndpointFault } from '../../local/endpoint-faults.ts';
import { ServiceError } from '../../local/http-endpoint.ts';
import { bookingStates, heard, outcomes, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

const down: EndpointFault = { error: new ServiceError('InternalServiceException', 'down', 500) };
const throttled: EndpointFault = { error: new ServiceError('ThrottlingException', 'too many', 429) };
const nonsense: EndpointFault = { body: '{"MetricResults": "beaucoup"' };
const late: EndpointFault = { delayMilliseconds: 1500 };

describe('Amazon Connect that fails', () => {
  it.each<[string, EndpointFault]>([
    ['is down', down],
    ['throttles', throttled],
    ['answers nonsense', nonsense],
  ])('at its figures: where it %s, no figure is invented, and an hour can be booked', async (_, fault) => {
    const call = await tellCall({
      queue: 40,
      press: '1 2 1',
      before: (line) => line.connect.faults.inject('GetCurrentMetricData', fault),
    });
    expect(faultsOf(call)).toEqual([]);
    const told = heard(call.events).find((text) => text.includes('Pour choisir une heure, tapez 2')) ?? '';
    expect(told).toMatch(/^Nous ne connaissons pas le temps d'attente\./);
    expect(outcomes(call.events)).toEqual(['booked']);
  });

  it.each<[string, EndpointFault]>([
    ['is down', down],
    ['is late', late],
    ['answers nonsense', nonsense],
  ])('at the position: where it %s, the place is that of the snapshot', async (_, fault) => {
    const call = await tellCall({
      queue: 40,
      press: '1 0 w70',
      before: (line) => line.connect.faults.inject('GetContactMetrics', fault),
    });
    expect(faultsOf(call)).toEqual([]);
    expect(heard(call.events).filter((text) => text.startsWith('Il y a environ')).length).toBeGreaterThan(1);
    expect(outcomes(call.events)).toEqual(['served']);
  });

  it.each<[string, EndpointFault]>([
    ['is down', down],
    ['throttles', throttled],
  ])('at the callback: where it %s for a while, the call is made once it answers', async (_, fault) => {
    const call = await tellCall({
      queue: 40,
      press: '1 2 1 - 1',
      until: '2026-11-24T10:50',
      before: (line, { clock }) => {
        line.connect.faults.inject('StartOutboundVoiceContact', fault);
        clock.at(Date.parse('2026-11-24T09:31:30Z'), () => line.connect.faults.clear());
      },
    });
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger.bookings).toMatchObject([{ state: 'done' }]);
    expect(outcomes(call.events)).toEqual(['booked', 'served']);
    expect(textsSent(call.events)).toEqual(['confirmation']);
  });

  it('at what became of a contact: the dispatcher asks again until it knows', async () => {
    const call = await tellCall({
      queue: 40,
      press: '1 2 1 - 1',
      until: '2026-11-24T11:15',
      before: (line, { clock }) => {
        line.connect.faults.inject('DescribeContact', down);
        line.connect.faults.inject('GetContactAttributes', down);
        clock.at(Date.parse('2026-11-24T10:00:00Z'), () => line.connect.faults.clear());
      },
    });
    expect(faultsOf(call)).toEqual([]);
    expect(bookingStates(call.events).at(-1)).toBe('done');
    expect(call.ledger.bookings).toMatchObject([{ state: 'done' }]);
  });
});
