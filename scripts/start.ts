// `npm start`: build, migrate, fill an empty database with the demo, serve until interrupted. Everything it keeps is in
// STATE_DIR; removing that folder starts afresh.

import { type DemoSignIn, seedDemo } from '#tests/world/seed.ts';
import { build } from './build.ts';
import { type Embedded, openEmbedded, PortTaken, requireFreePort } from './embedded.ts';
import { migrate } from './migrate.ts';
import { type HostSettings, readHostSettings, SettingsWrong } from './settings.ts';

try {
  await start();
} catch (error) {
  if (!(error instanceof PortTaken || error instanceof SettingsWrong)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(): Promise<void> {
  const { port, stateDir, bindings: settings, basePath } = readHostSettings();
  await requireFreePort(port);
  await build();
  const people = await prepare(stateDir, settings);
  const app = await openEmbedded({ stateDir, settings, serve: true, port });
  stopWhenAsked(app);
  announce(app.url + basePath, people);
}

/** Nobody is served before the tables and the demo are complete. */
async function prepare(stateDir: string, settings: HostSettings['bindings']): Promise<readonly DemoSignIn[]> {
  const { d1, dispose } = await openEmbedded({ stateDir, settings, serve: false });
  try {
    await migrate(d1);
    return await seedDemo(d1, settings);
  } finally {
    await dispose();
  }
}

function stopWhenAsked(app: Embedded): void {
  const stop = (): void => void app.dispose().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // `kill` reaches npm, whose shell dies without passing it on: we notice that our parent is another one.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500);
}

function announce(url: string, people: readonly DemoSignIn[]): void {
  console.log(`
评议 Pingyi is running.

  Citizens   ${url}/
  Staff      ${url}/staff
  Report     ${url}/staff/reports/${new Date().getFullYear()}
`);
  for (const { name, role, password } of people) console.log(`  Sign in as ${name} (${role}), password ${password}`);
  console.log('  Stop with Ctrl+C.');
}
