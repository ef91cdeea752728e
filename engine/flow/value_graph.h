// ValueGraph: where the values of one file flow, so that it can be asked which strings are bytes in Python 3 and which
// text.
//
// A vertex is an expression, a variable between two assignments, a parameter, what a function gives back, an attribute
// of the instances of a class, an item of the containers that are made at one place. Kinds of values and containers
// spread along the edges; flow_builder.h makes them, text_cut.h parts bytes from text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/library/facts.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

using VertexId = std::uint32_t;
inline constexpr VertexId kNoVertex = 0xFFFFFFFF;

// What may be in a vertex, beside containers and the like; as bits.
inline constexpr std::uint8_t kHoldsBytes = 1;    // what Python 3 makes bytes
inline constexpr std::uint8_t kHoldsText = 2;     // what Python 3 makes text
inline constexpr std::uint8_t kHoldsLiteral = 4;  // a string that is made either by a change at the place it comes from
inline constexpr std::uint8_t kHoldsNumber = 8;
inline constexpr std::uint8_t kHoldsNone = 16;
inline constexpr std::uint8_t kHoldsUnknown = 32;  // what comes from code that isn't seen
inline constexpr std::uint8_t kHoldsOther = 64;    // what callers that aren't seen may give as well
inline constexpr std::uint8_t kHoldsString = kHoldsBytes | kHoldsText | kHoldsLiteral;

enum class Link : std::uint8_t {
  kSame,    // nothing can stand between: versions of a variable, items of a container
  kUse,     // an expression is used there: a conversion can be put around it
  kSource,  // what a function of the library gives is used as an expression
  kHint,    // how much is known of the one says how much is known of the other, and no more
};

// What a use is, for the choice of what to do about it.
enum class UseKind : std::uint8_t { kOther, kPrint, kFormat, kPlus, kCompare, kArgument, kCall, kObject };

struct FlowEdge {
  VertexId from = 0;
  VertexId to = 0;
  Link link = Link::kSame;
  UseKind use = UseKind::kOther;
  std::uint8_t carries = 0xFF;  // which bits go along; 0: the two only have to agree
  bool carries_objects = true;
  bool is_item = false;    // of what is a string, if it is one
  std::uint32_t cost = 0;  // of a conversion there; 0: that of its kind
  bool binds = false;      // functions of a class come out as methods of an instance
  Node at = {};            // the expression that is used
};

// A container, a file, a function, a class, an instance, or an object of the library.
struct FlowObject {
  enum class Kind : std::uint8_t {
    kSequence,  // a list, a set, an iterator: one vertex for all items; a tuple: also one for each
    kDict,
    kFile,
    kArray,  // a bytearray: bytes, of which each is a number in Python 2 as well
    kRegex,  // a compiled pattern, or a match
    kFunction,
    kMethod,
    kClass,
    kInstance,
    kLibrary,          // an object of a class of the library
    kLibraryFunction,  // a function or class of the library
  };
  Kind kind = Kind::kSequence;
  Node site = {};
  std::string name = {};       // of kLibrary: "socket.socket"
  std::uint32_t function = 0;  // of kFunction and kMethod: which; of kClass and kInstance: which family of classes
  std::map<std::string, VertexId, std::less<>> fields = {};
};
using ObjectId = std::uint32_t;

// Something to be done for each object that comes to a vertex.
struct FlowDemand {
  enum class Kind : std::uint8_t {
    kLoad,
    kStore,
    kCall,
    kMethod,
    kItem,
    kItemStore,
    kIterate,
    kUnpack,
    kContains,
    kAgree
  };
  Kind kind = Kind::kLoad;
  std::string_view name = {};  // of an attribute
  VertexId value = kNoVertex;  // what is stored, or what comes out
  VertexId key = kNoVertex;    // of an item
  std::uint32_t position = 0;  // of kUnpack, and of the tuple's item where it is known
  bool is_slice = false;
  Node at = {};     // the expression; of calls: the call
  Node given = {};  // what is stored
};

inline constexpr std::uint32_t kNoLink = 0xFFFFFFFF;

// A chain of edges, or of demands: those of a vertex, in the order in which they were made. Three lists of its own for
// each vertex would be most of what a graph takes.
struct Chain {
  std::uint32_t first = kNoLink;
  std::uint32_t last = kNoLink;

  bool empty() const { return first == kNoLink; }
  void append(std::vector<std::uint32_t>& next) {
    const auto id = static_cast<std::uint32_t>(next.size());
    next.push_back(kNoLink);
    (empty() ? first : next[last]) = id;
    last = id;
  }
};

struct Vertex {
  std::uint8_t holds = 0;
  Chain out = {};  // edges
  Chain in = {};
  Chain demands = {};
  std::vector<ObjectId> objects = {};
  Node at = {};
};

// The cost of what can't be otherwise.
inline constexpr std::uint32_t kCertain = 100'000;

