// Which entities an article is about, from where and how often it names them. Tested by
// tests/indexer/article_entities_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "common/entities/entities.h"

namespace pantau {

/// Words of a body in which one mention is enough: news says there whom it is about.
inline constexpr std::uint32_t lead_words = 50;

class ArticleEntities {
 public:
  /// `words` are those of `text`. The title comes first.
  void add_title(std::string_view text, std::span<const Word> words);
  void add_body(std::string_view text, std::span<const Word> words);

  /// Ids, sorted: named in the title, in the lead, or more than once. One mention further down is
  /// a comparison, a list or a place somebody spoke in. A capital that any word would have there
  /// names nothing in an article that writes the word small elsewhere ("Signal strength").
  [[nodiscard]] std::vector<std::string_view> ids() const;

 private:
  static constexpr unsigned enough = 2;

  /// A mention of one word where any word has a capital.
  struct Unsure {
    std::uint32_t entity;
    unsigned count;
    std::string form;
  };

  void add(std::string_view text, std::span<const Word> words, const EntityMention& mention,
           bool in_title, unsigned count);

  EntityTable table_ = EntityTable::embedded();
  std::map<std::uint32_t, unsigned> mentions_;  ///< by row, which is the order of ids
  std::vector<Unsure> unsure_;
};

}  // namespace pantau
