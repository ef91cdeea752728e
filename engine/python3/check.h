// The last gate: does Python 3 compile a text? Reads it with a grammar and a symbol table of its own, which share
// nothing with what the engine reads files with; accepts what a Python from 3.9 to 3.13 accepts, no more and no less.
// tests/oracle/verify_test.py holds it against those.
#pragma once

#include <optional>
#include <string_view>

#include "engine/python3/token.h"

namespace py3k::engine::python3 {

struct CheckOptions {
  bool bare_exceptions = false;  // `except A, B:`, which Python 3.14 takes, and Python 2 for something else
};

// The first flaw, as the text is read; nothing where there is none.
std::optional<SyntaxFlaw> check(std::string_view text, const CheckOptions& options = {});

}  // namespace py3k::engine::python3
