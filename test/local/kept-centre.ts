// Run as a process of its own, to be killed: books an hour, has a second caller wait in the queue, says so, and stays.
import { administrationsIn } from '../../local/administrations.ts';
import { openKeptDirectory } from '../../local/keep/kept-directory.ts';
import { startLaptop } from '../../local/laptop.ts';
import { readScript } from '../../local/script.ts';
import { ScriptedCaller } from '../../local/scripted-caller.ts';

const [directory = '', assembly = ''] = process.argv.slice(2);
const { clock, lines } = await startLaptop({
  administrations: administrationsIn('administrations').filter(({ id }) => id === 'caf'),
  startMilliseconds: Date.parse('2026-11-24T09:05:00Z'),
  seed: 1,
  assembly,
  keep: openKeptDirectory(directory),
});
const [line] = lines;
if (line === undefined) throw new Error('no line');
line.staff(0);
line.addWaitingCallers(60);
const states = new Map<string, string>();
line.onEvent((event) => {
  if (event.kind === 'state' && event.of === 'contact') states.set(event.contactId, event.to);
});
const caller = (number: string, press: string): string =>
  new ScriptedCaller(line.centre, clock, { number, tokens: readScript(press), answers: ['no'] }).ring();
const booking = caller('+33612345678', '1 2 1 x');
await clock.runWhile(() => states.get(booking) === 'disconnected' && line.sms.sent.length > 0, clock.now() + 600_000);
const waiting = caller('+33612345679', '1');
await clock.runWhile(() => states.get(waiting) === 'queued', clock.now() + 600_000);
console.log(JSON.stringify({ booking, waiting, nowMilliseconds: clock.now() }));
setInterval(() => undefined, 1000);
