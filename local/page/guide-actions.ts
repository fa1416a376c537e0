import type { Clock } from '../clock.ts';
import type { Agent } from '../connect/centre.ts';
import { logInSupervisor, openSupervisorGuide } from '../supervisor.ts';
import { deskOf } from './desk-actions.ts';
import { type Journal, supervisorName } from './journal.ts';
import { fieldsOf, RequestFault } from './requests.ts';

type Parameters = Record<string, unknown>;

/** What is pressed on the screens of the agent and of the supervisor, and how the supervisor comes to one. */
export function guideActions(journal: Journal, clock: Clock): Record<string, (parameters: Parameters) => void> {
  return {
    pressAtDesk: (pressed) => press(deskOf(journal, pressed['desk']).agent, pressed),
    pressAtSupervisor: (pressed) => press(journal.supervisor, pressed),
    openGuide: () => {
      const supervisor = (journal.supervisor ??= logInSupervisor(journal.line, supervisorName));
      if (supervisor.contactId !== undefined) throw new RequestFault('Le guide est déjà ouvert.');
      supervisor.setState('available');
      openSupervisorGuide(journal.line, clock, supervisor);
    },
    closeGuide: () => {
      if (!journal.supervisor?.talking) throw new RequestFault('Aucun guide n’est ouvert.');
      journal.supervisor.hangUp();
      journal.supervisor.setState('offline');
    },
  };
}

/** The guide goes on by itself when a call ends: what is pressed must be what is shown. */
function press(agent: Agent | undefined, { screen, button, fields }: Parameters): void {
  const shown = agent?.shown;
  const isShown = shown !== undefined && String(shown.id) === screen;
  if (!isShown || !shown.press(String(button), fieldsOf(fields)))
    throw new RequestFault('Cet écran n’est plus affiché.');
}
