import { gunzipSync } from 'node:zlib';
import type { PreparedContact, PreparedLine } from '../../../domain/reporting/prepared-lines.ts';
import { administrationsIn } from '../../../local/administrations.ts';
import type { Answer } from '../../../local/scripted-caller.ts';
import { type Laptop, startLaptop } from '../../../local/laptop.ts';
import type { Line } from '../../../local/line.ts';
import { readScript } from '../../../local/script.ts';
import { ScriptedCaller } from '../../../local/scripted-caller.ts';
import { cafAssembly } from '../../calls/synthesised.ts';

const ringAt = '2026-11-24T09:05:00Z';
let laptop: Laptop;
let line: Line;
beforeEach(async () => {
  laptop = await startLaptop({
    administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
    startMilliseconds: Date.parse(ringAt),
    seed: 1,
    assembly: await cafAssembly(),
  });
  const [first] = laptop.lines;
  if (!first) throw new Error('no line');
  line = first;
  line.staff(0);
});
afterEach(() => laptop.stop());

const bucket = (): string => line.deployment.buckets[0]?.name ?? '';

/** Every line in the bucket, of whatever object. */
function lines(): PreparedLine[] {
  const keys = line.objects.list(bucket(), 'records/').map(({ key }) => key);
  return keys.flatMap((key) => {
    const text = gunzipSync(line.objects.get(bucket(), key)?.body ?? Buffer.alloc(0)).toString();
    return text
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as PreparedLine);
  });
}
const contacts = (): PreparedContact[] => lines().filter((each) => each.line === 'contact');

function call(press: string, answers: Answer[] = ['yes']): string {
  const { clock } = laptop;
  return new ScriptedCaller(line.centre, clock, { number: '+33612345678', tokens: readScript(press), answers }).ring();
}
const pass = (seconds: number): Promise<void> => laptop.clock.runUntil(laptop.clock.now() + seconds * 1000);

describe('what the functions of the stack write down of a call', () => {
  it('is one line a contact, with the instants of its life', async () => {
    line.addWaitingCallers(60);
    const ends = new Map<string, string>();
    line.onEvent((event) => {
      if (event.kind === 'ended') ends.set(event.contactId, new Date(event.at).toISOString());
    });
    const asked = call('1 2 1 - 1 5 1');
    await pass(3 * 3600);
    await line.records.flush();
    const told = contacts();
    expect(told.map(({ contactId }) => contactId).toSorted(byText)).toEqual([...ends.keys()].toSorted(byText));
    for (const { contactId, endedAt } of told) expect(endedAt).toBe(`${ends.get(contactId)?.slice(0, 19)}.000Z`);
    const [inbound, callback] = told.toSorted((one, other) => byText(one.startedAt, other.startedAt));
    expect(inbound).toMatchObject({
      contactId: asked,
      initiationMethod: 'INBOUND',
      agentConnectedAt: null,
      startedAt: '2026-11-24T09:05:00.000Z',
    });
    expect(callback).toMatchObject({ initiationMethod: 'API', startedAt: '2026-11-24T09:30:00.000Z' });
    const { connectedAt, enqueuedAt, dequeuedAt, agentConnectedAt, endedAt } = callback ?? {};
    const instants = [connectedAt, enqueuedAt, dequeuedAt, agentConnectedAt, endedAt].map(String);
    expect(instants).toEqual(instants.toSorted(byText));
    expect(dequeuedAt).toBe(agentConnectedAt);
    expect(new Set(lines().map((each) => each.line))).toEqual(
      new Set(['contact', 'booking', 'sms', 'delivery', 'answer']),
    );
    expect(JSON.stringify(lines())).not.toContain('612345678');
  });

  it('says the same after records came twice, late and in another order', async () => {
    line.addWaitingCallers(60);
    line.records.disturb((data) => (data.includes('"InitiationMethod":"INBOUND"') ? [7200, 0, 7200] : [0, 600]));
    call('1 2 1 x', ['no']);
    await pass(3 * 3600);
    await line.records.flush();
    const inbound = contacts().filter(({ initiationMethod }) => initiationMethod === 'INBOUND');
    expect(inbound).toHaveLength(3);
    expect(new Set(inbound.map((each) => JSON.stringify(each))).size).toBe(1);
  });
});

describe('the nightly schedule of the stack', () => {
  it('compiles yesterday, at the local hour of the line', async () => {
    const administrations = administrationsIn('administrations').filter(({ id }) => id === 'caf');
    const startMilliseconds = Date.parse('2026-11-25T02:29:00Z');
    const night = await startLaptop({ administrations, startMilliseconds, seed: 1, assembly: await cafAssembly() });
    const [own] = night.lines;
    const reports = (): string[] => own?.objects.list(bucket(), 'reports/day=').map(({ key }) => key) ?? [];
    await night.clock.runUntil(startMilliseconds + 59_000);
    expect(reports()).toEqual([]);
    await night.clock.runUntil(startMilliseconds + 61_000);
    expect(reports()).toContain('reports/day=2026-11-24/report.json');
    await night.stop();
  });
});

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
