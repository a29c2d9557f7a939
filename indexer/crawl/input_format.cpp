#include "indexer/crawl/input_format.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "indexer/crawl/header_fields.h"
#include "indexer/crawl/record_syntax.h"

namespace pantau {
namespace {

constexpr auto npos = std::string_view::npos;

struct Signature {
  std::size_t at;
  std::string_view bytes, kind;
};

/// What lies about in mirrors beside pages (WHATWG MIME Sniffing, section 6, and a few archives).
constexpr std::array signatures{
    Signature{0, "\x89PNG", "image/png"},
    Signature{0, "\xFF\xD8\xFF", "image/jpeg"},
    Signature{0, "GIF8", "image/gif"},
    Signature{8, "WEBP", "image/webp"},
    Signature{4, "ftyp", "video/mp4"},
    Signature{0, "%PDF-", "application/pdf"},
    Signature{0, "PK\x03\x04", "application/zip"},
    Signature{0, "\x1f\x8b\x08", "application/gzip"},
    Signature{0, "\x28\xB5\x2F\xFD", "application/zstd"},
    Signature{0, "BZh", "application/x-bzip2"},
    Signature{0,
              "\xFD"
              "7zXZ",
              "application/x-xz"},
    Signature{0, "7z\xBC\xAF\x27\x1C", "application/x-7z-compressed"},
    Signature{257, "ustar", "application/x-tar"},
    Signature{0, "wOFF", "font/woff"},
    Signature{0, "wOF2", "font/woff2"},
    Signature{0,
              "\x7F"
              "ELF",
              "application/x-executable"},
};

struct Packing {
  std::string_view kind, name;
};
constexpr std::array packings{
    Packing{"application/x-bzip2", "bzip2"},
    Packing{"application/x-xz", "xz"},
    Packing{"application/zip", "zip"},
    Packing{"application/x-tar", "tar"},
    Packing{"application/x-7z-compressed", "7z"},
    Packing{"application/gzip", "gzip twice"},
    Packing{"application/zstd", "zstd twice"},
};

/// Elements that a page or a piece of one starts with.
constexpr std::array page_tags{"!doctype html", "html",    "head", "body",    "title",  "meta",
                               "script",        "style",   "div",  "p",       "a",      "table",
                               "iframe",        "h1",      "link", "br",      "center", "font",
                               "span",          "article", "main", "section", "ul",     "img"};

/// More braces than this share of a text, in percent, and it is a script or a style sheet: those
/// have two to four, articles none.
constexpr std::size_t brace_percent = 1;
constexpr std::size_t least_braces = 4;

/// Control characters that no text has, in percent of the bytes looked at.
constexpr std::size_t control_percent = 2;

/// How many lines may be broken before the first one that shows what the file is.
constexpr int tried_lines = 3;

// UTF-16 as if it were Latin-1, so that tags can be seen.
std::string without_zero_bytes(std::string_view head) {
  std::string out{head};
  std::erase(out, '\0');
  return out;
}

std::string_view without_mark(std::string_view head) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
    if (head.starts_with(mark)) return head.substr(mark.size());
  return head;
}

// Text in UTF-16 has a zero byte in nearly every pair, always on the same side; binary files do
// not.
bool looks_like_utf16(std::string_view head) {
  std::array<std::size_t, 2> zeros{};
  head = head.substr(0, 1024);
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++zeros[i % 2];
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return few == 0 && many * 4 > head.size();
}

bool is_mostly_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 100 > head.size() * control_percent;
}

// Nesting that no record of ours has, and that fills whatever is looked at: somebody's bomb among
// lines, which is for the reader of lines to refuse.
bool is_bracket_bomb(std::string_view line) {
  constexpr std::size_t brackets = 64;
  return line.size() >= brackets && line.substr(0, brackets).find_first_not_of("[{ \t") == npos;
}

// "{" and a key: what is broken further on is for others to see.
bool starts_object(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('{')) return false;
  line = trim(line.substr(1));
  if (!line.starts_with('"')) return false;
  const std::size_t end = line.find('"', 1);
  return end != npos && trim(line.substr(end + 1)).starts_with(':');
}

