// Token: what Python 3's grammar is written in. Kinds that the grammar treats alike are one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace py3k::engine::python3 {

enum class Tok : std::uint8_t {
  kEnd,
  kError,  // what no token is; Tokens::flaw says why
  kNewline,
  kIndent,
  kDedent,
  kName,
  kNumber,
  kImaginary,
  kString,
  kBytes,
  kFormattedStart,  // f" and t": fields follow, then kFormattedEnd
  kFormattedEnd,
  kFieldStart,  // the brace of a field
  kFieldEnd,
  kConversion,  // the ! of a field
  kFormat,      // the : of a field
  kLeftParen,
  kRightParen,
  kLeftBracket,
  kRightBracket,
  kLeftBrace,
  kRightBrace,
  kComma,
  kSemicolon,
  kColon,
  kDot,
  kEllipsis,
  kAssign,
  kWalrus,
  kArrow,
  kAugmented,  // += and the like
  kStar,
  kDoubleStar,
  kAt,
  kPlus,
  kMinus,
  kTilde,
  kSlash,
  kPipe,
  kOperator,    // other binary operators: ^ & << >> // %
  kComparison,  // < > == >= <= !=
  kAnd,
  kAs,
  kAssert,
  kAsync,
  kAwait,
  kBreak,
  kClass,
  kContinue,
  kDef,
  kDel,
  kElif,
  kElse,
  kExcept,
  kFalse,
  kFinally,
  kFor,
  kFrom,
  kGlobal,
  kIf,
  kImport,
  kIn,
  kIs,
  kLambda,
  kNone,
  kNonlocal,
  kNot,
  kOr,
  kPass,
  kRaise,
  kReturn,
  kTrue,
  kTry,
  kWhile,
  kWith,
  kYield,
};

struct Token {
  std::uint32_t start;
  std::uint32_t end;
  Tok kind;
};

struct SyntaxFlaw {
  std::uint32_t offset = 0;
  std::string what;
};

// All tokens of a text, the last of which is kEnd, or kError.
struct Tokens {
  std::vector<Token> list;
  SyntaxFlaw flaw;                // of the kError
  bool has_declarations = false;  // `global` or `nonlocal` is in it
  bool has_walrus = false;
  bool has_debug = false;  // the name __debug__, which nothing may bind
};

}  // namespace py3k::engine::python3
