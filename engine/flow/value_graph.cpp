#include "engine/flow/value_graph.h"

#include <algorithm>

namespace py3k::engine {

void ValueGraph::reserve(std::size_t vertices) {
  vertices_.reserve(vertices);
  is_waiting_.reserve(vertices);
  edges_.reserve(vertices);
}

VertexId ValueGraph::add(Node at, std::uint8_t holds) {
  const auto id = static_cast<VertexId>(vertices_.size());
  vertices_.push_back({.holds = holds, .at = at});
  is_waiting_.push_back(false);
  if (holds != 0) wake(id);
  return id;
}

std::uint32_t ValueGraph::link(FlowEdge edge) {
  const auto id = static_cast<std::uint32_t>(edges_.size());
  if (edge.from == edge.to) return id;
  vertices_[edge.from].out.append(next_out_);
  vertices_[edge.to].in.append(next_in_);
  edges_.push_back(edge);
  carry(edge);
  return id;
}

void ValueGraph::demand(VertexId vertex, FlowDemand demand) {
  vertices_[vertex].demands.append(next_demand_);
  demands_.push_back(demand);
  met_.push_back({});
  wake(vertex);
}

ObjectId ValueGraph::make(FlowObject object) {
  objects_.push_back(std::move(object));
  return static_cast<ObjectId>(objects_.size() - 1);
}

bool ValueGraph::holds_more_than_strings(VertexId vertex) const {
  const std::vector<ObjectId>& objects = vertices_[vertex].objects;
  return std::any_of(objects.begin(), objects.end(),
                     [&](ObjectId id) { return objects_[id].kind != FlowObject::Kind::kArray; });
}

bool ValueGraph::holds_array(VertexId vertex) const {
  const std::vector<ObjectId>& objects = vertices_[vertex].objects;
  return std::any_of(objects.begin(), objects.end(),
                     [&](ObjectId id) { return objects_[id].kind == FlowObject::Kind::kArray; });
}

void ValueGraph::put(VertexId vertex, std::uint8_t holds) {
  if ((vertices_[vertex].holds | holds) == vertices_[vertex].holds) return;
  vertices_[vertex].holds |= holds;
  wake(vertex);
}

void ValueGraph::put_object(VertexId vertex, ObjectId object) {
  std::vector<ObjectId>& objects = vertices_[vertex].objects;
  if (std::find(objects.begin(), objects.end(), object) != objects.end()) return;
  if (objects.size() >= kMostObjects) return put(vertex, kHoldsUnknown);
  objects.push_back(object);
  wake(vertex);
}

VertexId ValueGraph::field(ObjectId object, std::string_view name) {
  const auto found = objects_[object].fields.find(name);
  if (found != objects_[object].fields.end()) return found->second;
  const VertexId made = add(objects_[object].site);
  objects_[object].fields.emplace(name, made);
  return made;
}

void ValueGraph::wake(VertexId vertex) {
  if (is_waiting_[vertex]) return;
  is_waiting_[vertex] = true;
  work_.push_back(vertex);
}

void ValueGraph::carry(const FlowEdge& edge) {
  const FlowEdge copy = edge;
  if (copy.carries == 0 || (copy.is_item && holds_array(copy.from))) return;
  put(copy.to, vertices_[copy.from].holds & copy.carries);
  if (!copy.carries_objects) return;
  for (std::size_t i = 0; i < vertices_[copy.from].objects.size(); ++i) {
    const ObjectId object = vertices_[copy.from].objects[i];
    const bool becomes_method = copy.binds && objects_[object].kind == FlowObject::Kind::kFunction;
    put_object(copy.to, becomes_method ? method_of(object) : object);
  }
}

ObjectId ValueGraph::method_of(ObjectId function) {
  const auto found = methods_.find(function);
  if (found != methods_.end()) return found->second;
  FlowObject method{.kind = FlowObject::Kind::kMethod, .site = objects_[function].site};
  method.function = objects_[function].function;
  const ObjectId made = make(std::move(method));
  methods_.emplace(function, made);
  return made;
}

}  // namespace py3k::engine
