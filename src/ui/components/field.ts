import type { HTMLInputAttributes } from 'svelte/elements';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second line below the label. */
  readonly hint?: string | undefined;
}

interface Asked {
  /** The question, or what the field holds. */
  label: string;
  name: string;
  /** Anchor of the field, for the error summary; the name where absent. */
  id?: string | undefined;
  /** Where to find it or how it looks, before the field. */
  hint?: string | undefined;
  /** What to write, as one sentence: "Tahun lahir belum diisi. Tulis empat angka, misalnya 2026." */
  error?: string | undefined;
  optional?: boolean | undefined;
  value?: string | undefined;
}

type InputHints = Pick<
  HTMLInputAttributes,
  'autocomplete' | 'inputmode' | 'maxlength' | 'placeholder' | 'spellcheck' | 'autocapitalize'
>;

export type FieldProps =
  | (Asked &
      InputHints & {
        kind?: 'text';
        type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'time' | 'date' | undefined;
      })
  | (Asked & { kind: 'textarea'; maxlength?: number | undefined; rows?: number | undefined })
  | (Asked & {
      kind: 'select';
      options: readonly Choice[];
      /** What no choice means, where that is an answer: "Semua gerai". */
      none?: string | undefined;
    })
  | (Asked & { kind: 'radio'; options: readonly Choice[] });
