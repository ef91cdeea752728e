#include "engine/flow/flow_builder.h"

#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/one_of.h"
#include "engine/syntax/precedence.h"

namespace py3k::engine {

namespace {

constexpr std::size_t kMostTracked = 400;

bool is_definition(Node node) { return node.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition, Kind::kLambda); }

}  // namespace

FlowBuilder::FlowBuilder(const Tree& tree, const Names& names, FlowSettings settings)
    : tree_(tree), names_(names), settings_(std::move(settings)) {
  flow_.of_node.assign(tree.size(), kNoVertex);
  graph().reserve(tree.size() / 2);  // of 2.7's library nine of ten files need less
}

ValueFlow FlowBuilder::run() {
  find_families();
  frame_.scope = &names_.scope_of(tree_.root());
  frame_.tracks = names_.bindings_in(*frame_.scope).size() <= kMostTracked;
  run_block(tree_.root());
  for (std::size_t i = 0; i < bodies_.size(); ++i) run_body(bodies_[i].first);
  most_vertices_ = graph().size() * 4 + 1000;
  const auto on_object = [this](VertexId vertex, const FlowDemand& demand, ObjectId object) {
    meet_object(vertex, demand, object);
  };
  const auto on_bits = [this](VertexId vertex, const FlowDemand& demand, std::uint8_t bits) {
    meet_bits(vertex, demand, bits);
  };
  graph().spread(on_object, on_bits);
  resolve_by_name();
  graph().spread(on_object, on_bits);
  // What nothing has come out of is what nobody knows.
  for (const CallSite& site : calls_) {
    const Vertex& result = graph().vertex(site.result);
    if (result.holds == 0 && result.objects.empty()) graph().put(site.result, kHoldsUnknown);
  }
  for (const Conversion& conversion : flow_.conversions)
    if (conversion.kind == Conversion::Kind::kStr && (graph().vertex(conversion.argument).holds & kHoldsString) == 0)
      put_text(conversion.result, conversion.call, "str() gives text");
  graph().spread(on_object, on_bits);
  flow_.is_ascii.resize(graph().size());
  flow_.is_visible.resize(graph().size());
  return std::move(flow_);
}

void FlowBuilder::mark(std::vector<bool>& vertices, VertexId vertex) {
  if (vertices.size() <= vertex) vertices.resize(vertex + 1);
  vertices[vertex] = true;
}

void FlowBuilder::put_text(VertexId vertex, Node at, std::string why) {
  if ((graph().vertex(vertex).holds & kHoldsText) != 0) return;
  graph().put(vertex, kHoldsText);
  graph().pin({vertex, false, kCertain, at, std::move(why)});
}

// What a function gives: it can be decoded there.
void FlowBuilder::put_bytes(VertexId vertex, Node at, std::string why, bool is_ascii) {
  const VertexId source = made(at, kHoldsBytes);
  graph().pin({source, true, kCertain, at, std::move(why)});
  if (is_ascii) mark_ascii(source);
  graph().link({.from = source, .to = vertex, .link = Link::kSource, .cost = is_ascii ? 1U : 0U, .at = at});
}

// What is said of an object is as sure as it is that the object is there.
void FlowBuilder::hint(VertexId to) {
  if (met_ == kNoVertex) return;
  graph().link(
      {.from = met_, .to = to, .link = Link::kHint, .carries = kHoldsUnknown | kHoldsOther, .carries_objects = false});
}

// Methods that hardly anything but one class of the library has.
void FlowBuilder::resolve_by_name() {
  constexpr std::pair<std::string_view, std::string_view> kOwners[] = {
      {"recv", "socket.socket"},   {"recvfrom", "socket.socket"},       {"sendall", "socket.socket"},
      {"sendto", "socket.socket"}, {"communicate", "subprocess.Popen"}, {"digest", "hash"},
      {"hexdigest", "hash"}};
  for (std::size_t i = 0; i < calls_.size(); ++i) {
    const CallSite site = calls_[i];
    if (site.object == kNoVertex || !graph().vertex(site.object).objects.empty()) continue;
    const std::string_view name = site.call.child(Field::kFunction).child(Field::kAttribute).text();
    for (const auto& [method, owner] : kOwners) {
      if (name != method || defined_.contains(name)) continue;
      graph().put(site.object, kHoldsOther);
      met_ = site.object;
      library_call(site, std::string(owner) + "." + std::string(method), true);
      met_ = kNoVertex;
      graph().put(site.result, kHoldsOther);
    }
  }
}

