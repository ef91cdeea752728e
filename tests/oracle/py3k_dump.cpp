// Prints, for each file named on standard input, or with --programs for each program there, ended by a NUL, what our
// tree holds, for comparison with Python 2.7's own ast.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "engine/dialect/dialect.h"
#include "engine/dialect/lexer.h"
#include "engine/syntax/misplaced.h"
#include "engine/syntax/tree.h"

using py3k::engine::Field;
using py3k::engine::Kind;
using py3k::engine::Node;

namespace {

std::string_view python_name(Node node) {
  switch (node.kind()) {
    case Kind::kPrintStatement:
      return "Print";
    case Kind::kExecStatement:
      return "Exec";
    case Kind::kExpressionStatement: {
      const Node inner = node.first_child();
      if (inner.is(Kind::kAssignment)) return "Assign";
      if (inner.is(Kind::kAugmentedAssignment)) return "AugAssign";
      return "Expr";
    }
    case Kind::kIfStatement:
      return "If";
    case Kind::kForStatement:
      return "For";
    case Kind::kWhileStatement:
      return "While";
    case Kind::kTryStatement:
      return node.child(Kind::kFinallyClause) ? "TryFinally" : "TryExcept";
    case Kind::kWithStatement:
      return "With";
    case Kind::kFunctionDefinition:
      return "FunctionDef";
    case Kind::kClassDefinition:
      return "ClassDef";
    case Kind::kReturnStatement:
      return "Return";
    case Kind::kDeleteStatement:
      return "Delete";
    case Kind::kRaiseStatement:
      return "Raise";
    case Kind::kImportStatement:
      return "Import";
    case Kind::kImportFromStatement:
    case Kind::kFutureImportStatement:
      return "ImportFrom";
    case Kind::kGlobalStatement:
      return "Global";
    case Kind::kAssertStatement:
      return "Assert";
    case Kind::kPassStatement:
      return "Pass";
    case Kind::kBreakStatement:
      return "Break";
    case Kind::kContinueStatement:
      return "Continue";
    default:
      return {};
  }
}

// What is compared of expressions, as a text: see oracle27.py.
class Expressions {
 public:
  std::string of(const py3k::engine::Tree& tree) {
    push({tree.root()});
    while (!stack_.empty()) {
      const Part part = stack_.back();
      stack_.pop_back();
      out_ += part.letters;
      if (part.node) enter(part.node);
    }
    return std::move(out_);
  }

 private:
  struct Part {
    Node node;
    std::string letters;
  };
  using Nodes = std::vector<Node>;

  void push(const Nodes& nodes) {
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) stack_.push_back({*node, {}});
  }

  static bool has_comma(Node node) { return static_cast<bool>(node.child(Kind::kTokenComma)); }

  static std::string_view letters(Node node) {
    switch (node.kind()) {
      case Kind::kLambda:
        return "L";
      case Kind::kConditionalExpression:
        return "?";
      case Kind::kDictionary:
        return "D";
      case Kind::kSet:
        return "S";
      case Kind::kListComprehension:
        return "l";
      case Kind::kSetComprehension:
        return "s";
      case Kind::kDictionaryComprehension:
        return "d";
      case Kind::kGeneratorExpression:
        return "g";
      case Kind::kYield:
        return "y";
      case Kind::kComparisonOperator:
        return "<";
      case Kind::kBooleanOperator:
        return "&";
      case Kind::kBinaryOperator:
        return "+";
      case Kind::kNotOperator:
        return "-";
      // The minus of a number is part of it.
      case Kind::kUnaryOperator:
        return node.first_child().text() == "-" && node.named_child(0).is_any(Kind::kInteger, Kind::kFloat) ? "" : "-";
      case Kind::kCall:
        return "(";
      case Kind::kReprExpression:
        return "`";
      case Kind::kInteger:
      case Kind::kFloat:
        return "1";
      case Kind::kString:
      case Kind::kConcatenatedString:
        return "\"";
      case Kind::kAttribute:
        return ".";
      case Kind::kSubscript:
        return "[";
      case Kind::kNoneLiteral:
      case Kind::kIdentifier:
        return "n";
      case Kind::kList:
      case Kind::kListPattern:
        return "m";
      case Kind::kTuple:
      case Kind::kPatternList:
        return ",";
      case Kind::kTuplePattern:
      case Kind::kExpressionStatement:
        return has_comma(node) ? "," : "";
      case Kind::kExpressionList:
        return node.parent().is_any(Kind::kDeleteStatement, Kind::kRaiseStatement) ? "" : ",";
      case Kind::kSlice:
        return ":";
      case Kind::kEllipsis:
        return "e";
      case Kind::kForInClause:
        return "f";
      case Kind::kKeywordArgument:
        return "k";
      default:
        return "";
    }
  }

