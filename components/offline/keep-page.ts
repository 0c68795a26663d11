interface KeptPage {
  /** The address of the page. */
  readonly page: string;
  /** What the page still loads for later. */
  readonly prepared: Promise<unknown>;
  /** Addresses that lead to the page where there is no network. */
  readonly leadingHere?: readonly string[];
}

/** Has the browser keep a page for when there is no network (docs/decisions/063-kept-pages.md). It is drawn for no one. */
export async function keepPage({ page, prepared, leadingHere = [] }: KeptPage): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next writes it into the page; files of a development server change under their addresses.
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const script = `/page-worker.js?page=${page}`;
  const registration = await navigator.serviceWorker.register(script, { scope: page });
  for (const scope of leadingHere) await navigator.serviceWorker.register(script, { scope });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) return;
  await Promise.allSettled([prepared, activated(worker)]);
  const { lang, dataset } = document.documentElement;
  worker.postMessage({ type: "keep", files: loadedFiles(), language: lang, theme: dataset.theme ?? "" });
}

/** A page may have come by a link from one that the worker does not see, so that the browser's own `ready` would not tell. */
const activated = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve();
    };
    worker.addEventListener("statechange", look);
    look();
  });

/** What came before the worker did, and what is loaded later than the HTML names it. */
const loadedFiles = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === location.origin && /^\/(_next\/static|fonts)\//.test(pathname),
    )
    .map(({ pathname }) => pathname);