// --- classes

void FlowBuilder::find_families() {
  std::vector<Node> classes;
  for (Node node : tree_.root().descendants())
    if (node.is(Kind::kClassDefinition)) classes.push_back(node);
  std::map<std::uint32_t, std::uint32_t> parent;
  const auto root = [&](std::uint32_t at) {
    while (parent.contains(at) && parent[at] != at) at = parent[at];
    return at;
  };
  for (Node type : classes) {
    parent.emplace(type.index(), type.index());
    for (Node argument : type.child(Field::kSuperclasses).named_children()) {
      const Node other = class_named(argument, names_);
      if (!other || other.index() >= type.index()) continue;
      parent[root(type.index())] = root(other.index());
    }
  }
  std::map<std::uint32_t, std::uint32_t> by_root;
  for (Node type : classes) {
    const auto [found, is_new] = by_root.emplace(root(type.index()), static_cast<std::uint32_t>(families_.size()));
    if (is_new) families_.emplace_back();
    Family& family = families_[found->second];
    family.classes.push_back(type);
    family_by_class_[type.index()] = found->second;
    for (Node argument : type.child(Field::kSuperclasses).named_children()) {
      if (class_named(argument, names_)) continue;
      const std::string name = meaning(argument);
      if (name.empty())
        family.is_open = true;
      else
        family.library.push_back(name);
    }
  }
}

std::uint32_t FlowBuilder::family_of(Node class_definition) { return family_by_class_.at(class_definition.index()); }

// --- variables

bool FlowBuilder::is_tracked(const Binding& binding) const {
  return frame_.tracks && binding.scope == frame_.scope && binding.sites.size() > 1 &&
         std::none_of(binding.sites.begin(), binding.sites.end(), [](const BindingSite& site) {
           return site.kind == BindingKind::kGlobal || site.kind == BindingKind::kNonlocal;
         });
}

bool FlowBuilder::is_captured(const Binding& binding) {
  const auto [found, is_new] = captured_.emplace(key_of(binding), false);
  if (is_new)
    found->second = std::any_of(binding.uses.begin(), binding.uses.end(),
                                [&](Node use) { return &names_.scope_of(use) != binding.scope; });
  return found->second;
}

VertexId FlowBuilder::base(const Binding& binding) {
  const auto [found, is_new] = bases_.emplace(key_of(binding), kNoVertex);
  if (is_new) {
    found->second = made(binding.sites.front().node, 0);
    if (binding.scope->kind == ScopeKind::kModule && !binding.name.starts_with('_'))
      mark(flow_.is_visible, found->second);
  }
  return found->second;
}

VertexId FlowBuilder::read(Node identifier) {
  const Binding* binding = names_.binding(identifier);
  if (binding == nullptr) {
    const bool is_bool = identifier.text() == "True" || identifier.text() == "False";
    return made(identifier, is_bool ? kHoldsNumber : kHoldsUnknown);
  }
  if (binding->scope == frame_.scope)
    if (const auto found = env_.versions.find(key_of(*binding)); found != env_.versions.end()) return found->second;
  return base(*binding);
}

void FlowBuilder::write(Node identifier, VertexId value) {
  const Binding* binding = names_.binding(identifier);
  if (binding == nullptr) return;
  if (!is_tracked(*binding)) return graph().same(value, base(*binding));
  const VertexId version = made(identifier, 0);
  graph().same(value, version);
  if (is_captured(*binding)) graph().same(version, base(*binding));
  env_.versions[key_of(*binding)] = version;
  writes_.emplace_back(binding, version);
}