  void enter(Node node) {
    if (!is_tuple_of_exec(node)) out_ += letters(node);
    switch (node.kind()) {
      case Kind::kString:
      case Kind::kConcatenatedString:
      case Kind::kImportStatement:
      case Kind::kImportFromStatement:
      case Kind::kFutureImportStatement:
      case Kind::kGlobalStatement:
        return;
      case Kind::kAttribute:
        return push({node.child(Field::kObject)});
      case Kind::kKeywordArgument:
        return push({node.child(Field::kValue)});
      case Kind::kCall:
        return call(node);
      case Kind::kParameters:
      case Kind::kLambdaParameters:
        return parameters(node);
      case Kind::kSubscript:
        return subscript(node);
      case Kind::kSlice:
        // A step that isn't there, behind its colon, is None.
        if (node.last_child().is(Kind::kTokenColon) && colons(node) == 2) stack_.push_back({{}, "n"});
        return push(node.named_children());
      case Kind::kForInClause:
        return clause(node);
      case Kind::kFunctionDefinition:
      case Kind::kClassDefinition: {
        Nodes parts = node.named_children();
        parts.erase(parts.begin());
        return push(parts);
      }
      default:
        return push(node.named_children());
    }
  }

  // exec (code, globals)
  static bool is_tuple_of_exec(Node node) {
    Node at = node.parent();
    while (at.is(Kind::kParenthesizedExpression)) at = at.parent();
    const std::size_t count = node.named_child_count();
    return node.is(Kind::kTuple) && at.is(Kind::kExecStatement) && at.named_child_count() == 1 &&
           (count == 2 || count == 3);
  }

  static std::size_t colons(Node slice) {
    std::size_t count = 0;
    for (Node child : slice.children()) count += child.is(Kind::kTokenColon);
    return count;
  }

  void call(Node node) {
    Nodes plain{node.child(Field::kFunction)}, named, splats, keywords;
    const Node arguments = node.child(Field::kArguments);
    if (arguments.is(Kind::kGeneratorExpression)) {
      plain.push_back(arguments);
    } else {
      for (Node argument : arguments.named_children()) {
        const bool is_splat = argument.is_any(Kind::kListSplat, Kind::kListSplatPattern);
        Nodes& list = argument.is(Kind::kKeywordArgument)   ? named
                      : is_splat                            ? splats
                      : argument.is(Kind::kDictionarySplat) ? keywords
                                                            : plain;
        list.push_back(argument);
      }
    }
    push(keywords);
    push(splats);
    push(named);
    push(plain);
  }

  void parameters(Node node) {
    Nodes names, defaults;
    for (Node parameter : node.named_children()) {
      if (parameter.is_any(Kind::kListSplatPattern, Kind::kDictionarySplatPattern)) continue;
      const bool has_default = parameter.is(Kind::kDefaultParameter);
      names.push_back(has_default ? parameter.child(Field::kName) : parameter);
      if (has_default) defaults.push_back(parameter.child(Field::kValue));
    }
    push(defaults);
    push(names);
  }

