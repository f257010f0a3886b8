/** The result of the self-check: what to do first, then why, what to watch for, and what to read. */

import { findingOf } from "./engine.mjs";
import { element, fill, list, part } from "./elements.mjs";

const EMERGENCY = "emergency-now";
const ROUTINE = "routine";

/** The result as one element. `steps` are the screens that were answered; the others are parts of the page. */
export function resultOf(data, answers, result, steps, { $net, $signs, $waiting }) {
  const { words } = data;
  const level = data.shown[result.level] ?? result.level;
  const emergency = result.level === EMERGENCY;
  const rank = data.model.levels.indexOf(result.level);
  for (const $part of $net.querySelectorAll("[data-selfcheck-from]")) {
    $part.hidden = rank < Number($part.dataset.selfcheckFrom);
  }
  return element(
    "div",
    { "data-selfcheck-result": true, "data-level": level, class: "selfcheck__result" },
    card(data, result, level),
    emergency ? $waiting : null,
    result.outside && !result.reasons.length ? null : reasons(data, result),
    part(words.net, unsure(data, result), $net, $signs),
    result.outside ? null : causes(data, result),
    remedies(data, answers, result),
    emergency ? null : part(words.ask, list([words.ask_1, words.ask_2, words.ask_3, words.ask_4, words.ask_5])),
    summary(data, answers, result),
    given(data, steps),
    buttons(data),
  );
}

function card(data, result, level) {
  const { words } = data;
  const title = data.levels[level].t;
  const boundary = result.outside ? data.boundaries[result.outside] : null;
  return element(
    "section",
    { class: `card card--${level.replace("-now", "")}`, "aria-labelledby": "selfcheck-result" },
    element("p", { class: "selfcheck__step" }, words.result),
    element("h2", { class: "card__title", tabindex: "-1", id: "selfcheck-result" }, boundary ? boundary.t : title),
    boundary ? element("p", {}, element("strong", {}, title)) : null,
    element("p", { class: "card__action" }, data.levels[level].a),
    boundary ? list(boundary.s) : null,
    result.level === ROUTINE ? element("p", {}, `${data.levels[ROUTINE].t}. ${data.levels[ROUTINE].a}`) : null,
    result.level === EMERGENCY ? call(data) : null,
    result.level === EMERGENCY ? element("p", {}, words.go) : null,
  );
}

function call(data) {
  return element(
    "p",
    { class: "card__call" },
    element(
      "a",
      { class: "button button--emergency", href: `tel:${data.number}` },
      element("span", { class: "icon icon--phone", "aria-hidden": "true" }),
      fill(data.words.call, { number: data.number }),
    ),
  );
}

/** An answer in words: the finding, or the option that was chosen. */
function name(data, atom) {
  const finding = data.findings[findingOf(atom)];
  const option = atom.includes("=") ? atom.slice(atom.indexOf("=") + 1) : "";
  return (option && finding.o?.[option]) || finding.t;
}

/** A rule's signs, then why they matter. */
function ruleText(data, id) {
  return element("span", {}, element("strong", {}, `${data.rules[id].t.replace(/[.]$/, "")}.`), ` ${data.rules[id].w}`);
}

function reasons(data, result) {
  const { words } = data;
  const told = (level) => data.shown[level] ?? level;
  // The fact base's "routine" shows as self-care, so leaving it changes nothing that a reader sees.
  const changes = result.otherwise.filter(({ level }) => told(level) !== told(result.level));
  const rules = result.reasons.filter((reason) => data.rules[reason.rule]);
  const answered = rules.flatMap((reason) => reason.answers);
  const flags = result.reasons.filter((reason) => !data.rules[reason.rule] && !answered.includes(reason.rule));
  const shown = new Set(rules.map((reason) => reason.rule));
  const others = result.rules.filter((id) => !shown.has(id));
  const because = (atoms) => element("small", {}, `${words.because}: ${atoms.map((atom) => name(data, atom)).join(" · ")}`);
  const items = [
    ...rules.map(({ rule, answers: enough }) =>
      element("li", { "data-rule": rule }, ruleText(data, rule), " ", because(enough)),
    ),
    ...flags.map(({ rule, answers: enough }) => element("li", { "data-flag": rule }, data.flags[rule], " ", because(enough))),
  ];
  const $others = others.length
    ? element(
        "div",
        {},
        element("p", {}, words.also_noted),
        element("ul", {}, ...others.map((id) => element("li", { "data-rule": id }, ruleText(data, id)))),
      )
    : null;
  const $instead = changes.length
    ? element(
        "div",
        {},
        element("p", {}, words.otherwise),
        list(
          changes.map(({ answer, level }) =>
            fill(words.otherwise_one, {
              answer: name(data, answer),
              level: data.levels[told(level)].t,
            }),
          ),
        ),
      )
    : null;
  return element(
    "section",
    {},
    element("h2", {}, words.why),
    items.length ? element("ul", {}, ...items) : element("p", {}, words.no_sign),
    $others,
    $instead,
  );
}

function unsure(data, result) {
  if (!result.unsure.length) return null;
  return element(
    "div",
    { class: "note", "data-selfcheck-unsure": true },
    element("p", {}, element("strong", {}, data.words.unsure_about)),
    list(result.unsure.map((atom) => element("li", { "data-unsure": findingOf(atom) }, name(data, atom)))),
  );
}

