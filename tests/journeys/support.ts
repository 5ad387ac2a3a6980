import type pg from 'pg';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { staff } from '#scenarios/balangan/staff.ts';
import { buildScreensCopy } from '../../tools/build.ts';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../tools/testing/chromium.ts';
import { openEmptyInstallation, type EmptyInstallation } from '../server/empty-installation.ts';
import { openInstallation, type Installation, type InstallationOptions } from '../server/installation.ts';

/** The sizes in which screens are tried. */
export const SURFACES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  kiosk: { width: 1080, height: 1920 },
  board: { width: 1920, height: 1080 },
} as const;
export type Surface = keyof typeof SURFACES;

/** Longer than anything takes on a slow machine, short enough that a hanging test says where it hangs. */
const WAIT_MS_MAX = 15_000;

export interface PageOptions {
  /** False: as in a browser where scripts are switched off. */
  readonly javaScript?: boolean;
  readonly language?: 'id' | 'en';
  /** Signed in as this member of staff, without going through the sign-in page. */
  readonly signedInAs?: string;
}

export interface Hall {
  /** Without a slash at the end. */
  readonly url: string;
  readonly browser: Browser;
  /** A page in a browser context of its own: with its own cookies, as on a device of its own. */
  newPage(surface: Surface | { width: number; height: number }, options?: PageOptions): Promise<Page>;
  /** One more page on the same device. */
  newTab(page: Page): Promise<Page>;
  /** SQL as the owner of the schema. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** One-time links, good for one device each. */
  readonly kioskLink: string;
  readonly boardLink: string;
  /** All sample accounts share one password and one authenticator. */
  readonly signIn: {
    readonly password: string;
    readonly totpBase32: string;
    /** Role, agency and counter by e-mail. */
    readonly staff: ReadonlyMap<string, (typeof staff)[number]>;
  };
  totpNow(): Promise<string>;
  /** Moves the clock of the mall; `at` is an instant such as 2026-11-24T09:00+08:00. It then runs on. */
  setClock(at: string): Promise<void>;
  /** The server's log so far. */
  log(): string;
  /** The server dies as by a power cut; the database lives on. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
  /** Ends everything. @throws Error when a page met an uncaught error, broke the content policy or asked elsewhere */
  stop(): Promise<void>;
}

export interface HallOptions {
  /** See `Hall.setClock`. */
  readonly at?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What the hall stands on; a server on the run's shared database unless told otherwise. */
  readonly open?: (options: InstallationOptions) => Promise<Omit<Installation, 'startAnother'>>;
}

/**
 * Opens the hall for a journey: MPP Balangan, open around the clock, without simulated visitors, served by a real
 * server process with the built screens and a database of its own, and a Chromium to walk through it.
 * Close it with `stop()` in `after`.
 */
export async function openHall(options: HallOptions = {}): Promise<Hall> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    return await openIn(options, undo);
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {});
    throw error;
  }
}

async function openIn(
  { at, env, open = openInstallation }: HallOptions,
  undo: (() => Promise<unknown>)[],
): Promise<Hall> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('a journey needs a Chromium: name it in CHROMIUM_PATH');
  const screensFolder = await buildScreensCopy(() => {});
  const installation = await open({ screensFolder, ...(env ? { env } : {}) });
  undo.push(() => installation.stop());
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  undo.push(() => browser.close());
  if (at !== undefined) await installation.setClock(at);
  const { url, demo } = installation;
  const faults: string[] = [];
  return {
    url,
    browser,
    async newPage(surface, pageOptions = {}) {
      const context = await newContext(browser, { surface, url, ...pageOptions });
      watch(context, url, faults);
      if (pageOptions.signedInAs !== undefined) {
        const cookies = await installation.signIn(pageOptions.signedInAs);
        await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })));
      }
      return context.newPage();
    },
    newTab: (page) => page.context().newPage(),
    sql: installation.sql,
    kioskLink: demo.kioskLink,
    boardLink: demo.boardLink,
    signIn: {
      password: demo.password,
      totpBase32: demo.totpBase32,
      staff: new Map(staff.map((person) => [person.email, person])),
    },
    totpNow: installation.totpNow,
    setClock: installation.setClock,
    log: () => installation.server.output(),
    kill: installation.kill,
    restart: installation.restart,
    async stop() {
      for (const step of undo.splice(0).reverse()) await step();
      if (faults.length > 0) throw new Error(`pages met faults:\n${[...new Set(faults)].join('\n')}`);
    },
  };
}

export interface EmptyHall extends Omit<EmptyInstallation, 'stop'> {
  /** See `Hall.newPage`; nobody can be signed in beforehand, since there is nobody. */
  newPage(surface: Surface, options?: Omit<PageOptions, 'signedInAs'>): Promise<Page>;
  /** Ends everything. @throws Error when a page met an uncaught error, broke the content policy or asked elsewhere */
  stop(): Promise<void>;
}

/** Opens an installation without a mall, and a Chromium to set one up in. */
export async function openEmptyHall(): Promise<EmptyHall> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('a journey needs a Chromium: name it in CHROMIUM_PATH');
  const installation = await openEmptyInstallation(await buildScreensCopy(() => {}));
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  const faults: string[] = [];
  return {
    ...installation,
    async newPage(surface, options = {}) {
      const context = await newContext(browser, { surface, url: installation.url, ...options });
      watch(context, installation.url, faults);
      return context.newPage();
    },
    async stop() {
      await browser.close();
      await installation.stop();
      if (faults.length > 0) throw new Error(`pages met faults:\n${[...new Set(faults)].join('\n')}`);
    },
  };
}

async function newContext(
  browser: Browser,
  options: PageOptions & { surface: Surface | { width: number; height: number }; url: string },
): Promise<BrowserContext> {
  const { surface, url, javaScript = true, language } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: typeof surface === 'string' ? SURFACES[surface] : surface,
    javaScriptEnabled: javaScript,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT_MS_MAX);
  context.setDefaultNavigationTimeout(WAIT_MS_MAX);
  if (language) await context.addCookies([{ name: 'bahasa', value: language, url }]);
  return context;
}

/** Notes what no test may overlook: uncaught errors, breaches of the content policy, requests to anywhere else. */
function watch(context: BrowserContext, url: string, faults: string[]): void {
  context.on('weberror', (error) => faults.push(`uncaught: ${String(error.error().stack ?? error.error())}`));
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
  });
  context.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(`${url}/`) && !/^(data|blob|about):/.test(asked)) faults.push(`asked ${asked}`);
  });
}
