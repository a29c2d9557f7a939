// Fuzzes what a query goes through: reading it, compiling it for each language, the match, the
// answer in every format. The input is the query; an index in memory answers it.
#include <cstdlib>
#include <sstream>

#include "common/error.h"
#include "common/utf8.h"
#include "searcher/render/render.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

Xapian::WritableDatabase make_index() {
  Article named =
      make_article("1", "en", "Deepfake rules", "China drafts deepfake rules. It is so.");
  named.url = "https://news.example/deepfake_(rules)";
  named.outlet = "Policy Wire";
  named.author = "Ana Bell";
  named.date = parse_iso_date("2021-03-20");
  return index_in_memory(
      {named, make_article("2", "id", "Aturan deepfake", "Aturan deepfake dari Tiongkok berlaku."),
       make_article("3", "zh", "深度合成", "深度合成管理规定。"),
       make_article("4", "en", "", "Anti-money-laundering of the many, of the few.")});
}

void expect(bool truth) {
  if (!truth) std::abort();
}

/// What is printed of a tree is read as the same tree, and holds no mistake.
void check_round_trip(std::string_view text, const ParseOptions& options) {
  const QueryNode root = parse_query(text, options).root;
  const std::string printed = to_query_text(root);
  if (printed.size() > max_query_bytes) return;
  expect(dump(parse_query(printed, {.strict = true}).root) == dump(root));
}

/// An answer, or a refusal that says why.
std::string outcome_of(IndexReader& index, const SearchRequest& request) {
  std::ostringstream out;
  try {
    const SearchResults results = index.search(request);
    render_json(request.query, results, out);
    render_terminal(results, {.color = true}, out);
    render_trec("1", results, out);
  } catch (const Error& error) {
    expect(error.kind() == Error::Kind::query);
    out << error.what();
  }
  return out.str();
}

}  // namespace

// NOLINTNEXTLINE: libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Xapian::WritableDatabase database = make_index();
  static IndexReader index{database};
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  for (const ParseOptions& options :
       {ParseOptions{}, ParseOptions{.all_words = true}, ParseOptions{.plain = true}})
    check_round_trip(text, options);
  SearchRequest request;
  request.query = to_valid_utf8(text);
  request.facets = true;
  request.explain = size % 4 == 0;  // it takes most of the time
  expect(is_valid_utf8(outcome_of(index, request)));
  request.strict = true;
  request.words = pantau::WordsAsked::all;
  expect(is_valid_utf8(outcome_of(index, request)));
  request.strict = false;
  request.words = pantau::WordsAsked::enough;
  request.plain = true;
  expect(is_valid_utf8(outcome_of(index, request)));
  return 0;
}

}  // namespace pantau
