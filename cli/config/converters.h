// Converters: the converter for each file of a run: the run's own, one with the settings of an override, or one that
// only guards what is converted already.
//
//   Converters converters(options, config, registry, store);
//   if (auto ready = converters.prepare(); !ready) return usage_error(ready.error());
//   auto converter = converters.of("legacy/a.py");             // on any thread
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cli/config/config_file.h"
#include "cli/options.h"
#include "engine/registry.h"
#include "engine/run/file_store.h"
#include "engine/run/pipeline.h"

namespace py3k::cli {

class Converters {
 public:
  // `options` have the configuration's own settings in them already. All of these have to outlive it.
  Converters(const Options& options, const ConfigFile& config, const engine::Registry& registry,
             const engine::FileStore& store)
      : options_(options), config_(config), registry_(registry), store_(store) {}

  // From now on only these fixers run, those of them that would have anyway; Python 2 may be left. With `says_python2`
  // the files are Python 2 where nothing in them shows the contrary. Call before prepare().
  void narrow_to(std::vector<std::string> fixers, bool says_python2);

  // Makes the run's own converter. Fails where the choice of fixers is wrong.
  engine::Expected<void> prepare();

  // Lives as long as this.
  engine::Expected<const engine::Converter*> of(const std::string& path) const;

  // Does the configuration say that the file is Python 3 by now?
  bool is_converted(const std::string& path) const;

 private:
  // What applies to a file: the numbers of its overrides, in order; and is it converted?
  struct Choice {
    bool is_converted = false;
    std::vector<std::size_t> overrides;
    auto operator<=>(const Choice&) const = default;
  };

  Choice choice_for(const std::string& path) const;
  std::string below_config(const std::string& path) const;
  engine::Expected<engine::Converter> make(const Choice& choice) const;

  struct Narrowing {
    std::vector<std::string> fixers;  // sorted
    bool says_python2 = false;
  };

  const Options& options_;
  const ConfigFile& config_;
  const engine::Registry& registry_;
  const engine::FileStore& store_;
  std::optional<Narrowing> narrowing_;
  mutable std::mutex mutex_;
  mutable std::map<Choice, std::unique_ptr<const engine::Converter>> made_;
};

}  // namespace py3k::cli
