// The day an article was published, where that is said, and how sure that is. Entrance:
// find_html_date. Tested by tests/indexer/html_date_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"
#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_metadata.h"

namespace pantau {

struct PublicationDate {
  Date date;
  Provenance from;  ///< "json-ld", "meta", "url", "time", "text"
};

/// Empty if the page gives no date that can be one of publication: never later than the day after
/// `captured` (the day of the crawl, if known), never before the web.
[[nodiscard]] std::optional<PublicationDate> find_html_date(const HtmlTree& tree,
                                                            const std::vector<NodeEvidence>& marks,
                                                            const HtmlMetadata& metadata,
                                                            std::optional<Date> captured);

/// A day in any of the forms machines write: ISO 8601, 20210320, RFC 2822, seconds since 1970, or
/// as people write it.
[[nodiscard]] std::optional<Date> parse_machine_date(std::string_view text);

/// The day in an address such as /2021/03/20/story.html.
[[nodiscard]] std::optional<Date> date_in_url(std::string_view url);

}  // namespace pantau
