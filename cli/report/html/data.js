// The report's data: lines of JSON in the page. What a file's lists need is parsed at once, its diff when it is opened.

const KINDS = ["safe", "unsafe", "open"];  // a change that is made, by its safety; or a place that is left
const KIND_NAMES = { safe: "Safe", unsafe: "Unsafe", open: "To decide" };

const report = (() => {
  const element = document.getElementById("data");
  const lines = element.textContent.split("\n");
  element.remove();  // the page need not keep it twice
  const head = JSON.parse(lines[0]);
  const files = [];
  for (let i = 1; i + 2 < lines.length; i += 2) {
    const entry = JSON.parse(lines[i]);
    files.push({
      number: files.length,
      path: entry.p,
      outcome: entry.o,
      dialect: entry.d,
      lines: entry.n,
      reason: entry.r || "",
      // By fixer and safety: how many changes.
      changes: (entry.c || []).map(([fixer, safety, count]) => ({ fixer: fixerName(fixer), kind: safety, count })),
      left: (entry.l || []).map(([fixer, safety, line, column, message, code]) =>
        ({ fixer: fixerName(fixer), safety, line, column, message, code })),
      raw: lines[i + 1],  // JSON, for search as well
      get details() {
        const { d = "", a = [] } = JSON.parse(this.raw);
        return { diff: d, changes: a.map(([fixer, line, message = "", safety = "safe"]) => ({ fixer: fixerName(fixer), safety, line, message })) };
      },
    });
  }
  function fixerName(fixer) {
    return typeof fixer === "number" ? head.fixers[fixer].name : fixer;
  }
  const fixers = new Map(head.fixers.map((fixer) => [fixer.name, fixer]));
  return { ...head, files, fixers, seconds: JSON.parse(lines[lines.length - 1]).seconds };
})();

// The deepest directory that all files are in, with a slash at its end; names are shown without it.
const root = (() => {
  if (report.files.length === 0) return "";
  let prefix = report.files[0].path.slice(0, report.files[0].path.lastIndexOf("/") + 1);
  for (const { path } of report.files) {
    while (!path.startsWith(prefix)) prefix = prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
  }
  return prefix;
})();

for (const file of report.files) {
  file.name = file.path.slice(root.length);
  file.counts = { safe: 0, unsafe: 0, open: file.left.length };
  for (const { kind, count } of file.changes) file.counts[kind] += count;
  file.total = file.counts.safe + file.counts.unsafe;
}

const numbers = new Intl.NumberFormat("en");
const format = (number) => numbers.format(number);
const plural = (number, noun) => `${format(number)} ${noun}${number === 1 ? "" : "s"}`;
const firstSentence = (text) => {
  const end = text.indexOf(". ");
  return end < 0 ? text : text.slice(0, end + 1);
};

// An element. Text is only ever put in as text: no markup from the data.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "on") for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== ""));
  return element;
}
const byId = (id) => document.getElementById(id);

// What the lists are narrowed to. Whoever changes it calls changed(); whoever shows it listens.
const filter = { query: "", kinds: new Set(KINDS), fixer: "", directory: "", only: false, outcome: "touched" };
const listeners = [];
const onFilter = (listener) => listeners.push(listener);
function changed() {
  matches = null;
  for (const listener of listeners) listener();
}
function resetFilter() {
  Object.assign(filter, { query: "", kinds: new Set(KINDS), fixer: "", directory: "", only: false, outcome: "touched" });
  changed();
}
const isFiltered = () => filter.query !== "" || filter.fixer !== "" || filter.directory !== "" ||
  filter.kinds.size < KINDS.length || filter.outcome !== "touched";

const OUTCOMES = {
  touched: { name: "Changed, left or failed", test: (file) => file.outcome !== "unchanged" || file.counts.open > 0 },
  all: { name: "All files", test: () => true },
  changed: { name: "Changed", test: (file) => file.outcome === "changed" },
  open: { name: "With places to decide", test: (file) => file.counts.open > 0 },
  failed: { name: "Failed", test: (file) => file.outcome === "failed" },
  skipped: { name: "Skipped", test: (file) => file.outcome === "skipped" },
  unchanged: { name: "Unchanged", test: (file) => file.outcome === "unchanged" },
};

const isInDirectory = (file) => file.name.startsWith(filter.directory) &&
  !(filter.only && file.name.indexOf("/", filter.directory.length) >= 0);

// The query as a pattern for plain text, and as one for text in JSON.
function queryPatterns() {
  const escaped = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  const code = (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0");
  const inJson = JSON.stringify(filter.query).slice(1, -1).replace(/[<\x7f-\uffff]/g, code);
  return [escaped(filter.query), escaped(inJson)];
}

// What passes the filter: files, and of each the places left. Computed once a change of the filter.
let matches = null;
function matching() {
  if (matches) return matches;
  const [plain, json] = queryPatterns();
  const wantsAll = filter.kinds.size === KINDS.length && !filter.fixer;
  const isWanted = (fixer, kind) => filter.kinds.has(kind) && (!filter.fixer || fixer === filter.fixer);
  const files = [];
  const left = [];
  for (const file of report.files) {
    if (!isInDirectory(file) || !OUTCOMES[filter.outcome].test(file)) continue;
    const places = file.left.filter((place) => isWanted(place.fixer, "open"));
    if (!wantsAll && places.length === 0 && !file.changes.some(({ fixer, kind }) => isWanted(fixer, kind))) continue;
    const inPath = !filter.query || plain.test(file.name) || plain.test(file.reason);
    const found = inPath ? places : places.filter((place) =>
      plain.test(place.message) || plain.test(place.code) || plain.test(place.fixer));
    for (const place of found) left.push({ file, place });
    const inFile = inPath || found.length > 0 || json.test(file.raw) || file.changes.some(({ fixer }) => plain.test(fixer));
    if (inFile) files.push(file);
  }
  matches = { files, left };
  return matches;
}
