// FlowBuilder: makes the ValueGraph of a file, by a walk over its statements that knows which assignment a use of a
// variable may see, and resolves calls, methods and attributes as objects come to them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/analysis/names.h"
#include "engine/flow/value_graph.h"
#include "engine/library/facts.h"

namespace py3k::engine {

// What can be made bytes or text where it stands.
struct Adaptable {
  enum class Kind : std::uint8_t { kLiteral, kMode, kTemporary, kStringIO, kChr };
  Kind kind = Kind::kLiteral;
  VertexId vertex = 0;
  Node node = {};  // the literal; of the others the call
};

// x[i] of a string, and a loop over one: Python 3 gives numbers for bytes.
struct StringItem {
  VertexId whole = 0;
  VertexId item = 0;
  Node node = {};  // the subscript, or the for statement or clause
  bool is_loop = false;
};

struct OrdCall {
  VertexId argument = 0;
  Node call = {};
};

// str(x), unicode(x), repr(x), '%r' % x
struct Conversion {
  enum class Kind : std::uint8_t { kStr, kUnicode, kRepr, kEncode, kDecode, kDecoded };  // the last: unicode(x, codec)
  Kind kind = Kind::kStr;
  VertexId argument = 0;
  VertexId result = 0;
  Node call = {};
  Node operand = {};
};

// left % right: what b'%s' would not take is not to be left there.
struct Formatting {
  VertexId left = 0;
  Node node = {};
  std::vector<VertexId> operands = {};  // of %s
  VertexId result = 0;
  bool is_plain = false;  // all operands are known
};

// isinstance(x, str), type(x) == str
struct TypeTest {
  VertexId argument = 0;
  Node type = {};
  Node test = {};
};

// a[0] = 'x', of a bytearray
struct ArrayStore {
  VertexId value = 0;
  Node node = {};
};

// csv.reader(file): what goes through lines of text, and is given a file.
struct LineReader {
  VertexId lines = 0;
  Node node = {};
};

struct ValueFlow {
  ValueGraph graph;
  std::vector<VertexId> of_node = {};  // by index in the tree; kNoVertex where there is none
  std::vector<Adaptable> adaptables = {};
  std::vector<StringItem> items = {};
  std::vector<OrdCall> ords = {};
  std::vector<Conversion> conversions = {};
  std::vector<Formatting> formats = {};
  std::vector<TypeTest> tests = {};
  std::vector<LineReader> readers = {};
  std::vector<ArrayStore> stores = {};
  std::vector<bool> is_ascii = {};    // by vertex: of ASCII characters, from the library
  std::vector<bool> is_visible = {};  // by vertex: other files may read it, and give it something

  VertexId at(Node node) const { return node.index() < of_node.size() ? of_node[node.index()] : kNoVertex; }
};

struct FlowSettings {
  bool unicode_literals = false;
  // Has an earlier run written the line of a byte? `print(a, b)` is a call there.
  std::function<bool(std::uint32_t)> is_written = {};
};

class FlowBuilder {
 public:
  FlowBuilder(const Tree& tree, const Names& names, FlowSettings settings);
  ValueFlow run();

 private:
  static constexpr int kDeepest = 150;
  using Key = std::uint32_t;  // of a binding: where its first site is
  // Sorted by key: branches copy it, and there are few.
  class Versions {
   public:
    using Entry = std::pair<Key, VertexId>;
    auto begin() { return entries_.begin(); }
    auto end() { return entries_.end(); }
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }
    std::vector<Entry>::const_iterator find(Key key) const {
      const auto at = std::lower_bound(entries_.begin(), entries_.end(), key, is_before);
      return at != entries_.end() && at->first == key ? at : entries_.end();
    }
    std::pair<std::vector<Entry>::iterator, bool> emplace(Key key, VertexId vertex) {
      const auto at = std::lower_bound(entries_.begin(), entries_.end(), key, is_before);
      if (at != entries_.end() && at->first == key) return {at, false};
      return {entries_.insert(at, {key, vertex}), true};
    }
    VertexId& operator[](Key key) { return emplace(key, kNoVertex).first->second; }

   private:
    static bool is_before(const Entry& entry, Key key) { return entry.first < key; }

