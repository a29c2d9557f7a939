#include <algorithm>
#include <array>
#include <ostream>

#include "common/url.h"
#include "searcher/render/html.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// An article only has a day: its publication, else its capture, else the feed's. Fixed, so that a
/// feed reader tells an article it knows from a new one.
Date day_of(const Feed& feed, const Article& article) {
  if (article.date) return *article.date;
  return parse_iso_date(article.captured).value_or(feed.fallback_day);
}

Date latest_day(const Feed& feed, const SearchResults& results) {
  if (results.hits.empty()) return feed.fallback_day;
  Date latest = day_of(feed, results.hits.front().article);
  for (const Hit& hit : results.hits) latest = std::max(latest, day_of(feed, hit.article));
  return latest;
}

/// RFC 3339.
std::string atom_time(Date day) {
  return to_iso(day) + "T00:00:00Z";
}

/// RFC 822: "Fri, 19 Mar 2021 00:00:00 GMT".
std::string rss_time(Date day) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string iso = to_iso(day);
  const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
  return std::string{days.at(weekday)} + ", " + iso.substr(8) + ' ' +
         months.at(static_cast<unsigned>(day.month()) - 1) + ' ' + iso.substr(0, 4) +
         " 00:00:00 GMT";
}

/// An IRI that names the article for good: its address, else one made from its handle.
std::string iri_of(const Article& article) {
  const std::string address = web_address(article);
  return address.empty() ? "urn:pantau:article:" + encode_parameter(article.handle) : address;
}

/// Where the article is read: at its outlet, else on the page of this index.
std::string link_of(const Feed& feed, const Article& article) {
  if (std::string address = web_address(article); !address.empty()) return address;
  const bool readable = !feed.reader.empty() && !article.handle.empty();
  return readable ? feed.reader + encode_parameter(article.handle) : std::string{};
}

/// Every entry must name somebody.
const std::string& author_of(const Feed& feed, const Article& article) {
  if (!article.author.empty()) return article.author;
  return article.outlet.empty() ? feed.site : article.outlet;
}

/// A title may not be empty: the outlet and the day say which article it is.
std::string title_of(const Feed& feed, const Article& article) {
  if (!article.title.empty()) return article.title;
  return author_of(feed, article) + ", " + to_iso(day_of(feed, article));
}

Html atom_entry(const Feed& feed, const Hit& hit) {
  const Article& article = hit.article;
  Html html;
  html << "<entry><id>" << text_of(iri_of(article)) << "</id><title>"
       << text_of(title_of(feed, article)) << "</title><updated>"
       << text_of(atom_time(day_of(feed, article))) << "</updated><author><name>"
       << text_of(author_of(feed, article)) << "</name></author>";
  if (article.date) html << "<published>" << text_of(atom_time(*article.date)) << "</published>";
  const std::string address = link_of(feed, article);
  if (address.empty())  // an entry without a link needs content (section 4.1.1.1)
    return html << "<content>" << text_of(hit.snippet.text) << "</content></entry>\n";
  return html << "<link rel=\"alternate\" href=\"" << text_of(address) << "\"/><summary>"
              << text_of(hit.snippet.text) << "</summary></entry>\n";
}

Html atom_link(Markup relation, Markup type, const std::string& address) {
  Html html;
  if (address.empty()) return html;
  return html << "<link rel=\"" << relation << "\" type=\"" << type << "\" href=\""
              << text_of(address) << "\"/>";
}

Html rss_item(const Feed& feed, const Hit& hit) {
  const Article& article = hit.article;
  Html html;
  html << "<item><title>" << text_of(title_of(feed, article)) << "</title>";
  if (const std::string address = link_of(feed, article); !address.empty())
    html << "<link>" << text_of(address) << "</link>";
  html << "<guid isPermaLink=\"false\">" << text_of(iri_of(article)) << "</guid><pubDate>"
       << text_of(rss_time(day_of(feed, article))) << "</pubDate><dc:creator>"
       << text_of(author_of(feed, article)) << "</dc:creator><description>"
       << text_of(escape_markup(hit.snippet.text)) << "</description></item>\n";
  return html;
}

}  // namespace

void render_atom(const Feed& feed, const SearchResults& results, std::ostream& out) {
  Html html;
  html << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
          "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""
       << text_of(feed.language) << "\"><id>" << text_of(feed.id) << "</id><title>"
       << text_of(feed.title) << "</title><updated>"
       << text_of(atom_time(latest_day(feed, results))) << "</updated>"
       << atom_link("self", "application/atom+xml", feed.self)
       << atom_link("alternate", "text/html", feed.page) << "\n";
  for (const Hit& hit : results.hits) html << atom_entry(feed, hit);
  out << html.str() << "</feed>\n";
}

void render_rss(const Feed& feed, const SearchResults& results, std::ostream& out) {
  Html html;
  html << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" "
          "xmlns:atom=\"http://www.w3.org/2005/Atom\" "
          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>"
       << text_of(feed.title) << "</title><link>" << text_of(feed.page) << "</link><description>"
       << text_of(feed.title) << "</description><language>" << text_of(feed.language)
       << "</language><lastBuildDate>" << text_of(rss_time(latest_day(feed, results)))
       << "</lastBuildDate>";
  if (!feed.self.empty())
    html << "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"" << text_of(feed.self)
         << "\"/>";
  html << "\n";
  for (const Hit& hit : results.hits) html << rss_item(feed, hit);
  out << html.str() << "</channel></rss>\n";
}

}  // namespace pantau
