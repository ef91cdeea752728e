#include "engine/run/worker_pool.h"

#include <sched.h>
#include <sys/resource.h>

namespace py3k::engine {

unsigned usable_cores() {
  // Containers and taskset give a process fewer cores than the machine has.
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) == 0 && CPU_COUNT(&cores) > 0) {
    return static_cast<unsigned>(CPU_COUNT(&cores));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

unsigned affordable_threads(unsigned wanted) {
  // Of one that replaces a file: its directory, the file, what it becomes, and what that is synchronized by.
  constexpr rlim_t kEach = 5;
  constexpr rlim_t kOthers = 12;
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max >= kOthers + kEach * wanted) return wanted;
  return std::max(1U, static_cast<unsigned>((limit.rlim_max - std::min(limit.rlim_max, kOthers)) / kEach));
}

}  // namespace py3k::engine
