// A program that starts the embedded database in the folder named and then waits, for tests that kill it.
import { startEmbedded } from '../start-embedded.ts';

const [dataFolder = '', leave] = process.argv.slice(2);
try {
  const database = await startEmbedded({ dataFolder });
  const { pid, socketFolder } = database;
  console.log(JSON.stringify({ pid, socketFolder, url: database.urlFor('migrator') }));
  if (leave === 'leave') process.exit(0);
  setInterval(() => {}, 60_000);
} catch (problem) {
  console.log(JSON.stringify({ code: (problem as { code?: unknown }).code ?? String(problem) }));
  process.exitCode = 1;
}
