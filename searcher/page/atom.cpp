#include <algorithm>

#include "common/article.h"
#include "common/url.h"
#include "searcher/page/page_context.h"

namespace pantau {
namespace {

/// RFC 3339 time of an article that only has a day: its publication, else its capture. Fixed, so
/// that a feed reader tells an article it knows from a new one.
std::string updated(const Article& article) {
  if (article.date) return to_iso(*article.date) + "T00:00:00Z";
  const auto captured = parse_iso_date(article.captured);
  return (captured ? to_iso(*captured) : std::string{"1970-01-01"}) + "T00:00:00Z";
}

/// An IRI that names the article for good: its address, else one made from its identity.
std::string atom_id(const Article& article) {
  const std::string address = canonical_url(article.url);
  return address.empty() ? "urn:pantau:article:" + encode_parameter(display_id(article)) : address;
}

/// Every entry must name somebody.
const std::string& author_of(const PageContext& context, const Article& article) {
  if (!article.author.empty()) return article.author;
  return article.outlet.empty() ? context.config.title : article.outlet;
}

Html entry(const PageContext& context, const Hit& hit) {
  const Article& article = hit.article;
  Html html;
  html << "<entry><id>";
  html.text(atom_id(article));
  html << "</id><title>";
  html.text(article.title.empty() ? display_id(article) : article.title);
  html << "</title><updated>";
  html.text(updated(article));
  html << "</updated><author><name>";
  html << text_of(author_of(context, article)) << "</name></author>";
  const std::string address = canonical_url(article.url);
  if (address.empty())  // an entry without a link needs content (section 4.1.1.1)
    return html << "<content>" << text_of(hit.snippet.text) << "</content></entry>\n";
  return html << "<link rel=\"alternate\" href=\"" << text_of(address) << "\"/><summary>"
              << text_of(hit.snippet.text) << "</summary></entry>\n";
}

}  // namespace

Html atom_feed(const PageContext& context, const SearchResults& results) {
  PageState page = context.state;
  page.format = PageFormat::html;
  std::string latest = "1970-01-01T00:00:00Z";
  for (const Hit& hit : results.hits) latest = std::max(latest, updated(hit.article));
  Html html;
  html << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
          "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
  html.text(context.words.code);
  html << "\"><id>urn:pantau:search:";
  html.text(encode_parameter(address_of(page)));
  html << "</id><title>";
  html.text(context.config.title + ": " + context.state.query);
  html << "</title><updated>";
  html.text(latest);
  html << "</updated><link rel=\"self\" type=\"application/atom+xml\" href=\"";
  html.text(context.absolute(context.state));
  html << "\"/><link rel=\"alternate\" type=\"text/html\" href=\"";
  html.text(context.absolute(page));
  html << "\"/>\n";
  for (const Hit& hit : results.hits) html << entry(context, hit);
  return html << "</feed>\n";
}

}  // namespace pantau
