const WORKER = "/door-worker.js";
const SCOPE = "/door";

/** Lets the browser keep this page for when there is no network. @param prepared - what the page still loads for later */
export async function keepPage(prepared: Promise<unknown>): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next writes it into the page; files of a development server change under their addresses.
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  await Promise.allSettled([prepared, navigator.serviceWorker.ready]);
  const addresses = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  (registration.active ?? registration.waiting)?.postMessage({ type: "keep", addresses });
}
