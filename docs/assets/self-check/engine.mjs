/**
 * What answers lead to, and which screen comes next. Pure: no DOM, no clock, no words.
 *
 * The twin of `scripts/sehat/selfcheck/engine.py`: the same functions in the same order; tests hold both equal.
 * `answers` maps findings to "yes", "no", "unknown" or the name of an option. Levels count from 0, the most urgent.
 *
 * @typedef {Record<string, string>} Answers
 * @typedef {{id: string, level: number, all: string[], any: string[], least: number, of: string[], none: string[], names: string[], flag?: boolean}} Rule
 */

const EMERGENCY = 0;
const TODAY = 1;
const UNKNOWN = "unknown";
const MOST_CAUSES = 5;
const CLEAR = 2;
const OWN_SIGN = 3;
const TYPICAL = 4;
const ENOUGH = { [TODAY]: 9 };
const ENOUGH_OTHERWISE = 10;
const WORTH_A_SCREEN = 4;
const KINDS_IN_EMERGENCY = ["emergency", "medicine-safety"];
const NEVER = 0;
const MAYBE = 1;
const YES = 2;

const has = Object.hasOwn;
const unique = (items) => [...new Set(items)];

/** The finding of an answer such as `fever` or `weakness=slowly-worse`. */
export function findingOf(atom) {
  const end = atom.indexOf("=");
  return end < 0 ? atom : atom.slice(0, end);
}

/**
 * The answers with everything that they include, and how relevant the other findings are (filled when asked for).
 * @returns {{answers: Answers, held: Set<string>, relevance: Record<string, number>}}
 */
function stateOf(model, answers) {
  const held = new Set();
  for (const [name, given] of Object.entries(answers)) {
    if (given === "yes") held.add(name);
    const whole = `${name}=${given}`;
    held.add(whole);
    if (has(model.includes, whole)) for (const atom of model.includes[whole]) held.add(atom);
  }
  return { answers, held, relevance: {} };
}

/** Whether an answer was given, itself or by one that includes it. */
function holds(state, atom) {
  return state.held.has(atom);
}

/** Whether a finding is worth asking: never, maybe (something else has to be answered first) or yes. */
function relevance(model, state, name) {
  if (!has(model.relevance, name)) return YES;
  if (!has(state.relevance, name)) {
    const rule = model.relevance[name];
    let result = rule.any.length ? NEVER : YES;
    for (const atom of rule.any) result = Math.max(result, fits(model, state, atom));
    for (const atom of rule.none) {
      const unknown = state.answers[findingOf(atom)] === UNKNOWN;
      result = Math.min(result, unknown ? YES : YES - fits(model, state, atom));
    }
    state.relevance[name] = result;
  }
  return state.relevance[name];
}

function fits(model, state, atom) {
  const name = findingOf(atom);
  if (has(state.answers, name)) return state.answers[name] === UNKNOWN || holds(state, atom) ? YES : NEVER;
  return relevance(model, state, name) === NEVER ? NEVER : MAYBE;
}

/** Whether an answer may still be given. */
function isOpen(model, state, atom) {
  const name = findingOf(atom);
  return !has(state.answers, name) && relevance(model, state, name) !== NEVER;
}

/** Whether the findings of a rule are there. */
function ruleHolds(model, state, rule) {
  for (const atom of rule.all) if (!holds(state, atom)) return false;
  const there = (atom) => holds(state, atom);
  return (
    (!rule.any.length || rule.any.some(there)) &&
    (!rule.least || rule.of.filter(there).length >= rule.least) &&
    !rule.none.some(there)
  );
}

/** The open answers that can still decide a rule; empty when it holds for good, null when it cannot hold. */
function missingOf(model, state, rule) {
  const there = (atom) => holds(state, atom);
  const open = (atom) => isOpen(model, state, atom);
  const found = [];
  for (const atom of rule.all) {
    if (there(atom)) continue;
    if (!open(atom)) return null;
    found.push(atom);
  }
  if (rule.any.length && !rule.any.some(there)) {
    const candidates = rule.any.filter(open);
    if (!candidates.length) return null;
    found.push(...candidates);
  }
  const count = rule.of.filter(there).length;
  if (count < rule.least) {
    const candidates = rule.of.filter(open);
    if (count + candidates.length < rule.least) return null;
    found.push(...candidates);
  }
  for (const atom of rule.none) {
    if (there(atom)) return null;
    if (open(atom)) found.push(atom);
  }
  return found;
}

