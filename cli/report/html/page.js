// The page as a whole: summary, bars, filters, keys.

const BARS = 14;  // fixers shown before "all" is asked for
let showsAllBars = false;

function drawSummary() {
  const sum = { safe: 0, unsafe: 0, open: 0 };
  const outcomes = { changed: 0, unchanged: 0, skipped: 0, failed: 0 };
  let lines = 0;
  for (const file of report.files) {
    for (const kind of KINDS) sum[kind] += file.counts[kind];
    ++outcomes[file.outcome];
    lines += file.lines;
  }
  const verb = report.written ? "changed" : "would change";
  byId("what").textContent = `Python 2 \u2192 ${report.target}`;
  byId("headline").textContent = `${format(outcomes.changed)} of ${plural(report.files.length, "file")} ${verb}`;
  byId("lede").textContent = `${plural(lines, "line")}${root ? ` below ${root}` : ""}, for Python ${report.target}, ` +
    `by py3k ${report.version} in ${report.seconds.toFixed(report.seconds < 10 ? 1 : 0)} s.`;
  const share = (count) => {
    const all = sum.safe + sum.unsafe;
    return all === 0 ? "" : `${((100 * count) / all).toFixed(1)} % of all changes`;
  };
  const tiles = [
    ["safe", "Safe changes", sum.safe, share(sum.safe) || "same behaviour as before"],
    ["unsafe", "Unsafe changes", sum.unsafe, share(sum.unsafe) || "right in nearly all code"],
    ["open", "To decide", sum.open, `in ${plural(report.files.filter((file) => file.counts.open > 0).length, "file")}`],
    ["failed", "Failed", outcomes.failed, outcomes.skipped > 0 ? `${format(outcomes.skipped)} skipped` : "files left as they are"],
    ["rest", "Unchanged", outcomes.unchanged, "files with nothing to do"],
  ];
  byId("tiles").replaceChildren(...tiles.map(([kind, name, count, note]) => make("div", { class: `tile ${kind}${count === 0 ? " zero" : ""}` },
    make("dt", {}, name), make("dd", {}, make("b", {}, format(count)), make("small", {}, note)))));
  document.title = `py3k: ${byId("headline").textContent}`;
}

function fixerCounts() {
  const counts = new Map();
  const of = (name) => {
    if (!counts.has(name)) counts.set(name, { safe: 0, unsafe: 0, open: 0 });
    return counts.get(name);
  };
  for (const file of report.files) {
    if (!isInDirectory(file)) continue;
    for (const { fixer, kind, count } of file.changes) of(fixer)[kind] += count;
    for (const place of file.left) ++of(place.fixer).open;
  }
  const total = (count) => count.safe + count.unsafe + count.open;
  return [...counts].map(([name, count]) => ({ name, ...count, total: total(count) }))
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}

function drawBars() {
  const counts = fixerCounts();
  // Square roots: a few fixers have nearly all the work, and what the others have is to be seen too.
  const longest = Math.sqrt(counts[0]?.total || 1);
  const shown = showsAllBars ? counts : counts.filter((count, i) => i < BARS || count.name === filter.fixer);
  byId("bars").replaceChildren(...shown.map((count) => {
    const parts = KINDS.filter((kind) => count[kind] > 0).map((kind) => {
      const part = make("i", { class: kind });
      part.style.width = `max(2px, ${((100 * Math.sqrt(count.total) * count[kind]) / (longest * count.total)).toFixed(2)}%)`;
      return part;
    });
    const words = KINDS.filter((kind) => count[kind] > 0).map((kind) => `${format(count[kind])} ${KIND_NAMES[kind].toLowerCase()}`).join(", ");
    const doc = report.fixers.get(count.name)?.doc;
    return make("button", {
      type: "button", class: "bar", "aria-pressed": String(filter.fixer === count.name), "aria-label": `${count.name}: ${words}`,
      title: `${words}${doc ? `\n${firstSentence(doc)}` : ""}`,
      on: { click: () => { filter.fixer = filter.fixer === count.name ? "" : count.name; changed(); } },
    }, make("span", { class: "name" }, count.name), make("span", { class: "track" }, ...parts), make("span", { class: "value" }, format(count.total)));
  }));
  const more = byId("more-bars");
  more.hidden = counts.length <= BARS;
  more.textContent = showsAllBars ? `Show the first ${BARS}` : `Show all ${counts.length} fixers`;
}

