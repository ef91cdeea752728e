// Codecs by their names, and literals that are bytes.
#pragma once

#include <string>

#include "engine/fixer.h"

namespace py3k::fixers {

// The name in a literal, as codecs are looked up: hex_codec, HEX-codec and Hex_Codec are one.
std::string codec_name(engine::Node literal);

// Does it make bytes of bytes, or (rot13) text of text?
bool is_transform(std::string_view codec);

// Does an except clause catch what encode() raises, by name?
bool catches_encode_error(engine::Node clause);

// Is it a literal of ASCII characters, which Python 2 takes for bytes, or encodes as ASCII where bytes are wanted? b''
// is the same to both Pythons.
bool can_be_bytes(engine::Node literal);
std::string as_bytes(engine::Node literal);

}  // namespace py3k::fixers
