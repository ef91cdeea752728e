// What the parser reads must be short, must mean the same, and must lead back to where things are in the file.
#include "engine/syntax/condensed.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/dialect/lexer.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {
namespace {

std::string condensed(std::string_view text, Language language = Language::kPython2) {
  const LexedSource lexed = lex(text, {.language = language});
  return std::string(Condensed(lexed).text());
}

TEST(Condensed, ShortensNamesAndKeepsKeywords) {
  EXPECT_EQ(condensed("while spam: return eggs\n"), "while x:return x\n");
  EXPECT_EQ(condensed("from __future__ import division\n"), "from __future__ import x\n");
  EXPECT_EQ(condensed("result = None\n"), "x=None\n");
}

TEST(Condensed, KeepsBlanksOnlyBetweenWhatWouldRunTogether) {
  EXPECT_EQ(condensed("call (one , two)\n"), "x(x,x)\n");
  EXPECT_EQ(condensed("a - -b\n"), "a- -b\n");
  EXPECT_EQ(condensed("a not in b\n"), "a not in b\n");
  EXPECT_EQ(condensed("1 .real\n"), "1 .x\n");
}

TEST(Condensed, LeavesNumbersAsTheyAre) {
  EXPECT_EQ(condensed("number = 0xFFee + 1.5e-10 + 10L\n"), "x=0xFFee+1.5e-10+10L\n");
  EXPECT_EQ(condensed("1if spam else 2\n"), "1if x else 2\n");
}

TEST(Condensed, WritesLiteralsAsNumbers) {
  EXPECT_EQ(condensed("f ('a', u\"b\" 'c')\n"), "f(1j,1j)\n");
  EXPECT_EQ(condensed("'' .join (words)\n"), "1j .x(x)\n");
  EXPECT_EQ(condensed("\"\"\"A text\nof several lines, which is rather a long one.\"\"\"\n"), "1j\n");
}

TEST(Condensed, KeepsLiteralsApartFromWordsThatTouchThem) {
  EXPECT_EQ(condensed("return'a'if spam else'b'\n"), "return 1j if x else 1j\n");
  EXPECT_EQ(condensed("return'a text that is longer than forty-eight characters'if spam else b\n"),
            "return 1j if x else b\n");
  EXPECT_EQ(condensed("return''if spam else b\n"), "return ''if x else b\n");
}

TEST(Condensed, WritesAttributesAsOneName) {
  EXPECT_EQ(condensed("self.name.strip (a.b)\n"), "y(y)\n");
  EXPECT_EQ(condensed("one.two = call(three.four if five else 6)\n"), "y=x(y if x else 6)\n");
  EXPECT_EQ(condensed("call (one).two.three\n"), "x(x).x.x\n");
  EXPECT_EQ(condensed("re.match.group\n"), "y\n");
  EXPECT_EQ(condensed("one . two\n"), "x . x\n");
}

TEST(Condensed, KeepsAttributesApartWhereTheyAreNoOperandOrNoError) {
  EXPECT_EQ(condensed("import os.path\n"), "import x.x\n");
  EXPECT_EQ(condensed("if one: from os.path import join\n"), "if x:from x.x import x\n");
  EXPECT_EQ(condensed("call(one.two=3)\n"), "x(x.x=3)\n");
  EXPECT_EQ(condensed("(one.two := 3)\n"), "(x.x:=3)\n");
  EXPECT_EQ(condensed("name: typing.List[int]\n", Language::kPython3), "x:x.x[x]\n");
  EXPECT_EQ(condensed("def func(a=one.two): pass\n"), "def x(a=x.x):pass\n");
  EXPECT_EQ(condensed("lambda one: one.two\n"), "lambda x:x.x\n");
}

TEST(Condensed, WritesCallsAsOneValue) {
  EXPECT_EQ(condensed("call()\n"), "2j\n");
  EXPECT_EQ(condensed("self.call(one, 'two' \"three\", four=5, *six.seven, **eight)\n"), "2j\n");
  EXPECT_EQ(condensed("call(one).two = three[four][5](six)\n"), "y=2j\n");
  EXPECT_EQ(condensed("call(one)[two] += 1\n"), "y+=1\n");
}

TEST(Condensed, WritesWholeExpressionsAsOneValue) {
  EXPECT_EQ(condensed("one = two + three(4) % (five, -six)\n"), "x=2j\n");
  EXPECT_EQ(condensed("if not one == two and three[4:] is not None: pass\n"), "if 2j:pass\n");
  EXPECT_EQ(condensed("return(one, {two: [three]})\n"), "return 2j\n");
  EXPECT_EQ(condensed("print 'one' % two, three\n"), "yield 2j,x\n");
  EXPECT_EQ(condensed("for one, two.three in four.five: pass\n"), "for x,y in 2j:pass\n");
  EXPECT_EQ(condensed("one(two + three, lambda: four)\n"), "x(2j,lambda:x)\n");
}

TEST(Condensed, FoldsAsMuchAsItKnows) {
  EXPECT_EQ(condensed("one.two(three(four), five if six else seven)\n"), "y(2j,x if x else x)\n");
  EXPECT_EQ(condensed("one(two)(lambda: three)\n"), "2j(lambda:x)\n");
  EXPECT_EQ(condensed("one = two + lambda: three\n"), "x=x+lambda:x\n");
  EXPECT_EQ(condensed("call(one for two in three)\n"), "x(x for x in x)\n");
  EXPECT_EQ(condensed("call(1.5, 0x1F)\n"), "x(1.5,0x1F)\n");
  EXPECT_EQ(condensed("call(f'{one}', two(3))\n", Language::kPython3), "x(f'{one}',2j)\n");
  EXPECT_EQ(condensed("a(b(c(d(e(f(g(h(i(j(1))))))))))\n"), "a(b(2j))\n");
}

TEST(Condensed, WhatMayBeATargetIsNoValue) {
  EXPECT_EQ(condensed("one, two.three, (four.five, six[7]) = eight\n"), "x,y,(y,y)=x\n");
  EXPECT_EQ(condensed("[one.two, three] = four = five[6] = seven\n"), "[y,x]=x=y=x\n");
  EXPECT_EQ(condensed("[one for two, three in four, five]\n"), "[x for x,x in x,x]\n");
  EXPECT_EQ(condensed("one == two and three\n"), "x==x and x\n");
}

TEST(Condensed, KeepsCallsApartWhereTheyAreNoOperand) {
  EXPECT_EQ(condensed("class One(two(three)): pass\n"), "class x(x(x)):pass\n");
  EXPECT_EQ(condensed("def one(two=three(4)): pass\n"), "def x(x=x(4)):pass\n");
  EXPECT_EQ(condensed("with one(two) as three[4]: pass\n"), "with 2j as x[4]:pass\n");
  EXPECT_EQ(condensed("call(one[two]=3)\n"), "x(x[x]=3)\n");
  EXPECT_EQ(condensed("one: two[three]\n", Language::kPython3), "x:x[x]\n");
}

// What is written apart is not folded.
std::string apart(std::string_view text) {
  std::string spaced;
  for (const char c : text) spaced += c == '(' || c == '[' || c == '.' ? std::string(" ") + c : std::string(1, c);
  return spaced;
}

std::vector<std::string> nodes_of(const std::string& text) {
  const LexedSource lexed = lex(text, {});
  const Tree tree = Tree::parse(lexed);
  EXPECT_FALSE(tree.has_error()) << text;
  std::vector<std::string> nodes;
  for (Node node : tree.root().descendants()) {
    std::string bytes(node.text());
    std::erase(bytes, ' ');
    nodes.push_back(std::string(kind_name(node.kind())) + " " + std::to_string(static_cast<int>(node.field())) + " " +
                    std::to_string(node.parent().index()) + " " + std::to_string(node.subtree_end()) + " " + bytes);
  }
  return nodes;
}

TEST(Condensed, TreeIsTheSameWhateverIsFolded) {
  for (const std::string text : {"one(two, three).four[5](six[-7], eight='nine' \"ten\")\n",
                                 "print one(two), three[four]\n",
                                 "print >>one(two), three(four),\n",
                                 "exec one(two) in three(4), five[6]\n",
                                 "`one(two)`, `three[4]`\n",
                                 "one(*two, **three(4))\n",
                                 "one(two=-3, four=None, five=six(seven),)\n",
                                 "one()()[two]\n",
                                 "one[two], three(4).five = six(), seven[8]\n",
                                 "del one(two).three, four[five]\n",
                                 "for one[two] in three(4): yield five(six)\n",
                                 "if not one(two): return three(four) or five[six]\n",
                                 "x = [one(two) for three in four(five) if six[seven]]\n",
                                 "x = {one(two): three[four]}\n",
                                 "@one(two)\ndef three(): pass\n",
                                 "with one(two): pass\n",
                                 "raise one(two), three[four]\n",
                                 "assert one(two), three(four) % 'five'\n",
                                 "x = one(two)[three:four(5)]\n",
                                 "x = -one(two) ** three[4]\n",
                                 "x = one(-two ** -three ** 4 * 5 % 6 // 7 / 8)\n",
                                 "x = one(not two in three and not four or five)\n",
                                 "x = one(two < three <= 4 != 5 not in six is not seven)\n",
                                 "x = one(two | three ^ four & five << 6 >> 7)\n",
                                 "x = one(~two + +three - 4)\n",
                                 "x = one((), (two,), (three), (four, five,), [], [6,], {}, {7}, {8: 9,})\n",
                                 "x = one[:], one[two:], one[::3], one[:4:5], one[6, 7:8], one[9,]\n",
                                 "return one(two == 3)\n",
                                 "while one(two <> 3): pass\n",
                                 "print 'one' 'two' % (three(4),), five[6]\n"}) {
    EXPECT_EQ(nodes_of(text), nodes_of(apart(text))) << text;
  }
}

TEST(Condensed, CallsCanNotBeTargets) {
  for (const std::string text : {"one(two) = 3\n", "for one(two) in three: pass\n", "call(one(two)=3)\n",
                                 "one(two) += 3\n", "one(two) three\n", "one(two three)\n"}) {
    const LexedSource lexed = lex(text, {});
    const LexedSource other = lex(apart(text), {});
    EXPECT_TRUE(Tree::parse(lexed).has_error()) << text;
    EXPECT_TRUE(Tree::parse(other).has_error()) << text;
  }
}

TEST(Condensed, AttributesLieInOneAnother) {
  const std::string text = "print one.two.three, one.four\n";
  const LexedSource lexed = lex(text, {});
  const Tree tree = Tree::parse(lexed);
  const std::vector<Node> printed = tree.root().first_child().named_children();
  ASSERT_EQ(printed.size(), 2);
  EXPECT_EQ(printed[0].field(), Field::kArgument);
  EXPECT_EQ(printed[0].kind(), Kind::kAttribute);
  EXPECT_EQ(printed[0].text(), "one.two.three");
  EXPECT_EQ(printed[0].child(Field::kAttribute).text(), "three");
  const Node inner = printed[0].child(Field::kObject);
  EXPECT_EQ(inner.kind(), Kind::kAttribute);
  EXPECT_EQ(inner.text(), "one.two");
  EXPECT_EQ(inner.next().kind(), Kind::kTokenDot);
  EXPECT_EQ(inner.child(Field::kObject).kind(), Kind::kIdentifier);
  EXPECT_EQ(inner.child(Field::kObject).text(), "one");
  EXPECT_EQ(inner.child(Field::kObject).parent(), inner);
  EXPECT_EQ(printed[1].child(Field::kAttribute).text(), "four");
}

TEST(Condensed, KeepsFormattedLiterals) {
  EXPECT_EQ(condensed("text = f'{name} is'\n", Language::kPython3), "x=f'{name} is'\n");
  EXPECT_EQ(condensed("f'''{name}\nis {a}'''\n", Language::kPython3), "f'''{name} is {a}'''\n");
}

TEST(Condensed, IndentsByOneBlankForEachBlock) {
  EXPECT_EQ(condensed("if a:\n    if b:\n\tc\n    d\ne\n"), "if a:\n if b:\n  c\n d\ne\n");
}

TEST(Condensed, DropsEmptyLinesAndComments) {
  EXPECT_EQ(condensed("# one\n\na  # two\n   \n    # three\nb"), "a\nb");
  EXPECT_EQ(condensed("call (a,  # one\n     b)\n"), "x(a,b)\n");
}

TEST(Condensed, DropsTheByteOrderMark) {
  const LexedSource lexed = lex("\xEF\xBB\xBF'doc'\nimport a\n", {});
  const Condensed it(lexed);
  EXPECT_EQ(it.text(), "1j\nimport a\n");
  EXPECT_EQ(it.start(0), 3);
  EXPECT_EQ(it.end(2), 8);
}

TEST(Condensed, LeavesAloneWhatIsIndentedInconsistently) {
  const std::string text = "if a:\n        b\n    c\n";
  EXPECT_EQ(condensed(text), text);
}

TEST(Condensed, LeadsBackToTheFile) {
  const std::string text = "spam = 'eggs'  # why\nbacon\n";
  const LexedSource lexed = lex(text, {});
  const Condensed it(lexed);
  ASSERT_EQ(it.text(), "x=1j\nx\n");
  EXPECT_EQ(it.start(0), text.find("spam"));
  EXPECT_EQ(it.end(1), text.find(" ="));
  EXPECT_EQ(it.start(2), text.find("'eggs'"));
  EXPECT_EQ(it.end(4), text.find("  #"));
  EXPECT_EQ(it.start(5), text.find("bacon"));
  EXPECT_EQ(it.end(6), text.find("bacon") + 5);
  EXPECT_EQ(it.start(7), text.size());
}

TEST(Condensed, NodesCoverWhatTheyStandFor) {
  const std::string text = "def function(argument):\n    '''doc'''\n    return  'a' 'b'.join( argument )  # no\n";
  const LexedSource lexed = lex(text, {});
  const Tree tree = Tree::parse(lexed);
  const Node function = tree.root().first_child();
  EXPECT_EQ(function.child(Field::kName).text(), "function");
  const Node body = function.child(Field::kBody);
  EXPECT_EQ(body.text(), "'''doc'''\n    return  'a' 'b'.join( argument )");
  EXPECT_EQ(body.last_child().child(std::size_t{1}).text(), "'a' 'b'.join( argument )");
}

}  // namespace
}  // namespace py3k::engine
