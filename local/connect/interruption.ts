/** What a flow that is interrupted throws. One object: building an error for each interruption would cost more than the call. */
export const interruption = new Error('interrupted');
