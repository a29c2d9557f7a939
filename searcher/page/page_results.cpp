#include <algorithm>

#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"

namespace pantau {
namespace {

/// Numbers of pages beside the present one.
constexpr std::size_t pages_beside = 2;

/// A link to another view of the same answer; `is_set` where it is the present one.
Html view_link(PageState state, Markup name, bool is_set) {
  state.page = 1;
  Html html;
  html << "<a rel=\"nofollow\" href=\"" << text_of(address_of(state)) << "\"";
  if (is_set) html << " aria-current=\"true\"";
  return html << ">" << name << "</a> ";
}

/// "1–10 of about 1,234 articles, 5 of them near copies".
Html summary(const PageContext& context, const Answer& answer) {
  const InterfaceWords& words = *context.words;
  const SearchResults& results = answer.results;
  Html html;
  html << "<h2>";
  if (context.state.like.empty())
    html << words.results;
  else
    html << "<bdi>" << text_of(asked(context, answer.like_title, shown_heading)) << "</bdi>";
  html << "</h2><p class=\"soft\">" << text_of(count_in_words(results.offset + 1, words)) << "–"
       << text_of(count_in_words(results.offset + results.hits.size(), words)) << " " << words.of
       << " " << number_in_words(results.matches, results.matches_exact, words) << " "
       << (results.matches == 1 ? words.article : words.articles);
  if (results.others.value_or(0) > 0)
    html << " " << words.and_others << " " << text_of(count_in_words(*results.others, words)) << " "
         << words.with_some_words;
  if (results.folded > 0)
    html << ", " << text_of(count_in_words(results.folded, words)) << " " << words.of_them << " "
         << (results.folded == 1 ? words.copy : words.copies);
  return html << "</p>";
}

/// The order, and which words an article must have.
Html view_links(const PageContext& context) {
  const InterfaceWords& words = *context.words;
  const PageState& present = context.state;
  const bool by_words = present.has_words();
  const Sort shown = !by_words && present.sort != Sort::oldest ? Sort::newest : present.sort;
  Html html;
  html << "<nav class=\"line\" aria-label=\"" << words.sort << "\">";
  const auto sort_link = [&](Sort sort, Markup name) {
    PageState state = present;
    state.sort = sort;
    html << view_link(state, name, shown == sort);
  };
  if (by_words) {
    sort_link(Sort::relevance, words.relevance);
    sort_link(Sort::recent, words.recent);
  }
  sort_link(Sort::newest, words.newest);
  sort_link(Sort::oldest, words.oldest);
  if (!present.query.empty()) {
    PageState all = present;
    all.words = present.words == WordMode::all ? WordMode::enough : WordMode::all;
    html << "<span aria-hidden=\"true\">|</span> "
         << view_link(all, words.all_words, present.words == WordMode::all);
    PageState typed = present;
    typed.translate = !present.translate;
    html << view_link(typed, words.as_typed, !present.translate);
  }
  return html << "</nav>";
}

/// The last page there may be, as far as it is known.
std::size_t last_page(const PageContext& context, const SearchResults& results) {
  const std::uint64_t found = results.matches + results.others.value_or(0);
  const std::uint64_t hits = found - std::min(found, results.folded);
  const std::size_t counted = (hits + hits_per_page - 1) / hits_per_page;
  const std::size_t present = context.state.page;
  if (!results.more) return present;
  return std::min(max_page, std::max(counted, present + 1));
}

/// "Previous 1 … 3 4 5 6 7 Next".
Html page_links(const PageContext& context, const SearchResults& results) {
  const std::size_t present = context.state.page;
  const std::size_t last = last_page(context, results);
  Html html;
  if (last == 1) return html;
  html << "<nav class=\"line pages\" aria-label=\"" << context.words->pages << "\">";
  const auto open = [&](std::size_t page) {
    PageState state = context.state;
    state.page = page;
    html << "<a href=\"" << text_of(address_of(state)) << "\" rel=\"nofollow";
    if (page + 1 == present) html << " prev";
    if (page == present + 1) html << " next";
    html << "\"";
  };
  if (present > 1) {
    open(present - 1);
    html << ">" << context.words->previous << "</a> ";
  }
  const std::size_t first = present > pages_beside + 1 ? present - pages_beside : 1;
  if (first > 1) {
    open(1);
    html << ">1</a> ";
  }
  if (first > 2) html << "… ";
  for (std::size_t page = first; page <= std::min(last, present + pages_beside); ++page) {
    open(page);
    if (page == present) html << " aria-current=\"page\"";
    html << ">" << page << "</a> ";
  }
  if (present < last) {
    open(present + 1);
    html << ">" << context.words->next << "</a>";
  }
  return html << "</nav>";
}

Html did_you_mean(const PageContext& context, const SearchResults& results) {
  Html html;
  if (results.suggestion.empty()) return html;
  PageState state = context.state;
  state.query = results.suggestion;
  state.page = 1;
  html << "<p>" << context.words->did_you_mean << " " << open_link(state) << "<bdi>"
       << text_of(results.suggestion) << "</bdi></a>?</p>";
  return html;
}

/// Near copies one by one, or folded again.
Html fold_link(const PageContext& context, const SearchResults& results) {
  Html html;
  if (context.state.fold && results.folded == 0) return html;
  PageState state = context.state;
  state.fold = !state.fold;
  state.page = 1;
  html << "<p class=\"soft\">" << open_link(state)
       << (state.fold ? context.words->fold_copies : context.words->show_copies) << "</a></p>";
  return html;
}

Html hit_list(const PageContext& context, const Answer& answer) {
  const SearchResults& results = answer.results;
  Html html;
  html << summary(context, answer) << view_links(context) << "<ol class=\"hits\">\n";
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    const bool is_first = i == 0 || results.hits[i - 1].is_answer;
    if (!results.hits[i].is_answer && is_first)
      html << "</ol><h3 class=\"soft\">" << context.words->some_words_only
           << "</h3><ol class=\"hits\" start=\"" << results.offset + i + 1 << "\">";
    html << hit_item(context, results.hits[i], results.offset + i + 1);
  }
  return html << "</ol>" << page_links(context, results) << fold_link(context, results)
              << other_formats(context);
}

/// A page after the last one, or an answer without hits.
Html no_hits(const PageContext& context, const Answer& answer) {
  if (answer.results.matches == 0 || context.state.page == 1) return nothing_found(context, answer);
  PageState first = context.state;
  first.page = 1;
  Html html;
  return html << "<h2>" << context.words->past_end << "</h2><p>" << open_link(first)
              << context.words->first_page << "</a></p>";
}

}  // namespace

std::string asked(const PageContext& context, const std::string& like_title, std::size_t bytes) {
  const PageState& state = context.state;
  if (!state.query.empty()) return shortened(state.query, bytes);
  if (state.like.empty()) return filters_in_words(context);
  const std::string title =
      like_title.empty() ? std::string{context.words->reading.untitled.text()} : like_title;
  return std::string{context.words->similar_to.text()} + " “" + shortened(title, bytes) + "”";
}

Html results_page(const PageContext& context, const Answer& answer) {
  const SearchResults& results = answer.results;
  Html main;
  main << filter_chips(context) << did_you_mean(context, results);
  if (results.stopped) main << "<p>" << context.words->stopped << "</p>";
  main << notes_in_words(context, results.notes) << "<div class=\"cols\">"
       << facet_lists(context, answer.facets) << "<div id=\"results\">"
       << (results.hits.empty() ? no_hits(context, answer) : hit_list(context, answer))
       << "</div></div>";
  const std::string what = asked(context, answer.like_title, shown_heading);
  return page_frame(context, what + " - " + context.config.title, main, Sheets::results);
}

}  // namespace pantau
