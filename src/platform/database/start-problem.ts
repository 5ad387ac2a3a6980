/** Why the program cannot start: one clear sentence in each language, and no stack for the person at the terminal. */
export class StartProblem extends Error {
  readonly code: string;
  readonly sentenceId: string;
  readonly sentenceEn: string;

  constructor(code: string, sentenceId: string, sentenceEn: string, options?: ErrorOptions) {
    super(`${sentenceId}\n${sentenceEn}`, options);
    this.name = 'StartProblem';
    this.code = code;
    this.sentenceId = sentenceId;
    this.sentenceEn = sentenceEn;
  }
}
