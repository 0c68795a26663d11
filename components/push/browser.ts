const WORKER = "/push-worker.js";
const SCOPE = "/push/";

/** What stands in the way of notifications in this browser: nothing, a refusal, an iPhone's rule, or that it has none. */
export type PushSupport = "possible" | "blocked" | "home_screen" | "none";

/** Whether this browser can show notifications while its pages are closed. */
export function pushSupport(): PushSupport {
  const isAble = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (isAble) return Notification.permission === "denied" ? "blocked" : "possible";
  return isApple() && !matchMedia("(display-mode: standalone)").matches ? "home_screen" : "none";
}

/** iPhones and iPads have notifications for apps of the home screen alone. An iPad calls itself a Macintosh. */
const isApple = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);

/** What this browser subscribed with, if it did. */
export async function ownSubscription(): Promise<PushSubscription | null> {
  if (!("serviceWorker" in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** Subscribes this browser at its push service. @param publicKey - of the shop, whose messages alone it takes */
export async function subscribeHere(publicKey: string, language: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(`${WORKER}?language=${language}`, {
    scope: SCOPE,
  });
  await untilActive(registration);
  try {
    return await subscribeWith(registration, publicKey);
  } catch (error) {
    const old = await registration.pushManager.getSubscription();
    if (!old) throw error;
    // One that was made with another key of the shop stands in the way of the new one.
    await old.unsubscribe();
    return subscribeWith(registration, publicKey);
  }
}

const subscribeWith = ({ pushManager }: ServiceWorkerRegistration, applicationServerKey: string) =>
  pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });

/** A browser subscribes with a running worker only, and `serviceWorker.ready` waits for one of the page's own scope. */
async function untilActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const coming = waiting ?? installing;
  if (active || !coming) return;
  await new Promise<void>((resolve, reject) => {
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated") resolve();
      if (coming.state === "redundant") reject(new Error("the worker could not be installed"));
    });
  });
}
