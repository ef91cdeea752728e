#include "cli/verbose_log.h"

#include <spdlog/details/null_mutex.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>

#include <string_view>

namespace py3k::cli {
namespace {

// Hands spdlog's lines on to where all other output goes, so that they keep their order.
class ForwardingSink : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  explicit ForwardingSink(Sink& sink) : sink_(sink) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    sink_.write(std::string_view(line.data(), line.size()));
  }
  void flush_() override {}

 private:
  Sink& sink_;
};

}  // namespace

// A logger of our own: spdlog's registry and default logger would be set up in every run.
struct VerboseLog::Impl {
  explicit Impl(Sink& sink) : logger("py3k", std::make_shared<ForwardingSink>(sink)) {
    logger.set_pattern("%H:%M:%S.%e %v");
  }
  spdlog::logger logger;
};

VerboseLog::VerboseLog(bool is_enabled, Sink& sink) {
  if (is_enabled) impl_ = std::make_unique<Impl>(sink);
}

VerboseLog::~VerboseLog() = default;

void VerboseLog::write(std::string_view message) {
  if (impl_) impl_->logger.info("{}", message);
}

}  // namespace py3k::cli
