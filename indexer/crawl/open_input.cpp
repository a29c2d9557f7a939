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

/// What the payload is: as it is asked for, or by its first bytes.
Sniffed tell_format(Payload& payload, InputFormat asked) {
  const std::string_view head = payload.peek(sniffed_bytes);
  // What is damaged from the first to the last byte is reported as any damage.
  if (head.empty() && is_damaged(payload)) return {InputFormat::warc, {}};
  return asked == InputFormat::automatic ? sniff_format(head) : Sniffed{asked, {}};
}

std::unique_ptr<CrawlReader> make_reader(InputFormat format, Payload payload, std::string file,
                                         std::size_t max_bytes) {
  switch (format) {
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

}  // namespace

OpenedInput open_input(std::unique_ptr<ByteSource> source, std::string_view name,
                       const CrawlOptions& options, Position start) {
  std::string file = to_valid_utf8(name);
  Payload payload{make_container(std::move(source))};
  // In the middle of a plain file nothing at its start is needed; of a packed one it may be, as it
  // can hold a dictionary.
  const bool is_known = options.format != InputFormat::automatic && start != Position{};
  const Sniffed sniffed = is_known && payload.is_plain() ? Sniffed{options.format, {}}
                                                         : tell_format(payload, options.format);
  if (sniffed.format == InputFormat::automatic)
    return {std::make_unique<SingleRecordReader>(nothing_to_read(sniffed, std::move(file))),
            sniffed.format};
  if (start != Position{}) payload.seek(start);
  return {
      make_reader(sniffed.format, std::move(payload), std::move(file), options.max_record_bytes),
      sniffed.format};
}

}  // namespace pantau
