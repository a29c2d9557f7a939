#include "searcher/page/page_context.h"

namespace pantau {

Html opensearch_description(const PageContext& context) {
  Html html;
  html << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>";
  html.text(context.config.title);
  html << "</ShortName>\n<Description>" << context.words.tagline
       << "</Description>\n<InputEncoding>UTF-8</InputEncoding>\n"
          "<Url type=\"text/html\" template=\"";
  html.text(context.base);
  html << "?q={searchTerms}\"/>\n<Url type=\"application/atom+xml\" template=\"";
  html.text(context.base);
  html << "?q={searchTerms}&amp;f=atom\"/>\n</OpenSearchDescription>\n";
  return html;
}

}  // namespace pantau
