// What a run of `py3k status` counts, and the forms it takes.
//
//   StatusCounts counts = count_status(result, bytes);
//   std::cout << status_text(directories, history, style);
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"
#include "engine/report/finding.h"

namespace py3k::cli {

struct StatusCounts {
  std::size_t files = 0;
  std::size_t lines = 0;
  std::size_t files_done = 0;  // in which nothing is left to do
  std::size_t lines_done = 0;
  std::size_t safe = 0;    // fixes that wait
  std::size_t unsafe = 0;  // likewise
  std::size_t manual = 0;  // findings for people
  std::size_t failed = 0;  // files that can't be converted

  void add(const StatusCounts& other);
};

StatusCounts count_status(const engine::FileResult& result, std::string_view bytes);

using StatusByDirectory = std::map<std::string, StatusCounts>;
StatusCounts total_of(const StatusByDirectory& directories);

// An earlier run, from the file of --record.
struct StatusRecord {
  std::string time;  // "2026-11-25T12:00:00Z"
  StatusCounts counts;
};

// Fails, with FILE:LINE, where a line is none of these.
engine::Expected<std::vector<StatusRecord>> parse_records(const std::string& path, std::string_view text);
std::string record_line(const StatusRecord& record);

struct StatusStyle {
  bool color = false;
  bool bars = true;  // drawn in a terminal; elsewhere numbers do
};

std::string status_text(const StatusByDirectory& directories, const std::vector<StatusRecord>& records,
                        const StatusStyle& style);
std::string status_json(const StatusByDirectory& directories, const std::vector<StatusRecord>& records,
                        std::string_view target);

}  // namespace py3k::cli
