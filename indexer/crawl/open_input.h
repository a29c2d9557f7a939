// From the bytes of one input to the reader of its records: container and format are told from the
// content, never from the name. Tested by tests/indexer/crawl/open_input_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "indexer/crawl/byte_source.h"
#include "indexer/crawl/input_format.h"
#include "indexer/crawl/raw_page.h"

namespace pantau {

/// The longest record and the longest decoded page: the longest articles with all their markup are
/// a few megabytes, and a worker holds a page three times over while it decodes it.
inline constexpr std::size_t default_max_record_bytes = std::size_t{16} << 20;

struct CrawlOptions {
  InputFormat format = InputFormat::automatic;  ///< any other is taken on faith
  std::size_t max_record_bytes = default_max_record_bytes;
};

/// An input that is ready to be read, and what it is: a later run that goes on in the middle needs
/// not be told again.
struct OpenedInput {
  std::unique_ptr<CrawlReader> reader;
  InputFormat format;  ///< automatic where there is nothing to read
};

/// A reader of the records of `source`, which stands at its start; reading begins at `start`, a
/// position() of an earlier reader of the same input. `name` goes into the records' origin.
/// An input with nothing to read gives a reader that says so in its only record.
/// Throws Error{input} if the source cannot be read.
[[nodiscard]] OpenedInput open_input(std::unique_ptr<ByteSource> source, std::string_view name,
                                     const CrawlOptions& options = {}, Position start = {});

}  // namespace pantau
