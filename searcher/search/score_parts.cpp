#include "searcher/search/score_parts.h"

#include <algorithm>
#include <set>
#include <string>

namespace pantau {
namespace {

/// Takes over what a silenced term counted, so that the document keeps its length.
constexpr const char* filler = "\x7f";

/// A query of a book's length explains nothing.
constexpr std::size_t max_explained_terms = 100;

/// The form a term stands for, without the namespace of a stem: "Zen:regul" -> "regul".
std::string_view without_namespace(std::string_view term) {
  if (!term.starts_with('Z')) return term;
  return term.substr(term.find(':') + 1);
}

/// The terms of the document that the query names or that start with a truncated word.
std::vector<ScorePart> matching_terms(const Xapian::Document& document, const Xapian::Query& query,
                                      const MatchTerms& wanted) {
  const std::set<std::string> asked{query.get_unique_terms_begin(), query.get_terms_end()};
  std::vector<ScorePart> parts;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const bool truncated = std::any_of(
        wanted.prefixes.begin(), wanted.prefixes.end(),
        [&](const std::string& prefix) { return without_namespace(*term).starts_with(prefix); });
    if (parts.size() < max_explained_terms && term.get_wdf() > 0 &&
        (truncated || asked.contains(*term)))
      parts.push_back({*term, 0, term.get_wdf()});
  }
  return parts;
}

/// The same document, in which `term` stands where it stood and counts nothing.
Xapian::Document silenced(Xapian::Document document, const ScorePart& part) {
  auto term = document.termlist_begin();
  term.skip_to(part.term);
  const std::vector<Xapian::termpos> positions{term.positionlist_begin(), term.positionlist_end()};
  document.remove_term(part.term);
  document.add_boolean_term(part.term);
  for (const Xapian::termpos position : positions) document.add_posting(part.term, position, 0);
  document.add_term(filler, part.count);
  return document;
}

}  // namespace

std::vector<ScorePart> score_parts(const Xapian::Database& database, Xapian::docid id, double score,
                                   const Xapian::Query& query, const Xapian::Weight& weight,
                                   const MatchTerms& wanted) {
  Xapian::WritableDatabase variants{"", Xapian::DB_BACKEND_INMEMORY};
  std::vector<ScorePart> parts = matching_terms(database.get_document(id), query, wanted);
  variants.add_document(database.get_document(id));
  for (const ScorePart& part : parts)  // documents share what they hold: a fresh one for each
    variants.add_document(silenced(database.get_document(id), part));
  Xapian::Enquire enquire{variants};
  enquire.set_query(query);
  enquire.set_weighting_scheme(weight);
  const Xapian::MSet set = enquire.get_mset(0, variants.get_doccount());
  double whole = 0;
  for (auto hit = set.begin(); hit != set.end(); ++hit)
    if (*hit == 1) whole = hit.get_weight();
  for (auto hit = set.begin(); hit != set.end(); ++hit)
    if (*hit > 1 && whole > 0) parts[*hit - 2].score = score * (1 - hit.get_weight() / whole);
  constexpr double nothing = 1e-6;  // a word of a phrase that is not there
  std::erase_if(parts, [](const ScorePart& part) { return part.score < nothing; });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
  return parts;
}

}  // namespace pantau
