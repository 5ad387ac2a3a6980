const CHECK_MS = 5 * 60_000;
const LOOK_MS = 5_000;

/** What SvelteKit knows about newer screens on the server. */
interface Updated {
  readonly current: boolean;
  check(): Promise<boolean>;
}

/** A device that nobody restarts takes new screens by itself, once nobody is in the middle of something. */
export function reloadWhenNew(updated: Updated, isIdle: () => boolean): () => void {
  // Not reachable now: the next round asks again.
  const check = setInterval(() => void updated.check().catch(() => false), CHECK_MS);
  const look = setInterval(() => {
    if (updated.current && isIdle()) location.reload();
  }, LOOK_MS);
  return () => {
    clearInterval(check);
    clearInterval(look);
  };
}
