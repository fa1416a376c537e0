// The flow of a telephone's contact: its drawing with the action under way lit up, and the same in words.
import { create, drawList, drawOnce, drawOptions } from './drawing.js';

const byId = (id) => document.getElementById(id);
const svgNamespace = 'http://www.w3.org/2000/svg';
let drawn = { line: '', flow: '' };

export function drawFlow({ line, phones }) {
  drawOptions(
    byId('followed'),
    phones.map(({ id }) => ({ value: id, text: `Téléphone ${id}` })),
  );
  const phone = phones.find(({ id }) => String(id) === byId('followed').value) ?? phones[0];
  const { underWay, trail, attributes, invocations } = phone.trace;
  const none = phone.state === 'inCall' ? 'aucune, l’appelant est avec un agent' : 'aucune';
  byId('underWay').textContent = underWay === null ? none : `${underWay.flow} : ${underWay.action}`;
  drawList(
    byId('trail'),
    trail.toReversed().map(({ flow, action }) => [action, flow]),
  );
  drawOnce(byId('attributes'), attributes, () =>
    byId('attributes').replaceChildren(...Object.entries(attributes).map(row)),
  );
  drawOnce(byId('invocations'), invocations, () => {
    byId('invocations').replaceChildren(...invocations.toReversed().map(invocation));
  });
  const flow = underWay?.flow ?? trail.at(-1)?.flow;
  if (flow === undefined) colour(drawn.flow, undefined, []);
  else void light(line, flow, underWay?.action, trail);
}

const row = ([name, value]) =>
  create('tr', {}, create('th', { scope: 'row', textContent: name }), create('td', { textContent: value || '(vide)' }));

function invocation({ function: name, parameters, answer, milliseconds }) {
  return create(
    'li',
    {},
    create('strong', { textContent: name }),
    ` en ${Math.round(milliseconds)} ms`,
    create('pre', { textContent: `demande ${JSON.stringify(parameters)}` }),
    create('pre', { textContent: `réponse ${JSON.stringify(answer)}` }),
  );
}

/** Draws the flow anew only where it is another one. */
async function light(line, flow, action, trail) {
  if (drawn.line !== line || drawn.flow !== flow) {
    drawn = { line, flow };
    const drawing = await (await fetch(`/${line}/flow?name=${encodeURIComponent(flow)}`)).json();
    // Another one may have been asked for meanwhile.
    if (drawn.line === line && drawn.flow === flow) byId('flow').replaceChildren(svgOf(drawing));
  }
  colour(flow, action, trail);
}

function colour(flow, action, trail) {
  const taken = new Set(trail.filter((step) => step.flow === flow).map((step) => step.action));
  for (const box of byId('flow').querySelectorAll('g')) {
    box.classList.toggle('taken', taken.has(box.dataset.action));
    if (box.dataset.action === action && !box.classList.contains('lit')) centre(box);
    box.classList.toggle('lit', box.dataset.action === action);
  }
  for (const path of byId('flow').querySelectorAll('path')) {
    path.classList.toggle(
      'taken',
      taken.has(path.dataset.from) && (taken.has(path.dataset.to) || path.dataset.to === action),
    );
    path.classList.toggle('following', path.dataset.from === action);
  }
}

/** Moves the drawing, never the page. */
function centre(box) {
  const view = byId('flow');
  view.scrollLeft = Number(box.dataset.x) - view.clientWidth / 2;
  view.scrollTop = Number(box.dataset.y) - view.clientHeight / 2;
}

function svgOf({ width, height, boxWidth, boxHeight, boxes, arrows }) {
  const places = new Map(boxes.map((box) => [box.id, box]));
  const drawing = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  for (const { from, to, taken, isError } of arrows) {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined) continue;
    const [x1, y1] = [start.x + boxWidth / 2, start.y + boxHeight];
    const [x2, y2] = [end.x + boxWidth / 2, end.y];
    const path = svg('path', { d: `M${x1} ${y1} C${x1} ${y1 + 30} ${x2} ${y2 - 30} ${x2} ${y2}` });
    path.classList.add(isError ? 'error' : 'arrow');
    path.dataset.from = from;
    path.dataset.to = to;
    path.append(titled(`${from} → ${to} ${taken}`));
    drawing.append(path);
  }
  for (const { id, type, x, y } of boxes) {
    const box = svg('g', { 'data-action': id, 'data-x': x + boxWidth / 2, 'data-y': y + boxHeight / 2 });
    const frame = svg('rect', { x, y, width: boxWidth, height: boxHeight, rx: 6 });
    box.append(titled(`${id}, ${type}`), frame, label(id, x, y + 18), label(type, x, y + 35));
    drawing.append(box);
  }
  return drawing;
}

const longestLabel = 27;

function label(text, x, y) {
  const element = svg('text', { x: x + 8, y });
  element.textContent = text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
  return element;
}

function titled(text) {
  const title = svg('title', {});
  title.textContent = text;
  return title;
}

function svg(tag, attributes) {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
