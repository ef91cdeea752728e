#include "tests/support/parsed.h"

#include <array>

namespace py3k::tests {

using engine::Field;
using engine::Kind;
using engine::Node;
using engine::Tree;

Node Parsed::find(Kind kind) const {
  for (const Node node : root().subtree())
    if (node.is(kind)) return node;
  return {};
}

Node Parsed::find(std::string_view node_text) const {
  for (Node node : root().descendants()) {
    if (node.text() != node_text) continue;
    while (node.first_child() && node.first_child().range() == node.range()) node = node.first_child();
    return node;
  }
  return {};
}

Node Parsed::expression() const { return root().named_child(0).named_child(0); }

namespace {

constexpr std::string_view kFieldNames[] = {"",
#define PY3K_FIELD(name, text) text,
                                            PY3K_FIELDS(PY3K_FIELD)
#undef PY3K_FIELD
};

}  // namespace

std::string shape(Node node) {
  std::string text = "(" + std::string(kind_name(node.kind()));
  for (const Node child : node.children()) {
    if (!child.is_named()) continue;
    text += ' ';
    if (child.field() != Field::kNone) text += std::string(kFieldNames[static_cast<std::size_t>(child.field())]) + ": ";
    text += shape(child);
  }
  return text + ")";
}

namespace {

std::string flaw_of_node(Node node) {
  Node before;
  std::uint32_t at = node.start();
  std::size_t count = 0;
  for (const Node child : node.children()) {
    if (child.parent() != node) return "a child has another parent";
    if (child.previous() != before) return "previous() is wrong";
    if (before && before.next() != child) return "next() is wrong";
    if (child.start() < at) return "a child begins before its place";
    if (child.end() < child.start()) return "a child ends before it begins";
    at = child.end();
    before = child;
    ++count;
  }
  if (at > node.end()) return "a child ends behind its parent";
  if (node.last_child() != before) return "last_child() is wrong";
  if (before.next()) return "the last child has a next";
  if (node.child_count() != count) return "child_count() is wrong";
  return "";
}

}  // namespace

std::string flaw_of_structure(const Tree& tree) {
  std::uint32_t index = 0;
  for (const Node node : tree.root().subtree()) {
    if (node.index() != index++) return "the indices have gaps";
    if (node.index() > 0 && node.parent().index() >= node.index()) return "a parent comes after its child";
    if (node.subtree_end() <= node.index()) return "a subtree is empty";
    const std::string flaw = flaw_of_node(node);
    if (!flaw.empty()) {
      return flaw + ": " + std::string(kind_name(node.kind())) + " at " + std::to_string(node.start());
    }
  }
  return index == tree.size() ? "" : "nodes are not below the root";
}

std::string random_source(std::mt19937& random, int fragments) {
  static constexpr auto kFragments = std::to_array<std::string_view>({
      "print",
      "exec",
      "in",
      " ",
      "  ",
      "\t",
      "\f",
      "\n",
      "\r\n",
      "\r",
      "\\\n",
      "\\\r\n",
      "\\",
      "\"",
      "'",
      "\"\"\"",
      "'''",
      "u\"",
      "ur'",
      "b'",
      "f'",
      "f\"\"\"",
      "rb\"",
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      "`",
      ",",
      ":",
      ";",
      "=",
      "==",
      ">>",
      "<>",
      "#",
      "# coding: latin-1",
      "x",
      "y.z",
      "async",
      "await",
      "nonlocal",
      "True",
      "False",
      "None",
      "lambda",
      "def f(",
      "class A:",
      "if x:",
      "else:",
      "for i in",
      "return",
      "yield",
      "from",
      "import",
      "raise",
      "except",
      "0777",
      "10L",
      "1.5e",
      ".",
      "...",
      "->",
      ":=",
      "*",
      "**",
      "-",
      "not",
      "match",
      "type",
      "print_function",
      "__future__",
      "\xC3\xA9",
      "\xFF",
      "\x80",
      "\xEF\xBB\xBF",
      "$",
      "?",
      "!",
      "@",
      "~",
      "\x01",
      "\x7F",
  });
  std::uniform_int_distribution<std::size_t> pick(0, kFragments.size() - 1);
  std::string text;
  for (int i = 0; i < fragments; ++i) text += kFragments[pick(random)];
  return text;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace py3k::tests
