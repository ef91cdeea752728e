// open() takes no 'U' since Python 3.11, and opens text files unless told not to:
// https://docs.python.org/3/library/functions.html#open
#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"
#include "fixers/encoded.h"
#include "fixers/method_rename.h"
#include "fixers/opened.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::string_view body_of(Node mode) { return mode ? StringLiteral(mode).body() : std::string_view(); }
bool has(Node mode, char letter) { return body_of(mode).find(letter) != std::string_view::npos; }

void read_as_text(Context& cx, Node mode) {
  cx.change(mode, "'U' is how text is read in Python 3").set_text(body_range(mode), "r").apply();
}

// open(path, 'rU')
void universal(Context& cx, Node call) {
  const std::string_view name = last_name(call.child(Field::kFunction));
  if ((name != "open" && name != "file") || !call.child(Field::kArguments).is(Kind::kArgumentList)) return;
  const Node mode = mode_of(call);
  const std::string_view body = body_of(mode);
  if (!has(mode, 'U') || body.find_first_not_of("rbU") != std::string_view::npos) return;
  if (cx.keeps_python2()) return cx.leave(mode);
  if (has(mode, 'b'))
    return cx.report(mode,
                     "Python 3.11 takes no 'U': write 'r' where this is to be text, 'rb' where it is to be bytes");
  read_as_text(cx, mode);
}

// def read(path, mode='rU'), read(path, mode='rU')
void universal_default(Context& cx, Node parameter) {
  const Node mode = parameter.child(Field::kValue);
  if (parameter.child(Field::kName).text() != "mode" || !mode.is(Kind::kString)) return;
  const std::string_view body = body_of(mode);
  if (body != "rU" && body != "U" && body != "Ur" && body != "rtU") return;
  const Node function = parameter.parent().parent().child(Field::kFunction);
  if (parameter.is(Kind::kKeywordArgument) && (function.text() == "open" || function.text() == "file")) return;
  if (cx.keeps_python2()) return cx.leave(mode);
  read_as_text(cx, mode);
}

constexpr std::string_view kOfCsv[] = {"csv.reader", "csv.writer", "csv.DictReader", "csv.DictWriter"};

// c.write(file), of a ConfigParser
bool writes_settings(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (function.child(Field::kAttribute).text() != "write") return false;
  const std::string maker = value_of(function.child(Field::kObject), cx.names()).made_by;
  return maker.starts_with("ConfigParser.") || maker.starts_with("configparser.");
}

bool dumps_json(Context& cx, Node call) {
  return cx.names().resolves_to(call.child(Field::kFunction), "json.dump") &&
         call.child(Field::kArguments).named_child_count() > 1;
}

// Do all uses of the file hand it to what reads and writes text, write literals, or close it?
bool is_for_text(Context& cx, Node file) {
  const Binding* binding = file.is(Kind::kIdentifier) ? cx.names().binding(file) : nullptr;
  return binding == nullptr || std::all_of(binding->uses.begin(), binding->uses.end(), [&](Node use) {
           const Node parent = use.parent();
           if (parent.is(Kind::kAttribute)) {
             const std::string_view method = parent.child(Field::kAttribute).text();
             const Node call = parent.parent();
             if (method == "write" && call.is(Kind::kCall) && parent.field() == Field::kFunction)
               return call.child(Field::kArguments).named_child(0).is(Kind::kString);
             return method == "close" || method == "flush" || method == "fileno" || method == "closed";
           }
           const Node call = parent.parent();
           if (!parent.is(Kind::kArgumentList) || !call.is(Kind::kCall)) return false;
           if (dumps_json(cx, call)) return parent.named_child(1) == use;
           return parent.named_child(0) == use &&
                  (is_one_of(kOfCsv, cx.names().qualified(call.child(Field::kFunction))) || writes_settings(cx, call));
         });
}

// Opens it for text; csv looks after the ends of lines itself.
void open_for_text(Context& cx, Node opened, bool is_csv) {
  const Node mode = mode_of(opened);
  std::string letters(body_of(mode));
  std::erase(letters, 'b');
  const Node last = opened.child(Field::kArguments).named_children().back();
  ChangeBuilder change = cx.change(opened, "text goes through this file");
  change.set_text(body_range(mode), letters.empty() ? "r" : letters);
  if (is_csv) change.set_text(ByteRange{last.end(), last.end()}, ", newline=''");
  change.safety(Safety::kSafe).apply();
}

bool is_plain(Node opened) {
  const std::vector<Node> all = opened.child(Field::kArguments).named_children();
  const std::string_view name = last_name(opened.child(Field::kFunction));
  return all.size() == 2 && (name == "open" || name == "file") && std::none_of(all.begin(), all.end(), [](Node it) {
           return it.is_any(Kind::kListSplat, Kind::kDictionarySplat);
         });
}

