/** The fewest keys that make a line: take any of them away, and the file is refused. */
export const smallestFile = `# yaml-language-server: $schema=./administration.schema.json
id: caf
name: CAF
spokenName: { fr: "la Caisse d'allocations familiales" }
region: eu-central-1
alias: rappel-caf
identity: saml
publicNumber: "3230"
hours: { monday: ["09:00-16:30"], tuesday: ["09:00-12:00", "13:30-16:30"] }
queues:
  allocations: { agents: { default: 60 }, handleTimeSeconds: 360 }
subjects:
  - { key: "1", id: allocations, spoken: { fr: "vos droits et vos paiements" }, queue: allocations }
sms: { senderId: CAF }
`;
