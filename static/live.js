// @ts-check
/*
 * The only script of citizens' pages, written by hand and loaded by nothing else. The pages are whole without it.
 * It follows the stream named by `data-live-stream`: figures of queues are filled in place, a ticket that changed
 * is fetched anew as a page and its <main> exchanged. See the README beside the pages.
 */

/** @typedef {{ p50Minutes: number, p90Minutes: number }} Wait */
/** @typedef {{ agencySlug: string, waiting: number, countersOpen: number, countersTotal: number, wait: Wait | null, byService: { serviceId: string, countersOpen: number, wait: Wait | null }[] }} Queue */
/** @typedef {{ state: string, ahead: number | null, callCount: number, counterNumber: number | null, wait: { p10Minutes: number, p50Minutes: number, p90Minutes: number } | null }} Ticket */

const STALE_MS = 10_000;
const RENEW_MS = 45_000;
const AT_ONCE_MINUTES = 1;

/** @param {string} selector @param {ParentNode} [root] */
const find = (selector, root = document) => /** @type {HTMLElement | null} */ (root.querySelector(selector));
/** @param {number} ms */
const upTo = (ms) => Math.random() * ms;

let seenAt = Date.now();
let renewedAt = Date.now();
let renewing = false;
/** @type {EventSource | undefined} */
let source;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let planned;

/** @param {boolean} stale */
function tellStale(stale) {
  const bar = find('[data-live-stale]');
  if (!bar || bar.hidden === !stale) return;
  bar.hidden = !stale;
  const contact = find('[data-live-contact]');
  const time = new Date(seenAt).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
  if (contact) contact.textContent = (contact.dataset.text ?? '').replace('#', time);
}

/** @param {Element} row @param {string} name @param {string} text */
function fill(row, name, text) {
  const place = find(`[data-live="${name}"]`, row);
  if (place && place.textContent !== text) place.textContent = text;
}

/** The same steps as `sayQueue` on the server. @param {Queue[]} queues */
function fillQueues(queues) {
  for (const queue of queues) {
    const { agencySlug, waiting, countersTotal } = queue;
    const row = find(`[data-live-queue="${agencySlug}"]`);
    const list = row?.closest('[data-live-phrases]');
    if (!row || !list) continue;
    const service = /** @type {HTMLElement} */ (row).dataset.liveService;
    const { countersOpen, wait } = queue.byService.find(({ serviceId }) => serviceId === service) ?? queue;
    const say = JSON.parse(/** @type {HTMLElement} */ (list).dataset.livePhrases ?? '{}');
    const people = row.querySelectorAll('i');
    people.forEach((person, index) => (person.hidden = index >= waiting));
    fill(row, 'beyond', waiting > people.length ? `+${waiting - people.length}` : '');
    fill(
      row,
      'people',
      waiting === 0 ? say.none : waiting === 1 ? say.one : say.people.replace('#', waiting),
    );
    fill(row, 'counters', say.counters.replace('#', countersOpen).replace('@', countersTotal));
    const counts = wait !== null && wait.p50Minutes >= AT_ONCE_MINUTES;
    const none = wait !== null ? say.atOnce : waiting > 0 ? say.noCounter : '';
    fill(row, 'about', counts ? say.about.replace('#', Math.round(wait.p50Minutes)) : none);
    fill(row, 'sure', counts ? say.sure.replace('#', Math.ceil(wait.p90Minutes)) : '');
  }
}

/** What the page says of a ticket, in one text. @param {Ticket} ticket */
function markOf({ state, ahead, callCount, counterNumber, wait, closure, today }) {
  const minutes = wait && [wait.p10Minutes, wait.p50Minutes, wait.p90Minutes].map(Math.round);
  return JSON.stringify([state, ahead, callCount, counterNumber, minutes, closure, today]);
}

/** @param {Ticket} ticket */
function followTicket(ticket) {
  const { state, ahead } = ticket;
  const count = find('[data-live-ahead]');
  if (count && ahead) count.textContent = (count.dataset.liveAhead ?? '').replace('#', String(ahead));
  // Many phones hear of the same call: those whose turn it is ask first, the others spread out.
  if (markOf(ticket) !== find('[data-live-mark]')?.dataset.liveMark)
    plan(upTo(state === 'waiting' ? 3000 : 200));
}

/** @param {number} ms */
function plan(ms) {
  clearTimeout(planned);
  planned = setTimeout(renew, ms);
}

/** Fetches this page anew and exchanges its content; whoever listens hears what changed. */
async function renew() {
  if (renewing) return plan(500);
  renewing = true;
  try {
    const reply = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!reply.ok) throw new Error(String(reply.status));
    // This page has these styles already; parsed anew they would carry a foreign nonce and be reported.
    const text = (await reply.text()).replace(/<style[^]*?<\/style>/g, '');
    show(new DOMParser().parseFromString(text, 'text/html'));
    renewedAt = Date.now();
  } catch {
    plan(3000 + upTo(4000));
  } finally {
    renewing = false;
  }
}

/** @param {Document} fresh */
function show(fresh) {
  const main = find('main');
  const next = find('main', fresh);
  if (!main || !next) return;
  const view = find('[data-live-ticket]')?.dataset.liveTicket;
  const focused = document.activeElement;
  const focusedId = main.contains(focused) ? focused?.id : undefined;
  for (const opened of main.querySelectorAll('details[id][open]'))
    find(`#${opened.id}`, next)?.setAttribute('open', '');
  main.replaceChildren(...next.childNodes);
  if (focusedId !== undefined) (document.getElementById(focusedId) ?? main).focus({ preventScroll: true });
  document.title = fresh.title;
  // A ticket that ended is followed no longer.
  if (!find('[data-live-stream]')) source?.close();
  const page = find('[data-live-ticket]');
  if (page?.dataset.liveTicket !== view) {
    const announce = find('[data-live-announce]');
    if (announce) announce.textContent = page?.dataset.liveSay ?? '';
    if (page?.dataset.liveTicket === 'called') navigator.vibrate?.([200, 120, 200]);
  }
  offerShare();
}

function offerShare() {
  const button = find('[data-live-share]');
  if (!button || !('share' in navigator)) return;
  button.hidden = false;
  button.onclick = () => void navigator.share({ url: button.dataset.liveShare }).catch(() => {});
}

function follow() {
  const token = find('[data-live-stream]')?.dataset.liveStream;
  if (!token) return;
  const stream = new EventSource(`/api/v1/stream?token=${encodeURIComponent(token)}`);
  source = stream;
  const alive = () => {
    seenAt = Date.now();
    tellStale(false);
  };
  stream.addEventListener('open', alive);
  stream.addEventListener('beat', alive);
  stream.addEventListener('state', ({ data }) => {
    alive();
    const { topic, state } = JSON.parse(data);
    if (topic.startsWith('mall:')) fillQueues(state.queues);
    else followTicket(state);
  });
  // The browser reconnects by itself; a refused stream needs a new token, and a new page brings one.
  stream.addEventListener('error', () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => renew().then(follow), 2000 + upTo(3000));
  });
}

setInterval(() => {
  if (!find('[data-live-stream]')) return tellStale(false);
  tellStale(Date.now() - seenAt > STALE_MS);
  // Time passes without an event too: "13 minutes from now" is soon untrue.
  const due = find('[data-live-ticket]') && Date.now() - renewedAt > RENEW_MS;
  if (due && !document.hidden && !renewing) void renew();
}, 1000);

follow();
offerShare();