/** The most urgent level that a rule reaches. */
function levelOf(model, state) {
  let reached = model.levels.length - 1;
  for (const rule of model.rules) {
    if (rule.level < reached && ruleHolds(model, state, rule)) reached = rule.level;
  }
  return reached;
}

/** The boundary of the self-check that the answers cross. */
function outside(model, state) {
  return model.boundaries.find((boundary) => holds(state, boundary.when)) ?? null;
}

// ---- Which screen comes next ----

/** The next screen and what it asks (findings, or answers to tick); null when the questions are done. */
export function nextItems(model, answers) {
  const state = stateOf(model, answers);
  if (levelOf(model, state) === EMERGENCY) return null;
  const crossed = outside(model, state);
  const needed = neededFindings(model, state);
  const [worth, pull] = crossed ? [{}, {}] : worthOf(model, state);
  const asked = screensAsked(model, state);
  const enough = ENOUGH[settledLevel(model, state)] ?? ENOUGH_OTHERWISE;
  const nothing = model.levels.length;
  const lastFirst = model.screens.findLastIndex((screen) => screen.when === "first");
  let best = null;
  for (const [number, screen] of model.screens.entries()) {
    const states = screen.asks.map((atom) => {
      const name = findingOf(atom);
      return has(state.answers, name) ? NEVER : relevance(model, state, name);
    });
    let items = screen.asks.filter((_, place) => states[place] === YES);
    if (screen.when === "first") {
      if (!items.length) continue;
      const partners = number === lastFirst ? partnersOf(model, state, items) : [];
      return { screen: screen.id, items: [...items, ...partners] };
    }
    const always = screen.when === "always" && !crossed;
    if (!always) items = items.filter((atom) => has(needed, findingOf(atom)) || has(worth, findingOf(atom)));
    if (!items.length) continue;
    const names = unique(items.map(findingOf));
    const sum = (weights) => names.reduce((total, name) => total + (weights[name] ?? 0), 0);
    const urgency = Math.min(...names.map((name) => needed[name] ?? nothing));
    if (!always && urgency === nothing) {
      const typical = names.some((name) => (pull[name] ?? 0) >= TYPICAL - 1);
      if (!typical && (asked >= enough || sum(worth) < WORTH_A_SCREEN)) continue;
    }
    const waits = states.includes(MAYBE) ? 1 : 0;
    const key = [waits, always ? 0 : 1, urgency, -sum(pull), number];
    if (!best || before(key, best.key)) best = { key, screen: screen.id, items };
  }
  return best && { screen: best.screen, items: best.items };
}

function before(one, other) {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place >= 0 && one[place] < other[place];
}

/** The findings of the next screen; empty when the questions are done. */
export function nextScreen(model, answers) {
  const found = nextItems(model, answers);
  return found ? unique(found.items.map(findingOf)) : [];
}

/** Open findings that can still raise the level, with the most urgent level they can help to reach. */
function neededFindings(model, state) {
  const reached = settledLevel(model, state);
  const crossed = outside(model, state);
  const needed = {};
  for (const rule of model.rules) {
    const aboutIt = !crossed || [...rule.all, ...rule.any, ...rule.of].includes(crossed.when);
    if (rule.level >= reached || !aboutIt) continue;
    for (const atom of missingOf(model, state, rule) ?? []) need(model, state, needed, findingOf(atom), rule.level);
  }
  for (const boundary of model.boundaries) {
    if (isOpen(model, state, boundary.when)) need(model, state, needed, findingOf(boundary.when), TODAY);
  }
  return needed;
}

/** Marks a finding as needed, and what has to be answered before it. */
function need(model, state, needed, name, level) {
  if ((needed[name] ?? model.levels.length) <= level) return;
  needed[name] = level;
  if (relevance(model, state, name) !== MAYBE) return;
  const rule = model.relevance[name];
  for (const atom of [...rule.any, ...rule.none]) {
    if (isOpen(model, state, atom)) need(model, state, needed, findingOf(atom), level);
  }
}

