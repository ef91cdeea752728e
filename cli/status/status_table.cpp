#include "cli/status/status_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/layout_text.h"
#include "cli/report/reporter.h"
#include "cli/shown_text.h"
#include "cli/version.h"
#include "engine/report/line_index.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using Json = nlohmann::ordered_json;

constexpr std::size_t kPercent = 100;

// Rounded down. 100 % is all of it: no file is left, not even one of which no line is known.
std::size_t percent_done(const StatusCounts& counts) {
  const bool is_all = counts.files_done == counts.files;
  if (counts.lines == 0) return is_all ? kPercent : 0;
  return std::min(counts.lines_done * kPercent / counts.lines, is_all ? kPercent : kPercent - 1);
}

std::size_t lines_in(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const engine::LineIndex index(bytes, engine::Columns::kBytes);
  const bool ends_with_newline = bytes.back() == '\n' || bytes.back() == '\r';
  return index.line_count() - (ends_with_newline ? 1 : 0);
}

// "██████▌   ": halves make it finer than letters are wide.
std::string bar(std::size_t percent, bool color) {
  constexpr std::size_t kWidth = 20;
  const std::size_t halves = percent * 2 * kWidth / kPercent;
  std::string text;
  for (std::size_t i = 0; i < halves / 2; ++i) text += "█";
  if (halves % 2 == 1) text += "▌";
  const std::size_t drawn = (halves + 1) / 2;
  if (color && drawn > 0) text = (percent == kPercent ? "\x1b[32m" : "\x1b[33m") + text + "\x1b[0m";
  for (std::size_t i = drawn; i < kWidth; ++i) text += "·";
  return text;
}

std::string done_cell(const StatusCounts& counts, const StatusStyle& style) {
  const std::string number = std::to_string(percent_done(counts)) + "%";
  if (!style.bars) return number;
  constexpr std::size_t kNumberWidth = 4;
  return bar(percent_done(counts), style.color) + std::string(kNumberWidth + 1 - number.size(), ' ') + number;
}

std::vector<std::string> row_of(const std::string& name, const StatusCounts& counts) {
  std::vector<std::string> row = {shown_name(name)};
  for (const std::size_t number :
       {counts.files, counts.lines, counts.safe, counts.unsafe, counts.manual, counts.failed})
    row.push_back(std::to_string(number));
  return row;
}

// Numbers stand below each other, to the right.
std::string aligned(std::vector<std::vector<std::string>> rows) {
  for (std::size_t column = 1; column < rows.front().size(); ++column) {
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, row[column].size());
    const bool is_last = column + 1 == rows.front().size();
    for (auto& row : rows)
      if (!is_last) row[column].insert(0, width - row[column].size(), ' ');
  }
  return format_table(rows, 0);
}

std::string trend(const std::vector<StatusRecord>& records, const StatusStyle& style) {
  constexpr std::size_t kShown = 10;
  if (records.size() < 2) return "";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = records.size() - std::min(records.size(), kShown); i < records.size(); ++i) {
    const StatusCounts& counts = records[i].counts;
    rows.push_back({shown_name(records[i].time.substr(0, records[i].time.find('T'))),
                    std::to_string(counts.safe + counts.unsafe), std::to_string(counts.manual),
                    done_cell(counts, style)});
  }
  rows.insert(rows.begin(), {"run", "fixes", "to look at", "done"});
  return "\n" + aligned(std::move(rows));
}

Json json_of(const StatusCounts& counts) {
  return {{"files", counts.files},   {"files_done", counts.files_done},
          {"lines", counts.lines},   {"lines_done", counts.lines_done},
          {"safe", counts.safe},     {"unsafe", counts.unsafe},
          {"manual", counts.manual}, {"failed", counts.failed}};
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const StatusRecord& record) {
  Json json = {{"time", record.time}};
  json.update(json_of(record.counts));
  return json;
}

// Nothing where it is no record.
bool read_record(std::string_view line, StatusRecord& record) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object() || !json.contains("time") || !json["time"].is_string()) return false;
  record.time = json["time"].get<std::string>();
  const std::pair<const char*, std::size_t*> numbers[] = {
      {"files", &record.counts.files},   {"files_done", &record.counts.files_done},
      {"lines", &record.counts.lines},   {"lines_done", &record.counts.lines_done},
      {"safe", &record.counts.safe},     {"unsafe", &record.counts.unsafe},
      {"manual", &record.counts.manual}, {"failed", &record.counts.failed}};
  for (const auto& [key, number] : numbers) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_unsigned()) return false;
    *number = found->get<std::size_t>();
  }
  return true;
}

}  // namespace

void StatusCounts::add(const StatusCounts& other) {
  files += other.files;
  lines += other.lines;
  files_done += other.files_done;
  lines_done += other.lines_done;
  safe += other.safe;
  unsafe += other.unsafe;
  manual += other.manual;
  failed += other.failed;
}

StatusCounts count_status(const engine::FileResult& result, std::string_view bytes) {
  StatusCounts counts{.files = 1, .lines = lines_in(bytes)};
  for (const engine::Finding& finding : result.findings) {
    if (finding.applied) {
      ++(finding.safety == engine::Safety::kSafe ? counts.safe : counts.unsafe);
    } else if (needs_a_look(result, finding)) {
      ++counts.manual;
    }
  }
  counts.failed = result.outcome == engine::Outcome::kFailed ? 1 : 0;
  const bool is_done = counts.safe + counts.unsafe + counts.manual + counts.failed == 0;
  counts.files_done = is_done ? 1 : 0;
  counts.lines_done = is_done ? counts.lines : 0;
  return counts;
}

StatusCounts total_of(const StatusByDirectory& directories) {
  StatusCounts total;
  for (const auto& [name, counts] : directories) total.add(counts);
  return total;
}

Expected<std::vector<StatusRecord>> parse_records(const std::string& path, std::string_view text) {
  std::vector<StatusRecord> records;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    StatusRecord record;
    if (!read_record(line, record)) {
      return engine::failure(path + ":" + std::to_string(number) + ":1: this is no record of `py3k status`",
                             "take the line out, or record to another file");
    }
    records.push_back(std::move(record));
  }
  return records;
}

std::string record_line(const StatusRecord& record) { return dump(json_of(record)) + "\n"; }

std::string status_text(const StatusByDirectory& directories, const std::vector<StatusRecord>& records,
                        const StatusStyle& style) {
  std::vector<std::vector<std::string>> rows = {
      {"directory", "files", "lines", "safe", "unsafe", "to look at", "failed"}};
  std::vector<std::string> done = {"done"};
  for (const auto& [name, counts] : directories) {
    rows.push_back(row_of(name, counts));
    done.push_back(done_cell(counts, style));
  }
  const StatusCounts total = total_of(directories);
  rows.push_back(row_of("total", total));
  done.push_back(done_cell(total, style));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].push_back(done[i]);
  return aligned(std::move(rows)) + trend(records, style);
}

std::string status_json(const StatusByDirectory& directories, const std::vector<StatusRecord>& records,
                        std::string_view target) {
  Json list = Json::array();
  for (const auto& [name, counts] : directories) {
    Json entry = {{"path", name}};
    entry.update(json_of(counts));
    list.push_back(std::move(entry));
  }
  Json trend = Json::array();
  for (const StatusRecord& record : records) trend.push_back(json_of(record));
  return dump({{"py3k", kVersion},
               {"target", target},
               {"directories", std::move(list)},
               {"total", json_of(total_of(directories))},
               {"records", std::move(trend)}}) +
         "\n";
}

}  // namespace py3k::cli
