#include "engine/rewrite/import_plan.h"

#include <algorithm>
#include <map>

#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/layout.h"

namespace py3k::engine {

namespace {

bool is_docstring(Node statement) {
  return statement.is(Kind::kExpressionStatement) && statement.child_count() == 1 &&
         statement.first_child().is_any(Kind::kString, Kind::kConcatenatedString);
}

bool is_import(Node statement) {
  return statement.is_any(Kind::kImportStatement, Kind::kImportFromStatement, Kind::kFutureImportStatement);
}

// Where a new import goes: after the last of the imports at the top, else after the docstring. Empty: before `next`.
struct Place {
  Node after;
  Node next;
};

Place place_for_import(Node module) {
  Place place;
  bool docstring_allowed = true;
  for (Node statement : module.children()) {
    if (!statement.is_named()) continue;
    if (is_import(statement) || (docstring_allowed && is_docstring(statement))) {
      place.after = statement;
    } else {
      place.next = statement;
      break;
    }
    docstring_allowed = false;
  }
  return place;
}

class ImportPlanner {
 public:
  explicit ImportPlanner(Context& context) : context_(context), names_(context.names()) {}

  void run() {
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> wanted;
    for (const ImportRequest& request : context_.facts().imports) {
      if (context_.plan().changes()[request.change].state == ChangeState::kDropped) continue;
      wanted[{request.module, request.name}].push_back(request.change);
    }
    for (auto& [import, changes] : wanted)
      if (!is_there(import.first, import.second)) add(import.first, import.second, std::move(changes));
  }

 private:
  // Is the name bound in the module by this very import?
  bool is_there(const std::string& module, const std::string& name) const {
    const std::string local = name.empty() ? module.substr(0, module.find('.')) : name;
    const std::string imported = name.empty() ? module : module + "." + name;
    const Binding* binding = names_.lookup(local, names_.scope_of(context_.tree().root()));
    if (binding == nullptr) return false;
    return std::any_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
      return site.kind == BindingKind::kImport && site.imported == imported && site.statement.parent().is(Kind::kModule);
    });
  }

  void add(const std::string& module, const std::string& name, std::vector<std::uint32_t> changes) {
    const std::string line = name.empty() ? "import " + module : "from " + module + " import " + name;
    const Place place = place_for_import(context_.tree().root());
    Claim claim;
    if (place.after) {
      claim = insert_after(place.after, line);
    } else if (place.next) {
      claim = insert_before(place.next, line);
    } else {
      return;
    }
    context_.plan().add_shared(std::move(claim), std::move(changes));
  }

  Context& context_;
  const Names& names_;
};

}  // namespace

void plan_imports(Context& context) {
  if (!context.facts().imports.empty()) ImportPlanner(context).run();
}

}  // namespace py3k::engine
