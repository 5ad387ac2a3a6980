import { openKiosk } from '../../tests/journeys/hall-hands.ts';
import { openHall } from '../../tests/journeys/support.ts';
import { atMost, type Part } from '../figures.ts';

const NUMBERS = 40;
const GAPS_MS = [0, 130, 260, 390, 520] as const;

/** From a number at the kiosk to the manager's floor that shows it, in a browser, beside taking the number alone. */
export const floorPart: Part = {
  name: 'floor',
  title: "The manager's floor after an event",
  async run() {
    const hall = await openHall({ at: '2026-11-24T10:00+08:00' });
    try {
      const kiosk = await openKiosk(hall);
      const page = await hall.newPage('desktop', { signedInAs: 'hairunnisa@balangan.contoh' });
      await page.goto('/kelola', { waitUntil: 'networkidle' });
      const shown: number[] = [];
      const taken: number[] = [];
      for (let count = 1; count <= NUMBERS; count += 1) {
        const seen = page.waitForFunction(
          (wanted) => Number([...document.querySelectorAll('.kpis .kpi b')].at(-1)?.textContent) >= wanted,
          count,
          { polling: 10 },
        );
        const startedAt = performance.now();
        await kiosk.issue('ktp-el-baru');
        taken.push(performance.now() - startedAt);
        await seen;
        shown.push(performance.now() - startedAt);
        await new Promise((resolve) => setTimeout(resolve, GAPS_MS[count % GAPS_MS.length]));
      }
      const baseline = { name: 'taking the number alone', values: taken };
      return {
        figures: [{ name: 'shown', unit: 'ms', product: shown, baseline, aim: atMost(1000, 'ms') }],
        notes: [
          `${NUMBERS} numbers at uneven gaps; the floor is told by the stream and reads the whole hall anew.`,
        ],
      };
    } finally {
      await hall.stop();
    }
  },
};
