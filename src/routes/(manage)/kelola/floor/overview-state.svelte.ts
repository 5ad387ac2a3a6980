import type { Overview } from '#areas/reports/contract.ts';
import { createApi, refusalOf } from '../../../client/api.ts';
import { followStream } from '../../../client/follow.ts';

/** The overview is a heavy read over the whole mall: however busy the hall, it is asked for at most this often. */
const LOOK_EVERY_MS = 2000;
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
    let lookedAt = performance.now();
    /** What the stream alone says: a look that fails after the line came back must not keep the page old. */
    let streamLink: 'live' | 'stale' = 'live';
    let look: ReturnType<typeof setTimeout> | undefined;
    let refollow: ReturnType<typeof setTimeout> | undefined;
    let stopStream: () => void = () => {};
    const refresh = async () => {
      look = undefined;
      lookedAt = performance.now();
      try {
        this.overview = await api.reports.getOverview();
        this.link = streamLink;
        this.signedOut = false;
      } catch (error) {
        const { refused } = refusalOf(error);
        if (refused === 'SIGN_IN_NEEDED' || refused === 'FORBIDDEN') this.signedOut = true;
        else this.link = 'stale';
      }
    };
    const lookSoon = () => {
      look ??= setTimeout(() => void refresh(), Math.max(0, lookedAt + LOOK_EVERY_MS - performance.now()));
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
          refollow = setTimeout(() => void refresh().then(open), LOOK_EVERY_MS);
        },
      });
    };
    open();
    // What should have happened and did not, such as a booth that opens late, sends no event.
    const regularly = setInterval(lookSoon, LOOK_ANYWAY_MS);
    return () => {
      clearInterval(regularly);
      clearTimeout(look);
      clearTimeout(refollow);
      stopStream();
    };
  }
}
