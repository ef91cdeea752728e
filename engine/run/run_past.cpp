#include "engine/run/run_past.h"

#include <utility>

namespace py3k::engine {

const RecordedLines& RunPast::lines() const {
  std::call_once(once_, [&] {
    if (!sources_.journal.empty()) lines_ = RecordedLines(store_, sources_.journal);
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

FilePast RunPast::of(const std::string& path, std::string_view content) const {
  FilePast past;
  if (!lines().empty()) past.runs = lines().of(store_.canonical(path).value_or(""), content);
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
