// Calls, and what becomes of objects and strings where they are called, indexed, gone through.
#include <algorithm>
#include <cctype>
#include <span>

#include "engine/analysis/values.h"
#include "engine/flow/flow_builder.h"
#include "engine/flow/library_roles.h"
#include "engine/library/signatures.h"
#include "engine/one_of.h"
#include "engine/syntax/string_literal.h"

namespace py3k::engine {

namespace {

using Object = FlowObject::Kind;

constexpr std::uint8_t kStringBits = kHoldsString | kHoldsUnknown | kHoldsOther | kHoldsNone;
constexpr std::uint8_t kDerivedBits = kHoldsString | kHoldsUnknown | kHoldsOther;
constexpr std::uint32_t kCostOfDrop = 8;  // of a conversion that is there already
constexpr std::uint32_t kCostOfShowing = 100;
constexpr std::uint32_t kCostOfSink = 30;
constexpr std::size_t kNoPosition = 99;  // of an argument that is given by its name alone

constexpr std::string_view kToAscii[] = {"base64", "base_64",      "base64_codec",     "hex", "hex_codec",
                                         "quopri", "quopri_codec", "quoted_printable", "uu",  "uu_codec"};
constexpr std::string_view kToBytes[] = {"bz2", "bz2_codec", "zip", "zlib", "zlib_codec"};
constexpr std::string_view kOtherTransforms[] = {"rot13", "rot_13", "string_escape"};
constexpr std::string_view kOfAscii[] = {"ascii", "us_ascii", "unicode_escape", "idna", "punycode"};

constexpr std::string_view kBound = ".bound";  // a method of a file or a list as a value

bool is_exception(std::string_view name) {
  return name.ends_with("Error") || name.ends_with("Exception") || name.ends_with("Warning") || name == "SystemExit";
}

std::string_view body_of(Node literal) {
  return literal.is(Kind::kString) ? StringLiteral(literal).body() : std::string_view();
}

// Has a pattern more than one group? findall() gives tuples then.
bool has_groups(Node pattern) {
  const std::string_view body = body_of(pattern);
  int count = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '\\') {
      ++i;
    } else if (body[i] == '(') {
      const bool is_other = body.substr(i + 1).starts_with('?') && !body.substr(i + 1).starts_with("?P<");
      if (!is_other) ++count;
    }
  }
  return count > 1;
}

// "base_64" for 'Base-64'
std::string codec_named(Node literal) {
  std::string codec(body_of(literal));
  for (char& c : codec) c = c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return codec;
}

// What a member of a struct is: 's' for a string, 'i' for a number.
std::string struct_letters(std::string_view format) {
  std::string letters;
  std::size_t count = 0;
  bool is_counted = false;
  for (char c : format) {
    if (c >= '0' && c <= '9') {
      count = std::min<std::size_t>(count * 10 + static_cast<std::size_t>(c - '0'), 100);
      is_counted = true;
      continue;
    }
    const bool is_string = c == 's' || c == 'p';
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '?';
    if (is_letter && c != 'x') letters.append(is_string || !is_counted ? 1 : count, is_string || c == 'c' ? 's' : 'i');
    count = 0;
    is_counted = false;
  }
  return letters;
}

}  // namespace

const FlowBuilder::Argument* FlowBuilder::argument(const CallSite& site, std::size_t position,
                                                   std::string_view keyword) const {
  std::size_t at = 0;
  for (const Argument& argument : site.arguments) {
    if (argument.is_star) return nullptr;
    if (!argument.keyword.empty()) {
      if (argument.keyword == keyword) return &argument;
    } else if (at++ == position) {
      return &argument;
    }
  }
  return nullptr;
}

VertexId FlowBuilder::call(Node node) {
  const Node function = node.child(Field::kFunction);
  const Node list = node.child(Field::kArguments);
  CallSite site{.call = node, .result = made(node, 0)};
  std::string name = meaning(function);
  if (!name.empty() && is_of_value(function, name)) name.clear();
  VertexId object = kNoVertex;
  if (name.empty() && function.is(Kind::kAttribute)) object = evaluate(function.child(Field::kObject));
  const std::vector<Node> arguments = list.is(Kind::kArgumentList) ? list.named_children() : std::vector<Node>{list};
  for (Node argument : arguments) {
    Argument given{.node = argument};
    if (argument.is(Kind::kKeywordArgument)) {
      given.keyword = argument.child(Field::kName).text();
      given.node = argument.child(Field::kValue);
    } else if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat)) {
      given.is_star = true;
      given.node = argument.named_child(0);
    }
    given.value = evaluate(given.node);
    site.arguments.push_back(std::move(given));
  }
  const VertexId result = site.result;
  if (name.starts_with("__builtin__.")) {
    const std::string_view own = std::string_view(name).substr(12);
    if (conversion_call(site, own) || builtin_call(site, own)) return result;
    if (is_exception(own))
      for (const Argument& given : site.arguments)
        if (!given.is_star) want(given.value, given.node, false, UseKind::kArgument, 50, "it is an exception's text");
    if (library_call(site, name, false)) return result;
    graph().put(result, kHoldsUnknown);
    return result;
  }
  if (!name.empty()) {
    constexpr std::string_view kLazy[] = {"itertools.izip", "itertools.imap", "itertools.ifilter"};
    if (is_one_of(kLazy, name) && builtin_call(site, std::string_view(name).substr(11))) return result;
    if (library_call(site, name, false)) return result;
    if (gives_process(site))
      give(result, "subprocess.Popen", nullptr, node, "", true);
    else
      graph().put(result, kHoldsUnknown);
    return result;
  }
  if (object != kNoVertex) {
    const bool is_string = string_method(site, function, object);
    const auto index = static_cast<std::uint32_t>(calls_.size());
    site.object = object;
    calls_.push_back(site);
    FlowDemand demand{.kind = FlowDemand::Kind::kMethod,
                      .name = function.child(Field::kAttribute).text(),
                      .value = result,
                      .at = node};
    demand.position = index;
    demand.is_slice = is_string;
    graph().demand(object, demand);
    return result;
  }
  FlowDemand demand{.kind = FlowDemand::Kind::kCall, .value = result, .at = node};
  demand.position = static_cast<std::uint32_t>(calls_.size());
  calls_.push_back(site);
  graph().demand(evaluate(function), demand);
  return result;
}

// Popen(command, universal_newlines=True)
bool FlowBuilder::asks_for_text(const CallSite& site) const {
  return argument(site, kNoPosition, "universal_newlines") != nullptr ||
         argument(site, kNoPosition, "text") != nullptr || argument(site, kNoPosition, "encoding") != nullptr;
}

// process = project.run(command, stdout=subprocess.PIPE), of which then process.stdout is read: whatever function of
// another file that is, it gives what subprocess.Popen gives.
bool FlowBuilder::gives_process(const CallSite& site) {
  const Argument* out = argument(site, kNoPosition, "stdout");
  if (out == nullptr || meaning(out->node) != "subprocess.PIPE" || asks_for_text(site)) return false;
  const Node assignment = site.call.parent();
  const Node name = assignment.is(Kind::kAssignment) ? assignment.child(Field::kLeft) : Node();
  const Binding* binding = name.is(Kind::kIdentifier) ? names_.binding(name) : nullptr;
  return binding != nullptr && std::any_of(binding->uses.begin(), binding->uses.end(), [](Node use) {
           constexpr std::string_view kMembers[] = {"stdout", "stderr", "communicate", "wait", "poll", "returncode"};
           return use.field() == Field::kObject && is_one_of(kMembers, use.parent().child(Field::kAttribute).text());
         });
}

// os.environ.get, sys.stdout.write: of an object of the library's, not of a module?
bool FlowBuilder::is_of_value(Node attribute, const std::string& name) {
  if (!attribute.is(Kind::kAttribute) || library_role(name) != nullptr) return false;
  const Fact* owner = library_role(meaning(attribute.child(Field::kObject)));
  return owner != nullptr && !owner->is_called && !owner->gives.empty();
}

// --- strings

// fs, after fs = sys.getfilesystemencoding() or 'utf-8'
bool FlowBuilder::names_codec(Node argument) const {
  if (names_encoding(argument)) return true;
  const Binding* binding = argument.is(Kind::kIdentifier) ? names_.binding(argument) : nullptr;
  const std::vector<Node> given = binding != nullptr ? values_given(*binding) : std::vector<Node>();
  return !given.empty() && std::all_of(given.begin(), given.end(), [](Node value) {
    const Node first = value.is(Kind::kBooleanOperator) ? value.child(Field::kLeft) : value;
    return first.is_any(Kind::kString, Kind::kIdentifier, Kind::kAttribute)
               ? names_encoding(first)
               : first.is(Kind::kCall) && first.child(Field::kFunction).text().ends_with("encoding");
  });
}

