// `py3k plan`: the steps of a migration, as commands.
//
//   py3k plan --target 2+3 src > steps.sh
//
//   # batch 1 of 7: 12 files, 388 changed lines: src/billing/models/
//   py3k -w --target 2+3 src/billing/models
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/file_step.h"
#include "cli/options.h"
#include "engine/run/migration_plan.h"
#include "engine/run/module_graph.h"
#include "engine/run/project.h"

namespace py3k::cli {

// A file as the plan sees it. Made by any thread.
struct SurveyedFile {
  engine::PlannedFile file;
  std::size_t changes = 0;
  engine::SurveyedModule module;
  std::string left_over;  // why it was passed over though there is something to do in it
  std::string failure;    // why nothing is known of it
};

SurveyedFile survey_file(const FileReport& report, const engine::Project& project);

std::vector<engine::Batch> plan_of(const std::vector<SurveyedFile>& files, std::size_t most_lines);

// The directories, each with a slash behind it, that hold these files and none but these; and the files that are left.
// Sorted; paths may be those of files or of directories.
std::vector<std::string> directories_of(const std::vector<std::string>& paths);

engine::Expected<int> plan_command(const Options& options, const engine::FileStore& store, Console& console,
                                   Sink& output, const ConvertFile& convert, const engine::Project& project);

}  // namespace py3k::cli
