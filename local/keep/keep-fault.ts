/** A kept directory cannot be used; the message is one sentence that says why. */
export class KeepFault extends Error {}
