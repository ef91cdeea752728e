// run_in_order: many jobs on several threads, with their results taken in order by the calling thread.
//
//   run_in_order<std::string>(paths.size(), workers,
//                             [&](std::size_t i) { return convert(paths[i]); },        // on any thread
//                             [&](std::size_t i, std::string diff) { return print(diff); });  // on this one
//
// What is seen does not depend on the number of threads, and memory stays bounded: no job starts that is more than a
// few dozen ahead of the oldest one whose result has not been taken.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace py3k::engine {

// The number of threads that this process can keep busy.
unsigned usable_cores();

// So many, or fewer where the process may open only few files.
unsigned affordable_threads(unsigned wanted);

namespace internal {

template <typename T, typename Work>
class OrderedRun {
 public:
  OrderedRun(std::size_t count, std::size_t window, Work& work) : count_(count), slots_(window), work_(work) {}

  // What a thread of the pool does.
  void run_jobs() {
    while (const auto index = next_job()) {
      std::optional<T> value;
      std::exception_ptr error;
      try {
        value.emplace(work_(*index));
      } catch (...) {  // whatever it is, the calling thread has to see it
        error = std::current_exception();
      }
      put(*index, std::move(value), error);
    }
  }

  // Waits for the oldest result. Throws what its job threw.
  T take() {
    std::unique_lock lock(mutex_);
    Slot& slot = slots_[taken_ % slots_.size()];
    is_filled_.wait(lock, [&] { return slot.value.has_value() || slot.error; });
    if (slot.error) std::rethrow_exception(slot.error);
    T value = std::move(*slot.value);
    slot.value.reset();
    ++taken_;
    lock.unlock();
    has_room_.notify_one();
    return value;
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      is_stopped_ = true;
    }
    has_room_.notify_all();
  }

 private:
  struct Slot {
    std::optional<T> value;
    std::exception_ptr error;
  };

  std::optional<std::size_t> next_job() {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] { return is_stopped_ || next_ == count_ || next_ < taken_ + slots_.size(); });
    if (is_stopped_ || next_ == count_) return std::nullopt;
    const std::size_t index = next_++;
    // Nobody else will be told that there is nothing left.
    if (next_ == count_) has_room_.notify_all();
    return index;
  }

  void put(std::size_t index, std::optional<T> value, std::exception_ptr error) {
    bool is_awaited = false;
    {
      const std::lock_guard lock(mutex_);
      slots_[index % slots_.size()] = {std::move(value), error};
      is_awaited = index == taken_;
    }
    if (is_awaited) is_filled_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable is_filled_;
  std::condition_variable has_room_;
  const std::size_t count_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  bool is_stopped_ = false;
  std::vector<Slot> slots_;  // a ring of results that have not been taken
  Work& work_;
};

}  // namespace internal

// Calls consume(i, work(i)) for each i below `count`, in order. `work` runs on `workers` threads, `consume` on this
// one; it returns false to stop. An exception that either throws comes out of here once all threads have ended.
template <typename T, typename Work, typename Consume>
void run_in_order(std::size_t count, unsigned workers, Work work, Consume consume) {
  const std::size_t threads = std::min<std::size_t>(workers, count);
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!consume(i, work(i))) return;
    }
    return;
  }

  constexpr std::size_t kAheadPerThread = 8;
  internal::OrderedRun<T, Work> run(count, threads * kAheadPerThread, work);
  struct StopAtEnd {
    internal::OrderedRun<T, Work>& run;
    ~StopAtEnd() { run.stop(); }
  };
  std::vector<std::jthread> pool;
  const StopAtEnd stop_at_end{run};  // goes before the pool does, which waits for its threads
  for (std::size_t i = 0; i < threads; ++i) pool.emplace_back([&run] { run.run_jobs(); });
  for (std::size_t i = 0; i < count; ++i) {
    if (!consume(i, run.take())) return;
  }
}

}  // namespace py3k::engine