bool FlowBuilder::string_method(CallSite& site, Node function, VertexId object) {
  const std::string_view name = function.child(Field::kAttribute).text();
  const Node owner = function.child(Field::kObject);
  const auto codec = [&] { return codec_named(node_of(argument(site, 0, "encoding"))); };
  if (name == "encode" || name == "decode") {
    const bool encodes = name == "encode";
    // What has an encode() without arguments may be anything, and so may what takes other text than a codec's name.
    const Argument* named = argument(site, 0, "encoding");
    const bool is_other = std::any_of(site.arguments.begin(), site.arguments.end(), [](const Argument& given) {
      return !given.keyword.empty() && given.keyword != "encoding" && given.keyword != "errors";
    });
    if (is_other || (named != nullptr && !names_codec(named->node))) {
      graph().put(site.result, kHoldsUnknown);
      return true;
    }
    if (is_one_of(kToAscii, codec()) || is_one_of(kToBytes, codec())) {
      transform(site, object, owner, encodes, is_one_of(kToAscii, codec()));
      return true;
    }
    if (is_one_of(kOtherTransforms, codec()) || (site.arguments.empty() && !owner.is(Kind::kString))) {
      graph().put(site.result, kHoldsUnknown);
      return true;
    }
    const VertexId source = made(site.call, encodes ? kHoldsBytes : kHoldsText);
    if (is_one_of(kOfAscii, codec())) mark_ascii(source);
    graph().pin({source, encodes, kCertain, site.call,
                 encodes ? std::string("encode() gives bytes") : std::string("decode() gives text")});
    graph().link({.from = source, .to = site.result, .link = Link::kSource, .cost = kCostOfDrop, .at = site.call});
    want(object, owner, !encodes, UseKind::kObject, kCostOfSink, encodes ? "it is encoded" : "it is decoded");
    if (named != nullptr)
      want(named->value, named->node, false, UseKind::kArgument, kCostOfSink, "it names an encoding");
    flow_.conversions.push_back(
        {encodes ? Conversion::Kind::kEncode : Conversion::Kind::kDecode, object, site.result, site.call, owner});
    return true;
  }
  if (name == "strftime" || name == "isoformat") {
    put_text(site.result, site.call, std::string(name) + "() gives text");
    return true;
  }
  // connection, address = server.accept(), of whatever is given to a function
  if (name == "accept" && site.arguments.empty() && site.call.parent().is(Kind::kAssignment)) {
    give(site.result, "tuple[socket.socket,any]", nullptr, site.call, "", true);
    return true;
  }
  if (name == "get_payload" && !site.arguments.empty()) {
    const Argument* decodes = argument(site, 1, "decode");
    if (decodes != nullptr && (decodes->node.text() == "True" || decodes->node.text() == "1"))
      put_bytes(site.result, site.call, "get_payload() gives bytes where it decodes", false);
    return true;
  }
  const Fact* fact = known_method(name);
  if (fact == nullptr || !fact->name.starts_with("__builtin__.str.")) return false;
  const VertexId receiver = made(owner, 0);
  use(object, owner, receiver, UseKind::kObject, kDerivedBits);
  if (name == "format") {
    graph().pin({receiver, false, kCertain, owner, "bytes have no format()"});
    graph().link({.from = receiver, .to = site.result, .carries = kDerivedBits, .carries_objects = false});
    put_text(site.result, site.call, "bytes have no format()");
    for (const Argument& given : site.arguments)
      if (!given.is_star) want(given.value, given.node, false, UseKind::kFormat, 50, "it is put into text");
    return true;
  }
  if (name == "join") {
    graph().link({.from = receiver, .to = site.result, .carries = kDerivedBits, .carries_objects = false});
    if (const Argument* given = argument(site, 0, "")) {
      const VertexId item = made(given->node, 0);
      graph().demand(given->value, {.kind = FlowDemand::Kind::kIterate, .value = item, .at = given->node});
      graph().link({.from = item, .to = site.result, .carries = kDerivedBits, .carries_objects = false});
    }
    return true;
  }
  // data[0].isdigit()
  if (fact->gives == "bool") use(receiver, {}, made(owner, 0), UseKind::kOther, 0);
  if (fact->gives == "same") {
    graph().link({.from = receiver, .to = site.result, .carries = kDerivedBits, .carries_objects = false});
  } else if (fact->gives == "list" || fact->gives == "tuple") {
    const ObjectId parts = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().link(
        {.from = receiver, .to = graph().field(parts, "item"), .carries = kDerivedBits, .carries_objects = false});
    graph().put_object(site.result, parts);
  } else if (fact->gives == "int" || fact->gives == "bool") {
    graph().put(site.result, kHoldsNumber);
  }
  const std::vector<ArgumentRole> roles = argument_roles(fact->takes);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const Argument* given = roles[i].role == "same" ? argument(site, i, "") : nullptr;
    if (given == nullptr) continue;
    use(given->value, given->node, receiver, UseKind::kArgument, 0);
    graph().demand(given->value,
                   {.kind = FlowDemand::Kind::kAgree, .name = "items", .value = receiver, .at = given->node});
  }
  return true;
}

// 'ab'.encode('hex')
void FlowBuilder::transform(const CallSite& site, VertexId value, Node at, bool encodes, bool is_ascii) {
  put_bytes(site.result, site.call, "the codec gives bytes", encodes && is_ascii);
  want(value, at, true, UseKind::kObject, kCostOfSink, "the codec takes bytes");
}

// codecs.encode(x, 'hex')
bool FlowBuilder::transform_call(const CallSite& site, bool encodes) {
  const Argument* given = argument(site, 0, "obj");
  const std::string codec = codec_named(node_of(argument(site, 1, "encoding")));
  const bool is_ascii = is_one_of(kToAscii, codec);
  if (given == nullptr || codec.empty() || is_one_of(kOtherTransforms, codec)) return false;
  if (is_ascii || is_one_of(kToBytes, codec)) {
    transform(site, given->value, given->node, encodes, is_ascii);
    return true;
  }
  if (encodes)
    put_bytes(site.result, site.call, "encode() gives bytes", is_one_of(kOfAscii, codec));
  else
    put_text(site.result, site.call, "decode() gives text");
  want(given->value, given->node, !encodes, UseKind::kArgument, kCostOfSink,
       encodes ? "it is encoded" : "it is decoded");
  return true;
}

// print(x), in a file that has it as a function, or that an earlier run has changed
bool FlowBuilder::print_call(const CallSite& site) {
  for (const Argument& given : site.arguments) {
    if (given.keyword == "file") print_to(given.value, given.node);
    if (given.keyword.empty() && !given.is_star) printed(given.value, given.node);
  }
  graph().put(site.result, kHoldsNone);
  return true;
}

// str(x), unicode(x), ord(x), chr(n)
bool FlowBuilder::conversion_call(const CallSite& site, std::string_view name) {
  const Argument* first = argument(site, 0, "");
  if (name == "chr") {
    graph().put(site.result, kHoldsLiteral);
    // What calls it, map(chr, numbers), can't be changed as easily.
    const bool is_plain = meaning(site.call.child(Field::kFunction)) == "__builtin__.chr";
    graph().pin({site.result, false, is_plain ? 3U : 40U, site.call, "chr() gives text"});
    if (is_plain) flow_.adaptables.push_back({Adaptable::Kind::kChr, site.result, site.call});
    return true;
  }
  if (first == nullptr) return false;
  if (name == "ord") {
    graph().put(site.result, kHoldsNumber);
    flow_.ords.push_back({first->value, site.call});
    if (first->node.is(Kind::kIdentifier)) use(first->value, {}, made(site.call, 0), UseKind::kOther, 0);
    return true;
  }
  if (name == "repr") {
    put_text(site.result, site.call, "repr() gives text");
    flow_.conversions.push_back({Conversion::Kind::kRepr, first->value, site.result, site.call, first->node});
    return true;
  }
  if (name != "str" && name != "unicode") return false;
  if (site.arguments.size() > 1) {
    put_text(site.result, site.call, "it is decoded there");
    want(first->value, first->node, true, UseKind::kArgument, kCostOfSink, "it is decoded there");
    if (const Argument* given = argument(site, 1, "encoding"))
      want(given->value, given->node, false, UseKind::kArgument, kCostOfSink, "it names an encoding");
    flow_.conversions.push_back({Conversion::Kind::kDecoded, first->value, site.result, site.call, first->node});
    return true;
  }
  if (name == "unicode") {
    const VertexId text = made(site.call, kHoldsText);
    graph().pin({text, false, kCertain, site.call, "unicode() gives text"});
    graph().link({.from = text, .to = site.result, .link = Link::kSource, .at = site.call});
    want(first->value, first->node, false, UseKind::kOther, 5, "unicode() makes text of it");
  } else {
    graph().link({.from = first->value,
                  .to = site.result,
                  .link = Link::kUse,
                  .use = UseKind::kOther,
                  .carries = kHoldsBytes | kHoldsText | kHoldsLiteral,
                  .carries_objects = false,
                  .cost = kCostOfDrop,
                  .at = first->node});
    graph().demand(first->value,
                   {.kind = FlowDemand::Kind::kAgree, .name = "str", .value = site.result, .at = site.call});
  }
  flow_.conversions.push_back({name == "str" ? Conversion::Kind::kStr : Conversion::Kind::kUnicode, first->value,
                               site.result, site.call, first->node});
  return true;
}

