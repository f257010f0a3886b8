/**
 * Keeps pages for use without a network: those a reader opened, and search, self-check and emergency help.
 *
 * Pages come from the network whenever it answers; a copy says how old it is. VERSION changes with every change of the
 * site. A new version fetches every kept page anew before it takes over, so that what was taken back on the site is
 * gone from the device too. Queries are never kept. Written at build by scripts/sehat/publish/offline.py.
 */
const VERSION = "VERSION";
const LISTS = "LISTS";
const SCOPE = self.registration.scope;
const OURS = `${SCOPE}#`; // Sites below one host share their caches.
const KEPT = `${OURS}kept-${VERSION}`;
const READ = `${OURS}read-${VERSION}`;
const MOST = 60;
const PATIENCE = 5000;
const GONE = [404, 410];
const LEFT_ALONE = /^(admin|api)\/|^assets\/leaflets\//;

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (Object.hasOwn(LISTS, event.data?.keep)) {
    event.waitUntil(keep(event.data.keep));
  }
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const here = bare(request.url);
  if (request.method !== "GET" || !here.startsWith(SCOPE) || LEFT_ALONE.test(here.slice(SCOPE.length))) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(page(event, here));
  } else {
    event.respondWith(request.url.includes("?v=") ? asset(request) : freshAsset(request));
  }
});

/** Everything the last version kept, fetched anew. Without a network it fails as a whole, and is tried again later. */
async function prepare() {
  const lists = new Set([""]);
  const read = new Set();
  for (const name of await earlier()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const address = url.slice(SCOPE.length);
      const list = Object.keys(LISTS).find((each) => each && LISTS[each][0] === address);
      if (list) {
        lists.add(list);
      }
      if (name.startsWith(`${OURS}read-`)) {
        read.add(url);
      }
    }
  }
  await Promise.all([...lists].map(keep));
  const pages = await caches.open(READ);
  await Promise.all([...read].map((url) => take(pages, url)));
  await self.skipWaiting();
}

async function takeOver() {
  await Promise.all((await earlier()).map((name) => caches.delete(name)));
  await self.clients.claim();
}

const bare = (url) => url.split(/[?#]/)[0];

const earlier = async () =>
  (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT && name !== READ);

async function keep(list) {
  const cache = await caches.open(KEPT);
  await Promise.all(
    LISTS[list].map(async (address) => (await cache.match(SCOPE + address)) ?? take(cache, SCOPE + address)),
  );
}

/** Keeps what the site says now. A page that is gone is let go; of a site that is unwell the earlier copy stays. */
async function take(cache, url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (answer.ok && !answer.redirected) {
    await cache.put(url, answer);
  } else if (!answer.ok && !GONE.includes(answer.status)) {
    const copy = await caches.match(url);
    if (!copy) {
      throw new Error(`${url} answered ${answer.status}`);
    }
    await cache.put(url, copy);
  }
}

async function page(event, here) {
  const copy = (await (await caches.open(READ)).match(here)) ?? (await (await caches.open(KEPT)).match(here));
  const answer = fetch(event.request);
  event.waitUntil(answer.then((found) => remember(here, found.clone())).catch(() => {}));
  try {
    return await (copy ? inTime(answer) : answer);
  } catch {
    return labelled(copy);
  }
}

/** Gives up waiting for a network that is there and does not answer; the answer may still renew the copy. */
const inTime = (answer) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });

async function remember(here, answer) {
  const pages = await caches.open(READ);
  if (answer.ok && !answer.redirected) {
    await pages.put(here, answer);
    for (const { url } of (await pages.keys()).slice(0, -MOST)) {
      await pages.delete(url);
    }
  } else if (GONE.includes(answer.status)) {
    await pages.delete(here);
    await (await caches.open(KEPT)).delete(here);
  }
}

/** A copy that says since when it is kept; without one, the page that says what is kept. */
async function labelled(copy) {
  const found = copy ?? (await (await caches.open(KEPT)).match(`${SCOPE}offline.html`));
  if (!found) {
    return Response.error();
  }
  const text = await found.text();
  const headers = new Headers(found.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  const said = text.replace(/<p class="md-copy" hidden>([^]*?)<\/p>/, (_, words) => {
    const language = /<html lang="([\w-]+)"/.exec(text)?.[1] ?? "id";
    return `<p class="md-copy">${words.replace("DATEOFCOPY", when(Date.parse(found.headers.get("Date")), language))}</p>`;
  });
  return new Response(said, { status: copy ? 200 : 503, headers });
}

function when(time, language) {
  if (Number.isNaN(time)) {
    return "?";
  }
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000);
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(time);
  return `${day} (${new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day")})`;
}

async function asset(request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(request)) ?? freshAsset(request);
}

async function freshAsset(request) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.type === "basic") {
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch {
    return (await cache.match(request)) ?? Response.error();
  }
}
