import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from './program.ts';
import { Scene, SECRET } from './scene.ts';

/** The product, running in its own process on its own database, with the bench's mall in it. */
export interface Hall {
  readonly url: string;
  /** Of the app role, for pgbench. */
  readonly appUrl: string;
  readonly program: Program;
  readonly scene: Scene;
  stop(): Promise<void>;
}

export async function openHall(): Promise<Hall> {
  const folder = mkdtempSync(join(tmpdir(), 'balairung-bench-'));
  // As root the database runs as another user, who has to get through.
  chmodSync(folder, 0o755);
  const program = await Program.start('serve-hall.ts', {
    BALAIRUNG_DATA: join(folder, 'data'),
    BALAIRUNG_SECRET: SECRET,
    BALAIRUNG_REQUESTS_PER_MINUTE: '0',
    BALAIRUNG_JOBS: 'off',
    DATABASE_URL: '',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: '',
  });
  const addresses = await program.ask<{ url: string; appUrl: string; migratorUrl: string }>('addresses');
  const scene = new Scene(addresses.migratorUrl);
  await scene.setUp();
  return {
    url: addresses.url,
    appUrl: addresses.appUrl,
    program,
    scene,
    async stop() {
      await scene.close();
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
