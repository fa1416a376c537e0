// Draws what a guide shows on a desk's screen, and reads what is pressed on it. A stand-in for the agent workspace, and says so.
const create = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** Only another screen is drawn anew: what somebody is writing, and where the focus is, stay. */
export function drawScreen(place, screen) {
  const id = String(screen?.id ?? '');
  if (place.dataset.drawn === id) return;
  place.dataset.drawn = id;
  const hadFocus = place.contains(document.activeElement);
  const heading = place.querySelector('h4');
  heading.textContent = screen?.heading ?? 'Aucun guide n’est ouvert.';
  const body = place.querySelector('form');
  body.replaceChildren(...(screen === null ? [] : partsOf(screen)));
  if (hadFocus) heading.focus();
}

/** Of the form in which something is pressed: the screen it is on, the words of the button, what is in the fields. */
export const pressedOn = ({ target, submitter }) => ({
  screen: target.parentElement.dataset.drawn,
  button: submitter?.value ?? '',
  fields: Object.fromEntries(new FormData(target)),
});

function partsOf({ subheading, fault, known, texts, cards, fields, buttons }) {
  return [
    ...(fault === '' ? [] : [create('p', { className: 'fault', role: 'alert', textContent: fault })]),
    ...known.map(({ label, value }) => create('p', {}, create('strong', { textContent: `${label} : ` }), value)),
    ...[subheading, ...texts].filter((text) => text !== '').map((text) => create('p', { textContent: text })),
    ...cards.map(card),
    ...fields.map(field),
    ...buttons.map((words, index) => submit(words, index > 0)),
  ];
}

function card({ heading, text, hint, buttons }) {
  return create(
    'details',
    {},
    create('summary', { textContent: heading }),
    create('p', { textContent: `« ${text} »` }),
    create('p', { className: 'hint', textContent: hint }),
    ...buttons.map((words) => submit(words, false)),
  );
}

function field({ name, label, type, value }) {
  return create('label', {}, `${label} `, create('input', { name, type, value, autocomplete: 'off' }));
}

/** Its words are what the guide is told. */
function submit(words, isQuiet) {
  return create('button', { type: 'submit', value: words, textContent: words, className: isQuiet ? 'quiet' : '' });
}
