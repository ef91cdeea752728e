#include "engine/report/diff.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace py3k::engine {
namespace {

// The lines of a text, each with its newline, as `patch` counts them: a \r is a character like any other.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    std::size_t at = 0;
    while (at < text.size()) {
      starts_.push_back(at);
      const std::size_t newline = text.find('\n', at);
      at = newline == std::string_view::npos ? text.size() : newline + 1;
    }
    starts_.push_back(text.size());
  }

  std::size_t count() const { return starts_.size() - 1; }
  std::size_t start(std::size_t line) const { return starts_[line]; }
  std::string_view operator[](std::size_t line) const {
    return text_.substr(starts_[line], starts_[line + 1] - starts_[line]);
  }

  // The line that an offset is in; past the last one for the end of a text that ends with a newline.
  std::size_t line_at(std::size_t offset) const {
    if (offset == text_.size()) return count() - (text_.empty() || text_.back() == '\n' ? 0 : 1);
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return static_cast<std::size_t>(after - starts_.begin()) - 1;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;  // and the end of the last one
};

// Lines that became other lines.
struct Region {
  LineRun before;
  LineRun after;
  std::size_t first_edit = 0;
  std::size_t end_edit = 0;
  bool is_empty() const { return before.size() == 0 && after.size() == 0; }
};

struct Sides {
  Lines before;
  Lines after;
};

// Regions of whole lines, one for each sequence of edits that share lines. Lines between regions are the same.
std::vector<Region> touched_regions(const std::vector<Edit>& edits, const Sides& text) {
  std::vector<Region> regions;
  std::ptrdiff_t growth = 0;  // bytes that the edits so far have added
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const Edit& edit = edits[i];
    growth += static_cast<std::ptrdiff_t>(edit.text.size()) - static_cast<std::ptrdiff_t>(edit.range.end) +
              static_cast<std::ptrdiff_t>(edit.range.start);
    const std::size_t first = text.before.line_at(edit.range.start);
    // An edit that ends where a line starts may have joined that line to the one before.
    const std::size_t end = std::min(text.before.line_at(edit.range.end) + 1, text.before.count());
    const bool shares_lines = !regions.empty() && first < regions.back().before.end;
    if (!shares_lines) {
      const std::size_t shift = regions.empty() ? 0 : regions.back().after.end - regions.back().before.end;
      regions.push_back({{first, end}, {first + shift, 0}, i, i});
    }
    Region& region = regions.back();
    region.before.end = std::max(region.before.end, end);
    region.end_edit = i + 1;
    const bool is_last = region.before.end == text.before.count();
    const auto next = static_cast<std::ptrdiff_t>(text.before.start(region.before.end)) + growth;
    region.after.end = is_last ? text.after.count() : text.after.line_at(static_cast<std::size_t>(next));
  }
  return regions;
}

// Takes off the lines that are the same at either end.
void trim(Region& region, const Sides& lines) {
  LineRun& before = region.before;
  LineRun& after = region.after;
  while (before.size() > 0 && after.size() > 0 && lines.before[before.start] == lines.after[after.start]) {
    ++before.start;
    ++after.start;
  }
  while (before.size() > 0 && after.size() > 0 && lines.before[before.end - 1] == lines.after[after.end - 1]) {
    --before.end;
    --after.end;
  }
}

// Adds a region, as part of the last one if nothing is between them.
void add_region(std::vector<Region>& regions, const Region& region) {
  if (region.is_empty()) return;
  if (!regions.empty() && regions.back().before.end == region.before.start) {
    regions.back().before.end = region.before.end;
    regions.back().after.end = region.after.end;
    regions.back().end_edit = region.end_edit;
  } else {
    regions.push_back(region);
  }
}

// Adds those of the lines between two regions whose bytes differ after all: the file has another encoding now.
void add_recoded_lines(std::vector<Region>& regions, std::size_t before, std::size_t after, std::size_t count,
                       std::size_t next_edit, const Sides& bytes) {
  for (std::size_t i = 0; i < count; ++i) {
    if (bytes.before[before + i] == bytes.after[after + i]) continue;
    add_region(regions, {{before + i, before + i + 1}, {after + i, after + i + 1}, next_edit, next_edit});
  }
}

std::vector<Region> changed_regions(const std::vector<Edit>& edits, const Sides& text, const Sides& bytes,
                                    bool is_recoded) {
  std::vector<Region> regions;
  Region last;
  const auto add_lines_before = [&](std::size_t before) {
    if (is_recoded)
      add_recoded_lines(regions, last.before.end, last.after.end, before - last.before.end, last.end_edit, bytes);
  };
  for (const Region& touched : touched_regions(edits, text)) {
    add_lines_before(touched.before.start);
    Region region = touched;
    trim(region, bytes);
    add_region(regions, region);
    last = touched;
  }
  add_lines_before(bytes.before.count());
  return regions;
}

// A label as the readers of diffs want it: quoted if it would be misread, with a tab after it if it has blanks.
std::string label(std::string_view path) {
  const auto is_special = [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\' || c == 0x7F;
  };
  if (std::none_of(path.begin(), path.end(), is_special)) {
    return std::string(path) + (path.find(' ') == std::string_view::npos ? "" : "\t");
  }
  std::string quoted = "\"";
  for (const char c : path) {
    const auto value = static_cast<unsigned char>(c);
    if (!is_special(c)) {
      quoted += c;
    } else if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else {
      quoted += {'\\', static_cast<char>('0' + (value >> 6)), static_cast<char>('0' + ((value >> 3) & 7)),
                 static_cast<char>('0' + (value & 7))};
    }
  }
  return quoted + '"';
}

