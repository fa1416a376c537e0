/** Generic names that French operators have blocked since 10 March 2025 (AF2M, the operators' association), and STOP words. */
const genericNames: ReadonlySet<string> = new Set([
  'ADMIN', 'ALERT', 'ALERTE', 'ALERTES', 'ALERTS', 'AMENDE', 'ARRET', 'BANK', 'BANQUE', 'CODE', 'COLIS', 'CONFIRM', 'CONTACT',
  'DELIVERY', 'FACTURE', 'GOUV', 'GOUVFR', 'INFO', 'INFOS', 'INFORMATION', 'LIVRAISON', 'MESSAGE', 'MESSAGES', 'MOBILE', 'NOTICE',
  'NOTIF', 'OTP', 'PAIEMENT', 'PARCEL', 'PAYMENT', 'RAPPEL', 'RAPPELS', 'RDV', 'RENDEZVOUS', 'SECURE', 'SECURITE', 'SECURITY',
  'SERVICE', 'SERVICES', 'SMS', 'STOP', 'SUPPORT', 'TEST', 'URGENCE', 'URGENT', 'VERIF', 'VERIFY',
]); // prettier-ignore

/** Why French operators would not carry SMS from this sender; undefined where they would, once it is authorised. */
export function senderIdFault(senderId: string): string | undefined {
  if (!/^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/.test(senderId)) {
    return '3 to 11 letters and digits, at least one letter, no accent, space or sign';
  }
  if (genericNames.has(senderId.toUpperCase())) {
    return 'French operators block generic names: use the name of the administration';
  }
  return undefined;
}
