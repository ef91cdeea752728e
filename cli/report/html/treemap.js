// The map: a rectangle a directory, as large as its code, its files in it, coloured by what is left to decide in them.

const shade = { by: "left" };
// Per 1,000 lines, from where each of the four darker shades starts.
const LIMITS = { left: [0, 2, 6, 15], changes: [0, 15, 50, 120] };

function shadeOf(item) {
  const count = shade.by === "left" ? item.open : item.changes;
  if (count === 0) return 0;
  const density = (count * 1000) / Math.max(item.lines, 20);
  const limits = LIMITS[shade.by];
  let level = 1;
  while (level < 4 && density > limits[level]) ++level;
  return level;
}

// What a directory has right below it: directories, and its own files, which are one item among directories.
function itemsBelow(directory) {
  const folders = new Map();
  const files = [];
  const add = (item, file) => {
    item.files.push(file);
    item.lines += file.lines;
    item.open += file.counts.open;
    item.changes += file.total;
    item.failed += file.outcome === "failed" ? 1 : 0;
  };
  const fresh = (name, path, only) => ({ name, path, only, files: [], lines: 0, open: 0, changes: 0, failed: 0 });
  for (const file of report.files) {
    if (!file.name.startsWith(directory)) continue;
    const slash = file.name.indexOf("/", directory.length);
    if (slash < 0) {
      files.push(file);
      continue;
    }
    const path = file.name.slice(0, slash + 1);
    if (!folders.has(path)) folders.set(path, fresh(file.name.slice(directory.length, slash), path, false));
    add(folders.get(path), file);
  }
  const items = filter.only && filter.directory === directory ? [] : [...folders.values()];
  if (items.length > 0 && files.length > 0) {
    const own = fresh(files.length === 1 ? files[0].name.slice(directory.length) : plural(files.length, "file"), directory, true);
    for (const file of files) add(own, file);
    items.push(own);
  } else {
    for (const file of files) {
      const item = fresh(file.name.slice(directory.length), file.name, false);
      add(item, file);
      item.file = file;
      items.push(item);
    }
  }
  return items.sort((a, b) => b.lines - a.lines);
}

// Squarified treemap: rows along the shorter side, each as long as its rectangles' proportions get better.
function squarify(items, box) {
  const placed = [];
  const sizes = items.map((item) => Math.max(item.lines, 1));
  const sum = sizes.reduce((total, size) => total + size, 0);
  let { x, y, w, h } = box;
  if (sum === 0 || w <= 0 || h <= 0) return placed;
  const scale = (w * h) / sum;
  const worst = (row, side) => {
    const area = row.reduce((total, size) => total + size, 0);
    return Math.max((side * side * Math.max(...row)) / (area * area), (area * area) / (side * side * Math.min(...row)));
  };
  for (let i = 0; i < items.length;) {
    const side = Math.min(w, h);
    const row = [sizes[i] * scale];
    let end = i + 1;
    while (end < items.length && worst([...row, sizes[end] * scale], side) <= worst(row, side)) row.push(sizes[end++] * scale);
    const area = row.reduce((total, size) => total + size, 0);
    const depth = side > 0 ? area / side : 0;
    let at = 0;
    for (const size of row) {
      const length = depth > 0 ? size / depth : 0;
      placed.push(w >= h ? { item: items[i], x, y: y + at, w: depth, h: length }
        : { item: items[i], x: x + at, y, w: length, h: depth });
      at += length;
      ++i;
    }
    if (w >= h) {
      x += depth;
      w -= depth;
    } else {
      y += depth;
      h -= depth;
    }
  }
  return placed;
}

const SVG = "http://www.w3.org/2000/svg";
function rectangle(box, level, isFailed) {
  const rect = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ x: box.x, y: box.y, width: Math.max(box.w - 1, 0.5), height: Math.max(box.h - 1, 0.5) })) {
    rect.setAttribute(name, value.toFixed(1));
  }
  rect.setAttribute("class", `${level === null ? "folder" : `s${level}`}${isFailed ? " failed" : ""}`);
  return rect;
}

function descriptionOf(item) {
  const parts = [plural(item.lines, "line"), plural(item.changes, "change"), `${format(item.open)} to decide`];
  if (!item.file) parts.unshift(plural(item.files.length, "file"));
  if (item.failed > 0) parts.push(item.file ? "failed" : `${format(item.failed)} failed`);
  return parts.join(", ");
}

function choose(item) {
  if (item.file) {
    showFile(item.file);
    return;
  }
  filter.directory = item.path;
  filter.only = item.only;
  changed();
}

