#include "engine/analysis/occurrences.h"

#include <algorithm>

#include "engine/dialect/lexer.h"

namespace py3k::engine {

namespace {

// Walks the node array once. What is open at a node (scopes, statements) is kept on stacks of "until which node".
class Finder {
 public:
  explicit Finder(const Tree& tree)
      : tree_(tree),
        python2_(tree.source().language == Language::kPython2),
        roles_(tree.size(), Role::kUse),
        found_{NameTable(tree.size() / 32), {}, {}, {}, {}, {}} {}

  Occurrences run() {
    const auto size = static_cast<std::uint32_t>(tree_.size());
    found_.list.reserve(size / 6);
    add_scope(ScopeKind::kModule, tree_.root());
    found_.segments.push_back({0, 0});
    regions_.push_back({size, 0});
    update_next_event();
    for (std::uint32_t index = 0; index < size; ++index) {
      if (index >= next_event_) change_scope(index);
      visit(tree_.node(index));
    }
    for (std::size_t id = 1; id < found_.scopes.size(); ++id)
      found_.scopes[id].parent = &found_.scopes[found_.parents[id]];
    return std::move(found_);
  }

 private:
  void visit(Node node) {
    switch (node.kind()) {
      case Kind::kIdentifier:
        return identifier(node);

      // Those through which being a target goes down: in `for (a, [b]), c.d in x` to a and b, not to c.
      case Kind::kPatternList:
      case Kind::kTuplePattern:
      case Kind::kListPattern:
      case Kind::kListSplatPattern:
      case Kind::kDictionarySplatPattern:
      case Kind::kExpressionList:
      case Kind::kTuple:
      case Kind::kList:
      case Kind::kListSplat:
      case Kind::kParenthesizedExpression:
      case Kind::kUnknown:  // the grammar's as_pattern_target
      case Kind::kType:
      case Kind::kGenericType:
      case Kind::kConstrainedType:
      case Kind::kSplatType:
        roles_[node.index()] = role_in_parent(node);
        return;

      case Kind::kFunctionDefinition:
        open_statement(node);
        return open_function(node, ScopeKind::kFunction);
      case Kind::kLambda:
        return open_function(node, ScopeKind::kLambda);
      case Kind::kClassDefinition:
        open_statement(node);
        return open_class(node);
      case Kind::kListComprehension:
        if (python2_) return;  // its variables are those of the scope around it
        [[fallthrough]];
      case Kind::kGeneratorExpression:
      case Kind::kSetComprehension:
      case Kind::kDictionaryComprehension:
        return open_comprehension(node);

      case Kind::kWildcardImport:
        found_.star_imports.push_back(node);
        return;

      case Kind::kAssertStatement:
      case Kind::kDeleteStatement:
      case Kind::kExecStatement:
      case Kind::kExpressionStatement:
      case Kind::kForStatement:
      case Kind::kFutureImportStatement:
      case Kind::kGlobalStatement:
      case Kind::kIfStatement:
      case Kind::kImportFromStatement:
      case Kind::kImportStatement:
      case Kind::kMatchStatement:
      case Kind::kNonlocalStatement:
      case Kind::kPrintStatement:
      case Kind::kRaiseStatement:
      case Kind::kReturnStatement:
      case Kind::kTryStatement:
      case Kind::kTypeAliasStatement:
      case Kind::kWhileStatement:
      case Kind::kWithStatement:
        return open_statement(node);
      default:
        return;
    }
  }

  // --- What an identifier does ---

  void identifier(Node node) {
    const Role role = node.parent().is(Kind::kDottedName) ? role_in_dotted_name(node) : role_in_parent(node);
    if (role == Role::kNotAName) return;
    Occurrence it{node.index(), found_.names.intern(node.text()), scope_, 0, kNoId, role};
    if (role != Role::kUse) it.statement = statement_at(node.index());
    if (role == Role::kWalrus)
      while (found_.scopes[it.scope].kind == ScopeKind::kComprehension) it.scope = found_.parents[it.scope];
    found_.list.push_back(it);
  }

