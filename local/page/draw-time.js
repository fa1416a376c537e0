// The clock of the centre.
import { allow, dayAndHour, inFrench, say, wall } from './drawing.js';

const byId = (id) => document.getElementById(id);
const now = inFrench({ dateStyle: 'full', timeStyle: 'medium' });

export function drawTime({ time, elsewhere, promises, phones }) {
  byId('now').textContent = now.format(wall(time.now));
  byId('now').dateTime = time.now;
  byId('speed').value = String(time.speed);
  if (byId('jumpTo').value === '') byId('jumpTo').value = time.now.slice(0, 16);
  const opens = time.opensAt === null ? '' : ` ; elle ouvre ${dayAndHour(time.opensAt)}`;
  const opening = time.open
    ? 'La ligne est ouverte.'
    : `La ligne est fermée${opens}. Pour l’essayer, avancez jusqu’à l’ouverture.`;
  const ringing = elsewhere.length === 0 ? '' : ` Cela sonne aussi sur la ligne ${elsewhere.join(', ')}.`;
  say(byId('opening'), `${time.advancing ? 'L’heure avance… ' : ''}${opening}${ringing}`);
  byId('opening').classList.toggle('closed', !time.open);
  const idle = phones.every(({ state }) => state === 'idle');
  allow(byId('untilOpening'), !time.open && !time.advancing);
  allow(byId('untilItRings'), promises && idle && !time.advancing);
  allow(byId('stopAdvancing'), time.advancing);
  for (const button of document.querySelectorAll('[data-advance], #jump [type=submit]')) allow(button, !time.advancing);
}