std::string labelled(std::string_view path, const std::string& note) {
  const std::string text = label(path);
  if (note.empty()) return text;
  return (text.ends_with('\t') ? text : text + "\t") + note;
}

// Lines as a hunk's header has them: from 1, or the line before where there are none.
std::string header_run(LineRun run) {
  if (run.size() == 1) return std::to_string(run.start + 1);
  const std::size_t first = run.size() == 0 ? run.start : run.start + 1;
  return std::to_string(first) + "," + std::to_string(run.size());
}

// Where edits have changed bytes, on one side.
using Changed = std::vector<ByteRange>;

Changed removed_bytes(const std::vector<Edit>& edits) {
  Changed ranges;
  for (const Edit& edit : edits) {
    if (edit.removed.empty() && edit.added.empty()) {
      ranges.push_back(edit.range);
    } else {
      ranges.insert(ranges.end(), edit.removed.begin(), edit.removed.end());
    }
  }
  return ranges;
}

Changed added_bytes(const std::vector<Edit>& edits) {
  Changed ranges;
  std::int64_t growth = 0;
  for (const Edit& edit : edits) {
    const auto start = static_cast<std::uint32_t>(edit.range.start + growth);
    const auto size = static_cast<std::uint32_t>(edit.text.size());
    if (edit.removed.empty() && edit.added.empty()) {
      ranges.push_back({start, start + size});
    } else {
      for (const ByteRange& added : edit.added) ranges.push_back({start + added.start, start + added.end});
    }
    growth += static_cast<std::int64_t>(size) - (edit.range.end - edit.range.start);
  }
  return ranges;
}

// Those of the ranges that lie in a line, in terms of it; neither its newline nor what is empty.
std::vector<ByteRange> in_line(const Changed& changed, std::size_t start, std::string_view line) {
  const std::size_t end = start + line.find_last_not_of("\r\n") + 1;
  std::vector<ByteRange> found;
  auto range = std::partition_point(changed.begin(), changed.end(), [&](ByteRange r) { return r.end <= start; });
  for (; range != changed.end() && range->start < end; ++range) {
    const auto first = static_cast<std::uint32_t>(std::max<std::size_t>(range->start, start) - start);
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(range->end, end) - start);
    if (first < last) found.push_back({first, last});
  }
  return found;
}

class HunkMaker {
 public:
  HunkMaker(const DiffInput& input, const Sides& bytes, bool is_recoded) : lines_(bytes) {
    if (is_recoded) return;  // offsets are those of the texts, not of the bytes that are shown
    removed_ = removed_bytes(input.edits);
    added_ = added_bytes(input.edits);
  }

  DiffHunk make(std::span<const Region> regions, std::size_t context) const {
    const Region& first = regions.front();
    const Region& last = regions.back();
    const std::size_t lead = std::min(context, first.before.start);
    const std::size_t tail = std::min(context, lines_.before.count() - last.before.end);
    DiffHunk hunk{.before = {first.before.start - lead, last.before.end + tail},
                  .after = {first.after.start - lead, last.after.end + tail},
                  .lines = {},
                  .first_edit = first.first_edit,
                  .end_edit = last.end_edit};
    std::size_t at = hunk.before.start;
    for (const Region& region : regions) {
      add_lines(hunk, ' ', lines_.before, {at, region.before.start}, {});
      add_lines(hunk, '-', lines_.before, region.before, removed_);
      add_lines(hunk, '+', lines_.after, region.after, added_);
      at = region.before.end;
    }
    add_lines(hunk, ' ', lines_.before, {at, hunk.before.end}, {});
    return hunk;
  }

 private:
  static void add_lines(DiffHunk& hunk, char mark, const Lines& lines, LineRun run, const Changed& changed) {
    for (std::size_t i = run.start; i < run.end; ++i) {
      hunk.lines.push_back({mark, lines[i], in_line(changed, lines.start(i), lines[i])});
    }
  }

  const Sides& lines_;
  Changed removed_;
  Changed added_;
};

}  // namespace

std::vector<DiffHunk> diff_hunks(const DiffInput& input, std::uint32_t context) {
  const bool is_recoded = !input.bytes_before.empty() || !input.bytes_after.empty();
  const Sides text{Lines(input.before), Lines(input.after)};
  const Sides bytes = is_recoded ? Sides{Lines(input.bytes_before), Lines(input.bytes_after)} : text;
  const std::vector<Region> regions = changed_regions(input.edits, text, bytes, is_recoded);
  const HunkMaker maker(input, bytes, is_recoded);
  std::vector<DiffHunk> hunks;
  for (std::size_t first = 0, end = 1; first < regions.size(); first = end++) {
    // Hunks whose context would touch are one.
    while (end < regions.size() && regions[end].before.start - regions[end - 1].before.end <= 2UL * context) ++end;
    hunks.push_back(maker.make(std::span(regions).subspan(first, end - first), context));
  }
  return hunks;
}

std::string diff_labels(const DiffOptions& options) {
  return "--- " + labelled(options.before_label, options.before_note) + "\n+++ " +
         labelled(options.after_label, options.after_note) + "\n";
}

std::string hunk_header(const DiffHunk& hunk) {
  return "@@ -" + header_run(hunk.before) + " +" + header_run(hunk.after) + " @@";
}

std::string unified_diff(const DiffInput& input, const DiffOptions& options) {
  std::string text;
  for (const DiffHunk& hunk : diff_hunks(input, options.context)) {
    if (text.empty()) text = diff_labels(options);
    text += hunk_header(hunk) + "\n";
    for (const DiffLine& line : hunk.lines) {
      text += line.mark;
      text += line.text;
      if (!line.text.ends_with('\n')) text += "\n\\ No newline at end of file\n";
    }
  }
  return text;
}

}  // namespace py3k::engine
