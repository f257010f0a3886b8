/** Answers queries off the page, so that typing never waits. */

import { open, search, shown } from "./engine.mjs";

let index;

self.addEventListener("message", async ({ data: { number, address, query, options } }) => {
  try {
    if (address !== undefined) {
      const response = await fetch(address);
      if (!response.ok) {
        throw new Error(`search: ${address} answered ${response.status}`);
      }
      index = open(await response.json());
      self.postMessage({ number, found: index.page });
      return;
    }
    self.postMessage({ number, found: shown(index, search(index, query, options)) });
  } catch (error) {
    self.postMessage({ number, failed: String(error) });
  }
});
