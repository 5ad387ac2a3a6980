import { StartProblem } from '../database/start-problem.ts';

/** The sentence for what the file system or the database answered; anything else is handed back as it came. */
export function explainBackupProblem(file: string, problem: unknown): unknown {
  if (problem instanceof StartProblem || !(problem instanceof Error)) return problem;
  switch ((problem as { code?: string }).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartProblem(
        'backup-disk-full',
        `Ruang kosong tidak cukup untuk menulis cadangan ${file}; tidak ada yang disimpan.`,
        `There is not enough room to write the backup ${file}; nothing was kept.`,
        { cause: problem },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartProblem(
        'backup-not-allowed',
        `Berkas cadangan ${file} tidak boleh dibaca atau ditulis di tempat itu.`,
        `The backup ${file} may not be read or written there.`,
        { cause: problem },
      );
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return new StartProblem(
        'backup-not-found',
        `Berkas cadangan ${file}, atau foldernya, tidak ada.`,
        `The backup ${file}, or its folder, does not exist.`,
        { cause: problem },
      );
    case '53100':
      return targetFullProblem(problem);
    default:
      return problem;
  }
}

/** A backup never writes over a file. */
export function fileExistsProblem(file: string): StartProblem {
  return new StartProblem(
    'backup-file-exists',
    `Berkas ${file} sudah ada; pilih nama lain.`,
    `The file ${file} exists already; choose another name.`,
  );
}

/** Cut short, changed, or never a backup. */
export function damagedProblem(file: string, cause?: unknown): StartProblem {
  return new StartProblem(
    'backup-damaged',
    `Berkas ${file} rusak atau bukan cadangan Balairung; tidak ada yang dipulihkan.`,
    `The file ${file} is damaged or not a Balairung backup; nothing was restored.`,
    { cause },
  );
}

/** The backup holds a migration that this checkout does not know. */
export function newerBackupProblem(migration: string): StartProblem {
  return new StartProblem(
    'backup-newer-schema',
    `Cadangan ini dibuat versi Balairung yang lebih baru (${migration}); perbarui program ini dulu.`,
    `This backup was made by a newer Balairung (${migration}); update this program first.`,
  );
}

/** Something is in the target already. */
export function notEmptyProblem(found: string): StartProblem {
  return new StartProblem(
    'target-not-empty',
    `Basis data tujuan sudah berisi (${found}); pulihkan ke tempat yang kosong, misalnya dengan --into FOLDER.`,
    `The target database is not empty (${found}); restore into an empty one, for instance with --into FOLDER.`,
  );
}

/** The disk under the target has no room. */
export function targetFullProblem(cause?: unknown): StartProblem {
  return new StartProblem(
    'target-disk-full',
    'Ruang kosong tidak cukup untuk memulihkan cadangan ini; tidak ada yang dipulihkan.',
    'There is not enough room to restore this backup; nothing was restored.',
    { cause },
  );
}

/** What arrived is not what was in the file. */
export function differenceProblem(what: string): StartProblem {
  return new StartProblem(
    'restore-difference',
    `Hasil pemulihan berbeda dari cadangan (${what}); tidak ada yang dipulihkan.`,
    `What was restored differs from the backup (${what}); nothing was restored.`,
  );
}