bool has_object_lines(std::string_view text) {
  for (int tried = 0; tried < tried_lines && !text.empty();) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (trim(line).empty()) continue;
    if (starts_object(line) || is_bracket_bomb(line)) return true;
    ++tried;
  }
  return false;
}

std::string_view without_prolog(std::string_view lowered) {
  for (;;) {
    lowered = trim(lowered);
    const std::string_view end = lowered.starts_with("<!--")    ? "-->"
                                 : lowered.starts_with("<?xml") ? "?>"
                                                                : "";
    const std::size_t at = end.empty() ? npos : lowered.find(end);
    if (at == npos) return lowered;
    lowered.remove_prefix(at + end.size());
  }
}

/// How far in a file a page is looked for.
constexpr std::size_t page_within = 4096;

bool starts_like_page(std::string_view text) {
  const std::string lowered = to_lower_ascii(text.substr(0, page_within));
  const std::string_view start = without_prolog(lowered);
  for (const std::string_view tag : page_tags) {
    if (!start.starts_with('<') || !start.substr(1).starts_with(tag)) continue;
    const std::string_view rest = start.substr(1 + tag.size());
    if (rest.empty() || std::string_view{" \t\r\n>/"}.find(rest.front()) != npos) return true;
  }
  return false;
}

bool looks_like_page(std::string_view text) {
  if (starts_like_page(text)) return true;
  const std::string lowered = to_lower_ascii(text.substr(0, page_within));
  return lowered.find("<html") != npos || lowered.find("<!doctype html") != npos ||
         lowered.find("<body") != npos;
}

std::string_view signature_of(std::string_view head) {
  for (const Signature& one : signatures)
    if (head.size() > one.at && head.substr(one.at).starts_with(one.bytes)) return one.kind;
  return {};
}

bool looks_like_code(std::string_view text) {
  const auto braces =
      std::count_if(text.begin(), text.end(), [](char c) { return c == '{' || c == '}'; });
  const auto count = static_cast<std::size_t>(braces);
  return count >= least_braces && count * 100 > text.size() * brace_percent;
}

// One JSON value over many lines: no JSON Lines.
bool looks_like_json(std::string_view text) {
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string_view rest = trim(text.substr(1));
  return rest.starts_with('"') || rest.starts_with('{') || rest.starts_with('}') ||
         rest.starts_with("[{");
}

}  // namespace

std::string_view packing_name(std::string_view kind) {
  for (const Packing& one : packings)
    if (one.kind == kind) return one.name;
  return {};
}

Sniffed sniff_page(std::string_view head) {
  if (const std::string_view kind = signature_of(head); !kind.empty())
    return {InputFormat::automatic, std::string{kind}};
  std::string narrow;
  if (looks_like_utf16(head)) head = narrow = without_zero_bytes(head);
  head = trim(without_mark(head));
  if (head.empty()) return {InputFormat::automatic, "empty"};
  if (is_mostly_binary(head)) return {InputFormat::automatic, "binary"};
  if (looks_like_page(head)) return {InputFormat::html, {}};
  if (head.starts_with("<?xml") || head.starts_with("<rss") || head.starts_with("<feed") ||
      head.starts_with("<svg") || head.starts_with("<urlset"))
    return {InputFormat::automatic, "xml"};
  if (looks_like_json(head)) return {InputFormat::automatic, "json"};
  if (looks_like_code(head)) return {InputFormat::automatic, "code"};
  return {InputFormat::text, {}};
}

Sniffed sniff_format(std::string_view head) {
  const std::string_view text = trim(without_mark(head));
  const auto warc = make_warc_syntax();
  const auto arc = make_arc_syntax();
  if (warc->starts_record(text)) return {InputFormat::warc, {}};
  if (text.starts_with("filedesc:") || arc->starts_record(text)) return {InputFormat::arc, {}};
  if (text.starts_with("HTTP/")) return {InputFormat::html, {}};
  if (has_object_lines(text)) return {InputFormat::jsonl, {}};
  if (starts_like_page(text)) return sniff_page(head);
  // A damaged start: what follows it tells.
  if (warc->find_record(head, 0) != npos) return {InputFormat::warc, {}};
  if (arc->find_record(head, 0) != npos) return {InputFormat::arc, {}};
  return sniff_page(head);
}

}  // namespace pantau
