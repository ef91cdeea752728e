// The commits that a conversion is divided into. Together they are what one run would have made of the files, byte for
// byte, and after each of them every file is Python, 2 or 3.
//
//   for (CommitStep& step : steps_by_directory(files)) commit(step);
//   FixerSteps steps(files, fixers, make_converter);
//   while (auto step = steps.next()) commit(*step);
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/file_step.h"
#include "cli/plan_command.h"
#include "engine/error.h"
#include "engine/fixer.h"

namespace py3k::cli {

// A file that a run changes.
struct ConvertedFile {
  std::string path;
  std::string before;
  std::string after;
  engine::Dialect dialect = engine::Dialect::kBoth;
  std::map<std::string, std::size_t> changes;  // how many, by fixer

  std::size_t all_changes() const;
};

struct CommitStep {
  std::string what;                          // "has_key", "batch 2", "" for a directory
  std::map<std::string, std::string> files;  // their new content, by path
  std::size_t changes = 0;
  std::map<std::string, std::size_t> fixers = {};  // for the message, where it is several
};

std::vector<CommitStep> steps_by_directory(const std::vector<ConvertedFile>& files);

// `surveyed` are all files of the run, those without a change too.
std::vector<CommitStep> steps_by_batch(const std::vector<ConvertedFile>& files,
                                       const std::vector<SurveyedFile>& surveyed, std::size_t most_lines);

// Commit k is what the first k fixers make of the originals. A file that they leave as it was, or of which they would
// make something that is no Python, is in a later commit.
class FixerSteps {
 public:
  // Makes a conversion by some of the fixers; `says_python2`: in files in which nothing else shows the language.
  using MakeConvert = std::function<engine::Expected<ConvertFile>(std::vector<engine::Fixer>, bool says_python2)>;

  FixerSteps(std::vector<ConvertedFile> files, std::vector<engine::Fixer> fixers, MakeConvert make_convert,
             unsigned threads);

  // Nothing when all is done.
  engine::Expected<std::optional<CommitStep>> next();

 private:
  std::optional<std::string> content_after(std::size_t file, const ConvertFile& plain,
                                           const ConvertFile& python2) const;

  std::vector<ConvertedFile> files_;
  std::vector<std::string> now_;        // what each file is after the last step
  std::vector<std::size_t> last_step_;  // of each file: the one after which it is done
  std::vector<engine::Fixer> fixers_;
  MakeConvert make_convert_;
  unsigned threads_;
  std::size_t step_ = 0;
};

// The order in which fixers can follow each other so that each file is Python 2 or Python 3 all the time.
void sort_for_commits(std::vector<engine::Fixer>& fixers);

}  // namespace py3k::cli
