// How much the page shows of what others wrote: an article may have a title of a book's length or
// five thousand authors, and the page stays small. Tested by
// tests/searcher/page/shortened_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/search/search_request.h"

namespace pantau {

// Bytes; a third as many signs in Chinese or Japanese, which are as wide.
inline constexpr std::size_t shown_title = 300;     ///< three lines: longer than any headline
inline constexpr std::size_t shown_name = 100;      ///< of an outlet, an author, a filter
inline constexpr std::size_t shown_sentence = 300;  ///< of a note, or of what was asked
inline constexpr std::size_t shown_heading = 100;   ///< where it only tells windows or links apart
inline constexpr std::size_t shown_excerpt = 600;   ///< where not all may be read: a quotation

// Things.
inline constexpr std::size_t shown_authors = 3;   ///< as a reference list does
inline constexpr std::size_t shown_copies = 5;    ///< under a hit; "one by one" shows them all
inline constexpr std::size_t shown_wordings = 8;  ///< more than a title and a snippet need
inline constexpr std::size_t shown_notes = 5;     ///< on mistakes of one query

/// Bytes of an address that is a link: what every browser and server takes.
inline constexpr std::size_t max_linked_address = 2'000;

/// `text`, or its first `bytes` and "…", cut between words where that leaves most of it.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

/// Shortens a text with marks; marks after the cut are left out.
[[nodiscard]] MarkedText shortened(const MarkedText& marked, std::size_t bytes);

struct ShownNames {
  std::string names;     ///< the first ones
  std::size_t more = 0;  ///< how many are not among them
};

/// The first shown_authors of names joined with ", ".
[[nodiscard]] ShownNames first_authors(std::string_view authors);

}  // namespace pantau
