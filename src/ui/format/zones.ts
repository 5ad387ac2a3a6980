/** The three Indonesian zones by the names people use; another zone shows its offset. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `Asia/Makassar` → `WITA`; any other IANA zone as its offset at that instant, `GMT+8`. */
export function abbreviateZone(zone: string, instant: number): string {
  const known = ABBREVIATIONS[zone];
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    instant,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
