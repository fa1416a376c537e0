// What the person does goes to the server; what the server shows is drawn by page-draw.js.
import { draw } from './page-draw.js';
import { drawScreen, pressedOn } from './page-screen.js';

const byId = (id) => document.getElementById(id);
const silence = 'Le centre de contact local ne répond plus. Il a sans doute été arrêté : relancez npm start.';
const isAllowed = (button) => button.getAttribute('aria-disabled') !== 'true';
let line = '';
let views;

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
  views?.close();
  views = new EventSource(`/${id}/views`);
  views.addEventListener('open', () => {
    for (const list of document.querySelectorAll('ol, ul')) list.replaceChildren();
    byId('fault').textContent = '';
  });
  views.addEventListener('message', ({ data }) => {
    const view = JSON.parse(data);
    draw(view);
    drawScreen(byId('agentScreen'), view.agent.screen);
    drawScreen(byId('supervisorScreen'), view.supervisor.screen);
  });
  views.addEventListener('error', () => {
    if (byId('fault').textContent !== silence) byId('fault').textContent = silence;
  });
}

function onClick(button, action, parameters = () => ({})) {
  button.addEventListener('click', () => {
    if (isAllowed(button)) void act(action, parameters());
  });
}

function onSubmit(form, action, parameters) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isAllowed(form.querySelector('[type=submit]'))) void act(action, parameters());
  });
}

function createKey(key) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = key;
  button.ariaLabel = { '*': 'étoile', '#': 'dièse' }[key] ?? key;
  onClick(button, 'press', () => ({ keys: key }));
  return button;
}

function keyed(event) {
  const writes = event.target.matches('select, input:not([type=checkbox])');
  const isShortcut = event.ctrlKey || event.metaKey || event.repeat;
  if (writes || isShortcut || !/^[0-9*#]$/.test(event.key) || !isAllowed(byId('hangUp'))) return;
  void act('press', { keys: event.key });
}

byId('keypad').append(...'123456789*0#'.split('').map(createKey));
document.addEventListener('keydown', keyed);
onSubmit(byId('ring'), 'ring', () => ({ from: byId('hidden').checked ? 'anonymous' : byId('from').value }));
onSubmit(byId('transfer'), 'transfer', () => ({ to: byId('quickConnect').value }));
onSubmit(byId('crowd'), 'addCallers', () => ({ count: byId('count').value }));
for (const [id, action] of [
  ['agentScreen', 'pressAtDesk'],
  ['supervisorScreen', 'pressAtSupervisor'],
]) {
  byId(id).addEventListener('submit', (event) => {
    event.preventDefault();
    void act(action, pressedOn(event));
  });
}
byId('hidden').addEventListener('change', () => {
  byId('from').disabled = byId('hidden').checked;
});
const plainActions =
  'hangUp answer refuse logIn logOut accept decline hold endTalk openGuide closeGuide untilOpening untilItRings stopAdvancing'.split(
    ' ',
  );
for (const action of plainActions) onClick(byId(action), action);
for (const button of document.querySelectorAll('[data-advance]')) {
  onClick(button, 'advance', () => ({ seconds: Number(button.dataset.advance) }));
}
byId('speed').addEventListener('change', () => void act('speed', { times: Number(byId('speed').value) }));
byId('line').addEventListener('change', () => follow(byId('line').value));

const lines = await (await fetch('/lines')).json();
byId('line').append(...lines.map(({ id, name }) => new Option(name, id)));
follow(lines.find(({ id }) => `#${id}` === location.hash)?.id ?? lines[0].id);
