// The agents' desks.
import { allowThese, drawCards, drawOptions, drawTranscript, part, say } from './drawing.js';
import { drawScreen } from './page-screen.js';

const states = {
  offline: 'hors service',
  available: 'disponible',
  ringing: 'un appel se présente, acceptez-le',
  busy: 'appel accepté, l’appelant écoute l’annonce',
  talking: 'en ligne avec un appelant',
  afterContactWork: 'après l’appel, disponible dans dix secondes',
  missed: 'appel non pris, en pause',
};

export function drawDesks({ desks, quickConnects }) {
  drawCards(document.getElementById('desks'), document.getElementById('desk'), desks, {
    begin: (card, { id, name }) => {
      card.dataset.desk = id;
      card.ariaLabel = `Poste de ${name}`;
      part(card, 'title').textContent = `Poste de ${name}`;
    },
    draw: (card, desk) => drawDesk(card, desk, quickConnects),
  });
}

function drawDesk(card, { state, onHold, transcript, screen }, quickConnects) {
  say(part(card, 'state'), onHold ? 'l’appelant est en attente' : (states[state] ?? state));
  card.dataset.state = state;
  say(card.querySelector('[data-do="logIn"]'), state === 'offline' ? 'Prendre son service' : 'Se rendre disponible');
  say(card.querySelector('[data-do="hold"]'), onHold ? 'Reprendre l’appel' : 'Mettre en attente');
  allowThese(card, {
    logIn: ['offline', 'afterContactWork', 'missed'].includes(state),
    logOut: ['available', 'afterContactWork', 'missed'].includes(state),
    accept: state === 'ringing',
    decline: state === 'ringing',
    endTalk: state === 'talking',
    hold: state === 'talking',
    transfer: state === 'talking',
  });
  part(card, 'transfer').hidden = quickConnects.length === 0;
  drawOptions(
    part(card, 'quickConnect'),
    quickConnects.map((name) => ({ value: name, text: name })),
  );
  drawTranscript(part(card, 'heard'), transcript);
  drawScreen(part(card, 'screen'), screen);
}
