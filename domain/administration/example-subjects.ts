/** Subjects to start from, in the two languages; the documentation and the editor show them. */

export const queueSubjectExample = {
  key: '1',
  id: 'allocations',
  spoken: { fr: 'vos droits et vos paiements', en: 'your benefits and payments' },
  queue: 'allocations',
};

export const informationSubjectExample = {
  key: '2',
  id: 'attestation',
  spoken: { fr: 'une attestation', en: 'a certificate' },
  information: {
    spoken: {
      fr: "À l'accueil de votre Caf, une borne imprime votre attestation tout de suite.",
      en: 'At the reception of your Caf, a machine prints your certificate at once.',
    },
    sms: {
      fr: "pour une attestation, allez à la borne de l'accueil de votre Caf.",
      en: 'for a certificate, use the machine at the reception of your Caf.',
    },
  },
};

const transferSubjectExample = {
  key: '1',
  id: 'sante',
  spoken: { fr: "l'Assurance Maladie", en: 'the health insurance' },
  transferNumber: '+33199003646',
};

export const menuSubjectExample = {
  key: '3',
  id: 'autre-service',
  spoken: { fr: 'un autre service', en: 'another service' },
  subjects: [transferSubjectExample],
};
