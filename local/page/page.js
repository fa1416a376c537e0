// What the person does goes to the server; what the server shows is drawn by the draw-….js files.
import { drawDesks } from './draw-desks.js';
import { drawFlow } from './draw-flow.js';
import { drawPhones } from './draw-phones.js';
import { drawTime } from './draw-time.js';
import { drawWall } from './draw-wall.js';
import { isAllowed, part } from './drawing.js';
import { drawScreen, pressedOn } from './page-screen.js';
import { hush, onNoVoice, playKey } from './sound.js';

const byId = (id) => document.getElementById(id);
const silence = 'Le centre de contact local ne répond plus. Il a sans doute été arrêté : relancez npm start.';
const examples = { mobile: '06 12 34 56 78', landline: '01 99 00 00 02' };
let line = '';
let views;
let shown;

async function act(action, parameters = {}) {
  try {
    const response = await fetch(`/${line}/${action}`, { method: 'POST', body: JSON.stringify(parameters) });
    byId('fault').textContent = response.ok ? '' : await response.text();
  } catch {
    byId('fault').textContent = silence;
  }
}

function follow(id) {
  line = id;
  location.hash = id;
  byId('line').value = id;
  byId('csv').href = `/${id}/promises.csv`;
  byId('report').href = `/${id}/reports/today`;
  views?.close();
  views = new EventSource(`/${id}/views`);
  views.addEventListener('open', () => {
    // Another server, or another line: nothing of what is drawn holds any more.
    for (const container of [byId('phones'), byId('desks')]) container.replaceChildren();
    byId('fault').textContent = '';
  });
  views.addEventListener('message', ({ data }) => {
    shown = JSON.parse(data);
    drawAll();
  });
  views.addEventListener('error', () => {
    if (byId('fault').textContent !== silence) byId('fault').textContent = silence;
  });
}

function drawAll() {
  drawTime(shown);
  drawPhones(shown);
  drawDesks(shown);
  drawWall(shown);
  drawScreen(byId('supervisorScreen'), shown.supervisor.screen);
  drawFlow(shown);
}

/** The telephone or the desk that an element belongs to. */
function cardOf(element) {
  const { phone, desk } = element.closest('.card')?.dataset ?? {};
  return { ...(phone !== undefined && { phone: Number(phone) }), ...(desk !== undefined && { desk: Number(desk) }) };
}

function press(phone, keys) {
  hush();
  playKey(keys);
  void act('press', { phone, keys });
}

function clicked({ target }) {
  const button = target.closest('button[data-do]');
  if (button === null || !isAllowed(button)) return;
  const { do: action, keys, advance } = button.dataset;
  if (action === 'press') return press(cardOf(button).phone, keys);
  if (action === 'hangUp') hush();
  void act(action, { ...cardOf(button), ...(advance !== undefined && { seconds: Number(advance) }) });
}

function submitted(event) {
  event.preventDefault();
  const form = event.target;
  const screen = form.closest('[data-press]');
  if (screen !== null) {
    void act(screen.dataset.press, { ...cardOf(form), ...pressedOn(event) });
    return;
  }
  if (!isAllowed(form.querySelector('[type=submit]'))) return;
  const fields = Object.fromEntries(new FormData(form));
  if (form.dataset.do === 'switchLine') void act('changeLine', { change: 'switch', ...fields, by: 'superviseur' });
  else
    void act(form.dataset.do, { ...cardOf(form), ...fields, ...('from' in fields && { hidden: 'hidden' in fields }) });
}

/** Digits dial only while the focus is on a key of that telephone: elsewhere they are other people's shortcuts. */
function keyed(event) {
  const keypad = event.target.closest('.keypad');
  const isShortcut = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
  if (keypad === null || isShortcut || !/^[0-9*#]$/.test(event.key) || !isAllowed(keypad.firstElementChild)) return;
  press(cardOf(keypad).phone, event.key);
}

function changed({ target }) {
  if (target.id === 'speed') void act('speed', { times: Number(target.value) });
  if (target.id === 'line') follow(target.value);
  if (target.id === 'followed') drawAll();
  if (target.dataset.part === 'kind') part(target.closest('.card'), 'from').value = examples[target.value];
}

document.addEventListener('click', clicked);
document.addEventListener('submit', submitted);
document.addEventListener('keydown', keyed);
document.addEventListener('change', changed);
onNoVoice(() => {
  byId('fault').textContent =
    'Ni ce navigateur ni cet ordinateur (espeak-ng) n’ont de voix française : lisez les annonces.';
  for (const box of document.querySelectorAll('[data-part="listen"]')) box.checked = false;
});

const lines = await (await fetch('/lines')).json();
byId('line').append(...lines.map(({ id, name }) => new Option(name, id)));
follow(lines.find(({ id }) => `#${id}` === location.hash)?.id ?? lines[0].id);
