#include "engine/analysis/values.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/analysis/generator.h"
#include "engine/analysis/memory.h"
#include "engine/library/signatures.h"
#include "engine/one_of.h"
#include "engine/syntax/string_literal.h"

namespace py3k::engine {

namespace {

using enum ValueType;

// Codecs that give no bytes in Python 3, or not for text.
constexpr std::string_view kOtherCodecs[] = {"hex",    "base64", "zip",           "zlib",          "bz2",   "rot13",
                                             "rot_13", "uu",     "string_escape", "string-escape", "quopri"};

// What the facts say that functions give.
constexpr std::pair<std::string_view, ValueType> kTypes[] = {
    {"text", kText},    {"bytes", kBytes},       {"bool", kNumber}, {"int", kNumber},
    {"float", kNumber}, {"list", kList},         {"tuple", kTuple}, {"set", kSet},
    {"dict", kMapping}, {"iterator", kIterator}, {"file", kFile},   {"file[bytes]", kBinaryFile},
    {"any", kUnknown}};

std::optional<ValueType> type_given(const Fact* fact) {
  for (const auto& [name, type] : kTypes)
    if (gives(fact, name)) return type;
  return std::nullopt;
}

std::optional<ValueType> type_called(std::string_view function) {
  const Fact* fact = known_function(function);
  return fact != nullptr && fact->is_called ? type_given(fact) : std::nullopt;
}

std::optional<ValueType> type_named(std::string_view name) {
  const Fact* fact = known_function(name);
  return fact != nullptr && !fact->is_called ? type_given(fact) : std::nullopt;
}

constexpr std::string_view kBuiltinPrefix = "__builtin__.";

bool is_translation(std::string_view name) {
  return name == "_" || name == "gettext" || name == "ugettext" || name == "ngettext" || name == "ungettext";
}

Node argument_named(Node call, std::size_t position, std::string_view name) {
  const Node list = call.child(Field::kArguments);
  if (!list.is(Kind::kArgumentList)) return {};
  std::size_t at = 0;
  for (Node argument : list.named_children()) {
    if (argument.is(Kind::kKeywordArgument)) {
      if (argument.child(Field::kName).text() == name) return argument.child(Field::kValue);
    } else if (at++ == position) {
      return argument;
    }
  }
  return {};
}

// Nothing known yet: of a variable that is being looked at, as `s` in `s = s.strip()`. Whatever else it is given
// counts.
struct Found {
  Value value;
  bool pending = false;
};

class Evaluator {
 public:
  explicit Evaluator(const Names& names) : names_(names) {}

  Value run(Node expression) {
    const Found found = evaluate(expression, 0);
    return found.pending ? Value() : found.value;
  }

 private:
  static Found of(ValueType type) { return {{.type = type}}; }

  static Found combined(const Found& one, const Found& other) {
    if (one.pending) return other;
    if (other.pending || one.value == other.value) return one;
    Value first = one.value;
    Value second = other.value;
    if (first.type == kNone) std::swap(first, second);
    if (second.type == kNone && (first.type != kUnknown || !first.made_by.empty())) {
      first.may_be_none = true;
      return {first};
    }
    const bool may_be_none = first.may_be_none || second.may_be_none;
    first.may_be_none = second.may_be_none = may_be_none;
    return first == second ? Found{first} : Found{};
  }

