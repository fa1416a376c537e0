// The supervisor's wall, and the ledger of promises.
import { allow, create, dayAndHour, drawList, drawOnce, drawOptions, hour } from './drawing.js';

const byId = (id) => document.getElementById(id);
const fates = {
  due: 'à tenir',
  kept: 'tenues',
  broken: 'non tenues',
  unanswered: 'appelées, sans réponse',
  cancelled: 'annulées',
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
const deskStates = {
  offline: 'hors service',
  available: 'disponible',
  ringing: 'sonne',
  busy: 'en ligne',
  talking: 'en ligne',
  afterContactWork: 'après l’appel',
  missed: 'en pause',
};

export function drawWall({ wall, desks, supervisor, bookings, answers }) {
  allow(byId('openGuide'), !supervisor.open);
  allow(byId('closeGuide'), supervisor.open);
  drawOnce(byId('queues'), wall.queues, () => byId('queues').replaceChildren(...wall.queues.map(queueRow)));
  drawOnce(byId('fates'), wall.promises, () => {
    const figures = Object.entries(fates).map(([fate, words]) => [words, wall.promises[fate]]);
    byId('fates').replaceChildren(...figures.map(figure));
  });
  drawList(
    byId('staff'),
    desks.map(({ name, state }) => [name, deskStates[state]]),
  );
  drawOnce(byId('alarms'), wall.alarms, () => byId('alarms').replaceChildren(...alarmsShown(wall.alarms)));
  drawList(
    byId('inForce'),
    wall.inForce.map((sentence) => [sentence, '']),
  );
  drawOptions(
    byId('switchQueue'),
    wall.queues.map(({ name }) => ({ value: name, text: name })),
  );
  drawList(
    byId('answers'),
    Object.entries(answers).map(([question, counts]) => [questions[question] ?? question, countsOf(question, counts)]),
  );
  drawList(
    byId('bookings'),
    bookings.map(({ queue, slot, states }) => [
      `${slot === null ? 'À son tour' : dayAndHour(slot)}, file ${queue} : ${bookingStates[states.at(-1).state]}`,
      states.map(({ at, state }) => `${bookingStates[state]} à ${hour(at)}`).join(', '),
    ]),
  );
}

function countsOf(question, counts) {
  const answers = Object.entries(counts).map(
    ([answer, count]) => `${answerNames[question]?.[answer] ?? answer} : ${count} fois`,
  );
  return answers.join(', ');
}

function queueRow({ name, waiting, oldestSeconds, agents, free, inTalk }) {
  const cells = [waiting, waiting === 0 ? '–' : duration(oldestSeconds), inTalk, free, agents];
  return create(
    'tr',
    {},
    create('th', { scope: 'row', textContent: name }),
    ...cells.map((textContent) => create('td', { textContent })),
  );
}

function duration(seconds) {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
}

function alarmsShown(alarms) {
  if (alarms.length === 0) return [create('li', { textContent: 'Aucune alarme.' })];
  return alarms.map(({ name, since, suffers, runbook }) =>
    create(
      'li',
      {},
      create('a', { href: `/runbook#${runbook}`, textContent: name, target: 'runbook' }),
      ` depuis ${hour(since)}`,
      create('small', { textContent: suffers, lang: 'en' }),
    ),
  );
}

const figure = ([words, count]) =>
  create('div', {}, create('dt', { textContent: words }), create('dd', { textContent: count }));
