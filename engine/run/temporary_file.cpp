#include "engine/run/temporary_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace py3k::engine {
namespace {

constexpr std::string_view kPrefix = ".py3k-";
constexpr std::string_view kSuffix = ".tmp";

// Where a handler of signals finds what to remove: nothing else may be touched there. Threads that find all slots taken
// do without.
struct Slot {
  enum State : int { kFree, kFilling, kTaken };
  std::atomic<int> state = kFree;
  int directory = -1;
  std::array<char, 64> name{};
};
std::array<Slot, 256> g_slots;          // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<bool> g_is_ending = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

int take_slot(int directory, const std::string& name) {
  for (std::size_t i = 0; i < g_slots.size(); ++i) {
    Slot& slot = g_slots[i];
    int expected = Slot::kFree;
    if (!slot.state.compare_exchange_strong(expected, Slot::kFilling)) continue;
    slot.directory = directory;
    slot.name.fill('\0');
    std::copy_n(name.begin(), std::min(name.size(), slot.name.size() - 1), slot.name.begin());
    slot.state = Slot::kTaken;
    return static_cast<int>(i);
  }
  return -1;
}

// ".py3k-1234-0.tmp"
bool is_ours(std::string_view name) {
  if (!name.starts_with(kPrefix) || !name.ends_with(kSuffix) || name.size() <= kPrefix.size() + kSuffix.size()) {
    return false;
  }
  const std::string_view numbers = name.substr(kPrefix.size(), name.size() - kPrefix.size() - kSuffix.size());
  return std::all_of(numbers.begin(), numbers.end(), [](unsigned char c) { return std::isdigit(c) != 0 || c == '-'; });
}

// Of this user's, with one name, and written by nobody.
void remove_if_left(int directory, const char* name) {
  const Handle file(::openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0) return;
  const bool is_mine = status.st_uid == ::geteuid() || ::geteuid() == 0;
  if (!S_ISREG(status.st_mode) || status.st_nlink != 1 || !is_mine) return;
  if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) ::unlinkat(directory, name, 0);
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

}  // namespace

TemporaryFile::~TemporaryFile() {
  const int number = errno;
  if (!name_.empty()) ::unlinkat(directory_, name_.c_str(), 0);
  forget();
  errno = number;
}

void TemporaryFile::forget() {
  name_.clear();
  if (slot_ >= 0) g_slots[static_cast<std::size_t>(slot_)].state = Slot::kFree;
  slot_ = -1;
}

bool TemporaryFile::create() {
  static std::atomic<unsigned> counter = 0;
  constexpr int kAttempts = 100;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string name =
        std::string(kPrefix) + std::to_string(::getpid()) + "-" + std::to_string(counter++) + std::string(kSuffix);
    // Before it is there: a signal may come at any moment.
    slot_ = take_slot(directory_, name);
    file_.reset(
        ::openat(directory_, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (!file_.is_open()) {
      forget();
      if (errno == EEXIST) continue;
      return false;
    }
    name_ = name;
    if (g_is_ending) {
      ::unlinkat(directory_, name.c_str(), 0);
      while (true) ::pause();
    }
    // File systems without locks have nobody who removes what another run writes, either.
    struct stat status {};
    const bool is_locked = ::flock(file_.get(), LOCK_EX | LOCK_NB) == 0;
    const bool is_there = ::fstat(file_.get(), &status) == 0 && status.st_nlink > 0;
    if (is_there && (is_locked || errno != EWOULDBLOCK)) return true;
    // Another run took it for a left one, before the lock; or nobody can say what it is.
    ::unlinkat(directory_, name.c_str(), 0);
    forget();
  }
  errno = EEXIST;
  return false;
}

bool TemporaryFile::rename_to(const std::string& name) {
  if (::renameat(directory_, name_.c_str(), directory_, name.c_str()) != 0) return false;
  forget();
  return true;
}

void remove_temporary_files() {
  g_is_ending = true;
  for (Slot& slot : g_slots)
    if (slot.state == Slot::kTaken) ::unlinkat(slot.directory, slot.name.data(), 0);
}

void LeftOvers::remove_from(int directory) {
  struct stat status {};
  if (::fstat(directory, &status) != 0) return;
  {
    const std::lock_guard lock(mutex_);
    if (!done_.emplace(status.st_dev, status.st_ino).second) return;
  }
  Handle listed(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const std::unique_ptr<DIR, CloseDirectory> entries(listed.is_open() ? ::fdopendir(listed.get()) : nullptr);
  if (!entries) return;
  (void)listed.release();  // closedir() closes it
  std::vector<std::string> left;
  while (const dirent* entry = ::readdir(entries.get()))
    if (is_ours(entry->d_name)) left.emplace_back(entry->d_name);
  for (const std::string& name : left) remove_if_left(directory, name.c_str());
}

}  // namespace py3k::engine
