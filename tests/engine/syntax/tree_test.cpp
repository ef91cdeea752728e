#include "engine/syntax/tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/analysis/names.h"
#include "engine/dialect/dialect.h"
#include "engine/source/source_text.h"
#include "engine/syntax/precedence.h"
#include "fixers/fixers.h"
#include "tests/paths.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"
#include "tests/support/parsed.h"

namespace py3k::engine {
namespace {

using tests::Parsed;
using tests::repeated;

std::string shape(std::string text, Language language = Language::kPython2) {
  const Parsed source(std::move(text), language);
  EXPECT_FALSE(source.tree.has_error()) << source.text;
  return tests::shape(source.root().first_child());
}

// --- shapes that only Python 2 has

TEST(TreeShape, PrintStatements) {
  EXPECT_EQ(shape("print\n"), "(print_statement)");
  EXPECT_EQ(shape("print x\n"), "(print_statement argument: (identifier))");
  EXPECT_EQ(shape("print x, y,\n"), "(print_statement argument: (identifier) argument: (identifier))");
  EXPECT_EQ(shape("print (x), y\n"),
            "(print_statement argument: (parenthesized_expression (identifier)) argument: (identifier))");
  EXPECT_EQ(shape("print (x, y)\n"), "(print_statement argument: (tuple (identifier) (identifier)))");
  EXPECT_EQ(shape("print ()\n"), "(print_statement argument: (tuple))");
  EXPECT_EQ(shape("print -1\n"), "(print_statement argument: (unary_operator argument: (integer)))");
  EXPECT_EQ(shape("print (x) % y\n"),
            "(print_statement argument: (binary_operator left: (parenthesized_expression (identifier)) "
            "right: (identifier)))");
  EXPECT_EQ(shape("print >>f\n"), "(print_statement target: (identifier))");
  EXPECT_EQ(shape("print >>f, x\n"), "(print_statement target: (identifier) argument: (identifier))");
  EXPECT_EQ(shape("print >>f or g, x, y\n"),
            "(print_statement target: (boolean_operator left: (identifier) right: (identifier)) "
            "argument: (identifier) argument: (identifier))");
  EXPECT_EQ(shape("print 'a' 'b', `c`\n"),
            "(print_statement argument: (concatenated_string (string) (string)) "
            "argument: (repr_expression argument: (identifier)))");
  EXPECT_EQ(shape("print lambda: 0, x\n"),
            "(print_statement argument: (lambda body: (integer)) argument: (identifier))");
}

TEST(TreeShape, TokensOfAPrintStatement) {
  const Parsed source("print >> f, x ,\n");
  std::vector<std::string> texts;
  for (const Node child : source.find(Kind::kPrintStatement).children()) texts.emplace_back(child.text());
  EXPECT_THAT(texts, testing::ElementsAre("print", ">>", "f", ",", "x", ","));
  EXPECT_EQ(source.find(Kind::kPrintStatement).text(), "print >> f, x ,");
  EXPECT_TRUE(source.find(Kind::kPrintStatement).last_child().is(Kind::kTokenComma));
}

TEST(TreeShape, ExecStatements) {
  EXPECT_EQ(shape("exec x\n"), "(exec_statement code: (identifier))");
  EXPECT_EQ(shape("exec x in d\n"), "(exec_statement code: (identifier) globals: (identifier))");
  EXPECT_EQ(shape("exec x in d, e\n"),
            "(exec_statement code: (identifier) globals: (identifier) locals: (identifier))");
  EXPECT_EQ(shape("exec x in a or b\n"),
            "(exec_statement code: (identifier) globals: (boolean_operator left: (identifier) right: (identifier)))");
  EXPECT_EQ(shape("exec (x, d)\n"), "(exec_statement code: (tuple (identifier) (identifier)))");
  EXPECT_EQ(shape("exec f(x) in d\n"),
            "(exec_statement code: (call function: (identifier) arguments: (argument_list (identifier))) "
            "globals: (identifier))");
  const Parsed source("exec x in d\n");
  EXPECT_EQ(source.find(Kind::kTokenIn).text(), "in");
  EXPECT_EQ(source.find(Kind::kTokenExec).text(), "exec");
}

TEST(TreeShape, ReprExpressions) {
  EXPECT_EQ(shape("`x`\n"), "(expression_statement (repr_expression argument: (identifier)))");
  EXPECT_EQ(shape("`x, y`\n"),
            "(expression_statement (repr_expression argument: (expression_list (identifier) (identifier))))");
  EXPECT_EQ(shape("``x``\n"),
            "(expression_statement (repr_expression argument: (repr_expression argument: (identifier))))");
  EXPECT_EQ(
      shape("`x`.y\n"),
      "(expression_statement (attribute object: (repr_expression argument: (identifier)) attribute: (identifier)))");
  EXPECT_EQ(shape("`x, `y, z``\n"),
            "(expression_statement (repr_expression argument: (expression_list (identifier) (repr_expression argument: "
            "(expression_list (identifier) (identifier))))))");
  const Parsed source("a = `x, y` + b\n");
  EXPECT_EQ(source.find(Kind::kReprExpression).text(), "`x, y`");
  EXPECT_EQ(source.find(Kind::kReprExpression).child_count(), 3U);
}

TEST(TreeShape, Strings) {
  EXPECT_EQ(shape("'a'\n"), "(expression_statement (string))");
  EXPECT_EQ(
      shape("x = ur'a' 'b'  \"\"\"c\nd\"\"\"\n"),
      "(expression_statement (assignment left: (identifier) right: (concatenated_string (string) (string) (string))))");
  EXPECT_EQ(shape("'a'.join(b)\n"),
            "(expression_statement (call function: (attribute object: (string) attribute: (identifier)) "
            "arguments: (argument_list (identifier))))");
  EXPECT_EQ(shape("''if''else''\n"), "(expression_statement (conditional_expression (string) (string) (string)))");
  EXPECT_EQ(shape("print''\n"), "(print_statement argument: (string))");
  EXPECT_EQ(shape("{'a':'b'}\n"), "(expression_statement (dictionary (pair key: (string) value: (string))))");
  EXPECT_EQ(shape("x['a']['b']\n"),
            "(expression_statement (subscript value: (subscript value: (identifier) subscript: (string)) "
            "subscript: (string)))");
  EXPECT_EQ(shape("f(a='b')\n"),
            "(expression_statement (call function: (identifier) arguments: (argument_list "
            "(keyword_argument name: (identifier) value: (string)))))");
  const Parsed source("x = 'a' 'b'\n");
  EXPECT_EQ(source.find(Kind::kConcatenatedString).text(), "'a' 'b'");
  EXPECT_EQ(source.find(Kind::kString).text(), "'a'");
  EXPECT_EQ(source.find(Kind::kString).next().text(), "'b'");
}

TEST(TreeShape, StringsInTheFieldsOfAnFString) {
  const Parsed source("x = f\"{y[1]} {z['a']}\"\nw = 'b'\n");
  EXPECT_EQ(source.find("'a'").kind(), Kind::kString);
  EXPECT_EQ(source.find("'b'").kind(), Kind::kString);
  EXPECT_EQ(source.find("y[1]").child(Field::kSubscript).text(), "1");
  EXPECT_EQ(tests::flaw_of_structure(source.tree), "");
}

TEST(TreeShape, SubjectsOfMatch) {
  for (const char* subject : {"x", "not x", "*x, 1", "~x", "-x", "+x", "...", "'a'", "f'a'", "1", "(x)", "[x]", "{}"}) {
    const Parsed source("match " + std::string(subject) + ":\n    case 1: pass\n", Language::kPython3);
    EXPECT_FALSE(source.tree.has_error()) << subject;
    EXPECT_EQ(source.root().first_child().kind(), Kind::kMatchStatement) << subject;
  }
  for (const char* text : {"match + x\n", "match * x\n", "match - x\n", "match += 1\n", "match *= 2\n", "match ** x\n",
                           "match not in x\n", "match -1, x\n", "match * x, 1\n", "match in x\n", "match(x)\n"}) {
    const Parsed source(text, Language::kPython3);
    EXPECT_FALSE(source.tree.has_error()) << text;
    EXPECT_EQ(source.root().first_child().kind(), Kind::kExpressionStatement) << text;
  }
}

TEST(TreeShape, FormattedStringsKeepTheirFields) {
  const Parsed source("f'a{b!r:>{c}}d'\n", Language::kPython3);
  const Node string = source.find(Kind::kString);
  EXPECT_EQ(string.text(), "f'a{b!r:>{c}}d'");
  EXPECT_EQ(source.find(Kind::kInterpolation).child(Field::kExpression).text(), "b");
  EXPECT_EQ(tests::flaw_of_structure(source.tree), "");
}

TEST(TreeShape, NamesThatPython3Reserves) {
  EXPECT_EQ(shape("async = True\n"), "(expression_statement (assignment left: (identifier) right: (identifier)))");
  EXPECT_EQ(shape("f(async=False)\n"),
            "(expression_statement (call function: (identifier) arguments: (argument_list "
            "(keyword_argument name: (identifier) value: (identifier)))))");
  EXPECT_EQ(shape("x.await.nonlocal\n"),
            "(expression_statement (attribute object: (attribute object: (identifier) attribute: (identifier)) "
            "attribute: (identifier)))");
  EXPECT_EQ(Parsed("async = 1\n").find(Kind::kIdentifier).text(), "async");
}

// --- links

TEST(Tree, LinksNodes) {
  const Parsed source("f(a, b=c)\n");
  const Node call = source.find(Kind::kCall);
  EXPECT_EQ(call.child(Field::kFunction).text(), "f");
  EXPECT_EQ(call.child(Field::kArguments).child_count(), 5U);
  EXPECT_EQ(call.child(Field::kArguments).named_child_count(), 2U);
  EXPECT_EQ(call.child(Field::kArguments).named_child(1).text(), "b=c");
  EXPECT_EQ(call.child(Field::kArguments).child(std::size_t{2}).text(), ",");
  EXPECT_EQ(call.child(Kind::kArgumentList), call.child(Field::kArguments));
  EXPECT_EQ(call.child(Field::kArguments).first_child().text(), "(");
  EXPECT_EQ(call.child(Field::kArguments).last_child().text(), ")");
  const Node keyword = source.find(Kind::kKeywordArgument);
  EXPECT_EQ(keyword.previous().text(), ",");
  EXPECT_EQ(keyword.next().text(), ")");
  EXPECT_EQ(keyword.ancestor(Kind::kCall), call);
  EXPECT_TRUE(keyword.is_within(call));
  EXPECT_FALSE(call.is_within(keyword));
  EXPECT_TRUE(keyword.is_within(keyword));
  EXPECT_EQ(source.tree.node_at(keyword.range()), keyword);
  EXPECT_EQ(source.tree.node_at({keyword.start(), keyword.start()}).text(), "b");
}

TEST(Tree, GivesEmptyNodesWhereThereIsNone) {
  const Parsed source("x\n");
  const Node root = source.root();
  EXPECT_FALSE(root.parent());
  EXPECT_FALSE(root.next());
  EXPECT_FALSE(root.previous());
  EXPECT_FALSE(root.child(Field::kBody));
  EXPECT_FALSE(root.child(Kind::kCall));
  EXPECT_FALSE(root.child(std::size_t{7}));
  EXPECT_FALSE(root.named_child(7));
  EXPECT_FALSE(root.ancestor(Kind::kModule));
  const Node none;
  EXPECT_EQ(none.kind(), Kind::kNone);
  EXPECT_FALSE(none.parent() || none.next() || none.previous() || none.first_child() || none.last_child());
  EXPECT_FALSE(none.child(Field::kBody).child(Field::kName).child(Kind::kCall));
  EXPECT_EQ(none.text(), "");
  EXPECT_EQ(none.child_count(), 0U);
  EXPECT_TRUE(none.subtree().empty());
  EXPECT_FALSE(none.is_within(root));
}

TEST(Tree, CoversTheWholeText) {
  for (const char* text : {"", "\n", "# only\n", "x", "\n\n  \nx\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBFx\n"}) {
    const Parsed source(text);
    EXPECT_EQ(source.root().text(), text);
    EXPECT_EQ(tests::flaw_of_structure(source.tree), "") << text;
  }
}

TEST(Tree, ListsComments) {
  const Parsed source("# a\nf(  # b\n  x)  # c\n");
  ASSERT_EQ(source.tree.comments().size(), 3U);
  const auto inside = source.tree.comments_in(source.find(Kind::kCall).range());
  ASSERT_EQ(inside.size(), 1U);
  EXPECT_EQ(source.text.substr(inside[0].start, inside[0].end - inside[0].start), "# b");
}

TEST(Tree, TellsWhereAnErrorIs) {
  const Parsed source("x = 1\ny = = 2\n");
  EXPECT_TRUE(source.tree.has_error());
  EXPECT_GE(source.tree.error_offset(), 6U);
  EXPECT_FALSE(Parsed("x = 1\n").tree.has_error());
  // A newline that is missing is no node.
  EXPECT_GE(Parsed("x = 1\ny z\n").tree.error_offset(), 6U);
  EXPECT_GE(Parsed("if x:\n    y; z\n    y z\n").tree.error_offset(), 19U);
}

// --- every tree is sound

void check(const std::string& text, std::string_view name) {
  for (const Language language : {Language::kPython2, Language::kPython3}) {
    const Parsed source(text, language);
    // Nobody looks at a tree with errors, but to make one must do no harm.
    if (source.tree.has_error()) continue;
    ASSERT_EQ(tests::flaw_of_structure(source.tree), "") << name << "\n" << testing::PrintToString(text);
  }
}

TEST(TreeProperties, HoldInAllTestdata) {
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata", ".py")) {
    const auto source = read_source(tests::read_file(path));
    if (source) check(source->text, path.string());
  }
}

TEST(TreeProperties, HoldInAnyText) {
  std::mt19937 random(3);  // NOLINT: the same text each time
  for (int i = 0; i < 5'000; ++i) check(tests::random_source(random, i % 30), "random");
}

// Statements put together from parts, so that each part comes in many places.
class Snippets {
 public:
  explicit Snippets(unsigned seed) : random_(seed) {}

  std::string expression(int depth) {
    static constexpr std::string_view kAtoms[] = {"x", "1", "'s'", "u'a' 'b'", "()", "[]", "{}", "None", "0777", "10L"};
    if (depth == 0) return std::string(kAtoms[pick(std::size(kAtoms))]);
    const auto e = [&] { return expression(depth - 1); };
    switch (pick(14)) {
      case 0:
        return "(" + e() + ")";
      case 1:
        return "`" + e() + "`";
      case 2:
        return e() + " + " + e();
      case 3:
        return "f(" + e() + ", a=" + e() + ", *" + e() + ")";
      case 4:
        return "(" + e() + ").y";
      case 5:
        return "(" + e() + ")[" + e() + ":" + e() + "]";
      case 6:
        return "[" + e() + " for x in " + e() + ", " + e() + " if " + e() + "]";
      case 7:
        return "(" + e() + " if " + e() + " else " + e() + ")";
      case 8:
        return "(lambda (a, b), c=" + e() + ": " + e() + ")";
      case 9:
        return "(not " + e() + ")";
      case 10:
        return e() + " <> " + e();
      case 11:
        return "{" + e() + ": " + e() + "}";
      case 12:
        return "(" + e() + ",\n" + e() + "  # c\n)";
      default:
        return "-" + e();
    }
  }

  std::string statement(const std::string& indent, int depth) {
    const auto e = [&] { return expression(2); };
    const auto block = [&] { return statement(indent + "    ", depth - 1) + statement(indent + "    ", depth - 1); };
    switch (pick(depth == 0 ? 7 : 12)) {
      case 0:
        return indent + "print " + e() + ", " + e() + "\n";
      case 1:
        return indent + "print >>" + e() + ", " + e() + ",\n";
      case 2:
        return indent + "exec " + expression(0) + " in " + e() + "\n";
      case 3:
        return indent + "raise E, " + e() + "\n";
      case 4:
        return indent + "x = " + e() + "; print; y += " + e() + "\n";
      case 5:
        return indent + "assert " + e() + ", " + e() + "\n";
      case 6:
        return indent + "if " + e() + ": print " + e() + "\n";
      case 7:
        return indent + "def f(a, (b, c), d=" + e() + "):\n" + block();
      case 8:
        return indent + "class A(" + e() + "):\n" + block();
      case 9:
        return indent + "try:\n" + block() + indent + "except E, e:\n" + block();
      case 10:
        return indent + "for x, y in " + e() + ":\n" + block() + indent + "else:\n" + block();
      default:
        return indent + "while " + e() + ":\n" + block();
    }
  }

 private:
  std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  std::mt19937 random_;
};

TEST(TreeProperties, HoldInGeneratedStatements) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    const std::string text = Snippets(seed).statement("", 3);
    const Parsed source(text);
    ASSERT_FALSE(source.tree.has_error()) << "at " << source.tree.error_offset() << " of\n" << text;
    ASSERT_EQ(tests::flaw_of_structure(source.tree), "") << text;
  }
}

