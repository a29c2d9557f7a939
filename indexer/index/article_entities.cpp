#include "indexer/index/article_entities.h"

#include <algorithm>

namespace pantau {
namespace {

bool begins_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '"' || text[at - 1] == '(')) --at;
  return at == 0 || std::string_view{".!?:\n"}.find(text[at - 1]) != std::string_view::npos;
}

/// Is `form` among the words, beginning with a small letter?
bool is_written_small(std::string_view text, std::span<const Word> words, const std::string& form) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return text[word.begin] >= 'a' && text[word.begin] <= 'z' && word.form == form;
  });
}

}  // namespace

void ArticleEntities::add(std::string_view text, std::span<const Word> words,
                          const EntityMention& mention, bool in_title, unsigned count) {
  const Word& first = words[mention.first];
  if (mention.count == 1 && (in_title || begins_sentence(text, first.begin)))
    unsure_.push_back({mention.entity, count, first.form});
  else
    mentions_[mention.entity] += count;
}

void ArticleEntities::add_title(std::string_view text, std::span<const Word> words) {
  for (const EntityMention& mention : table_.mentions(text, words))
    add(text, words, mention, true, enough);
}

void ArticleEntities::add_body(std::string_view text, std::span<const Word> words) {
  for (const EntityMention& mention : table_.mentions(text, words))
    add(text, words, mention, false, words[mention.first].position <= lead_words ? enough : 1);
  for (const Unsure& one : unsure_)
    if (mentions_.contains(one.entity) || !is_written_small(text, words, one.form))
      mentions_[one.entity] += one.count;
  unsure_.clear();
}

std::vector<std::string_view> ArticleEntities::ids() const {
  std::vector<std::string_view> ids;
  for (const auto& [row, mentions] : mentions_)
    if (mentions >= enough) ids.push_back(table_.id(row));
  return ids;
}

}  // namespace pantau