  Found evaluate(Node node, int depth) {
    constexpr int kDeepest = 60;
    constexpr int kMostSteps = 400;
    if (depth > kDeepest || ++steps_ > kMostSteps) return {};
    switch (node.kind()) {
      case Kind::kString:
        return of(StringLiteral(node).bytes() ? kBytes : kText);
      case Kind::kConcatenatedString:
        return evaluate(node.named_child(0), depth + 1);
      case Kind::kReprExpression:
        return of(kText);
      case Kind::kInteger:
      case Kind::kFloat:
      case Kind::kComparisonOperator:
      case Kind::kNotOperator:
        return of(kNumber);
      case Kind::kNoneLiteral:
        return of(kNone);
      case Kind::kList:
      case Kind::kListComprehension:
        return of(kList);
      case Kind::kTuple:
      case Kind::kExpressionList:
        return of(kTuple);
      case Kind::kSet:
      case Kind::kSetComprehension:
        return of(kSet);
      case Kind::kDictionary:
      case Kind::kDictionaryComprehension:
        return of(kMapping);
      case Kind::kGeneratorExpression:
        return of(kIterator);
      case Kind::kLambda:
        return of(kFunction);
      case Kind::kParenthesizedExpression:
        return evaluate(node.named_child(0), depth + 1);
      case Kind::kConditionalExpression:
        return combined(evaluate(node.named_child(0), depth + 1), evaluate(node.named_child(2), depth + 1));
      case Kind::kBooleanOperator:
        return either(node, depth);
      case Kind::kBinaryOperator:
        return operation(node, depth);
      case Kind::kSubscript:
        return item(node, depth);
      case Kind::kAssignment:  // of `a = b = value`
        return evaluate(node.child(Field::kRight), depth + 1);
      case Kind::kCall:
        return call(node, depth);
      case Kind::kAttribute:
        return attribute(node, depth);
      case Kind::kIdentifier:
        return variable(node, depth);
      default:
        return {};
    }
  }

  // `a or b`: an `a` that is None gives b.
  Found either(Node node, int depth) {
    Found left = evaluate(node.child(Field::kLeft), depth + 1);
    const Found right = evaluate(node.child(Field::kRight), depth + 1);
    if (node.child(Kind::kTokenOr)) {
      if (left.value.type == kNone) return right;
      left.value.may_be_none = false;
    }
    return combined(left, right);
  }

  Found operation(Node node, int depth) {
    const Kind sign = node.child(Field::kOperator).kind();
    const Found left = evaluate(node.child(Field::kLeft), depth + 1);
    if (sign == Kind::kTokenPercent) {
      const bool is_format = left.value.is(kText) || left.value.is(kBytes);
      return is_format || left.pending ? left : Found{};
    }
    if (sign != Kind::kTokenPlus && sign != Kind::kTokenStar) return {};
    const Found right = evaluate(node.child(Field::kRight), depth + 1);
    if (sign == Kind::kTokenStar) {
      if (right.value.is(kNumber)) return left;
      return left.value.is(kNumber) ? right : Found{};
    }
    if (left.value.is(kBytes) || right.value.is(kBytes)) return of(kBytes);
    if (left.value.is(kText) || right.value.is(kText)) return of(kText);
    if (left.pending || right.pending) return left.pending ? right : left;
    return left.value == right.value ? left : Found{};
  }

  Found item(Node node, int depth) {
    const Found whole = evaluate(node.child(Field::kValue), depth + 1);
    const bool is_slice = node.child(Field::kSubscript).is(Kind::kSlice);
    if (whole.pending || whole.value.is(kText)) return whole;
    if (is_slice && (whole.value.is(kBytes) || whole.value.is(kList) || whole.value.is(kTuple))) return whole;
    return !is_slice && whole.value.is(kBytes) ? of(kNumber) : Found{};
  }

  Found call(Node node, int depth) {
    const Node function = node.child(Field::kFunction);
    // A method of a free name is nothing that is known by its name.
    const bool is_free = !function.is(Kind::kIdentifier) && is_of_free_name(function);
    const std::string name = is_free ? std::string() : names_.qualified(function);
    if (name.starts_with(kBuiltinPrefix)) {
      const std::string_view builtin = std::string_view(name).substr(kBuiltinPrefix.size());
      if (builtin == "open" || builtin == "file") return opened(node);
      if (is_translation(builtin)) return of(kText);
      return of(type_called(name).value_or(kUnknown));
    }
    if (name == "io.open") return opened(node);
    if (const auto type = type_called(name)) return of(*type);
    if (is_translation(std::string_view(name).substr(name.rfind('.') + 1))) return of(kText);
    if (!name.empty()) return {{.made_by = name}};
    if (is_given_translation(function)) return of(kText);
    if (function.is(Kind::kAttribute)) return method(node, function, depth);
    if (const Node type = class_named(function, names_)) return {{.type = kInstance, .class_definition = type}};
    return returned(function, depth);
  }

