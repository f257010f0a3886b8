/**
 * Search without a page or a network: a query and an index in, an answer out.
 *
 * Runs the same in a worker, in a page and in tests. Imports nothing. Its Python twin for words is `sehat/search/`;
 * tests hold the two equal over every word of the site.
 */

const LONGEST_QUERY = 300;
const MOST_WORDS = 32;
const LONGEST_PHRASE = 4;
const FEW_PAGES = 3; // a word that more pages have is no brand
const LITTLE = 0.2; // a page with less of the query than this part has no name like it
const NO_NAME = { bonus: 0, likeness: 0 };
const NAMED = 0.75; // from here on a query is taken for the name of a page
const MOST_SAID = 15; // what a word says about a page at most
const FOREIGN = 8; // what a word of a page's names in the other language says
const DENIES = new Set(["no", "not", "without", "tidak", "tanpa", "bukan"]);
const FILLS = new Set(["any", "ada", "the"]); // stand between
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = Object.fromEntries([...DIGITS].map((digit, value) => [digit, value]));

/** What decides the order of results; found on one half of the labelled queries. */
export const TUNING = {
  floor: 0.3, // a word that most pages contain still counts this much
  rarity: 0.85, // how fast words count more the rarer they are
  coverage: 0.3, // how much pages gain that have all the words
  named: 0.75, // a whole name inside the query
  likeness: 0.85, // the query as a whole is like a name
  only: 0.2, // a name of one word that hardly any other page has, such as a brand
  prefix: 0.7,
  foreign: 0.7,
  skeleton: 0.8,
  typo: 0.6,
  intent: 1.6,
  kinds: { condition: 1.25, cause: 1, remedy: 0.9, examination: 0.95, finding: 0.75 },
  signAmongSigns: 0.85, // a page about one sign, when several words were typed
  otherKind: 0.6,
  flagged: 3,
  tail: 0.03, // pages that score less than this part of the best are not listed
  most: 20,
  mostOfMany: 10,
};

// ---- Words -----------------------------------------------------------------------------------------------------

