/** What a reader sees of search: the search page, and the box with results as one types. No words of its own. */

const SHOWN_IN_BOX = 6;
const LONGEST_QUERY = 300;
const PAUSE = 300; // Browsers limit how often the address may change.

let boxes = 0;
let stylesheet;

/** Loads the look of results once; without it search works all the same. */
export function styles(address) {
  stylesheet ??= new Promise((resolve) => {
    const $link = element("link", { rel: "stylesheet", href: address });
    $link.addEventListener("load", resolve);
    $link.addEventListener("error", resolve);
    document.head.append($link);
  });
  return stylesheet;
}

function element(name, attributes = {}, ...children) {
  const $element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      $element.setAttribute(key, "");
    } else if (value !== false && value !== undefined) {
      $element.setAttribute(key, value);
    }
  }
  $element.append(...children);
  return $element;
}

function find($within, selector) {
  const $found = $within.querySelector(selector);
  if (!$found) {
    throw new Error(`search: ${selector} is missing`);
  }
  return $found;
}

const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");

/** Words with those of the query marked. `parts` are pairs of text and whether it matched. */
const marked = (parts) => parts.map(([text, matched]) => (matched ? element("mark", {}, text) : text));

/** The query in the address: after `#`, where it is not sent to the server, or after `?`, where others may put it. */
function queryInAddress() {
  const inHash = new URLSearchParams(location.hash.slice(1)).get("q");
  return inHash ?? new URLSearchParams(location.search).get("q") ?? "";
}

function keepInAddress(query) {
  const address = new URL(location.href);
  address.search = "";
  address.hash = query ? `${new URLSearchParams({ q: query })}` : "";
  history.replaceState(history.state, "", address);
}

const searchPage = (address, query) => `${address}#${new URLSearchParams({ q: query })}`;

function level($element, name) {
  $element.className = `card card--${name === "emergency-now" || !name ? "emergency" : name}`;
}

// ---- The search page -------------------------------------------------------------------------------------------

/** Results below the field while somebody types; the address keeps the query, so that it can be shared. */
export function page($form, load, index) {
  const $input = find($form, "[data-search-input]");
  const $results = find(document, "[data-search-results]");
  const $status = find(document, "[data-search-status]");
  let last = 0;
  let timer;

  async function answer(options = {}) {
    const query = $input.value.slice(0, LONGEST_QUERY);
    last += 1;
    const number = last;
    clearTimeout(timer);
    timer = setTimeout(keepInAddress, PAUSE, query.trim());
    if (query.trim() === "") {
      $results.replaceChildren();
      $status.textContent = "";
      $results.dataset.searchState = "empty";
      return;
    }
    $results.dataset.searchState = "loading";
    let words;
    let found;
    try {
      const search = await load();
      words = search.words;
      found = await search.ask(query, options);
    } catch (error) {
      $results.dataset.searchState = "failed";
      location.replace($form.dataset.searchWithout);
      throw error;
    }
    if (number !== last) {
      return;
    }
    $results.replaceChildren(...parts(words, found, query));
    $status.textContent = summary(words, found, query);
    $results.dataset.searchState = "done";
  }

  function parts(words, found, query) {
    const $parts = [];
    if (found.flags.length > 0) {
      $parts.push(redFlag(words, found.flags, index));
    }
    if (found.corrections.length > 0) {
      $parts.push(correction(words, found.corrections, query, () => answer({ exact: true })));
    }
    if (found.foreign) {
      $parts.push(otherLanguage(words, query, index));
    }
    const $list = element("ol", { class: "search-results" });
    for (const result of found.results) {
      $list.append(
        element(
          "li",
          { "data-search-result": true, "data-kind": result.kind },
          element(
            "a",
            { href: new URL(result.url, index).href, rel: "noreferrer" },
            element("span", {}, ...marked(result.title)), // A flex box would swallow the spaces around marked words.
          ),
          element("p", {}, ...marked(result.summary)),
        ),
      );
    }
    $parts.push(found.results.length > 0 ? $list : nothing(words, index));
    return $parts;
  }

  $input.addEventListener("input", () => answer());
  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  const fromAddress = () => {
    if (location.hash && !location.hash.startsWith("#q=")) {
      return; // A link within the page, such as the one that skips the header.
    }
    $input.value = queryInAddress();
    keepInAddress($input.value);
    answer();
  };
  addEventListener("hashchange", fromAddress);
  addEventListener("popstate", fromAddress);
  if ($input.value) {
    answer(); // Somebody typed before this was loaded.
  } else if (queryInAddress()) {
    fromAddress();
  } else {
    load();
  }
}

function summary(words, found, query) {
  const count = found.results.length > 0 ? fill(words.count, { count: found.total }) : fill(words.nothing, { query });
  return found.flags.length > 0 ? `${found.flags[0].title}. ${count}` : count;
}

