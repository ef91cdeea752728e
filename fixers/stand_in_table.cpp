#include <algorithm>
#include <map>
#include <unordered_set>

#include "engine/library/facts.h"
#include "fixers/stand_ins.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

extern const std::string_view kStandIns;  // stand_ins.txt

namespace {

// "sys, os" behind a word of a head, up to the next word.
std::vector<std::string> list_behind(std::string_view line, std::string_view word) {
  std::vector<std::string> items;
  const std::size_t at = line.find(word);
  if (at == std::string_view::npos) return items;
  line = line.substr(at + word.size());
  for (line = line.substr(0, line.find("  ")); !line.empty();) {
    const std::size_t end = line.find(", ");
    items.emplace_back(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 2);
  }
  return items;
}

// "#: cgi.parse  needs os, sys  with cgi.parse_header", "#: types.InstanceType  empty"
void read_head(std::string_view line, StandIn& it) {
  line.remove_prefix(3);
  it.name = line.substr(0, line.find("  "));
  it.needs = list_behind(line, "  needs ");
  it.with = list_behind(line, "  with ");
  it.is_empty = line.find("  empty") != std::string_view::npos;
}

std::map<std::string_view, StandIn> read(std::string_view text) {
  std::map<std::string_view, StandIn> table;
  constexpr std::string_view kHead = "\n#: ";
  for (std::size_t at = text.find(kHead); at != std::string_view::npos;) {
    const std::size_t next = text.find(kHead, at + 1);
    const std::string_view part = text.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
    const std::size_t line = part.find('\n');
    StandIn it{.name = {}, .needs = {}, .with = {}, .code = {}, .place = at};
    read_head(part.substr(0, line), it);
    it.code = part.substr(line + 1);
    it.code = it.code.substr(0, it.code.find_last_not_of('\n') + 1);
    it.is_expression = it.code.starts_with("= ");
    if (it.is_expression) it.code.remove_prefix(2);
    table.emplace(it.name, std::move(it));
    at = next;
  }
  return table;
}

const std::map<std::string_view, StandIn>& table() {
  static const std::map<std::string_view, StandIn> all = read(kStandIns);
  return all;
}

}  // namespace

const StandIn* stand_in_for(std::string_view name) {
  const auto found = table().find(name);
  return found == table().end() ? nullptr : &found->second;
}

std::vector<const StandIn*> stand_ins_of(std::string_view module) {
  std::vector<const StandIn*> found;
  const std::string start = std::string(module) + ".";
  for (auto it = table().lower_bound(start); it != table().end() && it->first.starts_with(start); ++it)
    if (it->second.own_name().size() + start.size() == it->first.size()) found.push_back(&it->second);
  return found;
}

bool is_own_name_of_stand_in(std::string_view own_name) {
  static const std::unordered_set<std::string_view> names = [] {
    std::unordered_set<std::string_view> all;
    for (const auto& [name, it] : table()) all.insert(it.own_name());
    return all;
  }();
  return names.contains(own_name);
}

std::vector<std::string_view> names_of_stand_ins() {
  std::vector<std::string_view> names;
  for (const auto& [name, it] : table()) names.push_back(name);
  return names;
}

std::vector<std::string> stand_in_words() {
  std::vector<std::string> words;
  for (const auto& [name, it] : table()) {
    // A module that Python 3 has not is a rarer word than `encode`, but an earlier run may have renamed it.
    const std::string_view module = name.substr(0, name.rfind('.'));
    const Fact* fact = library().find(module);
    const bool is_rarer = fact != nullptr && fact->is_module() && fact->gone;
    if (is_rarer) words.emplace_back(module);
    if (!is_rarer || !fact->to.empty()) words.emplace_back(it.own_name());
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace py3k::fixers
