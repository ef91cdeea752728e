// ConfigFile: what a py3k.toml, or the table [tool.py3k] of a pyproject.toml, says.
//
//   target = "2+3"
//   nofix = ["unicode"]
//   converted = ["billing", "maths/geometry"]      # Python 3 by now: nothing is changed there, --check guards them
//
//   [[override]]                                   # [[tool.py3k.override]] in pyproject.toml
//   paths = ["legacy/**"]
//   safe = true
//
// Keys are the long names of those options that may stand there (Flag::key), and mean the same. All paths are relative
// to the file. What is wrong in it is an error that starts with FILE:LINE:COLUMN.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.h"
#include "cli/options.h"
#include "engine/error.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

// A key and what it is set to. A list has several values, or none; a switch has one if it is on.
struct Setting {
  const Flag* flag = nullptr;
  std::vector<std::string> values;
  std::string place;  // FILE:LINE:COLUMN
};

struct Override {
  std::vector<std::string> paths;  // globs as .gitignore has them
  std::vector<Setting> settings;
};

struct ConfigFile {
  std::string path;       // empty: there is none
  std::string directory;  // that all paths in it are relative to; absolute, without links
  std::vector<Setting> settings;
  std::vector<std::string> converted;  // files and directories; globs. find_config() makes them what files are called
  std::vector<std::string> converted_at;  // of each of these: FILE:LINE:COLUMN
  std::vector<Override> overrides;
};

// Is there anything of py3k's in a pyproject.toml?
engine::Expected<bool> has_config(std::string_view path, std::string_view text);

// Reads the text of a file. `directory` is the absolute one that it lies in.
engine::Expected<ConfigFile> parse_config(const std::string& path, std::string directory, std::string_view text);

// Puts what the file says into the options, but for what the command line says itself.
void apply_settings(const std::vector<Setting>& settings, const ConfigFile& config, Options& options);

}  // namespace py3k::cli