/** The level that no further answer can lower: of rules that do not wait for a reassuring answer. */
function settledLevel(model, state) {
  let reached = model.levels.length - 1;
  for (const rule of model.rules) {
    if (rule.level < reached && ruleHolds(model, state, rule) && missingOf(model, state, rule)?.length === 0) {
      reached = rule.level;
    }
  }
  return reached;
}

/** What completes an emergency rule of which a part is there already, so that it is asked without delay. */
function partnersOf(model, state, items) {
  const found = [];
  for (const rule of model.rules) {
    const begun = [...rule.all, ...rule.any, ...rule.of].some((atom) => holds(state, atom));
    if (rule.level !== EMERGENCY || !begun) continue;
    for (const atom of missingOf(model, state, rule) ?? []) {
      if (!items.includes(atom) && relevance(model, state, findingOf(atom)) === YES) found.push(atom);
    }
  }
  return unique(found);
}

/** How many screens were answered. */
function screensAsked(model, state) {
  return model.screens.filter((screen) => screen.asks.some((atom) => has(state.answers, findingOf(atom)))).length;
}

/** How much each open finding can tell about the causes that fit, and about those that have support already. */
function worthOf(model, state) {
  const worth = {};
  const pull = {};
  const raise = (weights, name, value) => {
    weights[name] = Math.max(weights[name] ?? 0, value);
  };
  const complaints = complaintsOf(model, state);
  for (const cause of model.causes) {
    if (!canBring(cause, complaints)) continue;
    const supported = total(evidenceOf(state, cause.for)) > total(evidenceOf(state, cause.against));
    for (const evidence of [cause.for, cause.against]) {
      for (const [atom, weight] of evidence) {
        const name = findingOf(atom);
        if (has(state.answers, name) || weight <= 1) continue;
        raise(worth, name, weight - 1);
        if (supported) raise(pull, name, weight - 1);
      }
    }
    if (!supported) continue;
    for (const atom of cause.remedies.flatMap((remedy) => model.remedies[remedy].avoid)) {
      if (!has(state.answers, findingOf(atom))) raise(worth, findingOf(atom), 1);
    }
  }
  return [worth, pull];
}

// ---- What the answers lead to ----

/** The result: level, rules, causes, remedies, and why. */
export function assess(model, answers) {
  const state = stateOf(model, answers);
  const crossed = outside(model, state);
  const reached = levelOf(model, state);
  const level = crossed ? Math.min(reached, crossed.level) : reached;
  const held = model.rules.filter((rule) => ruleHolds(model, state, rule));
  const [causes, evidence, also] = crossed ? [[], {}, []] : rankedCauses(model, state, held);
  const [remedies, withheld, because] = crossed ? [[], [], {}] : offeredRemedies(model, state, level, causes);
  const reasons = held
    .filter((rule) => rule.level === level)
    .map((rule) => ({ rule: rule.id, answers: enoughFor(model, state, rule) }));
  return {
    level: model.levels[level],
    outside: crossed ? crossed.id : null,
    rules: held.filter((rule) => !rule.flag).map((rule) => rule.id),
    flags: held.filter((rule) => rule.flag).map((rule) => rule.id),
    reasons,
    otherwise: otherwise(model, state, level, reasons),
    causes,
    evidence,
    also,
    remedies,
    withheld,
    because,
    unsure: unsure(model, state, level),
  };
}

/** Answers that meet a rule, none of which can be left out. */
function enoughFor(model, state, rule) {
  const there = (atom) => holds(state, atom);
  const found = [...rule.all];
  if (rule.any.length && !rule.any.some((atom) => found.includes(atom))) found.push(rule.any.find(there));
  return [...found, ...rule.of.filter(there).slice(0, rule.least)];
}

