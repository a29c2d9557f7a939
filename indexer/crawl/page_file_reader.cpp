#include "indexer/crawl/page_file_reader.h"

namespace pantau {

PageFileReader::PageFileReader(Payload payload, PageKind kind, std::string file,
                               std::size_t max_bytes)
    : payload_{std::move(payload)}, kind_{kind}, file_{std::move(file)}, max_bytes_{max_bytes} {}

std::optional<CrawlRecord> PageFileReader::next() {
  if (std::exchange(is_over_, true)) return std::nullopt;
  const Origin origin{file_, payload_.offset()};
  if (std::optional<CrawlRecord> failure = read_all()) return failure;
  if (payload_.bytes().empty()) return std::nullopt;
  RawPage page;
  page.kind = payload_.bytes().starts_with("HTTP/") ? PageKind::http : kind_;
  page.bytes = payload_.bytes();
  page.origin = origin;
  payload_.consume(payload_.bytes().size());
  return page;
}

// Half a page is none: what the rest said would be missing in silence.
std::optional<CrawlRecord> PageFileReader::read_all() {
  const Origin origin{file_, payload_.offset()};
  for (;;) {
    if (payload_.bytes().size() > max_bytes_)
      return Rejected{origin, "", "too-large",
                      "longer than " + std::to_string(max_bytes_) + " bytes"};
    if (payload_.grow()) continue;
    const Break& here = payload_.run_end();
    if (here.torn || here.cut)
      return Rejected{origin, "", here.cut ? "cut-file" : "damaged", here.detail};
    if (here.end) return std::nullopt;
    payload_.join_run();
  }
}

}  // namespace pantau
