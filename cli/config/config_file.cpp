#include "cli/config/config_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/nearest.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using Type = ConfigKey::Type;

constexpr std::string_view kConverted = "converted";
constexpr std::string_view kOverride = "override";
constexpr std::string_view kPaths = "paths";

std::string place_of(const std::string& path, const toml::source_region& source) {
  return path + ":" + std::to_string(source.begin.line) + ":" + std::to_string(source.begin.column);
}

std::string_view wanted(Type type) {
  switch (type) {
    case Type::kSwitch:
      return "true or false";
    case Type::kText:
      return "text, in quotes";
    case Type::kNumber:
      return "a whole number";
    case Type::kList:
      return "a list of texts, in brackets";
    case Type::kNone:
      break;
  }
  return "";
}

bool is_wrapped(std::string_view path) { return path.substr(path.rfind('/') + 1) == "pyproject.toml"; }

// The table that py3k's keys stand in; null where there is none. Fails where something else has its name.
Expected<const toml::table*> own_table(std::string_view path, const toml::table& document) {
  if (!is_wrapped(path)) return &document;
  const auto own = document.at_path("tool.py3k");
  if (!own || own.is_table()) return own.as_table();
  return engine::failure(place_of(std::string(path), own.node()->source()) + ": tool.py3k has to be a table",
                         "write [tool.py3k], in one pair of brackets");
}

// Where a key of too many parts starts; the reader of TOML makes tables in tables of it, and to take those apart again
// its stack would not do. npos: there is none.
std::size_t find_deep_key(std::string_view text) {
  constexpr int kMostParts = 32;
  int parts = 1;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
      parts = 1;
    } else if (c == '"' || c == '\'') {
      const std::string triple(3, c);
      const std::string_view quote =
          text.substr(at).starts_with(triple) ? std::string_view(triple) : text.substr(at, 1);
      for (at += quote.size(); at < text.size() && !text.substr(at).starts_with(quote); ++at) {
        if (quote.size() == 1 && text[at] == '\n') break;
        if (c == '"' && text[at] == '\\') ++at;
      }
      if (at < text.size() && text[at] == c) at += quote.size() - 1;
    } else if (c == '.') {
      if (++parts > kMostParts) return start;
    } else if (std::string_view("\n=[]{},").find(c) != std::string_view::npos) {
      parts = 1;
      start = at + 1;
    }
  }
  return std::string_view::npos;
}

Expected<toml::table> parse_toml(std::string_view path, std::string_view text) {
  if (const std::size_t deep = find_deep_key(text); deep != std::string_view::npos) {
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(deep), '\n') + 1;
    return engine::failure(std::string(path) + ":" + std::to_string(line) + ": a key has too many parts",
                           "32 are the most that are read");
  }
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return tl::unexpected(Error{place_of(std::string(path), error.source()) + ": " + std::string(error.description()),
                                "this is no TOML"});
  }
}

// Reads one file, up to the first mistake.
class Reader {
 public:
  Reader(const std::string& path, ConfigFile& config) : path_(path), config_(config) {}

  std::optional<Error> read(const toml::table& table) {
    for (const auto& [key, value] : table) {
      if (auto error = read_key(key, value)) return error;
    }
    return std::nullopt;
  }

 private:
  using Key = toml::key;

  Error error_at(const toml::source_region& source, const std::string& what, std::string advice = {}) const {
    return {place_of(path_, source) + ": " + what, std::move(advice)};
  }

  std::optional<Error> read_key(const Key& key, const toml::node& value) {
    if (key == kConverted) return read_converted(value);
    if (key == kOverride) return read_overrides(value);
    return read_setting(key, value, config_.settings, false);
  }

  std::optional<Error> read_setting(const Key& key, const toml::node& value, std::vector<Setting>& settings,
                                    bool is_override) {
    const Flag* flag = find_flag(key.str());
    if (flag == nullptr) return unknown_key(key, is_override);
    if (flag->key.type == Type::kNone) {
      return error_at(key.source(), std::string(key.str()) + " can't be configured", "give it on the command line");
    }
    if (is_override && !flag->key.per_path) {
      return error_at(key.source(), std::string(key.str()) + " can't differ between paths",
                      "put it before all overrides");
    }
    auto values = values_of(key.str(), flag->key.type, value);
    if (!values) return values.error();
    settings.push_back({flag, std::move(*values), place_of(path_, value.source())});
    return try_out(settings.back(), value);
  }

  // What the command line would say to these values.
  std::optional<Error> try_out(const Setting& setting, const toml::node& value) const {
    Options scratch;
    for (const std::string& text : setting.values) {
      const auto error = setting.flag->apply(scratch, text);
      if (!error) continue;
      const std::size_t dashes = std::min(error->what.find_first_not_of('-'), error->what.size());
      return error_at(value.source(), error->what.substr(dashes), error->advice);
    }
    return std::nullopt;
  }

  Error unknown_key(const Key& key, bool is_override) const {
    std::vector<std::string> names = {std::string(is_override ? kPaths : kConverted)};
    if (!is_override) names.emplace_back(kOverride);
    for (const Flag& flag : flags()) {
      if (flag.key.type != Type::kNone && (flag.key.per_path || !is_override)) names.emplace_back(flag.name);
    }
    const std::string nearest = engine::nearest_name(key.str(), names);
    std::string advice = "did you mean " + nearest + "?";
    if (nearest.empty()) {
      advice = "there are";
      for (const std::string& name : names) advice += (name == names.front() ? " " : ", ") + name;
    }
    return error_at(key.source(), "there is no key " + std::string(key.str()), std::move(advice));
  }

