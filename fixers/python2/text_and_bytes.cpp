// Where bytes meet text: what the flow of values (engine/flow) knows is changed, and what it can't decide is reported,
// with what makes the one bytes and the other text.
// https://docs.python.org/3/howto/pyporting.html#text-versus-binary-data
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/flow/text_cut.h"
#include "engine/report/line_index.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"
#include "fixers/codecs.h"
#include "fixers/encoded.h"
#include "fixers/first_statement.h"
#include "fixers/method_rename.h"
#include "fixers/text_cut_of.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// What is done to one expression: x[i] is cut out, then decoded.
struct Rewrite {
  std::string text = "$x";
  Holes holes;
  Safety safety = Safety::kSafe;
  std::string message;
  bool is_slice = false;
};

class Fix {
 public:
  Fix(Context& cx, const TextCut& cut) : cx_(cx), cut_(cut), graph_(cut.flow().graph) {
    for (std::uint32_t i = 0; i < cx.plan().changes().size(); ++i) {
      const Change& change = cx.plan().changes()[i];
      if (change.state == ChangeState::kDropped) continue;
      for (const Claim& claim : change.claims) claimed_.emplace(std::pair(claim.range.start, claim.range.end), i);
      for (Node removal : change.removals) {
        std::uint32_t& end = removed_[removal.start()];
        end = std::max(end, removal.end());
      }
    }
    for (const Conversion& conversion : cut.flow().conversions)
      if (conversion.kind != Conversion::Kind::kRepr) conversions_.emplace(conversion.call.index(), &conversion);
    for (const TextCut::Crossing& crossing : cut.crossings()) {
      const Node at = crossing.from_bytes ? cut.flow().graph.edges()[crossing.edge].at : Node();
      if (at && inside_parentheses(at).is(Kind::kString)) torn_.insert(inside_parentheses(at).index());
    }
  }

  void run() {
    guard_digests();
    for (const Adaptable& adaptable : cut_.flow().adaptables) adapt(adaptable);
    for (const StringItem& item : cut_.flow().items)
      if (!graph_.holds_array(item.whole)) item.is_loop ? loop(item) : index(item);
    for (const Conversion& conversion : cut_.flow().conversions) shown(conversion);
    for (const TypeTest& test : cut_.flow().tests) type_test(test);
    for (const OrdCall& call : cut_.flow().ords) ord(call);
    for (const LineReader& reader : cut_.flow().readers) read_lines(reader);
    for (const ArrayStore& store : cut_.flow().stores) store_number(store);
    for (const TextCut::Crossing& crossing : cut_.crossings()) cross(crossing);
    for (const Pin& pin : graph_.pins())
      if (pin.is_want && pin.cost < kCertain) unmet(pin);
    for (auto& [at, rewrite] : rewrites_) apply(cx_.tree().node(at), rewrite);
  }

  // Is a statement of it no Python 2, as an earlier run has left it?
  bool is_half_converted() const {
    for (Node node : cx_.tree().root().descendants()) {
      if (!node.is_named() || !node.parent().is_any(Kind::kBlock, Kind::kModule)) continue;
      const Origin origin = cx_.origin(node.start());
      if (origin == Origin::kPython3 || (origin == Origin::kHalf && !cx_.is_of_others(node.start()))) return true;
    }
    return false;
  }

  // Once for a file in which something would be done.
  void say(const std::string& what) {
    Node first;
    const auto add = [&](Node at) {
      if (at && may_change(at) && !is_claimed(at) && (!first || at.start() < first.start())) first = at;
    };
    for (const Adaptable& adaptable : cut_.flow().adaptables)
      if (cut_.is_bytes(adaptable.vertex) && cut_.company(adaptable.vertex) != Certainty::kNone) add(adaptable.node);
    for (const TextCut::Crossing& crossing : cut_.crossings()) {
      const FlowEdge& edge = graph_.edges()[crossing.edge];
      if (is_worth_saying(crossing, edge)) add(edge.at);
    }
    if (first) report(first, "bytes are text here, or meet it, as they may not in Python 3: " + what);
  }

 private:
  bool may_change(Node node) const { return cx_.may_be_python2(node); }
  bool is_claimed(Node node) const { return claimed_.contains({node.start(), node.end()}) || is_gone(node); }
  // Is it in a statement that another fixer takes away?
  bool is_gone(Node node) const {
    const auto after = removed_.upper_bound(node.start());
    return after != removed_.begin() && std::prev(after)->second >= node.end();
  }

  // --- what can be either

  void adapt(const Adaptable& adaptable) {
    if (adaptable.kind == Adaptable::Kind::kTemporary) return temporary(adaptable.node);
    if (!cut_.is_bytes(adaptable.vertex) || !may_change(adaptable.node)) return;
    const Certainty certainty = cut_.company(adaptable.vertex);
    switch (adaptable.kind) {
      case Adaptable::Kind::kLiteral:
        return literal(adaptable, certainty);
      case Adaptable::Kind::kMode:
        return mode(adaptable, certainty);
      case Adaptable::Kind::kTemporary:
      case Adaptable::Kind::kStringIO:
        return;  // see string_io.cpp
      case Adaptable::Kind::kChr:
        return chr(adaptable, certainty);
    }
  }

