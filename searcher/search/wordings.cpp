#include "searcher/search/wordings.h"

#include <algorithm>
#include <set>
#include <utility>

namespace pantau {
namespace {

/// A marked word of the article.
struct MarkedWord {
  std::string said, form, term;
};

void append_words(const MarkedText& text, std::string_view language, Analyzer& analyzer,
                  std::vector<MarkedWord>& words) {
  for (const Mark& mark : text.marks) {
    std::string said = text.text.substr(mark.begin, mark.end - mark.begin);
    const std::vector<Word>& cut = analyzer.words(said);
    if (cut.empty()) continue;
    std::string form = cut.front().form;
    std::string term{analyzer.term(form, language)};
    words.push_back({std::move(said), std::move(form), std::move(term)});
  }
}

/// Are all words of `phrase`, one space between them, in the article in some form?
bool has_all(std::string_view phrase, std::string_view language, Analyzer& analyzer,
             const std::set<std::string>& terms) {
  const std::vector<Word> cut = analyzer.words(phrase);
  return std::all_of(cut.begin(), cut.end(), [&](const Word& word) {
    return terms.contains(std::string{analyzer.term(word.form, language)});
  });
}

}  // namespace

std::vector<Wording> wordings_of(const MarkedText& title, const MarkedText& snippet,
                                 std::string_view language,
                                 const std::map<std::string, Meaning>& meanings,
                                 Analyzer& analyzer) {
  std::vector<Wording> wordings;
  if (meanings.empty()) return wordings;
  std::vector<MarkedWord> words;
  append_words(title, language, analyzer, words);
  append_words(snippet, language, analyzer, words);
  std::set<std::string> terms, asked;
  for (const MarkedWord& word : words) terms.insert(word.term);
  for (const MarkedWord& word : words) {
    const auto meaning = meanings.find(word.term);
    if (meaning == meanings.end()) continue;
    const auto& [what, phrase] = meaning->second;
    if (!phrase.empty() && !has_all(phrase, language, analyzer, terms)) continue;
    if (what == word.form || what == phrase || !asked.insert(what).second) continue;
    wordings.push_back({phrase.empty() ? word.said : phrase, what});
  }
  return wordings;
}

std::vector<std::string> describe_meanings(const LanguageBranch& branch,
                                           const std::map<std::string, Meaning>& meanings) {
  std::map<std::string, std::set<std::string>> by_asked;
  for (const auto& [term, meaning] : meanings)
    by_asked[meaning.asked].insert(meaning.said.empty() ? term.substr(branch.space.size())
                                                        : meaning.said);
  std::vector<std::string> lines;
  for (const auto& [asked, all] : by_asked) {
    std::string line = branch.space + ' ' + asked;
    const char* before = " = ";
    for (const std::string& said : all) line += std::exchange(before, ", ") + said;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace pantau
