// Keeps the page of the door, and nothing else of the shop, for devices that lose their network. Its scope is /door, so it
// never sees another page; answers of the API are never kept.
const CACHE = "door-page-1";
const PAGE = "/door";
const NETWORK_MS = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page tells what it loaded: what came before this worker, and what an older build left behind.
self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keep(event.data.addresses));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname === PAGE) event.respondWith(pageOf(request));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(fileOf(request));
});

async function pageOf(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(NETWORK_MS) });
    if (response.ok) await cache.put(PAGE, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

/** A file of a build never changes under its address. */
async function fileOf(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
}

async function keep(addresses) {
  const cache = await caches.open(CACHE);
  const wanted = new Set([...addresses, new URL(PAGE, self.location.origin).href]);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  for (const url of wanted) if (!(await cache.match(url))) await cache.add(url).catch(() => {});
}