  void literal(const Adaptable& adaptable, Certainty certainty) {
    const Node node = adaptable.node;
    const std::vector<Node> parts =
        node.is(Kind::kConcatenatedString) ? node.named_children() : std::vector<Node>{node};
    if (std::any_of(parts.begin(), parts.end(), [&](Node part) { return is_claimed(part); })) return;
    if (is_in_changed_call(node) || torn_.contains(node.index())) return;
    const bool can_be = std::all_of(parts.begin(), parts.end(), [](Node part) { return can_be_bytes(part); });
    if (certainty == Certainty::kNone) return taken(adaptable.vertex);
    if (certainty == Certainty::kMixed) {
      if (companies_.insert(cut_.company_of(adaptable.vertex)).second)
        report(node, story("bytes may come here", adaptable.vertex, true) +
                         ", and what isn't known: where it is bytes, make the literals that meet it bytes");
      return;
    }
    if (!can_be || !formats_bytes(adaptable))
      return report(node,
                    story("this meets bytes", adaptable.vertex, true) + ": make it bytes as well, or decode them");
    // A file that open_modes opens for text.
    const auto why = cut_.why(adaptable.vertex, true);
    if (why && why->at.is(Kind::kCall) && why->what.find("opened with 'b'") != std::string::npos &&
        changes_inside(why->at.child(Field::kArguments)))
      return;
    for (Node part : parts) {
      ChangeBuilder change = cx_.change(part, "the literal is bytes");
      // What others do to the rest of it stays; an r that one of them puts before the quotes comes along.
      const std::uint32_t start = part.start();
      if (supersede({start, start + 1}))
        change.set_text(part, "br" + std::string(part.text()));
      else
        change.set_text(ByteRange{start, start + 1}, as_bytes(part).substr(0, StringLiteral(part).unicode() ? 1 : 2));
      change.safety(safety_of(adaptable.vertex, certainty)).apply();
    }
  }

  // What goes to a place that takes bytes, from more places than are seen.
  void taken(VertexId vertex) {
    const Pin* pin = cut_.wanted_by(vertex);
    if (pin == nullptr || !pin->at || !may_change(pin->at)) return;
    report(pin->at, "bytes are wanted here in Python 3, because " + pin->why +
                        ", and text comes here: make it bytes where it comes from, or encode it");
  }

  // b'%s' takes bytes only.
  bool formats_bytes(const Adaptable& literal) const {
    return !cut_.has_odd_format(literal.vertex) || literal.node.text().find('%') == std::string_view::npos;
  }

  // What another fixer does there comes along with what is done here.
  bool supersede(std::pair<std::uint32_t, std::uint32_t> range) {
    const auto found = claimed_.find(range);
    if (found == claimed_.end()) return false;
    cx_.plan().changes()[found->second].is_unspoken = true;
    return true;
  }

  // An edit for what hangs together with this.
  Safety safety_of(VertexId vertex, Certainty certainty) const {
    return certainty == Certainty::kCertain && !cut_.is_visible(vertex) ? Safety::kSafe : Safety::kUnsafe;
  }

  void mode(const Adaptable& adaptable, Certainty certainty) {
    const Node call = adaptable.node;
    const Node arguments = call.child(Field::kArguments);
    const std::vector<Node> all = arguments.named_children();
    const Node function = call.child(Field::kFunction);
    const std::string_view name = (function.is(Kind::kAttribute) ? function.child(Field::kAttribute) : function).text();
    const bool is_second = name == "open" || name == "file" || name == "fdopen" || name == "SpooledTemporaryFile";
    Node mode = is_second ? (all.size() > 1 ? all[1] : Node()) : all.empty() ? Node() : all[0];
    for (Node argument : all)
      if (argument.is(Kind::kKeywordArgument))
        mode = argument.child(Field::kName).text() == "mode" ? argument.child(Field::kValue) : mode;
    if (certainty == Certainty::kNone) return taken(adaptable.vertex);
    if (all.empty() || (mode && !mode.is(Kind::kString)))
      return report(call, story("what goes through this file is bytes", adaptable.vertex, true) +
                              ": open it with 'b', or decode and encode");
    if (mode ? changes_inside(mode) : claimed_.contains({all[0].end(), all[0].end()})) return;
    const ByteRange end =
        mode ? ByteRange{body_range(mode).end, body_range(mode).end} : ByteRange{all[0].end(), all[0].end()};
    cx_.change(call, "bytes go through this file")
        .set_text(end, mode ? "b" : ", 'rb'")
        .safety(safety_of(adaptable.vertex, certainty))
        .apply();
  }

  // TemporaryFile(), to which text is written
  void temporary(Node call) {
    const Node arguments = call.child(Field::kArguments);
    if (!may_change(call) || !arguments.is(Kind::kArgumentList)) return;
    const std::vector<Node> all = arguments.named_children();
    const std::uint32_t end = all.empty() ? arguments.start() + 1 : all.back().end();
    cx_.change(call, "text goes to this file, and it is one of bytes unless its mode says otherwise")
        .set_text(ByteRange{end, end}, all.empty() ? "'w+'" : ", mode='w+'")
        .safety(Safety::kSafe)
        .apply();
  }

