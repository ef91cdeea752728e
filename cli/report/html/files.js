// The list of files: a card each, whose diff is drawn when it is opened.

const cards = new Map();  // by file number: { card, toggle, body }

function countsOf(counts) {
  return KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    make("span", { class: `count ${kind}`, title: KIND_NAMES[kind] }, format(counts[kind]),
      make("span", { class: "hidden" }, ` ${KIND_NAMES[kind].toLowerCase()}`)));
}

function cardFor(file) {
  const slash = file.name.lastIndexOf("/") + 1;
  const state = file.outcome === "changed" ? "" : make("span", { class: `state ${file.outcome}` }, file.outcome);
  const toggle = make("button", { type: "button", class: "toggle", "aria-expanded": "false", "data-nav": true },
    make("span", { class: "path" }, make("span", { class: "folder" }, file.name.slice(0, slash)), make("b", {}, file.name.slice(slash))),
    state, make("span", { class: "counts" }, ...countsOf(file.counts)));
  const card = make("article", { class: "file", "aria-label": file.name, "data-file": file.number }, toggle);
  toggle.addEventListener("click", () => {
    setOpen(file, toggle.getAttribute("aria-expanded") !== "true");
    // What was opened at the window's end is brought up, so that some of it can be seen.
    if (toggle.getBoundingClientRect().top > innerHeight * 0.7) card.scrollIntoView();
  });
  const entry = { card, toggle, body: null };
  cards.set(file.number, entry);
  return card;
}

function placeRow(place) {
  return make("div", { class: "place" },
    make("span", { class: "at" }, `${place.line}:${place.column + 1}`),
    make("code", {}, place.code), make("span", { class: "tag open" }, place.fixer),
    make("span", { class: "message" }, place.message));
}

function bodyFor(file) {
  const body = make("div", { class: "body" });
  if (file.reason) body.append(make("p", { class: `reason ${file.outcome}` }, file.reason));
  let missing = file.left;
  let table;
  if (file.outcome === "changed" && report.diffs) ({ table, missing } = drawDiff(file));
  if (missing.length > 0) body.append(make("div", { class: "places" }, ...missing.map(placeRow)));
  if (table) body.append(table);
  if (body.childNodes.length === 0) {
    body.append(make("p", { class: "reason" }, file.outcome === "changed" ? "The report was made without diffs." : "Nothing to change."));
  }
  return body;
}

function setOpen(file, isOpen) {
  const entry = cards.get(file.number);
  entry.toggle.setAttribute("aria-expanded", String(isOpen));
  entry.card.classList.toggle("is-open", isOpen);
  if (isOpen && !entry.body) {
    entry.body = bodyFor(file);
    entry.card.append(entry.body);
  } else if (!isOpen && entry.body) {
    entry.body.remove();
    entry.body = null;
  }
}

// Opens a file, at a line if there is one, whatever the filter hides.
function showFile(file, line) {
  const entry = cards.get(file.number);
  if (entry.card.hidden) {
    Object.assign(filter, { query: "", fixer: "", kinds: new Set(KINDS), outcome: "all" });
    if (!isInDirectory(file)) Object.assign(filter, { directory: "", only: false });
    changed();
  }
  setOpen(file, true);
  const target = line === undefined ? null : [...entry.body.querySelectorAll(`[data-line="${line}"]`)].pop();
  if (target) {
    target.tabIndex = -1;
    target.scrollIntoView({ block: "center" });
    target.classList.remove("flash");
    void target.offsetWidth;  // so that the animation starts again
    target.classList.add("flash");
    target.focus({ preventScroll: true });
  } else {
    entry.toggle.focus({ preventScroll: true });
    entry.card.scrollIntoView({ block: "start" });
  }
}

function closeAll() {
  for (const file of report.files) {
    if (cards.get(file.number).body) setOpen(file, false);
  }
}

function drawFiles() {
  const { files } = matching();
  const shown = new Set(files.map((file) => file.number));
  for (const [number, { card }] of cards) card.hidden = !shown.has(number);
  byId("nothing").hidden = files.length > 0 || matching().left.length > 0;
  byId("nav-files").textContent = format(files.length);
}

function setUpFiles() {
  byId("list").append(...report.files.map(cardFor));
  byId("fold-all").addEventListener("click", closeAll);
  byId("reset").addEventListener("click", resetFilter);
  onFilter(drawFiles);
}