    std::vector<Entry> entries_;
  };
  struct Env {
    Versions versions = {};
    bool is_dead = false;
  };
  struct Function {
    Node node = {};
    std::vector<std::pair<std::string_view, VertexId>> parameters = {};
    VertexId result = kNoVertex;
    VertexId yields = kNoVertex;
    bool is_method = false;
    bool is_closed = false;  // all of its calls are in this file
  };
  struct Family {  // classes of the file that inherit from each other
    std::vector<Node> classes = {};
    std::vector<std::string> library = {};
    bool is_open = false;  // there are bases that nobody knows
    ObjectId instance = 0;
    bool has_instance = false;
  };
  struct Argument {
    VertexId value = kNoVertex;
    Node node = {};
    std::string_view keyword = {};
    bool is_star = false;
  };
  struct CallSite {
    Node call = {};
    VertexId object = kNoVertex;  // of a method
    std::vector<Argument> arguments = {};
    VertexId result = kNoVertex;
    bool is_bound = false;
  };
  struct Frame {
    const Scope* scope = nullptr;
    std::uint32_t function = 0xFFFFFFFF;
    std::vector<Env> breaks = {};
    std::vector<Env> continues = {};
    bool tracks = true;
  };

  // --- statements (flow_builder.cpp)
  void find_families();
  void resolve_by_name();
  void run_block(Node block);
  void run_statement(Node statement);
  void run_if(Node statement);
  void run_loop(Node statement);
  void run_try(Node statement);
  void run_with(Node statement);
  void run_print(Node statement);
  void run_definition(Node definition, const std::vector<Node>& decorators);
  void run_class(Node definition);
  void run_body(std::uint32_t function);
  void run_expression_statement(Node statement);
  void evaluate_children(Node node);
  void narrow(Node condition, bool holds);
  void assign(Node target, VertexId value, Node given, int depth = 0);
  void write(Node identifier, VertexId value);
  VertexId read(Node identifier);
  VertexId base(const Binding& binding);
  bool is_tracked(const Binding& binding) const;
  bool is_captured(const Binding& binding);
  static Key key_of(const Binding& binding) { return binding.sites.front().node.index(); }
  Env join(std::vector<Env> envs);
  std::vector<const Binding*> assigned_in(Node part);
  std::uint32_t family_of(Node class_definition);
  void add_parameters(Function& function, Node parameters, Node owner);

  // --- expressions (flow_expressions.cpp)
  VertexId evaluate(Node expression);
  VertexId evaluate_new(Node expression);
  VertexId literal(Node expression);
  bool is_among_bytes(Node literal);
  bool names_codec(Node argument) const;
  VertexId sequence(Node expression);
  VertexId dictionary(Node expression);
  static std::string name_of_item(Node key);
  std::string_view field_under(ObjectId dict, const std::string& name) const;
  VertexId comprehension(Node expression);
  VertexId lambda(Node expression);
  VertexId operation(Node expression);
  VertexId format(Node expression, VertexId left, Node right);
  VertexId comparison(Node expression);
  void note_type_test(Node left, Node right, Node test);
  VertexId subscript(Node expression);
  VertexId attribute(Node expression);
  VertexId augmented(Node assignment);
  VertexId either(Node expression);
  VertexId conditional(Node expression);
  void iterate(Node iterable, VertexId item, Node at);
  void use(VertexId value, Node at, VertexId to, UseKind kind, std::uint8_t carries = 0xFF);
  void want(VertexId value, Node at, bool bytes, UseKind kind, std::uint32_t cost, std::string why);
  VertexId library_value(const std::string& name, Node at);
  std::string meaning(Node expression);

