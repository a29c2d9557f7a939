// An index in memory with a few articles, for tests of what reads it.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/schema.h"
#include "indexer/index/document_builder.h"

namespace pantau {

inline Article make_article(std::string id, std::string language, std::string title,
                            std::string text) {
  Article article;
  article.id = std::move(id);
  article.language = std::move(language);
  article.title = std::move(title);
  article.text = std::move(text);
  return article;
}

/// As IndexWriter does it, without a disk.
inline Xapian::WritableDatabase index_in_memory(const std::vector<Article>& articles) {
  Xapian::WritableDatabase database{"", Xapian::DB_BACKEND_INMEMORY};
  Analyzer analyzer;
  for (const Article& article : articles) {
    const Xapian::Document document = make_document(article, analyzer);
    const Xapian::docid id = database.replace_document(unique_term(article), document);
    const std::string key = std::string{length_sum_key_prefix} + article.language;
    const std::string sum = database.get_metadata(key);
    const auto length = (sum.empty() ? 0 : std::stoull(sum)) + database.get_doclength(id);
    database.set_metadata(key, std::to_string(length));
  }
  return database;
}

}  // namespace pantau