function drawFilters() {
  const sum = { safe: 0, unsafe: 0, open: 0 };
  for (const file of report.files) {
    if (isInDirectory(file)) for (const kind of KINDS) sum[kind] += file.counts[kind];
  }
  for (const button of byId("kinds").children) {
    button.setAttribute("aria-pressed", String(filter.kinds.has(button.dataset.kind)));
    button.querySelector(".n").textContent = format(sum[button.dataset.kind]);
  }
  if (byId("query").value !== filter.query) byId("query").value = filter.query;
  byId("fixer").value = filter.fixer;
  byId("outcome").value = filter.outcome;
  const chip = (text, label, clear) => make("button", { type: "button", class: "chip", "aria-label": `Remove the filter ${label}`,
    on: { click: () => { clear(); changed(); } } }, text, make("span", { "aria-hidden": "true" }, "\u00d7"));
  const chips = [];
  if (filter.directory || filter.only) {
    chips.push(chip(`${filter.directory || "./"}${filter.only ? " (own files)" : ""}`, "directory",
      () => Object.assign(filter, { directory: "", only: false })));
  }
  if (isFiltered()) chips.push(make("button", { type: "button", class: "link", on: { click: resetFilter } }, "Clear all"));
  byId("chips").replaceChildren(...chips);
  const { files, left } = matching();
  byId("count").textContent = `${plural(files.length, "file")}, ${format(left.length)} to decide`;
}

function setUpFilters() {
  const toggle = (kind) => {
    // The first click on one of three shows that one alone; a click on the last one brings all back.
    if (filter.kinds.size === KINDS.length) filter.kinds = new Set([kind]);
    else if (filter.kinds.has(kind)) filter.kinds.delete(kind);
    else filter.kinds.add(kind);
    if (filter.kinds.size === 0) filter.kinds = new Set(KINDS);
    changed();
  };
  byId("kinds").append(...KINDS.map((kind) => make("button", { type: "button", class: kind, "data-kind": kind, on: { click: () => toggle(kind) } },
    make("i", { class: kind }), KIND_NAMES[kind], make("span", { class: "n" }))));
  const names = fixerCounts().map(({ name }) => name).sort();
  byId("fixer").append(make("option", { value: "" }, "All fixers"), ...names.map((name) => make("option", { value: name }, name)));
  byId("fixer").addEventListener("change", (event) => { filter.fixer = event.target.value; changed(); });
  byId("outcome").append(...Object.entries(OUTCOMES).map(([value, { name }]) => make("option", { value }, name)));
  byId("outcome").addEventListener("change", (event) => { filter.outcome = event.target.value; changed(); });
  let timer = 0;
  byId("query").addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => { filter.query = event.target.value; changed(); }, 120);
  });
  byId("more-bars").addEventListener("click", () => { showsAllBars = !showsAllBars; drawBars(); });
  onFilter(drawFilters);
  onFilter(drawBars);
}

function switchTheme() {
  const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem("py3k-theme", theme); } catch { /* it lasts for this visit */ }
}

// The next of what can be seen, after where the focus is, or else after the top of the window.
function step(selector, direction) {
  const all = [...document.querySelectorAll(selector)].filter((element) => element.offsetParent !== null);
  if (all.length === 0) return;
  const current = document.activeElement.closest(selector);
  let next = all.indexOf(current) + direction;
  if (!current) {
    const here = document.activeElement === document.body ? null : document.activeElement;
    const isAfter = (element) => here ? Boolean(here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      : element.getBoundingClientRect().top > 0;
    const first = all.findIndex(isAfter);
    next = direction > 0 ? first : (first < 0 ? all.length : first) - 1;
  }
  const target = all[Math.max(0, Math.min(all.length - 1, next))];
  if (!target || next < 0 && !current) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: selector === "[data-change]" ? "center" : "nearest" });
}

function jump(id) {
  const section = byId(id);
  if (section.hidden) return;
  section.scrollIntoView();
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
}

function upOneDirectory() {
  if (filter.only) filter.only = false;
  else filter.directory = filter.directory.replace(/[^/]*\/$/, "");
  changed();
}

const KEYS = {
  j: () => step("[data-nav]", 1),
  k: () => step("[data-nav]", -1),
  n: () => step("[data-change]", 1),
  p: () => step("[data-change]", -1),
  o: () => document.activeElement.closest("[data-nav]")?.click(),
  "/": () => byId("query").select(),
  1: () => jump("overview"),
  2: () => jump("decide"),
  3: () => jump("files"),
  u: upOneDirectory,
  x: resetFilter,
  c: closeAll,
  t: switchTheme,
  "?": () => byId("keys").showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  const isTyping = event.target.matches("input, select");
  if (event.key === "Escape" && isTyping) {
    if (event.target === byId("query") && filter.query !== "") {
      filter.query = "";
      changed();
    } else {
      event.target.blur();
    }
    return;
  }
  if (event.key === "Enter" && event.target === byId("query")) {
    event.preventDefault();
    event.target.blur();
    step("[data-nav]", 1);
    return;
  }
  if (isTyping || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
}

drawSummary();
setUpFilters();
setUpMap();
setUpGroups();
setUpFiles();
changed();
byId("theme").addEventListener("click", switchTheme);
byId("help").addEventListener("click", KEYS["?"]);
document.addEventListener("keydown", onKey);