  // csv.reader(response): a file of bytes that no mode can make one of text.
  void read_lines(const LineReader& reader) {
    if (!may_change(reader.node) || is_claimed(reader.node)) return;
    const std::vector<ObjectId>& objects = graph_.vertex(reader.lines).objects;
    const bool is_of_bytes = !objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
      const FlowObject& object = graph_.object(id);
      const auto data = object.fields.find("data");
      return object.kind == FlowObject::Kind::kFile && object.name.empty() && data != object.fields.end() &&
             graph_.vertex(data->second).holds == kHoldsBytes;
    });
    if (!is_of_bytes || graph_.vertex(reader.lines).holds != 0) return;
    if (cx_.keeps_python2()) return cx_.leave(reader.node);
    ChangeBuilder change = cx_.change(reader.node, "lines of text are wanted here, and these are bytes");
    const std::string decode = change.import_for(reader.node, "codecs", "iterdecode");
    change.replace(reader.node, decode + "($x, 'utf-8')", {{"x", reader.node}}).safety(Safety::kUnsafe).apply();
  }

  // a[0] = 'x'
  void store_number(const ArrayStore& store) {
    const std::uint8_t holds = graph_.vertex(store.value).holds;
    if ((holds & kHoldsString) == 0 || (holds & ~kHoldsString) != 0 || !may_change(store.node)) return;
    if (is_claimed(store.node)) return;
    cx_.change(store.node, "a bytearray takes numbers")
        .replace(store.node, "ord($x)", {{"x", store.node}})
        .safety(Safety::kSafe)
        .apply();
  }

  bool changes_inside(Node node) const {
    const auto first = claimed_.lower_bound({node.start(), 0});
    return first != claimed_.end() && first->first.second <= node.end();
  }

  void chr(const Adaptable& adaptable, Certainty certainty) {
    const Node call = adaptable.node;
    const Node argument = call.child(Field::kArguments).named_child(0);
    if (certainty == Certainty::kNone) return taken(adaptable.vertex);
    if (cx_.keeps_python2() || !argument || is_claimed(call))
      return report(
          call, story("chr() gives text, and this meets bytes", adaptable.vertex, true) + ": bytes([n]) gives a byte");
    cx_.change(call)
        .replace(call, "bytes([$n])", {{"n", argument}})
        .safety(safety_of(adaptable.vertex, certainty))
        .apply();
  }

  // --- digests, which took both of what a parameter may hold

  static bool takes_for_digest(const Pin& pin) {
    static constexpr std::string_view kTakers[] = {"md5(",    "sha(", "sha1(",   "sha224(", "sha256(", "sha384(",
                                                   "sha512(", "new(", "update(", "HMAC(",   "crc32(",  "adler32("};
    return pin.is_want && pin.bytes && pin.at &&
           std::any_of(std::begin(kTakers), std::end(kTakers),
                       [&](std::string_view taker) { return pin.why.starts_with(taker); });
  }

  // Is nothing known of what is there?
  bool is_anything(Node node) const {
    const VertexId vertex = cut_.flow().at(inside_parentheses(node));
    if (vertex == kNoVertex) return false;
    const std::uint8_t holds = graph_.vertex(vertex).holds;
    return (holds & kHoldsString) == 0 && (holds & (kHoldsUnknown | kHoldsOther)) != 0;
  }

  // md5(key), of which nothing here says whether it is text: that is encoded, bytes are taken as they are.
  void guard_digests() {
    std::vector<Node> others;
    for (const Pin& pin : graph_.pins()) {
      if (!takes_for_digest(pin) || !may_change(pin.at) || !cut_.is_bytes(pin.vertex)) continue;
      const bool is_stranger = cut_.company(pin.vertex) == Certainty::kNone && cut_.wanted_by(pin.vertex) != nullptr;
      if (!is_stranger && !is_anything(pin.at)) continue;
      const Node at = inside_parentheses(pin.at);
      if (at.is_any(Kind::kString, Kind::kConcatenatedString) || is_claimed(at)) continue;
      if (!reported_.insert(pin.at.start()).second) continue;
      if (!at.is_any(Kind::kIdentifier, Kind::kAttribute)) {
        others.push_back(at);
        continue;
      }
      cx_.change(at, "a digest takes bytes")
          .replace(at, "$x.encode('utf-8') if isinstance($x, " + text_type() + ") else $x", {{"x", at}})
          .safety(Safety::kUnsafe)
          .apply();
    }
    if (!others.empty()) guard_by_function(others);
  }

  std::string text_type() const { return cx_.keeps_python2() ? "type(u'')" : "str"; }

  void guard_by_function(const std::vector<Node>& places) {
    const std::string name = cx_.fresh_name("_as_bytes");
    const Node place = place_for_definition(cx_.tree().root(), name, places);
    if (!place) return;
    ChangeBuilder change = cx_.change(places.front(), "a digest takes bytes");
    insert_definition(cx_, change, place,
                      "def " + name + "(value):\n    \"\"\"Encodes text, as Python 2 did for digests.\"\"\"\n" +
                          "    return value.encode('utf-8') if isinstance(value, " + text_type() + ") else value\n");
    for (Node node : places) change.replace(node, name + "($x)", {{"x", node}});
    change.safety(Safety::kUnsafe).apply();
  }

  // --- items of bytes

  // x[i] is a number; x[i:i + 1] is not.
  void index(const StringItem& item) {
    if (!may_change(item.node) || !cut_.is_live(item.item)) return;
    const Certainty certainty = cut_.holds_bytes(item.whole);
    if (certainty == Certainty::kNone || !cut_.is_bytes(item.whole)) return;
    const Node subscript = item.node.child(Field::kSubscript);
    if (!is_plain_index(subscript))
      return report(item.node, "an item of bytes is a number in Python 3: cut out a slice of one byte");
    Rewrite& rewrite = rewrites_[item.node.index()];
    const bool is_last = subscript.text() == "-1";
    rewrite.is_slice = true;
    rewrite.text = is_last ? "$whole[-1:]" : "$whole[$i:" + next_of(subscript) + "]";
    rewrite.holes = {{"whole", item.node.child(Field::kValue)}, {"i", subscript}};
    rewrite.message = "an item of bytes is a number, a slice is bytes";
    if (certainty == Certainty::kHinted) rewrite.safety = Safety::kUnsafe;
  }

  static bool is_plain_index(Node index) {
    if (index.is(Kind::kInteger) || index.is(Kind::kIdentifier)) return true;
    if (index.is(Kind::kUnaryOperator)) return index.text().starts_with("-") && index.named_child(0).is(Kind::kInteger);
    return false;
  }

  static std::string next_of(Node index) {
    const std::string text(index.text());
    if (index.is(Kind::kIdentifier)) return text + " + 1";
    const std::size_t digits = text.find_first_not_of("- ");
    if (text.find_first_not_of("0123456789", digits) != std::string::npos || text.size() > digits + 6)
      return text + " + 1";
    const int value = std::stoi(text.substr(digits));
    return text[0] == '-' ? "-" + std::to_string(value - 1) : std::to_string(value + 1);
  }

  void ord(const OrdCall& call) {
    const Node argument = call.call.child(Field::kArguments).named_child(0);
    if (!may_change(call.call) || !argument.is(Kind::kSubscript) || argument.child(Field::kSubscript).is(Kind::kSlice))
      return;
    const VertexId whole = cut_.flow().at(inside_parentheses(argument.child(Field::kValue)));
    if (whole == kNoVertex) return;
    const Certainty certainty = cut_.holds_bytes(whole);
    if (certainty == Certainty::kNone || is_claimed(call.call)) return;
    ChangeBuilder change = cx_.change(call.call);
    if (cx_.keeps_python2()) {
      const Node index = argument.child(Field::kSubscript);
      if (!is_plain_index(index)) return cx_.leave(call.call);
      change.replace(argument, index.text() == "-1" ? "$whole[-1:]" : "$whole[$i:" + next_of(index) + "]",
                     {{"whole", argument.child(Field::kValue)}, {"i", index}});
    } else {
      change.replace(call.call, "$x", {{"x", argument}});
    }
    change.safety(certainty == Certainty::kCertain ? Safety::kSafe : Safety::kUnsafe).apply();
  }

  // `b` of `for a, b in zip(x, data)`, `for i, b in enumerate(data)`, for data.
  Node target_of(Node part) const {
    const Node call = part.parent().parent();
    const Node loop = call.parent();
    if (!part.parent().is(Kind::kArgumentList) || !loop.is_any(Kind::kForStatement, Kind::kForInClause)) return {};
    if (loop.child(Field::kRight) != call) return {};
    const std::string name = cx_.names().qualified(call.child(Field::kFunction));
    const std::vector<Node> targets = loop.child(Field::kLeft).named_children();
    const std::vector<Node> parts = part.parent().named_children();
    if (name == "__builtin__.enumerate") return targets.size() == 2 ? targets[1] : Node();
    if ((name != "__builtin__.zip" && name != "itertools.izip") || parts.size() != targets.size()) return {};
    return targets[static_cast<std::size_t>(std::find(parts.begin(), parts.end(), part) - parts.begin())];
  }

  // for c in data: ord(c)
  void loop(const StringItem& item) {
    if (!item.node || !may_change(item.node)) return;
    const Certainty certainty = cut_.holds_bytes(item.whole);
    if (certainty < Certainty::kHinted) return;
    const bool is_itself = item.node.is_any(Kind::kForStatement, Kind::kForInClause);
    const Node target = is_itself ? item.node.child(Field::kLeft) : target_of(item.node);
    const Binding* binding = target.is(Kind::kIdentifier) ? cx_.names().binding(target) : nullptr;
    if (binding == nullptr) {
      if (!is_itself && cut_.is_live(item.item))
        report(item.node, "going through bytes gives numbers in Python 3, and strings are wanted");
      return;
    }
    const Node place = is_itself ? item.node.child(Field::kRight) : item.node;
    const std::string message =
        "a loop over bytes gives numbers in Python 3, and " + std::string(target.text()) + " is used as a string";
    if (binding->sites.size() != 1 || cx_.keeps_python2()) return report(place, message);
    std::vector<Node> calls;
    for (Node use : binding->uses) {
      const Node call = use.parent().parent();
      const bool is_ord = use.parent().is(Kind::kArgumentList) && call.is(Kind::kCall) &&
                          use.parent().named_child_count() == 1 &&
                          cx_.names().resolves_to(call.child(Field::kFunction), "__builtin__.ord");
      if (!is_ord) return report(place, message);
      calls.push_back(call);
    }
    if (calls.empty()) return;
    ChangeBuilder change = cx_.change(place, "a loop over bytes gives numbers");
    for (Node call : calls) change.replace(call, "$c", {{"c", call.child(Field::kArguments).named_child(0)}});
    change.safety(certainty == Certainty::kCertain ? Safety::kSafe : Safety::kUnsafe).apply();
  }

  // isinstance(data, str)
  void type_test(const TypeTest& test) {
    if (!may_change(test.test) || is_gone(test.test) || cx_.plan().replaces(test.test)) return;
    const Certainty certainty = cut_.holds_bytes(test.argument);
    if (certainty != Certainty::kCertain) return;
    const bool is_str = cx_.names().resolves_to(test.type, "__builtin__.str");
    if (!is_str && !cx_.names().resolves_to(test.type, "__builtin__.basestring")) return;
    if (is_claimed(test.type) || cx_.keeps_python2())
      return report(test.test, story("these are bytes in Python 3, and the test asks for text", test.argument, true));
    cx_.set_text(test.type, "bytes", "what is tested is bytes");
  }

  // repr(data)
  void shown(const Conversion& conversion) {
    if (conversion.kind != Conversion::Kind::kRepr || !may_change(conversion.call)) return;
    if (cut_.holds_bytes(conversion.argument) < Certainty::kHinted) return;
    report(conversion.call,
           story("the repr() of bytes begins with b in Python 3, and these are", conversion.argument, true));
  }

  // codecs.getwriter('utf-8')(sys.stdout)
 public:
  static void writer(Context& cx, Node call) {
    const Node inner = call.child(Field::kFunction);
    const Node file = call.child(Field::kArguments).named_child(0);
    if (!inner.is(Kind::kCall) || !file || cx.keeps_python2()) return;
    const std::string maker = cx.names().qualified(inner.child(Field::kFunction));
    if (maker != "codecs.getwriter" && maker != "codecs.getreader") return;
    const std::string name = cx.names().qualified(file);
    if (name != "sys.stdout" && name != "sys.stderr" && name != "sys.stdin") return;
    cx.change(file, "it writes bytes").replace(file, "$f.buffer", {{"f", file}}).apply();
  }

 private:
  // --- where one becomes the other

  const Conversion* conversion_of(Node call) const {
    const auto found = conversions_.find(call.index());
    return found == conversions_.end() ? nullptr : found->second;
  }

  void cross(const TextCut::Crossing& crossing) {
    const FlowEdge& edge = graph_.edges()[crossing.edge];
    const Node at = edge.at ? inside_parentheses(edge.at) : Node();
    const Node place = at ? at : graph_.vertex(edge.to).at ? graph_.vertex(edge.to).at : graph_.vertex(edge.from).at;
    if (!place || !may_change(place)) return;
    if (at && (is_changed_by_others(at) || is_in_changed_call(at))) return;
    if (at && edge.link != Link::kSame &&
        (crossing.from_bytes ? to_text(crossing, edge, at) : to_bytes(crossing, edge, at)))
      return;
    if (!is_worth_saying(crossing, edge) && !(at && torn_.contains(at.index()))) return;
    const auto bytes = cut_.why(crossing.from_bytes ? edge.from : edge.to, true);
    const auto text = cut_.why(crossing.from_bytes ? edge.to : edge.from, false);
    std::string message = "bytes meet text here";
    if (bytes) message += ": bytes, because " + said(*bytes);
    if (text) message += std::string(bytes ? "; " : ": ") + "text, because " + said(*text);
    report(place, message + ": decode the one, or encode the other");
  }

  // 'abc'.encode('hex') is changed as a whole, and so is unicode(str(x), 'utf-8').
  bool is_in_changed_call(Node node) const {
    const Node around = node.parent().is(Kind::kArgumentList) ? node.parent().parent() : Node();
    if (around && around.child(Field::kFunction).text() == "unicode" && cx_.plan().replaces(around)) return true;
    return node.is(Kind::kString) && node.field() == Field::kObject && node.parent().parent().is(Kind::kCall) &&
           is_claimed(node.parent().parent());
  }

  // A literal that has a b by now, or x.decode('hex'), which is decoded where that is changed.
  bool is_changed_by_others(Node at) const {
    if (!is_claimed(at)) return false;
    if (at.is(Kind::kString)) return true;
    const Node codec = at.is(Kind::kCall) ? at.child(Field::kArguments).named_child(0) : Node();
    return codec.is(Kind::kString) && is_transform(codec_name(codec)) && !cut_.decoding_at(at).empty();
  }

  // A file of bytes that is given to what takes one of text, and the other way round.
  void unmet(const Pin& pin) {
    if (!pin.at || cut_.is_bytes(pin.vertex) == pin.bytes || !cut_.is_live(pin.vertex) || !may_change(pin.at)) return;
    for (std::uint32_t index : graph_.into(pin.vertex)) {
      const VertexId from = graph_.edges()[index].from;
      const bool is_certain = (pin.bytes ? cut_.holds_text(from) : cut_.holds_bytes(from)) == Certainty::kCertain;
      if (!is_certain || is_opened_anew(from)) continue;
      const auto why = cut_.why(from, !pin.bytes);
      return report(pin.at, pin.why + (pin.bytes ? ", and this is text" : ", and these are bytes") +
                                (why ? ", because " + said(*why) : ""));
    }
  }

  // Is it what goes through a file whose mode another fixer changes?
  bool is_opened_anew(VertexId data) const {
    for (std::uint32_t index : cut_.pins_at(data)) {
      const Pin& pin = graph_.pins()[index];
      if (!pin.is_want && pin.at && pin.at.is(Kind::kCall) && changes_inside(pin.at.child(Field::kArguments)))
        return true;
    }
    return false;
  }

  bool is_worth_saying(const TextCut::Crossing& crossing, const FlowEdge& edge) const {
    const std::uint8_t holds = graph_.vertex(edge.from).holds;
    if (crossing.from_bytes) return cut_.holds_bytes(edge.from) != Certainty::kNone && (holds & kHoldsNumber) == 0;
    return cut_.holds_text(edge.from) != Certainty::kNone;
  }

  bool to_text(const TextCut::Crossing& crossing, const FlowEdge& edge, Node at) {
    const Conversion* conversion = conversion_of(at);
    if (conversion != nullptr && conversion->kind == Conversion::Kind::kEncode && drop(*conversion, at)) return true;
    if (crossing.certainty < Certainty::kHinted || crossing.may_be_none) return false;
    if (at.is_any(Kind::kString, Kind::kConcatenatedString)) return false;
    const bool is_given = (graph_.vertex(edge.from).holds & kHoldsBytes) != 0;
    if (const Conversion* around = is_given ? conversion_around(edge, at, Conversion::Kind::kEncode) : nullptr)
      return drop(*around, around->call);
    // str(x), unicode(x)
    const Node call = at.parent().is(Kind::kArgumentList) ? at.parent().parent() : Node();
    const Conversion* around = call ? conversion_of(call) : nullptr;
    if (around != nullptr && inside_parentheses(around->operand) == at &&
        (around->kind == Conversion::Kind::kStr || around->kind == Conversion::Kind::kUnicode)) {
      if (cx_.keeps_python2() || is_claimed(call)) return false;
      const bool is_ascii = around->kind == Conversion::Kind::kUnicode;
      cx_.change(call)
          .replace(call, is_ascii ? "$x.decode('ascii')" : "$x.decode('utf-8')", {{"x", at}})
          .safety(is_ascii ? Safety::kSafe : Safety::kUnsafe)
          .apply();
      return true;
    }
    if (cx_.keeps_python2() && !cut_.is_ascii(edge.from)) return false;
    if (edge.use == UseKind::kCompare) return encode_other(edge);
    if (conversion != nullptr && conversion->kind == Conversion::Kind::kEncode && !cut_.is_ascii(edge.from))
      return false;
    if (decode_pickle(at)) return true;
    if (at.is(Kind::kString) || (!cut_.is_ascii(edge.from) && is_no_text(edge.from))) return false;
    const bool is_put_in = edge.use == UseKind::kPrint || edge.use == UseKind::kFormat || edge.use == UseKind::kPlus;
    if (!is_put_in && !cut_.is_ascii(edge.from) && !is_shown(edge.to)) return false;
    Rewrite& rewrite = rewrites_[at.index()];
    if (!rewrite.is_slice && rewrite.holes.empty()) rewrite.holes = {{"x", at}};
    const bool ascii = cut_.is_ascii(edge.from);
    if (rewrite.text.find(".decode(") == std::string::npos)
      rewrite.text += ascii ? ".decode('ascii')" : ".decode('utf-8')";
    rewrite.message = "text is wanted here, and these are bytes";
    // Python 2.7 tells a str from text as well.
    if (!ascii || cx_.keeps_python2()) rewrite.safety = Safety::kUnsafe;
    return true;
  }

  bool calls_pickle(Node call, std::string_view function) const {
    return call.is(Kind::kCall) && pickle_function(cx_.names().alternatives(call.child(Field::kFunction))) == function;
  }

  // pickle.dumps(x) as text: what Python 2 gave was of protocol 0, which has a character for each byte.
  bool decode_pickle(Node call) {
    const Node given =
        calls_pickle(call, "dumps") && !cx_.keeps_python2() && !is_claimed(call) ? only_argument(call) : Node();
    if (!given || is_claimed(given)) return false;
    cx_.change(call, "it is put together with text: protocol 0, Python 2's own, can be text")
        .replace(call, "$dumps($x, 0).decode('latin-1')", {{"dumps", call.child(Field::kFunction)}, {"x", given}})
        .safety(Safety::kUnsafe)
        .apply();
    return true;
  }

  // pickle.loads(text)
  bool encode_pickle(Node text) {
    const Node call = text.parent().is(Kind::kArgumentList) ? text.parent().parent() : Node();
    if (!call || !calls_pickle(call, "loads") || only_argument(call) != text || cx_.keeps_python2() || is_claimed(text))
      return false;
    // str() made one of a buffer, such as a database gives: bytes in Python 3.
    const Conversion* made = conversion_of(text);
    const bool is_made = made != nullptr && made->kind == Conversion::Kind::kStr &&
                         (graph_.vertex(made->argument).holds & kHoldsString) == 0;
    cx_.change(text, "a pickle is bytes: as text, it has a character for each")
        .replace(text, is_made ? "bytes($x)" : "$x.encode('latin-1')", {{"x", is_made ? made->operand : text}})
        .safety(Safety::kUnsafe)
        .apply();
    return true;
  }

  // What was packed, compressed, digested or decoded from hexadecimal digits is nobody's UTF-8.
  bool is_no_text(VertexId vertex) const {
    static constexpr std::string_view kMakers[] = {"pack()", "digest()",  "compress()", "unhexlify()",
                                                   "a2b_",   "urandom()", "dumps()"};
    const auto why = cut_.why(vertex, true);
    return why && std::any_of(std::begin(kMakers), std::end(kMakers),
                              [&](std::string_view maker) { return why->what.starts_with(maker); });
  }

  // line == os.linesep: text of ASCII characters is the same as bytes.
  bool encode_other(const FlowEdge& edge) {
    for (std::uint32_t index : graph_.into(edge.to)) {
      const FlowEdge& other = graph_.edges()[index];
      if (other.from == edge.from || !other.at || (graph_.vertex(other.from).holds & kHoldsText) == 0 ||
          cut_.holds_text(other.from) != Certainty::kCertain || !cut_.is_ascii(other.from))
        continue;
      return encode(inside_parentheses(other.at));
    }
    return false;
  }

  bool encode(Node at) {
    if (is_claimed(at)) return false;
    cx_.change(at).replace(at, "$x.encode('ascii')", {{"x", at}}).safety(Safety::kSafe).apply();
    return true;
  }

  // Is it text because people are to read it?
  bool is_shown(VertexId vertex) const {
    const auto why = cut_.why(vertex, false);
    return why && (why->what.ends_with("printed") || why->what.ends_with("exception's text") ||
                   why->what.ends_with("put into text") || why->what.ends_with("put together here"));
  }

  // `if isinstance(x, unicode): return x.encode('utf-8')`: which of its branches can happen is for type_tests to say.
  static bool is_tested(Node operand) {
    const auto asks = [&](Node node) {
      return node.is(Kind::kCall) && node.child(Field::kFunction).text() == "isinstance" &&
             node.child(Field::kArguments).named_child(0).text() == operand.text();
    };
    for (Node at = operand.parent(); at; at = at.parent()) {
      const bool is_inline = at.is(Kind::kConditionalExpression);
      if (!is_inline && !at.is_any(Kind::kIfStatement, Kind::kElifClause)) continue;
      for (Node node : (is_inline ? at.named_child(1) : at.child(Field::kCondition)).subtree())
        if (asks(node)) return true;
    }
    return false;
  }

  // print u.encode('utf-8'): text is printed as it is.
  bool drop(const Conversion& conversion, Node at) {
    if (cx_.keeps_python2() || is_claimed(at)) return false;
    if (cx_.plan().replaces(at)) return true;
    if (is_tested(conversion.operand)) return false;
    const Node arguments = conversion.call.child(Field::kArguments);
    constexpr std::string_view kAnything[] = {"utf_8", "utf8", "ascii", "us_ascii", "u8", "utf"};
    const std::uint32_t given = conversion.kind == Conversion::Kind::kDecoded ? 1 : 0;
    const Node codec = arguments.named_child(given);
    const bool is_named = codec.is(Kind::kString);
    // What a variable is given may have more to it.
    if (!is_named && at.parent().is(Kind::kAssignment) && conversion.kind == Conversion::Kind::kEncode) return false;
    if (arguments.named_child_count() > given + 1 || (is_named && !is_one_of(kAnything, codec_name(codec))))
      return false;
    if (conversion.kind == Conversion::Kind::kEncode && asks_whether(at)) return decode_asked(at, codec);
    const Node assignment = at.parent();
    if (given == 1) {  // the name that another fixer changes goes
      const Node function = conversion.call.child(Field::kFunction);
      supersede({function.start(), function.end()});
    }
    const bool is_nothing = assignment.is(Kind::kAssignment) && assignment.parent().is(Kind::kExpressionStatement) &&
                            assignment.child(Field::kLeft).text() == conversion.operand.text();
    ChangeBuilder change = cx_.change(at);
    if (is_nothing)
      change.remove(assignment.parent());
    else
      change.replace(at, "$x", {{"x", conversion.operand}});
    change.safety(Safety::kUnsafe).apply();
    return true;
  }

  // Is it in a `try` that knows what to do where it can't be encoded?
  static bool asks_whether(Node call) {
    for (Node at = call.ancestor(Kind::kTryStatement); at; at = at.ancestor(Kind::kTryStatement)) {
      if (!call.is_within(at.child(Field::kBody))) continue;
      for (Node part : at.children())
        if (catches_encode_error(part)) return true;
    }
    return false;
  }

  // It asks still, and gives text.
  bool decode_asked(Node call, Node codec) {
    const std::uint32_t start = call.parent().is(Kind::kAssignment) ? call.parent().start() : call.start();
    if (claimed_.contains({start, call.start()})) return true;  // see ascii_checks
    if (!codec.is(Kind::kString) || (codec_name(codec) != "ascii" && codec_name(codec) != "us_ascii")) return false;
    cx_.change(call).replace(call, "$x.decode('ascii')", {{"x", call}}).safety(Safety::kUnsafe).apply();
    return true;
  }

  // The x.encode() or x.decode() that an expression is the x of.
  const Conversion* conversion_around(const FlowEdge& edge, Node at, Conversion::Kind kind) const {
    if (edge.use != UseKind::kObject) return nullptr;
    Node object = at;
    while (object.parent().is(Kind::kParenthesizedExpression)) object = object.parent();
    const Node attribute = object.parent();
    if (!attribute.is(Kind::kAttribute) || attribute.field() != Field::kFunction) return nullptr;
    const Conversion* found = conversion_of(attribute.parent());
    return found != nullptr && found->kind == kind ? found : nullptr;
  }

  // Is it put into a format that is bytes, or becomes them?
  bool is_in_bytes(Node operand) const {
    Node format = operand.parent();
    while (format.is_any(Kind::kTuple, Kind::kParenthesizedExpression)) format = format.parent();
    const Node left = format.is(Kind::kBinaryOperator) ? inside_parentheses(format.child(Field::kLeft)) : Node();
    if (!left.is(Kind::kString)) return true;
    if (StringLiteral(left).bytes()) return true;
    const VertexId vertex = cut_.flow().at(left);
    return vertex != kNoVertex && cut_.is_bytes(vertex) && cut_.company(vertex) >= Certainty::kHinted &&
           !cut_.has_odd_format(vertex);
  }

  bool to_bytes(const TextCut::Crossing& crossing, const FlowEdge& edge, Node at) {
    if (crossing.certainty >= Certainty::kHinted)
      if (const Conversion* around = conversion_around(edge, at, Conversion::Kind::kDecode))
        return drop(*around, around->call);
    const Conversion* decoded = at.parent().is(Kind::kArgumentList) ? conversion_of(at.parent().parent()) : nullptr;
    if (decoded != nullptr && decoded->kind == Conversion::Kind::kDecoded &&
        inside_parentheses(decoded->operand) == at && crossing.certainty >= Certainty::kHinted)
      return drop(*decoded, decoded->call);
    // What is decoded is meant to be text, wherever that leads.
    const Conversion* conversion = conversion_of(at);
    if (conversion != nullptr && conversion->kind == Conversion::Kind::kDecode) return false;
    if (crossing.certainty != Certainty::kCertain) return false;
    if (edge.use == UseKind::kFormat && !is_in_bytes(at)) return false;
    const bool is_met = edge.use == UseKind::kArgument || edge.use == UseKind::kCompare || edge.use == UseKind::kPlus ||
                        at.parent().is(Kind::kPair);
    if (is_met && at.is(Kind::kString) && can_be_bytes(at) && !is_claimed(at)) {
      supersede({at.start(), at.start() + 1});  // the u that goes
      cx_.set_text(at, as_bytes(at), "the literal is bytes");
      return true;
    }
    const bool is_format = at.is(Kind::kBinaryOperator) && at.child(Field::kOperator).is(Kind::kTokenPercent);
    if (crossing.may_be_none || (!is_format && (graph_.vertex(edge.from).holds & kHoldsText) == 0)) return false;
    if (cut_.is_ascii(edge.from)) return encode(at);
    if (encode_pickle(at)) return true;
    if (!is_format || cx_.keeps_python2() || is_claimed(at)) return false;
    cx_.change(at).replace(at, "$x.encode('utf-8')", {{"x", at}}).safety(Safety::kUnsafe).apply();
    return true;
  }

  void apply(Node node, const Rewrite& rewrite) {
    if (is_claimed(node)) return;
    cx_.change(node, rewrite.message).replace(node, rewrite.text, rewrite.holes).safety(rewrite.safety).apply();
  }

  // --- words

  void report(Node node, const std::string& message) {
    if (!node || is_gone(node) || !reported_.insert(node.start()).second) return;
    cx_.report(node, message);
  }

  std::string story(std::string what, VertexId vertex, bool bytes) const {
    if (const auto why = cut_.why(vertex, bytes)) what += ", because " + said(*why);
    return what;
  }

  std::string said(const TextCut::Story& story) const {
    if (!story.at) return story.what;
    if (!lines_) lines_.emplace(cx_.text(), Columns::kBytes);
    return story.what + " (line " + std::to_string(lines_->line(story.at.start())) + ")";
  }

  Context& cx_;
  const TextCut& cut_;
  const ValueGraph& graph_;
  mutable std::optional<LineIndex> lines_;                                    // for those who ask
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> claimed_;  // by which change
  std::map<std::uint32_t, std::uint32_t> removed_;                            // statements that go: start and end
  std::map<std::uint32_t, const Conversion*> conversions_;                    // by call
  std::set<std::uint32_t> torn_;  // literals that go to where text is taken, and to where bytes are
  std::set<std::uint32_t> reported_;
  std::set<std::uint32_t> companies_;
  std::map<std::uint32_t, Rewrite> rewrites_;  // by node
};

