import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { administrationsIn } from '../../local/administrations.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import { type PageServer, servePage } from '../../local/page/server.ts';
import type { view } from '../../local/page/view.ts';
import { cafAssembly } from '../calls/synthesised.ts';

type Whole = ReturnType<typeof view>;
/** With the first telephone and the first desk named. */
type View = Whole & { telephone: Whole['phones'][number]; agent: Whole['desks'][number] };

/** Half past eight on a Tuesday in Paris: closed for half an hour more. */
const beforeOpening = Date.parse('2026-11-24T07:30:00Z');

let laptop: Laptop;
let page: PageServer;
let seen: View | undefined;
let stopWatching: () => void;

const address = (path: string): string => `http://127.0.0.1:${page.port}${path}`;

async function act(action: string, parameters: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address(`/caf/${action}`), { method: 'POST', headers, body: JSON.stringify(parameters) });
}
async function does(action: string, parameters: object = {}): Promise<void> {
  const response = await act(action, parameters);
  expect([action, response.status]).toEqual([action, 200]);
}

/** The first view in which the condition holds. */
async function until(condition: (shown: View) => boolean): Promise<View> {
  for (let looks = 0; looks < 400; looks += 1) {
    if (seen !== undefined && condition(seen)) return seen;
    await wait(50);
  }
  throw new Error(`the page never showed it: ${JSON.stringify(seen)}`);
}
/** In the call under way: what was heard before its first words does not count. */
const hears = (words: RegExp) =>
  until(({ telephone }) => {
    const begun = telephone.transcript.findLastIndex(({ text }) => text.includes('Bonjour, ici'));
    return telephone.transcript.slice(begun).some(({ text }) => words.test(text));
  });

beforeAll(async () => {
  const administrations = administrationsIn('administrations').filter(({ id }) => id === 'caf');
  laptop = await startLaptop({
    administrations,
    startMilliseconds: beforeOpening,
    seed: 1,
    assembly: await cafAssembly(),
  });
  for (const line of laptop.lines) line.staff(0);
  page = await servePage(laptop, 0);
  const request = get(address('/caf/views'), (response) => {
    let pending = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (pending + chunk).split('\n\n');
      pending = messages.pop() ?? '';
      const last = messages.at(-1);
      if (last === undefined) return;
      const whole = JSON.parse(last.slice('data: '.length)) as View;
      seen = { ...whole, telephone: whole.phones[0] as View['telephone'], agent: whole.desks[0] as View['agent'] };
    });
  });
  request.on('error', () => undefined);
  stopWatching = () => request.destroy();
});
afterAll(async () => {
  stopWatching();
  page.stop();
  await laptop.stop();
});

