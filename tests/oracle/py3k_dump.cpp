// Prints, for each file named on standard input, what our tree holds, for comparison with Python 2.7's own ast.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "engine/dialect/lexer.h"
#include "engine/syntax/tree.h"

using py3k::engine::Field;
using py3k::engine::Kind;
using py3k::engine::Node;

namespace {

std::string_view python_name(Node node) {
  switch (node.kind()) {
    case Kind::kPrintStatement: return "Print";
    case Kind::kExecStatement: return "Exec";
    case Kind::kExpressionStatement: {
      const Node inner = node.first_child();
      if (inner.is(Kind::kAssignment)) return "Assign";
      if (inner.is(Kind::kAugmentedAssignment)) return "AugAssign";
      return "Expr";
    }
    case Kind::kIfStatement: return "If";
    case Kind::kForStatement: return "For";
    case Kind::kWhileStatement: return "While";
    case Kind::kTryStatement: return node.child(Kind::kFinallyClause) ? "TryFinally" : "TryExcept";
    case Kind::kWithStatement: return "With";
    case Kind::kFunctionDefinition: return "FunctionDef";
    case Kind::kClassDefinition: return "ClassDef";
    case Kind::kReturnStatement: return "Return";
    case Kind::kDeleteStatement: return "Delete";
    case Kind::kRaiseStatement: return "Raise";
    case Kind::kImportStatement: return "Import";
    case Kind::kImportFromStatement:
    case Kind::kFutureImportStatement: return "ImportFrom";
    case Kind::kGlobalStatement: return "Global";
    case Kind::kAssertStatement: return "Assert";
    case Kind::kPassStatement: return "Pass";
    case Kind::kBreakStatement: return "Break";
    case Kind::kContinueStatement: return "Continue";
    default: return {};
  }
}

void dump_node(Node node, int depth) {
  std::printf("%*s%.*s", depth * 2, "", static_cast<int>(kind_name(node.kind()).size()), kind_name(node.kind()).data());
  if (!node.first_child()) std::printf(" %s", std::string(node.text()).c_str());
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> options(argv + 1, argv + argc);
  const auto given = [&](std::string_view option) { return std::find(options.begin(), options.end(), option) != options.end(); };
  const bool as_tree = given("--tree");
  const auto language = given("--python3") ? py3k::engine::Language::kPython3 : py3k::engine::Language::kPython2;
  std::string path;
  while (std::getline(std::cin, path)) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream buffer;
    buffer << file.rdbuf();
    const std::string text = buffer.str();
    const auto lexed = py3k::engine::lex(text, {.language = language});
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
    std::printf("{\"path\": \"%s\", \"error\": %s, \"prints\": %zu, \"execs\": %zu, \"reprs\": %zu, \"statements\": [%s]}\n",
                path.c_str(), tree.has_error() || !lexed.error.what.empty() ? "true" : "false", prints, execs, reprs, statements.c_str());
  }
  return 0;
}
