#include "indexer/index/article_entities.h"

namespace pantau {

void ArticleEntities::add_title(std::string_view text, std::span<const Word> words) {
  for (const EntityMention& mention : table_.mentions(text, words))
    mentions_[mention.entity] += enough;
}

void ArticleEntities::add_body(std::string_view text, std::span<const Word> words) {
  for (const EntityMention& mention : table_.mentions(text, words))
    mentions_[mention.entity] += words[mention.first].position <= lead_words ? enough : 1;
}

std::vector<std::string_view> ArticleEntities::ids() const {
  std::vector<std::string_view> ids;
  for (const auto& [row, mentions] : mentions_)
    if (mentions >= enough) ids.push_back(table_.id(row));
  return ids;
}

}  // namespace pantau
