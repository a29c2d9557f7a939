#include <algorithm>
#include <cmath>
#include <iomanip>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "common/language.h"
#include "common/unicode_class.h"
#include "common/utf8.h"
#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view faint = "\x1b[2m";
constexpr std::string_view marked = "\x1b[1;33m";  // bold yellow: readable on dark and light
constexpr std::string_view reset = "\x1b[0m";

constexpr std::string_view indent = "    ";

/// Columns narrower than this are no longer read but cut to ribbons.
constexpr std::size_t min_width = 40;

/// Outlets named beside a hit's copies; the rest is in the JSON.
constexpr std::size_t max_outlets = 8;

struct Line {
  std::size_t begin, end;
};

/// Lines of at most `width` columns, broken at spaces and between wide signs.
std::vector<Line> wrap(std::string_view text, std::size_t width) {
  std::vector<Line> lines;
  std::size_t begin = 0, column = 0, break_at = 0, column_at_break = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character c = character_at(text, at);
    const bool wide = is_wide(c.code);
    if (c.code == ' ' || wide) {
      break_at = at;
      column_at_break = column;
    }
    column += wide ? 2 : 1;
    if (column > width && break_at > begin) {
      lines.push_back({begin, break_at});
      begin = text[break_at] == ' ' ? break_at + 1 : break_at;
      column -= column_at_break + (begin - break_at);
      break_at = begin;
    }
    at += c.size;
  }
  lines.push_back({begin, text.size()});
  return lines;
}

/// Bytes [begin, end) of `text`; with color, its marks between `on` and reset, and `base` after
/// each.
void put(const MarkedText& text, Line line, bool color, std::string_view base, std::ostream& out) {
  const std::string_view all = text.text;
  if (!color) {
    out << plain_line(all.substr(line.begin, line.end - line.begin));
    return;
  }
  std::size_t at = line.begin;
  out << base;
  for (const Mark& mark : text.marks) {
    const std::size_t from = std::max(mark.begin, line.begin), to = std::min(mark.end, line.end);
    if (from >= to) continue;
    out << plain_line(all.substr(at, from - at)) << marked
        << plain_line(all.substr(from, to - from)) << reset << base;
    at = to;
  }
  out << plain_line(all.substr(at, line.end - at));
  if (!base.empty()) out << reset;
}

/// The lines of a text beside the indentation.
std::vector<Line> lines_of(std::string_view text, const TerminalStyle& style) {
  if (style.width == 0) return {{0, text.size()}};
  return wrap(text, std::max(style.width, min_width) - indent.size());
}

void put_wrapped(const MarkedText& text, const TerminalStyle& style, std::ostream& out) {
  if (text.text.empty()) return;
  for (const Line& line : lines_of(text.text, style)) {
    out << indent;
    put(text, line, style.color, "", out);
    out << '\n';
  }
}

/// "Policy Wire · 19 March 2021 · English", of what is known.
std::string facts_of(const Article& article) {
  std::string facts = article.outlet;
  const auto add = [&](std::string_view fact) {
    if (fact.empty()) return;
    if (!facts.empty()) facts += " · ";
    facts += fact;
  };
  add(article.date ? to_words(*article.date) : "no date");
  add(language_name(article.language));
  return facts;
}

/// "+3 copies: Warta Siber, Solopos", each outlet once.
std::string copies_of(const Hit& hit) {
  const std::size_t count = hit.copies.size();
  std::string line = '+' + std::to_string(count) + (count == 1 ? " copy" : " copies");
  std::set<std::string_view> outlets;
  for (const Article& copy : hit.copies) {
    if (copy.outlet.empty() || outlets.size() == max_outlets) continue;
    if (!outlets.insert(copy.outlet).second) continue;
    line += (outlets.size() == 1 ? ": " : ", ") + copy.outlet;
  }
  return line;
}

/// "matched: Tiongkok (china), aturan (regulation)".
std::string wordings_of(const Hit& hit) {
  std::string line;
  for (const Wording& wording : hit.wordings)
    line += (line.empty() ? "matched: " : ", ") + wording.said + " (" + wording.asked + ')';
  return line;
}