  Error wrong_type(std::string_view key, Type type, const toml::node& value) const {
    return error_at(value.source(), std::string(key) + " has to be " + std::string(wanted(type)));
  }

  Expected<std::vector<std::string>> values_of(std::string_view key, Type type, const toml::node& value) const {
    std::vector<std::string> values;
    if (type == Type::kSwitch && value.is_boolean()) {
      if (value.as_boolean()->get()) values.emplace_back();
    } else if (type == Type::kText && value.is_string()) {
      values.push_back(value.as_string()->get());
    } else if (type == Type::kNumber && value.is_integer()) {
      values.push_back(std::to_string(value.as_integer()->get()));
    } else if (type == Type::kList && value.is_array()) {
      for (const toml::node& item : *value.as_array()) {
        if (!item.is_string()) return tl::unexpected(wrong_type(key, type, item));
        values.push_back(item.as_string()->get());
      }
    } else {
      return tl::unexpected(wrong_type(key, type, value));
    }
    return values;
  }

  std::optional<Error> read_converted(const toml::node& value) {
    auto paths = values_of(kConverted, Type::kList, value);
    if (!paths) return paths.error();
    config_.converted = std::move(*paths);
    for (const toml::node& item : *value.as_array()) config_.converted_at.push_back(place_of(path_, item.source()));
    return std::nullopt;
  }

  std::optional<Error> read_overrides(const toml::node& value) {
    const std::string what = std::string(kOverride) + " has to be a list of tables";
    if (!value.is_array()) {
      return error_at(value.source(), what, "write its name in two pairs of brackets, and a line for each key");
    }
    for (const toml::node& item : *value.as_array()) {
      if (!item.is_table()) return error_at(item.source(), what);
      if (auto error = read_override(*item.as_table())) return error;
    }
    return std::nullopt;
  }

  std::optional<Error> read_override(const toml::table& table) {
    Override made;
    for (const auto& [key, value] : table) {
      if (key != kPaths) {
        if (auto error = read_setting(key, value, made.settings, true)) return error;
        continue;
      }
      auto paths = values_of(kPaths, Type::kList, value);
      if (!paths) return paths.error();
      made.paths = std::move(*paths);
    }
    if (made.paths.empty()) return error_at(table.source(), "this override has no paths", "say what it is for");
    config_.overrides.push_back(std::move(made));
    return std::nullopt;
  }

  const std::string& path_;
  ConfigFile& config_;
};

bool sets(const std::vector<Setting>& settings, std::string_view name) {
  return std::any_of(settings.begin(), settings.end(), [&](const Setting& made) { return made.flag->name == name; });
}

bool is_given(const Flag& flag, const Options& options) {
  return std::any_of(options.given.begin(), options.given.end(), [&](const auto& given) {
    const std::string& name = given.first;
    return name == flag.name || (!flag.key.sets_aside.empty() && name == flag.key.sets_aside);
  });
}

}  // namespace

Expected<bool> has_config(std::string_view path, std::string_view text) {
  if (text.find("py3k") == std::string_view::npos) return false;
  const auto document = parse_toml(path, text);
  if (!document) return tl::unexpected(document.error());
  const auto own = own_table(path, *document);
  return own ? Expected<bool>(*own != nullptr) : tl::unexpected(own.error());
}

Expected<ConfigFile> parse_config(const std::string& path, std::string directory, std::string_view text) {
  const auto document = parse_toml(path, text);
  if (!document) return tl::unexpected(document.error());
  ConfigFile config{.path = path, .directory = std::move(directory), .settings = {}, .converted = {}, .overrides = {}};
  const auto table = own_table(path, *document);
  if (!table) return tl::unexpected(table.error());
  if (*table == nullptr)
    return engine::failure(path + ":1:1: there is no [tool.py3k] in it", "add one, or name a py3k.toml");
  if (auto error = Reader(path, config).read(**table)) return tl::unexpected(std::move(*error));
  return config;
}

void apply_settings(const std::vector<Setting>& settings, const ConfigFile& config, Options& options) {
  // Fixers that are named stand for the whole choice, as on the command line.
  const bool is_new_choice = sets(settings, "fix") && !sets(settings, "nofix");
  if (is_new_choice && !is_given(*find_flag("nofix"), options)) options.nofix.clear();
  for (const Setting& setting : settings) {
    const Flag& flag = *setting.flag;
    if (is_given(flag, options)) continue;
    if (flag.key.reset != nullptr) flag.key.reset(options);
    for (const std::string& value : setting.values) {
      const bool is_relative = flag.key.is_path && !value.starts_with('/');
      flag.apply(options, is_relative ? config.directory + "/" + value : value);  // was tried out when it was read
    }
    if (flag.name == "exclude") options.exclude_base = config.directory;
    if (flag.name == "include") options.include_base = config.directory;
  }
  options.config_name = config.path;
  settle(options);
}

}  // namespace py3k::cli
