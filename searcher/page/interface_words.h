// What the page itself says, in the languages it speaks: literals of the program, safe as markup.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/page/html.h"

namespace pantau {

struct InterfaceWords {
  std::string_view code;  ///< "en"
  Markup search, search_box, skip, tagline, examples;
  std::array<Markup, 5> example_notes;  ///< what each example of the start page shows
  Markup results, about, article, articles, page, nothing, nothing_help, past_end, first_page, more;
  Markup filters, remove, clear, languages, outlets, entities, months, from, to, others;
  Markup sort, relevance, recent, newest, oldest;
  Markup previous, next, pages;
  Markup did_you_mean, copy, copies, no_date, show_copies, fold_copies, similar, similar_to,
      matched, stopped;
  Markup feed, as_json, in_other_language, undetermined;
  Markup problem, bad_request, not_found, wrong_method, too_long, unavailable, back;
  std::array<std::string_view, 12> month_names;
};

/// The codes of interface languages; the first is for everyone whose own is not among them.
[[nodiscard]] const std::vector<std::string_view>& interface_codes();

/// Words of `code`, of English if there are none.
[[nodiscard]] const InterfaceWords& interface_words(std::string_view code);

/// "20 March 2021", "20 Maret 2021".
[[nodiscard]] std::string day_in_words(Date date, const InterfaceWords& words);

/// "March 2021" for "2021-03", "2021" for "2021", a day in words for a day.
[[nodiscard]] std::string period_in_words(std::string_view period, const InterfaceWords& words);

/// 12345 as "12,345" or "12.345".
[[nodiscard]] std::string count_in_words(std::uint64_t count, const InterfaceWords& words);

/// "Indonesian", "bahasa Indonesia": of articles, for the most usual codes, else the English name.
[[nodiscard]] std::string language_in_words(std::string_view code, const InterfaceWords& words);

}  // namespace pantau
