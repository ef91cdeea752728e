#include "engine/run/replaced_files.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace py3k::engine {
namespace {

constexpr rlim_t kWanted = 32768;

// Half of what the process may open beside what it needs, having asked for more where the usual 1,024 is only a
// default.
std::size_t room() {
  constexpr rlim_t kNeeded = 128;
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlim_t wanted = std::min(limit.rlim_max, kWanted);
  if (limit.rlim_cur < wanted) {
    const struct rlimit raised { wanted, limit.rlim_max };
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  return (std::min(limit.rlim_cur, kWanted) - std::min(limit.rlim_cur, kNeeded)) / 2;
}

}  // namespace

ReplacedFiles::~ReplacedFiles() {
  for (const int file : files_) ::close(file);
}

void ReplacedFiles::keep(int file) {
  if (file < 0) return;
  const std::lock_guard lock(mutex_);
  if (!most_) most_ = room();
  files_.push_back(file);
  if (files_.size() <= *most_) return;
  ::close(files_.front());
  files_.pop_front();
}

}  // namespace py3k::engine