  Role role_in_parent(Node node) const {
    const Node parent = node.parent();
    switch (parent.kind()) {
      case Kind::kAttribute:
        return node.field() == Field::kAttribute ? Role::kNotAName : Role::kUse;
      case Kind::kKeywordArgument:
        return node.field() == Field::kName ? Role::kNotAName : Role::kUse;
      case Kind::kMemberType:
        return node.is(Kind::kIdentifier) ? Role::kNotAName : Role::kUse;
      case Kind::kKeywordPattern:
        return Role::kNotAName;  // the value is a dotted_name
      case Kind::kGlobalStatement:
        return Role::kGlobal;
      case Kind::kNonlocalStatement:
        return Role::kNonlocal;
      case Kind::kAliasedImport:
        return Role::kImport;  // the name is a dotted_name

      case Kind::kAssignment:
      case Kind::kAugmentedAssignment:
      case Kind::kForStatement:
      case Kind::kTypeAliasStatement:
        return node.field() == Field::kLeft ? Role::kAssign : Role::kUse;
      case Kind::kForInClause:
        return node.field() == Field::kLeft ? Role::kForIn : Role::kUse;
      case Kind::kNamedExpression:
        return node.field() == Field::kName ? Role::kWalrus : Role::kUse;
      case Kind::kDeleteStatement:
        return Role::kDelete;
      case Kind::kAsPattern:
        return role_in_as_pattern(node, parent);
      case Kind::kExceptClause:
        return is_except_target(node, parent) ? Role::kExcept : Role::kUse;
      case Kind::kSplatPattern:
        return Role::kAssign;

      case Kind::kFunctionDefinition:
        return node.field() == Field::kName ? Role::kFunction : Role::kUse;
      case Kind::kClassDefinition:
        return node.field() == Field::kName ? Role::kClass : Role::kUse;
      case Kind::kParameters:
      case Kind::kLambdaParameters:
        return Role::kParameter;
      case Kind::kDefaultParameter:
      case Kind::kTypedDefaultParameter:
        return node.field() == Field::kName ? Role::kParameter : Role::kUse;
      case Kind::kTypedParameter:
        return node.field() == Field::kType ? Role::kUse : Role::kParameter;
      case Kind::kTypeParameter:
        return parent.field() == Field::kTypeParameters ? Role::kParameter : Role::kUse;
      case Kind::kConstrainedType:  // `T: bound`
        return node.index() == parent.index() + 1 ? roles_[parent.index()] : Role::kUse;

      case Kind::kPatternList:
      case Kind::kTuplePattern:
      case Kind::kListPattern:
      case Kind::kListSplatPattern:
      case Kind::kDictionarySplatPattern:
      case Kind::kExpressionList:
      case Kind::kTuple:
      case Kind::kList:
      case Kind::kListSplat:
      case Kind::kParenthesizedExpression:
      case Kind::kUnknown:
      case Kind::kType:
      case Kind::kGenericType:
      case Kind::kSplatType:
        return roles_[parent.index()];
      default:
        return Role::kUse;
    }
  }

  // Of `with x as y`, `except E as y` and `case P as y`, only the last has its name as a plain child.
  static Role role_in_as_pattern(Node node, Node as_pattern) {
    const Kind around = as_pattern.parent().kind();
    if (around == Kind::kCasePattern) return node.is(Kind::kIdentifier) ? Role::kAssign : Role::kUse;
    if (node.field() != Field::kAlias) return Role::kUse;
    return around == Kind::kExceptClause ? Role::kExcept : Role::kAssign;
  }

  // Python 2's `except E, target`. (Since 3.14 the comma means another exception.)
  bool is_except_target(Node node, Node clause) const {
    if (node.field() == Field::kAlias) return true;
    return python2_ && node.field() == Field::kValue && clause.child(Field::kValue) != node;
  }

  // The path of an import, or a name in a pattern of a `case`.
  static Role role_in_dotted_name(Node node) {
    const Node path = node.parent();
    const bool first = node.index() == path.index() + 1;
    switch (path.parent().kind()) {
      case Kind::kImportStatement:
      case Kind::kFutureImportStatement:
        return first ? Role::kImport : Role::kNotAName;
      case Kind::kImportFromStatement:
        return first && path.field() == Field::kName ? Role::kImport : Role::kNotAName;
      case Kind::kAliasedImport:
      case Kind::kRelativeImport:
        return Role::kNotAName;
      case Kind::kCasePattern:
      case Kind::kUnionPattern:
      case Kind::kKeywordPattern:
        if (path.subtree_end() == node.index() + 1 && first) return Role::kAssign;  // a capture; `a.b` is a value
        [[fallthrough]];
      default:
        return first ? Role::kUse : Role::kNotAName;
    }
  }

  // --- Statements ---

