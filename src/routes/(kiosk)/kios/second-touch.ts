const TOUCH_MS = 500;
const TOUCH_PIXELS = 48;

/**
 * A double touch changes the step with its first half; its second half must not press whatever has just come under
 * the finger. Keys and touches elsewhere pass.
 */
export function guardSecondTouch(step: () => unknown): (device: HTMLElement) => () => void {
  return (device) => {
    let last = { at: -Infinity, x: 0, y: 0, step: step() };
    const guard = (event: MouseEvent) => {
      // A press by keyboard has no place on the screen.
      if (event.detail === 0) return;
      const now = { at: performance.now(), x: event.clientX, y: event.clientY, step: step() };
      const isSecond =
        now.at - last.at < TOUCH_MS && Math.hypot(now.x - last.x, now.y - last.y) < TOUCH_PIXELS;
      if (isSecond && now.step !== last.step) {
        event.stopPropagation();
        event.preventDefault();
        return;
      }
      last = now;
    };
    device.addEventListener('click', guard, { capture: true });
    return () => device.removeEventListener('click', guard, { capture: true });
  };
}