bool FlowBuilder::builtin_call(const CallSite& site, std::string_view name) {
  constexpr std::string_view kSequences[] = {"list",     "tuple",  "set",       "frozenset", "iter",
                                             "reversed", "sorted", "enumerate", "filter"};
  if (name == "open" || name == "file") {
    opened(site, 1, site.call);
    return true;
  }
  if (name == "print") return print_call(site);
  if (name == "iter" && site.arguments.size() == 2) {
    const ObjectId object = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().put_object(site.result, object);
    const VertexId item = graph().field(object, "item");
    // iter(f.readline, ''): what a method of the object gives
    const Node function = site.arguments[0].node;
    const bool is_method = function.is(Kind::kAttribute);
    FlowDemand each{
        .kind = is_method ? FlowDemand::Kind::kMethod : FlowDemand::Kind::kCall, .value = item, .at = site.call};
    if (is_method) each.name = function.child(Field::kAttribute).text();
    each.position = static_cast<std::uint32_t>(calls_.size());
    calls_.push_back({.call = site.call, .result = item});
    graph().demand(is_method ? evaluate(function.child(Field::kObject)) : site.arguments[0].value, each);
    use(site.arguments[1].value, site.arguments[1].node, item, UseKind::kCompare, 0);
    return true;
  }
  if (is_one_of(kSequences, name)) {
    const ObjectId object = graph().make({.kind = Object::kSequence, .site = site.call});
    VertexId item = graph().field(object, "item");
    if (name == "enumerate") {
      const ObjectId pair = graph().make({.kind = Object::kSequence, .site = site.call});
      graph().put(graph().field(pair, "0"), kHoldsNumber);
      graph().put_object(item, pair);
      item = graph().field(pair, "1");
    }
    if (const Argument* given = argument(site, name == "filter" ? 1 : 0, ""))
      graph().demand(given->value, {.kind = FlowDemand::Kind::kIterate, .value = item, .at = given->node});
    graph().put_object(site.result, object);
    return true;
  }
  if (name == "zip" || name == "map") {
    const ObjectId object = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().put_object(site.result, object);
    const VertexId item = graph().field(object, "item");
    if (name == "zip") {
      const ObjectId tuple = graph().make({.kind = Object::kSequence, .site = site.call});
      graph().put_object(item, tuple);
      for (std::size_t i = 0; i < site.arguments.size(); ++i)
        graph().demand(site.arguments[i].value, {.kind = FlowDemand::Kind::kIterate,
                                                 .value = graph().field(tuple, std::to_string(i)),
                                                 .at = site.arguments[i].node});
      return true;
    }
    // map(f, xs): a call of f with items.
    CallSite each{.call = site.call, .result = item};
    for (std::size_t i = 1; i < site.arguments.size(); ++i) {
      const VertexId one = made(site.arguments[i].node, 0);
      graph().demand(site.arguments[i].value,
                     {.kind = FlowDemand::Kind::kIterate, .value = one, .at = site.arguments[i].node});
      each.arguments.push_back({.value = one, .node = {}});
    }
    if (site.arguments.empty()) return true;
    const std::string function = meaning(site.arguments[0].node);
    if (function == "__builtin__.str" || function == "__builtin__.repr") {
      put_text(item, site.call, "str() gives text");
    } else if (function == "__builtin__.ord" || function == "__builtin__.int") {
      graph().put(item, kHoldsNumber);
      if (function.ends_with("ord") && !each.arguments.empty())
        use(each.arguments[0].value, {}, made(site.call, 0), UseKind::kOther, 0);
    } else {
      FlowDemand demand{.kind = FlowDemand::Kind::kCall, .value = item, .at = site.call};
      demand.position = static_cast<std::uint32_t>(calls_.size());
      calls_.push_back(std::move(each));
      graph().demand(site.arguments[0].value, demand);
    }
    return true;
  }
  if (name == "dict") {
    const ObjectId object = graph().make({.kind = Object::kDict, .site = site.call});
    graph().put_object(site.result, object);
    if (const Argument* given = argument(site, 0, "")) {
      const VertexId pair = made(given->node, 0);
      graph().demand(given->value, {.kind = FlowDemand::Kind::kIterate, .value = pair, .at = given->node});
      for (std::uint32_t i = 0; i < 2; ++i)
        graph().demand(pair, {.kind = FlowDemand::Kind::kUnpack,
                              .value = graph().field(object, i == 0 ? "key" : "value"),
                              .position = i,
                              .at = given->node});
    }
    return true;
  }
  if (name == "min" || name == "max" || name == "sum" || name == "reduce") {
    if (site.arguments.size() == 1)
      graph().demand(site.arguments[0].value,
                     {.kind = FlowDemand::Kind::kIterate, .value = site.result, .at = site.call});
    return true;
  }
  if (name == "getattr" || name == "setattr" || name == "hasattr") {
    if (const Argument* what = argument(site, 1, ""))
      want(what->value, what->node, false, UseKind::kArgument, 10, "names of attributes are text");
  }
  if (name == "getattr") {
    const Argument* what = argument(site, 1, "");
    if (site.arguments.size() > 1 && meaning(site.arguments[0].node) == "hashlib") {
      FlowObject maker{.kind = Object::kLibraryFunction, .site = site.call};
      maker.name = "hashlib.md5";
      graph().put_object(site.result, graph().make(std::move(maker)));
      return true;
    }
    if (what != nullptr && !body_of(what->node).empty() && site.arguments.size() == 2)
      graph().demand(
          site.arguments[0].value,
          {.kind = FlowDemand::Kind::kLoad, .name = body_of(what->node), .value = site.result, .at = site.call});
    else
      graph().put(site.result, kHoldsUnknown);
    return true;
  }
  if (name == "isinstance" && site.arguments.size() == 2)
    flow_.tests.push_back({site.arguments[0].value, site.arguments[1].node, site.call});
  if (name == "isinstance" || name == "hasattr" || name == "len" || name == "callable") {
    graph().put(site.result, kHoldsNumber);
    return true;
  }
  return false;
}

// --- the library

void FlowBuilder::opened(const CallSite& site, std::size_t mode_position, Node at) {
  const Argument* mode = argument(site, mode_position, "mode");
  FlowObject object{.kind = Object::kFile, .site = at};
  object.name = "opened";
  const ObjectId file = graph().make(std::move(object));
  const VertexId data = graph().field(file, "data");
  graph().put_object(site.result, file);
  const bool is_starred =
      std::any_of(site.arguments.begin(), site.arguments.end(), [](const Argument& given) { return given.is_star; });
  if (is_starred || (mode != nullptr && !mode->node.is(Kind::kString))) return graph().put(data, kHoldsUnknown);
  const std::string_view letters = mode == nullptr ? std::string_view("r") : body_of(mode->node);
  if (letters.find('b') != std::string_view::npos) {
    graph().put(data, kHoldsBytes);
    graph().pin({data, true, kCertain, site.call, "the file is opened with 'b'"});
  } else if (letters.find('U') != std::string_view::npos) {
    graph().put(data, kHoldsText);
    graph().pin({data, false, 600, site.call, "the file is opened as text"});
  } else {
    graph().put(data, kHoldsLiteral);
    graph().pin({data, false, 5, site.call, "the file is opened as text"});
    flow_.adaptables.push_back({Adaptable::Kind::kMode, data, site.call});
  }
}

