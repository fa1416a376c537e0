import type { CallEvent } from '../../local/call-event.ts';
import type { Agent } from '../../local/connect/centre.ts';
import type { Screen } from '../../local/connect/screen.ts';
import { ServiceError } from '../../local/http-endpoint.ts';
import type { Laptop } from '../../local/laptop.ts';
import type { Line } from '../../local/line.ts';
import { logInSupervisor, openSupervisorGuide } from '../../local/supervisor.ts';
import { eventsOfContact, heard, type PlacedCall, tellCall } from './place-call.ts';

const secondsBetweenScreens = 3;
/** A button by its words, or a form filled in. */
type Step = string | { button: string; fields: Record<string, string> };

interface Guided {
  events: CallEvent[];
  screens: Screen[];
  /** What callers hear, one list a caller. */
  heard: string[][];
  log: string[];
}

/** A supervisor opens the guide and presses these buttons, one a screen; the callers ring half a minute later. */
async function guided(
  steps: Step[],
  call: PlacedCall = {},
  prepare: (line: Line, laptop: Laptop, supervisor: Agent) => void = () => undefined,
): Promise<Guided> {
  const left = [...steps];
  const screens: Screen[] = [];
  const log: string[] = [];
  const told = await tellCall({
    agents: 'none',
    press: 'x',
    ...call,
    others: [{ at: '2026-11-24T10:07', from: '+33612345602', press: '1 - x', ...call }],
    lambdas: (invoker) => ({
      stop: () => invoker.stop(),
      invoke: async (...parameters) => {
        const result = await invoker.invoke(...parameters);
        log.push(...result.logs);
        return result;
      },
    }),
    before: (line, laptop) => {
      const supervisor = logInSupervisor(line, 'marie.durand');
      line.centre.onView((view) => {
        screens.push(view.screen);
        const step = left.shift();
        if (step === undefined) return;
        const [button, fields] = typeof step === 'string' ? [step, {}] : [step.button, step.fields];
        laptop.clock.at(laptop.clock.now() + secondsBetweenScreens * 1000, () => {
          if (!view.press(button, fields)) throw new Error(`no button ${button}`);
        });
      });
      prepare(line, laptop, supervisor);
      openSupervisorGuide(line, laptop.clock, supervisor);
    },
  });
  const { events } = told;
  return { events, screens, heard: told.contactIds.map((id) => heard(eventsOfContact(events, id))), log };
}

const rings = ({ events }: Guided): number => events.filter(({ kind }) => kind === 'ringing').length;
const alert = (fields: Record<string, string>): Step => ({ button: 'Publier cette annonce', fields });
const sound = { fr: 'Nos bureaux sont en grève.', en: 'Our offices are on strike.', date: '2026-11-24', time: '18:00' };

