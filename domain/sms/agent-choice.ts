/** Before the name of a text on the button that sends it. */
const prefix = 'Envoyer par SMS : ';

/** What the button says that sends this text: a view tells which one was pressed by its words alone. */
export const agentChoice = (text: string): string => `${prefix}${text}`;

/** The name of the text that this button sends; undefined for another button. */
export const textOfAgentChoice = (choice: string): string | undefined =>
  choice.startsWith(prefix) ? choice.slice(prefix.length) : undefined;