/// The terms after a signal: " (5.10 Zen:deepfak x7, 3.00 Zen:rule x2)".
std::string terms_behind(std::string_view signal, const Hit& hit) {
  std::ostringstream line;
  line << std::fixed << std::setprecision(2);
  const char* before = " (";
  for (const ScorePart& part : hit.parts)
    if (signal == (part.is_form ? "forms" : "words"))
      line << std::exchange(before, ", ") << part.score << ' ' << part.term << " x" << part.count;
  if (before != std::string_view{" ("}) line << ')';
  return line.str();
}

/// "score 12.30 = 8.10 words (...) + 1.20 forms (...) + 3.00 title": what was nothing is left out.
std::string score_of(const Hit& hit) {
  std::ostringstream line;
  line << std::fixed << std::setprecision(2) << "score " << hit.score;
  bool first = true;
  for (const SignalScore& signal : hit.signals) {
    if (signal.score == 0) continue;
    const bool takes = signal.score < 0;
    line << (std::exchange(first, false) ? (takes ? " = -" : " = ") : (takes ? " - " : " + "))
         << std::abs(signal.score) << ' ' << signal.name << terms_behind(signal.name, hit);
  }
  return line.str();
}

void render_hit(std::size_t rank, const Hit& hit, const TerminalStyle& style, std::ostream& out) {
  const std::string number = std::to_string(rank) + ". ";
  out << std::string(indent.size() > number.size() ? indent.size() - number.size() : 0, ' ')
      << number;
  const MarkedText untitled{"(no title)", {}};
  const MarkedText& title = hit.title.text.empty() ? untitled : hit.title;
  bool first = true;
  for (const Line& line : lines_of(title.text, style)) {
    if (!std::exchange(first, false)) out << indent;
    put(title, line, style.color, bold, out);
    out << '\n';
  }
  out << indent;
  put({facts_of(hit.article), {}}, {0, std::string::npos}, style.color, faint, out);
  out << '\n';
  put_wrapped(hit.snippet, style, out);
  if (!hit.wordings.empty()) put_wrapped({wordings_of(hit), {}}, style, out);
  out << indent;
  put({display_id(hit.article), {}}, {0, std::string::npos}, style.color, faint, out);
  out << '\n';
  if (!hit.copies.empty()) put_wrapped({copies_of(hit), {}}, style, out);
  if (!hit.signals.empty()) put_wrapped({score_of(hit), {}}, style, out);
  out << '\n';
}

/// "1-10 of about 570 articles, at least 5 of them copies", "1-10 of 3 articles and 57 with some of
/// the words".
void render_count(const SearchResults& results, std::ostream& out) {
  out << results.offset + 1 << '-' << results.offset + results.hits.size() << " of "
      << (results.matches_exact ? "" : "about ") << results.matches
      << (results.matches == 1 ? " article" : " articles");
  if (results.others.value_or(0) > 0)
    out << " and " << *results.others << " with some of the words";
  if (results.folded > 0)
    out << ", " << (results.folded_exact ? "" : "at least ") << results.folded << " of them "
        << (results.folded == 1 ? "a copy" : "copies");
  out << '\n';
}

}  // namespace

void render_terminal(const SearchResults& results, const TerminalStyle& style, std::ostream& out) {
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    const bool is_first = i == 0 || results.hits[i - 1].is_answer;
    if (!results.hits[i].is_answer && is_first)
      put_wrapped({"These have some of the words only:", {}}, style, out), out << '\n';
    render_hit(results.offset + i + 1, results.hits[i], style, out);
  }
  if (!results.hits.empty()) render_count(results, out);
  render_facets(results.facets, style, out);
}

void render_article(const Article& article, const TerminalStyle& style, std::ostream& out) {
  const MarkedText title{article.title.empty() ? "(no title)" : article.title, {}};
  put_wrapped(title, style, out);
  put_wrapped({facts_of(article), {}}, style, out);
  if (!article.author.empty()) put_wrapped({article.author, {}}, style, out);
  put_wrapped({display_id(article), {}}, style, out);
  for (std::string_view rest = article.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    out << '\n';
    put_wrapped({collapse_space(rest.substr(0, end)), {}}, style, out);
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  if (article.truncated) out << '\n' << indent << "(the crawl has less than the server had)\n";
}

}  // namespace pantau
