#include "engine/flow/text_cut.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "engine/analysis/memory.h"
#include "engine/flow/min_cut.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"

namespace py3k::engine {

namespace {

constexpr std::uint32_t kCostOfUse = 50;
constexpr std::uint32_t kCostOnObject = 55;
constexpr std::uint32_t kCostOfSource = 60;
constexpr std::uint32_t kCostOfFormat = 60;
constexpr std::uint32_t kCostBetween = 600;  // where no conversion can stand

}  // namespace

TextCut::TextCut(ValueFlow flow) : flow_(std::move(flow)) {
  keep_formats();
  for (std::uint32_t i = 0; i < flow_.graph.pins().size(); ++i) pins_of_[flow_.graph.pins()[i].vertex].push_back(i);
  for (const Conversion& conversion : flow_.conversions)
    if (conversion.kind == Conversion::Kind::kStr) text_of_.emplace(conversion.call.index(), conversion.argument);
  find_live();
  part();
  find_companies();
  for (std::uint32_t i = 0; i < crossings_.size(); ++i) {
    const Node at = inside_parentheses(flow_.graph.edges()[crossings_[i].edge].at);
    if (at && flow_.graph.edges()[crossings_[i].edge].link != Link::kSame) crossing_at_.emplace(at.index(), i);
  }
}

// b'%s' takes bytes alone.
void TextCut::keep_formats() {
  for (const Formatting& format : flow_.formats) {
    const bool can_be =
        format.is_plain && std::all_of(format.operands.begin(), format.operands.end(), [&](VertexId it) {
          return (flow_.graph.vertex(it).holds & kHoldsString) != 0 && !flow_.graph.holds_more_than_strings(it);
        });
    if (!can_be && (flow_.graph.vertex(format.left).holds & kHoldsString) != 0)
      flow_.graph.pin({format.result, false, kCostOfFormat, format.node, "text is put together here"});
  }
}

const std::vector<std::uint32_t>& TextCut::pins_of(VertexId vertex) const {
  static const std::vector<std::uint32_t> none;
  const auto found = pins_of_.find(vertex);
  return found == pins_of_.end() ? none : found->second;
}

bool TextCut::takes_part(VertexId id) const {
  const Vertex& vertex = flow_.graph.vertex(id);
  if ((vertex.holds & kHoldsString) != 0) return true;
  if (!vertex.objects.empty()) return false;
  return vertex.holds == 0 || (vertex.holds & (kHoldsUnknown | kHoldsOther)) != 0;
}

// What is never asked about may be either.
void TextCut::find_live() {
  const ValueGraph& graph = flow_.graph;
  live_.assign(graph.size(), false);
  std::vector<VertexId> work;
  const auto mark = [&](VertexId vertex) {
    if (live_[vertex] || !takes_part(vertex)) return;
    live_[vertex] = true;
    work.push_back(vertex);
  };
  for (const FlowEdge& edge : graph.edges())
    if (edge.carries == 0 || edge.use == UseKind::kFormat || edge.use == UseKind::kPlus) mark(edge.to);
  for (const Pin& pin : graph.pins())
    if (pin.is_want) mark(pin.vertex);
  while (!work.empty()) {
    const VertexId vertex = work.back();
    work.pop_back();
    for (std::uint32_t edge : graph.into(vertex))
      if (graph.edges()[edge].link != Link::kHint) mark(graph.edges()[edge].from);
  }
}

std::uint32_t TextCut::cost_of(const FlowEdge& edge) const {
  if (edge.cost != 0) return edge.cost;
  if (edge.link == Link::kSame || !edge.at) return kCostBetween;
  if (edge.link == Link::kSource) return kCostOfSource;
  return edge.use == UseKind::kObject ? kCostOnObject : kCostOfUse;
}

bool TextCut::is_in_cut(const FlowEdge& edge) const {
  return edge.link != Link::kHint && live_[edge.from] && live_[edge.to] &&
         !(edge.is_item && flow_.graph.holds_array(edge.from));
}

void TextCut::part() {
  const ValueGraph& graph = flow_.graph;
  std::vector<std::uint32_t> numbers(graph.size(), kNoVertex);
  std::uint32_t count = 0;
  for (VertexId i = 0; i < graph.size(); ++i)
    if (live_[i]) numbers[i] = count++;
  MinCut cut(count);
  for (const FlowEdge& edge : graph.edges())
    if (is_in_cut(edge)) cut.between(numbers[edge.from], numbers[edge.to], cost_of(edge));
  bool has_bytes = false;
  for (const Pin& pin : graph.pins()) {
    if (!live_[pin.vertex]) continue;
    has_bytes |= pin.bytes;
    pin.bytes ? cut.to_source(numbers[pin.vertex], pin.cost) : cut.to_sink(numbers[pin.vertex], pin.cost);
  }
  sides_.assign(graph.size(), false);
  if (!has_bytes) return;
  cut.solve();
  for (VertexId i = 0; i < graph.size(); ++i) sides_[i] = live_[i] && cut.is_with_source(numbers[i]);
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    const FlowEdge& edge = graph.edges()[i];
    if (!is_in_cut(edge) || sides_[edge.from] == sides_[edge.to]) continue;
    Crossing crossing{.edge = i, .from_bytes = sides_[edge.from]};
    crossing.certainty = crossing.from_bytes ? holds_bytes(edge.from) : holds_text(edge.from);
    const std::uint8_t there = graph.vertex(edge.to).holds;
    if ((there & (kHoldsUnknown | kHoldsOther)) != 0 && edge.carries == 0)
      crossing.certainty = std::min(crossing.certainty, Certainty::kMixed);
    crossing.may_be_none = (graph.vertex(edge.from).holds & kHoldsNone) != 0;
    crossings_.push_back(crossing);
  }
}

