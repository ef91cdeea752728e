// Names: what the names in a file mean. Scopes and bindings by Python's own rules (Python 2's where the file is Python
// 2: there a list comprehension's variable belongs to the scope around it).
//
//   Names names(tree);
//   names.resolves_to(node, "__builtin__.unicode")   // is this the builtin, not a local variable of that name?
//   names.resolves_to(call_function, "os.getcwdu")   // under any alias: `from os import getcwdu as g`
//   names.qualified(node)                            // "django.utils.encoding.smart_unicode", "" where not known
//
// Code of a module or class runs once, from top to bottom, so there a name may mean something else before it is bound:
// in `class file(file)` and `long = long`, and wherever a class body reads a name further up than it binds it, the use
// is not one of that binding.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/tree.h"

namespace py3k::engine {

enum class ScopeKind : std::uint8_t { kModule, kClass, kFunction, kLambda, kComprehension };

enum class BindingKind : std::uint8_t {
  kAssignment,  // =, augmented, for, with-as, walrus, a capture of `case`
  kDelete,      // del: makes a name local like an assignment, but never gives it another meaning
  kParameter,
  kFunction,  // def
  kClass,     // class
  kImport,    // import a.b, import a.b as c, from a import b
  kExcept,    // except E, name
  kGlobal,    // declared `global`: the binding itself is in the module's scope
  kNonlocal,  // declared `nonlocal`: the binding itself is in a function further out
};

// One place that binds a name.
struct BindingSite {
  Node node;  // the identifier; for `import a.b` the first identifier `a`
  BindingKind kind = BindingKind::kAssignment;
  // For imports: what is imported ("os.path" for `import os.path`: binds `os`; "os.getcwdu" for `from os import
  // getcwdu`). Relative ones begin with dots: ".helper.f"; so do those that are relative in Python 2 only.
  std::string imported = {};
  Node statement = {};  // the innermost statement, simple or compound, that it belongs to
};

struct Scope;

// A name in a scope: all the places that bind it and all that use it (uses in nested scopes that see it included).
struct Binding {
  std::string_view name;
  const Scope* scope = nullptr;
  std::vector<BindingSite> sites;  // in source order; `global` and `nonlocal` declarations of it included
  std::vector<Node> uses;          // identifiers that read it, in source order, sites not included
};

struct Scope {
  ScopeKind kind = ScopeKind::kModule;
  Node node;  // the module, class_definition, function_definition, lambda or comprehension
  const Scope* parent = nullptr;
};

class ImplicitImports;

class Names {
 public:
  // `implicit` tells which imports are relative though they don't look it; null: none.
  explicit Names(const Tree& tree, const ImplicitImports* implicit = nullptr);
  ~Names();
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

  // The scope whose code a node is part of. (A function's decorators, defaults and a class's bases belong to the scope
  // around it; so does the first iterable of a comprehension.)
  const Scope& scope_of(Node node) const;
  // The scope that a class_definition, function_definition, lambda or comprehension node opens; scope_of() for others,
  // Python 2's list comprehensions among them.
  const Scope& scope_opened_by(Node node) const;

  // What an identifier that is a name (not an attribute, keyword argument name, or part of an import) refers to. Given
  // a site's node, the binding it is a site of.
  // Null when no scope binds it: then it is a builtin, or unknown, or comes from a star import.
  const Binding* binding(Node identifier) const;
  // The binding of a name as seen from a scope, by Python's rules; null as above.
  const Binding* lookup(std::string_view name, const Scope& from) const;
  // All names that are bound directly in a scope, in order of their first site.
  const std::vector<const Binding*>& bindings_in(const Scope& scope) const;
  // Those of the module that an import alone binds, of "os.path" or "os.getcwdu".
  const std::vector<const Binding*>& bindings_of(std::string_view imported) const;
  // The classes, wherever in the file they are, whose bodies bind that name; in source order.
  const std::vector<Node>& classes_with(std::string_view member) const;
  // Does the module's code import that, or something of it?
  bool imports(std::string_view module) const;
  // Uses of a name that no scope binds (a free name: a builtin, mostly), in source order.
  const std::vector<Node>& free_uses(std::string_view name) const;

  // Is this identifier a variable, read or bound (not an attribute's name, a keyword argument's, a part of what an
  // import names; an import's alias is one)?
  bool is_name(Node identifier) const;

  // What an identifier or dotted attribute expression means: "__builtin__.unicode" for a free name that no star import
  // is likely to hide, "os.path.join" through imports under any alias; "" when it is local or not known. A name that
  // has several binding sites resolves only if all of them (but for `del`) are imports of the same thing.
  std::string qualified(Node expression) const;
  bool resolves_to(Node expression, std::string_view qualified_name) const;
  // The same where several imports bind the name, as in `try: import cPickle as pickle`, `except ImportError: import
  // pickle`: all that it may mean; nothing where it may mean anything else.
  std::vector<std::string> alternatives(Node expression) const;

  // Modules that are star-imported anywhere in the file, as written, with their wildcard_import nodes.
  struct StarImport {
    std::string module;
    Node node;
  };
  const std::vector<StarImport>& star_imports() const;

  // Is `name` bound in any scope of the file, or a free use of it present? For choosing fresh names.
  bool is_used_anywhere(std::string_view name) const;

  struct Memory;
  Memory& memory() const;  // memory.h

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace py3k::engine