FlowBuilder::Env FlowBuilder::join(std::vector<Env> envs) {
  std::erase_if(envs, [](const Env& env) { return env.is_dead; });
  if (envs.empty()) return {.is_dead = true};
  if (envs.size() == 1) return std::move(envs.front());
  Env joined = std::move(envs.front());
  for (auto& [key, vertex] : joined.versions)
    if (const auto before = narrowed_.find(vertex); before != narrowed_.end()) vertex = before->second;
  for (std::size_t i = 1; i < envs.size(); ++i) {
    for (auto [key, vertex] : envs[i].versions) {
      if (const auto before = narrowed_.find(vertex); before != narrowed_.end()) vertex = before->second;
      const auto [found, is_new] = joined.versions.emplace(key, vertex);
      if (is_new || found->second == vertex) continue;
      const VertexId both = made(tree_.node(key), 0);
      graph().same(found->second, both);
      graph().same(vertex, both);
      found->second = both;
    }
  }
  return joined;
}

std::vector<const Binding*> FlowBuilder::assigned_in(Node part) {
  auto [found, is_new] = tracked_in_.emplace(frame_.scope, std::vector<const Binding*>());
  if (is_new)
    for (const Binding* binding : names_.bindings_in(*frame_.scope))
      if (is_tracked(*binding)) found->second.push_back(binding);
  std::vector<const Binding*> assigned;
  for (const Binding* binding : found->second) {
    const auto first =
        std::lower_bound(binding->sites.begin(), binding->sites.end(), part.index(),
                         [](const BindingSite& site, std::uint32_t at) { return site.node.index() < at; });
    if (first != binding->sites.end() && first->node.index() < part.subtree_end()) assigned.push_back(binding);
  }
  return assigned;
}

void FlowBuilder::assign(Node target, VertexId value, Node given, int depth) {
  if (depth > kDeepest) return;
  switch (target.kind()) {
    case Kind::kIdentifier:
      return write(target, value);
    case Kind::kAttribute:
      return graph().demand(evaluate(target.child(Field::kObject)), {.kind = FlowDemand::Kind::kStore,
                                                                     .name = target.child(Field::kAttribute).text(),
                                                                     .value = value,
                                                                     .at = target,
                                                                     .given = given});
    case Kind::kSubscript: {
      const Node key = target.child(Field::kSubscript);
      return graph().demand(evaluate(target.child(Field::kValue)), {.kind = FlowDemand::Kind::kItemStore,
                                                                    .value = value,
                                                                    .key = key ? evaluate(key) : kNoVertex,
                                                                    .is_slice = key.is(Kind::kSlice),
                                                                    .at = key,
                                                                    .given = given});
    }
    case Kind::kPatternList:
    case Kind::kTuplePattern:
    case Kind::kListPattern:
    case Kind::kTuple:
    case Kind::kExpressionList: {
      const std::vector<Node> parts = target.named_children();
      const std::vector<Node> values =
          given.is_any(Kind::kTuple, Kind::kExpressionList, Kind::kList) ? given.named_children() : std::vector<Node>();
      for (std::uint32_t i = 0; i < parts.size(); ++i) {
        if (values.size() == parts.size()) {
          assign(parts[i], evaluate(values[i]), values[i], depth + 1);
          continue;
        }
        const VertexId part = made(parts[i], 0);
        graph().demand(value, {.kind = FlowDemand::Kind::kUnpack, .value = part, .position = i, .at = target});
        assign(parts[i], part, {}, depth + 1);
      }
      return;
    }
    case Kind::kParenthesizedExpression:
    case Kind::kListSplatPattern:
    case Kind::kUnknown:
      if (target.named_child(0)) assign(target.named_child(0), value, given, depth + 1);
      return;
    default:
      return;
  }
}

// --- statements