/** The notice above the results: how urgent, the call, and why. Nothing leads away from an emergency but the call. */
function redFlag(words, flags, index) {
  const [first] = flags;
  const urgent = first.level !== "same-day";
  const link = (address, title) => element("a", { href: new URL(address, index).href, rel: "noreferrer" }, title);
  const $card = element("section", { "data-search-red-flag": first.name, "aria-labelledby": "search-red-flag" });
  level($card, first.level);
  const $signs = element("ul");
  const seen = new Set();
  for (const flag of flags) {
    if (flag.says && !seen.has(flag.says)) {
      seen.add(flag.says);
      $signs.append(element("li", {}, ...(urgent ? [flag.says] : [`${flag.says}: `, link(flag.url, flag.about)])));
    }
  }
  const $call = element("a", { class: "button button--emergency", href: `tel:${words.number}` }, words.call);
  const $action = element("span", { class: "card__action" }, first.action);
  const $signList = $signs.childElementCount > 0 ? [$signs] : [];
  $card.append(
    element("h2", { class: "card__title", id: "search-red-flag" }, first.title),
    ...(urgent
      ? [element("p", { class: "card__call" }, $call, " ", $action), ...$signList]
      : [
          element("p", {}, $action),
          ...$signList,
          element("p", { class: "card__call" }, $call, " ", link(words.emergencyUrl, words.emergencySigns)),
        ]),
  );
  return $card;
}

function correction(words, corrections, query, undo) {
  let meant = query;
  for (const [typed, instead] of corrections) {
    meant = meant.toLowerCase().replace(typed, instead);
  }
  const $undo = element("button", { type: "button", class: "button button--quiet" }, fill(words.insteadOf, { query }));
  $undo.addEventListener("click", undo);
  return element("p", { class: "search-correction", "data-search-correction": true }, `${fill(words.showing, { meant, query })} `, $undo);
}

function otherLanguage(words, query, index) {
  const $link = element("a", { href: searchPage(new URL(words.otherUrl, index).href, query), hreflang: words.other, rel: "noreferrer" }, words.inOther);
  return element("p", { "data-search-other": true }, $link);
}

function nothing(words, index) {
  const $list = element("ul", { class: "link-list" });
  for (const [title, url] of words.instead) {
    $list.append(element("li", {}, element("a", { href: new URL(url, index).href, rel: "noreferrer" }, title)));
  }
  return element("div", { "data-search-nothing": true }, element("p", {}, words.tryThese), $list);
}

// ---- The box with results as one types (combobox of the ARIA practices) ----------------------------------------

/** A search field whose results open below it; focus stays in the field, arrow keys choose, Enter goes there. */
export function box($form, load, index) {
  const $input = find($form, "input[type=search]");
  boxes += 1;
  const id = `search-list-${boxes}`;
  const $list = element("ul", { role: "listbox", id, class: "search-list", hidden: true });
  const $status = element("p", { role: "status", class: "hidden" });
  $form.append($list, $status);
  $form.classList.add("search-box");
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
  Object.entries(attributes).forEach(([name, value]) => $input.setAttribute(name, value));
  let active = -1;
  let last = 0;

  const options = () => [...$list.children];

  function close() {
    last += 1;
    $list.hidden = true;
    $input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(place) {
    active = place;
    options().forEach(($option, number) => $option.setAttribute("aria-selected", String(number === place)));
    const $chosen = options()[place];
    if ($chosen) {
      $input.setAttribute("aria-activedescendant", $chosen.id);
      $chosen.scrollIntoView({ block: "nearest" });
    } else {
      $input.removeAttribute("aria-activedescendant");
    }
  }

  async function answer() {
    const query = $input.value.slice(0, LONGEST_QUERY);
    last += 1;
    const number = last;
    if (query.trim() === "") {
      close();
      $status.textContent = "";
      return;
    }
    const { words, ask } = await load();
    const found = await ask(query, { limit: SHOWN_IN_BOX });
    if (number !== last) {
      return;
    }
    $list.setAttribute("aria-label", words.list);
    $list.replaceChildren();
    const add = (href, className, ...children) => {
      const $option = element("li", { role: "option", id: `${id}-${options().length}`, "aria-selected": "false", class: className }, ...children);
      $option.dataset.href = href;
      $list.append($option);
    };
    for (const flag of found.flags.slice(0, 1)) {
      const says = flag.says ? `${flag.title}: ${flag.says}` : flag.title;
      add(new URL(words.emergencyUrl, index).href, `search-list__flag search-list__flag--${flag.level || "emergency-now"}`, says);
    }
    for (const result of found.results) {
      add(new URL(result.url, index).href, "search-list__page", element("span", {}, ...marked(result.title)), element("small", {}, ...marked(result.summary)));
    }
    const all = found.results.length > 0 ? fill(words.all, { count: found.total }) : fill(words.nothing, { query });
    add(searchPage($form.dataset.searchUrl, query), "search-list__all", all);
    $list.hidden = false;
    $input.setAttribute("aria-expanded", "true");
    choose(-1);
    $status.textContent = summary(words, found, query);
  }

  const leave = (href) => {
    close();
    location.assign(href);
  };

  $input.addEventListener("input", answer);
  $input.addEventListener("keydown", (event) => {
    const count = options().length;
    const open = !$list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) {
        answer();
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (open) {
        close();
      } else {
        $input.value = "";
      }
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      leave(options()[active].dataset.href);
    }
  });
  $list.addEventListener("mousedown", (event) => event.preventDefault());
  $list.addEventListener("click", (event) => {
    const $option = event.target.closest("[role=option]");
    if ($option) {
      leave($option.dataset.href);
    }
  });
  $input.addEventListener("blur", close);
  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    if ($input.value.trim() !== "") {
      leave(searchPage($form.dataset.searchUrl, $input.value.slice(0, LONGEST_QUERY)));
    }
  });
  load().then(() => {
    if (document.activeElement === $input && $input.value) {
      answer();
    }
  });
}
