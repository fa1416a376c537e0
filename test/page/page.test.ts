import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { administrationsIn } from '../../local/administrations.ts';
import { type Laptop, startLaptop } from '../../local/laptop.ts';
import { type PageServer, servePage } from '../../local/page/server.ts';
import { cafAssembly } from '../calls/synthesised.ts';
import { describeInChromium, startBrowser } from './browser.ts';
import { overflowOf, tabTo, violationsOf } from './looks.ts';

/** Ten o'clock on a Tuesday in Paris: open. */
const open = Date.parse('2026-11-24T09:00:00Z');
/** What the page lets sound, in Hz. */
const noteTones = `globalThis.tones = [];
  globalThis.OscillatorNode = class extends OscillatorNode {
    constructor(context, options) {
      super(context, options);
      tones.push(options.frequency);
    }
  };`;
/** Of the third telephone: in its calls, the laptop itself breaks. */
const crashing = '+33612345679';
const wide = { width: 1280, height: 900 };
const pictured = { width: 1280, height: 1480 };
const narrow = { width: 320, height: 800 };
/** A file to write the README's picture to, `docs/contact-centre.png`; without it a test run writes nothing. */
const screenshot = process.env['RAPPEL_SCREENSHOT'];
/** A folder for pictures of every state that is looked at, to look at them oneself. */
const pictures = process.env['RAPPEL_PICTURES'];

const stateOf = (card: Locator, words: string | RegExp): Promise<void> =>
  card.getByRole('status').filter({ hasText: words }).waitFor();

