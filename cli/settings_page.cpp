#include "cli/settings_page.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "cli/convert_run.h"
#include "engine/run/glob.h"
#include "engine/run/taken_names.h"
#include "engine/run/walk.h"

namespace py3k::cli {
namespace {

using Json = nlohmann::ordered_json;

// Directories that have to be on the path, and how that is known.
std::map<std::string, std::string> import_roots(const Options& options, const engine::FileStore& store,
                                                const engine::Project& project) {
  std::map<std::string, std::string> roots;
  for (const engine::WalkedPath& file : engine::walk(store, options.operands, walk_options(options))) {
    const engine::Home home = project.home_of(file.path);
    if (home.module.empty()) continue;
    roots.emplace(home.root, "modules of the top level");
    for (std::string directory = home.directory; directory.size() > home.root.size();
         directory.resize(directory.rfind('/'))) {
      const engine::Home package = project.home_of(directory + "/__init__.py");
      if (!project.taken_names().is_import_root(package)) continue;
      roots[directory] = "its modules are imported by their bare names from below";
      break;
    }
  }
  for (const std::string& root : options.roots)
    if (auto path = store.canonical(root)) roots[*path] = "named by --root";
  return roots;
}

std::string shown(const std::string& path, const std::string& here) {
  if (path == here) return ".";
  const std::string below(engine::path_below(path, here));
  return below.empty() ? path : below;
}

std::string language(const Options& options) {
  if (!options.settings.from) return "auto";
  return *options.settings.from == engine::Language::kPython2 ? "2" : "3";
}

}  // namespace

engine::Expected<std::string> settings_page(const Options& options, const ConfigFile& config,
                                            const engine::Registry& registry, const engine::FileStore& store,
                                            const engine::Project& project) {
  const auto fixers = registry.select({.fix = options.fix, .nofix = options.nofix, .both_only = options.both_only});
  if (!fixers) return tl::unexpected(fixers.error());
  const std::string here = store.canonical(".").value_or("");
  Json roots = Json::array();
  for (const auto& [root, why] : import_roots(options, store, project))
    roots.push_back({{"path", shown(root, here)}, {"why", why}});
  Json names = Json::array();
  for (const engine::Fixer& fixer : *fixers) names.push_back(fixer.name);
  const engine::Settings& settings = options.settings;
  const std::string django = std::to_string(settings.django_major) + "." + std::to_string(settings.django_minor);
  const Json page = {{"configuration", config.path},
                     {"target", target_name(options)},
                     {"from", language(options)},
                     {"django", django},
                     {"safe", settings.safe_only},
                     {"exclude", options.exclude},
                     {"include", options.include},
                     {"vendor", options.vendor},
                     {"from-library", options.libraries},
                     {"vendor-package", options.vendor_package.empty() ? "_vendor" : options.vendor_package},
                     {"fixers", names},
                     {"roots", roots}};
  if (options.format == Format::kJson) return page.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  std::string text;
  for (const auto& [key, value] : page.items()) {
    if (key == "roots") continue;
    std::string line = value.is_string() ? value.get<std::string>() : value.is_boolean() ? (value ? "yes" : "no") : "";
    if (value.is_array())
      for (const Json& item : value) line += (line.empty() ? "" : ", ") + item.get<std::string>();
    text += key + ": " + (line.empty() ? "none" : line) + "\n";
  }
  text += "import roots:\n";
  for (const Json& root : roots)
    text += "  " + root["path"].get<std::string>() + ": " + root["why"].get<std::string>() + "\n";
  return text;
}

}  // namespace py3k::cli
