#include "indexer/index/build_choice.h"

namespace pantau {
namespace {

/// Input from which on segments pay: they take a third of the time of one writer, but a crash costs
/// all of them; below, one writer takes a second or two.
constexpr std::uint64_t segments_pay_bytes = std::uint64_t{2} << 20U;

/// A new generation is written at the cost of copying the old one: a byte of text there costs a
/// tenth of what one writer saves on a byte of input, and takes six bytes of the index.
constexpr std::uint64_t index_bytes_per_input_byte = std::uint64_t{8} * 6;

/// A batch of the size asked for is written directly when the index has this many times its
/// articles.
constexpr std::uint64_t index_articles_per_batch_article = 8;

}  // namespace

Build choose_build(Build asked, const BuildSizes& sizes) {
  if (asked != Build::automatic) return asked;
  if (sizes.input_bytes < segments_pay_bytes ||
      sizes.input_bytes * index_bytes_per_input_byte < sizes.index_bytes)
    return Build::direct;
  const bool one_merge = sizes.rebuild || sizes.batch_articles == 0;
  const bool pays =
      one_merge || sizes.batch_articles * index_articles_per_batch_article >= sizes.index_articles;
  return pays ? Build::segments : Build::direct;
}

}  // namespace pantau
