#include "fixers/first_statement.h"

#include <algorithm>
#include <iterator>

#include "engine/rewrite/layout.h"
#include "fixers/stand_ins.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

void insert_first(ChangeBuilder& change, Node body, std::string_view lines, const Holes& holes) {
  const Node first = body.named_child(0);
  if (!first || !is_one_line_suite(body)) {
    change.insert_at_start(body, lines, holes);
  } else if (is_docstring(first)) {
    change.insert_after(first, lines, holes);
  } else {
    change.insert_before(first, lines, holes);
  }
}

namespace {

std::string in_steps_of(const Tree& tree, std::string_view code) {
  constexpr std::string_view kLevel = "    ";
  const std::string step = indentation_step(tree);
  std::string text;
  while (!code.empty()) {
    std::string_view line = code.substr(0, line_end(code, 0));
    code.remove_prefix(line.size());
    for (; line.starts_with(kLevel); line.remove_prefix(kLevel.size())) text += step;
    text += line;
  }
  return text;
}

bool is_import(Node statement) {
  return statement.is_any(Kind::kImportStatement, Kind::kImportFromStatement, Kind::kFutureImportStatement);
}

// try: import json
// except ImportError: json = None
bool tries_to_import(Node statement) {
  if (!statement.is(Kind::kTryStatement)) return false;
  const std::vector<Node> tried = statement.child(Field::kBody).named_children();
  return std::any_of(tried.begin(), tried.end(), is_import);
}

// Runs nothing that is defined in the file, as far as that is behind it; holds no use.
bool may_stand_above(Node statement, const std::vector<Node>& uses) {
  for (Node node : statement.subtree())
    if (node.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition, Kind::kDecoratedDefinition)) return false;
  return std::none_of(uses.begin(), uses.end(), [&](Node use) { return use.is_within(statement); });
}

// In the order in which a run of all fixers writes them.
constexpr std::string_view kHelpers[] = {"cmp", "_compare_by_cmp", "_round", "_slice_ends"};

bool comes_before(std::string_view defined, std::string_view name) {
  const auto rank = [](std::string_view it) {
    return std::find(std::begin(kHelpers), std::end(kHelpers), it) - std::begin(kHelpers);
  };
  const bool is_ours = rank(defined) < std::ssize(kHelpers) || is_own_name_of_stand_in(defined);
  return is_ours && (rank(defined) != rank(name) ? rank(defined) < rank(name) : defined < name);
}

}  // namespace

Node place_for_definition(Node module, std::string_view name, const std::vector<Node>& uses) {
  const std::vector<Node> statements = module.named_children();
  std::size_t place = 0;  // behind the last import that counts
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!is_import(statements[i]) && !may_stand_above(statements[i], uses)) break;
    if (is_import(statements[i]) || tries_to_import(statements[i]) || (i == 0 && is_docstring(statements[i])))
      place = i + 1;
  }
  for (; place < statements.size(); ++place) {
    const Node statement = statements[place];
    const Node defined = statement.is(Kind::kDecoratedDefinition) ? statement.child(Field::kDefinition) : statement;
    const bool is_definition = defined.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition);
    if (!is_definition || !comes_before(defined.child(Field::kName).text(), name)) return statement;
  }
  return {};
}

namespace {

// Does a change put something in before it already?
bool is_headed(const Plan& plan, Node place) {
  const std::uint32_t after = place.previous() ? place.previous().end() : 0;
  return std::any_of(plan.changes().begin(), plan.changes().end(), [&](const Change& change) {
    return change.state != ChangeState::kDropped &&
           std::any_of(change.claims.begin(), change.claims.end(), [&](const Claim& claim) {
             return claim.range.start == claim.range.end && claim.range.start > after &&
                    claim.range.start <= place.start();
           });
  });
}

std::string lines_above(Context& cx, Node place) {
  if (place.start() == 0 || !place.previous() || is_headed(cx.plan(), place)) return "";
  const std::string_view between = cx.text().substr(place.previous().end(), place.start() - place.previous().end());
  const auto lines = std::count(between.begin(), between.end(), newline_of(cx.text()).back());
  return lines > 2 ? "" : lines == 2 ? "\n" : "\n\n";
}

}  // namespace

void insert_definition(Context& cx, ChangeBuilder& change, Node place, const std::string& code) {
  change.insert_before(place, lines_above(cx, place) + in_steps_of(cx.tree(), code) + "\n");
}

}  // namespace py3k::fixers
