// What the readers of indexer/crawl/ yield: records as a crawler left them, one at a time.
// decode_page() (decode_page.h) undoes HTTP and charset, in whatever thread its caller likes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace pantau {

enum class PageKind {
  html,
  text,          ///< a page whose tags were stripped: a text dump, or a WET record
  article_json,  ///< one JSON object of the JSONL contract (README, "Feeding JSONL")
  http,          ///< undecoded: a whole HTTP response, as it came over the wire
  undecided,     ///< undecoded: a body whose content_type, or failing that its bytes, say what it
                 ///< is
};

/// Where a record came from: enough to find it again by hand.
struct Origin {
  std::string file;          ///< as the user named it, or as the walk found it; valid UTF-8
  std::uint64_t offset = 0;  ///< first byte of the record, after decompression
};

struct RawPage {
  PageKind kind = PageKind::html;
  std::string bytes;         ///< undecoded, or valid UTF-8 once decode_page() gave it
  std::string content_type;  ///< as the crawl declared it, parameters included, or ""
  std::string url;           ///< as the crawl says it, or ""
  std::string captured;      ///< time of capture, ISO 8601, or ""
  Origin origin;
  bool truncated = false;  ///< the page is not all that the server had
};

/// A record that could have become an article and did not. Makes the run end with exit code 1,
/// unless it is a sound page that is no article, of which every crawl has some.
struct Rejected {
  Origin origin;
  std::string url;
  std::string reason;  ///< a short key that reports count by: "invalid-json"
  std::string detail;  ///< one line for a person, or ""
  bool is_sound_page = false;
};

/// A record that is rightly no article, such as a WARC request: counted by its kind, nothing more.
struct Skipped {
  std::string kind;
};

/// Something wrong with the input that cost no whole record: a cut file, a length that was mended.
struct Warning {
  Origin origin;
  std::string reason;  ///< a short key that reports count by: "cut-file"
  std::string detail;  ///< one line for a person
};

using CrawlRecord = std::variant<RawPage, Rejected, Skipped, Warning>;

/// A place in an input from which reading can go on in a later run. Default: its start.
struct Position {
  std::uint64_t input = 0;    ///< byte of the file as it is stored on disk
  std::uint64_t payload = 0;  ///< the same place after decompression
  bool operator==(const Position&) const = default;
};

/// Reads one input from front to back in bounded memory. One thread at a time.
class CrawlReader {
 public:
  CrawlReader() = default;
  virtual ~CrawlReader() = default;
  CrawlReader(const CrawlReader&) = delete;
  CrawlReader& operator=(const CrawlReader&) = delete;

  /// The next record, or empty at the end. A broken record comes as Rejected, and reading goes on
  /// after it. Throws Error{input} only if the input itself can no longer be read.
  [[nodiscard]] virtual std::optional<CrawlRecord> next() = 0;

  /// Where a later run goes on so that no record after the last one of next() is missed. Some may
  /// come again: of a file that is one gzip member it is the start until the end is reached.
  [[nodiscard]] virtual Position position() const = 0;
};

}  // namespace pantau
