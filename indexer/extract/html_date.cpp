// Sources of a date in the order of their worth. Entrance: find_html_date.
// Tested by tests/indexer/html_date_test.cpp.
#include "indexer/extract/html_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "common/url.h"
#include "indexer/extract/date_script.h"
#include "indexer/extract/date_text.h"
#include "indexer/extract/html_blocks.h"
#include "indexer/extract/outlet_day.h"

namespace pantau {
namespace {

/// No news site is older than the web.
constexpr int first_web_year = 1993;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return {};
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (!is_digit(text[i])) return {};
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// Whether the day can be one of publication.
class Plausible {
 public:
  explicit Plausible(std::optional<Date> captured) : captured_{captured} {}

  bool operator()(Date date) const {
    if (int(date.year()) < first_web_year) return false;
    // One day more: somewhere it is tomorrow already.
    return !captured_ ||
           std::chrono::sys_days{date} <= std::chrono::sys_days{*captured_} + std::chrono::days{1};
  }

  std::optional<Date> operator()(std::optional<Date> date) const {
    return date && (*this)(*date) ? date : std::nullopt;
  }

 private:
  std::optional<Date> captured_;
};

constexpr std::array<std::string_view, 24> published_metas{"article:published_time",
                                                           "article:published",
                                                           "og:published_time",
                                                           "datepublished",
                                                           "article.published",
                                                           "published_time",
                                                           "publish_time",
                                                           "publishdate",
                                                           "publish-date",
                                                           "publish_date",
                                                           "pubdate",
                                                           "parsely-pub-date",
                                                           "sailthru.date",
                                                           "cxenseparse:recs:publishtime",
                                                           "dcterms.created",
                                                           "dc.date.issued",
                                                           "dcterms.issued",
                                                           "dcterms.date",
                                                           "dc.date",
                                                           "dc.created",
                                                           "date.created",
                                                           "citation_publication_date",
                                                           "originalpublicationdate",
                                                           "date"};

/// A day and the machine's words for it.
struct MachineDate {
  Date date;
  std::string moment;
};

std::optional<MachineDate> from_metas(const HtmlMetadata& metadata, const Plausible& plausible) {
  for (const auto name : published_metas) {
    const auto said = metadata.meta({name});
    if (const auto date = plausible(parse_machine_date(said)))
      return MachineDate{*date, std::string{said}};
  }
  return {};
}

bool speaks_of_publication(std::string_view names) {
  return names.find("ublish") != std::string_view::npos ||
         names.find("pubdate") != std::string_view::npos ||
         names.find("post-date") != std::string_view::npos ||
         names.find("entry-date") != std::string_view::npos;
}

bool speaks_of_change(std::string_view names) {
  return names.find("pdate") != std::string_view::npos ||
         names.find("odifi") != std::string_view::npos;
}

/// How far a date standing there can be trusted to be the article's; 0 is another story's.
int text_rank(Noise noise) {
  switch (noise) {
    case Noise::date:
      return 4;
    case Noise::byline:
      return 3;
    case Noise::none:
    case Noise::title:
    case Noise::caption:
    case Noise::share:
      return 2;
    case Noise::footer:
    case Noise::tags:
    case Noise::promotion:
    case Noise::advert:
      return 1;
    default:
      return 0;
  }
}

/// Does the text right before the element say that it is when the page was changed?
bool follows_update(const HtmlTree& tree, NodeId id) {
  constexpr std::uint32_t longest_label = 40;
  return tree[id - 1].tag == Tag::text && tree[id - 1].size <= longest_label &&
         says_updated(tree.text(id - 1));
}

/// <time>, <abbr> and microdata; those outside of noise and named for publication count first.
std::optional<Date> from_time_elements(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                                       const Plausible& plausible) {
  std::optional<Date> best;
  int best_rank = 0;
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    const auto itemprop = tree.attribute(i, Attr::itemprop);
    const Tag tag = tree[i].tag;
    if (tag == Tag::text || tag == Tag::meta) continue;
    if (tag != Tag::time && tag != Tag::abbr && itemprop != "datePublished") continue;
    const Noise noise = marks[i].noise;
    if (text_rank(noise) == 0) continue;
    const auto names = tree.attribute(i, Attr::css_class);
    if (speaks_of_change(names) || itemprop == "dateModified" || follows_update(tree, i)) continue;
    const int rank = itemprop == "datePublished" ? 3 : speaks_of_publication(names) ? 2 : 1;
    if (rank <= best_rank) continue;
    auto said = tree.attribute(i, Attr::datetime);
    if (said.empty()) said = tree.attribute(i, Attr::content);
    if (said.empty()) said = tree.attribute(i, Attr::title);
    auto date = plausible(parse_machine_date(said));
    if (!date) date = plausible(parse_machine_date(in_plain_signs(tree.text_below(i))));
    if (!date) continue;
    best = date;
    best_rank = rank;
  }
  return best;
}

/// Longer texts that hold a date tell of an event.
constexpr std::size_t max_dated_text = 300;

/// Is the element called a date, by a name that says nothing else ("date", "post_date")?
bool is_called_date(const HtmlTree& tree, NodeId id) {
  for (const Attr attr : {Attr::css_class, Attr::id, Attr::hint}) {
    const std::string_view names = tree.attribute(id, attr);
    if (names.ends_with("date") || names.find("date ") != std::string_view::npos ||
        names.starts_with("date-") || speaks_of_publication(names))
      return !speaks_of_change(names);
  }
  return false;
}

/// Is the day of what is told (a law, a hearing), not that of the telling: in a sentence, unless it
/// is headed as agencies head theirs ("JAKARTA, 18 March 2024 --")?
bool is_told(std::string_view text, const WrittenDate& date) {
  constexpr std::size_t longest_label = 60, dateline = 40;
  const std::string_view before = text.substr(0, date.begin), behind = text.substr(date.end);
  if (date.begin < dateline && behind.size() > 2) {
    const std::string_view next = behind.substr(0, dateline);
    if (next.find("--") != next.npos || next.find("\u2013") != next.npos ||
        next.find("\u2014") != next.npos || next.find(" - ") != next.npos)
      return false;
  }
  return before.size() + behind.size() > longest_label && ends_sentence(text);
}

/// The date written at the most trusted place: called a date, then in a by-line, then anywhere,
/// each time rather below the headline than above it, and when the page was changed last of all.
std::optional<Date> from_text(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                              const HtmlMetadata& metadata, const Plausible& plausible) {
  const NodeId headline = metadata.h1.empty() ? 0 : metadata.h1.front();
  std::optional<Date> best;
  int best_rank = 0;
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    if (tree[i].tag != Tag::text || tree[i].size > max_dated_text || tree[i].size < 6) continue;
    int place = text_rank(marks[i].noise);
    if (place > 0 && is_called_date(tree, tree[i].parent)) place = text_rank(Noise::date);
    const int rank = place == 0 ? 0 : 2 * place + (i > headline);
    if (rank <= best_rank) continue;
    const std::string text = in_plain_signs(tree.text(i));
    const auto found = find_date(text);
    if (!found || !plausible(found->date) || is_told(text, *found)) continue;
    const bool changed = says_updated(std::string_view{text}.substr(0, found->begin)) ||
                         (found->begin < 4 && follows_update(tree, i));
    if (changed && best_rank > 0) continue;
    best = found->date;
    best_rank = changed ? 1 : rank;
  }
  return best;
}

}  // namespace