void FlowBuilder::run_block(Node block) {
  if (depth_ > kDeepest) return;
  ++depth_;
  for (Node statement : block.named_children()) run_statement(statement);
  --depth_;
}

void FlowBuilder::evaluate_children(Node node) {
  for (Node child : node.named_children()) evaluate(child);
}

void FlowBuilder::run_statement(Node statement) {
  switch (statement.kind()) {
    case Kind::kExpressionStatement:
      return run_expression_statement(statement);
    case Kind::kPrintStatement:
      return run_print(statement);
    case Kind::kReturnStatement:
      if (const Node value = statement.named_child(0)) {
        const VertexId given = evaluate(value);
        if (frame_.function < functions_.size() && functions_[frame_.function].result != kNoVertex)
          use(given, value, functions_[frame_.function].result, UseKind::kOther);
      } else if (frame_.function < functions_.size()) {
        graph().put(functions_[frame_.function].result, kHoldsNone);
      }
      env_.is_dead = true;
      return;
    case Kind::kRaiseStatement:
      evaluate_children(statement);
      env_.is_dead = true;
      return;
    case Kind::kBreakStatement:
      frame_.breaks.push_back(env_);
      env_.is_dead = true;
      return;
    case Kind::kContinueStatement:
      frame_.continues.push_back(env_);
      env_.is_dead = true;
      return;
    case Kind::kIfStatement:
      return run_if(statement);
    case Kind::kWhileStatement:
    case Kind::kForStatement:
      return run_loop(statement);
    case Kind::kTryStatement:
      return run_try(statement);
    case Kind::kWithStatement:
      return run_with(statement);
    case Kind::kFunctionDefinition:
      return run_definition(statement, {});
    case Kind::kClassDefinition:
      return run_class(statement);
    case Kind::kDecoratedDefinition: {
      std::vector<Node> decorators;
      for (Node part : statement.named_children()) {
        if (part.is(Kind::kDecorator)) decorators.push_back(part.named_child(0));
        if (part.is(Kind::kFunctionDefinition)) run_definition(part, decorators);
        if (part.is(Kind::kClassDefinition)) run_class(part);
      }
      return;
    }
    case Kind::kAssertStatement:
      return evaluate_children(statement);
    default:
      return;
  }
}

void FlowBuilder::run_expression_statement(Node statement) {
  for (Node part : statement.named_children()) evaluate(part);
}

void FlowBuilder::run_print(Node statement) {
  bool is_target = static_cast<bool>(statement.child(Kind::kTokenRightShift));
  std::vector<Node> items = statement.named_children();
  const bool is_tuple = items.size() == 1 && items.front().is(Kind::kTuple);
  if (is_tuple && settings_.is_written && settings_.is_written(statement.start()))
    items = items.front().named_children();
  for (Node item : items) {
    const VertexId value = evaluate(item);
    is_target ? print_to(value, item) : printed(value, item);
    is_target = false;
  }
}

void FlowBuilder::print_to(VertexId file, Node at) {
  const VertexId data = made(at, 0);
  put_text(data, at, "print gives text");
  graph().demand(file, {.kind = FlowDemand::Kind::kStore, .name = ".printed", .value = data, .at = at});
}

void FlowBuilder::printed(VertexId value, Node item) {
  want(value, item, false, UseKind::kPrint, 10, "it is printed");
  graph().demand(value, {.kind = FlowDemand::Kind::kAgree, .name = "shown", .value = value, .at = item});
}