// A place that wants one of the two, or gives it.
struct Pin {
  VertexId vertex = 0;
  bool bytes = false;
  std::uint32_t cost = 0;  // of doing without
  Node at = {};
  std::string why = {};  // "recv() gives bytes"
  bool is_want = false;  // it takes, and gives nothing
};

class ValueGraph {
 public:
  // Edges of a chain, one after another; more may be made meanwhile.
  class Edges {
   public:
    class Iterator {
     public:
      Iterator(const std::vector<std::uint32_t>& next, std::uint32_t at) : next_(&next), at_(at) {}
      std::uint32_t operator*() const { return at_; }
      Iterator& operator++() {
        at_ = (*next_)[at_];
        return *this;
      }
      bool operator!=(const Iterator& other) const { return at_ != other.at_; }

     private:
      const std::vector<std::uint32_t>* next_;
      std::uint32_t at_;
    };
    Edges(const std::vector<std::uint32_t>& next, std::uint32_t first) : next_(&next), first_(first) {}
    Iterator begin() const { return {*next_, first_}; }
    Iterator end() const { return {*next_, kNoLink}; }

   private:
    const std::vector<std::uint32_t>* next_;
    std::uint32_t first_;
  };

  void reserve(std::size_t vertices);
  VertexId add(Node at = {}, std::uint8_t holds = 0);
  std::uint32_t link(FlowEdge edge);
  void same(VertexId from, VertexId to) { link({.from = from, .to = to}); }
  void demand(VertexId vertex, FlowDemand demand);
  void pin(Pin pin) { pins_.push_back(std::move(pin)); }
  ObjectId make(FlowObject object);
  bool holds_array(VertexId vertex) const;
  bool holds_more_than_strings(VertexId vertex) const;
  void put(VertexId vertex, std::uint8_t holds);
  void put_object(VertexId vertex, ObjectId object);

  Vertex& vertex(VertexId id) { return vertices_[id]; }
  const Vertex& vertex(VertexId id) const { return vertices_[id]; }
  FlowObject& object(ObjectId id) { return objects_[id]; }
  const FlowObject& object(ObjectId id) const { return objects_[id]; }
  // A part of an object: "item", "key", "data", "3".
  VertexId field(ObjectId object, std::string_view name);
  bool has_field(ObjectId object, std::string_view name) const { return objects_[object].fields.contains(name); }

  std::size_t size() const { return vertices_.size(); }
  const std::vector<FlowEdge>& edges() const { return edges_; }
  Edges into(VertexId id) const { return {next_in_, vertices_[id].in.first}; }
  Edges out_of(VertexId id) const { return {next_out_, vertices_[id].out.first}; }
  const std::vector<Pin>& pins() const { return pins_; }
  const std::vector<FlowDemand>& demands() const { return demands_; }

  // Spreads everything; `meet` is told of each object, and of the bits of each vertex, that a demand meets.
  template <typename OnObject, typename OnBits>
  void spread(OnObject on_object, OnBits on_bits);

 private:
  static constexpr std::size_t kMostObjects = 40;
  void wake(VertexId vertex);
  void carry(const FlowEdge& edge);
  ObjectId method_of(ObjectId function);

  std::vector<Vertex> vertices_;
  std::vector<FlowEdge> edges_;
  std::vector<std::uint32_t> next_in_;  // by edge: the next one of its vertex
  std::vector<std::uint32_t> next_out_;
  std::vector<std::uint32_t> next_demand_;
  std::vector<FlowObject> objects_;
  std::vector<FlowDemand> demands_;
  std::vector<Pin> pins_;
  std::vector<VertexId> work_;
  std::vector<bool> is_waiting_;
  std::map<ObjectId, ObjectId> methods_;
  struct Met {
    std::size_t objects = 0;
    std::uint8_t holds = 0;
  };
  std::vector<Met> met_;  // by demand: what it has been told of
};

template <typename OnObject, typename OnBits>
void ValueGraph::spread(OnObject on_object, OnBits on_bits) {
  while (!work_.empty()) {
    const VertexId id = work_.back();
    work_.pop_back();
    is_waiting_[id] = false;
    for (std::uint32_t edge : out_of(id)) carry(edges_[edge]);
    for (std::uint32_t index = vertices_[id].demands.first; index != kNoLink; index = next_demand_[index]) {
      while (met_[index].objects < vertices_[id].objects.size()) {
        const ObjectId object = vertices_[id].objects[met_[index].objects++];
        const FlowDemand demand = demands_[index];
        on_object(id, demand, object);
      }
      const std::uint8_t fresh = vertices_[id].holds & static_cast<std::uint8_t>(~met_[index].holds);
      if (fresh == 0) continue;
      met_[index].holds |= fresh;
      const FlowDemand demand = demands_[index];
      on_bits(id, demand, fresh);
    }
  }
}

}  // namespace py3k::engine
