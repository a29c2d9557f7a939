#include "searcher/search/index_vocabulary.h"

namespace pantau {

unsigned IndexVocabulary::documents(const std::string& term) {
  const auto [known, is_new] = known_.try_emplace(term, 0);
  if (is_new) known->second = database_.get_termfreq(term);
  return known->second;
}

std::vector<std::string> IndexVocabulary::terms_with_prefix(const std::string& prefix,
                                                            std::size_t limit) {
  std::vector<std::string> terms;
  for (auto term = database_.allterms_begin(prefix);
       term != database_.allterms_end(prefix) && terms.size() < limit; ++term)
    terms.push_back(*term);
  return terms;
}

}  // namespace pantau