void FlowBuilder::narrow(Node condition, bool holds) {
  condition = inside_parentheses(condition);
  if (condition.is(Kind::kNotOperator)) return narrow(condition.child(Field::kArgument), !holds);
  if (condition.is(Kind::kBooleanOperator)) {
    const bool both = static_cast<bool>(condition.child(Kind::kTokenAnd));
    if (both != holds) return;
    narrow(condition.child(Field::kLeft), holds);
    return narrow(condition.child(Field::kRight), holds);
  }
  Node subject;
  if (condition.is(Kind::kCall) && condition.child(Field::kFunction).text() == "isinstance")
    subject = condition.child(Field::kArguments).named_child(0);
  if (condition.is(Kind::kComparisonOperator)) {
    const Node first = condition.named_child(0);
    if (first.is(Kind::kCall) && first.child(Field::kFunction).text() == "type")
      subject = first.child(Field::kArguments).named_child(0);
  }
  const Binding* binding = subject.is(Kind::kIdentifier) ? names_.binding(subject) : nullptr;
  if (binding == nullptr || binding->scope != frame_.scope) return;
  const VertexId before = read(subject);
  const auto earlier = narrowed_.find(before);
  const VertexId inside = unknown(subject);
  narrowed_[inside] = earlier == narrowed_.end() ? before : earlier->second;
  env_.versions[key_of(*binding)] = inside;
}

void FlowBuilder::run_if(Node statement) {
  std::vector<Env> ends;
  bool has_else = false;
  Env others = env_;
  const auto run_branch = [&](Node condition, Node block) {
    env_ = others;
    if (condition) {
      evaluate(condition);
      others = env_;
      narrow(condition, true);
    }
    if (block) run_block(block);
    ends.push_back(std::move(env_));
    if (!condition) return;
    env_ = std::move(others);
    narrow(condition, false);
    others = std::move(env_);
  };
  run_branch(statement.child(Field::kCondition), statement.child(Field::kConsequence));
  for (Node clause : statement.named_children()) {
    if (clause.is(Kind::kElifClause)) run_branch(clause.child(Field::kCondition), clause.child(Field::kConsequence));
    if (!clause.is(Kind::kElseClause)) continue;
    has_else = true;
    run_branch({}, clause.child(Field::kBody));
  }
  if (!has_else) ends.push_back(std::move(others));
  env_ = join(std::move(ends));
}

void FlowBuilder::run_loop(Node statement) {
  const bool is_for = statement.is(Kind::kForStatement);
  VertexId item = kNoVertex;
  if (is_for) {
    item = made(statement.child(Field::kLeft), 0);
    iterate(statement.child(Field::kRight), item, statement);
  }
  std::vector<std::pair<Key, VertexId>> heads;
  for (const Binding* binding : assigned_in(statement)) {
    const Key key = key_of(*binding);
    const auto before = env_.versions.find(key);
    const VertexId head = made(tree_.node(key), 0);
    if (before != env_.versions.end()) graph().same(before->second, head);
    heads.emplace_back(key, head);
    env_.versions[key] = head;
  }
  std::vector<Env> breaks;
  std::vector<Env> continues;
  breaks.swap(frame_.breaks);
  continues.swap(frame_.continues);
  if (!is_for) evaluate(statement.child(Field::kCondition));
  const Env head = env_;
  if (is_for) assign(statement.child(Field::kLeft), item, {});
  if (!is_for) narrow(statement.child(Field::kCondition), true);
  run_block(statement.child(Field::kBody));
  frame_.continues.push_back(std::move(env_));
  const Env end = join(std::move(frame_.continues));
  for (const auto& [key, vertex] : heads)
    if (const auto last = end.versions.find(key); !end.is_dead && last != end.versions.end())
      graph().same(last->second, vertex);
  env_ = head;
  if (const Node otherwise = statement.child(Kind::kElseClause)) run_block(otherwise.child(Field::kBody));
  std::vector<Env> ends = std::move(frame_.breaks);
  ends.push_back(std::move(env_));
  frame_.breaks = std::move(breaks);
  frame_.continues = std::move(continues);
  env_ = join(std::move(ends));
}

