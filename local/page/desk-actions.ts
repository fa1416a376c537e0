import type { Desk } from './desk.ts';
import type { Journal } from './journal.ts';
import { between, present, RequestFault, type Action } from './requests.ts';

/**
 * What is done at the agents' desks, and the crowd that keeps all other agents busy; `desk` is one's number on the page, the first by default.
 * @throws RequestFault, in French, for what cannot be done now
 */
export function deskActions(journal: Journal): Record<string, Action> {
  const offered = (id: unknown) => inState(deskOf(journal, id), 'ringing', 'Aucun appel ne se présente au poste.');
  const inTalk = (id: unknown) => {
    const agent = inState(deskOf(journal, id), 'busy', 'Le poste n’est pas en ligne.');
    if (agent.transferContactId !== undefined) throw new RequestFault('Le transfert est en cours.');
    if (agent.talking) return agent;
    throw new RequestFault('L’appelant écoute encore l’annonce : attendez qu’il vous entende.');
  };
  return {
    addDesk: () => void present(journal.addDesk(), 'La page montre six postes au plus.'),
    logIn: ({ desk: id }) => {
      const desk = deskOf(journal, id);
      // Calls alone, as the routing profile of agents says.
      desk.agent ??= journal.line.centre.logIn(desk.name, ['VOICE']);
      desk.agent.setState('available');
    },
    logOut: ({ desk: id }) => {
      const { agent } = deskOf(journal, id);
      if (agent?.state === 'busy' || agent?.state === 'ringing') {
        throw new RequestFault('Terminez d’abord l’appel du poste.');
      }
      agent?.setState('offline');
    },
    accept: ({ desk }) => offered(desk).accept(),
    decline: ({ desk }) => offered(desk).refuse(),
    endTalk: ({ desk }) => inTalk(desk).hangUp(),
    hold: ({ desk }) => {
      const agent = inTalk(desk);
      if (agent.onHold) agent.resume();
      else agent.hold();
    },
    transfer: ({ desk, to }) => {
      const agent = inTalk(desk);
      const known = journal.line.centre.quickConnects().find((name) => name === to);
      agent.transfer(present(known, 'Cette file n’existe pas.'));
    },
    addCallers: ({ count }) => {
      const added = between(count, 1, 200);
      // Nobody queues while agents are free: callers come because all are busy.
      journal.line.staff(0);
      journal.line.addWaitingCallers(added);
    },
  };
}

/** @throws RequestFault where there is no such desk */
export function deskOf({ desks }: Journal, id: unknown): Desk {
  return present(
    desks.find((desk) => desk.id === Number(id ?? 1)),
    'Ce poste n’existe pas.',
  );
}

function inState({ agent }: Desk, state: string, fault: string) {
  return present(agent?.state === state ? agent : undefined, fault);
}