describe('the guide of a supervisor', () => {
  it('shows what is in force: no alert, and callbacks offered and dialled in the queue', async () => {
    const { screens } = await guided([]);
    expect(screens[0]?.texts).toEqual([
      "Aucune annonce n'est publiée.",
      'File allocations : rappels proposés, rappels promis passés.',
    ]);
  });

  it('publishes an alert: the next caller hears it, and the supervisor sees it in force', async () => {
    const { screens, heard: callers } = await guided(['Écrire une annonce', alert(sound), 'Revenir à la ligne']);
    expect(screens[1]?.fields.map(({ name, type, value }) => [name, type, value])).toEqual([
      ['fr', 'text', ''],
      ['en', 'text', ''],
      ['date', 'date', '2026-11-24'],
      ['time', 'time', '18:00'],
    ]);
    expect(screens[2]?.heading).toBe(
      "L'annonce est publiée. Chaque appelant l'entend dès maintenant, jusqu'à 18 heures.",
    );
    expect(screens[3]?.texts[0]).toBe("Annonce, jusqu'à 18 heures : Nos bureaux sont en grève.");
    expect(callers[1]?.join(' ')).toContain('Nos bureaux sont en grève.');
  });

  it('tells callers in English what was written in English, and in French where nothing was', async () => {
    const english = await guided(['Écrire une annonce', alert(sound)], { press: '8 1 x' });
    expect(english.heard[1]?.join(' ')).toContain('Our offices are on strike.');
    const french = await guided(['Écrire une annonce', alert({ ...sound, en: '' })], { press: '8 1 x' });
    expect(french.heard[1]?.join(' ')).toContain('Nos bureaux sont en grève.');
  });

  it('withdraws an alert', async () => {
    const { heard: callers, screens } = await guided([
      'Écrire une annonce',
      alert(sound),
      'Revenir à la ligne',
      "Retirer l'annonce",
      'Revenir à la ligne',
    ]);
    expect(screens[4]?.heading).toBe("L'annonce est retirée.");
    expect(screens[5]?.texts[0]).toBe("Aucune annonce n'est publiée.");
    expect(callers[1]?.join(' ')).not.toContain('grève');
  });

  it.each<[string, Record<string, string>]>([
    ['without a text', { ...sound, fr: ' ' }],
    ['with an address', { ...sound, fr: 'Voyez www.caf.fr.' }],
    ['that has ended', { ...sound, time: '09:00' }],
    ['without a date', { ...sound, date: '' }],
    ['at an hour there is not', { ...sound, time: '31:00' }],
    ['for more than 31 days', { ...sound, date: '2027-02-01' }],
  ])('publishes no alert %s, says what it takes, and keeps what was written', async (_, fields) => {
    const { screens, heard: callers } = await guided([
      'Écrire une annonce',
      alert(fields),
      'Revenir sans rien changer',
    ]);
    expect(screens[2]?.fault).toMatch(/^L'annonce n'est pas publiée\. Il faut un texte de 1 à 300 caractères/);
    expect(Object.fromEntries((screens[2]?.fields ?? []).map(({ name, value }) => [name, value]))).toEqual(fields);
    expect(screens[3]?.texts[0]).toBe("Aucune annonce n'est publiée.");
    expect(callers[1]?.join(' ')).not.toMatch(/grève|caf\.fr/);
  });

  it('publishes what was corrected', async () => {
    const { screens, heard: callers } = await guided([
      'Écrire une annonce',
      alert({ ...sound, fr: 'Voyez www.caf.fr.' }),
      alert(sound),
    ]);
    expect(screens[3]?.heading).toMatch(/^L'annonce est publiée/);
    expect(callers[1]?.join(' ')).toContain('Nos bureaux sont en grève.');
  });

  it('pauses the offer of a queue: no callback is offered to the next caller, until it is resumed', async () => {
    const off = 'Ne plus proposer de rappel : allocations';
    const busy: PlacedCall = { agents: 0, queue: 60, press: '1 x' };
    const { heard: callers, screens } = await guided([off, 'Revenir à la ligne'], busy);
    expect(screens[2]?.texts[1]).toContain('File allocations : rappels non proposés, rappels promis passés.');
    expect(callers[1]?.join(' ')).not.toMatch(/être rappelé/);
    const on = await guided([off, 'Revenir à la ligne', 'Proposer de nouveau un rappel : allocations'], busy);
    expect(on.heard[1]?.join(' ')).toMatch(/être rappelé/);
  });

  it('suspends the dialling of a queue: who was promised an hour is not called at it', async () => {
    const booked: PlacedCall = { agents: 0, queue: 60, press: '1 2 1 -', until: '2026-11-24T10:50' };
    expect(rings(await guided(['Suspendre les rappels promis : allocations'], booked))).toBe(0);
    expect(rings(await guided([], booked))).toBeGreaterThan(0);
  });

  it('is audited: the log says who asked for what, as Connect knows the person, and not what was said', async () => {
    const { log } = await guided([
      'Écrire une annonce',
      alert(sound),
      'Revenir à la ligne',
      'Suspendre les rappels promis : allocations',
    ]);
    const audited = log.join('\n');
    expect(audited).toMatch(/"lineChanged".*"change":"alert","by":"marie\.durand"/);
    expect(audited).toMatch(/"lineChanged".*"queue":"allocations","what":"dialling","to":"off","by":"marie\.durand"/);
    expect(audited).not.toMatch(/grève|strike/);
  });

  it('changes nothing before somebody has accepted the task, and says so', async () => {
    const { screens, log } = await guided(["Retirer l'annonce"], {}, (_, __, supervisor) => {
      // The workspace shows the guide as soon as the task is offered.
      supervisor.accept = () => undefined;
    });
    expect(screens[1]?.heading).toMatch(/^Acceptez d'abord cette tâche/);
    expect(log.join()).not.toContain('lineChanged');
  });

  it('says that it does not know where Connect does not say who asks, and changes nothing', async () => {
    const { screens, log } = await guided(["Retirer l'annonce"], {}, (line) => {
      const error = new ServiceError('InternalServiceException', 'by the test', 500);
      line.connect.faults.inject('DescribeUser', { error });
    });
    expect(screens[1]?.heading).toBe("Nous ne savons pas si c'est fait. Revenez à la ligne pour le voir.");
    expect(log.join()).not.toContain('lineChanged');
  });

  it('comes back without a change from the form', async () => {
    const { screens, log } = await guided(['Écrire une annonce', 'Revenir sans rien changer']);
    expect(screens.map(({ view }) => view)).toEqual(['detail', 'form', 'detail']);
    expect(log.join()).not.toContain('lineChanged');
  });

  it('is not offered to agents: a task of supervisors reaches nobody who takes calls', async () => {
    const shownTo: string[] = [];
    await guided([], {}, (line, _, supervisor) => {
      supervisor.setState('offline');
      const agent = line.centre.logIn('Claire', ['VOICE']);
      line.centre.onView(({ agentId, screen }) => {
        if (screen.view === 'detail') shownTo.push(agentId === agent.id ? 'Claire' : 'somebody else');
      });
    });
    expect(shownTo).toEqual([]);
  });
});
