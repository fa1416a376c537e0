import { deskName, type Journal } from './journal.ts';
import { between, present, RequestFault, type Action } from './requests.ts';

/** The agent's desk, and the crowd that keeps all other agents busy. @throws RequestFault, in French, for what cannot be done now */
export function deskActions(journal: Journal): Record<string, Action> {
  const inState = (state: string, fault: string) =>
    present(journal.desk?.state === state ? journal.desk : undefined, fault);
  const inTalk = () => {
    const desk = inState('busy', 'Le poste n’est pas en ligne.');
    if (desk.transferContactId !== undefined) throw new RequestFault('Le transfert est en cours.');
    if (desk.talking) return desk;
    throw new RequestFault('L’appelant écoute encore l’annonce : attendez qu’il vous entende.');
  };
  return {
    logIn: () => {
      // Calls alone, as the routing profile of agents says.
      journal.desk ??= journal.line.centre.logIn(deskName, ['VOICE']);
      journal.desk.setState('available');
    },
    logOut: () => {
      if (journal.desk?.state === 'busy' || journal.desk?.state === 'ringing') {
        throw new RequestFault('Terminez d’abord l’appel du poste.');
      }
      journal.desk?.setState('offline');
    },
    accept: () => inState('ringing', 'Aucun appel ne se présente au poste.').accept(),
    decline: () => inState('ringing', 'Aucun appel ne se présente au poste.').refuse(),
    endTalk: () => inTalk().hangUp(),
    hold: () => {
      const desk = inTalk();
      if (desk.onHold) desk.resume();
      else desk.hold();
    },
    transfer: ({ to }) => {
      const desk = inTalk();
      desk.transfer(
        present(
          journal.line.centre.quickConnects().find((name) => name === to),
          'Cette file n’existe pas.',
        ),
      );
    },
    addCallers: ({ count }) => {
      const added = between(count, 1, 200);
      // Nobody queues while agents are free: callers come because all are busy.
      journal.line.staff(0);
      journal.line.addWaitingCallers(added);
    },
  };
}
