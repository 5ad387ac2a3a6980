/** The four surfaces of the tokens: named on the root element as `data-surface`. */
export type Surface = 'citizen' | 'kiosk' | 'board' | 'staff';

const STAFF_FOLDERS: readonly string[] = ['loket', 'kantor', 'kelola', 'pimpinan', 'masuk', 'akun'];

/**
 * The surface of an address, for the server hook that fills `data-surface` in app.html.
 * `/loket/3` → staff, `/kios` → kiosk, `/papan/a` → board, everything else → citizen.
 */
export function surfaceOf(pathname: string): Surface {
  const folder = pathname.split('/').find((part) => part !== '') ?? '';
  if (folder === 'kios') return 'kiosk';
  if (folder === 'papan') return 'board';
  return STAFF_FOLDERS.includes(folder) ? 'staff' : 'citizen';
}
