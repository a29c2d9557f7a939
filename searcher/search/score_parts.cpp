#include "searcher/search/score_parts.h"

#include <algorithm>

#include "common/schema.h"
#include "searcher/query/evaluate.h"

namespace pantau {
namespace {

/// The terms of the document that the question names, with their places.
ArticleTerms article_terms(const Xapian::Database& database, Xapian::docid id,
                           const std::vector<std::string>& asked) {
  ArticleTerms article;
  article.length = database.get_doclength(id);
  article.day = database.get_document(id).get_value(field("date").slot);
  auto term = database.termlist_begin(id);
  for (const std::string& name : asked) {
    term.skip_to(name);
    if (term == database.termlist_end(id)) break;
    if (*term != name) continue;
    ArticleTerms::Occurrences& there = article.terms[name];
    there.count = term.get_wdf();
    there.positions.assign(term.positionlist_begin(), term.positionlist_end());
  }
  return article;
}

}  // namespace

std::vector<ScorePart> score_parts(const Xapian::Database& database, Xapian::docid id,
                                   const ExpandedQuery& query) {
  const ArticleTerms article = article_terms(database, id, terms_of(query.root));
  std::vector<ScorePart> parts;
  for (const TermScore& term :
       evaluate(query.root, article, query.partition.average_length).parts) {
    if (term.score == 0) continue;
    const auto known = std::find_if(parts.begin(), parts.end(), [&](const ScorePart& part) {
      return part.term == term.term && part.is_form == term.is_form;
    });
    if (known == parts.end())
      parts.push_back({term.term, term.score, term.count, term.is_form});
    else
      known->score += term.score;
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
  return parts;
}

}  // namespace pantau