// Thread(target=f, args=(a, b)) calls f(a, b).
void FlowBuilder::started(const CallSite& site, const std::string& name) {
  constexpr std::string_view kByName[] = {"threading.Thread", "multiprocessing.Process"};
  const bool is_direct = name == "thread.start_new_thread" || name == "thread.start_new";
  if (!is_direct && !is_one_of(kByName, name)) return;
  const Argument* function = argument(site, is_direct ? 0 : kNoPosition, "target");
  const Argument* given = argument(site, is_direct ? 1 : kNoPosition, "args");
  if (function == nullptr || given == nullptr || !given->node.is_any(Kind::kTuple, Kind::kList)) return;
  CallSite call{.call = site.call, .result = made(site.call, 0)};
  for (Node item : given->node.named_children()) call.arguments.push_back({.value = evaluate(item), .node = item});
  FlowDemand demand{.kind = FlowDemand::Kind::kCall, .value = call.result, .at = site.call};
  demand.position = static_cast<std::uint32_t>(calls_.size());
  calls_.push_back(std::move(call));
  graph().demand(function->value, demand);
}

// A temporary file is one of bytes unless its mode says otherwise, which it will.
void FlowBuilder::temporary_text(const CallSite& site, std::string_view name) {
  give(site.result, "file[text]", nullptr, site.call, std::string(name) + "() is given 'w+'", true);
  flow_.adaptables.push_back({Adaptable::Kind::kTemporary, site.result, site.call});
}

// Does the variable that it is given to go to what writes text alone, before it is given something else?
bool FlowBuilder::is_file_of_text(Node call) const {
  Node target = call.parent();
  if (target.is(Kind::kAssignment)) target = target.child(Field::kLeft);
  if (target.is(Kind::kAsPattern)) target = target.child(Kind::kTokenAs).next();
  if (target.is(Kind::kUnknown)) target = target.first_child();
  const Binding* binding = target.is(Kind::kIdentifier) ? names_.binding(target) : nullptr;
  if (binding == nullptr) return false;
  const auto next = std::find_if(binding->sites.begin(), binding->sites.end(),
                                 [&](const BindingSite& site) { return site.node.index() > target.index(); });
  const std::uint32_t end = next == binding->sites.end() ? 0xFFFFFFFF : next->node.index();
  constexpr std::string_view kWriters[] = {"json.dump", "csv.writer", "csv.DictWriter", "csv.reader", "csv.DictReader"};
  return std::any_of(binding->uses.begin(), binding->uses.end(), [&](Node use) {
    if (use.index() < target.index() || use.index() > end) return false;
    if (use.parent().is(Kind::kPrintStatement)) return use.previous().is(Kind::kTokenRightShift);
    return use.parent().is(Kind::kArgumentList) &&
           is_one_of(kWriters, names_.qualified(use.parent().parent().child(Field::kFunction)));
  });
}

bool FlowBuilder::gives_no_errors(const CallSite& site) const {
  if (std::any_of(site.arguments.begin(), site.arguments.end(), [](const Argument& given) { return given.is_star; }))
    return false;
  constexpr std::size_t kPositionOfErrors = 5;
  const Argument* errors = argument(site, kPositionOfErrors, "stderr");
  return errors == nullptr || errors->node.is(Kind::kNoneLiteral) ||
         names_.qualified(errors->node) == "subprocess.STDOUT";
}

void FlowBuilder::string_io(const CallSite& site) {
  FlowObject object{.kind = Object::kFile, .site = site.call};
  object.name = "buffer";
  const ObjectId file = graph().make(std::move(object));
  const VertexId data = graph().field(file, "data");
  graph().put_object(site.result, file);
  graph().put(data, kHoldsLiteral);
  graph().pin({data, false, 5, site.call, "it is a StringIO"});
  // What is written to it has to agree, whoever reads it.
  graph().link({.from = data, .to = made(site.call, 0), .carries = 0, .carries_objects = false});
  flow_.adaptables.push_back({Adaptable::Kind::kStringIO, data, site.call});
  if (const Argument* given = argument(site, 0, "buf"))
    use(given->value, given->node, data, UseKind::kArgument, kStringBits);
}

void FlowBuilder::give(VertexId to, std::string_view type, const CallSite* site, Node at, const std::string& why,
                       bool is_value) {
  if (type.ends_with('?')) {
    graph().put(to, kHoldsNone);
    type.remove_suffix(1);
  }
  const std::string_view name = type_name(type);
  const std::vector<std::string_view> parts = type_parts(type);
  const bool is_bytes = name == "bytes" || name == "ascii" || name == "mixed" || name == "bytearray";
  if (name == "bytearray") graph().put_object(to, graph().make({.kind = Object::kArray, .site = at}));
  if (name == "mixed") graph().put(to, kHoldsUnknown);
  if (is_bytes || name == "text") {
    const std::uint8_t holds = is_bytes ? kHoldsBytes : kHoldsText;
    const VertexId source = is_value ? made(at, holds) : to;
    if (!is_value) graph().put(to, holds);
    graph().pin({source, is_bytes, kCertain, at, why});
    if (name == "ascii" || (parts.size() == 1 && parts.front() == "ascii")) mark_ascii(source);
    const std::uint32_t cost = name == "ascii" ? 1 : 0;
    if (is_value) graph().link({.from = source, .to = to, .link = Link::kSource, .cost = cost, .at = at});
  } else if (name == "list" || name == "set" || name == "iterator" || name == "tuple") {
    if (parts.empty() && name != "list") return graph().put(to, kHoldsUnknown);
    const ObjectId object = graph().make({.kind = Object::kSequence, .site = at});
    graph().put_object(to, object);
    for (std::size_t i = 0; i < parts.size(); ++i)
      give(graph().field(object, name == "tuple" ? std::to_string(i) : "item"), parts[i], site, at, why, false);
    if (parts.empty()) graph().put(graph().field(object, "item"), kHoldsUnknown);
  } else if (name == "dict") {
    FlowObject dict{.kind = Object::kDict, .site = at};
    if (why.starts_with("os.environ ")) dict.name = "environ";
    const ObjectId object = graph().make(std::move(dict));
    graph().put_object(to, object);
    for (std::size_t i = 0; i < 2; ++i)
      give(graph().field(object, i == 0 ? "key" : "value"), parts.size() == 2 ? parts[i] : "any", site, at, why, false);
  } else if (name == "file") {
    FlowObject object{.kind = Object::kFile, .site = at};
    if (why.starts_with("sys.stdout ") || why.starts_with("sys.stderr ")) object.name = "sys";
    const ObjectId file = graph().make(std::move(object));
    graph().put_object(to, file);
    give(graph().field(file, "data"), parts.size() == 1 ? parts[0] : "text", site, at, why, false);
  } else if (name == "int" || name == "float" || name == "bool") {
    graph().put(to, kHoldsNumber);
  } else if (name == "none") {
    graph().put(to, kHoldsNone);
  } else if (name.starts_with("arg") && site != nullptr) {
    const auto position = static_cast<std::size_t>(name[3] - '0');
    if (const Argument* given = argument(*site, position, ""))
      graph().link({.from = given->value, .to = to, .link = Link::kUse, .at = given->node});
    else
      graph().put(to, kHoldsUnknown);
  } else if (name.find('.') != std::string_view::npos || name == "hash") {
    const auto [known, is_new] = library_objects_.emplace(std::string(name), 0);
    if (is_new) {
      FlowObject object{.kind = Object::kLibrary, .site = at};
      object.name = std::string(name);
      known->second = graph().make(std::move(object));
    }
    graph().put_object(to, known->second);
  } else {
    graph().put(to, kHoldsUnknown);
  }
}

void FlowBuilder::take_argument(const Argument& given, std::string_view role, const std::string& name) {
  if (given.is_star || given.value == kNoVertex) return;
  if (role == "bytes" || role == "text") {
    const bool is_bytes = role == "bytes";
    want(given.value, given.node, is_bytes, UseKind::kArgument, is_bytes ? kCostOfSink : 50,
         name + "() takes " + std::string(role));
  } else if (role == "lines") {
    csv_lines(given, name);
  } else if (role.starts_with("file[") || role.starts_with("list[")) {
    const bool is_bytes = role.substr(5).starts_with("bytes");
    const VertexId place = made(given.node, 0);
    graph().pin(
        {place, is_bytes, kCostOfSink * 2, given.node,
         name + "() takes " + (role.starts_with("file") ? "a file of " : "a list of ") + (is_bytes ? "bytes" : "text"),
         true});
    graph().demand(given.value,
                   {.kind = FlowDemand::Kind::kAgree, .name = role.substr(0, 4), .value = place, .at = given.node});
  }
}