Certainty TextCut::holds_bytes(VertexId id) const {
  const std::uint8_t holds = flow_.graph.vertex(id).holds;
  const bool may_be = (holds & kHoldsBytes) != 0 || ((holds & kHoldsLiteral) != 0 && sides_[id]);
  if (!may_be || flow_.graph.holds_more_than_strings(id)) return Certainty::kNone;
  if ((holds & (kHoldsText | kHoldsUnknown | kHoldsNumber)) != 0) return Certainty::kMixed;
  return (holds & kHoldsOther) == 0 ? Certainty::kCertain : Certainty::kHinted;
}

Certainty TextCut::holds_text(VertexId id) const {
  const std::uint8_t holds = flow_.graph.vertex(id).holds;
  const bool may_be = (holds & kHoldsText) != 0 || ((holds & kHoldsLiteral) != 0 && !sides_[id]);
  if (!may_be || flow_.graph.holds_more_than_strings(id)) return Certainty::kNone;
  if ((holds & (kHoldsBytes | kHoldsUnknown | kHoldsNumber)) != 0) return Certainty::kMixed;
  return (holds & kHoldsOther) == 0 ? Certainty::kCertain : Certainty::kHinted;
}

bool TextCut::is_ascii(VertexId vertex) const {
  const ValueGraph& graph = flow_.graph;
  std::vector<VertexId> work = {vertex};
  std::unordered_set<VertexId> seen = {vertex};
  constexpr std::size_t kFarthest = 200;
  while (!work.empty() && seen.size() < kFarthest) {
    const VertexId at = work.back();
    work.pop_back();
    bool has_source = false;
    for (std::uint32_t index : graph.into(at)) {
      const FlowEdge& edge = graph.edges()[index];
      const std::uint8_t holds = graph.vertex(edge.from).holds;
      const bool is_operand = edge.use == UseKind::kFormat && holds != kHoldsNumber;
      if (!is_operand && ((edge.carries & kHoldsString) == 0 || (holds & kHoldsString) == 0)) continue;
      has_source = true;
      if (seen.insert(edge.from).second) work.push_back(edge.from);
    }
    if (!has_source && !flow_.is_ascii[at] && !is_ascii_node(graph.vertex(at).at)) return false;
  }
  return work.empty();
}

// 'a', str(7)
bool TextCut::is_ascii_node(Node node) const {
  if (node.is(Kind::kConcatenatedString)) {
    const std::vector<Node> parts = node.named_children();
    return std::all_of(parts.begin(), parts.end(), [&](Node part) { return is_ascii_node(part); });
  }
  if (node.is(Kind::kString)) {
    const std::string_view text = node.text();
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }) &&
           text.find("\\x") == std::string_view::npos && text.find("\\u") == std::string_view::npos &&
           text.find("\\2") == std::string_view::npos && text.find("\\3") == std::string_view::npos;
  }
  const auto found = node.is(Kind::kCall) ? text_of_.find(node.index()) : text_of_.end();
  return found != text_of_.end() && flow_.graph.vertex(found->second).holds == kHoldsNumber;
}

