/** How a booth on a plan is at the moment: words that fit below its name, and a look that repeats them. */
export interface FloorState {
  readonly text: string;
  readonly look: 'busy' | 'quiet' | 'shut' | 'alarm';
}
