// Vendor: modules that Python 3 has lost, and that a run brings along into the project: from the library of a Python
// that has them, with what they need themselves; or by the packages that have them still, for --requirements.
//
//   auto vendor = Vendor::open(options, registry, store, project);        // before the converters are made
//   vendor->take(vendor->look(report));                                   // of each file; look() on any thread
//   for (FileReport& report : vendor->bring(step)) show(report);          // once all files are converted
//
// Which modules the files import is seen in what they have become, so a second run finds them as well, and brings only
// what isn't there.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/file_step.h"
#include "cli/options.h"
#include "cli/vendor/python_library.h"
#include "engine/registry.h"
#include "engine/run/pipeline.h"
#include "engine/run/project.h"

namespace py3k::cli {

// Has it come along? Then it is no code of the project's, and stays as it is.
bool is_brought_along(std::string_view bytes);

class Vendor {
 public:
  // What one file needs.
  struct Seen {
    std::string path;
    std::set<std::string> modules;   // those that come along
    std::set<std::string> packages;  // lines of --requirements
    engine::Home home;
    std::set<std::string> others;  // all that it imports, by their first parts
  };

  // Null where nothing of this is asked for. Puts into the options what comes along. All have to outlive it.
  static engine::Expected<std::unique_ptr<Vendor>> open(Options& options, const engine::Registry& registry,
                                                        const engine::FileStore& store, const engine::Project& project);

  Seen look(const FileReport& file) const;
  void take(const Seen& seen);
  // Converts what has to come along, and writes it where the run writes.
  std::vector<FileReport> bring(const FileStep& step);
  // What has to be in the file of --requirements and is not there; puts it there, where the run writes.
  engine::Expected<std::vector<std::string>> require(engine::Journal* journal);

 private:
  struct Source {
    PythonLibrary library;
    std::unique_ptr<engine::Project> project;
    std::optional<engine::Converter> converter;
  };

  Vendor(const Options& options, const engine::FileStore& store, const engine::Project& project)
      : options_(options), store_(store), project_(project) {}

  engine::Expected<void> read_libraries(const engine::Registry& registry, Options& options);
  engine::Expected<void> make_converters(const engine::Registry& registry);
  bool can_come(const std::string& module) const;
  std::string package_name() const;
  std::vector<std::string> places() const;
  const Source* source_of(const std::string& module) const;
  std::set<std::string> modules_in(std::string_view text) const;
  std::set<std::string> modules_in(std::string_view text, const std::string& own, bool is_package) const;
  std::set<std::string> packages_in(std::string_view text, const engine::Home& home) const;
  void bring_module(const std::string& module, const std::string& place, const FileStep& step,
                    std::vector<FileReport>& reports);
  void bring_file(const Source& source, const std::string& module, const std::string& target, const FileStep& step,
                  std::vector<FileReport>& reports);
  void bring_text(const Source& source, const std::string& file, const std::string& target, std::string text,
                  const FileStep& step, std::vector<FileReport>& reports) const;
  std::string header(const Source& source, const std::string& file) const;

  const Options& options_;
  const engine::FileStore& store_;
  const engine::Project& project_;
  std::string package_;
  std::vector<Source> sources_;
  std::vector<Seen> seen_;
  std::set<std::string> waiting_;  // modules that are to come, and have not been looked at
  std::set<std::string> done_;
  std::set<std::string> packages_;
  std::string model_;  // a file of the project, for its mode
};

}  // namespace py3k::cli
