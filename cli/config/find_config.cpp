#include "cli/config/find_config.h"

#include <optional>
#include <string>
#include <utility>

#include "cli/file_step.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using engine::FileStore;

constexpr const char* kOwnFile = "py3k.toml";
constexpr const char* kSharedFile = "pyproject.toml";

std::string join(const std::string& directory, const std::string& name) {
  return directory.back() == '/' ? directory + name : directory + "/" + name;
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Error unreadable(const std::string& path, const Error& error) { return {path + " " + error.what, error.advice}; }

class Search {
 public:
  Search(const FileStore& store, const Options& options) : store_(store), options_(options) {}

  Expected<ConfigFile> run() {
    if (options_.no_config) return ConfigFile{};
    if (!options_.config.empty()) return read_named(options_.config);
    const auto here = store_.canonical(".");
    const std::string base = options_.reads_stdin() ? "" : common_directory(options_.operands, store_);
    auto directory = base.empty() ? here : store_.canonical(base);
    if (!directory) directory = here;  // nothing is where the command line points to
    if (!directory) return ConfigFile{};
    here_ = here.value_or("");
    return search_from(std::move(*directory));
  }

 private:
  Expected<ConfigFile> search_from(std::string directory) const {
    while (true) {
      auto found = read_in(directory);
      if (!found || !found->path.empty()) return found;
      if (directory == "/" || is_there(join(directory, ".git"))) return ConfigFile{};
      directory = parent_of(directory);
    }
  }

  bool is_there(const std::string& path) const { return store_.inspect(path).has_value(); }

  // Messages name it as the user would.
  std::string shown(const std::string& directory, const char* name) const {
    return directory == here_ ? name : join(directory, name);
  }

  Expected<ConfigFile> read_in(const std::string& directory) const {
    if (const std::string own = join(directory, kOwnFile); is_there(own)) {
      const auto text = store_.read(own);
      if (!text) return tl::unexpected(unreadable(shown(directory, kOwnFile), text.error()));
      return parse_config(shown(directory, kOwnFile), directory, *text);
    }
    const std::string shared = join(directory, kSharedFile);
    if (!is_there(shared)) return ConfigFile{};
    const std::string name = shown(directory, kSharedFile);
    const auto text = store_.read(shared);
    if (!text) return tl::unexpected(unreadable(name, text.error()));
    const auto is_ours = has_config(name, *text);
    if (!is_ours) return tl::unexpected(is_ours.error());
    return *is_ours ? parse_config(name, directory, *text) : ConfigFile{};
  }

  Expected<ConfigFile> read_named(const std::string& path) const {
    const auto text = store_.read(path);
    if (!text) return tl::unexpected(unreadable("--config " + path, text.error()));
    auto directory = store_.canonical(parent_of(path));
    if (!directory) return tl::unexpected(unreadable("--config " + path, directory.error()));
    return parse_config(path, std::move(*directory), *text);
  }

  const FileStore& store_;
  const Options& options_;
  std::string here_;
};

std::optional<Error> unknown_fixers(const std::vector<Setting>& settings, const engine::Registry& registry) {
  for (const Setting& setting : settings) {
    if (setting.flag->name != "fix" && setting.flag->name != "nofix") continue;
    const auto chosen = registry.select({.fix = setting.values, .nofix = {}});
    if (!chosen) return Error{setting.place + ": " + chosen.error().what, chosen.error().advice};
  }
  return std::nullopt;
}

std::optional<Error> find_mistake(const ConfigFile& config, const FileStore& store, const engine::Registry& registry) {
  if (auto error = unknown_fixers(config.settings, registry)) return error;
  for (const Override& part : config.overrides)
    if (auto error = unknown_fixers(part.settings, registry)) return error;
  // A guard for what is not there guards nothing.
  for (const std::string& path : config.converted) {
    const bool is_glob = path.find_first_of("*?[") != std::string::npos;
    if (is_glob || store.inspect(join(config.directory, path))) continue;
    return Error{config.path + ": converted: there is no " + path + " beside it", "take it out, or correct it"};
  }
  return std::nullopt;
}

}  // namespace

Expected<ConfigFile> find_config(const Options& options, const FileStore& store, const engine::Registry& registry) {
  auto config = Search(store, options).run();
  if (!config || config->path.empty()) return config;
  if (auto error = find_mistake(*config, store, registry)) return tl::unexpected(std::move(*error));
  return config;
}

}  // namespace py3k::cli