/** Answers without which the advice would be less urgent, and what it would be. */
function otherwise(model, state, level, reasons) {
  if (level === EMERGENCY) return [];
  const complaint = Object.values(model.complaints).map(findingOf);
  const found = [];
  for (const atom of unique(reasons.flatMap((reason) => reason.answers))) {
    const name = findingOf(atom);
    if (complaint.includes(name)) continue;
    const { [name]: _, ...others } = state.answers;
    const instead = levelOf(model, stateOf(model, others));
    if (instead > level) found.push({ answer: atom, level: model.levels[instead] });
  }
  return found;
}

/** Answers of urgent rules that the person did not know, and that could have made the level more urgent. */
function unsure(model, state, level) {
  const found = [];
  if (!Object.values(state.answers).includes(UNKNOWN)) return found;
  for (const rule of model.rules) {
    if (rule.level > TODAY || rule.level >= level) continue;
    for (const atom of [...rule.all, ...rule.any, ...rule.of]) {
      if (state.answers[findingOf(atom)] === UNKNOWN) found.push(atom);
    }
  }
  return unique(found);
}

/** The complaints that were named. */
function complaintsOf(model, state) {
  return Object.keys(model.complaints).filter((name) => holds(state, model.complaints[name]));
}

/** Whether a cause can bring one of the complaints; every cause can while none is known. */
function canBring(cause, complaints) {
  return !complaints.length || cause.explains.some((name) => complaints.includes(name));
}

/** The part of the evidence that is there. */
function evidenceOf(state, evidence) {
  return evidence.filter((each) => state.held.has(each[0]));
}

/** The weight of evidence. */
function total(evidence) {
  return evidence.reduce((sum, each) => sum + each[1], 0);
}

/** At most five causes with support, what speaks for and against each, and urgent ones for which no place was left. */
function rankedCauses(model, state, held) {
  const named = held.flatMap((rule) => rule.names);
  const complaints = complaintsOf(model, state);
  const found = [];
  for (const [number, cause] of model.causes.entries()) {
    const speaksFor = evidenceOf(state, cause.for);
    if (!speaksFor.length && !named.includes(cause.id)) continue;
    const against = evidenceOf(state, cause.against);
    const strongest = Math.max(0, ...speaksFor.map(([, weight]) => weight));
    const must = named.includes(cause.id) || (cause.urgent && strongest >= TYPICAL);
    const score = total(speaksFor) - total(against);
    if (!must && (score <= 0 || strongest < CLEAR || !canBring(cause, complaints))) continue;
    if (!must && cause.rare && strongest < OWN_SIGN) continue;
    found.push({ must, score, number, cause, why: { for: speaksFor, against, must } });
  }
  const byScore = (one, other) => other.score - one.score || one.number - other.number;
  found.sort(
    (one, other) =>
      Number(other.must) - Number(one.must) || (one.must ? one.cause.rank - other.cause.rank : 0) || byScore(one, other),
  );
  const also = found.slice(MOST_CAUSES).filter((each) => each.must);
  const kept = found.slice(0, MOST_CAUSES).sort(byScore);
  return [
    kept.map((each) => each.cause.id),
    Object.fromEntries(kept.map((each) => [each.cause.id, each.why])),
    also.map((each) => each.cause.id),
  ];
}

/** Remedies of the causes that nothing speaks against, those that are withheld, and the answers that withhold them. */
function offeredRemedies(model, state, level, causes) {
  const wanted = causes.flatMap((id) => model.causes.find((cause) => cause.id === id).remedies);
  for (const offer of model.offers) {
    if (offer.levels.includes(level) && (!offer.when || holds(state, offer.when))) wanted.push(offer.remedy);
  }
  const offered = [];
  const withheld = [];
  const because = {};
  for (const id of unique(wanted)) {
    const remedy = model.remedies[id];
    if (level === EMERGENCY && !KINDS_IN_EMERGENCY.includes(remedy.kind)) continue;
    const against = remedy.avoid.filter((atom) => mayHold(model, state, atom));
    if (against.length) {
      withheld.push(id);
      because[id] = against;
    } else {
      offered.push(id);
    }
  }
  return [offered, withheld, because];
}

function mayHold(model, state, atom) {
  return (
    holds(state, atom) || state.answers[findingOf(atom)] === UNKNOWN || isOpen(model, state, atom)
  );
}