describe('the page of the local contact centre', () => {
  it('shows a whole kept promise: rung, booked, called back, served, answered', async () => {
    await until((shown) => !shown.time.open && shown.time.opensAt !== null);
    await does('untilOpening');
    await until((shown) => shown.time.open && !shown.time.advancing);
    await does('logIn');
    await does('addCallers', { count: 60 });
    await does('speed', { times: 15 });

    await does('ring', { from: '06 12 34 56 78' });
    await hears(/tapez 3/);
    await does('press', { keys: '1' });
    await hears(/Pour choisir une heure, tapez 2/);
    await does('press', { keys: '2' });
    await hears(/Pour un autre moment/);
    await does('press', { keys: '1' });
    const booked = await until((shown) => shown.messages.length > 0);
    const code = /Code (\d{3})/.exec(booked.messages[0]?.text ?? '')?.[1] ?? '';
    await does('hangUp');
    await until((shown) => shown.telephone.state === 'idle' && shown.promises);

    await does('untilItRings');
    await until((shown) => shown.telephone.state === 'ringing');
    await does('answer');
    await does('speed', { times: 15 });
    await hears(/pour parler à un agent, tapez 1/);
    await does('press', { keys: '1' });
    await hears(new RegExp(`Votre code est ${code.split('').join(', ')}`));
    await until((shown) => shown.agent.state === 'ringing');
    await does('accept');
    expect(await (await act('endTalk')).text()).toMatch(/attendez qu’il vous entende/);
    await does('speed', { times: 15 });
    await until((shown) => shown.agent.state === 'talking');
    await does('hold');
    await hears(/Votre agent va revenir/);
    expect(await (await act('transfer', { to: 'logement' })).text()).toBe('Cette file n’existe pas.');
    await until((shown) => shown.agent.onHold);
    await does('hold');
    await until((shown) => !shown.agent.onHold);
    await does('endTalk');
    await hears(/Comment s'est passé votre appel/);
    await does('press', { keys: '5' });
    await hears(/Avez-vous eu la réponse/);
    await does('press', { keys: '1' });
    const over = await until((shown) => shown.bookings[0]?.states.at(-1)?.state === 'done');
    expect(over.answers).toEqual({ quality: { 5: 1 }, answered: { 1: 1 } });
    expect(over.promises).toBe(false);
  });

  it('shows the guide of a call: what the agent sends from it is what the caller reads', async () => {
    await does('logIn');
    await does('speed', { times: 15 });
    await does('ring', { from: '06 12 34 56 80' });
    await hears(/tapez 3/);
    await does('press', { keys: '1' });
    const { agent } = await until((shown) => shown.agent.screen?.view === 'cards');
    await does('accept');
    const screen = String(agent.screen?.id);
    expect((await act('pressAtDesk', { screen, button: 'Tout envoyer' })).status).toBe(400);
    await does('pressAtDesk', { screen, button: agent.screen?.cards[1]?.buttons[0] });
    await until((shown) => shown.agent.screen?.heading === 'Le SMS est envoyé.');
    expect(await (await act('pressAtDesk', { screen, button: 'Revenir à la liste' })).text()).toMatch(/plus affiché/);
    const shown = await until(({ messages }) => messages[0]?.to === '+33612345680');
    expect(shown.messages[0]?.text).toContain('pour une naissance');
    await does('hangUp');
    await until(({ telephone }) => telephone.state === 'idle');
  });

  it('shows the guide of the supervisor: the next caller hears what is published from it', async () => {
    await does('openGuide');
    const line = await until(({ supervisor }) => supervisor.screen?.view === 'detail');
    expect((await act('openGuide')).status).toBe(400);
    await does('pressAtSupervisor', { screen: String(line.supervisor.screen?.id), button: 'Écrire une annonce' });
    const { supervisor } = await until((shown) => shown.supervisor.screen?.view === 'form');
    const fields = { fr: 'Nos bureaux sont en grève.', en: '', date: '2026-11-24', time: '18:00' };
    const screen = String(supervisor.screen?.id);
    await does('pressAtSupervisor', { screen, button: 'Publier cette annonce', fields });
    await until((shown) => shown.supervisor.screen?.heading.startsWith("L'annonce est publiée") === true);
    await does('closeGuide');
    await until((shown) => !shown.supervisor.open && shown.supervisor.screen === null);
    await does('ring', { from: '06 12 34 56 81' });
    await hears(/Nos bureaux sont en grève/);
    await does('hangUp');
    await until(({ telephone }) => telephone.state === 'idle');
  });

  it('shows a place that is kept, which has no hour', async () => {
    await does('addCallers', { count: 60 });
    await does('speed', { times: 15 });
    await does('ring', { from: '06 12 34 56 79' });
    await hears(/tapez 3/);
    await does('press', { keys: '1' });
    await hears(/Pour être rappelé à votre tour, tapez 1/);
    await does('press', { keys: '1' });
    await hears(/finit par cinquante-six, soixante-dix-neuf/);
    await does('press', { keys: '1' });
    await until((shown) => shown.messages[0]?.text.includes('nous gardons votre place') === true);
    await does('hangUp');
    const shown = await until(({ bookings }) => bookings[0]?.slot === null);
    expect(shown.bookings[0]?.states.map(({ state }) => state)).toEqual(['queued']);
    expect(shown.promises).toBe(true);
  });

  it.each([
    ['a number that is none', 'ring', { from: '12' }, /06 12 34 56 78/],
    ['keys that are none', 'press', { keys: 'A' }, /Aucun appel/],
    ['an action that is none', 'explode', {}, /n’existe pas/],
    ['an hour that is past', 'jump', { to: '2026-11-24T07:00' }, /ne recule pas/],
    ['an hour that is none', 'jump', { to: 'demain' }, /un jour et une heure/],
    ['a telephone that is not there', 'ring', { phone: 9, from: '0612345678' }, /Ce téléphone n’existe pas/],
    ['a desk that is not there', 'logIn', { desk: 9 }, /Ce poste n’existe pas/],
    ['more callers than fit', 'addCallers', { count: 1000 }, /de 1 à 200/],
  ])('says in French what is wrong with %s', async (_, action, parameters, words) => {
    const response = await act(action, parameters);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(words);
  });

  it('answers neither another site, nor another host name', async () => {
    expect((await act('hangUp', {}, { origin: 'https://example.org' })).status).toBe(403);
    const rebound = await new Promise((resolve) => {
      get({ port: page.port, host: '127.0.0.1', headers: { host: 'example.org' } }, ({ statusCode }) =>
        resolve(statusCode),
      );
    });
    expect(rebound).toBe(403);
  });
});
