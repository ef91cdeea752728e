// A text with its tree, and other small things that tests of the engine share.
//
//   const Parsed source("print x\n");
//   source.find(Kind::kPrintStatement).child(Field::kArgument).text()   // "x"

#pragma once

#include <random>
#include <string>
#include <string_view>

#include "engine/dialect/lexer.h"
#include "engine/syntax/tree.h"

namespace py3k::tests {

struct Parsed {
  explicit Parsed(std::string source, engine::Language language = engine::Language::kPython2)
      : text(std::move(source)), lexed(engine::lex(text, {.language = language})), tree(engine::Tree::parse(lexed)) {}
  Parsed(const Parsed&) = delete;
  Parsed& operator=(const Parsed&) = delete;

  engine::Node root() const { return tree.root(); }
  // The first node, in source order, of a kind, or with a text (the innermost of those with the same).
  engine::Node find(engine::Kind kind) const;
  engine::Node find(std::string_view node_text) const;
  // The outermost expression of the first statement.
  engine::Node expression() const;

  std::string text;
  engine::LexedSource lexed;
  engine::Tree tree;
};

// A tree as an S-expression of named nodes with their fields, tokens left out: "(call function: (identifier) …)".
std::string shape(engine::Node node);

// What is wrong with a tree's ranges, order and links; empty for a sound one.
std::string flaw_of_structure(const engine::Tree& tree);

// Text that goes through all states of a lexer: fragments of Python and stray bytes, at random.
std::string random_source(std::mt19937& random, int fragments);

std::string repeated(std::string_view text, std::size_t times);

}  // namespace py3k::tests