  // --- calls (flow_calls.cpp)
  VertexId call(Node call);
  bool is_of_value(Node attribute, const std::string& name);
  bool builtin_call(const CallSite& site, std::string_view name);
  bool conversion_call(const CallSite& site, std::string_view name);
  bool asks_for_text(const CallSite& site) const;
  bool gives_process(const CallSite& site);
  bool print_call(const CallSite& site);
  bool transform_call(const CallSite& site, bool encodes);
  void transform(const CallSite& site, VertexId value, Node at, bool encodes, bool is_ascii);
  bool library_call(const CallSite& site, const std::string& name, bool skips_object);
  bool string_method(CallSite& site, Node function, VertexId object);
  void opened(const CallSite& site, std::size_t mode_position, Node at);
  void string_io(const CallSite& site);
  void temporary_text(const CallSite& site, std::string_view name);
  bool is_file_of_text(Node call) const;
  void started(const CallSite& site, const std::string& name);
  bool gives_no_errors(const CallSite& site) const;
  void csv_lines(const Argument& argument, const std::string& name);
  void agree(VertexId one, VertexId other, Node display);
  void caught(Node clause, Node body);
  void give(VertexId to, std::string_view type, const CallSite* site, Node at, const std::string& why, bool is_value);
  void take(const CallSite& site, std::string_view takes, const std::string& name, std::size_t skip);
  void take_argument(const Argument& argument, std::string_view role, const std::string& name);
  void call_function(const CallSite& site, std::uint32_t function, bool is_bound);
  void make_instance(const CallSite& site, std::uint32_t family);
  VertexId attribute_of(std::uint32_t family, std::string_view name);
  ObjectId instance_of(std::uint32_t family);
  static Node node_of(const Argument* given) { return given == nullptr ? Node() : given->node; }
  const Argument* argument(const CallSite& site, std::size_t position, std::string_view keyword) const;

  // --- what is done when objects and kinds come to a demand (flow_calls.cpp)
  void meet_object(VertexId vertex, const FlowDemand& demand, ObjectId object);
  void meet(const FlowDemand& demand, ObjectId object);
  void meet_bits(VertexId vertex, const FlowDemand& demand, std::uint8_t bits);
  void load(const FlowDemand& demand, ObjectId object);
  void method(const FlowDemand& demand, ObjectId object);
  void sequence_method(const FlowDemand& demand, ObjectId object);
  void dict_method(const FlowDemand& demand, ObjectId object);
  void file_method(const FlowDemand& demand, ObjectId object);
  void regex_method(const FlowDemand& demand, ObjectId object);
  void show(const FlowDemand& demand, ObjectId object);
  void item(const FlowDemand& demand, ObjectId object);
  void iterate_object(const FlowDemand& demand, ObjectId object);
  void printed(VertexId value, Node item);
  void print_to(VertexId file, Node at);
  void link_items(VertexId from, VertexId to, Node at);
  void array_method(const FlowDemand& demand);
  void stored_in_array(VertexId value, Node given, bool is_slice);
  void agree_on(const FlowDemand& demand, ObjectId object);

  VertexId made(Node at, std::uint8_t holds) { return graph().add(at, holds); }
  VertexId unknown(Node at) { return graph().add(at, kHoldsUnknown); }
  ValueGraph& graph() { return flow_.graph; }
  void put_text(VertexId vertex, Node at, std::string why);
  void put_bytes(VertexId vertex, Node at, std::string why, bool is_ascii);
  static void mark(std::vector<bool>& vertices, VertexId vertex);
  void mark_ascii(VertexId vertex) { mark(flow_.is_ascii, vertex); }
  void hint(VertexId to);

  const Tree& tree_;
  const Names& names_;
  FlowSettings settings_;
  ValueFlow flow_;
  Env env_;
  Frame frame_;
  int depth_ = 0;
  std::vector<Function> functions_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bodies_;  // functions still to be walked
  std::vector<Family> families_;
  std::map<std::uint32_t, std::uint32_t> family_by_class_;
  std::map<Key, VertexId> bases_;
  std::map<Key, bool> captured_;
  std::unordered_map<std::uint32_t, bool> has_bytes_;  // by table: has it literals with a b?
  std::map<VertexId, VertexId> narrowed_;              // what was known of a variable before a test
  std::vector<std::pair<const Binding*, VertexId>> writes_;
  std::vector<CallSite> calls_;
  std::set<std::uint64_t> done_;
  std::set<std::string_view> defined_;  // functions and methods of the file
  std::map<std::string, ObjectId, std::less<>> library_objects_;
  VertexId met_ = kNoVertex;       // where the object is that is being met
  std::size_t most_vertices_ = 0;  // what goes on making more is let be
  std::map<const Scope*, std::vector<const Binding*>> tracked_in_;
};

}  // namespace py3k::engine