function causes(data, result) {
  const { words } = data;
  if (!result.causes.length) return part(words.causes, element("p", {}, words.no_causes));
  const evidence = (title, found) =>
    found.length ? element("small", {}, `${title}: ${found.map(([atom]) => name(data, atom)).join(" · ")}`) : null;
  const items = result.causes.map((id) => {
    const why = result.evidence[id];
    return element(
      "li",
      { "data-cause": id },
      element("a", { href: data.causes[id].u }, data.causes[id].t),
      " ",
      element("span", { class: "tag" }, data.causes[id].f),
      why.must ? element("strong", {}, words.must) : null,
      evidence(words.for, why.for),
      evidence(words.against, why.against),
    );
  });
  const also = result.also.map((id) => data.causes[id].t).join(" · ");
  return part(
    words.causes,
    element("p", {}, words.causes_about),
    element("ol", { class: "selfcheck__causes" }, ...items),
    also ? element("p", {}, `${words.also}: ${also}`) : null,
  );
}

function remedies(data, answers, result) {
  const { words } = data;
  const bad = (id) => data.model.remedies[id].kind === "not-recommended";
  const link = (id) => element("a", { href: data.remedies[id].u }, data.remedies[id].t);
  const items = (ids) => list(ids.map((id) => element("li", { "data-remedy": id }, link(id))), { class: "link-list" });
  const good = result.remedies.filter((id) => !bad(id));
  const avoid = result.remedies.filter(bad);
  const held = result.withheld.filter((id) => !bad(id));
  const reason = (atom) =>
    Object.hasOwn(answers, findingOf(atom)) && answers[findingOf(atom)] !== "unknown"
      ? name(data, atom)
      : fill(words.maybe, { answer: name(data, atom) });
  const $held = held.map((id) =>
    element(
      "li",
      { "data-withheld": id },
      fill(words.withheld_one, { remedy: data.remedies[id].t, answers: result.because[id].map(reason).join(", ") }),
    ),
  );
  const found = [
    good.length ? part(words.helps, items(good)) : null,
    avoid.length ? part(words.avoid, items(avoid)) : null,
    held.length ? part(words.withheld, element("p", {}, words.withheld_about), list($held)) : null,
  ];
  return element("div", {}, ...found);
}

/** Positive, uncertain and negative answers, as words for a doctor. */
function sorted(data, answers) {
  const { words } = data;
  const groups = { [words.yes]: [], [words.unsure]: [], [words.no]: [] };
  for (const [finding, value] of Object.entries(answers)) {
    const text = data.findings[finding];
    const chosen = text.o?.[value];
    const group = value === "no" || value === "does-not-apply" ? words.no : value === "unknown" ? words.unsure : words.yes;
    groups[group].push(chosen && group === words.yes ? `${text.t}: ${chosen}` : text.t);
  }
  return Object.entries(groups).filter(([, found]) => found.length);
}

function summary(data, answers, result) {
  const { words } = data;
  const level = data.levels[data.shown[result.level] ?? result.level].t;
  const groups = sorted(data, answers);
  const $status = element("p", { role: "status" });
  const $copy = element("button", { type: "button", class: "button button--quiet" }, words.copy);
  $copy.addEventListener("click", async () => {
    const lines = groups.map(([title, found]) => `${title}: ${found.join("; ")}`);
    try {
      await navigator.clipboard.writeText([words.summary, words.summary_about, level, ...lines].join("\n"));
      $status.textContent = words.copied;
    } catch {
      $status.textContent = words.not_copied;
    }
  });
  const $print = element("button", { type: "button", class: "button button--quiet" }, words.print);
  $print.addEventListener("click", () => print());
  return element(
    "section",
    { class: "selfcheck__summary", "data-selfcheck-summary": true },
    element("h2", {}, words.summary),
    element("p", {}, words.summary_about),
    element("dl", { class: "facts" }, ...groups.map(([title, found]) =>
      element("div", {}, element("dt", {}, title), element("dd", {}, found.join(" · "))),
    )),
    element("div", { class: "selfcheck__buttons no-print" }, $print, $copy),
    $status,
  );
}

/** What was answered, screen by screen, each with a way to change it. */
function given(data, steps) {
  const { words } = data;
  const rows = steps.map((step, place) => {
    const title = data.screens[step.screen].t;
    const found = Object.entries(step.given)
      .filter(([, value]) => value !== "no")
      .map(([finding, value]) => (value === "unknown" ? `${data.findings[finding].t}: ${words.unsure}` : name(data, `${finding}=${value}`)));
    return element(
      "li",
      {},
      element("strong", {}, title),
      element("span", {}, found.join(" · ") || words.none),
      element(
        "button",
        { type: "button", class: "button button--quiet", "data-selfcheck-change": String(place), "aria-label": `${words.change}: ${title}` },
        words.change,
      ),
    );
  });
  return element("section", { class: "no-print" }, element("h2", {}, words.answers), element("ul", { class: "selfcheck__answers" }, ...rows));
}

function buttons(data) {
  const { words } = data;
  const $status = element("p", { role: "status" });
  const $share = element("button", { type: "button", class: "button button--quiet" }, words.share);
  $share.addEventListener("click", async () => {
    const url = location.origin === "null" ? location.href.split(/[?#]/)[0] : location.origin + location.pathname;
    try {
      if (navigator.share) await navigator.share({ title: document.title, url });
      else {
        await navigator.clipboard.writeText(url);
        $status.textContent = words.copied;
      }
    } catch (error) {
      if (error.name !== "AbortError") $status.textContent = words.not_copied;
    }
  });
  const quiet = { type: "button", class: "button button--quiet" };
  return element(
    "div",
    { class: "no-print" },
    element(
      "div",
      { class: "selfcheck__buttons" },
      element("button", { ...quiet, "data-selfcheck-back": true }, words.back),
      element("button", { ...quiet, "data-selfcheck-restart": true }, words.restart),
      $share,
      element("button", { ...quiet, "data-selfcheck-leave": true }, words.leave),
    ),
    element("p", {}, words.share_about),
    $status,
  );
}