bool tells_versions(Context& cx) {
  static constexpr std::string_view kSigns[] = {"version_info", "hexversion", "PY3", "PY2", "import six", "from six"};
  return std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](std::string_view sign) { return cx.text().find(sign) != std::string_view::npos; });
}

void decide(Context& cx) {
  const TextCut* cut = text_cut_of(cx);
  if (cut == nullptr) return;
  Fix fix(cx, *cut);
  // What hangs together is changed together, or not at all.
  if (cx.settings().safe_only) return fix.say("a run without --safe looks after these");
  if (fix.is_half_converted()) return fix.say("parts of it may be Python 3 by now; --from 2 says that they are not");
  if (tells_versions(cx)) return fix.say("the file tells Pythons apart: see that each of its ways is right");
  fix.run();
}

}  // namespace

Fixer fix_text_and_bytes() {
  return {
      .name = "text_and_bytes",
      .doc =
          "Follows bytes from where they come (sockets, binary files, other processes, hashing, encoding) to what they "
          "meet. Literals that meet only bytes get a b, files that bytes go through are opened with 'b', x[0] of bytes "
          "becomes a slice, and bytes that are printed or put into text are decoded. What can't be decided is "
          "reported, with what makes the one bytes and the other text.",
      .reference = "https://docs.python.org/3/howto/pyporting.html#text-versus-binary-data",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Bytes that are decoded because they are printed, or put into text, are no UTF-8; or what is hinted by a "
          "caller in the file is no rule.",
      .runs_on = RunsOn::kVariant,
      .for_both = "Nothing is decoded but ASCII; the other places are reported.",
      .needs = Needs::kEvidence,
      .judges_origins = true,
      .words = {"encode",       "decode",        "recv",      "socket",    "subprocess",  "hashlib",     "md5",
                "sha",          "base64",        "zlib",      "binascii",  "bz2",         "hmac",        "struct",
                "pickle",       "cPickle",       "marshal",   "urandom",   "urlopen",     "ElementTree", "wfile",
                "rfile",        "tempfile",      "gzip",      "zipfile",   "tarfile",     "ctypes",      "mmap",
                "open",         "file",          "telnetlib", "poplib",    "imaplib",     "smtplib",     "ftplib",
                "httplib",      "SocketServer",  "uuid",      "codecs",    "b''",         "read",        "BytesIO",
                "bytearray",    "xmlrpclib",     "inet_aton", "inet_ntoa", "get_payload", "toxml",       "toprettyxml",
                "anydbm",       "dumbdbm",       "gdbm",      "StringIO",  "cStringIO",   "sendall",     "recvfrom",
                "cElementTree", "decode_header", "array"},
      .examples = {{"import base64\nx = 'Basic ' + base64.b64encode('a:b')",
                    "import base64\nx = 'Basic ' + base64.b64encode(b'a:b').decode('ascii')"},
                   {"import socket\ns = socket.socket()\nif s.recv(2) == 'ok': s.send('bye')",
                    "import socket\ns = socket.socket()\nif s.recv(2) == b'ok': s.send(b'bye')"}},
      .visits = {{{Kind::kCall}, Fix::writer}},
      .last = decide,
      .wins_over = {{"invalid_escapes", "the literal is bytes, and raw"}, {"unicode", "the literal is bytes"}},
  };
}

}  // namespace py3k::fixers
