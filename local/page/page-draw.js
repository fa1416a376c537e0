// Draws the view that the server sends. It keeps nothing but what is on the page.
const byId = (id) => document.getElementById(id);
const telephoneStates = { idle: 'raccroché', inCall: 'en ligne' };
const agentStates = {
  offline: 'hors service',
  available: 'disponible',
  ringing: 'un appel se présente, acceptez-le',
  busy: 'appel accepté, l’appelant écoute l’annonce',
  talking: 'en ligne avec un appelant',
  afterContactWork: 'après l’appel, disponible dans dix secondes',
  missed: 'appel non pris, en pause',
};
const bookingStates = {
  queued: 'place gardée',
  booked: 'réservé',
  dialling: 'appelé',
  answered: 'décroché',
  connected: 'avec un agent',
  missed: 'sans réponse',
  done: 'tenu',
  exhausted: 'abandonné après le dernier essai',
  cancelled: 'annulé',
};
const questions = { quality: 'Qualité de l’accueil, de 1 à 5', answered: 'Réponse obtenue' };
const answerNames = { answered: { 1: 'oui', 2: 'non' } };

/** Of an ISO time with its offset: the wall time of the centre, wherever the browser is. */
const wall = (iso) => new Date(`${iso.slice(0, 19)}Z`);
const inFrench = (options) => new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', ...options });
const now = inFrench({ dateStyle: 'full', timeStyle: 'medium' });
const day = inFrench({ weekday: 'long', day: 'numeric', month: 'long' });
const dayAndHour = (iso) => `${day.format(wall(iso))} à ${hour(iso)}`;
const hour = (iso) => `${iso.slice(11, 13)} h ${iso.slice(14, 16)}`;
const telephoneNumber = (e164) => e164.replace(/^\+33/, '0').replaceAll(/(\d\d)(?=\d)/g, '$1 ');

export function draw(view) {
  byId('publicNumber').textContent = view.publicNumber;
  drawTime(view);
  drawTelephone(view.telephone);
  drawAgent(view.agent);
  allow('openGuide', !view.supervisor.open);
  allow('closeGuide', view.supervisor.open);
  drawList('queues', view.queues, ({ name, waiting, agents, free }) => [
    `${name} : ${waiting} en attente`,
    `${free} agent${free > 1 ? 's' : ''} libre${free > 1 ? 's' : ''} sur ${agents}`,
  ]);
  drawList('messages', view.messages, ({ at, to, text, parts }) => [
    text,
    `${hour(at)}, au ${telephoneNumber(to)}, en ${parts} SMS`,
  ]);
  drawList('bookings', view.bookings, ({ slot, states }) => [
    `${slot === null ? 'À son tour' : dayAndHour(slot)} : ${bookingStates[states.at(-1).state]}`,
    states.map(({ at, state }) => `${bookingStates[state]} à ${hour(at)}`).join(', '),
  ]);
  drawList('answers', Object.entries(view.answers), ([question, counts]) => [
    questions[question] ?? question,
    Object.entries(counts)
      .map(([answer, count]) => `${answerNames[question]?.[answer] ?? answer} : ${count} fois`)
      .join(', '),
  ]);
}

function drawTime({ time, elsewhere, promises, telephone }) {
  byId('now').textContent = now.format(wall(time.now));
  byId('now').dateTime = time.now;
  byId('speed').value = String(time.speed);
  const opens = time.opensAt === null ? '' : ` ; elle ouvre ${dayAndHour(time.opensAt)}`;
  const opening = time.open
    ? 'La ligne est ouverte.'
    : `La ligne est fermée${opens}. Pour l’essayer, avancez jusqu’à l’ouverture.`;
  const ringing = elsewhere.length === 0 ? '' : ` Cela sonne aussi sur la ligne ${elsewhere.join(', ')}.`;
  say('opening', `${time.advancing ? 'L’heure avance… ' : ''}${opening}${ringing}`);
  byId('opening').classList.toggle('closed', !time.open);
  allow('untilOpening', !time.open && !time.advancing);
  allow('untilItRings', promises && telephone.state === 'idle' && !time.advancing);
  allow('stopAdvancing', time.advancing);
  for (const button of document.querySelectorAll('[data-advance]')) allow(button, !time.advancing);
}

