// Keeps one page of the shop, and nothing else of it, for devices that lose their network: the page that the address of this
// script names (docs/decisions/063-kept-pages.md). Answers of the API are never kept.
const PAGE = new URL(self.location.href).searchParams.get("page");
const CACHE = `page ${PAGE}`;
const NETWORK_MS = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keep(event.data));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isFile(url.pathname)) event.respondWith(fileOf(request));
  else if (request.mode === "navigate")
    event.respondWith(url.pathname === PAGE ? pageOf(request) : otherOf(request));
});

async function begin() {
  // The door's page was kept under this name before there was a second page.
  await caches.delete("door-page-1");
  await self.clients.claim();
}

/** What a build names by its contents, so that it never changes under its address. */
const isFile = (path) => path.startsWith("/_next/static/") || path.startsWith("/fonts/");

/** The page from the network; the kept one where the network is away, does not answer in time, or has only a fault to tell. */
async function pageOf(request) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  if (!kept) return fetch(request);
  const asked = fetch(request).then(
    (answer) => (answer.status >= 500 ? kept : answer),
    () => kept,
  );
  // What is being received is not broken off: a slow answer that has begun is an answer.
  return Promise.race([asked, new Promise((resolve) => setTimeout(resolve, NETWORK_MS, kept))]);
}

/** The page that an installed app starts with: without a network it leads to the kept page. */
async function otherOf(request) {
  try {
    return await fetch(request);
  } catch (error) {
    if (await (await caches.open(CACHE)).match(PAGE)) return Response.redirect(PAGE);
    throw error;
  }
}

async function fileOf(request) {
  const kept = await (await caches.open(CACHE)).match(request.url);
  return kept ?? fetch(request);
}

/**
 * Keeps the page as it is drawn for no one, since it is asked for without cookies: the next person on this device finds
 * nothing of the one before in it. It replaces an older one when all its files are there.
 */
async function keep({ files, language, theme }) {
  const headers = { "accept-language": language, "x-theme": theme };
  const answer = await fetch(PAGE, { headers, credentials: "omit", redirect: "error" });
  if (!answer.ok) return;
  const html = await answer.clone().text();
  const wanted = new Set([...files, ...html.matchAll(/\/(?:_next\/static|fonts)\/[\w./~-]+/g)].map(String));
  const cache = await caches.open(CACHE);
  // A set that grows while it is walked through has what was added walked through too.
  for (const file of wanted) {
    if (!(await cache.match(file))) await cache.add(file);
    for (const later of await loadedBy(cache, file)) wanted.add(later);
  }
  await cache.put(PAGE, answer);
  wanted.add(PAGE);
  for (const { url } of await cache.keys()) if (!wanted.has(new URL(url).pathname)) await cache.delete(url);
}

const LIGHT = "/_next/static/light/";

/** What a script of a light page loads beside itself or later. Who came here by a link of another page has used none of it yet. */
async function loadedBy(cache, file) {
  if (!file.startsWith(LIGHT) || !file.endsWith(".js")) return [];
  const script = await (await cache.match(file)).text();
  return [...script.matchAll(/["'`]\.\/([\w-]+\.js)["'`]/g)].map(([, name]) => LIGHT + name);
}
