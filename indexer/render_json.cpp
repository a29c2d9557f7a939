#include "indexer/render_json.h"

#include "common/json_writer.h"

namespace pantau {

void render_article(const Article& article, std::ostream& out) {
  JsonWriter json;
  json.begin_object();
  if (!article.id.empty()) json.key("id").value(article.id);
  json.key("url").value_or_null(article.url);
  json.key("file").value_or_null(article.file);
  json.key("title").value_or_null(article.title);
  json.key("date").value_or_null(article.date ? to_iso(*article.date) : "");
  json.key("author").value_or_null(article.author);
  json.key("outlet").value_or_null(article.outlet);
  json.key("lang").value_or_null(article.language);
  json.key("text").value(article.text);
  json.end_object();
  out << json.text() << '\n';
}

void render_rejected(const Rejected& rejected, std::ostream& out) {
  JsonWriter json;
  json.begin_object();
  json.key("file").value(rejected.origin.file);
  json.key("offset").value(rejected.origin.offset);
  json.key("url").value_or_null(rejected.url);
  json.key("reason").value(rejected.reason);
  json.key("detail").value_or_null(rejected.detail);
  json.end_object();
  out << json.text() << '\n';
}

}  // namespace pantau
