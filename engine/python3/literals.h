// Literals: what Python 3 asks of the inside of strings and numbers.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/python3/token.h"

namespace py3k::engine::python3 {

enum class LiteralKind : std::uint8_t { kText, kBytes };

// The first flaw in the escapes of a body, not raw, that begins at `offset` of its text; its `what` is empty where
// there is none.
SyntaxFlaw flaw_in_escapes(std::string_view body, std::uint32_t offset, LiteralKind kind);

// Has a decimal integer more digits than Python reads?
// https://docs.python.org/3/library/stdtypes.html#int-max-str-digits
bool has_too_many_digits(std::string_view number);

}  // namespace py3k::engine::python3