std::optional<Date> parse_machine_date(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  if (text.size() < 6) return {};
  if (text.size() > 4 && number_at(text, 0, 4)) {
    const char sign = text[4];
    const auto year = number_at(text, 0, 4), month = number_at(text, 5, 2),
               day = number_at(text, 8, 2);
    if ((sign == '-' || sign == '/' || sign == '.') && year && month && day && text.size() > 7 &&
        text[7] == sign)
      return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  }
  if (number_at(text, 0, 8) && (text.size() == 8 || !is_digit(text[8])))
    return parse_compact_date(text.substr(0, 8));
  if (std::all_of(text.begin(), text.end(), is_digit) && (text.size() == 10 || text.size() == 13)) {
    long long seconds = 0;
    std::from_chars(text.data(), text.data() + 10, seconds);
    return Date{std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds{std::chrono::seconds{seconds}})};
  }
  if (const auto found = find_date(text)) return found->date;
  return {};
}

namespace {

/// "2017/7/12" at `at`: months and days of one digit, between slashes only.
std::optional<Date> slashed_date(std::string_view url, std::size_t at, int year) {
  unsigned parts[2] = {0, 0};
  for (unsigned& part : parts) {
    const auto end = url.find('/', ++at);
    if (end == std::string_view::npos || end - at > 2) return {};
    const auto number = number_at(url, at, end - at);
    if (!number) return {};
    part = static_cast<unsigned>(*number);
    at = end;
  }
  return make_date(year, parts[0], parts[1]);
}

}  // namespace

std::optional<Date> date_in_url(std::string_view url) {
  for (std::size_t i = 0; i + 9 <= url.size(); ++i) {
    if (i > 0 && is_digit(url[i - 1])) continue;
    const auto year = number_at(url, i, 4);
    if (!year || *year < first_web_year || *year > max_year) continue;
    const char sign = url[i + 4];
    if (sign == '/')
      if (const auto date = slashed_date(url, i + 4, *year)) return date;
    if (sign == '/' || sign == '-' || sign == '_' || sign == '.') {
      const auto month = number_at(url, i + 5, 2);
      if (!month || i + 10 > url.size() || url[i + 7] != sign) continue;
      const auto day = number_at(url, i + 8, 2);
      if (!day || (i + 10 < url.size() && is_digit(url[i + 10]))) continue;
      if (const auto date =
              make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)))
        return date;
    } else if (is_digit(sign) && i > 0 && url[i - 1] == '/' && number_at(url, i, 8) &&
               (i + 8 == url.size() || !is_digit(url[i + 8]))) {
      if (const auto date = parse_compact_date(url.substr(i, 8))) return date;
    }
  }
  return {};
}

std::optional<PublicationDate> find_html_date(const HtmlTree& tree,
                                              const std::vector<NodeEvidence>& marks,
                                              const HtmlMetadata& metadata,
                                              std::optional<Date> captured) {
  const Plausible plausible{captured};
  const auto address = plausible(date_in_url(metadata.url));
  const std::string host = host_of(metadata.url);
  const auto local = [&](std::string_view moment, Date day) {
    return outlet_day(moment, day, {host, address, from_text(tree, marks, metadata, plausible)});
  };
  if (const auto date = plausible(parse_machine_date(metadata.json_ld.published)))
    return PublicationDate{local(metadata.json_ld.published, *date), {"json-ld", 0.97}};
  if (const auto said = from_metas(metadata, plausible))
    return PublicationDate{local(said->moment, said->date), {"meta", 0.95}};
  if (address) return PublicationDate{*address, {"url", 0.95}};
  if (const auto date = from_time_elements(tree, marks, plausible))
    return PublicationDate{*date, {"time", 0.85}};
  if (const auto date = plausible(parse_machine_date(metadata.json_ld.uploaded)))
    return PublicationDate{*date, {"json-ld", 0.8}};
  if (const auto date = from_text(tree, marks, metadata, plausible))
    return PublicationDate{*date, {"text", 0.6}};
  return {};
}

}  // namespace pantau
