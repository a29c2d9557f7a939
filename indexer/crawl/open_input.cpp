#include "indexer/crawl/open_input.h"

#include <string>
#include <utility>

#include "common/utf8.h"
#include "indexer/crawl/jsonl_reader.h"
#include "indexer/crawl/page_file_reader.h"
#include "indexer/crawl/payload.h"
#include "indexer/crawl/record_reader.h"

namespace pantau {
namespace {

CrawlRecord nothing_to_read(const Sniffed& sniffed, std::string file) {
  if (sniffed.kind != "empty") return Skipped{"file-" + sniffed.kind};
  return Warning{{std::move(file), 0}, "empty-file", "there is nothing in it"};
}

bool is_damaged(const Payload& payload) {
  const Break& first = payload.run_end();
  return first.torn || first.cut || first.garbage;
}

}  // namespace

std::unique_ptr<CrawlReader> open_input(std::unique_ptr<ByteSource> source, std::string_view name,
                                        const CrawlOptions& options, Position start) {
  std::string file = to_valid_utf8(name);
  Payload payload{make_container(std::move(source))};
  Sniffed sniffed{options.format, {}};
  const std::string_view head = payload.peek(sniffed_bytes);
  if (sniffed.format == InputFormat::automatic) sniffed = sniff_format(head);
  // What is damaged from the first to the last byte is reported as any damage.
  if (head.empty() && is_damaged(payload)) sniffed.format = InputFormat::warc;
  if (sniffed.format == InputFormat::automatic)
    return std::make_unique<SingleRecordReader>(nothing_to_read(sniffed, std::move(file)));
  const std::size_t max_bytes = options.max_record_bytes;
  if (start != Position{}) payload.seek(start);
  switch (sniffed.format) {
    case InputFormat::arc:
      return std::make_unique<RecordReader>(std::move(payload), make_arc_syntax(), std::move(file),
                                            max_bytes);
    case InputFormat::jsonl:
      return std::make_unique<JsonlReader>(std::move(payload), std::move(file), max_bytes);
    case InputFormat::html:
      return std::make_unique<PageFileReader>(std::move(payload), PageKind::html, std::move(file),
                                              max_bytes);
    case InputFormat::text:
      return std::make_unique<PageFileReader>(std::move(payload), PageKind::text, std::move(file),
                                              max_bytes);
    default:
      return std::make_unique<RecordReader>(std::move(payload), make_warc_syntax(), std::move(file),
                                            max_bytes);
  }
}

}  // namespace pantau
