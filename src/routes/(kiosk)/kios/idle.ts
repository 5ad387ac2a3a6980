/** So long without a touch or a key, and the visitor may have left. */
export const IDLE_MS = 45_000;

const SIGNS = ['pointerdown', 'keydown', 'scroll', 'input'] as const;

/**
 * Calls `onidle` each time nobody has touched anything for 45 seconds. Returns the way to stop.
 */
export function idleAfter(onidle: () => void): () => void {
  let timer = setTimeout(onidle, IDLE_MS);
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(onidle, IDLE_MS);
  };
  for (const sign of SIGNS) addEventListener(sign, again, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS) removeEventListener(sign, again, { capture: true });
  };
}