function drawTelephone({ state, caller, underWay, transcript }) {
  say('telephoneState', telephoneStates[state] ?? `il sonne, ${telephoneNumber(caller)} appelle`);
  allow('call', state === 'idle');
  allow('hangUp', state === 'inCall');
  allow('answer', state === 'ringing');
  allow('refuse', state === 'ringing');
  for (const key of byId('keypad').children) allow(key, state === 'inCall');
  byId('underWay').textContent = underWay === null ? 'aucun' : `${underWay.flow} / ${underWay.action}`;
  drawTranscript('heard', transcript);
}

function drawAgent({ state, onHold, quickConnects, transcript }) {
  say('agentState', agentStates[state] ?? state);
  byId('logIn').textContent = state === 'offline' ? 'Prendre son service' : 'Se rendre disponible';
  allow('logIn', ['offline', 'afterContactWork', 'missed'].includes(state));
  allow('logOut', ['available', 'afterContactWork', 'missed'].includes(state));
  allow('accept', state === 'ringing');
  allow('decline', state === 'ringing');
  allow('endTalk', state === 'talking');
  allow('hold', state === 'talking');
  byId('hold').textContent = onHold ? 'Reprendre l’appel' : 'Mettre en attente';
  allow('passOn', state === 'talking');
  byId('transfer').hidden = quickConnects.length === 0;
  drawOptions('quickConnect', quickConnects);
  drawTranscript('heardAtDesk', transcript);
}

function drawOptions(id, names) {
  const drawn = [...byId(id).options].map(({ value }) => value);
  if (drawn.join() !== names.join()) byId(id).replaceChildren(...names.map((name) => new Option(name)));
}

/** Disabled in name only, so that the focus stays where the person put it. */
function allow(button, allowed) {
  const element = typeof button === 'string' ? byId(button) : button;
  element.setAttribute('aria-disabled', String(!allowed));
}

/** A live region that is written anew may be read anew. */
function say(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}

const idOf = (item) => Number(item?.dataset.id ?? 0);

/** Lines are added at the end and dropped at the start, so that a screen reader reads each once. */
function drawTranscript(id, transcript) {
  const list = byId(id);
  const last = idOf(list.lastElementChild);
  const isHistory = last === 0 && transcript.length > 1;
  const log = list.parentElement;
  log.ariaLive = isHistory ? 'off' : 'polite';
  const first = transcript[0]?.id ?? Infinity;
  while (list.firstElementChild !== null && idOf(list.firstElementChild) < first) list.firstElementChild.remove();
  const added = transcript.filter((line) => line.id > last).map(transcriptItem);
  if (added.length === 0) return;
  list.append(...added);
  log.scrollTop = log.scrollHeight;
}

function transcriptItem({ id, at, who, text }) {
  const item = document.createElement('li');
  item.dataset.id = id;
  item.className = who;
  item.append(Object.assign(document.createElement('time'), { textContent: at.slice(11, 19) }), ` ${text}`);
  return item;
}

/** The newest is first: items are compared from the end, and those drawn already are left alone. */
function drawList(id, values, textOf) {
  const list = byId(id);
  const drawn = [...list.children].toReversed();
  for (const [index, texts] of values.map(textOf).toReversed().entries()) {
    const item = drawn[index];
    if (item === undefined) list.prepend(listItem(texts));
    else if (item.dataset.drawn !== JSON.stringify(texts)) item.replaceWith(listItem(texts));
  }
  for (const item of drawn.slice(values.length)) item.remove();
}

function listItem(texts) {
  const [text, detail] = texts;
  const item = document.createElement('li');
  item.dataset.drawn = JSON.stringify(texts);
  item.append(text, Object.assign(document.createElement('small'), { textContent: detail }));
  return item;
}
