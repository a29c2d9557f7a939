// The pieces of a page: inside the page only.
#pragma once

#include <string>
#include <vector>

#include "searcher/page/page_context.h"
#include "searcher/search/facets.h"

namespace pantau {

/// The filters of the present search, each a link that takes it away; nothing without filters.
[[nodiscard]] Html filter_chips(const PageContext& context);

/// "Indonesian, OJK, from 2021": the filters of the present search.
[[nodiscard]] std::string filters_in_words(const PageContext& context);

/// What the search may be narrowed to, with counts, and its spread over time as bars.
[[nodiscard]] Html facet_lists(const PageContext& context, const std::vector<Facet>& facets);

/// Last day, week, month, year; two dates to choose; `facet` as bars, if there is one.
[[nodiscard]] Html time_choices(const PageContext& context, const Facet* facet);

/// The link of one value, which adds the filter, or takes it away where it is set. Nothing for a
/// value too long for an address.
[[nodiscard]] Html value_item(const PageContext& context, const Facet& facet,
                              const FacetValue& value);

/// "34", "about 340": how many articles a facet counts.
[[nodiscard]] Html count_of(const PageContext& context, const Facet& facet, std::uint64_t articles);

/// "from 2021 to March 2022", "Last week": the time that articles are from.
[[nodiscard]] std::string time_in_words(const PageContext& context);

/// The state of any time.
[[nodiscard]] PageState at_any_time(PageState state);

/// One hit of a list, the `rank`-th of its answer.
[[nodiscard]] Html hit_item(const PageContext& context, const Hit& hit, std::size_t rank);

/// Outlet, host, day, language, authors.
[[nodiscard]] Html facts_of(const PageContext& context, const Article& article);

/// A text with its marks, from `begin` to `end`.
[[nodiscard]] Html marked(const MarkedText& text, std::size_t begin = 0,
                          std::size_t end = std::string::npos);

/// ` lang="id"`, so that a screen reader pronounces it right, and ` dir="auto"`.
[[nodiscard]] Html language_attributes(const Article& article);

/// The title, or what stands for one: never an id or a path.
[[nodiscard]] std::string title_in_words(const PageContext& context, const Article& article);

/// The address of the page on which an article is read; "" if it is known by no name.
[[nodiscard]] std::string reading_address(const PageContext& context, const Article& article);

/// A title with a link: to the original where there is one, else to the stored text.
[[nodiscard]] Html linked_title(const PageContext& context, const Article& article);

/// Why nothing was found, and what to do.
[[nodiscard]] Html nothing_found(const PageContext& context, const Answer& answer);

/// A sentence of the page in which "%" stands for `value`.
[[nodiscard]] Html filled(Markup sentence, std::string_view value);

/// What was forgiven in a query, in the words of the page.
[[nodiscard]] Html notes_in_words(const PageContext& context,
                                  const std::vector<std::string>& notes);

/// "Subscribe: Atom RSS  Download: CSV ...": the present answer for programs.
[[nodiscard]] Html other_formats(const PageContext& context);

}  // namespace pantau
