import type { ChartPhrases } from '../phrases.ts';
import { writtenFigures } from '../written-figures.ts';

const { clock, count, day, duration, share } = writtenFigures('fr');

export const charts: ChartPhrases = {
  outcomes: {
    title: 'Les appels par demi-heure, et ce qu’ils sont devenus',
    alternative: (calls, busiest, busiestCalls) =>
      `Barres empilées de ${count(calls)} appels par demi-heure. La plus chargée commence à ${clock(busiest)}, avec ${count(busiestCalls)} appels.`,
  },
  segments: {
    answered: 'Décrochés par un agent',
    callback: 'Rappel promis',
    informed: 'Renseignés, ou passés ailleurs',
    unserved: 'Sans agent ni promesse',
    leftInMenu: 'Raccrochés avant un choix',
    closed: 'Ligne fermée',
  },
  halfHour: 'Demi-heure',
  voice: {
    title: 'Le temps jusqu’à une voix humaine, attente du rappel comprise',
    alternative: (voices, quickest, within) =>
      `Barres de ${count(voices)} appels qui ont abouti à un agent, par durée. ${share(quickest)} en ${duration(within)} au plus.`,
    unserved: (unserved) =>
      unserved === 0
        ? 'Aucun appel n’est resté sans agent ni promesse.'
        : `${unserved < 2 ? '1 appel resté' : `${count(unserved)} appels restés`} sans agent ni promesse ne sont pas dans ce graphique.`,
    upTo: (seconds) => `${duration(seconds)}\nau plus`,
    between: (from, to) => `de ${duration(from)}\nà ${duration(to)}`,
    beyond: (seconds) => `plus de\n${duration(seconds)}`,
    time: 'Temps',
    cumulated: 'En tout, jusque-là',
  },
  promises: {
    title: 'Ce que les promesses sont devenues',
    alternative: (promises) => `Barres de ${count(promises)} promesses de rappel ; chaque barre porte son nombre.`,
    headings: { called: 'A-t-on appelé ?', talked: 'S’est-on parlé ?' },
  },
  bars: {
    kept: 'Rappelées comme promis',
    late: 'Rappelées en retard',
    neverCalled: 'Jamais rappelées',
    pending: 'Encore à venir',
    cancelled: 'Annulées',
    reachedFirst: 'Jointes au premier appel',
    reachedLater: 'Jointes à un appel suivant',
    givenUp: 'Closes sans réponse',
  },
  answerRate: {
    title: 'Le taux de décroché par un agent, jour par jour',
    alternative: (worst, worstRate, best, bestRate) =>
      `Une barre par jour. Le plus bas : ${share(worstRate)}, ${day(worst)}. Le plus haut : ${share(bestRate)}, ${day(best)}.`,
  },
  noCall: 'aucun cas',
  calls: 'Appels',
  table: (title) => `Tableau : ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  seeTable: 'Les mêmes chiffres en tableau, en annexe',
};