// Lines of text: a file that this file opens is opened for it (see open_modes), any other of bytes is decoded.
void FlowBuilder::csv_lines(const Argument& given, const std::string& name) {
  const VertexId place = made(given.node, 0);
  graph().pin({place, false, kCostOfSink * 2, given.node, name + "() takes lines of text", true});
  graph().demand(given.value, {.kind = FlowDemand::Kind::kAgree, .name = "list", .value = place, .at = given.node});
  flow_.readers.push_back({given.value, given.node});
}

void FlowBuilder::take(const CallSite& site, std::string_view takes, const std::string& name, std::size_t skip) {
  const std::vector<ArgumentRole> roles = argument_roles(takes);
  std::size_t position = skip;
  for (const Argument& given : site.arguments) {
    if (given.is_star) return;
    if (!given.keyword.empty()) {
      for (const ArgumentRole& role : roles)
        if (role.keyword == given.keyword) take_argument(given, role.role, name);
      continue;
    }
    const ArgumentRole* role = nullptr;
    if (position < roles.size())
      role = &roles[position];
    else if (!roles.empty() && roles.back().repeats)
      role = &roles.back();
    if (role != nullptr && role->role == "arg0" && position > 0)
      use(given.value, given.node, site.arguments.front().value, UseKind::kArgument, 0);
    else if (role != nullptr)
      take_argument(given, role->role, name);
    ++position;
  }
}

VertexId FlowBuilder::library_value(const std::string& name, Node at) {
  const VertexId vertex = made(at, 0);
  const Fact* fact = library_role(name);
  if (fact != nullptr && !fact->is_called) {
    give(vertex, fact->gives, nullptr, at,
         name + " is of " + (fact->gives.find("bytes") == std::string_view::npos ? "text" : "bytes"), true);
    return vertex;
  }
  if (name == "__builtin__.True" || name == "__builtin__.False") {
    graph().put(vertex, kHoldsNumber);
    return vertex;
  }
  FlowObject object{.kind = Object::kLibraryFunction, .site = at};
  object.name = name;
  graph().put_object(vertex, graph().make(std::move(object)));
  return vertex;
}

// Does anything about it stand in the facts?
bool FlowBuilder::library_call(const CallSite& site, const std::string& name, bool is_method) {
  const std::string_view own = std::string_view(name).substr(name.rfind('.') + 1);
  if (name == "StringIO.StringIO" || name == "cStringIO.StringIO") {
    string_io(site);
    return true;
  }
  started(site, name);
  if (name == "codecs.encode" || name == "codecs.decode") return transform_call(site, own == "encode");
  if (name == "os.fdopen") {
    opened(site, 1, site.call);
    return true;
  }
  if (name == "socket.socket.makefile") {
    opened(site, 0, site.call);
    return true;
  }
  if (name == "tempfile.NamedTemporaryFile" || name == "tempfile.TemporaryFile" ||
      name == "tempfile.SpooledTemporaryFile") {
    const std::size_t position = name == "tempfile.SpooledTemporaryFile" ? 1 : 0;
    if (argument(site, position, "mode") != nullptr)
      opened(site, position, {});
    else if (is_file_of_text(site.call))
      temporary_text(site, own);
    else
      give(site.result, "file[bytes]", nullptr, site.call, own.data() + std::string("() opens with 'b'"), true);
    return true;
  }
  if (name == "codecs.open" || name == "io.open") {
    const Argument* mode = argument(site, 1, "mode");
    const bool is_text =
        argument(site, name == "codecs.open" ? 2 : 3, "encoding") != nullptr ||
        (name == "io.open" && (mode == nullptr || body_of(mode->node).find('b') == std::string_view::npos));
    if (is_text)
      give(site.result, "file[text]", nullptr, site.call, std::string(own) + "() decodes", true);
    else
      opened(site, 1, {});
    return true;
  }
  if (name == "itertools.cycle" || name == "itertools.islice") {
    const ObjectId object = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().put_object(site.result, object);
    if (const Argument* given = argument(site, 0, "iterable"))
      graph().demand(given->value,
                     {.kind = FlowDemand::Kind::kIterate, .value = graph().field(object, "item"), .at = site.call});
    return true;
  }
  if (name.starts_with("re.") && !is_method) {
    const Argument* pattern = argument(site, 0, "pattern");
    FlowObject made_of{.kind = Object::kRegex, .site = site.call};
    made_of.name = has_groups(node_of(pattern)) ? "groups" : "";
    const ObjectId regex = graph().make(std::move(made_of));
    const VertexId text = graph().field(regex, "string");
    if (pattern != nullptr && own != "escape") use(pattern->value, pattern->node, text, UseKind::kArgument, 0);
    if (own == "compile") {
      graph().put_object(site.result, regex);
      return true;
    }
    CallSite rest = site;
    if (own != "escape" && !rest.arguments.empty()) rest.arguments.erase(rest.arguments.begin());
    FlowDemand demand{.kind = FlowDemand::Kind::kMethod, .name = own, .value = site.result, .at = site.call};
    demand.position = static_cast<std::uint32_t>(calls_.size());
    // The name lives in the tree.
    const Node function = site.call.child(Field::kFunction);
    demand.name = function.is(Kind::kAttribute) ? function.child(Field::kAttribute).text() : function.text();
    calls_.push_back(std::move(rest));
    regex_method(demand, regex);
    return true;
  }
  const Fact* fact = library_role(name);
  if (fact == nullptr) return false;
  if ((name == "subprocess.Popen" || name == "subprocess.check_output") && asks_for_text(site)) {
    give(site.result, "subprocess.Popen.of_text", nullptr, site.call, "", true);
    return true;
  }
  // Whose errors are not read, communicate() gives None for them.
  if (name == "subprocess.Popen" && site.arguments.size() > 1 && gives_no_errors(site)) {
    give(site.result, "subprocess.Popen.output", nullptr, site.call, "", true);
    return true;
  }
  if (!fact->is_called) return false;
  take(site, fact->takes, std::string(own), 0);
  if (own == "tostring" && fact->gives == "ascii" && argument(site, 1, "encoding") != nullptr) {
    const std::string codec = codec_named(argument(site, 1, "encoding")->node);
    put_bytes(site.result, site.call, "tostring() gives bytes", is_one_of(kOfAscii, codec));
    return true;
  }
  if (fact->gives == "encoded") {
    const std::vector<ArgumentRole> roles = argument_roles(fact->takes);
    bool is_encoded = false;
    for (std::size_t i = 0; i < roles.size(); ++i)
      is_encoded |= roles[i].keyword == "encoding" && argument(site, i, "encoding") != nullptr;
    if (is_encoded)
      put_bytes(site.result, site.call, std::string(own) + "() encodes", false);
    else
      give(site.result, "text", nullptr, site.call, std::string(own) + "() gives text", true);
    return true;
  }
  if (name == "struct.unpack" || name == "struct.unpack_from") {
    const Argument* format = argument(site, 0, "");
    const std::string letters =
        format != nullptr && format->node.is(Kind::kString) ? struct_letters(body_of(format->node)) : "";
    const ObjectId object = graph().make({.kind = Object::kSequence, .site = site.call});
    for (std::size_t i = 0; i < letters.size() && i < 12; ++i)
      give(graph().field(object, std::to_string(i)), letters[i] == 's' ? "bytes" : "int", nullptr, site.call,
           "unpack() gives bytes", false);
    if (letters.empty()) graph().put(graph().field(object, "item"), kHoldsUnknown);
    if (letters.find('s') == std::string::npos && !letters.empty())
      graph().put(graph().field(object, "item"), kHoldsNumber);
    graph().put_object(site.result, object);
    return true;
  }
  const auto has = [&](std::string_view word) { return fact->gives.find(word) != std::string_view::npos; };
  const std::string what = std::string(own) + "() gives " +
                           (has("mixed")                            ? "bytes or text"
                            : has("byte") || fact->gives == "ascii" ? "bytes"
                                                                    : "text");
  if (!fact->gives.empty()) give(site.result, fact->gives, &site, site.call, what, true);
  return !fact->gives.empty();
}

// --- functions and classes of the file

void FlowBuilder::call_function(const CallSite& site, std::uint32_t index, bool is_bound) {
  const std::size_t skip = is_bound && functions_[index].is_method ? 1 : 0;
  const auto parameters = functions_[index].parameters;
  graph().link({.from = functions_[index].result,
                .to = site.result,
                .link = Link::kUse,
                .use = UseKind::kCall,
                .at = site.call});
  std::size_t position = skip;
  for (const Argument& given : site.arguments) {
    if (given.is_star) return;
    VertexId to = kNoVertex;
    if (given.keyword.empty()) {
      if (position < parameters.size()) to = parameters[position].second;
      ++position;
    } else {
      for (const auto& [name, vertex] : parameters)
        if (name == given.keyword) to = vertex;
    }
    if (to != kNoVertex) use(given.value, given.node, to, UseKind::kCall);
  }
}

