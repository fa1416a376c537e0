import type { SendForAgentResult } from '../contract.ts';

/** What agents read on their screen about the texts that they send: agents read French, whatever the caller speaks. */
export const agentScreen = {
  heading: 'Envoyer un SMS à cette personne',
  reason: 'Motif',
  language: 'Langue',
  languages: { fr: 'français', en: 'anglais' },
  /** `id`: the text's name in the file. */
  cardHeading: (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`,
  beforeSending:
    "Ce texte part au numéro de l'appel, une seule fois. Pour une ligne fixe ou un numéro masqué, un portable vous est demandé.",
  mobile: 'Téléphone portable de la personne',
  mobileHint: "Demandez-lui un numéro de portable : il sert à ce seul SMS, et n'est gardé nulle part.",
  sendToMobile: 'Envoyer à ce numéro',
  back: 'Revenir à la liste',
  unknown: 'Nous ne savons pas si le SMS est parti.',
  fault: "Ce guide s'est interrompu. L'appel continue.",
} as const;

/** What came of it. */
export const agentResults: Readonly<Record<SendForAgentResult['status'], string>> = {
  sent: 'Le SMS est envoyé.',
  alreadySent: 'Ce SMS est déjà parti pendant cet appel. Il ne part pas deux fois.',
  landline: "C'est une ligne fixe. Elle ne reçoit pas de SMS.",
  hidden: "Le numéro est masqué. Le SMS n'a pas pu partir.",
  notWritten: "Nous n'envoyons pas de SMS à ce numéro.",
  stopped: "Cette personne ne souhaite pas de SMS. Rien n'est parti.",
  limit: "Cette personne a déjà reçu plusieurs SMS aujourd'hui. Celui-ci n'est pas parti.",
  refused: "Le SMS a été refusé. Il n'est pas parti.",
  unknown: "Nous ne savons pas si le SMS est parti. Il n'est pas envoyé une seconde fois.",
};