/** @param {string} text @returns {string[]} the words of a text, as `tokens.py` makes them */
export function tokens(text) {
  const found = [];
  const plain = text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’‘ʼ`´]/gu, "");
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const short = word.replace(/(\p{L})\1{2,}/gu, "$1").replace(/^(\p{L}{2,})2(\p{L}*)$/u, "$1$2");
    if (found.at(-1) !== short) {
      found.push(short);
    }
  }
  return found;
}

const NASALS = [
  ["meng", ["", "k"]], ["peng", ["", "k"]], ["menge", [""]], ["penge", [""]], ["meny", ["s"]], ["peny", ["s"]],
  ["mem", ["", "p"]], ["pem", ["", "p"]], ["men", ["", "t"]], ["pen", ["", "t"]],
];
const PREFIXES = ["di", "ke", "se", "ter", "te", "ber", "bel", "be", "per", "pel", "pe", "me"].map((each) => [each, [""]]);
const SPOKEN = [["nge", [""]], ["ng", ["", "k"]], ["ny", ["s", "c"]], ["n", ["t"]], ["m", ["p"]]];
const ENDINGS = [["lah", "kah", "pun"], ["nya", "ku", "mu"], ["kan", "an", "in", "i"]];
const SHORTEST = 3;
const SHORTEST_SPOKEN = 4;

function withoutEnding(word) {
  const forms = [word];
  for (const endings of ENDINGS) {
    for (const form of [...forms]) {
      for (const ending of endings) {
        if (form.endsWith(ending) && form.length - ending.length >= SHORTEST) {
          forms.push(form.slice(0, -ending.length));
        }
      }
    }
  }
  return forms.slice(1);
}

function withoutPrefix(word) {
  const forms = [];
  for (const [table, shortest] of [[NASALS, SHORTEST], [PREFIXES, SHORTEST], [SPOKEN, SHORTEST_SPOKEN]]) {
    for (const [prefix, starts] of table) {
      if (word.startsWith(prefix)) {
        for (const start of starts) {
          if (word.length - prefix.length + start.length >= shortest) {
            forms.push(start + word.slice(prefix.length));
          }
        }
      }
    }
  }
  return forms;
}

/** @param {string} word @returns {string[]} what may be left of a word without its affixes, least stripped first */
export function candidates(word) {
  const seen = new Set([word]);
  const found = [];
  const add = (form) => {
    if (seen.has(form)) {
      return false;
    }
    seen.add(form);
    found.push(form);
    return true;
  };
  let level = withoutEnding(word);
  level.forEach(add);
  level = [word, ...level];
  for (let depth = 0; depth < 3; depth += 1) {
    level = level.flatMap((form) => withoutPrefix(form).filter(add));
  }
  return found;
}

/** @returns {string} the longest known root that `word` is an affixed form of, or the word itself */
export function stripIndonesian(word, isRoot) {
  if (isRoot(word)) {
    return word;
  }
  let best = "";
  for (const candidate of candidates(word)) {
    if (candidate.length > best.length && isRoot(candidate)) {
      best = candidate;
    }
  }
  return best || word;
}

// English: the Snowball stemmer (Porter 2, version 3.1) by Martin Porter and the Snowball project.
const VOWEL = "[aeiouy]";
const SHORT_END = new RegExp(`(?:[^aeiouy]${VOWEL}[^aeiouywxY]|^${VOWEL}[^aeiouy]|past)$`);
const STEP_2 = [
  ["ization", "ize"], ["ational", "ate"], ["fulness", "ful"], ["ousness", "ous"], ["iveness", "ive"],
  ["tional", "tion"], ["biliti", "ble"], ["lessli", "less"], ["entli", "ent"], ["ation", "ate"], ["alism", "al"],
  ["aliti", "al"], ["ousli", "ous"], ["iviti", "ive"], ["fulli", "ful"], ["ogist", "og"], ["enci", "ence"],
  ["anci", "ance"], ["abli", "able"], ["izer", "ize"], ["ator", "ate"], ["alli", "al"], ["bli", "ble"],
  ["ogi", "og"], ["li", ""],
];
const STEP_3 = [
  ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ative", ""],
  ["ical", "ic"], ["ness", ""], ["ful", ""],
];
const STEP_4 = [
  "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
  "al", "er", "ic",
];
const EXCEPTIONS = {
  andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos", early: "earli", gently: "gentl", howe: "howe",
  idly: "idl", news: "news", only: "onli", singly: "singl", skies: "sky", skis: "ski", sky: "sky", ugly: "ugli",
};

/** @param {string} word @returns {string} the root of an English word */
export function stemEnglish(word) {
  if (Object.hasOwn(EXCEPTIONS, word)) {
    return EXCEPTIONS[word];
  }
  if (word.length < 3) {
    return word;
  }
  let w = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const start = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(w);
  const region = (from) => {
    const found = /[aeiouy][^aeiouy]/.exec(w.slice(from));
    return found ? from + found.index + 2 : w.length;
  };
  const r1 = start ? start[0].length : region(0);
  const r2 = region(r1);
  const ends = (suffix) => w.endsWith(suffix);
  const cut = (length, add = "") => {
    w = w.slice(0, w.length - length) + add;
  };
  // 1a
  if (ends("sses")) {
    cut(2);
  } else if (ends("ied") || ends("ies")) {
    cut(3, w.length > 4 ? "i" : "ie");
  } else if (ends("s") && !ends("us") && !ends("ss") && /[aeiouy].+s$/.test(w)) {
    cut(1);
  }
  // 1b
  const suffix = (/(?:eedly|ingly|edly|eed|ing|ed)$/.exec(w) ?? [""])[0];
  const stem = w.slice(0, w.length - suffix.length);
  if (suffix === "eed" || suffix === "eedly") {
    if (stem.length >= r1 && !/^(?:succ|proc|exc)$/.test(stem)) {
      cut(suffix.length, "ee");
    }
  } else if (suffix === "ing" && /^[^aeiouy]y$/.test(stem)) {
    w = `${stem.slice(0, -1)}ie`;
  } else if (suffix && !(suffix === "ing" && /^(?:even|cann|inn|earr|herr|out)$/.test(stem)) && /[aeiouy]/.test(stem)) {
    w = stem;
    if (/(?:at|bl|iz)$/.test(w)) {
      w += "e";
    } else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) {
      if (!/^[aeo]..$/.test(w)) {
        cut(1);
      }
    } else if (w.length === r1 && SHORT_END.test(w)) {
      w += "e";
    }
  }
  // 1c
  if (/.[^aeiouy][yY]$/.test(w)) {
    cut(1, "i");
  }
  for (const [end, instead] of STEP_2) {
    if (ends(end)) {
      const at = w.length - end.length;
      if (at >= r1 && (end !== "ogi" || w[at - 1] === "l") && (end !== "li" || /[cdeghkmnrt]/.test(w[at - 1]))) {
        cut(end.length, instead);
      }
      break;
    }
  }
  for (const [end, instead] of STEP_3) {
    if (ends(end)) {
      const at = w.length - end.length;
      if (at >= r1 && (end !== "ative" || at >= r2)) {
        cut(end.length, instead);
      }
      break;
    }
  }
  for (const end of STEP_4) {
    if (ends(end)) {
      const at = w.length - end.length;
      if (at >= r2 && (end !== "ion" || /[st]/.test(w[at - 1]))) {
        cut(end.length);
      }
      break;
    }
  }
  if (ends("e")) {
    const at = w.length - 1;
    if (at >= r2 || (at >= r1 && !SHORT_END.test(w.slice(0, -1)))) {
      cut(1);
    }
  } else if (ends("ll") && w.length - 1 >= r2) {
    cut(1);
  }
  return w.replace(/Y/g, "y");
}

// ---- Unpacking -------------------------------------------------------------------------------------------------

function reader(text) {
  let at = 0;
  return {
    at: () => at,
    next() {
      let value = 0;
      for (let shift = 1; ; shift *= 32) {
        const digit = VALUE[text[at]];
        at += 1;
        value += (digit % 32) * shift;
        if (digit < 32) {
          return value;
        }
      }
    },
  };
}

function wordList(text) {
  let before = "";
  return text === "" ? [] : text.split(" ").map((part) => {
    before = before.slice(0, VALUE[part[0]]) + part.slice(1);
    return before;
  });
}

/** For each term its pages with what it says about them, read from `impacts` or the same everywhere. */
function postingLists(text, count, impacts) {
  const read = reader(text);
  const said = typeof impacts === "string" ? reader(impacts) : { next: () => impacts };
  return Array.from({ length: count }, () => {
    let page = -1;
    return Array.from({ length: read.next() }, () => {
      page += read.next() + 1;
      return [page, said.next()];
    });
  });
}

/** The names of each page as places of terms; they are packed as ranks among the page's own terms. */
function nameLists(text, pages, lists, terms) {
  const read = reader(text);
  const ofPage = Array.from({ length: pages }, () => []);
  lists.forEach((list, term) => list.forEach(([page, impact]) => ofPage[page].push([term, impact])));
  return ofPage.map((found) => {
    found.sort((one, two) => two[1] - one[1] || one[0] - two[0]);
    return Array.from({ length: read.next() }, () => Array.from({ length: read.next() }, () => found[read.next()][0]));
  });
}

/** How roots are written where a root is not a word: pairs of root and word, the usual word first. */
function wordsOfRoots(text, terms) {
  let place = 0;
  return text === "" ? [] : text.split(" ").map((part) => {
    const read = reader(part);
    place += read.next();
    const root = terms[place];
    const shared = read.next();
    return [root, root.slice(0, shared) + part.slice(read.at())];
  });
}

/** What stands for each term, as the term of each. */
function termOfEach(table) {
  return Object.fromEntries(Object.entries(table).flatMap(([term, same]) => same.split("|").map((each) => [each, term])));
}

/** @returns the index, ready to be asked; made once from the file of a language */
export function open(data) {
  const terms = wordList(data.terms);
  const phrases = termOfEach(data.phrases);
  const foreign = wordList(data.foreign);
  const known = wordList(data.known);
  const lists = postingLists(data.postings, terms.length, data.impacts);
  const kinds = data.kinds.flatMap(([kind, times]) => Array(times).fill(kind));
  const count = kinds.length;
  const written = wordsOfRoots(data.surfaces, terms);
  const index = {
    ...data,
    phrases,
    translations: termOfEach(data.translations),
    termList: terms,
    wordOf: new Map([...written].reverse()),
    places: new Map(terms.map((term, place) => [term, place])),
    lists,
    knownWords: new Set(known),
    phraseRoots: new Set(Object.keys(phrases).flatMap((key) => key.split(" "))),
    foreignPlaces: new Map(foreign.map((term, place) => [term, place])),
    foreignLists: postingLists(data.foreignPostings, foreign.length, FOREIGN),
    ignoredWords: new Set(wordList(data.ignored)),
    roots: new Map(),
    kinds,
    nameLists: nameLists(data.names, count, lists, terms),
    count,
    patterns: data.flags.map((flag) => ({ ...flag, all: flag.all.map(readPattern) })),
  };
  const near = [...terms, ...Object.keys(phrases).filter((key) => !key.includes(" "))].map((root) => [root, root]);
  index.nearby = [...new Map([...near, ...written.map(([root, word]) => [word, root])])];
  return index;
}

function readPattern(line) {
  return line.split(" ").map((group) => ({
    absent: group.startsWith("!"),
    any: group.replace("!", "").split("/").map((each) => each.split("_")),
  }));
}

// ---- A query as terms ------------------------------------------------------------------------------------------

const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);

function stemIn(index, locale, word) {
  const key = `${locale} ${word}`;
  let root = index.roots.get(key);
  if (root === undefined) {
    root = stemNew(index, locale, word);
    index.roots.set(key, root);
  }
  return root;
}

function stemNew(index, locale, word) {
  const exception = own(index.stems, word);
  if (exception !== undefined && locale === index.locale) {
    return exception;
  }
  if (locale === "en") {
    return stemEnglish(word);
  }
  if (locale === "id") {
    const isRoot =
      locale === index.locale
        ? (each) => isKnown(index, each) || index.knownWords.has(each)
        : (each) => index.foreignPlaces.has(each) || own(index.translations, each) !== undefined;
    return stripIndonesian(word, isRoot);
  }
  return word;
}

/** What the stemmer leaves on an English word: `tighter`, `overwork`, `veini`; only where that ends at a known root. */
function loosened(index, root) {
  for (const cut of [root.replace(/(?:en|er|est|ish|i)$/, ""), root.replace(/^(?:over|un|re|non)-?/, "")]) {
    for (const form of [cut, cut.replace(/(.)\1$/, "$1"), `${cut}e`]) {
      if (cut !== root && cut.length > 2 && isKnown(index, form)) {
        return form;
      }
    }
  }
  return undefined;
}

function isKnown(index, root) {
  return index.places.has(root) || index.phraseRoots.has(root);
}

const pagesWith = (index, root) => index.lists[index.places.get(own(index.phrases, root) ?? root)]?.length ?? 0;

/** @returns {{term: string, words: string[], ignored: boolean, weight: number}[]} as `analysis.py` makes them */
export function analyse(index, text, { exact = false } = {}) {
  const words = tokens(text.slice(0, LONGEST_QUERY).replace(/<[a-z/!][^>]*>/gi, " "))
    .flatMap((word, place, all) => (/^\d+$/.test(all[place - 1] ?? "") ? undefined : own(index.chat, word))?.split(" ") ?? [word])
    .slice(0, MOST_WORDS);
  const parts = words.flatMap((word, place) => understand(index, word, place === words.length - 1, exact));
  const items = [];
  for (let here = 0; here < parts.length; ) {
    let length = Math.min(LONGEST_PHRASE, parts.length - here);
    let term;
    for (; length > 0; length -= 1) {
      const key = parts.slice(here, here + length).map((part) => part.root).join(" ");
      term = own(index.phrases, key);
      if (term !== undefined) {
        break;
      }
    }
    const used = parts.slice(here, here + Math.max(length, 1));
    if (term === undefined) {
      items.push({ ...used[0], term: used[0].root, words: [used[0].word] });
    } else {
      items.push({ ...used[0], term, words: used.map((part) => part.word), ignored: false, matches: undefined, also: undefined, foreignRoot: undefined });
    }
    here += used.length;
  }
  return translate(index, items);
}

/** One word: its root when the index knows it, else what it may have been meant to be, or two words in one. */
function understand(index, word, isLast, exact) {
  const root = stemIn(index, index.locale, word);
  const part = { word, root, ignored: index.ignoredWords.has(word), weight: 1 };
  if (part.ignored) {
    return part;
  }
  const foreignRoot = index.other ? stemIn(index, index.other, word) : word;
  const translated = own(index.translations, foreignRoot);
  if (isKnown(index, root)) {
    // A loan word that few pages use still means what it means in the other language.
    return translated && pagesWith(index, root) * 2 < pagesWith(index, translated) ? { ...part, foreignRoot, also: translated } : part;
  }
  if (translated !== undefined || index.foreignPlaces.has(foreignRoot)) {
    return { ...part, foreignRoot };
  }
  const cut = index.locale === "en" && !index.knownWords.has(root) && loosened(index, root);
  if (cut) {
    return { ...part, root: cut };
  }
  const started = beginnings(index, index.locale === "id" && word.length > 5 ? [word, ...candidates(word)] : [word], isLast);
  if (started.size > 0) {
    return { ...part, foreignRoot, matches: started };
  }
  const meant = exact || index.knownWords.has(root) ? undefined : guess(index, word, root);
  if (meant) {
    return { ...part, root: meant.root, weight: Math.sqrt(meant.weight), corrected: index.wordOf.get(meant.root) ?? meant.root };
  }
  return parted(index, word) ?? { ...part, foreignRoot };
}

/** Two words that were typed as one: `calfcramp`. */
function parted(index, word) {
  for (let at = 3; at <= word.length - 3 && word.length > 6; at += 1) {
    const two = [word.slice(0, at), word.slice(at)].map((each) => ({ word: each, root: stemIn(index, index.locale, each), ignored: false, weight: 1 }));
    if (two.every((part) => isKnown(index, part.root))) {
      return two;
    }
  }
  return undefined;
}

/** Words of the other language become terms of this one, also two together. */
function translate(index, items) {
  const found = [];
  for (let here = 0; here < items.length; here += 1) {
    const item = items[here];
    const next = items[here + 1];
    const both = item.foreignRoot && next?.foreignRoot && own(index.translations, `${item.foreignRoot} ${next.foreignRoot}`);
    const one = item.foreignRoot && !item.also && own(index.translations, item.foreignRoot);
    if (both || one) {
      const words = both ? [...item.words, ...next.words] : item.words;
      for (const term of (both || one).split(" ")) {
        found.push({ term, words, ignored: false, weight: TUNING.foreign, translated: true });
      }
      here += both ? 1 : 0;
    } else {
      found.push(item);
    }
  }
  return found;
}

/** Terms that begin with what was typed. */
function beginnings(index, starts, isLast) {
  const found = new Map();
  for (const start of starts) {
    if (start.length < (isLast ? 3 : 4) || (found.size > 0 && start !== starts[0])) {
      continue;
    }
    for (let place = firstFrom(index.termList, start); index.termList[place]?.startsWith(start); place += 1) {
      const term = index.termList[place];
      found.set(term, Math.max(found.get(term) ?? 0, TUNING.prefix * Math.sqrt(start.length / term.length)));
    }
    for (const key of Object.keys(index.phrases)) {
      if (key.startsWith(start) && !key.includes(" ")) {
        found.set(index.phrases[key], TUNING.prefix * 0.8);
      }
    }
  }
  return found;
}

function firstFrom(sorted, word) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// ---- Typing mistakes -------------------------------------------------------------------------------------------

const letters = (word) => [...word].sort().join("");
const skeleton = (word) => word[0] + word.slice(1).replace(/[aeiou]/g, "");

/** The word that was probably meant: the same consonants, or few letters wrong. */
function guess(index, word, root) {
  if (word.length < 3 || /\d/.test(word)) {
    return undefined;
  }
  const forms = new Set([root, word]);
  if (index.locale === "id") {
    for (const each of candidates(word)) {
      if (each.length > 4) {
        forms.add(each);
      }
    }
  }
  let best;
  const offer = (target, weight) => {
    if (!best || weight > best.weight || (weight === best.weight && pagesWith(index, target) > pagesWith(index, best.root))) {
      best = { root: target, weight };
    }
  };
  const vowels = word.match(/[aeiou]/g)?.length ?? 0;
  if (vowels === 0 || vowels * 4 <= word.length) {
    const bones = skeleton(word);
    for (const [target, meant] of index.nearby) {
      if (target.length > word.length && skeleton(target) === bones) {
        offer(meant, TUNING.skeleton * (word.length / target.length));
      }
    }
  }
  for (const form of forms) {
    const most = form.length < 4 ? 0 : form.length < 8 ? 1 : 2;
    if (most === 0) {
      continue;
    }
    const cost = form === root || form === word ? 1 : 0.9;
    const sorted = letters(form);
    for (const [target, meant] of index.nearby) {
      if (Math.abs(target.length - form.length) <= most && (form.length > 4 || target[0] === form[0]) && target.length > 3) {
        const wrong = form.length === target.length && form[0] === target[0] && letters(target) === sorted ? 1 : distance(form, target, most);
        if (wrong <= most) {
          const same = target[0] === form[0] ? 1 : 0.9;
          offer(meant, TUNING.typo * cost * same * (1 - wrong / Math.max(form.length, target.length)));
        }
      }
    }
  }
  return best;
}

/** Letters to insert, leave out, replace or swap with their neighbour; more than `most` counts as `most + 1`. */
export function distance(one, two, most) {
  let older = [];
  let old = Array.from({ length: two.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= two.length; column += 1) {
      const same = one[row - 1] === two[column - 1];
      let value = Math.min(old[column] + 1, now[column - 1] + 1, old[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1]) {
        value = Math.min(value, older[column - 2] + 1);
      }
      now.push(value);
      least = Math.min(least, value);
    }
    if (least > most) {
      return most + 1;
    }
    [older, old] = [old, now];
  }
  return old[two.length];
}

// ---- Red flags -------------------------------------------------------------------------------------------------

function flagsIn(index, items) {
  const roots = marked(items);
  const typed = marked(items.filter((item) => !item.corrected));
  const found = [];
  for (const flag of index.patterns) {
    const strength = Math.max(0, ...flag.all.map((groups) => matches(groups, groups.filter((group) => !group.absent).length > 1 ? roots : typed)));
    if (strength > 0) {
      found.push({ name: flag.name, says: flag.says, level: flag.level, rank: flag.rank, pages: flag.pages, url: flag.url, about: flag.about, strength });
    }
  }
  return found.sort((one, two) => one.rank - two.rank || two.strength - one.strength);
}

/** Roots in order; one that is denied ("no swelling", "tidak bengkak") has a mark, so that no pattern starts with it. */
function marked(items) {
  const roots = items.flatMap((item) => item.term.split(" ")).filter((root) => !FILLS.has(root));
  return roots.map((root, place) => (DENIES.has(roots[place - 1]) ? `-${root}` : root));
}

/** How many words of a pattern are there; none when one is missing. A single word must be typed as it is. */
function matches(groups, roots) {
  return groups.every((group) => fits(group, roots)) ? groups.length : 0;
}

function fits(group, roots) {
  return group.any.some((sequence) => stands(sequence, roots)) !== group.absent;
}

/** Whether the words stand in this order, with at most two others between neighbours. */
function stands(sequence, roots) {
  const from = (place, word) =>
    word === sequence.length ||
    roots.slice(place, word === 0 ? undefined : place + 3).some((root, step) => (word === 0 ? root : root.replace("-", "")) === sequence[word] && from(place + step + 1, word + 1));
  return from(0, 0);
}

// ---- The answer ------------------------------------------------------------------------------------------------

/**
 * @returns the pages in order (`results`: place in `index.pages` and score), the words understood, what was corrected,
 * red flags, and whether the query is rather in the other language
 */
export function search(index, query, { exact = false, limit = Infinity, tuning = TUNING } = {}) {
  const items = analyse(index, query, { exact });
  const flags = flagsIn(index, items);
  const said = items.some((item) => !item.ignored) ? items.filter((item) => !item.ignored) : items;
  const asked = said.map((item) => ({ ...item, ...listsOf(index, item) })).filter((item) => item.pages.size > 0);
  const { count } = index;
  const rarities = [];
  const rarity = (pages) => {
    rarities[pages] ??= Math.max(tuning.floor, (Math.log(1 + (count - pages + 0.5) / (pages + 0.5)) / Math.log(count + 1)) ** tuning.rarity);
    return rarities[pages];
  };
  for (const item of asked) {
    item.rarity = rarity(item.pages.size) * item.weight;
  }
  const distinct = [...new Map(asked.map((item) => [item.key, item])).values()];
  const total = distinct.reduce((sum, item) => sum + item.rarity, 0);
  const scores = new Map();
  for (const item of distinct) {
    for (const [page, impact] of item.pages) {
      const found = scores.get(page) ?? { sum: 0, covered: 0 };
      found.sum += item.rarity * impact;
      found.covered += item.rarity;
      scores.set(page, found);
    }
  }
  const weights = new Map();
  for (const item of distinct) {
    for (const [term, weight] of item.terms) {
      weights.set(term, Math.max(weights.get(term) ?? 0, item.rarity * weight));
    }
  }
  const wanted = intents(index, query);
  const results = [];
  for (const [page, found] of scores) {
    const kind = index.kinds[page];
    let score = (found.sum / MOST_SAID) * (found.covered / total) ** tuning.coverage;
    const name = found.covered < total * LITTLE ? NO_NAME : nameBonus(index, page, weights, total, rarity, tuning);
    score += name.bonus;
    score *= tuning.kinds[kind] ?? tuning.otherKind;
    score *= kind === "finding" && distinct.length > 2 ? tuning.signAmongSigns : 1;
    score *= wanted.has(kind) || (wanted.size > 0 && kind === "condition") ? tuning.intent : 1;
    results.push({ page, score, likeness: name.likeness });
  }
  follow(index, results, wanted);
  lift(index, results, flags, tuning);
  results.sort((one, two) => two.score - one.score || one.page - two.page);
  const near = results.filter((result) => result.score >= results[0].score * tuning.tail).slice(0, index.block ? tuning.mostOfMany : tuning.most);
  const foreign = said.filter((item) => item.translated || item.foreignOnly || asked.find((each) => each === item)?.foreignOnly).length;
  return {
    query,
    results: near.slice(0, limit),
    total: near.length,
    terms: [...weights.keys()].map((place) => index.termList[place]),
    corrections: items.filter((item) => item.corrected).map((item) => [item.words.at(-1), item.corrected]),
    flags,
    foreign: said.length > 0 && foreign * 2 >= said.length,
  };
}

/** The pages of a term with what it says about each, and the places of the terms it stands for. */
function listsOf(index, item) {
  const terms = new Map();
  const pages = new Map();
  const add = (list, weight) => {
    for (const [page, impact] of list) {
      pages.set(page, Math.max(pages.get(page) ?? 0, impact * weight));
    }
  };
  const meant = item.also ? [[item.term, 1], ...item.also.split(" ").map((term) => [term, TUNING.foreign])] : [[item.term, 1]];
  for (const [term, weight] of item.matches ?? meant) {
    const place = index.places.get(term);
    if (place !== undefined) {
      terms.set(place, weight);
      add(index.lists[place], weight);
    }
  }
  let foreignOnly = false;
  if (item.foreignRoot && index.foreignPlaces.has(item.foreignRoot)) {
    foreignOnly = pages.size === 0;
    add(index.foreignLists[index.foreignPlaces.get(item.foreignRoot)], TUNING.foreign);
  }
  return { terms, pages, foreignOnly, key: item.matches || terms.size === 0 ? item.words.join(" ") : item.term };
}

/** What a page gains because one of its names is in the query, or because the query is like one of them. */
function nameBonus(index, page, weights, total, rarity, tuning) {
  const best = { bonus: 0, likeness: 0 };
  for (const name of index.nameLists[page]) {
    let whole = 0;
    let shared = 0;
    let least = 1;
    for (const place of name) {
      const full = rarity(index.lists[place].length);
      const got = weights.get(place) ?? 0;
      whole += full;
      shared += Math.min(got, full);
      least = Math.min(least, got / full);
    }
    if (shared > 0) {
      const likeness = shared / (whole + Math.max(0, total - shared));
      const named = least > 0.3 ? shared : 0;
      const only = name.length === 1 && index.lists[name[0]].length <= FEW_PAGES ? tuning.only * named : 0;
      best.bonus = Math.max(best.bonus, tuning.likeness * total * likeness ** 2 + tuning.named * named * (shared / total) + only);
      best.likeness = Math.max(best.likeness, likeness);
    }
  }
  return best;
}

function intents(index, query) {
  const text = ` ${tokens(query).join(" ")} `;
  return new Set(index.intents.filter(([, words]) => words.some((word) => text.includes(` ${word} `))).map(([kind]) => kind));
}

/** Puts a page that the wording asks for (such as when to see a doctor) behind the first result. */
function follow(index, results, wanted) {
  const most = Math.max(0, ...results.map((result) => result.score));
  for (const [place, page] of [...wanted].filter((each) => Number.isInteger(each) && each >= 0).entries()) {
    const result = results.find((each) => each.page === page) ?? { page, score: 0 };
    if (result.score === 0) {
      results.push(result);
    }
    result.score = Math.max(result.score, most * (0.999 - place / 1000));
  }
}

/** Puts the pages that a red flag leads to first: the right page, another that was named, the emergency page, the others. */
function lift(index, results, flags, tuning) {
  if (flags.length === 0) {
    return;
  }
  const first = flags.map((flag) => flag.pages[0]);
  const rest = flags.flatMap((flag) => flag.pages.slice(1));
  const named = results.filter((result) => result.likeness > NAMED).sort((one, two) => two.score - one.score).slice(0, 1);
  const next = named.length > 0 ? named.map((result) => result.page) : first.slice(1, 2);
  const order = [...new Set([first[0], ...next, index.emergency, ...first, ...rest])].filter((page) => page >= 0);
  const most = Math.max(1, ...results.map((result) => result.score));
  order.forEach((page, place) => {
    let result = results.find((each) => each.page === page);
    if (!result) {
      result = { page, score: 0 };
      results.push(result);
    }
    if (place < 3) {
      result.score = most * (tuning.flagged - place / 10) + result.score / 1000;
    } else {
      result.score *= 1.3;
    }
  });
}

// ---- For the page ----------------------------------------------------------------------------------------------

/**
 * Titles, addresses and summaries of the results of a large index, which stand in blocks of their own.
 * @param {(block: number) => Promise<object>} load
 */
export async function complete(index, answer, load) {
  if (index.block === 0) {
    return;
  }
  const blocks = new Set(answer.results.map(({ page }) => Math.floor(page / index.block)));
  await Promise.all([...blocks].filter((block) => index.titles[block * index.block] === undefined).map(async (block) => {
    const found = await load(block);
    for (const name of ["titles", "urls", "summaries"]) {
      found[name].forEach((value, place) => {
        index[name][block * index.block + place] = value;
      });
    }
  }));
}

/** @returns the answer as the page shows it: titles, addresses, words marked that were asked for */
export function shown(index, answer) {
  const terms = new Set(answer.terms);
  return {
    total: answer.total,
    corrections: answer.corrections,
    foreign: answer.foreign,
    results: answer.results.map(({ page }) => ({
      kind: index.kinds[page],
      url: index.urls[page],
      title: markedParts(index, index.titles[page], terms),
      summary: markedParts(index, index.summaries[page], terms),
    })),
    flags: answer.flags.map((flag) => ({
      name: flag.name,
      says: flag.says,
      level: flag.level,
      ...index.page.levels[flag.level || "emergency-now"],
      url: flag.url,
      about: flag.about,
    })),
  };
}

/** A text in parts, each with whether it is one of the words that were asked for. */
function markedParts(index, text, terms) {
  return text.split(/([\p{L}\p{M}\p{N}'’]+)/u).filter(Boolean).map((part) => {
    const root = stemIn(index, index.locale, tokens(part).join(" "));
    return [part, terms.has(own(index.phrases, root) ?? root)];
  });
}
