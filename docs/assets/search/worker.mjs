/** Answers queries off the page, so that typing never waits. */

import { complete, open, search, shown } from "./engine.mjs";

const WARM_UP = "kram betis malam calf cramps at night xyzxyz";

let index;
let load;

self.addEventListener("message", async ({ data: { number, address, query, options } }) => {
  try {
    if (address !== undefined) {
      const response = await fetch(address);
      if (!response.ok) {
        throw new Error(`search: ${address} answered ${response.status}`);
      }
      index = open(await response.json());
      load = async (block) => (await fetch(new URL(`pages-${block}.json`, address))).json();
      self.postMessage({ number, found: index.page });
      search(index, WARM_UP); // The first real query then meets code that the browser has made fast.
      return;
    }
    const answer = search(index, query, options);
    await complete(index, answer, load);
    self.postMessage({ number, found: shown(index, answer) });
  } catch (error) {
    self.postMessage({ number, failed: String(error) });
  }
});