// --- depth

struct DeepCase {
  const char* name;
  std::string text;
  std::string refusal = {};  // of a conversion
};

std::vector<DeepCase> deep_cases() {
  constexpr std::size_t kDepth = 100'000;
  const auto nested = [&](std::string_view open, std::string_view inner, std::string_view close) {
    return repeated(open, kDepth) + std::string(inner) + repeated(close, kDepth) + "\n";
  };
  // No Python reads these, nor what would come out of the chain.
  const std::string too_deep = "brackets are nested too deeply";
  return {
      {"parentheses", "x = " + nested("(", "1", ")"), too_deep},
      {"brackets", "x = " + nested("[", "1", "]"), too_deep},
      {"unary", "x = " + nested("-", "1", "")},
      {"not", "x = " + nested("not ", "1", "")},
      {"attributes", "x" + nested(".a", "", "")},
      {"calls", "x" + nested("()", "", "")},
      {"subscripts", "x" + nested("[0]", "", "")},
      {"sums", "x = 1" + nested(" + 1", "", "")},
      {"lambdas", "x = " + nested("lambda: ", "1", "")},
      // What is claimed at each level.
      {"claims", "x = " + repeated("d.has_key(", 2'000) + "1" + repeated(")", 2'000) + "\n", too_deep},
      {"claim_chain", "x = d" + repeated(".has_key(1)", 2'000) + "\n", too_deep},
      {"claims_that_fit", "x = " + repeated("d.has_key(", 150) + "1" + repeated(")", 150) + "\n"},
      {"claim_chain_that_fits", "x = d" + repeated(".has_key(1)", 150) + "\n"},
  };
}

class TreeDepth : public testing::TestWithParam<DeepCase> {
 public:
  friend void PrintTo(const DeepCase& deep, std::ostream* stream) { *stream << deep.name; }
};

// Nothing in the engine may recurse as deep as the source does: a stack has an end.
TEST_P(TreeDepth, OverflowsNoStack) {
  const Parsed source(GetParam().text);
  EXPECT_FALSE(source.tree.has_error());
  const Names names(source.tree);
  python2_names(source.tree, names);
  Node deepest = source.root();
  for (const Node node : source.root().subtree())
    if (node.parent() == deepest) deepest = node;
  EXPECT_TRUE(deepest.is_within(source.root()));
  is_in_brackets(deepest);
}

TEST_P(TreeDepth, ConvertsWithAllFixers) {
  const auto converter = Converter::create(fixers::all_fixers(), tests::python2_settings());
  // Without a word that some fixer looks for, the text would not even be parsed.
  const std::string text = "print unicode, d.has_key(`0777L <> 1`)\n" + GetParam().text;
  const FileResult result = converter->convert("deep.py", text);
  const Outcome expected = GetParam().refusal.empty() ? Outcome::kChanged : Outcome::kFailed;
  EXPECT_EQ(outcome_name(result.outcome), outcome_name(expected)) << result.reason;
  EXPECT_THAT(result.reason, testing::HasSubstr(GetParam().refusal));
}

INSTANTIATE_TEST_SUITE_P(Deep, TreeDepth, testing::ValuesIn(deep_cases()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace py3k::engine
