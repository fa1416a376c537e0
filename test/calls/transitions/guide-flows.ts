/** Flows of agents' screens, and the task that brings one: no caller is in them, so agents walk them, in guides.test.ts. */
export const isOnScreens = (flow: string): boolean => /agent-guide|^supervisor-(?:guide|request)$/.test(flow);
