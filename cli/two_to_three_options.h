// The command line of 2to3, as Python's optparse read it: letters in clusters (-wn), values attached or apart, names
// cut short where that leaves no doubt (--no-d), options after paths, and `--`.
//
//   auto parsed = parse_two_to_three({"-w", "--no-d", "app"});
//   if (!parsed) return usage_error(parsed.error());    // "no such option: --wirte", as optparse says it
#pragma once

#include <string>
#include <vector>

#include "engine/error.h"

namespace py3k::cli {

struct TwoToThreeOptions {
  std::vector<std::string> operands;
  bool help = false;
  bool list = false;
  bool doctests_only = false;
  bool print_function = false;
  bool exec_function = false;
  bool verbose = false;
  bool no_diffs = false;
  bool write = false;
  bool write_implied = false;  // by -W, and not said
  bool no_backups = false;
  bool write_unchanged = false;
  std::string output_dir;
  std::string add_suffix;
  int processes = 1;
  std::vector<std::string> fix;
  std::vector<std::string> nofix;
};

engine::Expected<TwoToThreeOptions> parse_two_to_three(const std::vector<std::string>& arguments);

// The text of --help, for a program of that name.
std::string two_to_three_help(const std::string& program);
std::string two_to_three_usage(const std::string& program);

}  // namespace py3k::cli
