#include "engine/registry.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "engine/nearest.h"

namespace py3k::engine {
namespace {

constexpr auto kGroups = std::to_array<Group>({Group::kPython2, Group::kStdlib, Group::kCleanup, Group::kDjango});
constexpr std::string_view kAll = "all";

std::optional<Group> find_group(std::string_view name) {
  const auto found =
      std::find_if(kGroups.begin(), kGroups.end(), [&](Group group) { return group_name(group) == name; });
  return found == kGroups.end() ? std::nullopt : std::optional(*found);
}

// What is wrong with a fixer; empty for a good one.
std::string flaw(const Fixer& fixer) {
  if (fixer.name.empty()) return "has no name";
  if (fixer.name == kAll || find_group(fixer.name)) return "has a name that already stands for several fixers";
  if (fixer.doc.empty()) return "has no doc";
  if (fixer.examples.empty()) return "has no example";
  if (fixer.safety == Safety::kUnsafe && fixer.unsafe_when.empty()) return "is unsafe but does not say when";
  if ((fixer.runs_on == RunsOn::kVariant) == fixer.for_both.empty())
    return "has to say what it does under --target 2+3, if that is something else";
  return "";
}

std::vector<std::string> split_at_commas(const std::vector<std::string>& values) {
  std::vector<std::string> names;
  for (std::string_view value : values) {
    while (!value.empty()) {
      const std::size_t comma = value.find(',');
      if (comma != 0) names.emplace_back(value.substr(0, comma));
      value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    }
  }
  return names;
}

// Does one of these names stand for this fixer?
bool names_fixer(const std::vector<std::string>& names, const Fixer& fixer) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return name == fixer.name || name == group_name(fixer.group) || (name == kAll && fixer.on_by_default);
  });
}

}  // namespace

std::string_view group_name(Group group) {
  switch (group) {
    case Group::kPython2:
      return "python2";
    case Group::kStdlib:
      return "stdlib";
    case Group::kCleanup:
      return "cleanup";
    case Group::kDjango:
      return "django";
  }
  return "";
}

std::string_view runs_on_name(RunsOn runs_on) {
  switch (runs_on) {
    case RunsOn::kBoth:
      return "both";
    case RunsOn::kVariant:
      return "variant";
    case RunsOn::kPy3:
      return "py3";
  }
  return "";
}

bool is_for_both(const Fixer& fixer) {
  return fixer.runs_on != RunsOn::kPy3 || fixer.group == Group::kPython2 || fixer.group == Group::kStdlib;
}

Expected<Registry> Registry::create(std::vector<Fixer> all) {
  std::set<std::string_view> names;
  for (const Fixer& fixer : all) {
    const std::string wrong = flaw(fixer);
    if (!wrong.empty()) return failure("fixer " + fixer.name + " " + wrong, "see docs/fixers.md");
    if (!names.insert(fixer.name).second) return failure("two fixers are called " + fixer.name, "rename one of them");
  }
  std::sort(all.begin(), all.end(),
            [](const Fixer& a, const Fixer& b) { return std::tie(a.group, a.name) < std::tie(b.group, b.name); });
  return Registry(std::move(all));
}

Expected<std::vector<Fixer>> Registry::select(const Selection& selection) const {
  const std::vector<std::string> wanted = split_at_commas(selection.fix);
  const std::vector<std::string> unwanted = split_at_commas(selection.nofix);
  for (const auto* names : {&wanted, &unwanted}) {
    for (const std::string& name : *names) {
      if (!is_known(name)) return tl::unexpected(unknown_fixer(name));
    }
  }
  std::vector<Fixer> chosen;
  for (const Fixer& fixer : all_) {
    const bool is_wanted = wanted.empty() ? fixer.on_by_default : names_fixer(wanted, fixer);
    const bool is_allowed = !selection.both_only || is_for_both(fixer);
    if (is_wanted && is_allowed && !names_fixer(unwanted, fixer)) chosen.push_back(fixer);
  }
  return chosen;
}

const Fixer* Registry::find(std::string_view name) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Fixer& fixer) { return fixer.name == name; });
  return found == all_.end() ? nullptr : &*found;
}

std::vector<std::string> Registry::names() const {
  std::vector<std::string> names;
  for (const Fixer& fixer : all_) names.push_back(fixer.name);
  for (const Group group : kGroups) names.emplace_back(group_name(group));
  return names;
}

Error Registry::unknown_fixer(std::string_view name) const {
  const std::string nearest = nearest_name(name, names());
  return {"there is no fixer " + std::string(name),
          nearest.empty() ? "`py3k list` shows them all" : "did you mean " + nearest + "?"};
}

bool Registry::is_known(std::string_view name) const {
  return name == kAll || find_group(name) || find(name) != nullptr;
}

}  // namespace py3k::engine
