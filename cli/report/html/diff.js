// Side-by-side diffs, drawn from unified ones when a file is opened.

const CONTEXT = 3;  // lines shown around a change; more that are in the report unfold

// A unified diff as rows: { type: "same", a, b, text }, { type: "changed", a?, b?, before?, after? } with the numbers of
// the lines on either side, and { type: "gap", count } where lines are not in the report (count is null at an end that
// is not known).
function rowsOf(diff, lineCount) {
  const rows = [];
  const lines = diff.split("\n").slice(2, -1);  // without the two labels
  let removed = [];
  let added = [];
  let a = 1;
  let b = 1;
  const flush = () => {
    rows.push(...alignment(removed, added));
    removed = [];
    added = [];
  };
  for (const line of lines) {
    const mark = line[0];
    const header = mark === "@" ? /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) : null;
    if (header) {
      flush();
      const first = Number(header[1]) + (header[2] === "0" ? 1 : 0);
      const second = Number(header[3]) + (header[4] === "0" ? 1 : 0);
      if (first > a) rows.push({ type: "gap", count: first - a });
      a = first;
      b = second;
    } else if (mark === "-") {
      removed.push({ number: a++, text: line.slice(1) });
    } else if (mark === "+") {
      added.push({ number: b++, text: line.slice(1) });
    } else if (mark === "\\") {
      const last = added.at(-1) || removed.at(-1) || rows.at(-1);
      if (last) last.endsBare = true;
    } else {
      flush();
      rows.push({ type: "same", a: a++, b: b++, text: line.slice(1) });
    }
  }
  flush();
  if (lineCount >= a) rows.push({ type: "gap", count: lineCount - a + 1 });
  return rows;
}

const tokensOf = (text) => text.match(/\w+|\s+|[^\w\s]/gu) || [];

// Which lines of a change stand side by side: those that are most alike, in order.
function alignment(removed, added) {
  const pair = (before, after) => ({ type: "changed", before, after });
  if (removed.length === added.length || removed.length * added.length > 2500) {
    return Array.from({ length: Math.max(removed.length, added.length) }, (_, i) => pair(removed[i], added[i]));
  }
  const words = (line) => new Set(tokensOf(line.text).filter((token) => /\w/.test(token)));
  const left = removed.map(words);
  const right = added.map(words);
  const likeness = (i, j) => {
    let common = 0;
    for (const word of left[i]) if (right[j].has(word)) ++common;
    const all = left[i].size + right[j].size;
    return all === 0 ? 0.1 : (2 * common) / all;
  };
  const best = Array.from({ length: removed.length + 1 }, () => new Float32Array(added.length + 1));
  for (let i = removed.length - 1; i >= 0; --i) {
    for (let j = added.length - 1; j >= 0; --j) {
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness(i, j));
    }
  }
  const rows = [];
  let i = 0;
  let j = 0;
  while (i < removed.length && j < added.length) {
    const together = best[i + 1][j + 1] + likeness(i, j);
    if (likeness(i, j) > 0.3 && together >= best[i][j] - 1e-4) rows.push(pair(removed[i++], added[j++]));
    else if (best[i + 1][j] >= best[i][j + 1]) rows.push(pair(removed[i++], undefined));
    else rows.push(pair(undefined, added[j++]));
  }
  while (i < removed.length) rows.push(pair(removed[i++], undefined));
  while (j < added.length) rows.push(pair(undefined, added[j++]));
  return rows;
}

// The parts of two lines that differ, as [text, differs] pieces of each.
function wordDiff(before, after) {
  const a = tokensOf(before);
  const b = tokensOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) ++start;
  let enda = a.length;
  let endb = b.length;
  while (enda > start && endb > start && a[enda - 1] === b[endb - 1]) {
    --enda;
    --endb;
  }
  const x = a.slice(start, enda);
  const y = b.slice(start, endb);
  const [samex, samey] = x.length * y.length <= 40000 ? commonTokens(x, y) : [new Set(), new Set()];
  const pieces = (all, middle, same, end) => {
    const result = [];
    const push = (text, differs) => {
      if (text === "") return;
      if (result.length > 0 && result.at(-1)[1] === differs) result.at(-1)[0] += text;
      else result.push([text, differs]);
    };
    push(all.slice(0, start).join(""), false);
    middle.forEach((token, i) => push(token, !same.has(i)));
    push(all.slice(end).join(""), false);
    return result;
  };
  return [pieces(a, x, samex, enda), pieces(b, y, samey, endb)];
}

