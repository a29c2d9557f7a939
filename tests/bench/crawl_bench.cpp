// How fast records are split from their containers: `crawl_bench FILE...` prints records and MB/s
// of payload, without decoding a page. Compare with `gzip -dc` and `zstd -dc` on the same file,
// interleaved.
#include <chrono>
#include <iostream>

#include "indexer/crawl/open_input.h"

int main(int argc, char* argv[]) {
  using namespace pantau;
  using Clock = std::chrono::steady_clock;
  for (int i = 1; i < argc; ++i) {
    const Clock::time_point start = Clock::now();
    const auto reader = open_input(std::make_unique<FileSource>(argv[i]), argv[i]);
    std::uint64_t records = 0;
    while (reader->next()) ++records;
    const std::chrono::duration<double> took = Clock::now() - start;
    const double megabytes = static_cast<double>(reader->position().payload) / 1e6;
    std::cout << argv[i] << ": " << records << " records, " << megabytes << " MB, "
              << megabytes / took.count() << " MB/s\n";
  }
}
