// What is left to decide: by fixer, with what the fixer has to say, and the places.

const PLACES_AT_ONCE = 100;
const openGroups = new Set();

function placeLink({ file, place }) {
  const slash = file.name.lastIndexOf("/") + 1;
  return make("button", { type: "button", class: "place", "data-nav": true, on: { click: () => showFile(file, place.line) } },
    make("span", { class: "at" }, make("span", { class: "folder" }, file.name.slice(0, slash)), make("b", {}, file.name.slice(slash)),
      make("span", { class: "line" }, `:${place.line}`)),
    make("code", {}, place.code), make("span", { class: "message" }, place.message));
}

function addPlaces(list, places, all = false) {
  const from = list.childElementCount;
  const end = all ? places.length : from + PLACES_AT_ONCE;
  list.append(...places.slice(from, end).map(placeLink));
}

function explanation(name) {
  const fixer = report.fixers.get(name);
  if (!fixer) return make("div", { class: "explanation" });
  return make("div", { class: "explanation" },
    make("p", {}, fixer.doc),
    fixer.unsafeWhen ? make("p", { class: "when" }, make("b", {}, "Wrong when: "), fixer.unsafeWhen) : "",
    make("p", { class: "note" }, make("code", {}, `py3k explain ${name}`), " shows examples."));
}

function groupBody(name, places) {
  const list = make("div", { class: "places" });
  addPlaces(list, places);
  const more = make("button", { type: "button", class: "more" });
  const label = () => {
    const rest = places.length - list.childElementCount;
    more.hidden = rest === 0;
    more.textContent = `Show ${format(Math.min(rest, PLACES_AT_ONCE))} more of ${format(rest)}`;
  };
  more.addEventListener("click", () => {
    addPlaces(list, places);
    label();
  });
  label();
  return make("div", { class: "group-body" }, explanation(name), list, more);
}

function groupFor(name, places) {
  const fixer = report.fixers.get(name);
  const files = new Set(places.map(({ file }) => file)).size;
  const toggle = make("button", { type: "button", class: "toggle", "data-nav": true, "aria-expanded": "false" },
    make("b", { class: "fixer" }, name),
    make("span", { class: "doc" }, fixer ? firstSentence(fixer.doc) : ""),
    make("span", { class: "spread" }, `in ${plural(files, "file")}`),
    make("span", { class: "count open" }, format(places.length)));
  const group = make("article", { class: "group", "aria-label": `${name}: ${plural(places.length, "place")}` }, toggle);
  const set = (isOpen) => {
    toggle.setAttribute("aria-expanded", String(isOpen));
    group.classList.toggle("is-open", isOpen);
    group.querySelector(".group-body")?.remove();
    if (isOpen) group.append(groupBody(name, places));
    openGroups[isOpen ? "add" : "delete"](name);
  };
  toggle.addEventListener("click", () => set(toggle.getAttribute("aria-expanded") !== "true"));
  if (openGroups.has(name)) set(true);
  return group;
}

function drawGroups() {
  const { left } = matching();
  const groups = new Map();
  for (const entry of left) {
    if (!groups.has(entry.place.fixer)) groups.set(entry.place.fixer, []);
    groups.get(entry.place.fixer).push(entry);
  }
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  byId("groups").replaceChildren(...sorted.map(([name, places]) => groupFor(name, places)));
  byId("decide").hidden = left.length === 0;
  byId("nav-decide").textContent = format(left.length);
}

// On paper everything is open.
function openForPrint() {
  const { left } = matching();
  for (const group of document.querySelectorAll(".group")) {
    const name = group.querySelector(".fixer").textContent;
    if (!group.classList.contains("is-open")) {
      group.querySelector(".toggle").click();
      group.dataset.printed = "";
    }
    const places = left.filter(({ place }) => place.fixer === name);
    addPlaces(group.querySelector(".places"), places, true);
    group.querySelector(".more").hidden = true;
  }
}
function closeAfterPrint() {
  for (const group of document.querySelectorAll(".group[data-printed]")) {
    delete group.dataset.printed;
    group.querySelector(".toggle").click();
  }
}

function setUpGroups() {
  onFilter(drawGroups);
  addEventListener("beforeprint", openForPrint);
  addEventListener("afterprint", closeAfterPrint);
}