  bool is_of_free_name(Node expression) const {
    while (expression.is(Kind::kAttribute)) expression = expression.child(Field::kObject);
    return expression.is(Kind::kIdentifier) && names_.binding(expression) == nullptr;
  }

  // `_ = gettext.gettext`, `_ = translation.ugettext`
  bool is_given_translation(Node function) const {
    const Binding* binding = function.is(Kind::kIdentifier) ? names_.binding(function) : nullptr;
    const std::vector<Node> values = binding != nullptr ? values_given(*binding) : std::vector<Node>();
    return !values.empty() && std::all_of(values.begin(), values.end(), [](Node value) {
      return is_translation(value.is(Kind::kAttribute) ? value.child(Field::kAttribute).text() : value.text());
    });
  }

  static Found opened(Node call) {
    const Node mode = argument_named(call, 1, "mode");
    if (!call.child(Field::kArguments).is(Kind::kArgumentList)) return {};
    if (!mode) return of(kFile);
    if (!mode.is(Kind::kString)) return {};
    return of(StringLiteral(mode).body().find('b') == std::string_view::npos ? kFile : kBinaryFile);
  }

  Found method(Node call, Node function, int depth) {
    const std::string_view name = function.child(Field::kAttribute).text();
    if (name == "encode" || name == "decode") return coded(call, name == "encode");
    if (name == "has_key") return of(kNumber);  // of whatever mapping
    const Found object = evaluate(function.child(Field::kObject), depth + 1);
    const ValueType type = object.value.type;
    const Fact* known = known_method(name);
    const bool is_string = object.pending || type == kText || type == kBytes;
    if (is_string && gives(known, "same")) return {{.type = type}, object.pending};
    if (type == kText || type == kBytes || type == kFile || type == kBinaryFile || type == kMapping)
      if (const auto given = type_given(known)) return of(*given);
    const bool reads = name == "read" || name == "readline";
    if (reads && (type == kFile || type == kBinaryFile)) return of(type == kFile ? kText : kBytes);
    if (name == "fromkeys" && names_.resolves_to(function.child(Field::kObject), "__builtin__.dict"))
      return of(kMapping);
    if (const Node type = class_of_self(function.child(Field::kObject), names_)) return of_method(type, name, depth);
    return {};
  }

  static Found coded(Node call, bool encodes) {
    const Node codec = argument_named(call, 0, "encoding");
    if (codec ? !names_encoding(codec) : call.child(Field::kArguments).named_child_count() != 0) return {};
    if (codec.is(Kind::kString) && is_one_of(kOtherCodecs, StringLiteral(codec).body())) return {};
    return of(encodes ? kBytes : kText);
  }

  // What a method of `self` gives.
  Found of_method(Node type, std::string_view name, int depth) {
    const Scope& scope = names_.scope_opened_by(type);
    const Binding* member = names_.lookup(name, scope);
    return member != nullptr && member->scope == &scope ? returned_by(*member, depth) : Found{};
  }

  // What a function of this file gives.
  Found returned(Node function, int depth) {
    const Binding* binding = function.is(Kind::kIdentifier) ? names_.binding(function) : nullptr;
    return binding != nullptr ? returned_by(*binding, depth) : Found{};
  }
  Found returned_by(const Binding& binding, int depth) {
    if (binding.sites.size() != 1 || binding.sites.front().kind != BindingKind::kFunction) return {};
    const Node definition = binding.sites.front().statement;
    if (definition.parent().is(Kind::kDecoratedDefinition)) return {};
    if (is_generator(definition)) return of(kIterator);
    const std::vector<Node> statements = definition.child(Field::kBody).named_children();
    if (statements.empty() || !statements.back().is(Kind::kReturnStatement)) return {};
    if (is_pending(&binding)) return {{}, true};
    in_question_.push_back(&binding);
    Found result{{}, true};
    for (Node node : definition.child(Field::kBody).descendants()) {
      if (++steps_ > 4000) result = {};
      if (!node.is(Kind::kReturnStatement) || node.ancestor(Kind::kFunctionDefinition) != definition) continue;
      result = combined(result, node.named_child(0) ? evaluate(node.named_child(0), depth + 1) : of(kNone));
      if (result.value == Value() && !result.pending) break;
    }
    in_question_.pop_back();
    return result.pending ? Found{} : result;
  }

