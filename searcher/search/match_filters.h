// What narrows and orders a match beside the words of a query: the filters of a request and the
// order by day. Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/schema.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// Articles that have any of `values` in a field of labels.
[[nodiscard]] Xapian::Query any_label(const Field& row, const std::vector<std::string>& values);

/// `query` among the outlets, entities and days that `request` asks for; their filters add no
/// weight.
[[nodiscard]] Xapian::Query filtered(Xapian::Query query, const SearchRequest& request,
                                     Analyzer& analyzer);

/// Keys of which the greater comes first. "" stands for no date, which comes last in either
/// direction: the opposite of each digit turns the order around.
class DateOrder : public Xapian::KeyMaker {
 public:
  explicit DateOrder(Sort sort) : sort_{sort} {}

  /// Does the request want an order by day at all?
  [[nodiscard]] bool is_used() const { return sort_ == Sort::newest || sort_ == Sort::oldest; }

  std::string operator()(const Xapian::Document& document) const override;

 private:
  Sort sort_;
};

}  // namespace pantau