  void subscript(Node node) {
    Nodes parts = node.named_children();
    const Node value = parts.front();
    parts.erase(parts.begin());
    push(parts);
    const bool is_simple =
        std::none_of(parts.begin(), parts.end(), [](Node part) { return part.is_any(Kind::kSlice, Kind::kEllipsis); });
    if (has_comma(node)) stack_.push_back({{}, is_simple ? "," : "x"});
    push({value});
  }

  void clause(Node node) {
    Nodes parts = node.named_children();
    const Node left = parts.front();
    parts.erase(parts.begin());
    push(parts);
    if (parts.size() > 1) stack_.push_back({{}, ","});
    push({left});
  }

  std::string out_;
  std::vector<Part> stack_;
};

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream buffer;
  buffer << file.rdbuf();
  return buffer.str();
}

// For a JSON string.
std::string escaped(const std::string& letters) {
  std::string out;
  for (char c : letters) out += c == '"' ? std::string("\\\"") : std::string(1, c);
  return out;
}

void dump_node(Node node, int depth) {
  std::printf("%*s%.*s", depth * 2, "", static_cast<int>(kind_name(node.kind()).size()), kind_name(node.kind()).data());
  if (!node.first_child()) std::printf(" %s", std::string(node.text()).c_str());
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> options(argv + 1, argv + argc);
  const auto given = [&](std::string_view option) {
    return std::find(options.begin(), options.end(), option) != options.end();
  };
  const bool as_tree = given("--tree");
  const bool decides = given("--auto");  // which Python it is, as a run does
  const auto language = given("--python3") ? py3k::engine::Language::kPython3 : py3k::engine::Language::kPython2;
  const bool are_programs = given("--programs");
  std::string path;
  for (std::size_t number = 0; std::getline(std::cin, path, are_programs ? '\0' : '\n'); ++number) {
    const std::string text = are_programs ? path : read(path);
    if (are_programs) path = std::to_string(number);
    auto lexed = py3k::engine::lex(text, {.language = language});
    if (decides && py3k::engine::dialect_by_syntax(lexed.evidence) == py3k::engine::Dialect::kPython3) {
      lexed = py3k::engine::lex(text, {.language = py3k::engine::Language::kPython3});
    }
    const auto tree = py3k::engine::Tree::parse(lexed);
    if (as_tree) {
      std::printf("%s\n", lexed.overlay.c_str());
      std::vector<std::uint32_t> ends;
      for (Node node : tree.root().subtree()) {
        while (!ends.empty() && ends.back() <= node.index()) ends.pop_back();
        dump_node(node, static_cast<int>(ends.size()));
        ends.push_back(node.subtree_end());
      }
      continue;
    }
    std::size_t prints = 0, execs = 0, reprs = 0, line = 1, at = 0;
    std::string statements;
    for (Node node : tree.root().subtree()) {
      prints += node.is(Kind::kPrintStatement);
      execs += node.is(Kind::kExecStatement);
      reprs += node.is(Kind::kReprExpression);
      const std::string_view name = python_name(node);
      if (name.empty()) continue;
      // Python 2.7 counts the first decorator's line as the definition's.
      const std::uint32_t start = node.parent().is(Kind::kDecoratedDefinition) ? node.parent().start() : node.start();
      for (; at < start; ++at) {
        if (text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n')) ++line;
      }
      if (!statements.empty()) statements += ", ";
      statements += "[" + std::to_string(line) + ", \"" + std::string(name) + "\"]";
    }
    const std::string expressions = are_programs ? Expressions().of(tree) : "";
    std::printf(
        "{\"path\": \"%s\", \"error\": %s, \"prints\": %zu, \"execs\": %zu, \"reprs\": %zu, \"statements\": [%s]",
        path.c_str(),
        tree.has_error() || !lexed.error.what.empty() || py3k::engine::find_misplaced(tree) ? "true" : "false", prints,
        execs, reprs, statements.c_str());
    if (are_programs) std::printf(", \"expressions\": \"%s\"", escaped(expressions).c_str());
    std::printf("}\n");
  }
  return 0;
}
