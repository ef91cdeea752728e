// Octal numbers are 0o777 since Python 2.6 and nothing else in 3.0 (PEP 3127); there is only one type of whole numbers,
// so that the suffix of a long has gone (PEP 237).
#include <algorithm>
#include <cctype>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_long(std::string_view number) { return number.ends_with('L') || number.ends_with('l'); }

// 00 is no octal number: Python 3 lets it be.
bool is_old_octal(std::string_view digits) {
  return digits.size() > 1 && digits.front() == '0' && digits.find_first_not_of("01234567") == std::string_view::npos &&
         digits.find_first_not_of('0') != std::string_view::npos;
}

// Is it a long under Python 2 with or without the suffix, on all machines? Octal and binary numbers hardly are.
bool is_large(std::string_view digits) {
  constexpr std::size_t kDecimal = 19;  // digits of 2^63 - 1
  constexpr std::size_t kHexadecimal = 16;
  if (digits.front() != '0') return digits.size() > kDecimal;
  if (!digits.starts_with("0x") && !digits.starts_with("0X")) return false;
  digits.remove_prefix(2);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.size() > kHexadecimal;
}

// https://docs.python.org/3/library/stdtypes.html#int-max-str-digits
constexpr std::size_t kMostDigits = 4300;
// The time that it takes to convert one grows with the square of its digits.
constexpr std::size_t kFarTooManyDigits = 100000;

bool is_too_long(std::string_view digits) {
  return digits.size() > kMostDigits && digits.size() <= kFarTooManyDigits &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

// A decimal number as a hexadecimal one.
std::string in_hexadecimal(std::string_view digits) {
  constexpr std::size_t kAtOnce = 9;
  std::vector<std::uint32_t> words;  // the least significant one first
  for (std::size_t at = 0; at < digits.size(); at += kAtOnce) {
    std::uint64_t scale = 1;
    std::uint64_t carry = 0;
    for (char digit : digits.substr(at, kAtOnce)) {
      scale *= 10;
      carry = carry * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    for (std::uint32_t& word : words) {
      carry += scale * word;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry > 0) words.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string text;
  for (auto word = words.rbegin(); word != words.rend(); ++word)
    for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[*word >> shift & 15];
  return "0x" + text.substr(std::min(text.find_first_not_of('0'), text.size() - 1));
}

// Code that tells an int from a long may be after this one.
bool tells_longs(Context& cx) { return cx.names().is_used_anywhere("long") || cx.names().is_used_anywhere("LongType"); }

// `with 1as x`: of the keywords that may follow a number, Python 3 wants a blank before this one.
bool touches_as(Context& cx, Node number) {
  const std::string_view after = cx.text().substr(number.end(), 3);
  const char next = after.size() > 2 ? after[2] : ' ';
  return after.starts_with("as") && std::isalnum(static_cast<unsigned char>(next)) == 0 && next != '_';
}

void visit_float(Context& cx, Node number) {
  if (touches_as(cx, number)) cx.set_text(number, std::string(number.text()) + " ");
}

void visit(Context& cx, Node number) {
  std::string_view digits = number.text();
  if (is_long(digits)) digits.remove_suffix(1);
  const bool shrinks = cx.keeps_python2() && digits != number.text() && !is_large(digits);
  if (shrinks && tells_longs(cx)) return cx.leave(number);
  const bool octal = is_old_octal(digits);
  const bool too_long = !octal && is_too_long(digits);
  if (!octal && !too_long && digits == number.text() && !touches_as(cx, number)) return;
  std::string text = octal      ? "0o" + std::string(digits.substr(1))
                     : too_long ? in_hexadecimal(digits)
                                : std::string(digits);
  // `10Lif x`: without its suffix, or in its new form, a number may not touch the word behind it (Python 3.12 warns).
  const std::string_view after = cx.text().substr(number.end(), 1);
  if (after >= "a" && after <= "z") text += ' ';
  // `7L.real`: without the suffix, the dot would belong to the number.
  const bool dotted = cx.text().substr(number.end()).starts_with('.');
  ChangeBuilder change = cx.change(number, too_long ? "a number of more than 4300 digits -> hexadecimal" : "");
  if (dotted && text.find_first_of("xXoObB") == std::string::npos) {
    change.replace(number, text);
  } else {
    change.set_text(number, text);
  }
  change.safety(shrinks ? Safety::kUnsafe : Safety::kSafe).apply();
}

}  // namespace

Fixer fix_numliterals() {
  return {
      .name = "numliterals",
      .doc =
          "Writes octal numbers as 0o777, whole numbers without the suffix L, and those of more than 4300 digits, "
          "which Python 3 "
          "does not read, in hexadecimal.",
      .reference = "https://peps.python.org/pep-3127/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when = "Under --target 2+3: repr() of an int has no L, and its type is not long.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "Where the file asks for `long` itself, the suffix stays, but for numbers that are too large for an int.",
      .words = {"0777", "10L"},
      .examples = {{"os.chmod(path, 0755)", "os.chmod(path, 0o755)"},
                   {"x = 0777L + 10L", "x = 0o777 + 10"},
                   {"x = -7L.__index__()", "x = -(7).__index__()"},
                   {"x = type(10L) is long, 0777", "x = type(10L) is long, 0o777", "--target 2+3"}},
      .visits = {{{Kind::kInteger}, visit}, {{Kind::kFloat}, visit_float}},
  };
}

}  // namespace py3k::fixers
