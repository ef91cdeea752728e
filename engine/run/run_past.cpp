#include "engine/run/run_past.h"

#include <utility>

#include "engine/run/journal.h"

namespace py3k::engine {

const RunPast::Lines& RunPast::lines() const {
  std::call_once(once_, [&] {
    if (sources_.journal.empty()) return;
    for (RecordedLines& recorded : recorded_lines(store_, sources_.journal)) {
      const std::string path = store_.canonical(recorded.path).value_or("");
      if (!path.empty()) lines_[path].push_back(std::move(recorded.trace));
    }
  });
  return lines_;
}

const GitRepository* RunPast::repository_at(const std::string& top) const {
  auto [known, is_new] = repositories_.try_emplace(top);
  if (!is_new) return known->second.get();
  auto opened = sources_.open(top);
  if (opened) known->second = std::move(*opened);
  return known->second.get();
}

FilePast RunPast::of(const std::string& path) const {
  FilePast past;
  if (!lines().empty()) {
    const auto found = lines_.find(store_.canonical(path).value_or(""));
    if (found != lines_.end()) past.runs = found->second;
  }
  past.versions = [this, path](const std::function<bool(std::string_view)>& take) {
    const WorkTrees::Place place = trees_.place_of(path);
    if (place.top.empty()) return;
    const std::lock_guard lock(mutex_);
    if (const GitRepository* repository = repository_at(place.top)) repository->versions(place.path, take);
  };
  if (sources_.since.empty()) return past;
  const WorkTrees::Place place = trees_.place_of(path);
  if (place.top.empty()) return past;
  const std::lock_guard lock(mutex_);
  const GitRepository* repository = repository_at(place.top);
  if (repository == nullptr) return past;
  if (auto base = repository->content_at(sources_.since, place.path)) past.base = std::move(*base);
  return past;
}

}  // namespace py3k::engine
