import type { Overview } from '#areas/reports/contract.ts';
import { createApi, refusalOf } from '../../../client/api.ts';
import { followStream } from '../../../client/follow.ts';

/**
 * The overview is a heavy read over the whole mall: however busy the hall, the server is not kept at it for more than a fifth
 * of the time, and a page that follows an event within the second needs it no more often than this.
 */
const LOOK_EVERY_MS = 500;
const REST_FACTOR = 4;
const REFOLLOW_MS = 2000;
const LOOK_ANYWAY_MS = 30_000;

/** The mall as the manager saw it last, kept fresh by the mall's stream. */
export class OverviewState {
  overview: Overview;
  link: 'live' | 'stale' = $state('live');
  signedOut = $state(false);

  constructor(overview: Overview) {
    this.overview = $state.raw(overview);
  }

  /** Follows the mall until told to stop. */
  follow(): () => void {
    const api = createApi('person');
    let mayLookAt = 0;
    /** What the stream alone says: a look that fails after the line came back must not keep the page old. */
    let streamLink: 'live' | 'stale' = 'live';
    let again = false;
    let stopped = false;
    let look: ReturnType<typeof setTimeout> | undefined;
    let refollow: ReturnType<typeof setTimeout> | undefined;
    let stopStream: () => void = () => {};
    const refresh = async () => {
      look = undefined;
      again = false;
      const startedAt = performance.now();
      mayLookAt = Infinity;
      try {
        this.overview = await api.reports.getOverview();
        this.link = streamLink;
        this.signedOut = false;
      } catch (error) {
        const { refused } = refusalOf(error);
        if (refused === 'SIGN_IN_NEEDED' || refused === 'FORBIDDEN') this.signedOut = true;
        else this.link = 'stale';
      }
      const took = performance.now() - startedAt;
      mayLookAt = performance.now() + Math.max(LOOK_EVERY_MS - took, took * REST_FACTOR);
      if (again && !stopped) lookSoon();
    };
    const lookSoon = () => {
      // While one look is on its way, what happens meanwhile needs another one.
      again = mayLookAt === Infinity;
      if (!again) look ??= setTimeout(() => void refresh(), Math.max(0, mayLookAt - performance.now()));
    };
    const open = () => {
      stopStream = followStream(this.overview.streamToken, {
        onState: lookSoon,
        onLink: (link) => {
          if (link === 'live' && this.link === 'stale') lookSoon();
          this.link = streamLink = link;
        },
        onEnded: () => {
          this.link = streamLink = 'stale';
          refollow = setTimeout(() => void refresh().then(open), REFOLLOW_MS);
        },
      });
    };
    open();
    // What should have happened and did not, such as a booth that opens late, sends no event.
    const regularly = setInterval(lookSoon, LOOK_ANYWAY_MS);
    return () => {
      stopped = true;
      clearInterval(regularly);
      clearTimeout(look);
      clearTimeout(refollow);
      stopStream();
    };
  }
}
