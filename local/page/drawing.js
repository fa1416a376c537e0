// How things are put on the page, whatever they are. It keeps nothing but what is on the page.
/** Of an ISO time with its offset: the wall time of the centre, wherever the browser is. */
export const wall = (iso) => new Date(`${iso.slice(0, 19)}Z`);
export const inFrench = (options) => new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', ...options });
const day = inFrench({ weekday: 'long', day: 'numeric', month: 'long' });
export const hour = (iso) => `${iso.slice(11, 13)} h ${iso.slice(14, 16)}`;
export const dayAndHour = (iso) => `${day.format(wall(iso))} à ${hour(iso)}`;
export const telephoneNumber = (e164) => e164.replace(/^\+33/, '0').replaceAll(/(\d\d)(?=\d)/g, '$1 ');

export const create = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** The part of a card, or of the page, with that name. */
export const part = (place, name) => place.querySelector(`[data-part="${name}"]`);

/** One card of the template for each value; a card that is there stays, with the focus and what is written in it. */
export function drawCards(container, template, values, { begin, draw }) {
  for (const value of values) {
    const drawn = [...container.children].find(({ dataset }) => dataset.card === String(value.id));
    const card = drawn ?? template.content.firstElementChild.cloneNode(true);
    if (drawn === undefined) {
      card.dataset.card = value.id;
      begin(card, value);
      container.append(card);
    }
    draw(card, value);
  }
  for (const card of [...container.children].slice(values.length)) card.remove();
}

/** Disabled in name only, so that the focus stays where the person put it. */
export function allow(button, allowed) {
  button.setAttribute('aria-disabled', String(!allowed));
}
export const isAllowed = (button) => button.getAttribute('aria-disabled') !== 'true';

/** Buttons of a card by what they do, with whether that can be done now. */
export function allowThese(card, allowed) {
  for (const [action, is] of Object.entries(allowed)) {
    for (const button of card.querySelectorAll(`[data-do="${action}"]`)) {
      allow(button.matches('form') ? button.querySelector('[type=submit]') : button, is);
    }
  }
}

/** A live region that is written anew may be read anew. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const idOf = (item) => Number(item?.dataset.id ?? 0);

/** Lines are added at the end and dropped at the start, so that a screen reader reads each once. Gives what was added, unless all is history. */
export function drawTranscript(list, transcript) {
  const last = idOf(list.lastElementChild);
  const isHistory = last === 0 && transcript.length > 1;
  const log = list.parentElement;
  log.ariaLive = isHistory ? 'off' : 'polite';
  const first = transcript[0]?.id ?? Infinity;
  while (list.firstElementChild !== null && idOf(list.firstElementChild) < first) list.firstElementChild.remove();
  const added = transcript.filter((line) => line.id > last);
  if (added.length === 0) return [];
  list.append(...added.map(transcriptItem));
  log.scrollTop = log.scrollHeight;
  return isHistory ? [] : added;
}

/** No line begins with what ends a part of a French sentence. */
const unbroken = (text) => text.replaceAll(/ (?=[:;!?»])/g, '\u00a0').replaceAll('« ', '«\u00a0');

function transcriptItem({ id, at, who, text }) {
  const time = create('time', { textContent: at.slice(11, 19) });
  const item = create('li', { className: who }, time, ` ${unbroken(text)}`);
  item.dataset.id = id;
  return item;
}

/** Texts with a detail each. The newest is first: items are compared from the end, and those drawn already are left alone. */
export function drawList(list, values) {
  const drawn = [...list.children].toReversed();
  for (const [index, texts] of values.toReversed().entries()) {
    const item = drawn[index];
    if (item === undefined) list.prepend(listItem(texts));
    else if (item.dataset.drawn !== JSON.stringify(texts)) item.replaceWith(listItem(texts));
  }
  for (const item of drawn.slice(values.length)) item.remove();
}

function listItem(texts) {
  const [text, detail] = texts;
  const item = create('li', {}, unbroken(text), create('small', { textContent: detail }));
  item.dataset.drawn = JSON.stringify(texts);
  return item;
}

/** Only where something changed, so that what is selected or open stays so. */
export function drawOnce(element, value, draw) {
  const text = JSON.stringify(value);
  if (element.dataset.drawn === text) return;
  element.dataset.drawn = text;
  draw();
}

export function drawOptions(select, options) {
  drawOnce(select, options, () => {
    const chosen = select.value;
    select.replaceChildren(...options.map(({ value, text }) => new Option(text, value)));
    if (options.some(({ value }) => String(value) === chosen)) select.value = chosen;
  });
}
