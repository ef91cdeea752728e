#include "cli/verbose_log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace py3k::cli {

// A logger of our own: spdlog's registry and default logger would be set up in every run.
struct VerboseLog::Impl {
  spdlog::logger logger{"py3k", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

VerboseLog::VerboseLog(bool is_enabled) {
  if (!is_enabled) return;
  impl_ = std::make_unique<Impl>();
  impl_->logger.set_pattern("%H:%M:%S.%e %v");
  impl_->logger.flush_on(spdlog::level::trace);
}

VerboseLog::~VerboseLog() = default;

void VerboseLog::write(std::string_view message) {
  if (impl_) impl_->logger.info("{}", message);
}

}  // namespace py3k::cli
