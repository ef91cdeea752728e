#include "fixers/encoded.h"

#include <algorithm>

#include "engine/library/signatures.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool concerns_bytes(const Fact* fact) {
  if (fact == nullptr) return false;
  const auto takes = [&](std::string_view role) { return fact->takes.find(role) != std::string_view::npos; };
  return takes("bytes") || takes("ascii") || fact->gives == "bytes" || fact->gives == "ascii";
}

// All that a function may be; nothing where it may be something unknown.
std::vector<std::string> meanings(Context& cx, Node function) {
  std::string name = cx.names().qualified(function);
  if (!name.empty()) return {std::move(name)};
  return cx.names().alternatives(function);
}

// "load" of pickle.load, and of its twin in C; empty for what is not pickle's.
std::string_view of_pickle_or_twin(std::string_view name) {
  if (!name.starts_with("pickle.") && !name.starts_with("cPickle.")) return "";
  return name.substr(name.find('.') + 1);
}

}  // namespace

std::string pickle_function(const std::vector<std::string>& alternatives) {
  const std::string_view first = alternatives.empty() ? "" : of_pickle_or_twin(alternatives.front());
  const bool agree = std::all_of(alternatives.begin(), alternatives.end(),
                                 [&](const auto& it) { return of_pickle_or_twin(it) == first; });
  return agree ? std::string(first) : "";
}

const Fact* bytes_call(Context& cx, Node function) {
  const Fact* found = nullptr;
  for (const std::string& name : meanings(cx, function)) {
    found = known_function(name);
    if (!concerns_bytes(found)) return nullptr;
  }
  return found;
}

bool is_hash(Context& cx, Node expression) {
  const auto makes_hash = [&](Node value) {
    if (!value.is(Kind::kCall)) return false;
    const std::vector<std::string> names = meanings(cx, value.child(Field::kFunction));
    return !names.empty() &&
           std::ranges::all_of(names, [](const std::string& name) { return gives(known_function(name), "hash"); });
  };
  if (!expression.is(Kind::kIdentifier)) return makes_hash(expression);
  const Binding* binding = cx.names().binding(expression);
  if (binding == nullptr) return false;
  return std::ranges::all_of(binding->sites, [&](const BindingSite& site) {
    const bool is_plain = site.node.parent().is(Kind::kAssignment) && site.node.field() == Field::kLeft;
    return is_plain && makes_hash(site.node.parent().child(Field::kRight));
  });
}

Node object_of_plain_call(Node call, std::string_view method) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  const bool plain = call.is(Kind::kCall) && function.is(Kind::kAttribute) && arguments.is(Kind::kArgumentList) &&
                     arguments.named_child_count() == 0 && function.child(Field::kAttribute).text() == method;
  return plain ? function.child(Field::kObject) : Node();
}

}  // namespace py3k::fixers
