#include "searcher/search/similar.h"

#include <algorithm>
#include <map>

#include "common/schema.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/term_weights.h"
#include "searcher/query/url_spellings.h"

namespace pantau {
namespace {

/// The lead of a story says what it is about, a report's annex does not.
constexpr std::size_t max_read_words = 1'000;

/// How often a word may stand in the query.
constexpr unsigned max_repeats = 3;

/// Words of fewer letters are too often fragments: initials, "pp", units.
constexpr std::size_t min_word_bytes = 3;

/// A word of the article by its term: which form stands for it, how often it is said, its weight.
struct Keyword {
  std::string form;
  unsigned count = 0;
  double weight = 0;
};

std::map<std::string, Keyword> count_words(const Article& article, Analyzer& analyzer) {
  std::map<std::string, Keyword> keywords;
  const auto count = [&](const std::string& text, unsigned weight) {
    for (const Word& word : analyzer.words(text)) {
      if (word.position > max_read_words) return;
      if (word.form.size() < min_word_bytes || is_stop_word(word.form, article.language)) continue;
      Keyword& keyword = keywords[std::string{analyzer.term(word.form, article.language)}];
      if (keyword.form.empty()) keyword.form = word.form;
      keyword.count += weight;
    }
  };
  count(article.title, field("title").weight);
  count(article.text, field("body").weight);
  return keywords;
}

}  // namespace

QueryNode similar_query(const Article& article, const LanguagePartition& partition,
                        Analyzer& analyzer, const DocumentFrequency& frequency) {
  std::vector<Keyword> keywords;
  for (auto& [term, keyword] : count_words(article, analyzer)) {
    const unsigned articles = frequency(term);
    if (articles < 2) continue;  // only this one has it
    keyword.weight = keyword.count / (keyword.count + bm25_k1) *
                     inverse_document_frequency(partition.documents, articles);
    keywords.push_back(std::move(keyword));
  }
  std::stable_sort(keywords.begin(), keywords.end(),
                   [](const Keyword& a, const Keyword& b) { return a.weight > b.weight; });
  if (keywords.size() > like_words) keywords.resize(like_words);
  std::vector<QueryNode> words;
  for (const Keyword& keyword : keywords)
    for (unsigned i = 0; i < std::min(keyword.count, max_repeats); ++i)
      words.push_back(make_leaf(QueryNode::Kind::word, keyword.form, nullptr, 1));
  return any_of(std::move(words));
}

std::vector<std::string> terms_naming(const std::string& name) {
  std::vector<std::string> terms;
  Article file;
  file.file = name;
  std::vector<std::string> spellings{name, identity(file)};
  for (std::string& spelling : url_spellings(name)) spellings.push_back(std::move(spelling));
  for (const std::string& spelling : spellings) {
    terms.push_back(label_term(field("url").prefix, spelling));
    terms.push_back(label_term(field("id").prefix, spelling));
  }
  return terms;
}

}  // namespace pantau
