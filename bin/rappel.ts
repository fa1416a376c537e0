// The command line: one word, then what that command understands. Every command is described in the README.
const built: Record<string, () => Promise<{ run: (parameters: string[]) => Promise<number> }>> = {
  start: () => import('../local/commands/start.ts'),
  call: () => import('../local/commands/call.ts'),
  new: () => import('../local/commands/new.ts'),
  flow: () => import('../local/commands/flow.ts'),
  switch: () => import('../local/commands/switch.ts'),
  alert: () => import('../local/commands/alert.ts'),
  'test-case': () => import('../local/commands/test-case.ts'),
  report: () => import('../local/commands/report.ts'),
  doctor: () => import('../local/commands/doctor.ts'),
  forget: () => import('../local/commands/forget.ts'),
  'diff-gate': () => import('../local/commands/diff-gate.ts'),
  bench: () => import('../local/commands/bench.ts'),
  plan: () => import('../simulation/commands/plan.ts'),
};
const notBuiltYet = ['simulate', 'prove', 'soak'];

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [command = '', ...parameters] = process.argv.slice(2);
const load = built[command];
if (load !== undefined) {
  const { run } = await load();
  process.exitCode = await run(parameters);
} else if (notBuiltYet.includes(command)) {
  console.error(`not built yet: ${command}`);
  process.exitCode = 2;
} else {
  console.error(`unknown command "${command}": one of ${Object.keys(built).join(', ')}`);
  process.exitCode = 2;
}
