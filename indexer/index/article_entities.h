// Which entities an article is about, from where and how often it names them. Tested by
// tests/indexer/article_entities_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "common/entities/entities.h"

namespace pantau {

/// Words of a body in which one mention is enough: news says there whom it is about.
inline constexpr std::uint32_t lead_words = 50;

class ArticleEntities {
 public:
  /// `words` are those of `text`.
  void add_title(std::string_view text, std::span<const Word> words);
  void add_body(std::string_view text, std::span<const Word> words);

  /// Ids, sorted: named in the title, in the lead, or more than once. One mention further down is
  /// a comparison, a list or a place somebody spoke in.
  [[nodiscard]] std::vector<std::string_view> ids() const;

 private:
  static constexpr unsigned enough = 2;

  EntityTable table_ = EntityTable::embedded();
  std::map<std::uint32_t, unsigned> mentions_;  ///< by row, which is the order of ids
};

}  // namespace pantau