void FlowBuilder::run_try(Node statement) {
  const Env before = env_;
  const std::size_t first = writes_.size();
  run_block(statement.child(Field::kBody));
  // Whatever was assigned in the body may be there when an exception comes.
  Env raised = before;
  std::map<Key, VertexId> joined;
  for (std::size_t i = first; i < writes_.size(); ++i) {
    const auto& [binding, version] = writes_[i];
    if (binding->scope != frame_.scope) continue;
    const Key key = key_of(*binding);
    const auto [found, is_new] = joined.emplace(key, kNoVertex);
    if (is_new) {
      found->second = made(tree_.node(key), 0);
      if (const auto old = before.versions.find(key); old != before.versions.end())
        graph().same(old->second, found->second);
    }
    graph().same(version, found->second);
  }
  for (const auto& [key, vertex] : joined) raised.versions[key] = vertex;
  if (const Node otherwise = statement.child(Kind::kElseClause)) run_block(otherwise.child(Field::kBody));
  std::vector<Env> ends;
  ends.push_back(std::move(env_));
  for (Node clause : statement.named_children()) {
    if (!clause.is(Kind::kExceptClause)) continue;
    env_ = raised;
    caught(clause, statement.child(Field::kBody));
    for (Node part : clause.named_children()) {
      if (part.is(Kind::kBlock)) run_block(part);
    }
    ends.push_back(std::move(env_));
  }
  env_ = join(std::move(ends));
  if (const Node clause = statement.child(Kind::kFinallyClause)) {
    const bool is_dead = env_.is_dead;
    if (is_dead) env_ = raised;
    run_block(clause.child(Kind::kBlock));
    env_.is_dead = env_.is_dead || is_dead;
  }
}

// except subprocess.CalledProcessError, e: e.output
void FlowBuilder::caught(Node clause, Node body) {
  const Node pattern = clause.named_child(0);
  const Node comma = clause.child(Kind::kTokenComma);
  Node target = pattern.is(Kind::kAsPattern) ? pattern.child(Kind::kTokenAs).next() : comma ? comma.next() : Node();
  if (target.is(Kind::kUnknown)) target = target.first_child();
  const Node type = comma ? comma.previous() : pattern.named_child(0);
  const std::string name = target.is(Kind::kIdentifier) ? meaning(type) : "";
  if (name != "subprocess.CalledProcessError" && name != "urllib2.HTTPError") return;
  if (body.text().find("universal_newlines") != std::string_view::npos) return;
  const VertexId value = made(target, 0);
  give(value, name, nullptr, clause, "", false);
  write(target, value);
}

void FlowBuilder::run_with(Node statement) {
  for (Node item : statement.child(Kind::kWithClause).named_children()) {
    const Node what = item.named_child(0);
    if (!what.is(Kind::kAsPattern)) {
      evaluate(what);
      continue;
    }
    const VertexId value = evaluate(what.named_child(0));
    const VertexId entered = made(what, 0);
    graph().demand(value, {.kind = FlowDemand::Kind::kLoad, .name = "__enter__()", .value = entered, .at = what});
    const Node target = what.named_child(1);
    assign(target, entered, {});
  }
  run_block(statement.child(Field::kBody));
}

// --- definitions

void FlowBuilder::add_parameters(Function& function, Node parameters, Node owner) {
  bool is_first = true;
  for (Node parameter : parameters.named_children()) {
    Node name = parameter;
    Node value;
    if (parameter.is(Kind::kDefaultParameter)) {
      name = parameter.child(Field::kName);
      if (!name) name = parameter.named_child(0);
      value = parameter.child(Field::kValue);
    }
    const VertexId vertex =
        name.is(Kind::kIdentifier) && names_.binding(name) != nullptr ? base(*names_.binding(name)) : made(name, 0);
    if (value) graph().same(evaluate(value), vertex);
    if (parameter.is(Kind::kListSplatPattern) || parameter.is(Kind::kDictionarySplatPattern)) {
      if (const Binding* binding = names_.binding(parameter.named_child(0))) graph().put(base(*binding), kHoldsUnknown);
      continue;
    }
    if (is_first && function.is_method && owner)
      graph().put_object(vertex, instance_of(family_of(owner)));
    else if (!function.is_closed)
      graph().put(vertex, kHoldsOther);
    is_first = false;
    function.parameters.emplace_back(name.text(), vertex);
  }
}

