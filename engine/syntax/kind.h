// Kind and Field: what a node is, and which part it plays in its parent.
//
// The names are the grammar's, plus three that only Python 2 has: print_statement, exec_statement and repr_expression.
// The grammar's own versions of these never reach the layers above (engine/dialect says why).
//
//   if (node.kind() == Kind::kCall && node.child(Field::kFunction).is(Kind::kAttribute)) …
#pragma once

#include <cstdint>
#include <string_view>

namespace py3k::engine {

// clang-format off
#define PY3K_NAMED_KINDS(X) \
  X(AliasedImport, "aliased_import") \
  X(ArgumentList, "argument_list") \
  X(AsPattern, "as_pattern") \
  X(AssertStatement, "assert_statement") \
  X(Assignment, "assignment") \
  X(Attribute, "attribute") \
  X(AugmentedAssignment, "augmented_assignment") \
  X(Await, "await") \
  X(BinaryOperator, "binary_operator") \
  X(Block, "block") \
  X(BooleanOperator, "boolean_operator") \
  X(BreakStatement, "break_statement") \
  X(Call, "call") \
  X(CaseClause, "case_clause") \
  X(CasePattern, "case_pattern") \
  X(ClassDefinition, "class_definition") \
  X(ClassPattern, "class_pattern") \
  X(ComparisonOperator, "comparison_operator") \
  X(ComplexPattern, "complex_pattern") \
  X(ConcatenatedString, "concatenated_string") \
  X(ConditionalExpression, "conditional_expression") \
  X(ConstrainedType, "constrained_type") \
  X(ContinueStatement, "continue_statement") \
  X(DecoratedDefinition, "decorated_definition") \
  X(Decorator, "decorator") \
  X(DefaultParameter, "default_parameter") \
  X(DeleteStatement, "delete_statement") \
  X(DictPattern, "dict_pattern") \
  X(Dictionary, "dictionary") \
  X(DictionaryComprehension, "dictionary_comprehension") \
  X(DictionarySplat, "dictionary_splat") \
  X(DictionarySplatPattern, "dictionary_splat_pattern") \
  X(DottedName, "dotted_name") \
  X(ElifClause, "elif_clause") \
  X(Ellipsis, "ellipsis") \
  X(ElseClause, "else_clause") \
  X(EscapeInterpolation, "escape_interpolation") \
  X(EscapeSequence, "escape_sequence") \
  X(ExceptClause, "except_clause") \
  X(ExecStatement, "exec_statement") \
  X(ExpressionList, "expression_list") \
  X(ExpressionStatement, "expression_statement") \
  X(False, "false") \
  X(FinallyClause, "finally_clause") \
  X(Float, "float") \
  X(ForInClause, "for_in_clause") \
  X(ForStatement, "for_statement") \
  X(FormatExpression, "format_expression") \
  X(FormatSpecifier, "format_specifier") \
  X(FunctionDefinition, "function_definition") \
  X(FutureImportStatement, "future_import_statement") \
  X(GeneratorExpression, "generator_expression") \
  X(GenericType, "generic_type") \
  X(GlobalStatement, "global_statement") \
  X(Identifier, "identifier") \
  X(IfClause, "if_clause") \
  X(IfStatement, "if_statement") \
  X(ImportFromStatement, "import_from_statement") \
  X(ImportPrefix, "import_prefix") \
  X(ImportStatement, "import_statement") \
  X(Integer, "integer") \
  X(Interpolation, "interpolation") \
  X(KeywordArgument, "keyword_argument") \
  X(KeywordPattern, "keyword_pattern") \
  X(KeywordSeparator, "keyword_separator") \
  X(Lambda, "lambda") \
  X(LambdaParameters, "lambda_parameters") \
  X(List, "list") \
  X(ListComprehension, "list_comprehension") \
  X(ListPattern, "list_pattern") \
  X(ListSplat, "list_splat") \
  X(ListSplatPattern, "list_splat_pattern") \
  X(MatchStatement, "match_statement") \
  X(MemberType, "member_type") \
  X(Module, "module") \
  X(NamedExpression, "named_expression") \
  X(NoneLiteral, "none") \
  X(NonlocalStatement, "nonlocal_statement") \
  X(NotOperator, "not_operator") \
  X(Pair, "pair") \
  X(Parameters, "parameters") \
  X(ParenthesizedExpression, "parenthesized_expression") \
  X(PassStatement, "pass_statement") \
  X(PatternList, "pattern_list") \
  X(PositionalSeparator, "positional_separator") \
  X(PrintStatement, "print_statement") \
  X(RaiseStatement, "raise_statement") \
  X(RelativeImport, "relative_import") \
  X(ReprExpression, "repr_expression") \
  X(ReturnStatement, "return_statement") \
  X(Set, "set") \
  X(SetComprehension, "set_comprehension") \
  X(Slice, "slice") \
  X(SplatPattern, "splat_pattern") \
  X(SplatType, "splat_type") \
  X(String, "string") \
  X(StringContent, "string_content") \
  X(StringEnd, "string_end") \
  X(StringStart, "string_start") \
  X(Subscript, "subscript") \
  X(True, "true") \
  X(TryStatement, "try_statement") \
  X(Tuple, "tuple") \
  X(TuplePattern, "tuple_pattern") \
  X(Type, "type") \
  X(TypeAliasStatement, "type_alias_statement") \
  X(TypeConversion, "type_conversion") \
  X(TypeParameter, "type_parameter") \
  X(TypedDefaultParameter, "typed_default_parameter") \
  X(TypedParameter, "typed_parameter") \
  X(UnaryOperator, "unary_operator") \
  X(UnionPattern, "union_pattern") \
  X(UnionType, "union_type") \
  X(WhileStatement, "while_statement") \
  X(WildcardImport, "wildcard_import") \
  X(WithClause, "with_clause") \
  X(WithItem, "with_item") \
  X(WithStatement, "with_statement") \
  X(Yield, "yield")

#define PY3K_TOKEN_KINDS(X) \
  X(NotEqual, "!=") \
  X(Percent, "%") \
  X(PercentEqual, "%=") \
  X(Ampersand, "&") \
  X(AmpersandEqual, "&=") \
  X(LeftParen, "(") \
  X(RightParen, ")") \
  X(Star, "*") \
  X(DoubleStar, "**") \
  X(DoubleStarEqual, "**=") \
  X(StarEqual, "*=") \
  X(Plus, "+") \
  X(PlusEqual, "+=") \
  X(Comma, ",") \
  X(Minus, "-") \
  X(MinusEqual, "-=") \
  X(Arrow, "->") \
  X(Dot, ".") \
  X(Slash, "/") \
  X(DoubleSlash, "//") \
  X(DoubleSlashEqual, "//=") \
  X(SlashEqual, "/=") \
  X(Colon, ":") \
  X(ColonEqual, ":=") \
  X(Semicolon, ";") \
  X(Less, "<") \
  X(LeftShift, "<<") \
  X(LeftShiftEqual, "<<=") \
  X(LessEqual, "<=") \
  X(LessGreater, "<>") \
  X(Equal, "=") \
  X(DoubleEqual, "==") \
  X(Greater, ">") \
  X(GreaterEqual, ">=") \
  X(RightShift, ">>") \
  X(RightShiftEqual, ">>=") \
  X(At, "@") \
  X(AtEqual, "@=") \
  X(LeftBracket, "[") \
  X(Backslash, "\\") \
  X(RightBracket, "]") \
  X(Caret, "^") \
  X(CaretEqual, "^=") \
  X(Underscore, "_") \
  X(DunderFuture, "__future__") \
  X(And, "and") \
  X(As, "as") \
  X(Assert, "assert") \
  X(Async, "async") \
  X(Await, "await") \
  X(Break, "break") \
  X(Case, "case") \
  X(Class, "class") \
  X(Continue, "continue") \
  X(Def, "def") \
  X(Del, "del") \
  X(Elif, "elif") \
  X(Else, "else") \
  X(Except, "except") \
  X(Exec, "exec") \
  X(Finally, "finally") \
  X(For, "for") \
  X(From, "from") \
  X(Global, "global") \
  X(If, "if") \
  X(Import, "import") \
  X(In, "in") \
  X(Is, "is") \
  X(IsNot, "is not") \
  X(Lambda, "lambda") \
  X(Match, "match") \
  X(Nonlocal, "nonlocal") \
  X(Not, "not") \
  X(NotIn, "not in") \
  X(Or, "or") \
  X(Pass, "pass") \
  X(Print, "print") \
  X(Raise, "raise") \
  X(Return, "return") \
  X(Try, "try") \
  X(Type, "type") \
  X(While, "while") \
  X(With, "with") \
  X(Yield, "yield") \
  X(LeftBrace, "{") \
  X(Pipe, "|") \
  X(PipeEqual, "|=") \
  X(RightBrace, "}") \
  X(Tilde, "~") \
  X(Backtick, "`")

#define PY3K_FIELDS(X) \
  X(Alias, "alias") \
  X(Alternative, "alternative") \
  X(Argument, "argument") \
  X(Arguments, "arguments") \
  X(Attribute, "attribute") \
  X(Body, "body") \
  X(Cause, "cause") \
  X(Code, "code") \
  X(Condition, "condition") \
  X(Consequence, "consequence") \
  X(Definition, "definition") \
  X(Expression, "expression") \
  X(FormatSpecifier, "format_specifier") \
  X(Function, "function") \
  X(Globals, "globals") \
  X(Guard, "guard") \
  X(Key, "key") \
  X(Left, "left") \
  X(Locals, "locals") \
  X(ModuleName, "module_name") \
  X(Name, "name") \
  X(Object, "object") \
  X(Operator, "operator") \
  X(Operators, "operators") \
  X(Parameters, "parameters") \
  X(ReturnType, "return_type") \
  X(Right, "right") \
  X(Subject, "subject") \
  X(Subscript, "subscript") \
  X(Superclasses, "superclasses") \
  X(Target, "target") \
  X(Type, "type") \
  X(TypeConversion, "type_conversion") \
  X(TypeParameters, "type_parameters") \
  X(Value, "value")
// clang-format on

// Nodes with a meaning of their own come first; tokens (keywords and punctuation) follow, from kTokenFirst on.
enum class Kind : std::uint16_t {
  kNone,
  kError,    // text that the grammar could not place
  kUnknown,  // a node of the grammar that has no name here
#define PY3K_KIND(name, text) k##name,
  PY3K_NAMED_KINDS(PY3K_KIND)
#undef PY3K_KIND
      kTokenFirst,
#define PY3K_KIND(name, text) kToken##name,
  PY3K_TOKEN_KINDS(PY3K_KIND)
#undef PY3K_KIND
      kCount,
};

enum class Field : std::uint8_t {
  kNone,
#define PY3K_FIELD(name, text) k##name,
  PY3K_FIELDS(PY3K_FIELD)
#undef PY3K_FIELD
      kCount,
};

constexpr bool is_token(Kind kind) { return kind > Kind::kTokenFirst; }

// The grammar's name of a kind ("call", "not in"); for messages and dumps.
std::string_view kind_name(Kind kind);

}  // namespace py3k::engine
