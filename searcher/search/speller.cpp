#include "searcher/search/speller.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/schema.h"
#include "common/stored_article.h"
#include "searcher/lexicon/edit_distance.h"

namespace pantau {
namespace {

/// One mistake more is believed if the word is this many times as frequent.
constexpr double frequency_per_edit = 100;

/// Candidates whose spelling is looked up in articles, best first, and articles to look it up in.
constexpr std::size_t max_verified = 4;
constexpr int articles_per_candidate = 3;

unsigned max_edits(std::size_t letters) {
  return letters >= letters_for_two_edits ? 2 : letters >= letters_for_one_edit ? 1 : 0;
}

/// Letters only, of scripts in which a word is several of them.
bool can_be_misspelt(const std::string& form) {
  return std::all_of(form.begin(), form.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0xE0 && !(byte >= '0' && byte <= '9');
  });
}

/// Two mistakes and the first letter wrong are too many: it is read best.
bool is_near(const std::string& form, const std::string& typed, unsigned distance) {
  return distance <= max_edits(typed.size()) && (distance < 2 || form[0] == typed[0]);
}

}  // namespace

struct Speller::Candidate {
  std::string form, term_prefix;
  unsigned distance, articles;

  /// How likely it was meant.
  [[nodiscard]] double worth() const {
    return std::log(articles) - distance * std::log(frequency_per_edit);
  }
};

bool Speller::is_known(const std::string& form) {
  if (database_.term_exists(form)) return true;
  for (const Field& row : fields)
    if (row.kind == FieldKind::name && database_.term_exists(std::string{row.prefix} + form))
      return true;
  return std::any_of(
      partitions_.begin(), partitions_.end(), [&](const LanguagePartition& partition) {
        return database_.term_exists(std::string{analyzer_.term(form, partition.codes.front())});
      });
}

/// Adds the words near `typed` among the terms that start with `space`; "" are forms as written.
void Speller::walk(const std::string& space, const std::string& typed,
                   std::vector<Candidate>& found) {
  EditDistance distance{typed, max_edits(typed.size())};
  const auto end = database_.allterms_end(space);
  std::size_t walked = 0;
  for (auto term = database_.allterms_begin(space); term != end; ++walked) {
    if (walked == max_walked_terms || (walked % 256 == 0 && deadline_.passed())) return;
    const std::string form = (*term).substr(space.size());
    if (space.empty() && form[0] >= 'A' && form[0] <= 'Z') {  // terms with a prefix
      term.skip_to("[");
      continue;
    }
    const unsigned edits = distance.to(form);
    if (const std::size_t dead = distance.dead_bytes(); dead > 0) {
      std::string behind = space + form.substr(0, dead);
      ++behind.back();
      term.skip_to(behind);
      continue;
    }
    if (is_near(form, typed, edits) && term.get_termfreq() >= min_suggested_articles)
      found.push_back({form, space, edits, term.get_termfreq()});
    ++term;
  }
}

/// How a stem is written in the articles that have it: itself if it is a word, else the most
/// frequent form.
std::string Speller::written_form(const std::string& term, const std::string& language,
                                  const std::string& stem) {
  std::map<std::string, int> forms;
  int left = articles_per_candidate;
  for (auto id = database_.postlist_begin(term); id != database_.postlist_end(term) && left > 0;
       ++id, --left) {
    const Article article = decode_article(database_.get_document(*id).get_data());
    if (article.language != language) continue;
    for (const Word& word : analyzer_.words(article.title + '\n' + article.text)) {
      if (word.form == stem) return stem;
      if (analyzer_.term(word.form, language) == term) ++forms[word.form];
    }
  }
  const auto most = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == forms.end() ? std::string{} : most->first;
}

std::optional<Correction> Speller::correct(const std::string& form) {
  if (max_edits(form.size()) == 0 || !can_be_misspelt(form) || is_known(form)) return {};
  std::vector<Candidate> found;
  walk("", form, found);
  for (const LanguagePartition& partition : partitions_) walk(partition.term_prefix, form, found);
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.worth() > b.worth(); });
  if (found.size() > max_verified) found.resize(max_verified);
  for (const Candidate& candidate : found) {
    if (candidate.term_prefix.empty()) return Correction{candidate.form, candidate.articles};
    const auto partition = std::find_if(
        partitions_.begin(), partitions_.end(),
        [&](const LanguagePartition& b) { return b.term_prefix == candidate.term_prefix; });
    for (const std::string& language : partition->codes) {
      const std::string written =
          written_form(candidate.term_prefix + candidate.form, language, candidate.form);
      if (!written.empty() && is_near(written, form, EditDistance{form, 2}.to(written)))
        return Correction{written, candidate.articles};
    }
  }
  return {};
}

}  // namespace pantau
