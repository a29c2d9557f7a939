#include <algorithm>
#include <array>

#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"

namespace pantau {
namespace {

/// What a remedy does without: the filters that are missing in it, by their names.
std::string missing_in(const PageContext& context, const PageState& remedy) {
  const PageState& state = context.state;
  PageContext only{context.config, context.words, context.start(), context.script, context.today};
  if (remedy.languages.empty()) only.state.languages = state.languages;
  if (remedy.outlets.empty()) only.state.outlets = state.outlets;
  if (remedy.entities.empty()) only.state.entities = state.entities;
  if (!remedy.dated()) {
    only.state.recent = state.recent;
    only.state.from = state.from;
    only.state.to = state.to;
  }
  const std::string names = filters_in_words(only);
  return names.empty() ? std::string{context.words->all_words.text()} : names;
}

/// "No article found here says “xyzzy”. Without “xyzzy”: 12 articles".
Html remedy_item(const PageContext& context, const Remedy& remedy) {
  const InterfaceWords& words = *context.words;
  const std::string what = remedy.word.empty() ? missing_in(context, remedy.state) : remedy.word;
  const std::string shown = shortened(what, shown_name);
  Html html;
  html << "<li>";
  if (!remedy.word.empty()) html << words.no_word << " “<bdi>" << text_of(shown) << "</bdi>”. ";
  return html << open_link(remedy.state) << words.without << " “<bdi>" << text_of(shown)
              << "</bdi>”</a>: " << number_in_words(remedy.matches, remedy.exact, words) << " "
              << (remedy.matches == 1 ? words.article : words.articles) << "</li>";
}

/// How a note of the query parser is told from others, and what the page says instead.
struct NoteKind {
  std::string_view sign;
  Markup NoteWords::*words;
};

constexpr std::array kinds{
    NoteKind{"a closing quote", &NoteWords::open_quote},
    NoteKind{"words between the quotes", &NoteWords::empty_quotes},
    NoteKind{"\")\" for the \"(\"", &NoteWords::open_bracket},
    NoteKind{"\"(\" before it", &NoteWords::lone_bracket},
    NoteKind{"the empty group is left out", &NoteWords::empty_brackets},
    NoteKind{"words, found more", &NoteWords::too_many_words},
    NoteKind{"after NEAR/", &NoteWords::near_number},
    NoteKind{"is read as a word", &NoteWords::lone_operator},
    NoteKind{"expected a date", &NoteWords::no_date},
    NoteKind{"a value right after", &NoteWords::no_value},
    NoteKind{"expected a value", &NoteWords::no_value},
    NoteKind{"parentheses to be open", &NoteWords::too_deep},
    NoteKind{"query is too long", &NoteWords::too_long},
    NoteKind{"no entity is called", &NoteWords::no_such_entity},
    NoteKind{"only the first", &NoteWords::many_forms},
    NoteKind{"; it is read as text", &NoteWords::no_such_field},
};

/// What is in the last quotation marks after `sign`: "titel:" in `found "titel:"`.
std::string_view quoted_in(std::string_view note, std::string_view sign) {
  note.remove_prefix(std::min(note.find(sign), note.size()));
  const std::size_t begin = note.find('"');
  if (begin == std::string_view::npos) return {};
  note.remove_prefix(begin + 1);
  return note.substr(0, note.find('"'));
}

Html note_in_words(const PageContext& context, const std::string& note) {
  Html html;
  for (const NoteKind& kind : kinds) {
    if (note.find(kind.sign) == std::string::npos) continue;
    const bool entity = kind.words == &NoteWords::no_such_entity;
    const std::string_view said = quoted_in(note, entity ? "is called" : "found ");
    return html << "<p class=\"soft\">" << filled(context.words->notes.*kind.words, said) << "</p>";
  }
  return html << "<p class=\"soft\" lang=\"en\">" << text_of(shortened(note, shown_sentence))
              << "</p>";
}

}  // namespace

Html filled(Markup sentence, std::string_view value) {
  const std::string_view text = sentence.text();
  const std::size_t at = text.find('%');
  if (at == std::string_view::npos) return text_of(text);
  Html html;
  return html << text_of(text.substr(0, at)) << "<bdi>" << text_of(shortened(value, shown_name))
              << "</bdi>" << text_of(text.substr(at + 1));
}

Html nothing_found(const PageContext& context, const Answer& answer) {
  Html html;
  html << "<h2>" << context.words->nothing << " “<bdi>"
       << text_of(asked(context, answer.like_title, shown_sentence)) << "</bdi>”</h2>";
  if (answer.remedies.empty()) return html << "<p>" << context.words->nothing_help << "</p>";
  html << "<ul>";
  for (const Remedy& remedy : answer.remedies) html << remedy_item(context, remedy);
  return html << "</ul>";
}

Html notes_in_words(const PageContext& context, const std::vector<std::string>& notes) {
  constexpr std::string_view over = "stopped when the time was over";  // said already
  Html html;
  std::size_t shown = 0;
  for (const std::string& note : notes) {
    if (note.starts_with(over)) continue;
    if (++shown > shown_notes) {
      html << "<p class=\"soft\">" << context.words->notes.at_most << "</p>";
      break;
    }
    html << note_in_words(context, note);
  }
  return html;
}

}  // namespace pantau