  Found attribute(Node node, int depth) {
    const std::string name = names_.qualified(node);
    if (const auto type = type_named(name)) return of(*type);
    if (!name.empty()) return {};
    const std::string_view last = node.child(Field::kAttribute).text();
    if (last == "__dict__") return of(kMapping);
    const Node type = class_of_self(node.child(Field::kObject), names_);
    return type ? stored(type, last, depth) : Found{};
  }

  // What `self.x` is given in the class, and `y.x` anywhere in the file.
  Found stored(Node type, std::string_view name, int depth) {
    Found result{{}, true};
    for (Node store : stores_of(name, type.tree())) {
      const Node owner = class_of_self(store.child(Field::kObject), names_);
      if (owner && owner != type) continue;
      const Node assignment = store.parent();
      if (!assignment.is(Kind::kAssignment) || store.field() != Field::kLeft) return {};
      if (is_pending(assignment)) continue;
      pending_nodes_.push_back(assignment);
      result = combined(result, evaluate(assignment.child(Field::kRight), depth + 1));
      pending_nodes_.pop_back();
      if (result.value == Value() && !result.pending) return {};
    }
    const Scope& scope = names_.scope_opened_by(type);
    const Binding* member = names_.lookup(name, scope);
    if (member != nullptr && member->scope == &scope) result = combined(result, bound(*member, depth));
    return result.pending ? Found{} : result;
  }

  const std::vector<Node>& stores_of(std::string_view name, const Tree& tree) {
    Names::Memory& memory = names_.memory();
    if (!memory.knows_stores) {
      memory.knows_stores = true;
      for (Node node : tree.root().descendants())
        if (node.is(Kind::kAttribute) && is_store(node))
          memory.stores[node.child(Field::kAttribute).text()].push_back(node);
    }
    return memory.stores[name];
  }
  static bool is_store(Node node) {
    while (node.parent().is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern)) node = node.parent();
    return (node.field() == Field::kLeft &&
            node.parent().is_any(Kind::kAssignment, Kind::kForStatement, Kind::kForInClause)) ||
           node.parent().is(Kind::kAsPattern);
  }

  Found variable(Node node, int depth) {
    const Binding* binding = names_.binding(node);
    if (binding != nullptr) {
      if (binding->sites.size() == 1 && binding->sites.front().kind == BindingKind::kImport)
        return of(type_named(names_.qualified(node)).value_or(kUnknown));
      return bound(*binding, depth);
    }
    return node.text() == "True" || node.text() == "False" ? of(kNumber) : Found{};
  }

  Found bound(const Binding& binding, int depth) {
    constexpr std::size_t kTooMany = 40;
    if (binding.sites.size() > kTooMany) return {};
    if (is_pending(&binding)) return {{}, true};
    auto& known = names_.memory().values;
    if (const auto found = known.find(&binding); found != known.end()) return {found->second};
    in_question_.push_back(&binding);
    Found result{{}, true};
    for (const BindingSite& site : binding.sites) {
      result = combined(result, given(site, depth));
      if (!result.pending && result.value == Value()) break;
    }
    in_question_.pop_back();
    if (result.pending) result = {};
    // What was found while another was in question depends on that.
    if (in_question_.empty() && pending_nodes_.empty()) known.emplace(&binding, result.value);
    return result;
  }

  Found given(const BindingSite& site, int depth) {
    const Found nothing{{}, true};
    const Node parent = site.node.parent();
    if (site.kind == BindingKind::kGlobal || site.kind == BindingKind::kNonlocal || site.kind == BindingKind::kDelete)
      return nothing;
    if (site.kind == BindingKind::kFunction) return of(kFunction);
    if (site.kind != BindingKind::kAssignment) return {};
    if (parent.is(Kind::kAugmentedAssignment)) {
      // Text stays text, whatever is put behind it.
      const Found more = evaluate(parent.child(Field::kRight), depth + 1);
      return more.value.is(kNumber) || more.value.is(kBytes) ? more : nothing;
    }
    if (site.node.field() == Field::kLeft && parent.is(Kind::kAssignment))
      return parent.child(Field::kRight) ? evaluate(parent.child(Field::kRight), depth + 1) : Found{};
    if (site.node.field() == Field::kLeft && parent.is_any(Kind::kForStatement, Kind::kForInClause))
      return item_of(parent.child(Field::kRight), depth);
    const Node as = site.node.ancestor(Kind::kAsPattern);
    if (site.statement.is(Kind::kWithStatement) && as && as.is_within(site.statement) && parent.parent() == as)
      return evaluate(as.first_child(), depth + 1);
    return {};
  }

