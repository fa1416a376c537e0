const firstNames =
  'Amina Antoine Aurélie Bruno Camille Chantal Claire David Émilie Fatou Franck Gaëlle Hélène Hugo Inès Jérôme Julie Karim Laure Leïla ' +
  'Lucas Marc Mathilde Nadia Nicolas Olivier Patricia Rachid Sandrine Sophie Thomas Yasmine';
const names = firstNames.split(' ');

/** A plausible first name for a simulated agent: the same for the same id, so that drawing it takes nothing from the seed of the calls. */
export function firstNameFor(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return names[sum % names.length] ?? '';
}
