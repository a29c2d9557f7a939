// From the bytes a server sent to a page in UTF-8: HTTP framing, content codings, media type,
// charset. A pure function, so that many threads can decode what one reader reads. Entrance:
// decode_page. Tested by tests/indexer/crawl/decode_page_test.cpp.
#pragma once

#include <cstddef>

#include "indexer/crawl/open_input.h"
#include "indexer/crawl/raw_page.h"

namespace pantau {

/// `page` decoded: a RawPage of kind html, text or article_json whose bytes are valid UTF-8 and not
/// empty; Skipped if it is rightly no article (status not 2xx, a picture, an empty body); Rejected
/// if it cannot be one (more than `max_bytes` when decoded). Bytes that decode only in part are
/// kept up to there, and the page says it is truncated. HTTP: RFC 9110, RFC 9112; media types:
/// WHATWG MIME Sniffing. Safe to call from several threads.
[[nodiscard]] CrawlRecord decode_page(RawPage page,
                                      std::size_t max_bytes = default_max_record_bytes);

}  // namespace pantau
