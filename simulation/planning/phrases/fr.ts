import type { PlanPhrases } from '../plan-phrases.ts';

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const whole = (value: number): string => number.format(value);

export const french: PlanPhrases = {
  locale: 'fr-FR',
  colon: ' : ',
  title: (name) => `${name} : agents, rappels, quotas et coûts d'une semaine ordinaire`,
  weekday: {
    monday: 'lundi',
    tuesday: 'mardi',
    wednesday: 'mercredi',
    thursday: 'jeudi',
    friday: 'vendredi',
    saturday: 'samedi',
    sunday: 'dimanche',
  },

  supposed: 'Ce qui est supposé',
  demandOfLoad: (load) =>
    `Appels : le fichier n'en dit rien. Le travail de toutes les personnes qui appellent est pris pour ${load} de ce que les agents peuvent faire dans la semaine (--load). Avec vos chiffres : --calls-per-hour, ou --profile.`,
  demandPerHour: (calls) =>
    `Appels : ${calls} par heure en moyenne, pour un agent, toutes files ensemble (--calls-per-hour).`,
  demandCounted: (source) => `Appels : ceux de ${source}, par demi-heure.`,
  shapeSupposed:
    "Répartition : le matin monte à 1,8 fois la moyenne, la fin de journée descend à la moitié ; le lundi est le plus chargé. C'est une hypothèse : comptez vos appels, puis --profile.",
  callsPerPerson: (calls) =>
    `Chaque personne appelle ${calls} fois par jour, échecs compris (--calls-per-person) : les agents sont comptés pour les personnes, les quotas pour les appels.`,
  queueOfFile: (queue, agents, handleMinutes, patienceMinutes) =>
    `${queue} : ${agents} agents (fichier), ${handleMinutes} min par appel, ${patienceMinutes} min de patience.`,
  targets: (abandoned, answered) =>
    `Objectifs : au plus ${abandoned} d'abandons (--abandoned) ; taux officiel de décroché par un agent, ${answered} au moins.`,
  callbackSupposed: (taken, reached) =>
    `Rappel : ${taken} de ceux à qui il est proposé l'acceptent (--take), ${reached} des personnes rappelées répondent.`,

  inBrief: 'En bref',
  weekLoad: (load, worstDay, worstLoad) =>
    `Les personnes qui appellent apportent ${load} du travail que les agents du fichier peuvent faire dans la semaine ; ${worstLoad} le ${worstDay}.`,
  overloaded: (servedAtMost, agentsMissing) =>
    `Le rappel ne crée pas de capacité : au-dessus de 100 %, quoi qu'on promette, au plus ${servedAtMost} des personnes seront servies. Il faut au moins ${agentsMissing} agents de plus à toute heure, ou moins de raisons d'appeler.`,
  overloadedDays: (days, agentsMissing) =>
    `Le rappel ne crée pas de capacité : ${days}, le travail dépasse les agents, et une partie des personnes ne peut être servie que le lendemain. Pour tout servir le jour même, il faut ${agentsMissing} agents de plus à toute heure.`,
  bearable:
    'Le travail tient chaque jour dans le temps des agents : ce qui manque, ce sont des agents à la pointe, et le rappel peut y suppléer.',
  withoutCallbacks: ({ persons }, lost, minutes) =>
    `Sans rappel : sur ${whole(persons)} personnes par semaine, ${lost} repartent sans agent à leur premier appel ; chacune attend ${minutes} min au téléphone.`,
  withCallbacks: ({ booked }, lost, minutes) =>
    `Avec rappel : ${whole(booked)} sont rappelées plus tard dans la journée, sans rien coûter à celles qui restent en ligne ; ${lost} repartent sans agent, et l'attente tombe à ${minutes} min par personne.`,
  worstHalfHour: (when, official, target) =>
    `Agents manquants à la pire demi-heure, ${when} : ${official} pour le taux officiel, ${target} pour l'objectif d'abandons.`,
  noneMissing: "Aucun agent ne manque pour l'objectif, à aucune demi-heure.",
  pooled: (when, agents, missing) =>
    `Tous les agents servent toutes les files : ensemble, la pire demi-heure (${when}) demande ${agents} agents ; il en manque ${missing}.`,
  seatsOfFile: (seats, bearable) =>
    `Le fichier vend jusqu'à ${seats} rappels ce jour-là, dont ${bearable} tombent quand des agents sont libres. Les autres prennent des agents à ceux qui attendent en ligne : personne de plus n'est servi, mais on attend moins au téléphone. Si les promesses ne sont pas tenues, baissez callback.share.`,

  queueOn: (queue, day, worst) => `${queue}, ${day}${worst ? ' (le jour le plus chargé)' : ' (un jour moyen)'}`,
  columns: [
    ['', 'heure'],
    ['', 'personnes'],
    ['', 'agents'],
    ['il faut', '85 %'],
    ['il faut', 'objectif'],
    ['manquent', '85 %'],
    ['manquent', 'objectif'],
    ['sans rappel', 'perdus'],
    ['sans rappel', 'attente'],
    ['rappels', 'possibles'],
    ['rappels', 'fichier'],
  ],
  dayTotal: ({ surplus, seats, withCallbacks }) =>
    `${whole(surplus)} personnes de plus que ce que les agents de leur demi-heure peuvent prendre ; ${whole(seats)} rappels possibles dans la journée, ${whole(withCallbacks.booked)} promis.`,
  columnsExplained: (reserve) => [
    `Rappels possibles : durée / durée d'un appel × (agents − agents de l'objectif), arrondi à l'inférieur. La règle suppose que ${reserve} agents restent libres pour qui appelle.`,
    'Attente : la moyenne de toutes les personnes, servies ou parties. Perdus : parties sans agent.',
  ],

  quotas: 'Quotas à demander à AWS',
  quotaColumns: ['quota', 'par défaut', 'il faut', ''],
  quotaName: {
    concurrentCalls: "appels simultanés de l'instance",
    concurrentChats: "conversations simultanées (guides à l'écran)",
    startOutboundVoiceContactPerSecond: 'StartOutboundVoiceContact, par seconde',
    getContactMetricsPerSecond: 'GetContactMetrics, par seconde',
    getCurrentMetricDataPerSecond: 'GetCurrentMetricData, par seconde',
    describeContactPerSecond: 'DescribeContact, par seconde',
    smsSpendingUsdPerMonth: 'dépense de SMS, dollars par mois',
    users: "utilisateurs de l'instance",
    lambdaConcurrency: 'exécutions Lambda simultanées du compte',
    instances: 'instances par compte et région',
  },
  toAsk: 'à demander',
  enough: 'suffit',
  quotaReasons: (quotas) => [
    "Appels simultanés : tous les agents en ligne, la file d'attente de la pire demi-heure, les menus et les deux questions, et trois écarts-types.",
    "Au-delà des appels simultanés, l'appelant entend la tonalité d'occupation, et aucune annonce : demandez large. Compter de quelques heures à trois semaines, l'instance existant déjà.",
    ...(quotas.some(({ quota, ask }) => quota === 'getContactMetricsPerSecond' && ask)
      ? ['GetContactMetrics : au-delà, la place est estimée et annoncée comme telle ; rien ne casse.']
      : []),
    ...(quotas.some(({ quota, ask }) => quota === 'instances' && ask)
      ? ['Instances : ou un compte AWS par administration (clé account), ce qui sépare aussi les quotas.']
      : []),
    "SMS : la dépense si toutes les heures que le fichier vend sont prises. La limite atteinte, plus aucun SMS ne part avant le mois suivant. Sortez d'abord du bac à sable (docs/go-live.md).",
  ],
  countries: (countries) =>
    countries === ''
      ? 'Appels sortants : la France seule, permise dès le premier jour.'
      : `Appels sortants : la France est permise ; demandez au support ${countries} (fichier, sms.countries), sinon ces personnes ne peuvent pas être rappelées.`,

  costs: 'Coûts, en dollars et hors taxes',
  costColumns: ['pour 1 000 appels', 'sans rappel', 'avec rappel'],
  costItem: {
    connectVoiceMinute: 'Amazon Connect, minutes de voix',
    inboundTollFreeMinute: 'numéro vert, minutes reçues',
    inboundDirectMinute: 'numéro direct, minutes reçues',
    outboundMinute: 'minutes de rappel',
    smsPart: 'SMS',
    functionsPerCall: 'fonctions et registre',
  },
  costTotal: 'total',
  perMonth: 'par mois',
  perPerson: 'par personne servie',
  lineKind: {
    tollFree: "Numéro gratuit pour l'appelant (0800 à 0805) : l'attente est payée par l'administration.",
    direct:
      "Numéro direct : ce que votre opérateur facture pour y renvoyer le numéro court ou le 080x n'est pas compté.",
  },
  prices: 'Prix employés (à remplacer par --prices)',
  priceSource: {
    connectVoiceMinute:
      "page des prix d'Amazon Connect, voix et intelligence artificielle illimitée ; 0,018 sans elle, d'après un blog d'AWS de 2020",
    inboundTollFreeMinute: "téléphonie d'Amazon Connect, numéros gratuits de pays voisins (Autriche, Belgique)",
    inboundDirectMinute: "téléphonie d'Amazon Connect, numéros directs de pays voisins (0,00 à 0,01)",
    outboundMinute: "téléphonie d'Amazon Connect, appels vers les mobiles français, ordre de grandeur",
    smsPart: 'AWS End User Messaging, un segment vers la France, entre 0,07 et 0,08',
    functionsPerCall: "prix de liste d'AWS Lambda et de DynamoDB : moins d'un cent pour mille appels",
  },
  confidence: {
    read: 'lu',
    old: 'ancien',
    unproven: 'à vérifier',
    yours: 'le vôtre',
  },
  costsExplained: [
    'Deux SMS par rappel : la promesse, et un avis avant la sonnerie. Les agents, de loin le premier coût, ne sont pas comptés.',
    "Un numéro vert paie aussi l'attente : la réduire réduit la facture.",
  ],

  limits: 'Ce que ce plan ne dit pas',
  limitsExplained: [
    "Chaque demi-heure est calculée seule (Erlang A), chaque personne n'appelant qu'une fois : ni file qui déborde sur la suivante, ni personnes qui rappellent.",
    "Les jours fériés, les débuts de mois et les campagnes n'y sont pas : refaites-le avec les appels comptés d'un tel jour.",
  ],
};
