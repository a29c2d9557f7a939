// Builds crawl files in memory, right ones and wrong ones, and tells what a reader makes of them.
// Used by every test of tests/indexer/crawl/.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "indexer/crawl/open_input.h"

namespace pantau {

// Containers
std::string gzip(std::string_view bytes);                                    ///< one member
std::string zlib(std::string_view bytes);                                    ///< RFC 1950
std::string raw_deflate(std::string_view bytes);                             ///< RFC 1951
std::string zstd(std::string_view bytes, std::string_view dictionary = {});  ///< one frame
std::string brotli(std::string_view bytes);
std::string skippable_frame(unsigned number, std::string_view content);  ///< number: 0 to 15
std::string train_dictionary();  ///< from records like those of warc_page()

// Records
/// A WARC record; `fields` are whole lines. Content-Length is right unless `fields` has one.
std::string warc(std::string_view type, std::string_view fields, std::string_view block,
                 std::string_view version = "WARC/1.0");
/// A response record of http://n.example/NAME that holds html(NAME).
std::string warc_page(std::string_view name);
/// A response record of http://n.example/x that holds that HTML.
std::string warc_html(std::string_view body);
std::string arc_header(std::string_view version = "1");
/// The ARC record, version 1, of http://n.example/NAME.
std::string arc_page(std::string_view name);
std::string arc_html(std::string_view body);

// Pages
std::string noise(std::size_t size);  ///< the same printable bytes each time; they do not compress
std::string html(std::string_view name);  ///< "<html><p>NAME</p></html>"
/// An HTTP response; `fields` are whole lines.
std::string http(std::string_view fields, std::string_view body,
                 std::string_view status = "HTTP/1.1 200 OK");
/// A chunked body of those chunks, the last one included.
std::string chunked(std::initializer_list<std::string_view> chunks);

// What becomes of them
struct ReadOptions {
  CrawlOptions crawl;
  Position start;
};
/// All records of an input, decoded, in short: "a, b, !damaged, -warc-request, ?cut-file". A page
/// is its name (its bytes if they are not html()), with '~' if it is truncated.
std::string read_all(std::string_view bytes, const ReadOptions& options = {});

/// One record in the notation of read_all.
std::string describe(const CrawlRecord& record);

}  // namespace pantau
