// The callers' telephones.
import {
  allow,
  allowThese,
  create,
  drawCards,
  drawList,
  drawTranscript,
  hour,
  part,
  say,
  telephoneNumber,
} from './drawing.js';
import { hush, speak } from './sound.js';

const states = { idle: 'raccroché', inCall: 'en ligne' };
const keyNames = { '*': 'étoile', '#': 'dièse' };

export function drawPhones({ phones, publicNumber }) {
  drawCards(document.getElementById('phones'), document.getElementById('phone'), phones, {
    begin,
    draw: (card, phone) => drawPhone(card, phone, publicNumber),
  });
}

function begin(card, { id, number, hidden }) {
  card.dataset.phone = id;
  card.ariaLabel = `Téléphone ${id}`;
  part(card, 'title').textContent = `Téléphone ${id}`;
  part(card, 'from').value = telephoneNumber(number);
  part(card, 'hidden').checked = hidden;
  part(card, 'kind').value = /^\+33[67]/.test(number) ? 'mobile' : 'landline';
  part(card, 'keypad').append(...'123456789*0#'.split('').map(createKey));
}

function createKey(key) {
  const button = create('button', { type: 'button', textContent: key, ariaLabel: keyNames[key] ?? key });
  button.dataset.do = 'press';
  button.dataset.keys = key;
  return button;
}

function drawPhone(card, { state, caller, transcript, messages }, publicNumber) {
  say(part(card, 'state'), states[state] ?? `il sonne, ${telephoneNumber(caller)} appelle`);
  const ends = state === 'idle' && card.dataset.state === 'inCall';
  card.dataset.state = state;
  part(card, 'publicNumber').textContent = publicNumber;
  allowThese(card, {
    ring: state === 'idle',
    hangUp: state === 'inCall',
    answer: state === 'ringing',
    refuse: state === 'ringing',
  });
  for (const key of part(card, 'keypad').children) allow(key, state === 'inCall');
  const added = drawTranscript(part(card, 'heard'), transcript);
  if (part(card, 'listen').checked) {
    if (ends) hush();
    for (const { who, text } of added) if (who === 'machine') speak(text);
  }
  say(part(card, 'messageCount'), String(messages.length));
  drawList(
    part(card, 'messages'),
    messages.map(({ at, text, parts }) => [text, `Reçu à ${hour(at)}, en ${parts} partie${parts > 1 ? 's' : ''}`]),
  );
}
