/** The year of an address, or that of today where it names none between 2000 and 2099. */
export function readYear(text: string | null, today: string): number {
  return text !== null && /^20\d{2}$/.test(text) ? Number(text) : Number(today.slice(0, 4));
}

/** `2026-01` … `2026-12`. */
export function monthsOfYear(year: number): string[] {
  return Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);
}
