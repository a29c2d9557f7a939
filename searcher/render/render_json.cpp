#include "common/entities/entities.h"
#include "common/json_writer.h"
#include "common/utf8.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// Version of data/schema/results-1.json; raised when a reader of the old one would misread the
/// new.
constexpr std::uint64_t results_schema_version = 1;

/// Version of data/schema/article-1.json.
constexpr std::uint64_t article_schema_version = 1;

/// Pieces of text in order, those that match with "match": true: no counting of bytes or
/// characters.
void write_marked(JsonWriter& json, const MarkedText& marked) {
  const std::string_view text = marked.text;
  std::size_t written = 0;
  const auto write_piece = [&](std::size_t end, bool match) {
    if (end == written) return;
    json.begin_object().key("text").value(text.substr(written, end - written));
    if (match) json.key("match").value(true);
    json.end_object();
    written = end;
  };
  json.begin_array();
  for (const Mark& mark : marked.marks) {
    write_piece(mark.begin, false);
    write_piece(mark.end, true);
  }
  write_piece(text.size(), false);
  json.end_array();
}

/// "id" and "url".
void write_names(JsonWriter& json, const Article& article, Audience audience) {
  const bool owner = audience == Audience::owner;
  json.key("id").value(owner ? display_id(article) : article.handle);
  json.key("url").value_or_null(owner ? article.url : web_address(article));
}

void write_copy(JsonWriter& json, const Article& copy, Audience audience) {
  json.begin_object();
  write_names(json, copy, audience);
  json.key("title").value_or_null(copy.title);
  json.key("date").value_or_null(copy.date ? to_iso(*copy.date) : "");
  json.key("outlet").value_or_null(copy.outlet);
  json.end_object();
}

void write_part(JsonWriter& json, const ScorePart& part) {
  json.begin_object();
  json.key("term").value(part.term);
  json.key("score").value(part.score);
  json.key("count").value(std::uint64_t{part.count});
  json.key("signal").value(part.is_form ? "forms" : "words");
  json.end_object();
}

void write_facet(JsonWriter& json, const Facet& facet) {
  json.begin_object();
  json.key("name").value(facet.name);
  json.key("exact").value(facet.exact);
  json.key("values").begin_array();
  for (const FacetValue& value : facet.values) {
    json.begin_object();
    json.key("value").value(value.value);
    if (facet.name == "entity") json.key("name").value(entity_name(value.value, "en"));
    json.key("articles").value(value.articles);
    json.end_object();
  }
  json.end_array();
  json.key("others").value(facet.others);
  json.end_object();
}

void write_explanation(JsonWriter& json, const Explanation& explanation) {
  json.begin_object();
  json.key("as_read").value(explanation.as_read);
  json.key("lang").value_or_null(explanation.language);
  json.key("expanded").begin_array();
  for (const std::string& line : explanation.expanded) json.value(line);
  json.end_array();
  json.key("concepts").begin_array();
  for (const std::string& line : explanation.concepts) json.value(to_valid_utf8(line));
  json.end_array();
  json.key("as_run").begin_array();
  for (const std::string& query : explanation.as_run) json.value(to_valid_utf8(query));
  json.end_array();
  json.end_object();
}

/// What is known of an article beside its text.
void write_facts(JsonWriter& json, const Article& article, Audience audience) {
  write_names(json, article, audience);
  json.key("title").value_or_null(article.title);
  json.key("date").value_or_null(article.date ? to_iso(*article.date) : "");
  json.key("outlet").value_or_null(article.outlet);
  json.key("author").value_or_null(article.author);
  json.key("lang").value_or_null(article.language);
}

void write_source(JsonWriter& json, const Article& article, Audience audience) {
  const bool owner = audience == Audience::owner;
  json.key("source").begin_object();
  json.key("file").value_or_null(owner ? article.file : "");
  json.key("offset").value(owner ? article.offset : 0);
  json.key("captured").value_or_null(article.captured);
  json.key("truncated").value(article.truncated);
  json.end_object();
}

void write_hit(JsonWriter& json, std::size_t rank, const Hit& hit, Audience audience) {
  json.begin_object();
  json.key("rank").value(std::uint64_t{rank});
  json.key("score").value(hit.score);
  json.key("answer").value(hit.is_answer);
  write_facts(json, hit.article, audience);
  json.key("title_marks");
  write_marked(json, hit.title);
  json.key("snippet");
  write_marked(json, hit.snippet);
  json.key("matched").begin_array();
  for (const Wording& wording : hit.wordings)
    json.begin_object()
        .key("said")
        .value(wording.said)
        .key("asked")
        .value(wording.asked)
        .end_object();
  json.end_array();
  json.key("copies").begin_array();
  for (const Article& copy : hit.copies) write_copy(json, copy, audience);
  json.end_array();
  if (!hit.signals.empty()) {
    json.key("signals").begin_object();
    for (const SignalScore& signal : hit.signals) json.key(signal.name).value(signal.score);
    json.end_object();
  }
  if (!hit.parts.empty()) {
    json.key("parts").begin_array();
    for (const ScorePart& part : hit.parts) write_part(json, part);
    json.end_array();
  }
  write_source(json, hit.article, audience);
  json.end_object();
}

}  // namespace

void render_json(std::string_view query, const SearchResults& results, std::ostream& out,
                 Audience audience) {
  JsonWriter json;
  json.begin_object();
  json.key("schema").value(results_schema_version);
  json.key("query").value(query);
  json.key("matches").value(results.matches);
  json.key("matches_exact").value(results.matches_exact);
  json.key("others");
  if (results.others)
    json.value(*results.others);
  else
    json.null();
  json.key("folded").value(results.folded);
  json.key("folded_exact").value(results.folded_exact);
  json.key("offset").value(std::uint64_t{results.offset});
  json.key("more").value(results.more);
  json.key("stopped").value(results.stopped);
  json.key("suggestion").value_or_null(results.suggestion);
  json.key("notes").begin_array();
  for (const std::string& note : results.notes) json.value(note);
  json.end_array();
  if (results.explanation) {
    json.key("explanation");
    write_explanation(json, *results.explanation);
  }
  if (!results.facets.empty()) {
    json.key("facets").begin_array();
    for (const Facet& facet : results.facets) write_facet(json, facet);
    json.end_array();
  }
  json.key("hits").begin_array();
  for (std::size_t i = 0; i < results.hits.size(); ++i)
    write_hit(json, results.offset + i + 1, results.hits[i], audience);
  json.end_array();
  json.end_object();
  out << json.text() << '\n';
}

void render_jsonl(const SearchResults& results, std::ostream& out, Audience audience) {
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    JsonWriter json;
    write_hit(json, results.offset + i + 1, results.hits[i], audience);
    out << json.text() << '\n';
  }
}

void render_article_json(const Article& article, const std::vector<std::string>& entities,
                         std::ostream& out, Audience audience) {
  JsonWriter json;
  json.begin_object().key("schema").value(article_schema_version);
  write_facts(json, article, audience);
  json.key("entities").begin_array();
  for (const std::string& entity : entities)
    json.begin_object()
        .key("id")
        .value(entity)
        .key("name")
        .value(entity_name(entity, "en"))
        .end_object();
  json.end_array();
  json.key("text").value_or_null(article.text);
  write_source(json, article, audience);
  json.end_object();
  out << json.text() << '\n';
}

}  // namespace pantau
