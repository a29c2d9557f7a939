// Labels and truncated words: what is looked for by its spelling. See query_compiler.h.
#include <algorithm>

#include "common/language.h"
#include "common/text.h"
#include "common/url.h"
#include "searcher/query/entity_value.h"
#include "searcher/query/query_compiler.h"
#include "searcher/search/ranking.h"

namespace pantau {

using Xapian::Query;

namespace {

/// A truncated word weighs like a word that one article in a hundred has: how many have one of its
/// forms is not known before they are read.
constexpr Xapian::doccount truncated_word_rarity = 100;

/// What a truncated word takes of the query's allowance: its 200 lists take some half a megabyte,
/// and a hundred such words more memory than a search may have.
constexpr std::size_t words_of_a_wildcard = 16;

/// An exact value, in the spelling it was indexed in.
std::string label_value(const QueryNode& node) {
  std::string value = node.text;
  if (node.field == find_field("url")) value = canonical_url(node.text);
  if (node.field == find_field("lang")) value = language_code(node.text);
  if (node.field == find_field("host")) value = to_lower_ascii(node.text);
  return value.empty() ? node.text : value;
}

}  // namespace

/// The id that an article's producer gave it lies beside its addresses where they are its identity.
Query QueryCompiler::label(const QueryNode& node) {
  if (node.field == find_field("entity")) {
    EntityValue entity = entity_value(node.text, analyzer_);
    if (!entity.note.empty()) out_.notes.push_back(std::move(entity.note));
    return Query{label_term(node.field->prefix, entity.id)};
  }
  Query label{label_term(node.field->prefix, label_value(node))};
  if (node.field != find_field("id")) return label;
  return Query{Query::OP_OR, label, Query{label_term(find_field("url")->prefix, node.text)}};
}

/// Any of the first max_expansion terms with `start`, which stands for what was `typed`.
Query QueryCompiler::wildcard(const std::string& start, std::string_view typed) {
  words_left_ -= std::min(words_left_, words_of_a_wildcard);
  auto terms = database_.allterms_begin(start);
  const auto end = database_.allterms_end(start);
  for (Xapian::termcount i = 0; i < max_expansion && terms != end; ++i) ++terms;
  if (terms != end)
    out_.notes.push_back("only the first " + std::to_string(max_expansion) +
                         " of all that start with " + std::string{typed} + " are searched for");
  return Query{Query::OP_WILDCARD, start, max_expansion, Query::WILDCARD_LIMIT_FIRST,
               Query::OP_SYNONYM};
}

Query QueryCompiler::label_prefix(const QueryNode& node) {
  if (words_left_ == 0) {
    out_.truncated = true;
    return Query::MatchNothing;
  }
  const std::string typed = std::string{node.field->name} + ':' + node.text;
  std::string value = label_value(node);
  if (value.ends_with('/') && !node.text.ends_with('/')) value.pop_back();  // canonical_url's
  const Query labels = wildcard(std::string{node.field->prefix} + value, typed);
  if (node.field != find_field("id")) return weighted(labels, 0);
  const Query ids = wildcard(std::string{find_field("url")->prefix} + node.text, typed);
  return weighted(Query{Query::OP_OR, labels, ids}, 0);
}

/// Titles hold stems only: of the forms that start so, those an article has, each with its stem in
/// the title; and the stems that start so themselves.
Query QueryCompiler::in_title(const std::string& start) {
  words_left_ -= std::min(words_left_, 2 * words_of_a_wildcard);
  const std::string prefix{field("title").prefix};
  std::vector<Query> choices{Query{Query::OP_WILDCARD, prefix + branch_.space + start,
                                   max_expansion, Query::WILDCARD_LIMIT_FIRST, Query::OP_OR}};
  auto form = database_.allterms_begin(start);
  for (Xapian::termcount i = 0; i < max_expansion && form != database_.allterms_end(start);
       ++i, ++form)
    choices.emplace_back(Query::OP_AND, Query{*form},
                         Query{prefix + std::string{analyzer_.term(*form, branch_.codes.front())}});
  return combine(Query::OP_OR, choices);
}

/// A truncated word: forms as written, and stems where the form is its own stem.
Query QueryCompiler::prefix(const QueryNode& node) {
  const std::vector<Word> words = cut(node);
  if (words.empty()) return Query::MatchNothing;
  const std::string& start = words.back().form;
  if (!excluding_ && !is_name(node)) out_.wanted.prefixes.push_back(start);
  const std::string field_prefix{is_name(node) ? node.field->prefix : ""};
  std::vector<Query> parts{wildcard(field_prefix + start, start)};
  if (!is_name(node)) parts.push_back(wildcard(branch_.space + start, start));
  Query expanded =
      weighted(combine(Query::OP_OR, parts),
               is_name(node) ? 0
                             : inverse_document_frequency(
                                   branch_.documents, branch_.documents / truncated_word_rarity));
  if (is_in_title(node)) expanded = Query{Query::OP_FILTER, expanded, in_title(start)};
  if (words.size() == 1) return expanded;
  // "anti-monop*": what stands before the last word must be there as it is.
  QueryNode before = node;
  before.kind = QueryNode::Kind::phrase;
  before.text = node.text.substr(0, words.back().begin);
  return Query{Query::OP_AND, phrase(before), expanded};
}

}  // namespace pantau
