// One article as the extractor found it and as a hit shows it: the value both programs pass around.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/date.h"

namespace pantau {

/// All strings are valid UTF-8; an empty string means "not known".
struct Article {
  std::string id;            ///< as the producer named it (JSONL `id`)
  std::string url;           ///< as the crawl names the page, or the page itself
  std::string canonical;     ///< URL the page says is its one true one, if that is plausible
  std::string title;         ///< one line
  std::string author;        ///< one name, or several joined with ", "
  std::string outlet;        ///< name of the newspaper or site
  std::string language;      ///< code of common/language.h, "und" when undetermined
  std::optional<Date> date;  ///< day of publication, never the day of capture
  std::string text;          ///< the body: paragraphs separated by "\n\n"

  std::string file;          ///< crawl file it was read from, as the user named it
  std::uint64_t offset = 0;  ///< byte in that file (after decompression) at which its record starts
  std::string captured;      ///< time of capture as the crawl says it, ISO 8601
  bool truncated = false;    ///< the crawler cut the page short

  std::string
      handle;  ///< what the world may call it (searcher/search/article_lookup.h): never stored
  std::string unread;  ///< what its producer wrote and nobody understood: reported, never stored
};

/// The name tools know an article by (TREC output): its id, else its URL, else its file, with the
/// offset when it is not the first of the file.
[[nodiscard]] std::string display_id(const Article& article);

/// What makes an article the same one when it comes again: its canonical URL, else its URL if that
/// names a page (not a home page), else the id, else the URL as it is, else the absolute path of
/// the file and the offset, or what it says if it came by standard input.
[[nodiscard]] std::string identity(const Article& article);

}  // namespace pantau
