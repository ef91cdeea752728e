#include "engine/syntax/parse_arena.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include "engine/syntax/grammar.h"

namespace py3k::engine {

namespace {

// Hands out blocks from large chunks. Blocks that are freed are kept by size for the next of that size, so that an
// arena does not outgrow what is in use by much.
class Arena {
 public:
  void* allocate(std::size_t size) {
    const std::size_t group = group_of(size);
    if (Block* block = free_[group]) {
      free_[group] = block->next_free;
      return block->content();
    }
    Block* block = new (take(size_in(group))) Block{group, nullptr};
    return block->content();
  }

  void free(void* content) {
    if (content == nullptr) return;
    Block* block = Block::of(content);
    block->next_free = free_[block->group];
    free_[block->group] = block;
  }

  void* resize(void* content, std::size_t size) {
    if (content == nullptr) return allocate(size);
    const std::size_t room = size_in(Block::of(content)->group) - Block::kHeader;
    if (size <= room) return content;
    void* moved = allocate(size);
    std::memcpy(moved, content, room);
    free(content);
    return moved;
  }

  void clear() {
    free_.fill(nullptr);
    if (chunks_.size() > kKept) chunks_.resize(kKept);
    chunk_ = 0;
    at_ = 0;
  }

 private:
  struct Block {
    std::size_t group;
    Block* next_free;  // only while it is free: else the content starts here

    static constexpr std::size_t kHeader = sizeof(std::size_t);
    void* content() { return reinterpret_cast<std::byte*>(this) + kHeader; }
    static Block* of(void* content) { return reinterpret_cast<Block*>(static_cast<std::byte*>(content) - kHeader); }
  };
  struct Chunk {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };

  static constexpr std::size_t kStep = 16;     // small blocks differ by that much
  static constexpr std::size_t kSmall = 1024;  // larger ones are powers of two
  static constexpr std::size_t kChunk = 1 << 18;
  static constexpr std::size_t kKept = 32;  // chunks that wait for the next file

  static std::size_t group_of(std::size_t size) {
    const std::size_t whole = std::max(size, sizeof(Block*)) + Block::kHeader;
    if (whole <= kSmall) return (whole + kStep - 1) / kStep;
    return kSmall / kStep + static_cast<std::size_t>(std::bit_width((whole - 1) / kSmall));
  }
  static std::size_t size_in(std::size_t group) {
    return group <= kSmall / kStep ? group * kStep : kSmall << (group - kSmall / kStep);
  }

  void* take(std::size_t size) {
    while (chunk_ < chunks_.size() && at_ + size > chunks_[chunk_].size) {
      ++chunk_;
      at_ = 0;
    }
    if (chunk_ == chunks_.size()) {
      const std::size_t room = std::max(size, kChunk);
      chunks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[room]), room});
    }
    void* taken = chunks_[chunk_].bytes.get() + at_;
    at_ += size;
    return taken;
  }

  std::array<Block*, kSmall / kStep + 64> free_{};
  std::vector<Chunk> chunks_;
  std::size_t chunk_ = 0;
  std::size_t at_ = 0;
};

thread_local Arena arena;  // NOLINT: what tree-sitter calls has no argument to pass it in

void* allocate(std::size_t size) { return arena.allocate(size); }
void* allocate_zeroed(std::size_t count, std::size_t size) {
  return std::memset(arena.allocate(count * size), 0, count * size);
}
void* resize(void* content, std::size_t size) { return arena.resize(content, size); }
void release(void* content) { arena.free(content); }

}  // namespace

Parse::Parse(std::string_view text) {
  [[maybe_unused]] static const bool is_installed =
      (ts_set_allocator(allocate, allocate_zeroed, resize, release), true);
  TSParser* parser = ts_parser_new();
  ts_parser_set_language(parser, grammar().language);
  tree_ = ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size()));
}

Parse::~Parse() { arena.clear(); }

}  // namespace py3k::engine