// csv.reader(open(path, 'rb'))
void of_csv(Context& cx, Node call, const std::string& name) {
  const Node file = call.child(Field::kArguments).named_child(0);
  const Node opened = opening(cx, file);
  if (!has(mode_of(opened), 'b')) return;
  if (!cx.keeps_python2() && is_plain(opened) && is_for_text(cx, file)) {
    // Of several readers the first one does it.
    if (!cx.plan().replaces(mode_of(opened))) open_for_text(cx, opened, true);
    return;
  }
  cx.report(call, name + " takes text in Python 3: open the file without 'b', and with newline=''");
}

// c.write(open(path, 'wb')), json.dump(x, open(path, 'wb'))
void of_settings(Context& cx, Node call) {
  const bool is_json = dumps_json(cx, call);
  const Node file = call.child(Field::kArguments).named_child(is_json ? 1 : 0);
  const Node opened = file ? opening(cx, file) : Node();
  if (!has(mode_of(opened), 'b') || (!is_json && !writes_settings(cx, call))) return;
  if (!cx.keeps_python2() && is_plain(opened) && is_for_text(cx, file)) {
    if (!cx.plan().replaces(mode_of(opened))) open_for_text(cx, opened, false);
    return;
  }
  cx.report(call, "this is written as text in Python 3: open the file without 'b'");
}

// Do all uses of the file hand it to pickle, or close it?
bool is_for_pickles(Context& cx, Node file) {
  const Binding* binding = file.is(Kind::kIdentifier) ? cx.names().binding(file) : nullptr;
  return binding == nullptr || std::all_of(binding->uses.begin(), binding->uses.end(), [&](Node use) {
           const Node parent = use.parent();
           if (parent.is(Kind::kAttribute)) return parent.child(Field::kAttribute).text() == "close";
           return parent.is(Kind::kArgumentList) &&
                  !pickle_function(cx.names().alternatives(parent.parent().child(Field::kFunction))).empty();
         });
}

// pickle.load(open(path)), pickle.dump(x, open(path, 'w'))
void of_pickle(Context& cx, Node call, std::size_t position) {
  const Node file = call.child(Field::kArguments).named_child(position);
  const Node opened = opening(cx, file);
  if (!opened) return;
  const Node mode = mode_of(opened);
  const std::vector<Node> arguments = opened.child(Field::kArguments).named_children();
  const bool is_plain = arguments.size() == 1 && !arguments[0].is_any(Kind::kKeywordArgument, Kind::kListSplat);
  if (has(mode, 'b') || has(mode, 'U') || (!mode && !is_plain)) return;
  if (!is_for_pickles(cx, file))
    return cx.report(call, "pickles are bytes in Python 3: open the file with 'b' in its mode");
  const ByteRange end =
      mode ? ByteRange{body_range(mode).end, body_range(mode).end} : ByteRange{arguments[0].end(), arguments[0].end()};
  cx.change(opened, "pickles are bytes").set_text(end, mode ? "b" : ", 'rb'").safety(Safety::kSafe).apply();
}

void visit(Context& cx, Node call) {
  universal(cx, call);
  const std::vector<std::string> all = cx.names().alternatives(call.child(Field::kFunction));
  const std::string_view own = last_name(call.child(Field::kFunction));
  if (own == "write" || own == "dump") of_settings(cx, call);
  if (all.size() == 1 && is_one_of(kOfCsv, all.front())) of_csv(cx, call, all.front());
  const std::string pickles = pickle_function(all);
  if (pickles == "load") of_pickle(cx, call, 0);
  if (pickles == "dump") of_pickle(cx, call, 1);
}

}  // namespace

Fixer fix_open_modes() {
  return {
      .name = "open_modes",
      .doc =
          "Replaces open(path, 'rU') by open(path, 'r'), and opens files of pickles with 'b'. Finds csv files that are "
          "opened so.",
      .reference = "https://docs.python.org/3/whatsnew/3.11.html#porting-to-python-3-11",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kVariant,
      .for_both = "'U' stays: Python 2.7 would not translate the ends of lines without it.",
      .words = {"open", "file"},
      .examples = {{"text = open(path, 'rU').read()", "text = open(path, 'r').read()"},
                   {"import pickle\nx = pickle.load(open(path))", "import pickle\nx = pickle.load(open(path, 'rb'))"},
                   {"import pickle\nx = pickle.load(open(path))\ny = open(path, 'rU')",
                    "import pickle\nx = pickle.load(open(path, 'rb'))\ny = open(path, 'rU')", "--target 2+3"}},
      .visits = {{{Kind::kCall}, visit}, {{Kind::kDefaultParameter, Kind::kKeywordArgument}, universal_default}},
  };
}

}  // namespace py3k::fixers
