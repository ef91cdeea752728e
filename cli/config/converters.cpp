#include "cli/config/converters.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/run/glob.h"

namespace py3k::cli {
namespace {

using engine::Converter;
using engine::Expected;

// Does a glob match a path, or a directory that it lies in?
bool covers(std::string_view glob, std::string_view path) {
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1))
    if (engine::glob_matches(glob, path.substr(0, end), true)) return true;
  return engine::glob_matches(glob, path, false);
}

bool any_covers(const std::vector<std::string>& globs, std::string_view path) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return covers(glob, path); });
}

// `billing` is the one beside the configuration, not every directory of that name.
bool any_is_at(const std::vector<std::string>& places, std::string_view path) {
  return std::any_of(places.begin(), places.end(),
                     [&](const std::string& place) { return place == "." || covers("/" + place, path); });
}

}  // namespace

void Converters::narrow_to(std::vector<std::string> fixers, bool says_python2) {
  std::sort(fixers.begin(), fixers.end());
  narrowing_ = {.fixers = std::move(fixers), .says_python2 = says_python2};
}

Expected<void> Converters::prepare() {
  auto own = make({});
  if (!own) return tl::unexpected(own.error());
  made_[{}] = std::make_unique<const Converter>(std::move(*own));
  return {};
}

Expected<const Converter*> Converters::of(const std::string& path) const {
  const Choice choice = choice_for(path);
  const std::lock_guard lock(mutex_);
  auto& slot = made_[choice];
  if (slot != nullptr) return slot.get();
  auto made = make(choice);
  if (!made) return tl::unexpected(made.error());
  slot = std::make_unique<const Converter>(std::move(*made));
  return slot.get();
}

bool Converters::is_converted(const std::string& path) const {
  return !config_.converted.empty() && any_is_at(config_.converted, below_config(path));
}

Converters::Choice Converters::choice_for(const std::string& path) const {
  Choice choice;
  if (config_.converted.empty() && config_.overrides.empty()) return choice;
  const std::string relative = below_config(path);
  if (relative.empty()) return choice;
  choice.is_converted = any_is_at(config_.converted, relative);
  for (std::size_t i = 0; i < config_.overrides.size(); ++i)
    if (any_covers(config_.overrides[i].paths, relative)) choice.overrides.push_back(i);
  return choice;
}

// The file's path as the configuration would write it; empty where it lies elsewhere.
std::string Converters::below_config(const std::string& path) const {
  const auto absolute = store_.canonical(path);
  return absolute ? std::string(engine::path_below(*absolute, config_.directory)) : "";
}

Expected<Converter> Converters::make(const Choice& choice) const {
  Options options = options_;
  for (const std::size_t number : choice.overrides)
    apply_settings(config_.overrides[number].settings, config_, options);
  options.settings.converted = choice.is_converted;
  auto fixers = registry_.select({.fix = options.fix, .nofix = options.nofix, .both_only = options.both_only});
  if (!fixers) return tl::unexpected(fixers.error());
  if (narrowing_) {
    std::erase_if(*fixers, [&](const engine::Fixer& fixer) {
      return !std::binary_search(narrowing_->fixers.begin(), narrowing_->fixers.end(), fixer.name);
    });
    options.settings.restricted = true;
    options.settings.expects_python2 = options.settings.expects_python2 || narrowing_->says_python2;
  }
  return Converter::create(std::move(*fixers), options.settings, registry_.names());
}

}  // namespace py3k::cli
