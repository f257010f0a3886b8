/** Takes the place of the service worker when the site recalls it: deletes what was kept, and leaves. */
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(`${self.registration.scope}#`));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
