// What the page itself says, in the languages it speaks: literals of the program, safe as markup.
// Tested by tests/searcher/page/interface_words_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/render/html.h"

namespace pantau {

/// What the page says of a mistake in a query; "%" stands for what was typed.
struct NoteWords {
  Markup open_quote, empty_quotes, open_bracket, lone_bracket, empty_brackets, too_many_words,
      near_number, lone_operator, no_such_field, no_value, no_date, too_deep, too_long,
      no_such_entity, many_forms, at_most;
};

/// What the page says of a mistake in an address.
struct AddressWords {
  Markup page, date, choice, language, filters;
};

/// The page that says what is here and how to ask.
struct HelpWords {
  Markup link, title, contents, last_fed, from_to, all_outlets, ask, words_rule, subscribe,
      subscribe_how, cite, cite_how, programs, programs_how;
  std::array<Markup, 12> examples;  ///< what each example of the help page shows
};

/// The page of one article.
struct ReadingWords {
  Markup stored_text, original, original_at, previous, next, back, captured, entities, elsewhere,
      text_off, excerpt, cut_short, untitled, gone, cite;
};

/// Choices of time.
struct TimeWords {
  Markup when, day, week, month, year, range, from, to, show, ever;
};

struct InterfaceWords {
  std::string_view code;  ///< "en"
  Markup search, search_box, skip, tagline, examples;
  std::array<Markup, 5> example_notes;  ///< what each example of the start page shows
  Markup results, about, of, article, articles, page, of_them, and_others, with_some_words,
      some_words_only, nothing, nothing_help, without, no_word, past_end, first_page, more;
  Markup filters, remove, clear, languages, outlets, entities, others, every, by_count, by_name;
  Markup sort, relevance, recent, newest, oldest, all_words, any_word, as_typed;
  Markup previous, next, pages;
  Markup did_you_mean, copy, copies, undated, show_copies, fold_copies, similar, similar_to,
      matched, stopped;
  Markup feeds, download, in_other_language, undetermined;
  Markup problem, not_found, wrong_method, long_address, unavailable, nothing_asked, back;
  TimeWords time;
  ReadingWords reading;
  NoteWords notes;
  AddressWords address;
  HelpWords help;
  std::array<std::string_view, 12> month_names;
};

/// The codes of interface languages; the first is for everyone whose own is not among them.
[[nodiscard]] const std::vector<std::string_view>& interface_codes();

/// Words of `code`, of English if there are none.
[[nodiscard]] const InterfaceWords& interface_words(std::string_view code);

[[nodiscard]] const InterfaceWords& english_words();
[[nodiscard]] const InterfaceWords& indonesian_words();

/// "20 March 2021", "20 Maret 2021".
[[nodiscard]] std::string day_in_words(Date date, const InterfaceWords& words);

/// "March 2021" for "2021-03", "2021" for "2021", a day in words for a day.
[[nodiscard]] std::string period_in_words(std::string_view period, const InterfaceWords& words);

/// 12345 as "12,345" or "12.345".
[[nodiscard]] std::string count_in_words(std::uint64_t count, const InterfaceWords& words);

/// "about 1,234" where the number is no exact one.
[[nodiscard]] Html number_in_words(std::uint64_t count, bool exact, const InterfaceWords& words);

/// "Indonesian", "Indonesia": of articles.
[[nodiscard]] std::string language_in_words(std::string_view code, const InterfaceWords& words);

}  // namespace pantau
