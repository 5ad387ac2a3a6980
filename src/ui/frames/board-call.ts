/** A call as a board shows it. Never a name, never a service that reveals a matter. */
export interface BoardCall {
  /** */
  readonly number: string;
  readonly agency: string;
  /** The desk's number: 3. */
  readonly counter: string;
  /** Said only where the board's readers have to change floors: "lantai 2". */
  readonly floor?: string | undefined;
  /** Another one when the same number is called again, so that the panel turns for it too. */
  readonly turn?: number | undefined;
}
