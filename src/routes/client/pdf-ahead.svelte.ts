import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { createApi } from './api.ts';
import { pdfRefusalOf, sendFile } from './send-file.ts';

/** A PDF that goes ahead of the form to which it belongs; without one, or without scripts, the form goes alone. */
export class PdfAhead {
  /** What has arrived, 0 to 1, while it is on its way. */
  share = $state<number | undefined>();
  /** For the form's hidden field. */
  uploadId = $state('');
  refusal = $state<BareRefusal | undefined>();

  readonly busy = $derived(this.share !== undefined && this.uploadId === '');

  /** @param input the field in which the PDF was chosen */
  async send(event: SubmitEvent, input: HTMLInputElement | undefined): Promise<void> {
    const scan = input?.files?.[0];
    if (scan === undefined || this.uploadId !== '') return;
    event.preventDefault();
    if (this.share !== undefined) return;
    const form = event.currentTarget as HTMLFormElement;
    this.refusal = undefined;
    this.share = 0;
    try {
      this.uploadId = await sendFile(createApi('person'), scan, (arrived) => (this.share = arrived));
      // The hidden field takes its value with the next paint.
      requestAnimationFrame(() => form.requestSubmit());
    } catch (error) {
      this.refusal = pdfRefusalOf(error, scan.name);
      this.share = undefined;
    }
  }
}
