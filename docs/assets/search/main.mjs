/**
 * Starts search where somebody begins to use it: loads the index once, asks it, and joins the boxes of a page to it.
 *
 * Loaded by `site.js` on the first focus of a search box, and at once on a search page that comes with a query.
 */

import { box, page, styles } from "./view.mjs";

const asking = new Map();

/** @returns the words of the page, and a function that answers a query; loaded once for each address */
function load(address) {
  if (!asking.has(address)) {
    asking.set(address, inWorker(address).catch(() => here(address)));
  }
  return asking.get(address);
}

async function inWorker(address) {
  const worker = new Worker(scriptAddress("worker.mjs"), { type: "module" });
  const waiting = new Map();
  let last = 0;
  const send = (message) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ number: last, ...message });
    });
  worker.addEventListener("message", ({ data }) => {
    const { resolve, reject } = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.failed) {
      reject(new Error(data.failed));
    } else {
      resolve(data.found);
    }
  });
  worker.addEventListener("error", () => {
    waiting.forEach(({ reject }) => reject(new Error("search: the worker did not start")));
    waiting.clear();
  });
  const words = await send({ address });
  return { words, ask: (query, options) => send({ query, options }) };
}

/** Without a worker the page does it itself. */
async function here(address) {
  const { complete, open, search, shown } = await import("./engine.mjs");
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`search: ${address} answered ${response.status}`);
  }
  const index = open(await response.json());
  const block = async (number) => (await fetch(new URL(`pages-${number}.json`, address))).json();
  const ask = async (query, options) => {
    const answer = search(index, query, options);
    await complete(index, answer, block);
    return shown(index, answer);
  };
  return { words: index.page, ask };
}

/** The address of one of our own scripts, also where only trusted addresses may become scripts. */
function scriptAddress(name) {
  const address = new URL(name, import.meta.url).href;
  const policy = globalThis.trustedTypes?.createPolicy("search", { createScriptURL: () => address });
  return policy ? policy.createScriptURL("") : address;
}

/** Joins the search boxes of this page to the index; each once. */
export async function start() {
  const $forms = [...document.querySelectorAll("form[data-search-index]")].filter(($form) => !$form.dataset.searchReady);
  for (const $form of $forms) {
    $form.dataset.searchReady = "";
  }
  await styles(new URL("search.css", import.meta.url).href);
  for (const $form of $forms) {
    const address = new URL($form.dataset.searchIndex, document.baseURI).href;
    const join = $form.querySelector("[data-search-input]") ? page : box;
    join($form, () => load(address), address);
  }
}
