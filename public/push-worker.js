// Shows notifications while the shop's pages are closed. No page is below its scope, so it never answers for one.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data.json();
  const options = { body, tag, data: { path }, icon: "/icon-192.png", badge: "/icon-192.png" };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data.path, self.location.origin).href));
});

/** Shows the page, in the window that has it open already where there is one. */
async function open(address) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const shown = windows.find(({ url }) => url === address);
  return shown ? shown.focus() : self.clients.openWindow(address);
}

// A browser changes its address now and then, and the shop learns it without a page. Where the login has ended meanwhile,
// the shop refuses it, and a page offers to turn the notifications on again.
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(subscribeAgain()));

async function subscribeAgain() {
  const { publicKey } = await call("push.devices?input=%7B%7D");
  const subscription = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  const language = new URL(self.location.href).searchParams.get("language");
  await call("push.subscribe", { endpoint, keys, language });
}

/** Calls the shop as its pages do, after renewing the access token where that has expired. */
async function call(procedure, input) {
  const ask = () => post(`/api/trpc/${procedure}`, input);
  let answer = await ask();
  if (answer.status === 401) {
    await post("/api/auth/refresh", {});
    answer = await ask();
  }
  if (!answer.ok) throw new Error(`${procedure} was answered with ${answer.status}`);
  return (await answer.json()).result.data;
}

const post = (address, input) =>
  fetch(address, {
    ...(input && { method: "POST", body: JSON.stringify(input) }),
    headers: { "content-type": "application/json" },
  });
