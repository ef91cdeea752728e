// Names that threading.Thread has for itself today, and mangled ones in Python 2: a subclass that calls something of
// its own so breaks it. https://github.com/python/cpython/blob/3.12/Lib/threading.py
#include <algorithm>
#include <map>

#include "engine/analysis/values.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kNames[] = {
    "_args",   "_bootstrap",  "_bootstrap_inner", "_context",           "_daemonic",   "_delete",
    "_handle", "_ident",      "_initialized",     "_invoke_excepthook", "_is_stopped", "_kwargs",
    "_name",   "_native_id",  "_set_ident",       "_started",           "_stderr",     "_stop",
    "_target", "_tstate_lock"};

bool is_thread(Context& cx, Node type, int depth = 0) {
  constexpr int kDeepest = 10;
  if (depth == kDeepest) return false;
  for (Node base : type.child(Field::kSuperclasses).named_children()) {
    static constexpr std::string_view kThreads[] = {"threading.Thread", "threading._Timer", "threading.Timer"};
    if (is_one_of(kThreads, cx.names().qualified(base))) return true;
    const Node own = base.is(Kind::kIdentifier) ? engine::class_named(base, cx.names()) : Node();
    if (own && own != type && is_thread(cx, own, depth + 1)) return true;
  }
  return false;
}

bool is_target(Node node) {
  while (node.parent().is_any(Kind::kPatternList, Kind::kTuplePattern)) node = node.parent();
  return node.field() == Field::kLeft && node.parent().is_any(Kind::kAssignment, Kind::kForStatement);
}

struct Uses {
  std::vector<Node> own;     // self._stop, within the class, and def _stop
  std::vector<Node> others;  // of what may be an instance
  bool is_bound = false;
};

void run(Context& cx) {
  std::vector<Node> threads;
  for (Node node : cx.tree().root().descendants())
    if (node.is(Kind::kClassDefinition) && is_thread(cx, node)) threads.push_back(node);
  if (threads.empty()) return;
  std::map<std::string_view, Uses> found;
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is(Kind::kAttribute) || !is_one_of(kNames, node.child(Field::kAttribute).text())) continue;
    const Node type = class_of_self(node.child(Field::kObject), cx.names());
    const bool is_own = type && std::find(threads.begin(), threads.end(), type) != threads.end();
    if (type && !is_own) continue;
    Uses& uses = found[node.child(Field::kAttribute).text()];
    (is_own ? uses.own : uses.others).push_back(node.child(Field::kAttribute));
    uses.is_bound = uses.is_bound || (is_own && is_target(node));
  }
  for (Node type : threads) {
    for (const std::string_view name : kNames) {
      const Binding* binding = member(cx, type, name);
      if (binding == nullptr) continue;
      Uses& uses = found[name];
      uses.is_bound = true;
      for (const BindingSite& site : binding->sites) uses.own.push_back(site.node);
      for (Node use : binding->uses) uses.own.push_back(use);
    }
  }
  for (const auto& [name, uses] : found) {
    if (!uses.is_bound) continue;
    ChangeBuilder change = cx.change(
        uses.own.front(), std::string(name) + " is one of Thread's own in Python 3: " + std::string(name) + "_");
    for (Node node : uses.own) change.set_text(node, std::string(name) + "_");
    for (Node node : uses.others) change.set_text(node, std::string(name) + "_");
    change.safety(uses.others.empty() ? Safety::kSafe : Safety::kUnsafe).apply();
  }
}

}  // namespace

Fixer fix_thread_attributes() {
  return {
      .name = "thread_attributes",
      .doc =
          "Renames attributes of subclasses of threading.Thread that are called like one that Thread has for itself in "
          "Python 3, such as self._stop.",
      .reference = "https://docs.python.org/3/library/threading.html#thread-objects",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when = "An object that is no such thread has an attribute of that name.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .is_never_made = true,
      .words = {"threading"},
      .examples = {{"import threading\nclass T(threading.Thread):\n    def f(self): self._stop = 1",
                    "import threading\nclass T(threading.Thread):\n    def f(self): self._stop_ = 1"}},
      .finish = run,
  };
}

}  // namespace py3k::fixers