const TITLE = 20;  // the height of a directory's name
function drawMap() {
  const map = byId("map");
  const width = map.clientWidth;
  const height = map.clientHeight;
  if (width === 0) return;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("aria-hidden", "true");
  const buttons = [];
  for (const box of squarify(itemsBelow(filter.directory), { x: 0, y: 0, w: width, h: height })) {
    const { item } = box;
    const isTitled = box.w > 44 && box.h > 30;
    if (item.file) {
      svg.append(rectangle(box, shadeOf(item), item.failed > 0));
    } else {
      svg.append(rectangle(box, null, false));
      const top = isTitled ? TITLE : 1;
      const inner = { x: box.x + 2, y: box.y + top, w: box.w - 4, h: box.h - top - 2 };
      const files = item.files.map((file) => ({ file, lines: file.lines, open: file.counts.open, changes: file.total,
        failed: file.outcome === "failed" ? 1 : 0 })).sort((a, b) => b.lines - a.lines);
      for (const cell of squarify(files, inner)) svg.append(rectangle(cell, shadeOf(cell.item), cell.item.failed > 0));
    }
    const label = item.name + (item.file || item.only ? "" : "/");
    const button = make("button", {
      type: "button", tabindex: buttons.length === 0 ? "0" : "-1", title: `${label}\n${descriptionOf(item)}`,
      "aria-label": `${label}: ${descriptionOf(item)}`, class: item.file ? `cell file on${shadeOf(item)}` : "cell",
      on: { click: () => choose(item) },
    }, isTitled ? make("span", {}, label) : "");
    Object.assign(button.style, { left: `${box.x}px`, top: `${box.y}px`, width: `${box.w - 1}px`, height: `${box.h - 1}px` });
    buttons.push(button);
  }
  map.replaceChildren(svg, ...buttons);
}

function drawCrumbs() {
  const crumbs = byId("crumbs");
  const crumb = (name, path, only, isLast) => isLast ? make("span", { "aria-current": "true" }, name)
    : make("button", { type: "button", class: "link", on: { click: () => choose({ path, only }) } }, name);
  const parts = filter.directory.split("/").slice(0, -1);
  const nodes = [crumb(root === "" ? "all" : root.slice(0, -1).split("/").pop() || "/", "", false, parts.length === 0 && !filter.only)];
  parts.forEach((part, i) => {
    nodes.push(" / ", crumb(part, parts.slice(0, i + 1).join("/") + "/", false, i === parts.length - 1 && !filter.only));
  });
  if (filter.only) nodes.push(" / ", crumb("its own files", filter.directory, true, true));
  crumbs.replaceChildren(...nodes);
}

function drawLegend() {
  const words = shade.by === "left" ? "places to decide" : "changes";
  const scale = make("span", { class: "scale" }, "none ", ...[0, 1, 2, 3, 4].map((level) => make("i", { class: `s${level}` })),
    ` many ${words} per line of code`);
  byId("legend").replaceChildren(scale, make("span", {}, make("i", { class: "failed" }), " failed"));
}

function drawWholeMap() {
  byId("map").dataset.by = shade.by;
  byId("legend").dataset.by = shade.by;
  drawCrumbs();
  drawMap();
  drawLegend();
}

// One cell is a tab stop; arrows go to the nearest cell in their direction.
function moveOnMap(event) {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const step = steps[event.key];
  const from = event.target.closest(".cell");
  if (!step || !from) return;
  event.preventDefault();
  const center = (cell) => [cell.offsetLeft + cell.offsetWidth / 2, cell.offsetTop + cell.offsetHeight / 2];
  const [x, y] = center(from);
  let best = null;
  let nearest = Infinity;
  for (const cell of byId("map").querySelectorAll(".cell")) {
    const [cx, cy] = center(cell);
    const ahead = (cx - x) * step[0] + (cy - y) * step[1];
    const aside = Math.abs((cx - x) * step[1]) + Math.abs((cy - y) * step[0]);
    if (ahead > 1 && ahead + 2 * aside < nearest) {
      nearest = ahead + 2 * aside;
      best = cell;
    }
  }
  if (!best) return;
  from.tabIndex = -1;
  best.tabIndex = 0;
  best.focus();
}

function setUpMap() {
  const map = byId("map");
  map.addEventListener("keydown", moveOnMap);
  for (const button of document.querySelectorAll("[data-shade]")) {
    button.addEventListener("click", () => {
      shade.by = button.dataset.shade;
      for (const other of document.querySelectorAll("[data-shade]")) other.setAttribute("aria-pressed", String(other === button));
      drawWholeMap();
    });
  }
  let width = 0;
  new ResizeObserver(() => {
    if (map.clientWidth === width) return;
    width = map.clientWidth;
    drawMap();
  }).observe(map);
  let drawn = null;
  onFilter(() => {
    const wanted = filter.directory + filter.only;
    if (wanted !== drawn) drawWholeMap();
    drawn = wanted;
  });
}
