/** Making elements. Every word goes in as text, never as HTML. */

/**
 * An element with attributes (`null` and `false` leave one out) and children (elements or words).
 * @param {string} name
 * @param {Record<string, string | boolean | null | undefined>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const $made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) $made.setAttribute(key, "");
    else if (value !== false && value != null) $made.setAttribute(key, value);
  }
  $made.append(...children.filter((child) => child != null));
  return $made;
}

/** A list of items. */
export function list(items, attributes = {}) {
  return element("ul", attributes, ...items.map((item) => (item instanceof HTMLLIElement ? item : element("li", {}, item))));
}

/** A heading with what belongs under it, or nothing when there is nothing. */
export function part(title, ...children) {
  const there = children.filter((child) => child != null);
  return there.length ? element("section", {}, element("h2", {}, title), ...there) : null;
}

/** Words with values in the places written like `%(name)s`. */
export function fill(words, values) {
  return words.replace(/%\((\w+)\)s/g, (_, key) => values[key]);
}

/** The one element for a selector; its absence is a mistake of the page. */
export function find($inside, selector) {
  const $found = $inside.querySelector(selector);
  if (!$found) throw new Error(`self-check: ${selector} is missing`);
  return $found;
}