function commonTokens(x, y) {
  const width = y.length + 1;
  const best = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; --i) {
    for (let j = y.length - 1; j >= 0; --j) {
      best[i * width + j] = x[i] === y[j] ? best[(i + 1) * width + j + 1] + 1
        : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const samex = new Set();
  const samey = new Set();
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (x[i] === y[j]) {
      samex.add(i++);
      samey.add(j++);
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return [samex, samey];
}

function codeCell(side, line, pieces) {
  if (!line) return make("div", { class: `code ${side} none` });
  const cell = make("div", { class: `code ${side}` });
  for (const [text, differs] of pieces) cell.append(differs ? make(side === "before" ? "del" : "ins", {}, text) : text);
  if (line.endsBare) cell.append(make("span", { class: "bare", title: "No newline at the end of the file" }, "\u2300"));
  return cell;
}
const numberCell = (number, side) => make("div", { class: `number ${side}`, "data-n": number ?? "" });

function tagsFor(changes) {
  const counts = new Map();
  for (const change of changes) {
    const key = change.fixer;
    const tag = counts.get(key) || { ...change, count: 0, messages: [] };
    tag.count += 1;
    if (change.message) tag.messages.push(change.message);
    counts.set(key, tag);
  }
  return [...counts.values()].map((tag) => make("span", {
    class: `tag ${tag.safety}`, title: [`${tag.fixer}, ${tag.safety}`, ...tag.messages].join("\n"),
  }, tag.fixer + (tag.count > 1 ? ` \u00d7${tag.count}` : "")));
}

function noteFor(place) {
  return make("div", { class: "remark", "data-line": place.line },
    make("span", { class: "tag open" }, place.fixer), make("span", {}, place.message));
}

// A row of four cells, with the fixers' names at its end and below it what is left to decide there.
function drawRow(row, changesAt, placesAt) {
  const number = row.type === "same" ? row.a : row.before?.number;
  const cells = make("div", { class: `row ${row.type}`, "data-line": number ?? "" });
  if (row.type === "same") {
    const line = { text: row.text, endsBare: row.endsBare };
    cells.append(numberCell(row.a, "before"), codeCell("before", line, [[row.text, false]]),
      numberCell(row.b, "after"), codeCell("after", line, [[row.text, false]]));
  } else {
    const { before, after } = row;
    const [left, right] = before && after ? wordDiff(before.text, after.text)
      : [[[before?.text ?? "", false]], [[after?.text ?? "", false]]];
    cells.append(numberCell(before?.number, "before"), codeCell("before", before, left),
      numberCell(after?.number, "after"), codeCell("after", after, right));
    const tags = tagsFor(changesAt.get(number) || []);
    if (tags.length > 0) cells.children[after ? 3 : 1].prepend(make("span", { class: "tags" }, ...tags));
    cells.tabIndex = -1;
    cells.dataset.change = "";
  }
  return [cells, ...(placesAt.get(number) || []).map(noteFor)];
}

// A button that puts the rows which it stands for in the place of `band`, or before or after what else the band tells of.
function foldButton(band, rows, draw, place) {
  const button = make("button", { type: "button", class: "fold" });
  button.addEventListener("click", () => {
    const nodes = rows.flatMap(draw);
    button.remove();
    band[place](...nodes);
    if (band.childElementCount === 0) band.remove();
    nodes[0].tabIndex = -1;
    nodes[0].focus({ preventScroll: true });
  });
  return button;
}

// One band for a run of rows that are not shown: those in the report unfold, of others only the number is known.
function foldBand(rows, draw) {
  const band = make("div", { class: "band" });
  const gap = rows.findIndex((row) => row.type === "gap");
  const add = (part, place, words) => {
    if (part.length === 0) return;
    const button = foldButton(band, part, draw, place);
    button.textContent = words;
    band.append(button);
  };
  if (gap < 0) {
    add(rows, "before", `\u2195 ${plural(rows.length, "unchanged line")}`);
    return band;
  }
  add(rows.slice(0, gap), "before", `\u2193 ${format(gap)} below`);
  band.append(make("span", {}, `${plural(rows[gap].count, "unchanged line")} not in the report`));
  add(rows.slice(gap + 1), "after", `\u2191 ${format(rows.length - gap - 1)} above`);
  return band;
}

const groupBy = (items, key) => {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(item[key])) groups.set(item[key], []);
    groups.get(item[key]).push(item);
  }
  return groups;
};

function drawDiff(file) {
  const { diff, changes } = file.details;
  const rows = rowsOf(diff, file.lines);
  const changesAt = groupBy(changes, "line");
  const placesAt = groupBy(file.left, "line");
  const draw = (row) => drawRow(row, changesAt, placesAt);
  // Rows near a change, or with something to decide, are shown.
  const isShown = new Uint8Array(rows.length);
  rows.forEach((row, i) => {
    if (row.type !== "changed" && !(row.type === "same" && placesAt.has(row.a))) return;
    isShown.fill(1, Math.max(0, i - CONTEXT), Math.min(rows.length, i + CONTEXT + 1));
  });
  rows.forEach((row, i) => {
    if (row.type === "gap") isShown[i] = 0;
  });
  const table = make("div", { class: "diff", role: "group", "aria-label": `Changes of ${file.name}` });
  for (let i = 0; i < rows.length;) {
    if (isShown[i]) {
      table.append(...draw(rows[i++]));
      continue;
    }
    const start = i;
    while (i < rows.length && !isShown[i]) ++i;
    const hidden = rows.slice(start, i);
    // A fold is no shorter than the line that it hides.
    if (hidden.length <= 2 && hidden.every((row) => row.type === "same")) table.append(...hidden.flatMap(draw));
    else table.append(foldBand(hidden, draw));
  }
  const shown = new Set(rows.filter((row) => row.type === "same" || row.before).map((row) => row.a ?? row.before?.number));
  return { table, missing: file.left.filter((place) => !shown.has(place.line)) };
}