  // What a loop over it is given.
  Found item_of(Node iterable, int depth) {
    const Found whole = evaluate(iterable, depth + 1);
    if (whole.value.is(kText) || whole.value.is(kFile)) return of(kText);
    if (whole.value.is(kBinaryFile)) return of(kBytes);
    const Node function = iterable.child(Field::kFunction);
    const std::string_view method = function.child(Field::kAttribute).text();
    if (!iterable.is(Kind::kCall) || !whole.value.is(kList)) return {};
    if (type_given(known_method(method)) == kList) {
      const ValueType type = evaluate(function.child(Field::kObject), depth + 1).value.type;
      return type == kText || type == kFile ? of(kText) : Found{};
    }
    return names_.resolves_to(function, "__builtin__.range") ? of(kNumber) : Found{};
  }

  bool is_pending(const Binding* binding) const {
    return std::find(in_question_.begin(), in_question_.end(), binding) != in_question_.end();
  }
  bool is_pending(Node node) const {
    return std::find(pending_nodes_.begin(), pending_nodes_.end(), node) != pending_nodes_.end();
  }

  const Names& names_;
  int steps_ = 0;
  std::vector<const Binding*> in_question_;
  std::vector<Node> pending_nodes_;
};

}  // namespace

bool names_encoding(Node argument) {
  if (argument.is(Kind::kString)) {
    const std::string_view body = StringLiteral(argument).body();
    return !body.empty() && std::all_of(body.begin(), body.end(), [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
    });
  }
  std::string text(argument.text());
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text.find("enc") != std::string::npos || text.find("charset") != std::string::npos ||
         text.find("codec") != std::string::npos;
}

Value value_of(Node expression, const Names& names) { return Evaluator(names).run(expression); }

Node only_value(Node name, const Names& names) {
  const Binding* binding = name.is(Kind::kIdentifier) ? names.binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return {};
  const std::vector<Node> values = values_given(*binding);
  return values.empty() ? Node() : values.front();
}

std::vector<Node> values_given(const Binding& binding) {
  std::vector<Node> values;
  for (const BindingSite& site : binding.sites) {
    const Node assignment = site.node.parent();
    if (!assignment.is(Kind::kAssignment) || site.node.field() != Field::kLeft) return {};
    values.push_back(assignment.child(Field::kRight));
  }
  return values;
}

Node class_of_self(Node expression, const Names& names) {
  const Binding* binding = expression.is(Kind::kIdentifier) ? names.binding(expression) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites.front().kind != BindingKind::kParameter)
    return {};
  const Node function = binding->scope->node;
  if (!function.is(Kind::kFunctionDefinition)) return {};
  const Node definition = function.parent().is(Kind::kDecoratedDefinition) ? function.parent() : function;
  for (Node part : definition.is(Kind::kDecoratedDefinition) ? definition.named_children() : std::vector<Node>())
    if (part.is(Kind::kDecorator) && part.named_child(0).text() == "staticmethod") return {};
  const Node type = definition.parent().parent();
  return type.is(Kind::kClassDefinition) &&
                 function.child(Field::kParameters).named_child(0) == binding->sites.front().node
             ? type
             : Node();
}

Node class_named(Node name, const Names& names) {
  const Binding* binding = name.is(Kind::kIdentifier) ? names.binding(name) : nullptr;
  const bool single = binding != nullptr && binding->sites.size() == 1;
  return single && binding->sites.front().kind == BindingKind::kClass ? binding->sites.front().statement : Node();
}

}  // namespace py3k::engine