std::string TextCut::decoding_at(Node node) const {
  const auto found = crossing_at_.find(node.index());
  if (found == crossing_at_.end()) return {};
  const Crossing& crossing = crossings_[found->second];
  if (!crossing.from_bytes || crossing.certainty < Certainty::kHinted || crossing.may_be_none) return {};
  return is_ascii(flow_.graph.edges()[crossing.edge].from) ? "ascii" : "utf-8";
}

// Of what is bytes only by what it meets: all that hangs together without anything that is bytes by itself.
void TextCut::find_companies() {
  const ValueGraph& graph = flow_.graph;
  parents_.resize(graph.size());
  for (VertexId i = 0; i < graph.size(); ++i) parents_[i] = i;
  companies_.resize(graph.size());
  wants_.assign(graph.size(), kNoVertex);
  const auto by_itself = [&](VertexId vertex) { return (graph.vertex(vertex).holds & kHoldsBytes) != 0; };
  for (const FlowEdge& edge : graph.edges())
    if (edge.link != Link::kHint && sides_[edge.from] && sides_[edge.to] && !by_itself(edge.from) &&
        !by_itself(edge.to))
      parents_[root(edge.from)] = root(edge.to);
  for (const FlowEdge& edge : graph.edges()) {
    if (edge.link == Link::kHint || !sides_[edge.from] || !sides_[edge.to]) continue;
    if (by_itself(edge.from) && !by_itself(edge.to)) companies_[root(edge.to)].has_bytes = true;
    if (by_itself(edge.to) && !by_itself(edge.from)) companies_[root(edge.from)].has_bytes = true;
    for (const auto& [one, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
      if (by_itself(one) && !by_itself(other)) {
        const Certainty certainty = holds_bytes(one);
        companies_[root(other)].has_unknown |= certainty == Certainty::kMixed;
        companies_[root(other)].has_hint |= certainty == Certainty::kHinted;
      }
  }
  for (VertexId i = 0; i < graph.size(); ++i) {
    if (!sides_[i]) continue;
    Company& company = companies_[root(i)];
    if (!by_itself(i)) {
      company.is_visible |= flow_.is_visible[i];
      const std::uint8_t holds = graph.vertex(i).holds;
      company.has_unknown |= (holds & kHoldsUnknown) != 0;
      // A parameter that is given something in this file is taken for what it is given.
      if ((holds & kHoldsOther) != 0 && (holds & kHoldsUnknown) == 0)
        ((holds & kHoldsString) != 0 || !pins_of(i).empty() ? company.has_hint : company.has_stranger) = true;
    }
    for (std::uint32_t pin : pins_of(i)) {
      if (!graph.pins()[pin].bytes) continue;
      (graph.pins()[pin].is_want ? company.has_want : company.has_lean) = true;
      if (graph.pins()[pin].is_want && wants_[root(i)] == kNoVertex) wants_[root(i)] = pin;
    }
  }
  for (const Formatting& format : flow_.formats) {
    if (!sides_[format.left] || by_itself(format.left)) continue;
    const bool can_be =
        format.is_plain && std::all_of(format.operands.begin(), format.operands.end(), [&](VertexId it) {
          return sides_[it] && (graph.vertex(it).holds & (kHoldsBytes | kHoldsLiteral)) != 0;
        });
    companies_[root(format.left)].has_odd_format |= !can_be;
  }
  for (const Adaptable& adaptable : flow_.adaptables)
    if (adaptable.kind == Adaptable::Kind::kMode && sides_[adaptable.vertex])
      companies_[root(adaptable.vertex)].has_file = true;
}

std::uint32_t TextCut::root(VertexId vertex) const {
  while (parents_[vertex] != vertex) vertex = parents_[vertex] = parents_[parents_[vertex]];
  return vertex;
}

Certainty TextCut::company(VertexId vertex) const {
  const Company& company = companies_[root(vertex)];
  if (company.has_unknown) return company.has_bytes ? Certainty::kMixed : Certainty::kNone;
  if (company.has_stranger) return company.has_bytes ? Certainty::kHinted : Certainty::kNone;
  if (company.has_hint) return company.has_bytes || company.has_want ? Certainty::kHinted : Certainty::kNone;
  const bool is_file_of_bytes = company.has_lean && company.has_file;
  return company.has_bytes || company.has_want || is_file_of_bytes ? Certainty::kCertain : Certainty::kNone;
}

const Pin* TextCut::wanted_by(VertexId vertex) const {
  const Company& company = companies_[root(vertex)];
  const std::uint32_t pin = wants_[root(vertex)];
  return company.has_bytes || pin == kNoVertex ? nullptr : &flow_.graph.pins()[pin];
}

std::optional<TextCut::Story> TextCut::why(VertexId vertex, bool bytes) const {
  const ValueGraph& graph = flow_.graph;
  std::unordered_set<VertexId> seen = {vertex};
  std::vector<VertexId> queue = {vertex};
  constexpr std::size_t kFarthest = 4000;
  for (std::size_t i = 0; i < queue.size() && i < kFarthest; ++i) {
    for (std::uint32_t index : pins_of(queue[i])) {
      const Pin& pin = graph.pins()[index];
      if (pin.bytes == bytes && !pin.why.empty()) return Story{pin.at, pin.why};
    }
    const auto visit = [&](std::uint32_t index, bool is_in) {
      const FlowEdge& edge = graph.edges()[index];
      if (edge.link == Link::kHint) return;
      const VertexId next = is_in ? edge.from : edge.to;
      if (live_[next] && sides_[next] == sides_[vertex] && seen.insert(next).second) queue.push_back(next);
    };
    for (std::uint32_t edge : graph.into(queue[i])) visit(edge, true);
    for (std::uint32_t edge : graph.out_of(queue[i])) visit(edge, false);
  }
  return std::nullopt;
}

namespace {

// Names without one of which nothing in a file gives or takes bytes, but for files that are opened with 'b'.
const std::unordered_set<std::string_view>& seeds() {
  static const std::unordered_set<std::string_view> names = {
      "BytesIO",  "CDLL",        "cElementTree", "decode_header", "Cookie",     "ElementTree", "SocketServer",
      "anydbm",   "array",       "asynchat",     "asyncore",      "base64",     "binascii",    "bytearray",
      "bz2",      "c_char_p",    "cPickle",      "codecs",        "ctypes",     "decode",      "dumbdbm",
      "encode",   "ftplib",      "gdbm",         "get_payload",   "gzip",       "hashlib",     "hmac",
      "httplib",  "imaplib",     "inet_aton",    "inet_ntoa",     "marshal",    "md5",         "minidom",
      "mmap",     "fdopen",      "pickle",       "poplib",        "quopri",     "rfile",       "sha",
      "smtplib",  "socket",      "ssl",          "struct",        "subprocess", "tarfile",     "telnetlib",
      "tempfile", "toprettyxml", "toxml",        "unicode",       "urandom",    "urllib",      "urllib2",
      "urlopen",  "uuid",        "wfile",        "xmlrpclib",     "zipfile",    "zlib"};
  return names;
}

// 'rb', b'', '\xff'
bool is_seed(std::string_view literal) {
  const StringLiteral parts(literal);
  if (parts.bytes()) return true;
  const std::string_view body = parts.body();
  const bool is_mode = body.size() <= 4 && body.find('b') != std::string_view::npos &&
                       body.find_first_not_of("rwabU+") == std::string_view::npos;
  return is_mode || (body.find('\\') != std::string_view::npos &&
                     (body.find("\\x") != std::string_view::npos || body.find("\\2") != std::string_view::npos ||
                      body.find("\\3") != std::string_view::npos));
}

bool has_seed(const Tree& tree) {
  for (Node node : tree.root().descendants()) {
    if (node.is(Kind::kIdentifier) && seeds().contains(node.text())) return true;
    if (node.is(Kind::kString) && is_seed(node.text())) return true;
    if (node.is(Kind::kAttribute) && (node.text() == "os.read" || node.text() == "os.write")) return true;
  }
  return false;
}

}  // namespace

const TextCut* text_cut(const Tree& tree, const Names& names, FlowSettings settings) {
  Names::Memory& memory = names.memory();
  if (!memory.knows_text_cut && has_seed(tree))
    memory.text_cut = std::make_shared<TextCut>(FlowBuilder(tree, names, std::move(settings)).run());
  memory.knows_text_cut = true;
  return memory.text_cut.get();
}

}  // namespace py3k::engine
