import type { BoardSetup, JoinedZones } from './join-zones.ts';

type Closed = JoinedZones['closed'][number];
type Open = JoinedZones['open'][number];

/** One page of what stands below those who get ready. Pages change; the calls beside them never do. */
export type SidePage = BoothsPage | MediaPage;

export type MediaPage = {
  readonly key: string;
  /** A film plays to its end, at most so long. */
  readonly seconds: number;
  readonly kind: 'picture' | 'film';
  readonly address: string;
};

export type BoothsPage = {
  /** The same page later has the same key. */
  readonly key: string;
  readonly seconds: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
} & (
  | { readonly kind: 'closed'; readonly booths: readonly Closed[] }
  | { readonly kind: 'hours'; readonly booths: readonly HoursRow[] }
  | { readonly kind: 'paused'; readonly booths: JoinedZones['paused'] }
);

/** A booth's day: open until, or when it opens again. */
export type HoursRow =
  | { readonly agencyShortName: string; readonly opens: false; readonly opensAt: Closed['opensAt'] }
  | { readonly agencyShortName: string; readonly opens: true; readonly until: Open['until'] };

/** A closed booth has its reason in a second line. */
const CLOSED_ROWS = 3;
const LINE_ROWS = 6;
const PAGE_SECONDS = 10;
const FILM_SECONDS_MAX = 900;

export interface SideWish {
  readonly showsHours: boolean;
  readonly media: BoardSetup['media'];
  /** The day in the mall, `YYYY-MM-DD`. */
  readonly today: string;
  /** Somebody wants things to stand still: films are left out. */
  readonly reducedMotion: boolean;
}

/** The pages of the side: closed booths, counters on a break, the hours of all where the board shows them, media. */
export function sidePages(joined: JoinedZones, wish: SideWish): SidePage[] {
  return [...boothPages(joined, wish.showsHours), ...mediaPages(wish)];
}

function boothPages({ closed, open, paused }: JoinedZones, showsHours: boolean): BoothsPage[] {
  const rows: HoursRow[] = [
    ...open.map((booth) => ({ ...booth, opens: true as const })),
    ...closed.map(({ agencyShortName, opensAt }) => ({ agencyShortName, opens: false as const, opensAt })),
  ].toSorted((a, b) => a.agencyShortName.localeCompare(b.agencyShortName, 'id'));
  return [
    ...paged(closed, CLOSED_ROWS).map((page) => ({ kind: 'closed' as const, ...page })),
    ...paged(paused, LINE_ROWS).map((page) => ({ kind: 'paused' as const, ...page })),
    ...(showsHours ? paged(rows, LINE_ROWS).map((page) => ({ kind: 'hours' as const, ...page })) : []),
  ].map((page) => ({ ...page, key: `${page.kind} ${page.page}`, seconds: PAGE_SECONDS }));
}

function mediaPages({ media, today, reducedMotion }: SideWish): MediaPage[] {
  return media
    .filter(({ fromDay, untilDay }) => fromDay <= today && today <= untilDay)
    .filter(({ kind }) => kind === 'picture' || !reducedMotion)
    .map(({ id, kind, seconds }) => ({
      ...{ key: id, kind, address: `/files/boards/${id}` },
      seconds: kind === 'film' ? FILM_SECONDS_MAX : seconds,
    }));
}

export function isMedia(page: SidePage): page is MediaPage {
  return page.kind === 'picture' || page.kind === 'film';
}

function paged<Row>(rows: readonly Row[], size: number) {
  const pages = Math.ceil(rows.length / size);
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    pages,
    booths: rows.slice(index * size, (index + 1) * size),
  }));
}