ObjectId FlowBuilder::instance_of(std::uint32_t index) {
  Family& family = families_[index];
  if (!family.has_instance) {
    FlowObject object{.kind = Object::kInstance, .site = family.classes.front()};
    object.function = index;
    family.has_instance = true;
    family.instance = graph().make(std::move(object));
  }
  return families_[index].instance;
}

VertexId FlowBuilder::attribute_of(std::uint32_t index, std::string_view name) {
  const ObjectId instance = instance_of(index);
  const bool is_new = !graph().has_field(instance, name);
  const VertexId vertex = graph().field(instance, name);
  if (!is_new) return vertex;
  if (!name.starts_with('_')) mark(flow_.is_visible, vertex);
  bool is_own = false;
  for (Node type : families_[index].classes) {
    const Scope& scope = names_.scope_opened_by(type);
    const Binding* binding = names_.lookup(name, scope);
    if (binding == nullptr || binding->scope != &scope) continue;
    is_own = true;
    graph().same(base(*binding), vertex);
  }
  if (is_own) return vertex;
  for (const std::string& library : families_[index].library) {
    const std::string full = library + "." + std::string(name);
    const Fact* fact = library_role(full);
    if (fact == nullptr) continue;
    const Node at = families_[index].classes.front();
    if (!fact->is_called) {
      give(vertex, fact->gives, nullptr, at, std::string(name) + " is of bytes", false);
    } else {
      FlowObject object{.kind = Object::kLibraryFunction, .site = at};
      object.name = full;
      graph().put_object(vertex, graph().make(std::move(object)));
    }
    break;
  }
  return vertex;
}

void FlowBuilder::make_instance(const CallSite& site, std::uint32_t family) {
  graph().put_object(site.result, instance_of(family));
  const VertexId init = attribute_of(family, "__init__");
  const std::vector<std::string>& library = families_[family].library;
  if (graph().vertex(init).in.empty() && std::any_of(library.begin(), library.end(), is_exception))
    for (const Argument& given : site.arguments)
      if (!given.is_star) want(given.value, given.node, false, UseKind::kArgument, 50, "it is an exception's text");
  CallSite start = site;
  start.result = made(site.call, 0);
  FlowDemand demand{.kind = FlowDemand::Kind::kCall, .value = start.result, .at = site.call};
  demand.position = static_cast<std::uint32_t>(calls_.size());
  start.is_bound = true;
  calls_.push_back(std::move(start));
  graph().demand(init, demand);
}

// --- demands

void FlowBuilder::meet_object(VertexId vertex, const FlowDemand& demand, ObjectId object) {
  if (graph().size() > most_vertices_) return;
  const bool is_use = demand.kind == FlowDemand::Kind::kMethod || demand.kind == FlowDemand::Kind::kCall;
  met_ = is_use ? vertex : kNoVertex;
  meet(demand, object);
  met_ = kNoVertex;
}

void FlowBuilder::meet(const FlowDemand& demand, ObjectId object) {
  const Object kind = graph().object(object).kind;
  const std::uint32_t function = graph().object(object).function;
  switch (demand.kind) {
    case FlowDemand::Kind::kLoad:
      return load(demand, object);
    case FlowDemand::Kind::kStore:
      if (demand.name == ".printed") {
        if (kind == Object::kFile)
          graph().link({.from = demand.value,
                        .to = graph().field(object, "data"),
                        .link = Link::kUse,
                        .carries = 0,
                        .carries_objects = false,
                        .at = demand.at});
        return;
      }
      if (kind == Object::kInstance || kind == Object::kClass)
        use(demand.value, {}, attribute_of(function, demand.name), UseKind::kOther);
      return;
    case FlowDemand::Kind::kCall: {
      const CallSite site = calls_[demand.position];
      if (kind == Object::kFunction) call_function(site, function, site.is_bound);
      if (kind == Object::kMethod) call_function(site, function, true);
      if (kind == Object::kClass) make_instance(site, function);
      if (kind == Object::kLibraryFunction && graph().object(object).name == kBound) {
        FlowDemand call = demand;
        call.kind = FlowDemand::Kind::kMethod;
        call.name = graph().object(object).site.child(Field::kAttribute).text();
        return method(call, function);
      }
      if (kind == Object::kLibraryFunction) {
        const std::string name = graph().object(object).name;
        if (name.starts_with("__builtin__.")) {
          if (conversion_call(site, std::string_view(name).substr(12))) return;
          if (builtin_call(site, std::string_view(name).substr(12))) return;
        }
        if (!library_call(site, name, false)) graph().put(site.result, kHoldsUnknown);
      }
      return;
    }
    case FlowDemand::Kind::kMethod:
      return method(demand, object);
    case FlowDemand::Kind::kItem:
      return item(demand, object);
    case FlowDemand::Kind::kItemStore:
      if (kind == Object::kDict) {
        if (demand.key != kNoVertex) use(demand.key, demand.at, graph().field(object, "key"), UseKind::kOther);
        if (graph().object(object).name == "environ" && demand.given)
          want(demand.value, demand.given, false, UseKind::kArgument, 10, "the environment is text");
        use(demand.value, {}, graph().field(object, field_under(object, name_of_item(demand.at))), UseKind::kOther);
      } else if (kind == Object::kSequence && !demand.is_slice) {
        use(demand.value, {}, graph().field(object, "item"), UseKind::kOther);
      } else if (kind == Object::kArray && demand.given) {
        stored_in_array(demand.value, demand.given, demand.is_slice);
      }
      return;
    case FlowDemand::Kind::kIterate:
      return iterate_object(demand, object);
    case FlowDemand::Kind::kUnpack: {
      if (kind != Object::kSequence) return;
      const std::string position = std::to_string(demand.position);
      graph().same(graph().field(object, graph().has_field(object, position) ? position : "item"), demand.value);
      return;
    }
    case FlowDemand::Kind::kContains:
      if (kind == Object::kSequence || kind == Object::kDict)
        use(demand.value, demand.at, graph().field(object, kind == Object::kDict ? "key" : "item"), UseKind::kCompare,
            0);
      return;
    case FlowDemand::Kind::kAgree:
      if (demand.name == "str") return put_text(demand.value, demand.at, "str() gives text");
      if (demand.name == "shown") return show(demand, object);
      if (demand.name.starts_with('.')) return agree_on(demand, object);
      if (demand.name == "file" && kind == Object::kFile) {
        graph().link({.from = graph().field(object, "data"), .to = demand.value, .carries = 0, .at = {}});
      } else if ((demand.name == "items" || demand.name == "list") && kind == Object::kSequence) {
        graph().link({.from = graph().field(object, "item"), .to = demand.value, .carries = 0, .at = {}});
      }
      return;
  }
}

void FlowBuilder::meet_bits(VertexId vertex, const FlowDemand& demand, std::uint8_t bits) {
  const bool is_string = (bits & kHoldsString) != 0;
  const std::uint64_t once = (std::uint64_t{vertex} << 32U) | (demand.value * 2 + 1);
  switch (demand.kind) {
    case FlowDemand::Kind::kIterate:
      if (is_string && !graph().holds_array(vertex) && done_.insert(once).second) {
        graph().link({.from = vertex, .to = demand.value, .carries = kStringBits, .carries_objects = false});
        flow_.items.push_back({vertex, demand.value, demand.at, true});
      }
      break;
    case FlowDemand::Kind::kContains:
      if (is_string && done_.insert(once).second) {
        const VertexId both = made(demand.at, 0);
        use(demand.value, demand.at, both, UseKind::kCompare, 0);
        use(vertex, {}, both, UseKind::kCompare, 0);
      }
      break;
    case FlowDemand::Kind::kAgree:
      if (demand.name == "str" && (bits & static_cast<std::uint8_t>(~(kHoldsString | kHoldsOther))) != 0)
        put_text(demand.value, demand.at, "str() gives text");
      return;
    default:
      break;
  }
  const bool gives = demand.kind == FlowDemand::Kind::kLoad || demand.kind == FlowDemand::Kind::kItem ||
                     demand.kind == FlowDemand::Kind::kIterate || demand.kind == FlowDemand::Kind::kUnpack ||
                     demand.kind == FlowDemand::Kind::kCall ||
                     (demand.kind == FlowDemand::Kind::kMethod && !demand.is_slice);
  if (gives && (bits & (kHoldsUnknown | kHoldsOther)) != 0)
    graph().put(demand.value, bits & (kHoldsUnknown | kHoldsOther));
}