  void open_statement(Node node) {
    while (!statements_.empty() && statements_.back().end <= node.index()) statements_.pop_back();
    statements_.push_back({node.subtree_end(), node.index()});
  }

  std::uint32_t statement_at(std::uint32_t index) {
    while (!statements_.empty() && statements_.back().end <= index) statements_.pop_back();
    return statements_.empty() ? 0 : statements_.back().index;
  }

  // --- Scopes ---

  ScopeId add_scope(ScopeKind kind, Node node) {
    found_.scopes.push_back({kind, node, nullptr});  // parents become pointers when the array no longer moves
    found_.parents.push_back(scope_);
    return static_cast<ScopeId>(found_.scopes.size() - 1);
  }

  // From `node` on, for as long as it lasts, code belongs to `scope`. To be said in source order.
  void plan(Node node, ScopeId scope) { plan(node.index(), node.subtree_end(), scope); }
  void plan(std::uint32_t start, std::uint32_t end, ScopeId scope) {
    if (start < end) planned_.push_back({start, end, scope});
  }
  // What was planned for one node all lies inside it, so what was planned before comes later.
  void finish_plan() {
    pending_.insert(pending_.end(), planned_.rbegin(), planned_.rend());
    planned_.clear();
    update_next_event();
  }

  void open_function(Node node, ScopeKind kind) {
    const ScopeId outer = scope_;
    const ScopeId inner = add_scope(kind, node);
    // PEP 695: annotations of `def f[T](x: T)` see T.
    const ScopeId annotations = node.child(Field::kTypeParameters) ? inner : outer;
    for (Node part : node.children()) {
      switch (part.field()) {
        case Field::kParameters:
          plan(part, inner);
          for (Node parameter : part.children())
            for (Node it : parameter.children()) {
              if (it.field() == Field::kType) plan(it, annotations);
              if (it.field() == Field::kValue) plan(it, outer);
            }
          break;
        case Field::kReturnType:
          plan(part, annotations);
          break;
        case Field::kTypeParameters:
        case Field::kBody:
          plan(part, inner);
          break;
        default:
          break;
      }
    }
    finish_plan();
  }

  void open_class(Node node) {
    const ScopeId inner = add_scope(ScopeKind::kClass, node);
    const bool generic = static_cast<bool>(node.child(Field::kTypeParameters));  // bases of `class C[T](B[T])` see T
    for (Node part : node.children()) {
      const Field field = part.field();
      if (field == Field::kTypeParameters || field == Field::kBody || (generic && field == Field::kSuperclasses))
        plan(part, inner);
    }
    finish_plan();
  }

  void open_comprehension(Node node) {
    const ScopeId outer = scope_;
    plan(node.index() + 1, node.subtree_end(), add_scope(ScopeKind::kComprehension, node));
    // The first iterable is evaluated outside.
    for (Node part : node.child(Kind::kForInClause).children())
      if (part.field() == Field::kRight && part.is_named()) plan(part, outer);
    finish_plan();
  }

  void change_scope(std::uint32_t index) {
    while (regions_.size() > 1 && regions_.back().end <= index) regions_.pop_back();
    for (; !pending_.empty() && pending_.back().start == index; pending_.pop_back())
      regions_.push_back({pending_.back().end, pending_.back().scope});
    scope_ = regions_.back().scope;
    if (found_.segments.back().first == index) {
      found_.segments.back().scope = scope_;
    } else if (found_.segments.back().scope != scope_) {
      found_.segments.push_back({index, scope_});
    }
    update_next_event();
  }

  void update_next_event() {
    next_event_ = regions_.back().end;
    if (!pending_.empty()) next_event_ = std::min(next_event_, pending_.back().start);
  }

  struct Region {
    std::uint32_t end;
    ScopeId scope;
  };
  struct Plan {
    std::uint32_t start;
    std::uint32_t end;
    ScopeId scope;
  };
  struct Statement {
    std::uint32_t end;
    std::uint32_t index;
  };

  const Tree& tree_;
  const bool python2_;
  std::vector<Role> roles_;  // of the nodes that pass a role on
  Occurrences found_;
  ScopeId scope_ = 0;
  std::uint32_t next_event_ = 0;  // the next node at which the scope may change
  std::vector<Region> regions_;
  std::vector<Plan> pending_;  // the next one last
  std::vector<Plan> planned_;
  std::vector<Statement> statements_;
};

}  // namespace

Occurrences find_occurrences(const Tree& tree) { return Finder(tree).run(); }

}  // namespace py3k::engine
