import type { SwitchedThing } from '../line-changes.ts';
import { french } from './fr.ts';

/** What supervisors read on their screen about what they change at once. They read French. */
export const supervisorScreen = {
  /** Name of the task that a supervisor creates to open the guide. */
  taskName: 'Annonce et rappels de la ligne',
  taskDescription: 'Ouvre le guide qui publie une annonce, suspend ou reprend les rappels.',
  heading: 'Ce que vivent les appelants en ce moment',
  writeHeading: 'Écrire une annonce',
  writeHint:
    "C'est la première chose que chaque appelant entendra. Écrivez de 1 à 300 caractères, sans adresse Internet.",
  text: { fr: "Texte de l'annonce", en: "Texte de l'annonce, en anglais" },
  untilDate: "Dernier jour de l'annonce",
  untilTime: 'Heure de fin',
  back: 'Revenir sans rien changer',
  next: 'Revenir à la ligne',
  changeUnknown: "Nous ne savons pas si c'est fait. Revenez à la ligne pour le voir.",
  lineUnknown: 'Nous ne pouvons pas lire ce qui est en vigueur. Revenez à la ligne pour essayer de nouveau.',
  fault: "Ce guide s'est interrompu. Ce qui était fait le reste.",
} as const;

/** Words of the buttons: a view tells which one was pressed by them alone. */
export const supervisorButtons = {
  write: 'Écrire une annonce',
  publish: 'Publier cette annonce',
  endAlert: "Retirer l'annonce",
  switches: {
    offering: { off: 'Ne plus proposer de rappel', on: 'Proposer de nouveau un rappel' },
    dialling: { off: 'Suspendre les rappels promis', on: 'Reprendre les rappels promis' },
  },
} as const;

/** What came of what a supervisor asked. */
export const supervisorResults = {
  alert: (date: string, today: string, minutes: number): string =>
    `L'annonce est publiée. Chaque appelant l'entend dès maintenant, jusqu'à ${end(date, today, minutes)}.`,
  endAlert: "L'annonce est retirée.",
  switch: {
    offering: { off: "Plus aucun rappel n'est proposé dans cette file.", on: 'Les rappels sont de nouveau proposés.' },
    dialling: {
      off: 'Les rappels promis sont suspendus dans cette file. Ils restent promis.',
      on: 'Les rappels promis reprennent.',
    },
  },
  alertRefused:
    "L'annonce n'est pas publiée. Il faut un texte de 1 à 300 caractères, en mots seulement, sans adresse Internet, et une fin à venir, dans les 31 jours.",
  refused: "Ce changement n'est pas possible. Rien n'a changé.",
  nobody: "Acceptez d'abord cette tâche : nous devons savoir qui demande ce changement.",
} as const;

/** What is in force. */
export const lineInForce = {
  noAlert: "Aucune annonce n'est publiée.",
  alert: (text: string, date: string, today: string, minutes: number): string =>
    `Annonce, jusqu'à ${end(date, today, minutes)} : ${text}`,
  unknown: 'Nous ne pouvons pas le lire en ce moment.',
  /** Of one queue. */
  queue: (queue: string, { offering, dialling }: Record<SwitchedThing, 'on' | 'off'>): string =>
    `File ${queue} : ${offering === 'on' ? 'rappels proposés' : 'rappels non proposés'}, ${
      dialling === 'on' ? 'rappels promis passés' : 'rappels promis suspendus'
    }.`,
} as const;

/** "18 heures", "demain 18 heures", "mardi 24 novembre, midi". */
function end(date: string, today: string, minutes: number): string {
  const clock = french.clock(minutes);
  return date === today ? clock : `${french.day(date, today)}, ${clock}`;
}