void FlowBuilder::run_definition(Node definition, const std::vector<Node>& decorators) {
  const Node name = definition.child(Field::kName);
  defined_.insert(name.text());
  const Node block =
      definition.parent().is(Kind::kDecoratedDefinition) ? definition.parent().parent() : definition.parent();
  const Node owner = block.parent().is(Kind::kClassDefinition) ? block.parent() : Node();
  bool is_static = false;
  bool is_property = false;
  bool is_other = false;
  for (Node decorator : decorators) {
    evaluate(decorator);
    const std::string_view what = decorator.text();
    is_static |= what == "staticmethod";
    is_property |= what == "property";
    is_other |= what != "staticmethod" && what != "property" && what != "classmethod";
  }
  Function function{.node = definition};
  function.result = made(definition, 0);
  function.is_method = owner && !is_static;
  const bool is_nested = !owner && frame_.scope->kind == ScopeKind::kFunction;
  function.is_closed = is_nested || (name.text().starts_with("_") && !name.text().ends_with("__"));
  add_parameters(function, definition.child(Field::kParameters), owner);
  if (!function.is_closed) mark(flow_.is_visible, function.result);
  const auto index = static_cast<std::uint32_t>(functions_.size());
  const VertexId result = function.result;
  constexpr std::string_view kGiveText[] = {"__str__", "__repr__", "__unicode__"};
  if (owner && is_one_of(kGiveText, name.text()))
    graph().pin({result, false, kCertain, name, std::string(name.text()) + "() gives text", true});
  functions_.push_back(std::move(function));
  bodies_.emplace_back(index, 0);
  const VertexId value = made(definition, is_other ? kHoldsUnknown : std::uint8_t{0});
  if (is_property) {
    graph().same(result, value);
  } else if (!is_other) {
    FlowObject object{.kind = FlowObject::Kind::kFunction, .site = definition};
    object.function = index;
    graph().put_object(value, graph().make(std::move(object)));
  }
  write(name, value);
}

void FlowBuilder::run_class(Node definition) {
  for (Node argument : definition.child(Field::kSuperclasses).named_children()) evaluate(argument);
  const VertexId value = made(definition, 0);
  FlowObject object{.kind = FlowObject::Kind::kClass, .site = definition};
  object.function = family_of(definition);
  graph().put_object(value, graph().make(std::move(object)));
  write(definition.child(Field::kName), value);
  run_block(definition.child(Field::kBody));
}

void FlowBuilder::run_body(std::uint32_t function) {
  const Node node = functions_[function].node;
  env_ = {};
  frame_ = {};
  frame_.scope = &names_.scope_opened_by(node);
  frame_.function = function;
  frame_.tracks = names_.bindings_in(*frame_.scope).size() <= kMostTracked;
  writes_.clear();
  for (Node parameter : node.child(Field::kParameters).descendants())
    if (parameter.is(Kind::kIdentifier) && !is_definition(parameter.parent()))
      if (const Binding* binding = names_.binding(parameter); binding != nullptr && binding->scope == frame_.scope)
        env_.versions[key_of(*binding)] = base(*binding);
  // Tuples among the parameters.
  std::size_t position = 0;
  for (Node parameter : node.child(Field::kParameters).named_children()) {
    const Node name = parameter.is(Kind::kDefaultParameter) ? parameter.named_child(0) : parameter;
    if (name.is_any(Kind::kListSplatPattern, Kind::kDictionarySplatPattern)) continue;
    if (name.is(Kind::kTuplePattern) && position < functions_[function].parameters.size())
      assign(name, functions_[function].parameters[position].second, {});
    ++position;
  }
  const Node body = node.child(Field::kBody);
  if (body.is(Kind::kBlock)) {
    run_block(body);
    if (!env_.is_dead) graph().put(functions_[function].result, kHoldsNone);
  } else {
    use(evaluate(body), body, functions_[function].result, UseKind::kOther);
  }
}

}  // namespace py3k::engine