describeInChromium('the page in a browser', () => {
  let laptop: Laptop;
  let server: PageServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const administrations = administrationsIn('administrations').filter(({ id }) => id === 'caf');
    laptop = await startLaptop({
      administrations,
      startMilliseconds: open,
      seed: 1,
      assembly: await cafAssembly(),
      lambdas: (invoker) => ({
        ...invoker,
        stop: () => invoker.stop(),
        invoke: (...asked) => {
          if (JSON.stringify(asked[1]).includes(crashing)) throw new Error('this call crashes');
          return invoker.invoke(...asked);
        },
      }),
    });
    for (const line of laptop.lines) line.staff(0);
    server = await servePage(laptop, 0);
    browser = await startBrowser();
    page = await browser.newPage({ viewport: wide, locale: 'fr-FR' });
    page.setDefaultTimeout(20_000);
    await page.addInitScript(noteTones);
    await page.goto(`http://127.0.0.1:${server.port}/`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
    await laptop?.stop();
  });

  const phone = (id = 1): Locator => page.getByRole('region', { name: `Téléphone ${id}` });
  const desk = (name = 'Claire'): Locator => page.getByRole('region', { name: `Poste de ${name}` });
  const button = (name: string | RegExp, place: Page | Locator = page) =>
    place.getByRole('button', { name, exact: true });
  /** Time enough is left to press a key, also on a machine that is busy. */
  const faster = () => page.getByLabel('Vitesse').selectOption('10');
  const heard = (id: number) => phone(id).getByRole('log', { name: 'Ce que l’appelant entend' });
  /** Lines that a telephone had heard before its call. */
  const before = new Map<number, number>();
  async function call(id = 1): Promise<void> {
    before.set(id, await heard(id).locator('li').count());
    await button(/^Appeler le/, phone(id)).click();
  }
  /** In the call that the telephone made last, and in those that came of it. */
  const hears = (words: string, id = 1) =>
    heard(id)
      .locator(`li:nth-child(n + ${(before.get(id) ?? 0) + 1})`, { hasText: words })
      .first()
      .waitFor();
  const key = (name: string, id = 1) => button(name, phone(id)).click();

  /** What is wrong for axe, or wider than the window, at both widths. */
  async function faultsOf(state: string): Promise<string[]> {
    // While it is looked at, no minute passes.
    await page.getByLabel('Vitesse').selectOption('1');
    const faults: string[] = [];
    for (const size of [narrow, wide]) {
      await page.setViewportSize(size);
      if (pictures !== undefined) {
        await page.screenshot({ path: `${pictures}/${state}-${size.width}.png`, fullPage: true });
      }
      const overflow = await overflowOf(page);
      if (overflow > 0) faults.push(`${size.width} px: ${overflow} px too wide`);
      faults.push(...(await violationsOf(page)).map((violation) => `${size.width} px: ${violation}`));
    }
    return faults;
  }

  it('has nothing wrong for axe-core before the first call', async () => {
    await stateOf(phone(), 'raccroché');
    expect(await faultsOf('idle')).toEqual([]);
  });

  it('takes a call to a booked callback, and to its survey', async () => {
    await button('Prendre son service', desk()).click();
    await stateOf(desk(), 'disponible');
    await button('Ajouter à la file').click();
    await call();
    await faster();
    await hears('tapez 3');
    await key('1');
    await hears('Pour choisir une heure, tapez 2');
    await key('2');
    expect(await page.evaluate('tones')).toEqual([697, 1209, 697, 1336]);
    await hears('Pour un autre moment');
    await page.getByText('inbound-fr : choose-slot').waitFor();
    expect(await page.locator('#flow g.lit').getAttribute('data-action')).toBe('choose-slot');
    expect(await page.getByText('Fonctions Lambda').locator('..').textContent()).toMatch(
      /offer-slots en \d+ ms.*"choice1"/,
    );
    expect(await faultsOf('in-call')).toEqual([]);
    await faster();
    await key('1');
    const sms = phone().getByRole('log', { name: 'SMS reçus' }).getByText('CAF : nous vous rappelons');
    await sms.waitFor();
    const code = /Code (\d{3})/.exec((await sms.textContent()) ?? '')?.[1] ?? '';
    await button('Raccrocher', phone()).click();
    await stateOf(phone(), 'raccroché');

    await button('Jusqu’à ce que le téléphone sonne').click();
    await stateOf(phone(), 'il sonne');
    expect(await faultsOf('ringing')).toEqual([]);
    await button('Décrocher', phone()).click();
    await faster();
    await hears('pour parler à un agent, tapez 1');
    await key('1');
    await hears(`Votre code est ${code.split('').join(', ')}`);
    await stateOf(desk(), 'un appel se présente');
    await button('Accepter l’appel', desk()).click();
    await faster();
    await stateOf(desk(), 'en ligne avec un appelant');
    expect(await faultsOf('in-talk')).toEqual([]);
    await button('Terminer l’appel', desk()).click();
    await hears("Comment s'est passé votre appel");
    await key('5');
    await hears('Avez-vous eu la réponse');
    await key('1');
    await page.getByText('Réponse obtenue').waitFor();
    await page.getByText('file allocations : tenu').waitFor();
    expect(await page.getByText('tenues', { exact: true }).locator('..').textContent()).toBe('tenues1');
    expect(await faultsOf('over')).toEqual([]);
  });
  it('takes the calls of two telephones at two desks at once; one that crashes harms neither', async () => {
    await button('Ajouter un téléphone').click();
    await button('Ajouter un poste').click();
    // What is left to write up of the last call takes some seconds.
    await faster();
    await stateOf(desk(), /^disponible$/);
    await button('Prendre son service', desk('Karim')).click();
    await phone(2).getByLabel('Numéro masqué').check();
    for (const id of [1, 2]) await call(id);
    await faster();
    for (const id of [1, 2]) {
      await hears('tapez 3', id);
      await key('1', id);
    }
    for (const name of ['Claire', 'Karim']) {
      await stateOf(desk(name), 'un appel se présente');
      await button('Accepter l’appel', desk(name)).click();
    }
    await faster();
    for (const name of ['Claire', 'Karim']) await stateOf(desk(name), 'en ligne avec un appelant');
    expect(await faultsOf('two-calls')).toEqual([]);
    if (screenshot !== undefined) {
      await page.setViewportSize(pictured);
      await page.evaluate('scrollTo(0, 0)');
      await page.screenshot({ path: screenshot });
      await page.setViewportSize(wide);
    }

    await button('Ajouter un téléphone').click();
    await call(3);
    await hears('Fin de l’appel', 3);
    await stateOf(phone(3), 'raccroché');
    await button('Mettre en attente', desk('Karim')).click();
    await stateOf(desk('Karim'), 'l’appelant est en attente');
    await button('Reprendre l’appel', desk('Karim')).click();
    await stateOf(desk('Karim'), 'en ligne avec un appelant');
    await button('Raccrocher', phone(1)).click();
    await stateOf(phone(1), 'raccroché');
    await stateOf(phone(2), 'en ligne');
    await stateOf(desk('Claire'), 'après l’appel');
    await stateOf(desk('Karim'), 'en ligne avec un appelant');
    await button('Terminer l’appel', desk('Karim')).click();
    await hears("Comment s'est passé votre appel", 2);
    await button('Raccrocher', phone(2)).click();
    await stateOf(phone(2), 'raccroché');
  });

  it('shows everything again after a reload, and the call goes on', async () => {
    const shown = async () => [
      await phone().getByRole('log', { name: 'SMS reçus' }).textContent(),
      await phone(2).getByRole('log', { name: 'Ce que l’appelant entend' }).textContent(),
      await page.getByRole('region', { name: 'Registre' }).textContent(),
      await page.getByText('Réponse obtenue').textContent(),
    ];
    await call();
    await faster();
    await hears('tapez 3');
    const whole = await shown();
    await page.reload();
    await stateOf(phone(), 'en ligne');
    await hears('tapez 3');
    expect(await shown()).toEqual(whole);
    await key('0');
    await hears('Touche 0');
    await button('Raccrocher', phone()).click();
    await stateOf(phone(), 'raccroché');
  });

  it('can be used by the keyboard alone', async () => {
    const press = (name: string) => page.keyboard.press(name);
    await tabTo(page, 'Poste de Karim / Quitter son service');
    await press('Enter');
    await stateOf(desk('Karim'), 'hors service');
    await page.reload();
    await stateOf(phone(), 'raccroché');
    await tabTo(page, 'Téléphone 1 / Appeler le 3230');
    before.set(1, await heard(1).locator('li').count());
    await press('Enter');
    await stateOf(phone(), 'en ligne');
    await tabTo(page, 'Téléphone 1 / 1');
    await faster();
    await hears('tapez 3');
    await press('1');
    await stateOf(desk(), 'un appel se présente');
    await tabTo(page, 'Poste de Claire / Accepter l’appel');
    await press('Enter');
    await faster();
    await stateOf(desk(), 'en ligne avec un appelant');
    await tabTo(page, 'Poste de Claire / Terminer l’appel');
    await press('Space');
    await tabTo(page, 'Téléphone 1 / 5', 'Shift+Tab');
    await hears("Comment s'est passé votre appel");
    await press('5');
    await hears('Avez-vous eu la réponse');
    await tabTo(page, 'Téléphone 1 / Raccrocher', 'Shift+Tab');
    await press('Enter');
    await stateOf(phone(), 'raccroché');
    await page.getByText('Qualité de l’accueil').waitFor();
    expect(await page.getByText('5 : 2 fois').count()).toBe(1);
  });

  it('gives the promises of the day as a file without any number', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger les promesses' }).click();
    const download = await downloading;
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.split('\r\n')[1]).toMatch(/"allocations";"2026-11-24T10:30:00.000\+01:00";"tenue";"done"/);
    expect(text).not.toMatch(/612345678/);
  });

  it('tells in French what cannot be done', async () => {
    await phone().getByLabel('Son numéro').fill('12');
    await call();
    await page.getByRole('alert').filter({ hasText: 'écrivez par exemple 06 12 34 56 78' }).waitFor();
    expect(await faultsOf('fault')).toEqual([]);
  });
});