// Bytes in a list are shown with their b.
void FlowBuilder::show(const FlowDemand& demand, ObjectId object) {
  const Object kind = graph().object(object).kind;
  if (kind != Object::kSequence && kind != Object::kDict) return;
  std::vector<VertexId> parts;
  for (const auto& [name, vertex] : graph().object(object).fields) parts.push_back(vertex);
  for (VertexId part : parts) {
    const VertexId place = made(demand.at, 0);
    graph().link({.from = part, .to = place, .carries = 0, .carries_objects = false, .cost = kCostOfShowing});
    graph().pin({place, false, kCertain, demand.at, "what is in it is printed", true});
    constexpr std::uint32_t kDeepestShown = 2;
    if (demand.position >= kDeepestShown) continue;
    FlowDemand inner = demand;
    inner.value = part;
    ++inner.position;
    graph().demand(part, inner);
  }
}

// x == {'a': 'b'}: what is in the one is as what is in the other.
void FlowBuilder::agree(VertexId one, VertexId other, Node display) {
  static constexpr std::string_view kPositions[] = {".0", ".1", ".2", ".3", ".4", ".5"};
  static constexpr std::string_view kOfDict[] = {".key", ".value"};
  static constexpr std::string_view kOfList[] = {".item"};
  std::span<const std::string_view> parts = kOfList;
  if (display.is(Kind::kDictionary)) parts = kOfDict;
  if (display.is(Kind::kTuple))
    parts = std::span(kPositions).first(std::min(display.named_child_count(), std::size(kPositions)));
  if (display.named_child_count() == 0) return;
  for (std::string_view part : parts) {
    const VertexId place = made(display, 0);
    for (VertexId side : {one, other})
      graph().demand(side, {.kind = FlowDemand::Kind::kAgree, .name = part, .value = place, .at = display});
  }
}

void FlowBuilder::agree_on(const FlowDemand& demand, ObjectId object) {
  const std::string_view part = demand.name.substr(1);
  const Object kind = graph().object(object).kind;
  const bool is_of_dict = part == "key" || part == "value";
  if (is_of_dict ? kind != Object::kDict : kind != Object::kSequence) return;
  const bool has_part = is_of_dict || graph().has_field(object, part);
  graph().link({.from = graph().field(object, has_part ? part : "item"), .to = demand.value, .carries = 0, .at = {}});
}

// A bytearray takes numbers in Python 3, or bytes for a slice.
void FlowBuilder::stored_in_array(VertexId value, Node given, bool is_slice) {
  if (is_slice) return want(value, given, true, UseKind::kArgument, kCostOfSink, "a bytearray takes bytes");
  flow_.stores.push_back({value, given});
}

void FlowBuilder::array_method(const FlowDemand& demand) {
  const CallSite site = calls_[demand.position];
  const std::string_view name = demand.name;
  const Argument* given = argument(site, name == "insert" ? 1 : 0, "");
  if (given == nullptr) return graph().put(demand.value, kHoldsUnknown);
  if (name == "append" || name == "insert" || name == "remove")
    return stored_in_array(given->value, given->node, false);
  if (name == "extend") return stored_in_array(given->value, given->node, true);
  graph().put(demand.value, kHoldsUnknown);
}

void FlowBuilder::load(const FlowDemand& demand, ObjectId object) {
  const Object kind = graph().object(object).kind;
  const std::uint32_t function = graph().object(object).function;
  if (demand.name == "__enter__()") {
    if (kind == Object::kInstance) {
      CallSite site{.call = demand.at, .result = demand.value};
      FlowDemand call{.kind = FlowDemand::Kind::kCall, .value = demand.value, .at = demand.at};
      call.position = static_cast<std::uint32_t>(calls_.size());
      site.is_bound = true;
      calls_.push_back(std::move(site));
      return graph().demand(attribute_of(function, "__enter__"), call);
    }
    return graph().put_object(demand.value, object);
  }
  if (kind == Object::kInstance || kind == Object::kClass) {
    graph().link({.from = attribute_of(function, demand.name), .to = demand.value, .binds = kind == Object::kInstance});
  } else if (kind == Object::kLibrary) {
    const std::string full = graph().object(object).name + "." + std::string(demand.name);
    const Fact* fact = library_role(full);
    if (fact == nullptr) return graph().put(demand.value, kHoldsUnknown);
    if (!fact->is_called)
      return give(demand.value, fact->gives, nullptr, demand.at, std::string(demand.name) + " is of bytes", true);
    FlowObject method{.kind = Object::kLibraryFunction, .site = demand.at};
    method.name = full;
    graph().put_object(demand.value, graph().make(std::move(method)));
  } else if (kind == Object::kFile && demand.name == "name") {
    graph().put(demand.value, kHoldsUnknown);
  } else if ((kind == Object::kFile || kind == Object::kSequence) && demand.at.is(Kind::kAttribute)) {
    // write = out.write: what calls it calls the method of this object.
    FlowObject bound{.kind = Object::kLibraryFunction, .site = demand.at};
    bound.name = kBound;
    bound.function = object;
    graph().put_object(demand.value, graph().make(std::move(bound)));
  } else if (kind == Object::kLibraryFunction) {
    FlowObject member{.kind = Object::kLibraryFunction, .site = demand.at};
    member.name = graph().object(object).name + "." + std::string(demand.name);
    graph().put_object(demand.value, graph().make(std::move(member)));
  } else {
    graph().put(demand.value, kHoldsUnknown);
  }
}

void FlowBuilder::method(const FlowDemand& demand, ObjectId object) {
  const Object kind = graph().object(object).kind;
  switch (kind) {
    case Object::kInstance:
    case Object::kClass: {
      const VertexId function = attribute_of(graph().object(object).function, demand.name);
      const VertexId callee = made(demand.at, 0);
      graph().link({.from = function, .to = callee, .binds = kind == Object::kInstance});
      FlowDemand call = demand;
      call.kind = FlowDemand::Kind::kCall;
      return graph().demand(callee, call);
    }
    case Object::kLibrary:
    case Object::kLibraryFunction: {
      const CallSite site = calls_[demand.position];
      std::string full = graph().object(object).name + "." + std::string(demand.name);
      if (library_role(full) == nullptr) full = graph().object(object).name + ".*";
      if (!library_call(site, full, true)) graph().put(demand.value, kHoldsUnknown);
      return;
    }
    case Object::kSequence:
      return sequence_method(demand, object);
    case Object::kDict:
      return dict_method(demand, object);
    case Object::kFile:
      return file_method(demand, object);
    case Object::kRegex:
      return regex_method(demand, object);
    case Object::kArray:
      return array_method(demand);
    default:
      return graph().put(demand.value, kHoldsUnknown);
  }
}

void FlowBuilder::link_items(VertexId from, VertexId to, Node at) {
  graph().demand(from, {.kind = FlowDemand::Kind::kIterate, .value = to, .at = at});
}

void FlowBuilder::sequence_method(const FlowDemand& demand, ObjectId object) {
  const CallSite site = calls_[demand.position];
  const VertexId all = graph().field(object, "item");
  const std::string_view name = demand.name;
  constexpr std::string_view kTakeOne[] = {"append", "add", "appendleft", "put"};
  constexpr std::string_view kLookFor[] = {"remove", "discard", "count", "index"};
  constexpr std::string_view kTakeAll[] = {"extend", "update", "extendleft"};
  constexpr std::string_view kGiveOne[] = {"pop", "popleft", "next", "get"};
  const Argument* first = argument(site, name == "insert" ? 1 : 0, "");
  if ((is_one_of(kTakeOne, name) || name == "insert") && first != nullptr)
    use(first->value, first->node, all, UseKind::kArgument);
  else if (is_one_of(kLookFor, name) && first != nullptr)
    use(first->value, first->node, all, UseKind::kArgument, 0);
  else if (is_one_of(kTakeAll, name) && first != nullptr)
    link_items(first->value, all, {});
  else if (is_one_of(kGiveOne, name))
    graph().same(all, demand.value);
  else if (name == "copy" || name == "union" || name == "difference" || name == "intersection")
    graph().put_object(demand.value, object);
}

