#include "engine/run/worker_pool.h"

#include <sched.h>

namespace py3k::engine {

unsigned usable_cores() {
  // Containers and taskset give a process fewer cores than the machine has.
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) == 0 && CPU_COUNT(&cores) > 0) {
    return static_cast<unsigned>(CPU_COUNT(&cores));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace py3k::engine
