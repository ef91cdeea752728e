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

// A run of lines, counted from 0; `end` is one past the last.
struct Run {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - start; }
};

// Lines that became other lines.
struct Region {
  Run before;
  Run after;
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
  for (const Edit& edit : edits) {
    growth += static_cast<std::ptrdiff_t>(edit.text.size()) - static_cast<std::ptrdiff_t>(edit.range.end) +
              static_cast<std::ptrdiff_t>(edit.range.start);
    const std::size_t first = text.before.line_at(edit.range.start);
    // An edit that ends where a line starts may have joined that line to the one before.
    const std::size_t end = std::min(text.before.line_at(edit.range.end) + 1, text.before.count());
    const bool shares_lines = !regions.empty() && first < regions.back().before.end;
    if (!shares_lines) {
      const std::size_t shift = regions.empty() ? 0 : regions.back().after.end - regions.back().before.end;
      regions.push_back({{first, end}, {first + shift, 0}});
    }
    Region& region = regions.back();
    region.before.end = std::max(region.before.end, end);
    const bool is_last = region.before.end == text.before.count();
    const auto next = static_cast<std::ptrdiff_t>(text.before.start(region.before.end)) + growth;
    region.after.end = is_last ? text.after.count() : text.after.line_at(static_cast<std::size_t>(next));
  }
  return regions;
}

// Takes off the lines that are the same at either end.
void trim(Region& region, const Sides& lines) {
  auto& [before, after] = region;
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
  } else {
    regions.push_back(region);
  }
}

// Adds those of the lines between two regions whose bytes differ after all: the file has another encoding now.
void add_recoded_lines(std::vector<Region>& regions, std::size_t before, std::size_t after, std::size_t count,
                       const Sides& bytes) {
  for (std::size_t i = 0; i < count; ++i) {
    if (bytes.before[before + i] == bytes.after[after + i]) continue;
    add_region(regions, {{before + i, before + i + 1}, {after + i, after + i + 1}});
  }
}

std::vector<Region> changed_regions(const std::vector<Edit>& edits, const Sides& text, const Sides& bytes,
                                    bool is_recoded) {
  std::vector<Region> regions;
  Region last;
  const auto add_lines_before = [&](std::size_t before) {
    if (is_recoded) add_recoded_lines(regions, last.before.end, last.after.end, before - last.before.end, bytes);
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
std::string header_run(Run run) {
  if (run.size() == 1) return std::to_string(run.start + 1);
  const std::size_t first = run.size() == 0 ? run.start : run.start + 1;
  return std::to_string(first) + "," + std::to_string(run.size());
}

class Writer {
 public:
  explicit Writer(const Sides& lines) : lines_(lines) {}

  void add_labels(const DiffOptions& options) {
    text_ += "--- " + labelled(options.before_label, options.before_note) + "\n";
    text_ += "+++ " + labelled(options.after_label, options.after_note) + "\n";
  }

  void add_hunk(std::span<const Region> regions, std::size_t context) {
    const Region& first = regions.front();
    const Region& last = regions.back();
    const std::size_t lead = std::min(context, first.before.start);
    const std::size_t tail = std::min(context, lines_.before.count() - last.before.end);
    const Run before{first.before.start - lead, last.before.end + tail};
    const Run after{first.after.start - lead, last.after.end + tail};
    text_ += "@@ -" + header_run(before) + " +" + header_run(after) + " @@\n";
    std::size_t at = before.start;
    for (const Region& region : regions) {
      add_lines(' ', lines_.before, {at, region.before.start});
      add_lines('-', lines_.before, region.before);
      add_lines('+', lines_.after, region.after);
      at = region.before.end;
    }
    add_lines(' ', lines_.before, {at, before.end});
  }

  std::string take() { return std::move(text_); }

 private:
  void add_lines(char mark, const Lines& lines, Run run) {
    for (std::size_t i = run.start; i < run.end; ++i) {
      text_ += mark;
      text_ += lines[i];
      if (!lines[i].ends_with('\n')) text_ += "\n\\ No newline at end of file\n";
    }
  }

  const Sides& lines_;
  std::string text_;
};

}  // namespace

std::string unified_diff(const DiffInput& input, const DiffOptions& options) {
  const bool is_recoded = !input.bytes_before.empty() || !input.bytes_after.empty();
  const Sides text{Lines(input.before), Lines(input.after)};
  const Sides bytes = is_recoded ? Sides{Lines(input.bytes_before), Lines(input.bytes_after)} : text;
  const std::vector<Region> regions = changed_regions(input.edits, text, bytes, is_recoded);
  if (regions.empty()) return "";

  Writer writer(bytes);
  writer.add_labels(options);
  for (std::size_t first = 0, end = 1; first < regions.size(); first = end++) {
    // Hunks whose context would touch are one.
    while (end < regions.size() && regions[end].before.start - regions[end - 1].before.end <= 2UL * options.context)
      ++end;
    writer.add_hunk(std::span(regions).subspan(first, end - first), options.context);
  }
  return writer.take();
}

}  // namespace py3k::engine