void FlowBuilder::dict_method(const FlowDemand& demand, ObjectId object) {
  const CallSite site = calls_[demand.position];
  const VertexId key = graph().field(object, "key");
  const VertexId value = graph().field(object, "value");
  const std::string_view name = demand.name;
  const auto sequence = [&](VertexId item) {
    const ObjectId made_here = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().same(item, graph().field(made_here, "item"));
    graph().put_object(demand.value, made_here);
  };
  if (name == "get" || name == "pop" || name == "setdefault" || name == "has_key" || name == "__getitem__") {
    if (const Argument* given = argument(site, 0, "")) use(given->value, given->node, key, UseKind::kArgument, 0);
    if (name == "has_key") return;
    const std::string item_name = name_of_item(node_of(argument(site, 0, "")));
    graph().same(graph().field(object, field_under(object, item_name)), demand.value);
    const Argument* otherwise = argument(site, 1, "");
    if (otherwise == nullptr) return name == "get" ? graph().put(demand.value, kHoldsNone) : void();
    use(otherwise->value, otherwise->node, name == "setdefault" ? value : demand.value, UseKind::kOther);
  } else if (name == "keys" || name == "iterkeys" || name == "viewkeys") {
    sequence(key);
  } else if (name == "values" || name == "itervalues" || name == "viewvalues") {
    sequence(value);
  } else if (name == "items" || name == "iteritems" || name == "viewitems" || name == "popitem") {
    const ObjectId pair = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().same(key, graph().field(pair, "0"));
    graph().same(value, graph().field(pair, "1"));
    if (name == "popitem") return graph().put_object(demand.value, pair);
    const VertexId item = made(site.call, 0);
    graph().put_object(item, pair);
    sequence(item);
  } else if (name == "copy") {
    graph().put_object(demand.value, object);
  } else if (name == "update") {
    if (const Argument* given = argument(site, 0, ""))
      graph().demand(given->value, {.kind = FlowDemand::Kind::kAgree, .name = "dict", .value = key, .at = {}});
  }
}

void FlowBuilder::file_method(const FlowDemand& demand, ObjectId object) {
  const CallSite site = calls_[demand.position];
  const VertexId data = graph().field(object, "data");
  const std::string_view name = demand.name;
  const Argument* first = argument(site, 0, "");
  if (name == "read" || name == "readline" || name == "getvalue" || name == "next" || name == "recv") {
    graph().link({.from = data, .to = demand.value, .link = Link::kSource, .carries = kStringBits, .at = site.call});
  } else if (name == "readlines" || name == "xreadlines" || name == "__iter__") {
    const ObjectId lines = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().link({.from = data, .to = graph().field(lines, "item"), .carries = kStringBits});
    graph().put_object(demand.value, lines);
  } else if (name == "write" && first != nullptr && graph().object(object).name == "sys") {
    want(first->value, first->node, false, UseKind::kPrint, 10, "it is printed");
  } else if (name == "write" && first != nullptr) {
    // What is read from it is what was written.
    const bool is_buffer = graph().object(object).name == "buffer";
    use(first->value, first->node, data, UseKind::kArgument, is_buffer ? kDerivedBits : std::uint8_t{0});
  } else if (name == "writelines" && first != nullptr) {
    const VertexId line = made(first->node, 0);
    link_items(first->value, line, {});
    graph().link({.from = line, .to = data, .carries = 0});
  } else if (name == "__enter__") {
    graph().put_object(demand.value, object);
  } else {
    graph().put(demand.value, name == "tell" || name == "fileno" ? kHoldsNumber : kHoldsUnknown);
  }
}

void FlowBuilder::regex_method(const FlowDemand& demand, ObjectId object) {
  const CallSite site = calls_[demand.position];
  const VertexId text = graph().field(object, "string");
  const std::string_view name = demand.name;
  const auto sequence = [&] {
    const ObjectId parts = graph().make({.kind = Object::kSequence, .site = site.call});
    graph().put_object(demand.value, parts);
    return parts;
  };
  const auto takes = [&](std::size_t position) {
    if (const Argument* given = argument(site, position, "string"))
      use(given->value, given->node, text, UseKind::kArgument, kStringBits);
  };
  const auto found = [&](VertexId to) {
    graph().link({.from = text, .to = to, .link = Link::kSource, .carries = kStringBits, .at = site.call});
  };
  if (name == "match" || name == "search" || name == "fullmatch") {
    takes(0);
    graph().put_object(demand.value, object);
  } else if (name == "sub" || name == "subn") {
    takes(1);
    if (const Argument* by = argument(site, 0, "repl")) {
      use(by->value, by->node, text, UseKind::kArgument, 0);
      // A function is called with the match.
      CallSite call{.call = site.call, .result = made(by->node, 0)};
      const VertexId match = made(by->node, 0);
      graph().put_object(match, object);
      call.arguments.push_back({.value = match, .node = {}});
      use(call.result, {}, text, UseKind::kOther, 0);
      FlowDemand each{.kind = FlowDemand::Kind::kCall, .value = call.result, .at = site.call};
      each.position = static_cast<std::uint32_t>(calls_.size());
      calls_.push_back(std::move(call));
      if (!by->node.is_any(Kind::kString, Kind::kConcatenatedString)) graph().demand(by->value, each);
    }
    if (name == "sub") return found(demand.value);
    const ObjectId pair = sequence();
    graph().put(graph().field(pair, "1"), kHoldsNumber);
    found(graph().field(pair, "0"));
  } else if (name == "escape") {
    takes(0);
    found(demand.value);
  } else if (name == "split" || name == "findall" || name == "groups") {
    if (name != "groups") takes(0);
    const ObjectId parts = sequence();
    VertexId part = graph().field(parts, "item");
    if (name == "findall" && graph().object(object).name == "groups") {
      const ObjectId groups = graph().make({.kind = Object::kSequence, .site = site.call});
      graph().put_object(part, groups);
      part = graph().field(groups, "item");
    }
    graph().link({.from = text, .to = part, .carries = kStringBits});
  } else if (name == "groupdict") {
    const ObjectId groups = graph().make({.kind = Object::kDict, .site = site.call});
    graph().put(graph().field(groups, "key"), kHoldsText);
    graph().link({.from = text, .to = graph().field(groups, "value"), .carries = kStringBits});
    graph().put_object(demand.value, groups);
  } else if (name == "finditer") {
    takes(0);
    const ObjectId parts = sequence();
    graph().put_object(graph().field(parts, "item"), object);
  } else if (name == "group" || name == "expand") {
    found(demand.value);
    if (name == "group" && site.arguments.size() > 1) graph().put(demand.value, kHoldsUnknown);
  } else {
    graph().put(demand.value, kHoldsUnknown);
  }
}

// Where that item of a dict is: by itself, if the dict was written with it.
std::string_view FlowBuilder::field_under(ObjectId dict, const std::string& name) const {
  return !name.empty() && flow_.graph.has_field(dict, name) ? std::string_view(name) : std::string_view("value");
}

void FlowBuilder::item(const FlowDemand& demand, ObjectId object) {
  const Object kind = graph().object(object).kind;
  if (kind == Object::kSequence) {
    if (demand.is_slice) return graph().put_object(demand.value, object);
    const std::string position = std::to_string(demand.position);
    graph().same(graph().field(object, graph().has_field(object, position) ? position : "item"), demand.value);
  } else if (kind == Object::kDict) {
    if (demand.key != kNoVertex)
      use(demand.key, demand.at.child(Field::kSubscript), graph().field(object, "key"), UseKind::kOther, 0);
    const std::string name = name_of_item(demand.at.child(Field::kSubscript));
    graph().same(graph().field(object, field_under(object, name)), demand.value);
  } else if (graph().object(object).kind == Object::kArray) {
    demand.is_slice ? graph().put_object(demand.value, object) : graph().put(demand.value, kHoldsNumber);
  } else {
    graph().put(demand.value, kHoldsUnknown);
  }
}

void FlowBuilder::iterate_object(const FlowDemand& demand, ObjectId object) {
  const Object kind = graph().object(object).kind;
  if (kind == Object::kSequence) {
    if (graph().has_field(object, "item")) graph().same(graph().field(object, "item"), demand.value);
    for (std::uint32_t i = 0; i < 12; ++i) {
      const std::string position = std::to_string(i);
      if (!graph().has_field(object, position)) break;
      graph().same(graph().field(object, position), demand.value);
    }
  } else if (kind == Object::kDict) {
    graph().same(graph().field(object, "key"), demand.value);
  } else if (kind == Object::kFile) {
    graph().link({.from = graph().field(object, "data"), .to = demand.value, .carries = kStringBits});
  } else if (graph().object(object).kind == Object::kArray) {
    graph().put(demand.value, kHoldsNumber);
  } else {
    graph().put(demand.value, kHoldsUnknown);
  }
}

}  // namespace py3k::engine
