// Escapes of string literals, as both Pythons have them.
#pragma once

#include <cstddef>
#include <string_view>

namespace py3k::fixers {

// Does a backslash before this character stand for itself, in plain literals as in b''? What is not ASCII is left out:
// Python 3 says nothing of it in text, and takes none in b''. (\N, \u and \U depend on the literal.)
bool is_unknown_escape(char next);

// At a backslash: does an octal number above 0377 follow, whose three digits Python 2 cuts down to a byte?
bool is_large_octal(std::string_view body, std::size_t backslash);

}  // namespace py3k::fixers
