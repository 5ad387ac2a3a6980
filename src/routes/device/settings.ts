/** The address names a setting once, when the device is put up; from then on the device keeps it. */
const PREFIX = 'balairung.setting.';

/**
 * The value of a device's setting: from the address (`/papan?suara=id,en`), else as it was kept.
 * @returns null where it was never set
 */
export function readSetting(name: string): string | null {
  const said = new URLSearchParams(location.search).get(name);
  if (said === null) return localStorage.getItem(PREFIX + name);
  localStorage.setItem(PREFIX + name, said.slice(0, 100));
  return said;
}
