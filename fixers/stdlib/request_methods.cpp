// What a urllib2.Request is asked by methods are attributes, and the methods gone since Python 3.4:
// https://docs.python.org/3/library/urllib.request.html#urllib.request.Request
#include "engine/analysis/values.h"
#include "fixers/library_renames.h"
#include "fixers/method_rename.h"
#include "fixers/receiver.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool imports_requests(Context& cx) {
  return is_of_library(cx, "urllib2") && (imports_module(cx, "urllib2") || imports_module(cx, "urllib.request"));
}

// The request of `def http_open(self, request)` and its like, which an opener calls.
bool is_handled(Context& cx, Node object) {
  const Binding* binding = object.is(Kind::kIdentifier) ? cx.names().binding(object) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites.front().kind != BindingKind::kParameter)
    return false;
  const Node function = binding->scope->node;
  const std::string_view name = function.child(Field::kName).text();
  const bool is_handler = name.ends_with("_open") || name.ends_with("_request") || name.ends_with("_response") ||
                          name.starts_with("http_error_") || name == "redirect_request" || name == "do_open";
  const Node first = function.child(Field::kParameters).named_child(1);
  const Node second = function.child(Field::kParameters).named_child(2);
  return is_handler && (first.text() == object.text() || second.text() == object.text());
}

bool is_own(Context& cx, std::string_view method) {
  return imports_class_with(cx, method, {}) || is_defined_beside(cx, method);
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (!function.is(Kind::kAttribute) || !call.child(Field::kArguments).is(Kind::kArgumentList)) return;
  const std::string_view name = function.child(Field::kAttribute).text();
  const Fact* fact = fact_of_method("request_methods", name);
  if (fact == nullptr || has_class_with(cx, name)) return;
  const Node object = function.child(Field::kObject);
  const std::string maker = value_of(object, cx.names()).made_by;
  const bool is_known = maker == "urllib2.Request" || maker == "urllib.request.Request";
  if (!is_known && (!imports_requests(cx) || !cx.may_be_python2(call))) return;
  if (!is_known && !is_handled(cx, object) && (is_own(cx, name) || !fact->has(Mark::kUnique))) return;
  if (cx.keeps_python2()) return cx.leave(call);
  const std::string attribute = "$object." + std::string(fact->to.substr(fact->to.rfind('.') + 1));
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  ChangeBuilder change = cx.change(call);
  if (name == "add_data") {
    if (arguments.size() != 1 || !call.parent().is(Kind::kExpressionStatement)) return;
    change.replace(call.parent(), attribute + " = $data", {{"object", object}, {"data", arguments.front()}});
  } else {
    if (!arguments.empty()) return;
    change.replace(call, name == "has_data" ? attribute + " is not None" : attribute, {{"object", object}});
  }
  change.safety(is_known ? Safety::kSafe : Safety::kUnsafe).apply();
}

}  // namespace

Fixer fix_request_methods() {
  Fixer fixer{
      .name = "request_methods",
      .doc = "Replaces the methods of urllib2.Request that are attributes in Python 3: get_selector() is selector.",
      .reference = "https://docs.python.org/3/library/urllib.request.html#urllib.request.Request",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The object is of another class, which has such a method.",
      .runs_on = RunsOn::kPy3,
      .examples = {{"import urllib2\nr = urllib2.Request(u)\nx = r.get_host()",
                    "import urllib2\nr = urllib2.Request(u)\nx = r.host"}},
      .visits = {{{Kind::kCall}, visit}},
  };
  for (const Fact& fact : library().section("request_methods")) fixer.words.emplace_back(fact.own_name());
  return fixer;
}

}  // namespace py3k::fixers
