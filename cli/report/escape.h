// Text of unknown origin (paths, messages, source code) made fit for the formats of reports. What is not UTF-8 becomes
// U+FFFD, so that every report is a valid document whatever is in the files.
//
//   xml_text("a < b\x01")            // "a &lt; b\uFFFD"
//   uri_of("my app/\xE9.py")         // "my%20app/%E9.py"
//   github_property("a,b:c%")        // "a%2Cb%3Ac%25"
#pragma once

#include <string>
#include <string_view>

#include "engine/source/encoding.h"

namespace py3k::cli {

// The encoding that a file's text declares; UTF-8 where it declares none.
const engine::Encoding& declared_encoding(std::string_view text);
// UTF-8 as it is; other text by its encoding, where that can read it.
std::string as_utf8(std::string_view text, const engine::Encoding& encoding = engine::utf8_encoding());

// For the content of elements and for attributes in double quotes. XML has no place for most control characters.
std::string xml_text(std::string_view text);

// A path as a reference of RFC 3986: relative paths stay relative, absolute ones get the scheme `file`.
std::string uri_of(std::string_view path);

// For GitHub's workflow commands, `::warning file=PROPERTY::DATA`.
std::string github_property(std::string_view text);
std::string github_data(std::string_view text);

}  // namespace py3k::cli
