#include "searcher/search/why_nothing.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/error.h"
#include "searcher/query/query_parser.h"

namespace pantau {
namespace {

using Kind = QueryNode::Kind;

/// Each is a search of its own, and nobody reads more lines about nothing.
constexpr std::size_t max_tries = 8;

/// What a try may take: all of them together stay near the time of one search.
constexpr std::chrono::milliseconds max_time_of_try{300};

/// The request with less asked, and what was left out: "without lang:id".
struct Less {
  std::string change;
  SearchRequest request;
};

class Lesser {
 public:
  explicit Lesser(const SearchRequest& request) : request_{request} {}

  std::vector<Less> all() {
    drop_options();
    drop_parts();
    return std::move(less_);
  }

 private:
  SearchRequest& add(std::string change) {
    less_.push_back({std::move(change), request_});
    return less_.back().request;
  }

  void add_query(std::string change, const QueryNode& root) {
    std::string query = to_query_text(root);
    if (!query.empty()) add(std::move(change)).query = std::move(query);
  }

  void drop_options() {
    if (!request_.languages.empty()) add("without --lang").languages.clear();
    if (!request_.outlets.empty()) add("without --outlet").outlets.clear();
    if (!request_.entities.empty()) add("without --entity").entities.clear();
    if (request_.from) add("without --from").from.reset();
    if (request_.to) add("without --to").to.reset();
    if (request_.words == WordsAsked::all) add("without --all").words = WordsAsked::enough;
  }

  void drop_parts() {
    ParseOptions options;
    options.all_words = request_.words == WordsAsked::all;
    const QueryNode root = parse_query(request_.query, options).root;
    if (root.kind == Kind::without) add_query("without what it excludes", root.children.front());
    const QueryNode& asked = root.kind == Kind::without ? root.children.front() : root;
    if (asked.kind == Kind::phrase && asked.field == nullptr)
      add("without the quotation marks").query = make_plain(asked.text);
    if (asked.kind == Kind::near) drop_distance(asked);
    if (asked.kind != Kind::all && asked.kind != Kind::mixed) return;
    for (std::size_t i = 0; i < asked.children.size(); ++i) {
      if (asked.kind == Kind::mixed && !asked.children[i].required) continue;
      std::vector<QueryNode> others = asked.children;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      add_query("without " + to_query_text(asked.children[i]), all_of(std::move(others)));
    }
  }

  void drop_distance(const QueryNode& near) {
    add_query("however far apart the words are", all_of(near.children));
  }

  /// Quotation marks out of what stood between others.
  static std::string make_plain(std::string text) {
    std::erase_if(text, [](char c) { return c == '"' || c == '*'; });
    return text;
  }

  const SearchRequest& request_;
  std::vector<Less> less_;
};

std::uint64_t matches(IndexReader& index, SearchRequest request) {
  request.offset = 0;
  request.limit = 1;
  request.fold = request.facets = request.explain = request.snippets = request.strict = false;
  if (request.timeout.count() > 0) request.timeout = std::min(request.timeout, max_time_of_try);
  try {
    return index.search(request).matches;
  } catch (const Error&) {  // out of time, or an index that just went away
    return 0;
  }
}

}  // namespace

std::vector<std::string> why_nothing(IndexReader& index, const SearchRequest& request) {
  std::vector<std::string> lines;
  if (!request.like.empty() || request.plain) return lines;
  std::vector<Less> tries = Lesser{request}.all();
  const bool one_thing = tries.empty();
  if (tries.size() > max_tries) tries.resize(max_tries);
  for (const Less& less : tries)
    if (const std::uint64_t found = matches(index, less.request); found > 0)
      lines.push_back("nothing has all that is asked; " + less.change + ' ' +
                      std::to_string(found) + (found == 1 ? " article does" : " articles do"));
  if (!lines.empty()) return lines;
  lines.emplace_back(
      one_thing ? "no article has any of this; try other words, or a word's beginning with "
                  "a star: regul*"
                : "no part of this alone is to blame; ask for less of it");
  return lines;
}

}  // namespace pantau
